"""Events as calendars: iCalendar files for one event and for a listing (RFC 5545), through the library ``icalendar``."""

import re
import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from typing import NamedTuple

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from django.utils.translation import get_language

from beatcancer_wagtail import __version__
from beatcancer_wagtail.memory import remembered

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//beatcancer-wagtail//Events//EN"
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ASK_AGAIN = timedelta(hours=6)


class CalendarEntry(NamedTuple):
    """One date of one event with the address of its page, which must be public."""

    event: object
    date: object
    url: str


class Calendar(NamedTuple):
    """What is to be written: a name, a file name, the entries; and when it last changed, where that is known."""

    name: str
    file_name: str
    entries: list[CalendarEntry]
    changed_at: datetime | None = None

    @property
    def etag(self) -> str:
        parts = [__version__, get_language(), self.name]
        parts += [
            (entry.url, entry.event.calendar_sequence, entry.event.calendar_facts, str(entry.date.key))
            for entry in self.entries
        ]
        return quote_etag(sha256(repr(parts).encode()).hexdigest()[:32])


@cache
def is_available() -> bool:
    """Whether the extra ``events`` is installed."""
    return find_spec("icalendar") is not None


def calendar_response(request, calendar: Calendar) -> HttpResponse:
    """The file, or 304 for a program that has it already. Only for GET and HEAD."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    changed = calendar.changed_at and int(calendar.changed_at.timestamp())
    answer = get_conditional_response(request, etag=calendar.etag, last_modified=changed)
    if answer is None:
        content = remembered(f"calendar {calendar.etag}", lambda: write_calendar(calendar), per_edition=False)
        answer = HttpResponse(content, content_type=CONTENT_TYPE)
        answer["Content-Disposition"] = content_disposition_header(True, f"{calendar.file_name}.ics")
    answer["ETag"] = calendar.etag
    if changed:
        answer["Last-Modified"] = http_date(changed)
    return answer


def write_calendar(calendar: Calendar) -> bytes:
    """The calendar as a file."""
    from icalendar import Calendar as ICalendar
    from icalendar import vDuration

    written = ICalendar()
    written.add("prodid", PRODUCT)
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("x-wr-calname", _text(calendar.name))
    written.add("name", _text(calendar.name))
    written.add("refresh-interval", vDuration(ASK_AGAIN), parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", vDuration(ASK_AGAIN).to_ical().decode())
    for entry in calendar.entries:
        written.add_component(_write_event(entry))
    if years := [moment.year for entry in calendar.entries for moment in (entry.date.begins, entry.date.finishes)]:
        written.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 1, 1, 1))
    return written.to_ical()


def _write_event(entry: CalendarEntry):
    from icalendar import Event

    event, day = entry.event, entry.date
    written = Event()
    written.add("uid", uid_of(event, day))
    written.add("sequence", event.calendar_sequence)
    changed = (event.calendar_changed_at or datetime.now(timezone.utc)).astimezone(timezone.utc)
    written.add("dtstamp", changed)
    written.add("last-modified", changed)
    for name, value in _span(event, day):
        written.add(name, value)
    words = day.status_words
    written.add("summary", _text(f"{words}: {event.title}" if words else event.title))
    written.add("status", "CONFIRMED" if day.takes_place else "CANCELLED")
    if not day.takes_place:
        written.add("transp", "TRANSPARENT")  # the hour is free again
    for name, value in (
        ("description", _description(event, day, entry.url)),
        ("location", event.calendar_location(day)),
    ):
        if value:
            written.add(name, _text(value))
    if entry.url:
        written.add("url", entry.url)
    return written


def uid_of(event, day) -> str:
    """The lasting name of one date of one event: neither an address nor a number of the database is part of it."""
    return str(uuid.uuid5(event.calendar_uid, str(day.key)))


def _span(event, day) -> Iterable[tuple[str, object]]:
    if event.all_day or not day.start_time:
        yield "dtstart", day.start_date
        yield "dtend", day.last_day + timedelta(days=1)  # exclusive
        return
    yield "dtstart", day.begins
    if day.end_time:
        finishes = day.finishes
        if finishes.timestamp() <= day.begins.timestamp():
            return  # an import may bring such a thing; programs refuse the whole file then
        # Local time always means the first of two equal hours when clocks go back; the second can be said in UTC only.
        yield "dtend", finishes.astimezone(timezone.utc) if finishes.fold else finishes


def _text(words: str):
    """Text as the format can carry it: no control characters but the end of a line."""
    from icalendar import vText

    return vText(CONTROL_CHARACTERS.sub("", "\n".join(words.splitlines())))


def _description(event, day, url: str) -> str:
    parts = [day.status_words, event.status_note, event.summary]
    parts += [event.access_notes, event.join_url if event.may_join(day) else "", url]
    return "\n\n".join(part.strip() for part in parts if part and part.strip())
