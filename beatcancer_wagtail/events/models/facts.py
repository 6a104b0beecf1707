from zoneinfo import ZoneInfo

from django.utils.functional import cached_property
from django.utils.translation import gettext

from beatcancer_wagtail.events.finding import Event
from beatcancer_wagtail.events.models.dates import EventDate
from beatcancer_wagtail.events.states import (
    IN_PERSON,
    MIXED,
    MODE_WORDS,
    MOVED_ONLINE,
    OFF,
    ONLINE,
    SCHEDULED,
    STATUS_WORDS,
)
from beatcancer_wagtail.events.zones import load_zone, place_of


class EventFacts(Event):
    """What follows from the fields of an event: when, where, whether at all, and the words for it."""

    # Dates

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the event."""
        return load_zone(self.time_zone)

    @property
    def place_of_zone(self) -> str:
        """The city by which people know the time zone."""
        return place_of(self.time_zone)

    @property
    def dates(self) -> list[EventDate]:
        """All dates that have a day, in order."""
        rows = [row for row in self.beatcancer_event_dates.all() if row.start_date]
        for row in rows:
            row.event = self  # the specific page, which knows the time zone
        return sorted(rows, key=lambda row: (row.begins.astimezone(ZoneInfo("UTC")), row.pk or 0))

    @property
    def coming_dates(self) -> list[EventDate]:
        """Those that are not over."""
        return [row for row in self.dates if not row.is_over]

    @property
    def dates_to_attend(self) -> list[EventDate]:
        """Those of them that take place."""
        return [row for row in self.coming_dates if row.takes_place]

    @property
    def main_date(self) -> EventDate | None:
        """The date that a list shows: the next, if possible one that takes place; or the last one. None without dates."""
        coming = self.coming_dates
        return next(
            (row for row in coming if row.takes_place), coming[0] if coming else next(iter(self.dates[-1:]), None)
        )

    @property
    def is_over(self) -> bool:
        return bool(self.dates) and not self.coming_dates

    # Words

    @property
    def takes_place(self) -> bool:
        """Whether any date that is not over takes place."""
        coming = self.coming_dates
        return any(row.takes_place for row in coming) if coming else self.status not in OFF

    @property
    def status_words(self) -> str:
        """What is different about the event; "" when it takes place as planned."""
        return "" if self.status == SCHEDULED else str(STATUS_WORDS[self.status])

    @property
    def mode_now(self) -> str:
        """How people attend, now that it may have moved online."""
        return ONLINE if self.status == MOVED_ONLINE else self.mode

    @property
    def mode_words(self) -> str:
        return str(MODE_WORDS[self.mode_now])

    @property
    def is_in_person(self) -> bool:
        return self.mode_now in (IN_PERSON, MIXED)

    @property
    def is_online(self) -> bool:
        return self.mode_now in (ONLINE, MIXED)

    def may_join(self, row: EventDate) -> bool:
        """Whether the link to take part may be given to those who come on this date."""
        is_open = row.takes_place and not row.is_over
        return bool(self.join_url) and is_open and (self.is_online or row.state == MOVED_ONLINE)

    @property
    def shown_join_url(self) -> str:
        """The link to take part; "" when no date is left that anybody can join."""
        return self.join_url if any(self.may_join(row) for row in self.coming_dates) else ""

    @property
    def address_lines(self) -> list[str]:
        return [line.strip() for line in self.address.splitlines() if line.strip()]

    # Calendars

    def calendar_location(self, row: EventDate) -> str:
        """Where to go, in one line."""
        if not self.is_in_person or row.state == MOVED_ONLINE:
            return self.join_url if self.may_join(row) else gettext("Online")
        return ", ".join([part for part in (self.venue, *self.address_lines) if part])
