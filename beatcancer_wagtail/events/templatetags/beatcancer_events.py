from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.events.components import ComingEvents

register = template.Library()


@register.simple_tag
def bc_events_stylesheet():
    """The link to the stylesheet of the events; nothing when the setting ``STYLESHEET`` is empty."""
    if not library_settings().STYLESHEET:
        return ""
    return format_html('<link rel="stylesheet" href="{}">', static("beatcancer_events/css/events.css"))


@register.simple_tag(takes_context=True)
def bc_coming_events(context, count=3, **options):
    """The next events with a link to all; see :class:`beatcancer_wagtail.events.components.ComingEvents`."""
    return ComingEvents(count, **options).render_html(context)


@register.filter
def bc_day_part(day, form):
    """A part of a date in the reader's language, whatever the reader's time zone: ``{{ row.start_date|bc_day_part:"M" }}``."""
    return date_format(day, form) if day else ""
