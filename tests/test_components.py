"""The latest strip, wherever a site places it."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.template import engines
from django.test import RequestFactory

from beatcancer_wagtail.components import LatestResources
from beatcancer_wagtail.models.listing import find_listing
from tests.builders import article_model, home_page, make_article, make_image, make_library
from tests.reading import latest, read, words

pytestmark = pytest.mark.django_db


def strip(tag="{% bc_latest_resources %}", request=None, **context):
    template = engines["django"].from_string("{% load beatcancer %}" + tag)
    return BeautifulSoup(template.render(context, request), "html.parser")


def link(part):
    return words(part.select_one(".bc-latest__all"))


def test_three_newest_and_the_true_total(rf):
    library = make_library()
    for number in range(5):
        make_article(library, title=f"Number {number}")
    part = strip(request=rf.get("/"))
    assert latest(part) == ["Number 4", "Number 3", "Number 2"]
    assert link(part) == "View 5 resources"
    assert part.select_one(".bc-latest__all")["href"] == library.url


def test_one_resource_is_no_plural(rf):
    make_article(make_library())
    assert link(strip(request=rf.get("/"))) == "View 1 resource"


def test_without_any_library_there_is_no_link(rf):
    make_article(title="On its own")
    for request in (rf.get("/"), None):
        part = strip(request=request)
        assert latest(part) == ["On its own"]
        assert link(part) == ""


def test_without_any_resource_there_is_no_strip(rf):
    make_library()
    assert words(strip(request=rf.get("/"))) == ""


def test_page_shown_is_not_among_its_own_latest(client):
    library = make_library()
    for title in ("One", "Two", "Three", "Four"):
        article = make_article(library, title=title)
    page = read(client, article.url)
    assert latest(page) == ["Three", "Two", "One"]
    assert link(page) == "View 4 resources"


def test_outside_a_request_the_strip_is_the_same(rf):
    library = make_library()
    make_article(library, title="One")
    inside, outside = strip(request=rf.get("/")), strip()
    assert latest(inside) == latest(outside) == ["One"]
    assert link(inside) == link(outside) == "View 1 resource"
    assert "One" in LatestResources(1).render_html()


def test_named_library_is_taken_before_the_nearest(rf):
    make_article(make_library(title="Nearest"), title="Near")
    other = make_library(title="Other")
    make_article(other, title="Far")
    part = strip("{% bc_latest_resources 3 listing=library %}", rf.get("/"), library=other)
    assert latest(part) == ["Far"]
    assert part.select_one(".bc-latest__all")["href"] == other.url


def test_heading_level_and_pictures_are_the_sites_choice(rf):
    make_article(make_library(), title="One", hero_image=make_image())
    part = strip(request=rf.get("/"))
    assert (words(part.h2), words(part.h3)) == ("Latest resources", "One")
    assert part.img["alt"] == ""
    part = strip('{% bc_latest_resources 1 heading="New" heading_level=3 pictures=False %}', rf.get("/"))
    assert (words(part.h3), words(part.h4)) == ("New", "One")
    assert part.img is None


def test_number_shown_is_the_sites_choice(rf):
    library = make_library()
    for _number in range(7):
        make_article(library)
    assert len(latest(strip("{% bc_latest_resources 5 %}", rf.get("/")))) == 5
    assert len(latest(strip("{% bc_latest_resources 50 %}", rf.get("/")))) == 7
    assert latest(strip("{% bc_latest_resources 0 %}", rf.get("/"))) == []


def test_article_outside_the_library_links_to_the_sites_first(client):
    library = make_library()
    make_article(library, title="Inside")
    page = read(client, make_article(home_page()).url)
    assert latest(page) == ["Inside"]
    assert link(page) == "View 1 resource"


# The library that a page belongs to


def test_nearest_library_wins(rf):
    above = make_library(title="Above")
    below = make_library(above, title="Below")
    assert find_listing(rf.get("/"), make_article(below)) == below
    assert find_listing(rf.get("/"), make_article(above)) == above
    assert find_listing(None, make_article(below)) == below


def test_library_is_looked_up_once_in_a_request(rf, django_assert_num_queries):
    article = make_article(make_library())
    request = rf.get("/")
    first = find_listing(request, article)
    with django_assert_num_queries(0):
        assert [find_listing(request, article) for _again in range(3)] == [first] * 3


def test_no_library_is_remembered_too(rf, django_assert_num_queries):
    article = make_article()
    request = rf.get("/")
    assert find_listing(request, article) is None
    with django_assert_num_queries(0):
        assert find_listing(request, article) is None


def test_answer_for_one_page_is_not_taken_for_another(rf):
    first, second = make_library(title="First"), make_library(title="Second")
    in_first, in_second, outside = make_article(first), make_article(second), make_article(home_page())
    request = rf.get("/")
    found = [find_listing(request, page) for page in (in_second, in_first, outside, None, in_second)]
    assert found == [second, first, first, first, second]


def test_two_requests_do_not_share_what_they_found():
    library = make_library()
    article = make_article(library)
    assert find_listing(RequestFactory().get("/"), article) == library
    library.unpublish()
    assert find_listing(RequestFactory().get("/"), article) is None


def test_page_that_was_never_saved_has_the_sites_library(rf):
    library = make_library()
    assert find_listing(rf.get("/"), article_model()(title="New")) == library


def test_strip_of_a_library_without_articles_is_left_out_of_its_page(client):
    assert not read(client, make_library().url).select(".bc-latest")


def test_strip_below_an_empty_result_shows_the_way_on(client):
    library = make_library()
    make_article(library, title="One")
    cache.clear()
    page = read(client, library.url, q="zebra")
    assert latest(page) == ["One"]
