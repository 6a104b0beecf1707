"""The system check of the events app; it has its line in ``docs/reference/events.md`` and its test."""

from django.core.checks import Warning, register

from beatcancer_wagtail.events.calendars import is_available


@register("beatcancer_wagtail")
def check_icalendar(app_configs, **kwargs):
    """W001: without the library ``icalendar`` events have no links to add them to a calendar."""
    if is_available():
        return []
    hint = "Install it with: pip install 'beatcancer-wagtail[events]'. Until then events have no calendar links."
    return [Warning("The package icalendar is not installed.", hint=hint, id="beatcancer_events.W001")]
