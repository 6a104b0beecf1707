"""Events as a kind of what readers search for."""

from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.blocks.plain import plain_text
from beatcancer_wagtail.events.finding import load_events, public_events
from beatcancer_wagtail.search.kinds import Kind, of_this_site


def events() -> Kind:
    """The events of this site, coming and past."""
    return Kind(
        name="events",
        label=_("Events"),
        records=lambda request: of_this_site(public_events(), request),
        load=lambda ids: load_events(ids, body=True),
        template="beatcancer_events/components/search_event.html",
        order=200,
        text=lambda event: plain_text(event.body),
    )
