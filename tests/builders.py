"""Makes what tests need: pages, books, pictures and people, with sensible content unless told otherwise.

Streams are written as the editor stores them: ``make_article(body=[section("Stages", text("<p>Four.</p>"))])``.
"""

import datetime
import io
import itertools
import uuid

import swapper
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from beatcancer_wagtail.models import BookSnippet, CallToAction, ClosingCall, SurveyBanner
from beatcancer_wagtail.resources import base_page_model

_numbers = itertools.count(1)

PASSWORD = "a long enough password"


# Pages


def article_model() -> type[Page]:
    """The package's article, or the one that the settings put in its place."""
    return swapper.load_model("beatcancer_wagtail", "ArticlePage")


def listing_model() -> type[Page]:
    """The package's library page, or the one that the settings put in its place."""
    return swapper.load_model("beatcancer_wagtail", "ResourceListingPage")


def root_page() -> Page:
    """The root of the tree, above all sites."""
    return base_page_model().get_first_root_node()


def home_page() -> Page:
    """The root page of the default site."""
    return Site.objects.get(is_default_site=True).root_page


def add_page(parent, page, *, live=True, tags=(), published=None):
    """Put ``page`` below ``parent``; published unless ``live=False``. ``published`` is its first date, or now.

    A published page has no revision yet: three saves instead of one would take most of a test's time.
    """
    if tags:
        page.tags.add(*tags)
    page.live, page.has_unpublished_changes = live, not live
    if live:
        page.last_published_at = timezone.now()
        page.first_published_at = published or page.last_published_at
    parent.refresh_from_db()
    parent.add_child(instance=page)
    if live:
        return type(page).objects.get(pk=page.pk)
    page.save_revision(clean=False)  # a draft may be half-filled
    return page


def make_library(parent=None, *, live=True, model=None, **fields):
    """A library page; below the home page unless told otherwise."""
    fields = {"title": "Resources", **fields}
    return add_page(parent or home_page(), (model or listing_model())(**fields), live=live)


def make_article(parent=None, *, live=True, tags=(), published=None, model=None, **fields):
    """An article with a text of its own; below the home page unless told otherwise. ``tags`` are names."""
    fields = {
        "title": f"Article {next(_numbers)}",
        "summary": "What it is, how it is found and how it is treated.",
        "body": [text("<p>Most people want to know what happens next.</p>")],
        **fields,
    }
    return add_page(
        parent or home_page(), (model or article_model())(**fields), live=live, tags=tags, published=published
    )


def make_plain_page(parent=None, *, live=True, **fields):
    """A page that is no resource."""
    parent = parent or home_page()
    fields = {"title": f"Page {next(_numbers)}", **fields}
    parent.refresh_from_db()
    return parent.add_child(instance=type(home_page())(live=live, **fields))


def make_site(hostname="other.example.org"):
    """Another site in the same tree, with a home page of its own."""
    root = root_page()
    home = root.add_child(instance=type(home_page())(title=f"Home of {hostname}", slug=hostname.replace(".", "-")))
    return Site.objects.create(hostname=hostname, port=80, root_page=home)


def restrict(page, kind=PageViewRestriction.LOGIN, *, password="", groups=()):
    """Make a page and all below it private: by ``"login"``, ``"password"`` or ``"groups"``."""
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password=password)
    restriction.groups.set(groups)
    return restriction


# Events (beatcancer_wagtail.events, which some settings leave out)


def make_event_listing(parent=None, *, live=True, **fields):
    """A list of events; below the home page unless told otherwise."""
    from beatcancer_wagtail.events.models import EventListingPage

    return add_page(parent or home_page(), EventListingPage(**{"title": "Events", **fields}), live=live)


def make_event(parent=None, *, live=True, tags=(), dates=None, **fields):
    """An event in London, in person; ``dates`` are rows of :func:`event_date`, a week from now unless told otherwise."""
    from beatcancer_wagtail.events.models import EventPage

    fields = {
        "title": f"Event {next(_numbers)}",
        "summary": "Come as you are.",
        "time_zone": "Europe/London",
        "venue": "The Old Seed Hall",
        **fields,
    }
    event = EventPage(**fields)
    event.beatcancer_event_dates = [event_date()] if dates is None else dates
    return add_page(parent or home_page(), event, live=live, tags=tags)


def event_date(start=7, begins="10:30", ends="12:00", *, last=None, status=""):
    """A row of an event. ``start`` and ``last`` are days from now, or dates; times are clocks on the wall, or ""."""
    from beatcancer_wagtail.events.models import EventDate

    return EventDate(
        start_date=_day(start),
        start_time=datetime.time.fromisoformat(begins) if begins else None,
        end_date=_day(last),
        end_time=datetime.time.fromisoformat(ends) if ends else None,
        status=status,
    )


def _day(day):
    return today() + datetime.timedelta(days=day) if isinstance(day, int) else day


# Books and pictures


def make_book(*, live=True, tags=(), **fields):
    """A book; published unless ``live=False``. ``tags`` are names."""
    fields = {
        "title": f"Book {next(_numbers)}",
        "authors": "Ada Example\nBen Sample",
        "blurb": "For anybody who waits for a result.",
        **fields,
    }
    book = BookSnippet(live=live, has_unpublished_changes=not live, **fields)
    if tags:
        book.tags.add(*tags)
    if live:
        book.first_published_at = book.last_published_at = timezone.now()
    book.save()
    if live:
        return BookSnippet.objects.get(pk=book.pk)
    book.save_revision()
    return book


def make_image(title="A picture", *, width=64, height=40, colour="teal", **fields):
    """A one-coloured picture; small, because nobody looks at it."""
    file = io.BytesIO()
    Drawing.new("RGB", (width, height), colour).save(file, "PNG")
    file.seek(0)
    return get_image_model().objects.create(
        title=title, file=ImageFile(file, name=f"picture-{next(_numbers)}.png"), **fields
    )


# What a site says once for all its pages


def default_site() -> Site:
    return Site.objects.get(is_default_site=True)


def make_call(*, live=True, **fields):
    """A call to action; published unless ``live=False``. It leads to /groups/ unless told otherwise."""
    fields = {"heading": f"Call {next(_numbers)}", "button_text": "Find a group", **fields}
    if "page" not in fields:
        fields.setdefault("url", "/groups/")
    call = CallToAction.objects.create(live=live, has_unpublished_changes=not live, **fields)
    if not live:
        call.save_revision()
    return CallToAction.objects.get(pk=call.pk)


def make_banner(site=None, **fields):
    """A survey banner that is on and may be closed."""
    fields = {"is_on": True, "text": "Thank you for your time.", "link_text": "Answer three questions", **fields}
    if "page" not in fields:
        fields.setdefault("url", "/survey/")
    return SurveyBanner.objects.create(site=site or default_site(), **fields)


def close_pages_with(call, site=None):
    """Make ``call`` the one that closes the pages of the site."""
    setting, _made = ClosingCall.objects.get_or_create(site=site or default_site())
    setting.call = call
    setting.save()
    return setting


# People


def make_superuser(username="admin"):
    return get_user_model().objects.create_superuser(username=username, email="", password=PASSWORD)


def make_editor(username="editor", *, permissions=(), pages=()):
    """Somebody who may enter the admin; ``permissions`` are codenames, ``pages`` what they may edit and publish there."""
    editor = get_user_model().objects.create_user(username=username, email="", password=PASSWORD)
    group = Group.objects.create(name=f"Group of {username}")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    kind = base_page_model()._meta
    for page in pages:
        for action in ("add", "change", "publish"):
            codename = f"{action}_{kind.model_name}"
            permission = Permission.objects.get(content_type__app_label=kind.app_label, codename=codename)
            group.page_permissions.create(page=page, permission=permission)
    editor.groups.add(group)
    return editor


# Comments


def make_comment(
    page=None, *, status="approved", name="Wren", text="", parent=None, email="", at_risk=False, days_ago=0, **fields
):
    """A comment below ``page``, or below an article of its own."""
    from beatcancer_wagtail.comments.models import Comment
    from beatcancer_wagtail.comments.personal import email_key

    moment = timezone.now() - datetime.timedelta(days=days_ago)
    number = next(_numbers)
    fields = {
        "page_id": (page or (parent.page if parent else make_article())).pk,
        "text": text or f"It helped me to write my questions down, number {number}.",
        "email_key": email_key(email) if email else "",
        "risk_reason": "end my life" if at_risk else "",
        "created_at": moment,
        "decided_at": None if status == "pending" else moment,
        "form_key": f"form {number}",
        **fields,
    }
    return Comment.objects.create(status=status, name=name, parent=parent, email=email, is_at_risk=at_risk, **fields)


def make_moderator(username="moderator", *, permissions=(), **options):
    """Somebody who may enter the admin and moderate comments, and nothing else unless told."""
    return make_editor(username, permissions=["moderate_comment", *permissions], **options)


# Streams, as the editor stores them


def block(kind, value, id=None):  # noqa: A002 - the name that Wagtail stores
    return {"type": kind, "value": value, "id": id or str(uuid.uuid4())}


def items(*values):
    """What a ListBlock stores."""
    return [block("item", value) for value in values]


def text(html="<p>Some text.</p>"):
    return block("text", html)


def section(heading, *content, anchor="", id=None):  # noqa: A002
    return block("section", {"heading": heading, "anchor": anchor, "content": list(content)}, id)


def subsection(heading, *content, anchor="", id=None):  # noqa: A002
    return block("subsection", {"heading": heading, "anchor": anchor, "content": list(content)}, id)


def faq(*questions, heading="Frequently asked questions"):
    """``questions`` are pairs of a question and the HTML of its answer."""
    rows = [{"question": question, "answer": answer, "anchor": ""} for question, answer in questions]
    return block("faq", {"heading": heading, "anchor": "", "questions": items(*rows)})


def key_points(*points, heading="Key points", encouragement=""):
    return block(
        "key_points", {"heading": heading, "anchor": "", "points": items(*points), "encouragement": encouragement}
    )


def callout(heading="Call your team", html="<p>If you have a fever.</p>", kind="note"):
    return block("callout", {"kind": kind, "heading": heading, "text": html})


def quote(words="It helped to write it down.", attribution="A reader"):
    return block("quote", {"text": words, "attribution": attribution})


def picture(image, *, alt="", caption="", credit=""):
    value = {"image": image.pk, "alt_text": alt, "decorative": not alt} if image else None
    return block("image", {"image": value, "caption": caption, "credit": credit})


def table(headings, *rows, caption="", row_headers=True):
    """A table of short texts."""
    columns = [{"type": "text", "heading": heading} for heading in headings]
    value = {"columns": columns, "rows": [{"values": list(row)} for row in rows], "caption": caption}
    return block("table", {"table": value, "row_headers": row_headers})


def call_to_action(heading="Join us", *, page=None, url="", button_text="Find a group", words="", size="band"):
    value = {"heading": heading, "text": words, "button_text": button_text, "url": url, "size": size}
    return block("call_to_action", {**value, "page": page and page.pk})


def reusable_call(call, *, size="band"):
    return block("reusable_call", {"call": call and call.pk, "size": size})


def shelf(*books, heading="Books", introduction=""):
    value = {"heading": heading, "anchor": "", "introduction": introduction}
    return block("books", {**value, "books": items(*(book.pk for book in books))})


def related(*pages, heading="Read next", count=3):
    return block(
        "related", {"heading": heading, "anchor": "", "pages": items(*(page.pk for page in pages)), "count": count}
    )


def today():
    return timezone.localdate()
