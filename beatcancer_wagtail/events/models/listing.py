from datetime import timedelta

import swapper
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.search import index

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.events.calendars import Calendar, CalendarEntry
from beatcancer_wagtail.events.event_list import EventList
from beatcancer_wagtail.events.finding import ON_THE_WAY, EventListing, event_models, load_events, public_events
from beatcancer_wagtail.events.models.calendar_route import CalendarRoute
from beatcancer_wagtail.events.models.dates import EventDate
from beatcancer_wagtail.events.structured import list_node
from beatcancer_wagtail.models.base_page import load_base_page, parent_link
from beatcancer_wagtail.resources import with_resource_tags

FEED_LOOKS_BACK = timedelta(days=90)
FEED_DATES = 1000


class EventListingMixin(CalendarRoute, EventListing, models.Model):
    """A page that lists the events below it, however deep. Put it before your own page class."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=600)
    page_size = models.PositiveSmallIntegerField(
        _("events on each page"), default=20, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    show_search = models.BooleanField(_("show the search field"), default=True)
    show_filters = models.BooleanField(_("show the filters"), default=True)
    empty_text = models.TextField(_("text when nothing is found"), blank=True, max_length=600)

    listing_panels = [
        FieldPanel("introduction", help_text=_("What readers find here, in one or two sentences.")),
        FieldPanel("page_size"),
        MultiFieldPanel(
            [
                FieldPanel("show_search"),
                FieldPanel("show_filters", help_text=_("By tag, and by how people attend.")),
                FieldPanel(
                    "empty_text",
                    help_text=_(
                        "What to try next, or whom to ask. A short text of our own is shown when this is empty."
                    ),
                ),
            ],
            heading=_("Finding"),
        ),
    ]
    listing_search_fields = [index.SearchField("introduction")]
    api_fields = [APIField("introduction")]

    event_list: EventList | None = None  # the one that the page shows

    class Meta:
        abstract = True

    def get_events(self) -> models.QuerySet:
        """The events that this listing shows to a stranger, as base pages."""
        return public_events().descendant_of(self)

    def get_event_list(self, params) -> EventList:
        """What a reader with this query string sees."""
        return EventList(self.get_events(), params, name=f"events.{self.pk}", page_size=self.page_size)

    def get_calendar(self, request=None) -> Calendar:
        """All that comes and what was lately: up to 1,000 dates, the next ones first.

        It has no time of its last change: an event that was deleted leaves no trace of when.
        """
        now = timezone.now()
        rows = EventDate.objects.filter(event__in=self.get_events().order_by().values("pk"))
        coming = rows.filter(ends_at__gt=now).order_by("starts_at", "pk")
        wanted = dict(coming.values_list("pk", "event_id")[:FEED_DATES])
        lately = rows.filter(ends_at__gt=now - FEED_LOOKS_BACK, ends_at__lte=now).order_by("-ends_at", "-pk")
        wanted |= dict(lately.values_list("pk", "event_id")[: FEED_DATES - len(wanted)])
        entries = []
        for event in load_events(dict.fromkeys(wanted.values())):
            url = event.get_full_url(request) or ""
            entries += [CalendarEntry(event, row, url) for row in event.dates if row.pk in wanted]
        return Calendar(self.title, self.slug, entries)

    def structured_data(self, request=None) -> list[dict]:
        """What the list shows, as a schema.org ItemList; nothing before the page is asked for."""
        return list_node(self, self.event_list, request) if self.event_list else []

    def route(self, request, path_components):
        """Route as Wagtail does, but fetch an event below with its picture and tags in one statement."""
        if self.live:
            setattr(request, ON_THE_WAY, self)
        if path_components and len(event_models()) == 1:
            slug, *rest = path_components
            below = event_models()[0]._default_manager.child_of(self).filter(slug=slug).order_by()
            if event := with_resource_tags(below.select_related("hero_image")).first():
                return event.route(request, rest)
        return super().route(request, path_components)

    def get_template(self, request, *args, **kwargs):
        """The page's own template where the site has one, else the package's."""
        return [super().get_template(request, *args, **kwargs), "beatcancer_events/event_listing_page.html"]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        self.event_list = self.get_event_list(request.GET)
        full = self.calendar_path(self.get_full_url(request) or "")
        return context | {
            "base_template": library_settings().BASE_TEMPLATE,
            "content_element": library_settings().CONTENT_ELEMENT,
            "listing": self.event_list,
            "calendar_url": self.calendar_path(self.get_url(request) or ""),
            "subscribe_url": f"webcal:{full.partition(':')[2]}" if full.startswith("http") else "",
        }


BasePage = load_base_page()


class EventListingPage(EventListingMixin, BasePage):
    """The list of events that the package brings. Swap it with ``BEATCANCER_EVENTS_EVENTLISTINGPAGE_MODEL``."""

    page_ptr = parent_link()

    content_panels = BasePage.content_panels + EventListingMixin.listing_panels
    search_fields = BasePage.search_fields + EventListingMixin.listing_search_fields

    is_creatable = not swapper.is_swapped("beatcancer_events", "EventListingPage")
    page_description = _("Lists the events below it by month, with filters and a calendar to subscribe to.")

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")
        swappable = swapper.swappable_setting("beatcancer_events", "EventListingPage")
