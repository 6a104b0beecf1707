"""When a resource changes, the libraries that list it are purged from a frontend cache, with their feeds and filters.

Wagtail purges the page that was published, and no other.
"""

from urllib.parse import urlencode

from django.apps import apps
from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from beatcancer_wagtail.feed_addresses import feed_paths
from beatcancer_wagtail.models.listing import ResourceListingMixin
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import Resource, base_page_model

UID = "beatcancer_wagtail.purging"


def connect() -> None:
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        page_published.connect(resource_changed, dispatch_uid=UID)
        page_unpublished.connect(resource_changed, dispatch_uid=UID)
        post_page_move.connect(resource_moved, dispatch_uid=UID)


def resource_changed(instance, **_signal) -> None:
    """Also before a page is deleted: Wagtail unpublishes it first."""
    if isinstance(instance, Resource):
        _purge(instance, instance.path)


def resource_moved(instance, parent_page_before, parent_page_after, **_signal) -> None:
    if parent_page_before.pk != parent_page_after.pk and isinstance(instance.specific_deferred, Resource):
        _purge(instance.specific, parent_page_before.path + "0", parent_page_after.path + "0")


def _purge(resource: Page, *paths: str) -> None:
    tags = [tag.slug for tag in resource.tag_labels]
    above = {step for path in paths for step in _above(path)}
    transaction.on_commit(lambda: _purge_libraries(above, tags))


def _purge_libraries(paths: set[str], tags: list[str]) -> None:
    """Once the change is there for all to see, or the cache would fetch what it has just dropped."""
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    for listing in base_page_model().objects.filter(path__in=paths, live=True).type(ResourceListingMixin).specific():
        batch.add_page(listing)
        if place := place_of(listing, batch):
            below = [*feed_paths(tags), *(f"?{urlencode({'tag': tag})}" for tag in tags)]
            batch.add_urls(place.address + path for path in below)
    batch.purge()


def _above(path: str) -> list[str]:
    """The paths of all pages above, in the way that the tree writes them."""
    step = Page.steplen
    return [path[:end] for end in range(step, len(path), step)]
