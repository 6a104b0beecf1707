import uuid
from hashlib import sha256

import swapper
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.search import index

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.events.calendars import Calendar, CalendarEntry
from beatcancer_wagtail.events.finding import ROWS, find_event_listing
from beatcancer_wagtail.events.forms import EventForm
from beatcancer_wagtail.events.models.calendar_route import CalendarRoute
from beatcancer_wagtail.events.models.content import EventContent
from beatcancer_wagtail.events.models.facts import EventFacts
from beatcancer_wagtail.events.states import (
    IN_PERSON,
    SCHEDULED,
    mode_choices,
    status_choices,
)
from beatcancer_wagtail.events.structured import event_nodes
from beatcancer_wagtail.events.time_zone_panel import TimeZonePanel
from beatcancer_wagtail.events.zones import default_time_zone, time_zone_choices
from beatcancer_wagtail.models.base_page import load_base_page, parent_link
from beatcancer_wagtail.resources import TAGGED_ITEMS, tagged_items
from beatcancer_wagtail.tagged import keep_tags


class EventMixin(CalendarRoute, EventFacts, EventContent):
    """Everything an event is, but for the page: put it before your own page class.

    Example::

        class CoursePage(EventMixin, BasePage):
            content_panels = BasePage.content_panels + EventMixin.event_panels
    """

    time_zone = models.CharField(
        _("time zone"), max_length=64, choices=time_zone_choices, default=default_time_zone
    )  # fmt: skip
    all_day = models.BooleanField(_("all day"), default=False)
    status = models.CharField(_("status"), max_length=16, choices=status_choices, default=SCHEDULED)
    status_note = models.TextField(_("what people should know"), max_length=400, blank=True)
    mode = models.CharField(_("how people attend"), max_length=16, choices=mode_choices, default=IN_PERSON)
    venue = models.CharField(_("venue"), max_length=160, blank=True)
    address = models.TextField(pgettext_lazy("of a place", "address"), max_length=400, blank=True)
    access_notes = models.TextField(_("access"), max_length=600, blank=True)
    join_url = models.URLField(_("link to take part"), max_length=500, blank=True)
    organiser = models.CharField(_("organiser"), max_length=160, blank=True)
    cost = models.CharField(_("cost"), max_length=160, blank=True)
    booking_url = models.URLField(_("where to book"), max_length=500, blank=True)
    calendar_uid = models.UUIDField(default=uuid.uuid4, editable=False)
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    calendar_facts = models.CharField(max_length=64, blank=True, editable=False)
    calendar_changed_at = models.DateTimeField(null=True, editable=False)

    event_panels = [
        EventContent.summary_panel,
        MultiFieldPanel(
            [
                InlinePanel(
                    "beatcancer_event_dates",
                    heading=_("Dates"),
                    label=_("Date"),
                    min_num=1,
                    help_text=_(
                        "One row for each date. If a date falls through, set its status and keep the row, "
                        "so that people's calendars hear of it."
                    ),
                ),
                FieldRowPanel(
                    [
                        TimeZonePanel(
                            "time_zone",
                            help_text=_(
                                "Where the clock hangs that the times are read from: write a large city, then choose."
                            ),
                        ),
                        FieldPanel("all_day", help_text=_("The times are then not used.")),
                    ]
                ),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status", help_text=_("Of the whole event. A single date has its own.")),
                FieldPanel(
                    "status_note",
                    help_text=_("Why it changed, and what to do now: a new date, a refund, whom to call."),
                ),
            ],
            heading=_("Does it take place?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("mode"),
                FieldPanel("venue", help_text=_("The name of the place, as the sign at the door says it.")),
                FieldPanel("address"),
                FieldPanel(
                    "access_notes",
                    help_text=_("Steps, lift, toilets, hearing loop, parking, the way from the bus; captions online."),
                ),
                FieldPanel(
                    "join_url", help_text=_("Everybody can read it on the page. It is hidden when the event is off.")
                ),
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("organiser", help_text=_("Leave empty if it is you.")),
                FieldPanel("cost", help_text=_("“Free”, “£5”, “Pay what you can”.")),
                FieldPanel("booking_url", help_text=_("Leave empty if people need not book.")),
            ],
            heading=_("Who, and how to book"),
        ),
        *EventContent.content_part_panels,
    ]
    event_search_fields = [
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
        index.SearchField("venue"),
        index.SearchField("address"),
        index.SearchField("organiser"),
        index.RelatedFields("tags", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.AutocompleteField("summary"),
    ]
    api_fields = [
        APIField("summary"),
        APIField("hero_image"),
        APIField("hero_alt"),
        APIField("body"),
        APIField("tags"),
        APIField("beatcancer_event_dates"),
        APIField("time_zone"),
        APIField("all_day"),
        APIField("status"),
        APIField("status_note"),
        APIField("mode"),
        APIField("venue"),
        APIField("address"),
        APIField("access_notes"),
        APIField("organiser"),
        APIField("cost"),
        APIField("booking_url"),
    ]

    exclude_fields_in_copy = ["calendar_uid", "calendar_sequence", "calendar_facts", "calendar_changed_at"]
    base_form_class = EventForm

    class Meta:
        abstract = True

    # What is worked out at each save

    def settle_dates(self) -> None:
        """Work out what the database compares, and give every row a lasting name. Done at each save."""
        self.__dict__.pop("zone", None)
        keys = set()
        for row in self.beatcancer_event_dates.all():
            row.event = self
            if row.key in keys:
                row.key = None  # two rows that were added to one form
            row.settle()
            keys.add(row.key)

    def settle_calendar(self) -> None:
        """Count a published change of what calendars show. Done at each save of a live page."""
        columns = ("calendar_facts", "calendar_sequence", "calendar_changed_at")
        stored = type(self)._default_manager.filter(pk=self.pk).values_list(*columns).first() if self.pk else None
        if not stored and self.alias_of_id:
            self.calendar_uid = uuid.uuid4()  # Wagtail gives an alias all columns of its page
        self.calendar_facts, self.calendar_sequence, self.calendar_changed_at = stored or ("", 0, None)
        facts = self._calendar_facts()
        if self.live and facts != self.calendar_facts:
            self.calendar_sequence += bool(self.calendar_facts)
            self.calendar_facts, self.calendar_changed_at = facts, timezone.now()

    def _calendar_facts(self) -> str:
        names = ("title", "summary", "status", "status_note", "mode", "venue", "address", "access_notes", "join_url")
        facts = [str(getattr(self, name)) for name in (*names, "time_zone", "all_day")]
        for row in self.dates:
            facts += [str(row.key), row.start_date, row.start_time, row.last_day, row.end_time, row.state]
        return sha256(repr([str(fact) for fact in facts]).encode()).hexdigest()

    def get_calendar(self, request=None) -> Calendar:
        """All dates of this event, over or not."""
        url = self.get_full_url(request) or ""
        entries = [CalendarEntry(self, row, url) for row in self.dates]
        return Calendar(self.title, self.slug, entries, self.calendar_changed_at)

    def structured_data(self, request=None) -> list[dict]:
        """One schema.org Event for each date."""
        return event_nodes(self, request)

    # Wagtail

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is not None:
            return super().save(*args, **kwargs)
        self._settle()
        self.settle_calendar()
        before = self._stored_tags()
        saved = super().save(*args, **kwargs)
        if getattr(self, "search_auto_update", True) and self._stored_tags() != before:
            index.insert_or_update_object(self)  # Wagtail did so before the tags were stored
        return saved

    def _settle(self) -> None:
        self.settle_body()
        self.settle_dates()

    def _stored_tags(self) -> set[int]:
        return set(tagged_items().filter(content_object=self.pk).values_list("tag_id", flat=True))

    def save_revision(self, *args, **kwargs):
        self._settle()
        return super().save_revision(*args, **kwargs)

    def with_content_json(self, content):
        """What calendars know an event by is that of the page, whatever an older revision, or that of a copy, says."""
        page = super().with_content_json(content)
        for name in EventMixin.exclude_fields_in_copy:
            setattr(page, name, getattr(self, name))
        return page

    def serve_preview(self, request, mode_name):
        self._settle()
        return super().serve_preview(request, mode_name)

    def get_template(self, request, *args, **kwargs):
        """The page's own template where the site has one (``app/course_page.html``), else the package's."""
        return [super().get_template(request, *args, **kwargs), "beatcancer_events/event_page.html"]

    def get_context(self, request, *args, **kwargs):
        keep_tags(self, TAGGED_ITEMS)
        if self.pk:
            models.prefetch_related_objects([self], ROWS)
        context = super().get_context(request, *args, **kwargs)
        self.prepare_body(fresh=getattr(request, "is_preview", False))
        return context | {
            "base_template": library_settings().BASE_TEMPLATE,
            "content_element": library_settings().CONTENT_ELEMENT,
            "event_listing": find_event_listing(request, self),
            "calendar_url": self.calendar_path(self.get_url(request) or ""),
        }


BasePage = load_base_page()


class EventPage(EventMixin, BasePage):
    """The event that the package brings. Swap it with ``BEATCANCER_EVENTS_EVENTPAGE_MODEL``."""

    page_ptr = parent_link()

    content_panels = BasePage.content_panels + EventMixin.event_panels
    search_fields = BasePage.search_fields + EventMixin.event_search_fields

    is_creatable = not swapper.is_swapped("beatcancer_events", "EventPage")
    page_description = _("A date, or several: when, where, how to take part, and what changed.")

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        swappable = swapper.swappable_setting("beatcancer_events", "EventPage")
