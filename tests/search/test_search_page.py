"""The search page as visitors see it, and the part of it that the overlay asks for."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.template import engines
from django.test import override_settings
from django.urls import include, path
from wagtail import urls as wagtail_urls

from beatcancer_wagtail.models import FailedSearch
from tests.builders import make_article, make_book, make_image, make_library, restrict, section, text
from tests.models.test_listing import ODD_NUMBERS, ODD_QUERIES
from tests.reading import all_words, canonical, latest, listed, meta, read, words
from tests.statements import statements_of

pytestmark = [pytest.mark.django_db, pytest.mark.searches]

BUDGET = 10
TYPING = {"X-Requested-With": "beatcancer-search-typing"}
FINISHED = {"X-Requested-With": "beatcancer-search"}


def tabs(page):
    return [text for text in all_words(page, ".bc-tabs__tab") if not text.startswith("Events")]


def found(page):
    return all_words(page, ".bc-results .bc-result__title, .bc-results .bc-book__title")


def part(client, query, headers=TYPING, **params):
    answer = client.get("/search/", {"q": query, **params}, headers=headers)
    assert answer.status_code == 200
    return answer


# What is shown


def test_results_are_listed_with_the_words_marked(client):
    article = make_article(title="Bone <marrow>", summary="Marrow & blood.", hero_image=make_image())
    result = read(client, "/search/", q="marrow").select_one(".bc-result")
    assert result.a["href"] == article.url
    assert words(result.h2) == "Bone < marrow >"
    assert [mark.text for mark in result.select("mark")] == ["marrow", "Marrow"]
    assert words(result.select_one(".bc-result__summary")) == "Marrow & blood."
    assert result.img["alt"] == ""


def test_excerpt_stands_where_neither_title_nor_summary_say_why(client):
    make_article(title="Bones", summary="About bones.", body=[section("Inside", text("<p>Here is marrow.</p>"))])
    page = read(client, "/search/", q="marrow")
    assert words(page.select_one(".bc-result__summary")) == "… Here is marrow ."
    assert "About bones" not in words(page)


def test_tabs_are_links_with_counts_that_include_zero(client):
    make_article(title="Marrow")
    page = read(client, "/search/", q="marrow")
    assert tabs(page) == ["Resources 1", "Books 0"]
    assert words(page.select_one(".bc-tabs [aria-current=page]")) == "Resources 1"
    for link in page.select(".bc-tabs__tab"):
        kind = parse_qs(urlsplit(link["href"]).query)["kind"]
        assert words(read(client, link["href"]).select_one("[aria-current=page]")) == words(link), kind


def test_book_is_shown_with_its_rating_and_its_source_and_is_no_link(client):
    make_book(
        title="Marrow", authors="Ada Example\nBen Sample", blurb="About marrow.", rating_value="4.5", rating_count=614948,
        rating_source="Readers' Corner", cover=make_image(),
    )  # fmt: skip
    book = read(client, "/search/", q="marrow").select_one(".bc-book")
    assert [words(part) for part in book.select("h2, .bc-book__authors, .bc-book__blurb")] == [
        "Marrow", "Ada Example, Ben Sample", "About marrow .",
    ]  # fmt: skip
    assert "(614,948 ratings)" in words(book.select_one(".bc-rating"))
    assert "Readers' Corner" in words(book.select_one(".bc-rating"))
    assert book.img
    assert not book.select("a")


def test_book_with_reading_links_shows_them(client):
    link = {"type": "link", "value": {"label": "Borrow it", "url": "https://example.org/marrow"}}
    make_book(title="Marrow", links=[link])
    book = read(client, "/search/", q="marrow").select_one(".bc-book")
    assert [(words(link), link["href"]) for link in book.select("a")] == [("Borrow it", "https://example.org/marrow")]


def test_title_says_what_was_found(client):
    make_article(title="Marrow")
    make_book(title="Marrow")
    assert words(read(client, "/search/", q="marrow").title) == "2 results for “marrow”"
    assert words(read(client, "/search/").title) == "Search"


def test_search_engines_do_not_keep_the_page_but_follow_its_links(client):
    make_article(title="Marrow")
    for params in ({}, {"q": "marrow"}, {"q": "zebra"}):
        page = read(client, "/search/", **params)
        assert (meta(page, "robots"), canonical(page)) == (["noindex, follow"], [])


def test_form_keeps_the_words_and_works_without_scripts(client):
    page = read(client, "/search/", q='marrow <"&>')
    form = page.select_one("main form")
    assert (form["action"], form["method"]) == ("/search/", "get")
    assert form.select_one("input[name=q]")["value"] == "marrow < &>"
    assert form.label["for"] == form.select_one("input[name=q]")["id"]


def test_links_to_pages_of_results_keep_words_and_kind(client):
    for number in range(12):
        make_article(title=f"Marrow {number}")
    first = read(client, "/search/", q="marrow")
    following = first.select_one('a[rel="next"]')["href"]
    assert parse_qs(urlsplit(following).query) == {"q": ["marrow"], "kind": ["resources"], "page": ["2"]}
    assert len(found(first) + found(read(client, following))) == 12


# Nothing


def test_nothing_typed_shows_the_latest_resources(client):
    make_article(make_library(), title="Marrow")
    for query in ("", "  ", '"'):
        page = read(client, "/search/", q=query)
        assert (tabs(page), latest(page)) == ([], ["Marrow"])


def test_nothing_found_says_for_what_and_how_to_go_on(client):
    make_article(make_library(), title="Blood")
    page = read(client, "/search/", q="<b>zebra")
    assert words(page.select_one(".bc-empty__heading")) == "Nothing found for “<b>zebra”"
    assert tabs(page) == ["Resources 0", "Books 0"]
    assert page.select_one(".bc-empty a.bc-button")["href"] == "/search/"
    assert latest(page) == ["Blood"]


def test_other_words_and_tags_are_suggested(client):
    library = make_library()
    make_article(library, title="What is metastasis?", tags=["Palliative care"])
    page = read(client, "/search/", q="metastassis")
    suggested = page.select_one(".bc-empty__suggestion a")
    assert words(suggested) == "metastasis"
    assert found(read(client, suggested["href"])) == ["What is metastasis ?"]
    page = read(client, "/search/", q="paliative")
    links = {words(link): link["href"] for link in page.select(".bc-empty__tags a")}
    assert listed(read(client, links["Palliative care"])) == ["What is metastasis?"]


def test_nothing_of_this_kind_says_where_there_is_something(client):
    make_book(title="Marrow")
    page = read(client, "/search/", q="marrow", kind="resources")
    assert words(page.select_one(".bc-empty__heading")) == "Resources: nothing found for “marrow”"
    (link,) = page.select(".bc-empty__ways a")
    assert (words(link), found(read(client, link["href"]))) == ("Books: 1", ["Marrow"])


def test_suggestions_come_from_what_is_public(client):
    make_library()
    restrict(make_article(title="Metastasis", tags=["Palliative care"]))
    make_article(title="Metastasis", tags=["Palliative care"], live=False)
    for query in ("metastassis", "paliative"):
        page = read(client, "/search/", q=query)
        assert not page.select(".bc-empty__suggestion, .bc-empty__tags a"), query


# Bad input


@pytest.mark.parametrize("kind", ["", "books", "nonsense"])
def test_odd_queries_answer(client, kind):
    make_article()
    for query in ODD_QUERIES:
        assert len(str(read(client, "/search/", q=query, kind=kind))) < 60_000, query
        assert len(part(client, query, kind=kind).content) < 60_000, query


def test_odd_pages_and_kinds_answer(client):
    make_article(title="Marrow")
    for odd in [*ODD_NUMBERS, *ODD_QUERIES]:
        if odd in ("books", "events"):
            continue
        assert found(read(client, "/search/", q="marrow", page=odd)) == ["Marrow"], odd
        assert found(read(client, "/search/", q="marrow", kind=odd)) == ["Marrow"], odd


def test_only_reading_is_allowed(client):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/search/?q=x").status_code == 405
    answer = client.head("/search/?q=x")
    assert (answer.status_code, answer.content) == (200, b"")


# Statements


@pytest.mark.parametrize("query", ["marrow", "marrow blood", "zebra", "marow", ""])
def test_same_number_of_statements_with_one_and_with_twenty(client, query):
    library, image = make_library(), make_image()

    def fill(number):
        for place in range(number):
            body = [section("Inside", text("<p>Blood and marrow.</p>"))]
            make_article(library, title=f"Marrow {place}", tags=["Scans"], hero_image=image, body=body)
            make_book(title=f"Marrow {place}", cover=image, tags=["Health"])

    fill(1)
    one = statements_of(client, "/search/", q=query)
    books = statements_of(client, "/search/", q=query, kind="books")
    fill(19)
    twenty = statements_of(client, "/search/", q=query)
    more_books = statements_of(client, "/search/", q=query, kind="books")
    assert (len(one), len(books)) == (len(twenty), len(more_books)), f"{one}\n{twenty}\n{books}\n{more_books}"
    assert max(len(one), len(books)) <= BUDGET, f"{one}\n{books}"


# Searches that found nothing


def failed():
    return list(FailedSearch.objects.values_list("words", "kind", "times"))


def test_search_that_finds_nothing_is_counted_once_for_each_time(client):
    read(client, "/search/", q="Zebra ")
    read(client, "/search/", q="zebra")
    read(client, "/search/", q="zebra", kind="books")
    assert sorted(failed()) == [("zebra", "", 2), ("zebra", "books", 1)]


def test_what_somebody_is_still_typing_is_not_counted(client):
    for typed in ("ze", "zeb", "zebra"):
        part(client, typed)
    assert failed() == []
    part(client, "zebra", FINISHED)
    assert failed() == [("zebra", "", 1)]


def test_other_requests_are_not_counted(client):
    make_book(title="Marrow")
    read(client, "/search/", q="marrow", kind="resources")  # something of another kind
    read(client, "/search/", q="")
    read(client, "/search/", q="zebra", page="2")
    client.head("/search/", {"q": "zebra"})
    assert failed() == []


# The part for the overlay


def test_overlay_gets_its_part_alone(client):
    for number in range(8):
        make_article(title=f"Marrow {number}", hero_image=make_image())
    answer = part(client, "marrow")
    html = answer.content.decode()
    assert "<html" not in html
    assert "<img" not in html
    page = read_part(html)
    assert page.div["data-bc-total"] == "8"
    assert page.div["data-bc-said"].startswith("Resources: 8, ")
    assert len(found(page)) == 6
    assert found(read(client, page.select_one(".bc-overlay__all a")["href"])) != []


def read_part(html):
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "html.parser")


def test_overlay_says_what_was_not_found(client):
    page = read_part(part(client, "zebra").content.decode())
    assert words(page.select_one(".bc-empty__heading")) == "Nothing found for “zebra”"


def test_no_cache_takes_the_part_for_the_page(client):
    make_article(title="Marrow")
    page, typed = client.get("/search/?q=marrow"), part(client, "marrow")
    for answer in (page, typed):
        assert "X-Requested-With" in answer["Vary"]
        assert "Cookie" not in answer["Vary"]
        assert not answer.cookies
    assert "private" in typed["Cache-Control"]
    assert "Cache-Control" not in page
    assert "<html" in client.get("/search/?q=marrow", headers={"X-Requested-With": "XMLHttpRequest"}).content.decode()


# Sites without the page


def button(**context):
    return engines["django"].from_string("{% load beatcancer %}{% bc_search_button %}").render(context)


def test_button_is_a_link_to_the_page():
    page = read_part(button())
    link = page.select_one("a")
    assert (link["href"], words(link)) == ("/search/", "Search")
    assert page.find("template").find("form")["action"] == "/search/"


def test_button_with_other_words_and_without_the_key():
    code = '{% load beatcancer %}{% bc_search_button "Find help" shortcut=False %}'
    link = read_part(engines["django"].from_string(code).render({})).select_one("a")
    assert words(link) == "Find help"
    assert "aria-keyshortcuts" not in link.attrs


urlpatterns = [path("find/", include("beatcancer_wagtail.urls")), path("", include(wagtail_urls))]


@override_settings(ROOT_URLCONF=__name__)
def test_page_stands_where_the_site_wants_it(client):
    make_article(title="Marrow")
    page = read(client, "/find/search/", q="marrow")
    assert page.select_one(".bc-tabs__tab")["href"].startswith("/find/search/?")
    assert page.select_one("main form")["action"] == "/find/search/"


@override_settings(ROOT_URLCONF="wagtail.urls")
def test_site_without_the_page_shows_no_button(client):
    assert button() == ""
    assert client.get(make_article().url).status_code == 200
