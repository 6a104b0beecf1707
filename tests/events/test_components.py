"""The strip of coming events on a page of the site's own."""

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.test import RequestFactory

from tests.builders import event_date, make_event, make_event_listing, make_site, restrict
from tests.reading import all_words, words

pytestmark = pytest.mark.django_db


def strip(tag="{% bc_coming_events %}", host="localhost", **context):
    request = RequestFactory().get("/", headers={"host": host})
    html = engines["django"].from_string("{% load beatcancer_events %}" + tag).render(context, request)
    return BeautifulSoup(html, "html.parser")


def titles(page):
    return all_words(page, ".bc-event-row__title")


def test_the_next_ones_and_a_link_to_all():
    listing = make_event_listing()
    for day in (4, 2, 9, 7):
        make_event(listing, title=f"In {day} days", dates=[event_date(day)])
    make_event(listing, title="Over", dates=[event_date(-1)])
    page = strip()
    assert titles(page) == ["In 2 days", "In 4 days", "In 7 days"]
    assert page.select_one(".bc-latest__all")["href"] == listing.url
    assert words(page.h2) == page.section["aria-label"] == "Coming events"
    assert page.h3
    assert titles(strip("{% bc_coming_events count=1 %}")) == ["In 2 days"]


def test_what_is_off_is_left_out():
    make_event(title="Off", status="cancelled", dates=[event_date(1)])
    make_event(title="Walk", dates=[event_date(2, status="postponed"), event_date(9)])
    page = strip()
    assert titles(page) == ["Walk"]
    assert not page.select(".bc-event-word")


def test_nothing_at_all_when_nothing_comes():
    make_event_listing()
    make_event(dates=[event_date(-1)])
    assert not strip().select("*")


def test_without_a_listing_there_is_no_link():
    make_event(title="Walk")
    page = strip()
    assert titles(page) == ["Walk"]
    assert not page.select(".bc-latest__all")


def test_only_this_site_and_what_a_stranger_may_read():
    make_event(title="Here")
    make_event(title="Draft", live=False)
    restrict(make_event(title="Secret"))
    make_event(make_site("other.example.org").root_page, title="There")
    assert titles(strip()) == ["Here"]
    assert titles(strip(host="other.example.org")) == ["There"]


def test_of_one_listing_under_another_heading():
    make_event(title="Elsewhere")
    listing = make_event_listing(title="Walks", slug="walks")
    make_event(listing, title="Walk")
    page = strip('{% bc_coming_events 5 listing=listing heading="Walks" heading_level=3 %}', listing=listing)
    assert titles(page) == ["Walk"]
    assert (words(page.h3), words(page.h4)) == ("Walks", "Walk")


def test_stylesheet_goes_with_that_of_the_library(settings):
    assert strip("{% bc_events_stylesheet %}").link["href"].endswith("beatcancer_events/css/events.css")
    settings.BEATCANCER_WAGTAIL = {"STYLESHEET": ""}
    assert not strip("{% bc_events_stylesheet %}").select("*")
