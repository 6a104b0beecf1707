"""A draft may lack anything. It must still be saved, shown and counted."""

import pytest
from bs4 import BeautifulSoup

from beatcancer_wagtail.models import ArticlePage
from tests.blocks.rendering import BODY, full, render
from tests.builders import block, make_article, make_book, make_image, section, subsection
from tests.reading import read, words

pytestmark = [pytest.mark.django_db, pytest.mark.every_case]


@pytest.fixture(autouse=True)
def library():
    """So that blocks have something to show."""
    image = make_image()
    for number in range(2):
        make_book(title=f"Book {number}", cover=image, tags=["Cancer"])
        make_article(title=f"Article {number}", hero_image=image)


EMPTY = {str: "", int: None, list: [], dict: {}}
WAGTAILS_OWN = {"type", "id", "columns", "rows", "values"}  # Wagtail itself cannot read a value without them


def lacking(value):
    """``value`` again and again, each time without one of its parts; and what it then lacks."""
    if isinstance(value, dict):
        is_child = "type" in value
        for name, part in value.items():
            if name not in WAGTAILS_OWN and not is_child:
                yield f"{name} removed", {key: other for key, other in value.items() if key != name}
            if name not in WAGTAILS_OWN and not isinstance(part, bool):
                yield f"{name} empty", {**value, name: EMPTY.get(type(part))}
            if name not in WAGTAILS_OWN and isinstance(part, (str, int)):
                yield f"{name} None", {**value, name: None}
            for less, rest in lacking(part):
                yield f"{name}, {less}", {**value, name: rest}
    elif isinstance(value, list):
        for place, part in enumerate(value):
            if isinstance(part, str):
                yield f"{place} empty", [*value[:place], "", *value[place + 1 :]]
                yield f"{place} None", [*value[:place], None, *value[place + 1 :]]
            for less, rest in lacking(part):
                yield f"{place}, {less}", [*value[:place], rest, *value[place + 1 :]]


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
def test_nothing_that_is_missing_stops_a_page(kind):
    variants = list(lacking(full(kind)["value"]))
    assert variants or kind == "text"

    for less, value in variants:
        stored = block(kind, value)
        assert "None" not in words(BeautifulSoup(render(stored), "html.parser")), less
        ArticlePage(title="A draft", body=[stored]).settle_body()


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
@pytest.mark.parametrize("value", [{}, ""], ids=["nothing", "default"])
def test_a_block_just_added_stops_no_page(kind, value):
    added = BODY.child_blocks[kind]
    stored = added.get_prep_value(added.get_default()) if value == "" else value
    html = render(block(kind, stored if kind != "text" else ""))

    assert "None" not in BeautifulSoup(html, "html.parser").get_text()


def test_a_draft_of_empty_blocks_is_saved_and_previewed(rf):
    blocks = [block(kind, {} if kind != "text" else "") for kind in BODY.child_blocks]
    article = make_article(live=False, body=[*blocks, section("", *blocks[1:5], subsection("", subsection("")))])
    answer = article.get_latest_revision_as_object().make_preview_request(None, "")

    assert answer.status_code == 200


def test_what_is_empty_leaves_no_empty_shell(client):
    empty = [block(kind, {}) for kind in ("image", "table", "embed", "books", "related", "quote", "call_to_action")]
    page = read(client, make_article(body=[*empty, block("text", "<p>The end.</p>")]).url)
    body = page.select_one(".bc-article__body")

    assert words(body) == "The end."
    assert not body.select("figure, table, section, ul, aside, blockquote, iframe, a, img, [tabindex]")


def test_no_heading_is_empty(client):
    blocks = [block(kind, {}) for kind in BODY.child_blocks if kind != "text"]
    page = read(client, make_article(body=[*blocks, section("", subsection(""))]).url)

    assert all(words(heading) for heading in page.find_all(["h1", "h2", "h3", "h4"]))
