"""One reader's view of a library: pages of the list, links, and what it makes of any query string."""

import datetime

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatcancer_wagtail.resource_list import MAX_TAGS, ResourceList
from beatcancer_wagtail.resources import public_resources
from tests.builders import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven():
    """Articles of which some share a date, so that only the second order decides."""
    days = [1, 2, 2, 2, 3, 3, 4]
    return [
        make_article(title=title, published=datetime.datetime(2026, 1, day, tzinfo=datetime.timezone.utc), tags=["All"])
        for title, day in zip("cabedgf", days, strict=True)
    ]


def view(query="", **options):
    options = {"name": repr(options), **options}
    return ResourceList(public_resources(), QueryDict(query), **options)


def titles(pages):
    return [page.title for page in pages]


WHOLE = {"newest": list("fgdebac"), "oldest": list("cabedgf"), "title": list("abcdefg")}


@pytest.mark.parametrize("order", WHOLE)
def test_pages_of_every_size_make_up_the_whole_list(seven, order):
    for size in range(1, 9):
        for query in ("", "tag=all&"):
            pages = [
                view(f"{query}order={order}&page={number}", page_size=size) for number in range(1, -(-7 // size) + 1)
            ]
            assert {page.pages for page in pages} == {-(-7 // size)}
            assert sum((titles(page.items) for page in pages), []) == WHOLE[order], (size, query)


def test_pages_without_the_featured_make_up_the_rest(seven):
    featured = [page.pk for page in seven[:2]]
    for size in range(1, 7):
        pages = [view(f"page={number}", page_size=size, featured=featured) for number in range(1, -(-5 // size) + 1)]
        assert titles(pages[0].featured) == ["c", "a"]
        assert {page.pages for page in pages} == {-(-5 // size)}
        assert sum((titles(page.items) for page in pages), []) == list("fgdeb"), size
        assert [page.total for page in pages] == [7] * len(pages)


def test_links_say_only_what_differs_from_the_plain_list(seven):
    page = view("q=&tag=&order=newest&page=1&utm=x", page_size=2)
    assert page.url() == "?"
    assert page.url(page=3) == "?page=3"
    assert page.url(tags=["all"], order="title") == "?tag=all&order=title"
    assert (page.previous_url, page.next_url) == ("", "?page=2")


def test_links_carry_odd_words_safely(seven):
    page = view("q=a%26b%3Dc&tag=%22%3E", page_size=2)
    assert page.url() == "?q=a%26b%3Dc&tag=%22%3E"
    assert QueryDict(page.url()[1:]).getlist("tag") == ['">']


def test_number_of_tags_is_limited(seven):
    assert len(view("&".join(f"tag=t{number}" for number in range(50))).tag_slugs) == MAX_TAGS


def test_nothing_to_list(db):
    page = view("page=5")
    assert (page.total, page.matches, page.pages, page.number, page.items, page.tag_choices) == (0, 0, 1, 1, [], [])
    assert (page.previous_url, page.next_url) == ("", "")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["q", "tag", "order", "page", "p", "x"]),
        st.lists(st.text(max_size=40) | st.integers().map(str) | st.sampled_from(["all", "title", "2", "oldest"])),
    )
)
def test_any_query_string_gives_a_consistent_page(seven, params):
    query = QueryDict(mutable=True)
    for name, values in params.items():
        query.setlist(name, values)
    page = ResourceList(public_resources(), query, name="any", page_size=2)
    assert 1 <= page.number <= page.pages
    assert len(page.items) <= 2
    assert page.matches <= page.total == 7
    assert bool(page.items) == bool(page.matches)
    again = ResourceList(public_resources(), QueryDict(page.url(page=page.number)[1:]), name="any", page_size=2)
    assert titles(again.items) == titles(page.items)
