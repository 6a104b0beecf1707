"""Clocks on the wall, across daylight saving."""

from datetime import date, datetime, time, timezone
from zoneinfo import ZoneInfo

import pytest

from beatcancer_wagtail.events.zones import (
    abbreviation,
    default_time_zone,
    exists,
    load_zone,
    midnight_after,
    moment_of,
    place_of,
    time_zone_choices,
    zone_named,
)

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)  # in London


def in_utc(moment):
    return moment.astimezone(timezone.utc).replace(tzinfo=None)


def test_half_past_nine_is_half_past_nine_in_summer_and_in_winter():
    assert in_utc(moment_of(date(2026, 7, 1), time(9, 30), LONDON)) == datetime(2026, 7, 1, 8, 30)
    assert in_utc(moment_of(date(2026, 12, 1), time(9, 30), LONDON)) == datetime(2026, 12, 1, 9, 30)
    assert in_utc(moment_of(date(2026, 12, 1), time(9, 30), NEW_YORK)) == datetime(2026, 12, 1, 14, 30)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "there"),
    [
        (FORWARD, time(0, 59), LONDON, True),
        (FORWARD, time(1, 0), LONDON, False),
        (FORWARD, time(1, 59), LONDON, False),
        (FORWARD, time(2, 0), LONDON, True),
        (FORWARD, time(1, 30), NEW_YORK, True),
        (BACK, time(1, 30), LONDON, True),
    ],
)
def test_an_hour_is_left_out_in_spring(day, clock, zone, there):
    assert exists(day, clock, zone) is there


def test_the_hour_that_comes_twice_is_the_first_one_unless_that_is_too_early():
    first = moment_of(BACK, time(1, 30), LONDON)
    assert in_utc(first) == datetime(2026, 10, 25, 0, 30)
    assert in_utc(moment_of(BACK, time(1, 15), LONDON, after=first)) == datetime(2026, 10, 25, 1, 15)
    assert in_utc(moment_of(BACK, time(1, 45), LONDON, after=first)) == datetime(2026, 10, 25, 0, 45)


def test_a_day_ends_at_the_next_midnight_however_long_it_is():
    assert in_utc(midnight_after(FORWARD, LONDON)) == datetime(2026, 3, 29, 23)
    assert in_utc(midnight_after(BACK, LONDON)) == datetime(2026, 10, 26)


@pytest.mark.parametrize(
    ("name", "moment", "said"),
    [
        ("Europe/London", datetime(2026, 7, 1), "BST"),
        ("Europe/London", datetime(2026, 12, 1), "GMT"),
        ("Asia/Kathmandu", datetime(2026, 12, 1), "UTC+05:45"),
        ("America/Sao_Paulo", datetime(2026, 12, 1), "UTC-03:00"),
        ("UTC", datetime(2026, 12, 1), "UTC"),
    ],
)
def test_name_of_a_time(name, moment, said):
    assert abbreviation(moment.replace(tzinfo=ZoneInfo(name))) == said


def test_zones_are_places_and_every_one_can_be_loaded():
    groups = dict(time_zone_choices())
    names = [name for group in groups.values() if isinstance(group, list) for name, _label in group]
    assert {"Europe/London", "Asia/Riyadh", "America/Argentina/Buenos_Aires"} <= set(names)
    assert not [name for name in names if name.startswith(("Etc/", "US/", "posix"))]
    assert all(load_zone(name).key == name for name in names)
    assert dict(groups["America"])["America/Argentina/Buenos_Aires"] == "Argentina, Buenos Aires"


@pytest.mark.parametrize("name", ["", "Europe/Nowhere", "../../etc/passwd", "Europe/" + "x" * 300, "a\x00b"])
def test_a_zone_that_nobody_knows_is_utc(name):
    assert load_zone(name).key == "UTC"


def test_place():
    assert place_of("America/New_York") == "New York"
    assert place_of("UTC") == "UTC"


def test_the_default_is_the_sites_own(settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    assert default_time_zone() == "Pacific/Auckland"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("  new  york ", "America/New_York"),
        ("Argentina, Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
        ("London, Ontario", "London, Ontario"),
        ("", ""),
    ],
)
def test_zone_that_is_meant(written, meant):
    assert zone_named(written) == meant


def test_own_zone_of_a_site_is_one_of_them_whatever_its_name(settings):
    settings.TIME_ZONE = "US/Eastern"
    assert ("US/Eastern", "Eastern") in time_zone_choices()
    assert zone_named("us/eastern") == "US/Eastern"
    settings.TIME_ZONE = "Europe/London"
    assert "US/Eastern" not in dict(time_zone_choices())
