"""How often a page asks the database: a stated budget, the same however much the page shows, nothing asked twice."""

import re

import pytest
from django.apps import apps
from wagtail.models import Site

from tests.builders import (
    block,
    close_pages_with,
    faq,
    key_points,
    make_article,
    make_banner,
    make_book,
    make_call,
    make_image,
    make_library,
    picture,
    related,
    section,
    shelf,
    text,
)
from tests.reading import all_words, listed, read
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

BUDGET = 12
COMMENTS = 2 if apps.is_installed("beatcancer_wagtail.comments") else 0


@pytest.fixture(autouse=True)
def stranger(client):
    """The figures are those of an anonymous reader."""
    client.logout()
    Site.clear_site_root_paths_cache()


def fill(library, number):
    image = make_image()
    return [
        make_article(library, tags=["Scans", f"Subject {place}"], hero_image=image, body=[related()])
        for place in range(number)
    ]


def full_article(library, *, books, links=1):
    """An article with everything on it."""
    others = fill(library, max(links, 4))
    cover = make_image()
    linked = "".join(f'<p><a linktype="page" id="{page.pk}">{page.title}</a></p>' for page in others[:links])
    return make_article(
        library,
        tags=["Scans", "Blood tests"],
        hero_image=make_image(),
        body=[
            key_points("One.", "Two."),
            section("What it is", text(linked), picture(make_image())),
            section("How it is found", text(linked)),
            section("How it is treated", text(linked)),
            faq(*[(f"Question {number}?", linked) for number in range(5)]),
            shelf(*[make_book(cover=cover, tags=["Grief", "Health"]) for _number in range(books)]),
            related(*others[:2]),
            related(),
        ],
    )


def ours(repeated):
    """Without Wagtail's way to a page of one among several models: it looks for a slug on each level of the address."""
    return [shape for shape in repeated if not re.search(r'"slug" = \?\) LIMIT \?$', shape.replace("`", '"'))]


@pytest.mark.parametrize("scope", ["children", "descendants"])
def test_article_with_everything(client, scope):
    library = make_library(scope=scope)
    few = full_article(library, books=1)
    with_one = statements_of(client, few.url)
    assert len(with_one) <= BUDGET, str(with_one)
    assert ours(with_one.repeated) == [], str(with_one)

    many = full_article(library, books=20, links=4)
    page = read(client, many.url)
    assert len(all_words(page, ".bc-book__title")) == 20
    assert len(all_words(page, ".bc-question")) == 5
    assert len(page.select(".bc-tags a, .bc-latest__all, .bc-related__link")) >= 6
    with_twenty = statements_of(client, many.url)
    assert len(with_twenty) == len(with_one), f"{with_one}\n{with_twenty}"
    assert ours(with_twenty.repeated) == [], str(with_twenty)


def test_what_the_site_says_on_all_its_pages_costs_one_statement_once(client, settings):
    """Banner, organisation and closing call; and calls from the library in the body."""
    article = full_article(make_library(), books=1)
    without = len(statements_of(client, article.url))
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}
    cold_without = len(statements_of(client, article.url))
    target = article.get_parent()
    make_banner(page=target)
    close_pages_with(make_call(page=target))
    assert len(statements_of(client, article.url)) <= cold_without + 1
    settings.BEATCANCER_WAGTAIL = {}
    found = statements_of(client, article.url)
    assert len(found) == without <= BUDGET, str(found)
    assert read(client, article.url).select(".bc-closing a")


def test_an_article_with_a_closing_call_of_its_own(client):
    article = full_article(make_library(), books=1)
    without = len(statements_of(client, article.url))
    article.closing_call = make_call(page=article.get_parent())
    article.save()
    found = statements_of(client, article.url)
    assert read(client, article.url).select(".bc-closing a")
    assert len(found) == without, str(found)


def test_article_without_a_library(client):
    article = make_article(tags=["Scans"], hero_image=make_image(), body=[section("One", text())])
    make_article()
    found = statements_of(client, article.url)
    assert len(found) <= BUDGET, str(found)
    assert found.repeated == [], str(found)


def test_article_deep_in_the_tree(client):
    parent = library = make_library(scope="descendants")
    for _depth in range(5):
        parent = make_article(parent, tags=["Scans"], body=[section("One", text()), related()])
    found = statements_of(client, parent.url)
    assert len(found) <= BUDGET + 5 + COMMENTS, str(found)  # Wagtail looks for one page on each level
    assert library.url in str(read(client, parent.url))


LISTS = {
    "plain": {},
    "one tag": {"tag": "scans"},
    "two tags": {"tag": ["scans", "subject-0"]},
    "unknown tag": {"tag": "unknown"},
    "search": {"q": "article"},
    "search and tag": {"q": "article", "tag": "scans"},
    "nothing found": {"q": "zebra"},
    "reordered": {"order": "title"},
}


def test_library_costs_the_same_with_one_and_with_twenty(client):
    library = make_library(page_size=12)
    fill(library, 1)
    one = {name: statements_of(client, library.url, **params) for name, params in LISTS.items()}
    fill(library, 19)
    twenty = {name: statements_of(client, library.url, **params) for name, params in LISTS.items()}
    twenty["second page"] = statements_of(client, library.url, page=2)
    twenty["second page with a tag"] = statements_of(client, library.url, page=2, tag="scans")
    assert len(listed(read(client, library.url))) == 12
    for name, found in twenty.items():
        assert len(found) <= BUDGET, f"{name}: {found}"
        assert found.repeated == [], f"{name}: {found}"
        assert len(found) == len(one.get(name, one["plain"])), f"{name}: {one.get(name)}\n{found}"


def test_library_with_featured_articles(client):
    library = make_library(page_size=12)
    pages = fill(library, 8)
    library.featured = [block("resource", page.pk) for page in pages[:3]]
    library.save()
    found = statements_of(client, library.url)
    assert len(found) <= BUDGET, str(found)
    assert found.repeated == [], str(found)


def test_first_visit_ever_costs_the_same_however_many_there_are(client, settings):
    """Nothing remembered: every process starts so."""
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}
    library = make_library(page_size=12)
    article, *_others = fill(library, 2)
    few = [statements_of(client, url) for url in (library.url, article.url)]
    fill(library, 18)
    many = [statements_of(client, url) for url in (library.url, article.url)]
    assert [len(found) for found in few] == [len(found) for found in many], f"{few}\n{many}"
