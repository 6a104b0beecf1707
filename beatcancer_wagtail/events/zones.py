"""Time zones, and what a clock on the wall of one means. No database.

A wall clock is right across daylight saving: 9:30 stays 9:30 for the people who meet there, whatever UTC says.
"""

from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.conf import settings

AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def default_time_zone() -> str:
    """The site's own zone. A function, so that no site's migration names a city."""
    return settings.TIME_ZONE or "UTC"


def time_zone_choices() -> list:
    """UTC, the site's own zone, whatever it is called, and those named after a place, by part of the world."""
    own = default_time_zone()
    named = dict.fromkeys(("UTC",) if own in _places() else ("UTC", own))
    return [*((name, place_of(name)) for name in named), *_choices_by_area()]


@cache
def _choices_by_area() -> list:
    by_area: dict[str, list] = {area: [] for area in AREAS}
    for name, place in _places().items():
        by_area[name.partition("/")[0]].append((name, place))
    return [(area, names) for area, names in by_area.items() if names]


@cache
def _places() -> dict[str, str]:
    """Zones with the names of their places."""
    return {name: place_of(name) for name in sorted(available_timezones()) if name.partition("/")[0] in AREAS}


def zone_names() -> list[str]:
    """The same as :func:`time_zone_choices`, without groups."""
    return list(dict.fromkeys(("UTC", default_time_zone(), *_places())))


def zone_named(text: str) -> str:
    """The zone that somebody means who writes "new york"; the text itself where no zone, or more than one, is meant."""
    wanted = " ".join(text.replace("_", " ").split()).casefold()
    found = [name for name in zone_names() if wanted in _ways_to_write(name)]
    return found[0] if len(found) == 1 else text


def _ways_to_write(name: str) -> tuple[str, str]:
    return name.replace("_", " ").casefold(), place_of(name).casefold()


def place_of(name: str) -> str:
    """ "New York" for "America/New_York"."""
    return name.partition("/")[2].replace("_", " ").replace("/", ", ") or name


def load_zone(name: str) -> ZoneInfo:
    """The zone of this name; UTC for a name that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def exists(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether clocks ever show this: not so in the hour that is left out when they go forward."""
    moment = datetime.combine(day, clock, zone)
    return moment.astimezone(timezone.utc).astimezone(zone).replace(tzinfo=None) == moment.replace(tzinfo=None)


def moment_of(day: date, clock: time, zone: ZoneInfo, *, after: datetime | None = None) -> datetime:
    """The moment at which clocks of ``zone`` show this.

    In the hour that comes twice when clocks go back it is the first time; or the second, where the first is
    not ``after`` the moment given.
    """
    first = datetime.combine(day, clock, zone)
    if after is not None and first.astimezone(timezone.utc) <= after.astimezone(timezone.utc):
        second = first.replace(fold=1)
        return second if second.utcoffset() != first.utcoffset() else first
    return first


def midnight_after(day: date, zone: ZoneInfo) -> datetime:
    """The end of a day in ``zone``."""
    return datetime.combine(day + timedelta(days=1), time(), zone)


def abbreviation(moment: datetime) -> str:
    """What people there call the time of that season: "BST"; "UTC+03:00" where it has no name."""
    name = moment.tzname() or ""
    return name if name.isalpha() else f"UTC{moment:%z}"[:6] + ":" + f"{moment:%z}"[3:5]
