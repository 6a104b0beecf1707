"""What a frontend cache is told to drop when an event changes."""

import pytest
from django.apps import apps
from wagtail.signals import page_published, page_unpublished, post_page_move

from beatcancer_wagtail.events import purging
from tests.builders import make_event, make_event_listing, make_plain_page
from tests.front_cache import ROOT, dropped

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def connected(cache_in_front):
    purging.connect()
    yield
    for signal in (page_published, page_unpublished, post_page_move):
        signal.disconnect(dispatch_uid=purging.UID)


def of(listing):
    return {ROOT + listing.url, f"{ROOT}{listing.url}ics/"}


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete"])
def test_lists_above_and_their_calendars(commit, change):
    above, other = make_event_listing(), make_event_listing(title="Other")
    below = make_event_listing(make_plain_page(above), title="Walks")
    event = make_event(below)
    with commit():
        event.save_revision().publish() if change == "publish" else getattr(event, change)()
    assert of(above) | of(below) <= dropped
    assert not of(other) & dropped


def test_move_drops_both(commit):
    first, second = make_event_listing(title="First"), make_event_listing(title="Second")
    event = make_event(first)
    with commit():
        event.move(second, pos="last-child")
    assert of(first) | of(second) <= dropped


def test_other_pages_drop_nothing(commit):
    listing = make_event_listing()
    page = make_plain_page(listing)
    with commit():
        page.save_revision().publish()
    assert not of(listing) & dropped


def test_without_a_cache_nothing_is_connected(monkeypatch):
    for signal in (page_published, page_unpublished, post_page_move):
        signal.disconnect(dispatch_uid=purging.UID)
    monkeypatch.setattr(apps, "is_installed", lambda name: False)
    purging.connect()
    assert not page_published.disconnect(dispatch_uid=purging.UID)
