"""When events change, what is remembered of them is worked out afresh."""

from django.db.models.signals import post_delete, post_save

from beatcancer_wagtail.events.finding import Event, EventListing
from beatcancer_wagtail.signals import library_changed

UID = "beatcancer_events.edition"


def connect() -> None:
    """Publishing, moving and restricting are watched by the library itself."""
    for signal in (post_save, post_delete):
        signal.connect(record_changed, dispatch_uid=UID)


def record_changed(sender, update_fields=None, **_signal) -> None:
    if issubclass(sender, (Event, EventListing)) and update_fields is None:
        library_changed()
