"""Adds the events to the demo."""

from datetime import date, time, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localdate

from beatcancer_wagtail.events.models import EventDate, EventListingPage, EventPage
from beatcancer_wagtail.events.states import CANCELLED
from example_project.demo.events import EVENTS, LISTING

FACTS = (
    "all_day",
    "status",
    "status_note",
    "mode",
    "venue",
    "address",
    "access_notes",
    "join_url",
    "organiser",
    "cost",
)


def load_events(demo) -> None:
    """A listing below the home page with all events; ``demo`` has the pages and the pictures."""
    listing = demo.pages["home"].add_child(instance=EventListingPage(show_in_menus=True, **LISTING))
    listing.save_revision().publish()
    for content in EVENTS:
        facts = {name: content[name] for name in (*FACTS, "booking_url") if name in content}
        names = {name: content[name] for name in ("title", "slug", "summary")}
        event = EventPage(**names, **facts, time_zone="Europe/London")
        event.beatcancer_event_dates = rows = [row_of(*row) for row in content["dates"]]
        event.status_note = event.status_note.format(cancelled=cancelled_day(rows))
        hero = content["hero"]
        event.hero_image = demo.picture(hero["image"], content["title"])
        event.hero_alt, event.hero_caption, event.hero_credit = hero["alt"], hero["caption"], hero["credit"]
        event.body = demo.stream(content["body"], content["slug"])
        listing.add_child(instance=event)
        event.tags.set(content["tags"])
        event.body.stream_block.clean(event.body)
        event.full_clean()
        event.save_revision().publish()
    demo.say(f"{len(EVENTS)} events")


def row_of(weeks: int, weekday: int, start: str, end: str, status: str, more_days: int = 0) -> EventDate:
    """One date, on that weekday so many weeks from this one."""
    day = this_week() + timedelta(weeks=weeks, days=weekday)
    return EventDate(
        start_date=day,
        start_time=time.fromisoformat(start) if start else None,
        end_date=day + timedelta(days=more_days) if more_days else None,
        end_time=time.fromisoformat(end) if end else None,
        status=status,
    )


def cancelled_day(rows: list[EventDate]) -> str:
    """The day of the first date that is cancelled, as a sentence names it; "" when none is."""
    days = (row.start_date for row in rows if row.status == CANCELLED)
    return next((date_format(day, "l j F") for day in days), "")


def this_week() -> date:
    """Its Monday."""
    today = localdate()
    return today - timedelta(days=today.weekday())
