"""The part of a library that filters change, as the script asks for it."""

import pytest

from tests.builders import make_article, make_library
from tests.reading import all_words, listed, read, tag_counts, words
from tests.search.test_search_page import read_part
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

ASKS = {"X-Requested-With": "beatcancer-listing"}


@pytest.fixture
def library():
    library = make_library(page_size=2)
    for number, tag in enumerate(["Scans", "Scans", "Blood tests"]):
        make_article(library, title=f"Marrow {number}", tags=[tag])
    return library


def part(client, library, **params):
    answer = client.get(library.url, params, headers=ASKS)
    assert answer.status_code == 200
    return answer


@pytest.mark.searches
@pytest.mark.parametrize(
    "params", [{}, {"tag": "scans"}, {"order": "title"}, {"page": "2"}, {"q": "marrow"}, {"q": "x"}]
)
def test_part_shows_what_the_page_shows(client, library, params):
    whole, alone = read(client, library.url, **params), read_part(part(client, library, **params).content.decode())
    assert listed(alone) == listed(whole)
    assert tag_counts(alone) == tag_counts(whole)
    for selector in (".bc-summary", ".bc-pages", ".bc-empty"):
        assert all_words(alone, selector) == all_words(whole, selector)
    assert not alone.select("h1, html, form")
    assert words(whole.select_one("[data-bc-listing-results]")) == words(alone)


def test_no_cache_takes_the_part_for_the_page(client, library):
    page, alone = client.get(library.url), part(client, library)
    for answer in (page, alone):
        assert "X-Requested-With" in answer["Vary"]
        assert "Cookie" not in answer["Vary"]
    assert "private" in alone["Cache-Control"]
    assert "private" not in page.get("Cache-Control", "")


def test_other_scripts_get_the_page(client, library):
    for asks in ("XMLHttpRequest", "beatcancer-search", ""):
        assert b"<html" in client.get(library.url, headers={"X-Requested-With": asks}).content


def test_part_needs_no_more_statements_than_the_page(client, library):
    client.defaults["HTTP_X_REQUESTED_WITH"] = ASKS["X-Requested-With"]
    alone = statements_of(client, library.url, tag="scans")
    del client.defaults["HTTP_X_REQUESTED_WITH"]
    assert len(alone) <= len(statements_of(client, library.url, tag="scans"))


@pytest.mark.searches
def test_best_match_is_offered_where_there_are_words(client, library):
    assert "Best match" in all_words(read(client, library.url, q="marrow"), ".bc-summary__orders [aria-current]")
    assert "Best match" not in words(read(client, library.url))


@pytest.mark.searches
def test_words_and_a_tag_together_need_few_statements(client, library):
    for number in range(6):
        make_article(library, title=f"Marrow and more {number}", tags=["Scans", "Bones"])
    answer = read(client, library.url, q="marrow", tag="scans")
    assert len(listed(answer)) == 2
    found = statements_of(client, library.url, q="marrow", tag="scans")
    assert len(found) <= 12, "\n".join(found)
