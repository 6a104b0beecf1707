"""Mixins first, the concrete pages last."""

from beatcancer_wagtail.events.models.dates import EventDate
from beatcancer_wagtail.events.models.event import EventMixin, EventPage
from beatcancer_wagtail.events.models.listing import EventListingMixin, EventListingPage

__all__ = ["EventDate", "EventListingMixin", "EventListingPage", "EventMixin", "EventPage"]
