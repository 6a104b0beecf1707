import uuid
from datetime import date, datetime, time
from datetime import timezone as datetime_timezone

from django import forms
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField

from beatcancer_wagtail.events.states import CANCELLED, OFF, SCHEDULED, STATUS_WORDS, date_status_choices
from beatcancer_wagtail.events.zones import abbreviation, midnight_after, moment_of
from beatcancer_wagtail.models.base_page import BASE_PAGE

MIDNIGHT = time(0, 0)
UTC = datetime_timezone.utc


class EventDateQuerySet(models.QuerySet):
    """Rows that are stored, which are those of published events and of drafts that were never published."""

    def next_of_each(self, now: datetime):
        """One row for each event that is not over: its next date, if possible one that takes place; soonest first."""
        row = {name: OuterRef(name) for name in ("event", "is_off", "starts_at", "pk")}
        sooner = Q(starts_at__lt=row["starts_at"]) | Q(starts_at=row["starts_at"], pk__lt=row["pk"])
        better = Q(is_off__lt=row["is_off"]) | Q(is_off=row["is_off"]) & sooner
        others = self.model.objects.filter(better, event=row["event"], ends_at__gt=now)
        return self.filter(~Exists(others), ends_at__gt=now).order_by("starts_at", "pk")

    def last_of_each(self, now: datetime):
        """One row for each event that is over: its last date; the latest event first."""
        row = {name: OuterRef(name) for name in ("event", "ends_at", "pk")}
        later = Q(ends_at__gt=row["ends_at"]) | Q(ends_at=row["ends_at"], pk__gt=row["pk"])
        others = self.model.objects.filter(later, event=row["event"])
        return self.filter(~Exists(others), ends_at__lte=now).order_by("-ends_at", "-pk")


class EventDate(models.Model):
    """One date of one event.

    It belongs to the base page, so that one statement finds the dates of all events, whichever models they are of.
    What the editor gives is the clock on the wall, in the event's time zone; ``starts_at`` and ``ends_at`` are worked
    out from it when the event is saved, for the database to compare.
    """

    event = ParentalKey(BASE_PAGE, on_delete=models.CASCADE, related_name="beatcancer_event_dates")
    key = models.UUIDField(default=uuid.uuid4, blank=True)
    start_date = models.DateField(_("date"), null=True)
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_date = models.DateField(_("last day"), null=True, blank=True)
    end_time = models.TimeField(_("until"), null=True, blank=True)
    status = models.CharField(_("this date"), max_length=16, choices=date_status_choices, blank=True)
    starts_at = models.DateTimeField(null=True, editable=False)
    ends_at = models.DateTimeField(null=True, editable=False)
    is_off = models.BooleanField(default=False, editable=False)

    objects = models.Manager.from_queryset(EventDateQuerySet)()

    panels = [
        FieldRowPanel(
            [
                FieldPanel("start_date"),
                FieldPanel("start_time", disable_comments=True),  # one place to comment on a date is enough
                FieldPanel("end_time", help_text=_("Needed when “From” is filled."), disable_comments=True),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel(
                    "end_date",
                    help_text=_("Only if it ends on another day than it begins."),
                    disable_comments=True,
                ),
                FieldPanel(
                    "status",
                    help_text=_("Only if this date differs from the rest of the event."),
                    disable_comments=True,
                ),
            ]
        ),
        # Carries the lasting name of a row through the form: Wagtail gives a row of a live page another number at each save.
        FieldPanel("key", widget=forms.HiddenInput, classname="w-hidden", disable_comments=True),
    ]
    api_fields = [APIField("starts_at"), APIField("ends_at"), APIField("status")]

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        indexes = [
            models.Index(fields=["ends_at", "starts_at"], name="bc_event_date_end"),
            models.Index(fields=["event", "ends_at"], name="bc_event_date_event"),
        ]

    def __str__(self):
        return str(self.start_date or gettext("No date yet"))

    # What the clock on the wall says. ``event`` must be the specific page: EventMixin.dates sees to it.

    @property
    def begins(self) -> datetime | None:
        """The start in the event's own time zone."""
        if not self.start_date:
            return None
        clock = MIDNIGHT if self.event.all_day else self.start_time or MIDNIGHT
        return moment_of(self.start_date, clock, self.event.zone)

    @property
    def finishes(self) -> datetime | None:
        """The end in the event's own time zone; the end of the day where no time is given."""
        if not self.start_date:
            return None
        if self.event.all_day or not self.end_time:
            return midnight_after(self.last_day, self.event.zone)
        return moment_of(self.last_day, self.end_time, self.event.zone, after=self.begins)

    @property
    def last_day(self) -> date | None:
        return max(self.end_date or self.start_date, self.start_date) if self.start_date else None

    @property
    def state(self) -> str:
        """The status of this date: the event's, unless it has one of its own. What is off as a whole is off."""
        whole, own = self.event.status, self.status or self.event.status
        return whole if whole == CANCELLED or (whole in OFF and own not in OFF) else own

    @property
    def takes_place(self) -> bool:
        return self.state not in OFF

    @property
    def is_over(self) -> bool:
        finishes = self.finishes
        return finishes is not None and finishes <= timezone.now()

    def settle(self) -> None:
        """Work out the columns that the database compares."""
        self.key = self.key or uuid.uuid4()
        begins, finishes = self.begins, self.finishes
        self.starts_at = begins and begins.astimezone(UTC)
        self.ends_at = finishes and finishes.astimezone(UTC)
        self.is_off = not self.takes_place

    # Words

    @property
    def status_words(self) -> str:
        """What is different about this date; "" when it takes place as planned."""
        return "" if self.state == SCHEDULED else str(STATUS_WORDS[self.state])

    @property
    def day_words(self) -> str:
        """The day in full, or the first and the last one."""
        if not self.start_date:
            return ""
        first = _weekday_and_date(self.start_date)
        return first if self._is_one_day else gettext("%(first)s to %(last)s") % {
            "first": first, "last": _weekday_and_date(self.last_day)
        }  # fmt: skip

    @property
    def time_words(self) -> str:
        """ "9:30 a.m. to 11 a.m.", or "All day"; "" where the editor has given no time yet."""
        if self.event.all_day:
            return gettext("All day")
        if not (self.start_date and self.start_time):
            return ""
        start = time_format(self.start_time)
        if not self.end_time:
            return gettext("From %(time)s") % {"time": start}
        return gettext("%(first)s to %(last)s") % {"first": start, "last": time_format(self.end_time)}

    @property
    def zone_words(self) -> str:
        """ "London time (GMT)"; "" for a whole day."""
        if self.event.all_day or not self.start_date:
            return ""
        return gettext("%(place)s time (%(abbreviation)s)") % {
            "place": self.event.place_of_zone, "abbreviation": abbreviation(self.begins)
        }  # fmt: skip

    @property
    def machine_start(self) -> str:
        """For ``<time datetime>`` and for structured data: a date, or a moment with its offset."""
        return self._machine(self.start_date, self.begins)

    @property
    def machine_end(self) -> str:
        """As :attr:`machine_start`; "" where the event has no end yet."""
        if not self.event.all_day and not self.end_time:
            return ""
        return self._machine(self.last_day, self.finishes)

    def _machine(self, day: date | None, moment: datetime | None) -> str:
        if day is None:
            return ""
        return moment.isoformat() if not self.event.all_day and self.start_time else day.isoformat()

    @property
    def _is_one_day(self) -> bool:
        return self.last_day == self.start_date


def _weekday_and_date(day: date) -> str:
    return gettext("%(weekday)s, %(date)s") % {"weekday": date_format(day, "l"), "date": date_format(day)}
