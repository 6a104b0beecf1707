"""Parts of a page that any site template can place."""

from django.utils import timezone
from laces.components import Component

from beatcancer_wagtail.events.finding import find_event_listing, load_events, public_events
from beatcancer_wagtail.events.models.dates import EventDate
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.resources import site_path


class ComingEvents(Component):
    """The next events of the site, and a link to all. Nothing at all when none is coming.

    ``listing`` is a page that wears ``EventListingMixin``; without it the first one of the site is taken for the
    link, and the events of the whole site are shown. Events that are off are left out.
    """

    template_name = "beatcancer_events/components/coming_events.html"

    def __init__(self, count: int = 3, *, listing=None, heading: str = "", heading_level: int = 2):
        self.count, self.listing, self.heading, self.heading_level = count, listing, heading, heading_level

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        listing = self.listing or find_event_listing(request)
        pages = self.listing.get_events() if self.listing else self._of_site(request)
        now = timezone.now().replace(second=0, microsecond=0)
        dates = EventDate.objects.filter(event__in=pages.order_by().values("pk"), is_off=False)
        ids = dates.next_of_each(now).values_list("event_id", flat=True)[: self.count]
        name = (
            f"events.next.{self.count}.{self.listing and self.listing.pk}.{site_path(request=request)}.{now:%Y%m%d%H%M}"
        )
        return {
            "events": load_events(remembered(name, lambda: list(ids))),
            "event_listing": listing,
            "heading": self.heading,
            "heading_level": str(self.heading_level),
            "item_level": str(int(self.heading_level) + 1),
            "request": request,
        }

    def _of_site(self, request):
        return public_events().filter(url_path__startswith=site_path(request=request))
