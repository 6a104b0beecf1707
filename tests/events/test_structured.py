"""Events as search engines read them."""

import datetime
import json

import pytest

from tests.builders import event_date, make_event, make_event_listing, make_image
from tests.reading import read

pytestmark = pytest.mark.django_db

JULY = datetime.date(2040, 7, 3)
JOIN = "https://meet.example.org/"


def node(event):
    (only,) = event.structured_data(None)
    return only


def test_an_event_with_all_its_facts():
    event = make_event(
        title="Walk", summary="A walk.", tags=["Moving", "Free"], address="Mill Lane\nWrenfield", organiser="The Trust",
        cost="£5", booking_url="https://book.example.org/", dates=[event_date(JULY, "09:30", "11:00")],
    )  # fmt: skip
    found = node(event)
    assert found.pop("@id").startswith(event.full_url + "#event-")
    assert found == {
        "@type": "Event",
        "name": "Walk",
        "description": "A walk.",
        "url": event.full_url,
        "startDate": "2040-07-03T09:30:00+01:00",
        "endDate": "2040-07-03T11:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "The Old Seed Hall", "address": "Mill Lane, Wrenfield"},
        "organizer": {"@type": "Organization", "name": "The Trust"},
        "offers": {
            "@type": "Offer", "url": "https://book.example.org/", "description": "£5", "price": "5",
            "priceCurrency": "GBP",
        },
        "keywords": "Free, Moving",
    }  # fmt: skip


def test_picture_and_the_sites_own_organisation():
    event = make_event(hero_image=make_image())
    found = node(event)
    assert found["image"]["@type"] == "ImageObject"
    assert found["image"]["url"].startswith("http://localhost/")
    assert found["organizer"] == {"@id": "http://localhost/#organization"}


def graph(page):
    (script,) = page.select('script[type="application/ld+json"]')
    return json.loads(script.string)["@graph"]


def test_graph_of_the_pages_names_what_they_are_about(client):
    listing = make_event_listing()
    events = [make_event(listing, title=f"Event {number}", dates=[event_date(number)]) for number in (1, 2)]
    make_event(listing, dates=[event_date(-1)])
    nodes = {found["@type"]: found for found in graph(read(client, listing.url))}
    assert nodes["CollectionPage"]["mainEntity"] == [{"@id": nodes["ItemList"]["@id"]}]
    items = nodes["ItemList"]["itemListElement"]
    assert [(item["position"], item["name"], item["url"]) for item in items] == [
        (1, "Event 1", events[0].full_url),
        (2, "Event 2", events[1].full_url),
    ]
    nodes = {found["@type"]: found for found in graph(read(client, events[0].url))}
    assert nodes["WebPage"]["mainEntity"] == [{"@id": nodes["Event"]["@id"]}]
    assert [step["name"] for step in nodes["BreadcrumbList"]["itemListElement"]] == ["Home", "Events", "Event 1"]


def test_one_node_for_each_date_each_with_its_own_name():
    event = make_event(dates=[event_date(JULY), event_date(JULY.replace(day=10), status="cancelled")])
    first, second = event.structured_data(None)
    assert first["@id"] != second["@id"]
    statuses = [found["eventStatus"].rpartition("/")[2] for found in (first, second)]
    assert statuses == ["EventScheduled", "EventCancelled"]


def test_whole_days_are_dates():
    rows = [event_date(JULY, "", "", last=JULY.replace(day=4))]
    found = node(make_event(all_day=True, dates=rows))
    assert (found["startDate"], found["endDate"]) == ("2040-07-03", "2040-07-04")


@pytest.mark.parametrize(
    ("fields", "mode", "places"),
    [
        ({"mode": "in_person"}, "Offline", ["Place"]),
        ({"mode": "online", "join_url": JOIN}, "Online", ["VirtualLocation"]),
        ({"mode": "mixed", "join_url": JOIN}, "Mixed", ["Place", "VirtualLocation"]),
        ({"status": "moved_online", "join_url": JOIN}, "Online", ["VirtualLocation"]),
        ({"dates": [event_date(JULY, status="moved_online")]}, "Online", ["VirtualLocation"]),
    ],
)
def test_where(fields, mode, places):
    found = node(make_event(**fields))
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    location = found["location"]
    locations = location if isinstance(location, list) else [location]
    assert [place["@type"] for place in locations] == places
    if "join_url" in fields:
        assert JOIN in [place.get("url") for place in locations if place["@type"] == "VirtualLocation"]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nothing_is_sold_and_nobody_let_in_when_it_is_off(status):
    event = make_event(status=status, mode="online", join_url=JOIN, booking_url="https://book.example.org/")
    found = node(event)
    assert "offers" not in found
    assert found["location"] == {"@type": "VirtualLocation", "url": event.full_url}


@pytest.mark.parametrize(
    ("cost", "offer", "free"),
    [
        ("Free", {"price": "0"}, True),
        ("€12.50", {"price": "12.50", "priceCurrency": "EUR"}, None),
        ("Pay what you can", {}, None),
        ("£5 or £3", {}, None),
        ("", {}, None),
    ],
)
def test_cost(cost, offer, free):
    found = node(make_event(cost=cost, booking_url="https://book.example.org/"))
    assert {name: value for name, value in found["offers"].items() if name.startswith("price")} == offer
    assert found.get("isAccessibleForFree") is free


def test_nothing_without_a_date():
    assert make_event(dates=[]).structured_data(None) == []
