"""How often a page asks the database: a stated budget, the same with one event and with twenty."""

import pytest
from wagtail.models import Site

from tests.builders import (
    close_pages_with,
    event_date,
    make_article,
    make_call,
    make_event,
    make_event_listing,
    make_image,
    related,
    section,
    text,
)
from tests.reading import read
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

BUDGET = 12


@pytest.fixture(autouse=True)
def stranger(client):
    client.logout()
    Site.clear_site_root_paths_cache()


def fill(listing, number):
    for place in range(number):
        dates = [event_date(place - 3), event_date(place + 1), event_date(place + 2, status="cancelled")]
        make_event(listing, tags=["Free", f"Subject {place}"], hero_image=make_image(), dates=dates)


@pytest.mark.searches
@pytest.mark.parametrize(
    "params", [{}, {"when": "past"}, {"mode": "online", "tag": "free"}, {"q": "come"}, {"q": "come", "tag": "free"}]
)
def test_listing(client, params):
    listing = make_event_listing()
    fill(listing, 1)
    with_one = statements_of(client, listing.url, **params)
    assert len(with_one) <= BUDGET, str(with_one)
    assert with_one.repeated == [], str(with_one)
    fill(listing, 19)
    assert len(statements_of(client, listing.url, **params)) <= max(len(with_one), BUDGET - 1)
    assert len(read(client, listing.url).select(".bc-event-row")) == 20


@pytest.mark.parametrize("path", ["", "ics/"])
def test_event_with_everything(client, path):
    close_pages_with(make_call())
    listing = make_event_listing()
    few = make_event(listing, tags=["Free"], hero_image=make_image())
    with_one = statements_of(client, few.url + path)
    assert len(with_one) <= BUDGET, str(with_one)
    assert with_one.repeated == [], str(with_one)
    body = [section("One", text("<p>Text.</p>")), related(make_article(), make_article())]
    many = make_event(
        listing, tags=[f"Tag {number}" for number in range(5)], hero_image=make_image(), body=body,
        dates=[event_date(day) for day in range(-10, 10)],
    )  # fmt: skip
    with_many = statements_of(client, many.url + path)
    assert len(with_many) <= BUDGET, str(with_many)
    assert with_many.repeated == [], str(with_many)


def test_feed(client):
    listing = make_event_listing()
    fill(listing, 1)
    with_one = statements_of(client, listing.url + "ics/")
    assert len(with_one) <= BUDGET, str(with_one)
    fill(listing, 19)
    assert len(statements_of(client, listing.url + "ics/")) == len(with_one)
