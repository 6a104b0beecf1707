"""When the library changes, what is remembered of it is worked out afresh. And what was not found is counted."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from taggit.models import Tag
from wagtail.images.models import AbstractImage
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from beatcancer_wagtail.memory import start_edition
from beatcancer_wagtail.models import (
    BookSnippet,
    CallToAction,
    ClosingCall,
    Organisation,
    ResourceListingMixin,
    SurveyBanner,
)
from beatcancer_wagtail.resources import Resource
from beatcancer_wagtail.search.views import found_nothing
from beatcancer_wagtail.searches import record_failed_search

SITE_SETTINGS = (SurveyBanner, Organisation, ClosingCall)
SHOWN = (Resource, ResourceListingMixin, BookSnippet, AbstractImage, PageViewRestriction, Site, Tag, CallToAction)
UID = "beatcancer_wagtail.edition"


def connect() -> None:
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(library_changed, dispatch_uid=UID)
    for signal in (post_save, post_delete):
        signal.connect(record_changed, dispatch_uid=UID)
    found_nothing.connect(searched_in_vain, dispatch_uid=UID)


def library_changed(**_signal) -> None:
    """Start a new edition: now for this process, and again once the change is there for everybody to see."""
    start_edition()
    transaction.on_commit(start_edition)


def record_changed(sender, update_fields=None, **_signal) -> None:
    if issubclass(sender, SITE_SETTINGS) or (issubclass(sender, SHOWN) and update_fields is None):
        library_changed()


def searched_in_vain(words: str, kind: str, **_signal) -> None:
    record_failed_search(words, kind)
