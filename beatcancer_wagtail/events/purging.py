"""When an event changes, the lists above it are purged from a frontend cache, with the calendars that people subscribe to."""

from django.apps import apps
from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from beatcancer_wagtail.events.finding import Event, EventListing
from beatcancer_wagtail.resources import base_page_model

UID = "beatcancer_events.purging"


def connect() -> None:
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        page_published.connect(event_changed, dispatch_uid=UID)
        page_unpublished.connect(event_changed, dispatch_uid=UID)
        post_page_move.connect(event_moved, dispatch_uid=UID)


def event_changed(instance, **_signal) -> None:
    """Also before a page is deleted: Wagtail unpublishes it first."""
    if isinstance(instance, Event):
        _purge(instance.get_parent())


def event_moved(instance, parent_page_before, parent_page_after, **_signal) -> None:
    if parent_page_before.pk != parent_page_after.pk and isinstance(instance.specific_deferred, Event):
        _purge(parent_page_before, parent_page_after)


def _purge(*parents: Page) -> None:
    """Once the change is there for all to see, or the cache would fetch what it has just dropped."""
    transaction.on_commit(lambda: _purge_listings(parents))


def _purge_listings(parents: tuple[Page, ...]) -> None:
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    for parent in parents:
        above = base_page_model().objects.ancestor_of(parent, inclusive=True)
        batch.add_pages(above.filter(live=True).type(EventListing).specific())
    batch.purge()
