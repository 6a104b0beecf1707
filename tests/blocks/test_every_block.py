"""What holds for every block that an editor can choose, at any depth."""

import copy
from itertools import groupby

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.template.loader import get_template
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.icons import get_icons

from beatcancer_wagtail.blocks import groups
from beatcancer_wagtail.blocks.streams import TABLES_APP
from tests.blocks.rendering import BODY, full, render, shown
from tests.builders import block, make_article, make_book, make_call, make_editor, make_image, section
from tests.reading import read, words

pytestmark = pytest.mark.every_case

STYLESHEET = "beatcancer_wagtail/css/library.css"


def offered(stream, path="") -> dict[str, blocks.Block]:
    """Every block that a picker offers, by where it is offered: ``section/subsection/quote``."""
    found = {}
    for name, child in stream.child_blocks.items():
        found[f"{path}{name}"] = child
        for inner in getattr(child, "child_blocks", {}).values():
            if isinstance(inner, blocks.StreamBlock):
                found |= offered(inner, f"{path}{name}/")
    return found


OFFERED = offered(BODY)
PLACES = {id(block): place for place, block in reversed(OFFERED.items())}  # one where the same stands in several
EVERY = pytest.mark.parametrize("place", list(PLACES.values()))
EVERY_KIND = pytest.mark.parametrize("kind", list(BODY.child_blocks))


def test_sections_nest_two_levels_deep():
    assert "section/subsection/subsection" in OFFERED
    assert not any(place.startswith("section/subsection/subsection/subsection") for place in OFFERED)


@pytest.mark.parametrize("place", ["section/", "section/subsection/", "section/subsection/subsection/"])
def test_text_and_media_may_stand_in_sections(place):
    inside = {name.removeprefix(place) for name in OFFERED if name.startswith(place)}

    assert {"text", "callout", "key_points", "quote", "image", "embed", "call_to_action", "reusable_call"} <= inside


@pytest.mark.parametrize("place", ["", "section/", "section/subsection/", "section/subsection/subsection/"])
def test_tables_are_offered_where_wagtails_app_for_them_is_installed(place):
    assert (f"{place}table" in OFFERED) == apps.is_installed(TABLES_APP)


# What the editor sees of a block


@EVERY
def test_the_editor_sees_what_a_block_is(place):
    meta = OFFERED[place].meta

    assert str(OFFERED[place].label)
    assert str(meta.group) in {str(group) for name, group in vars(groups).items() if name.isupper()}
    assert str(meta.description)[0].isupper()
    assert len(str(meta.description)) < 100


@pytest.mark.django_db
@EVERY
def test_the_editor_sees_an_icon(place):
    assert f'id="icon-{OFFERED[place].meta.icon}"' in get_icons()


@EVERY
def test_a_block_has_a_template_of_its_own(place):
    name = OFFERED[place].meta.template

    assert name.startswith("beatcancer_wagtail/blocks/")
    assert get_template(name)


@EVERY
def test_a_closed_block_says_what_is_in_it(place):
    """``label_format`` names fields that exist."""
    label_format = getattr(OFFERED[place].meta, "label_format", None)
    if isinstance(OFFERED[place], blocks.StructBlock):
        nothing = dict.fromkeys(OFFERED[place].child_blocks, "")
        assert str(label_format).format(**nothing) is not None
    else:
        assert label_format is None


def test_labels_differ_within_a_picker():
    labels = [str(child.label) for child in BODY.child_blocks.values()]

    assert len(set(labels)) == len(labels)


# The preview in the block picker


@pytest.fixture
def editor(client, db):
    client.force_login(make_editor())
    return client


def preview(client, definition) -> BeautifulSoup:
    assert definition.is_previewable
    return read(client, reverse("wagtailadmin_block_preview"), id=definition.definition_prefix)


@EVERY
def test_a_block_can_be_previewed_in_its_own_look(editor, place):
    image = make_image("A river")
    make_book(title="A book", cover=image)
    make_article(title="An article")
    make_call(heading="A call")
    page = preview(editor, OFFERED[place])

    assert any(STYLESHEET in link["href"] for link in page.select("link[rel=stylesheet]"))
    shown = page.select_one(".bc-prose")
    assert words(shown)
    assert words(shown) != str(getattr(OFFERED[place].meta, "preview_hint", ""))
    assert "None" not in words(shown)


def test_previews_show_what_the_library_holds(editor):
    cover = make_image("A cover")
    make_book(title="An older book", cover=cover)
    make_book(title="A draft of a book", live=False)
    make_article(title="Public article")
    make_article(title="A draft of an article", live=False)

    assert "An older book" in words(preview(editor, BODY.child_blocks["books"]))
    assert "A draft" not in words(preview(editor, BODY.child_blocks["books"]))
    assert "Public article" in words(preview(editor, BODY.child_blocks["related"]))
    assert "A draft" not in words(preview(editor, BODY.child_blocks["related"]))
    assert preview(editor, BODY.child_blocks["image"]).select("figure img")


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("books", "Publish a book, and it shows here."),
        ("related", "Publish an article, and it shows here."),
        ("image", "Add a picture to the library of images, and it shows here."),
        ("reusable_call", "Publish a call to action, and it shows here."),
    ],
)
def test_previews_of_an_empty_library_say_what_to_do(editor, kind, hint):
    assert words(preview(editor, BODY.child_blocks[kind]).select_one(".bc-prose")) == hint


def test_blocks_inside_lists_can_be_previewed_too(editor):
    make_book(title="A book")
    make_article(title="An article")
    book = BODY.child_blocks["books"].child_blocks["books"].child_block
    page = BODY.child_blocks["related"].child_blocks["pages"].child_block
    question = BODY.child_blocks["faq"].child_blocks["questions"].child_block

    assert "A book" in words(preview(editor, book))
    assert "An article" in words(preview(editor, page))
    assert "Does staging hurt?" in words(preview(editor, question))


@EVERY
def test_what_a_preview_shows_could_be_published(db, place):
    """Else an editor would imitate what is refused. Pictures and books are the library's own."""
    if OFFERED[place].name in ("image", "books", "embed"):
        make_book(cover=make_image())
    make_call()
    if OFFERED[place].name != "embed":  # its address is nobody's
        OFFERED[place].clean(OFFERED[place].get_preview_value())


def test_the_picker_groups_blocks_by_what_they_are_for():
    order = [str(child.meta.group) for child in BODY.child_blocks.values()]

    assert [group for group, _ in groupby(order)] == ["Text", "Media", "Questions", "Actions", "Library"]


# What a site can change


@pytest.mark.django_db
def test_a_site_can_override_one_template(client, settings, tmp_path):
    own = tmp_path / "beatcancer_wagtail" / "blocks" / "quote.html"
    own.parent.mkdir(parents=True)
    own.write_text("<q>{{ value.text }}</q>")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [tmp_path, *templates[0]["DIRS"]]
    settings.TEMPLATES = templates
    page = read(client, make_article(body=[full("quote"), full("callout")]).url)

    assert page.select("q")
    assert not page.select(".bc-quote")
    assert page.select(".bc-callout")


# Text stays text

HOSTILE = [
    pytest.param("</script><script>alert(1)</script>", id="script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="img"),
    pytest.param("' onmouseover='alert(1)", id="attribute"),
    pytest.param("{{ settings.SECRET_KEY }}{% now 'Y' %}", id="template"),
    pytest.param("\u202eright to left\u202c \u200f", id="direction"),
    pytest.param("👩‍⚕️ 🎗️", id="emoji"),
    pytest.param("AT&amp;T &lt;b&gt;", id="entities"),
]
NOT_WORDS = ("url", "kind", "size", "type", "id", "anchor")


def with_text(value, text, fields):
    """The stored value with ``text`` in place of every text that an editor types as plain words."""
    if isinstance(value, dict):
        return {name: value[name] if name in NOT_WORDS else with_text(value[name], text, fields) for name in value}
    if isinstance(value, list):
        return [with_text(part, text, fields) for part in value]
    if isinstance(value, str) and not value.startswith("<p>"):
        fields.append(value)
        return text
    return value


@pytest.mark.django_db
@EVERY_KIND
@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_editor_types_stays_text(kind, text):
    make_book(title="A book", cover=make_image())
    make_article(title="An article")
    fields = []
    stored = full(kind)
    stored["value"] = with_text(stored["value"], text, fields)
    clean, hostile = shown(full(kind)), shown(stored)

    assert [tag.name for tag in hostile.find_all(True)] == [tag.name for tag in clean.find_all(True)]
    assert {name for tag in hostile.find_all(True) for name in tag.attrs} <= {
        *(name for tag in clean.find_all(True) for name in tag.attrs)
    }
    if fields:
        assert hostile.get_text().count(text) >= 1


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_what_the_library_holds_stays_text(text):
    book = make_book(
        title=text, subtitle=text, authors=text, blurb=text, rating_source=text, rating_count=5, tags=["Safe"]
    )
    article = make_article(title=text, slug="hostile", summary=text)
    html = render(block("books", {"heading": "Books", "books": [{"type": "item", "value": book.pk, "id": "1"}]}))
    html += render(block("related", {"heading": "Next", "pages": [{"type": "item", "value": article.pk, "id": "1"}]}))
    soup = BeautifulSoup(html, "html.parser")

    assert soup.get_text().count(text) >= 6
    assert not soup.select("img, [onerror], [onmouseover]")
    assert all(script.get("src") for script in soup.select("script"))


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_anchor_stays_an_anchor(client, text):
    page = read(client, make_article(body=[section("Stages", anchor=text)]).url)
    heading = page.find("h2", string="Stages")

    assert set(heading.attrs) == {"class", "id"}
    assert not set(heading["id"]) & set(" \"'<>&{}")
