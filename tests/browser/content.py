"""What the browser tests need beside the demo's own pages. Runs in the process that serves them."""

from datetime import timedelta

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model

from beatcancer_wagtail.models import BookSnippet
from tests import builders as b

VIDEO = "https://www.youtube.com/watch?v=scan"
PLAYER = '<iframe width="480" height="270" src="https://www.youtube.com/embed/scan" allowfullscreen></iframe>'


def take_comments_at_once():
    """A browser writes faster than a person, from whom three seconds of reading are expected."""
    from beatcancer_wagtail.comments import tokens

    tokens.SHORTEST_WAIT = timedelta(0)


def import_in_small_steps():
    """One page in each step, so that three of them show the screen that goes on by itself."""
    from beatcancer_wagtail.importer.admin import steps

    steps.SECONDS = -1


def add_content():
    """A library of five short pages, fifty comments that wait there, one page with every block, and two people who write."""
    guides = b.make_library(title="Guides", slug="guides", page_size=2)
    for number in range(1, 5):
        guide = b.make_article(guides, title=f"Short guide {number}", slug=f"short-guide-{number}", tags=["Guides"])
    for number in range(1, 51):
        b.make_comment(guide, status="pending", text=f"Remark {number} on the short guide.")
    add_page_with_every_block(guides)
    newsroom = b.make_library(title="Newsroom", slug="newsroom")
    b.make_editor("editor", pages=[newsroom])
    allow_to_write(b.make_editor("writer"), newsroom)


def allow_to_write(writer, page):
    """May add and change pages there, but not publish them."""
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        writer.groups.get().page_permissions.create(page=page, permission=permission)


def add_page_with_every_block(library):
    remember_player()
    pictures = list(get_image_model().objects.order_by("pk"))
    hero, inside = pictures[-1], pictures[-2]
    answers = [
        ("Does a scan hurt?", "<p>No. You lie still, and the machine does the work.</p>"),
        ("May I bring somebody?", "<p>Yes. A second pair of ears helps.</p>"),
    ]
    b.make_article(
        library,
        title="Every kind of block",
        slug="every-block",
        tags=["Guides", "Tests and scans"],
        hero_image=hero,
        hero_alt="A drawing in quiet colours.",
        hero_caption="A caption under the picture.",
        hero_credit="Drawing: Wrenfield Cancer Trust",
        date_modified=timezone.localdate(),
        body=[
            b.text('<p>Before the first heading, with <a href="https://example.org/">a link</a>.</p>'),
            b.section(
                "First section",
                b.text("<p>Text under the first heading.</p><ul><li>One</li><li>Two</li></ul>"),
                b.subsection(
                    "One level down",
                    b.text("<p>Text one level down.</p>"),
                    b.subsection("Two levels down", b.text("<p>Text two levels down.</p>")),
                ),
                b.callout("Bring your list", "<p>Write your questions down.</p>", kind="note"),
                b.callout("Call your team if you have a fever", "<p>Day or night.</p>", kind="warning"),
                b.callout("Call for help if you cannot breathe", "<p>Call your emergency number.</p>", kind="urgent"),
            ),
            b.section(
                "Second section",
                b.picture(inside, alt="A drawing that says something.", caption="What to see.", credit="Drawing: ours"),
                b.table(
                    ["Scan", "What it shows", "How it works"],
                    ["Ultrasound", "Soft tissue", "Sound"],
                    ["CT", "Thin slices of the body", "X-rays"],
                    caption="Two common scans",
                ),
                b.quote("It helped to write it down.", "A reader"),
            ),
            b.section("Third section", b.block("embed", {"url": VIDEO, "title": "At a scan", "caption": "A film of two minutes."})),
            b.call_to_action("Join a group", page=library, words="Our groups meet every week.", button_text="Find a group"),
            b.key_points("Ask for a copy of every report.", "Bring somebody with you.", encouragement="Take it slowly."),
            b.faq(*answers),
            b.shelf(*BookSnippet.objects.order_by("title"), introduction="Books that others found helpful."),
            b.related(),
            b.call_to_action("Stay in touch", url="/guides/", words="We write once a month.", size="closing"),
        ],
    )  # fmt: skip


def remember_player():
    """Wagtail asks the provider for the player of a video once and then remembers it; here it never asks."""
    Embed.objects.create(
        hash=get_embed_hash(VIDEO),
        url=VIDEO,
        max_width=None,
        type="video",
        title="At a scan",
        provider_name="YouTube",
        html=PLAYER,
        width=480,
        height=270,
    )
