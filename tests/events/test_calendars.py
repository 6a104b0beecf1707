"""Calendar files: what they hold, for whom, and how programs fetch them."""

import datetime
import uuid
from email.utils import parsedate_to_datetime

import icalendar
import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from beatcancer_wagtail.events import calendars
from beatcancer_wagtail.events.models import EventPage
from tests.builders import (
    event_date,
    home_page,
    make_event,
    make_event_listing,
    make_plain_page,
    make_site,
    make_superuser,
    restrict,
)
from tests.reading import all_words, read

pytestmark = pytest.mark.django_db

JULY = datetime.date(2040, 7, 3)


def fetch(client, page, **headers):
    return client.get(page.url + "ics/", headers=headers)


def entries(client, page):
    answer = fetch(client, page)
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content).events


def entry(client, page):
    (found,) = entries(client, page)
    return found


def publish(event, **fields):
    event = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(event, name, value)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


# One event


def test_event_with_all_its_facts(client):
    event = make_event(
        title="Walk, and talk; slowly", summary="A slow\nwalk.", address="Mill Lane\nWrenfield", access_notes="No steps.",
        dates=[event_date(JULY, "09:30", "11:00")],
    )  # fmt: skip
    found = entry(client, event)
    assert str(found["SUMMARY"]) == "Walk, and talk; slowly"
    assert found.start.isoformat() == "2040-07-03T09:30:00+01:00"
    assert found.end.isoformat() == "2040-07-03T11:00:00+01:00"
    assert found["DTSTART"].params["TZID"] == "Europe/London"
    assert str(found["LOCATION"]) == "The Old Seed Hall, Mill Lane, Wrenfield"
    assert str(found["URL"]) == event.full_url
    assert str(found["DESCRIPTION"]) == f"A slow\nwalk.\n\nNo steps.\n\n{event.full_url}"
    assert str(found["STATUS"]) == "CONFIRMED"
    assert found["SEQUENCE"] == 0
    assert found["DTSTAMP"].dt.tzinfo is not None
    assert uuid.UUID(str(found["UID"]))
    assert "walk" not in str(found["UID"])


def test_file_is_what_programs_expect(client):
    event = make_event(title="Ä" * 120, slug="walk", dates=[event_date(JULY, "09:30", "11:00")])
    answer = fetch(client, event)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="walk.ics"'
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert str(entry(client, event)["SUMMARY"]) == "Ä" * 120


@pytest.mark.parametrize(
    "words", ["Walk, talk; \\ rest", "Two\r\nlines", "\x07Bell\x1b", "END:VCALENDAR\nBEGIN:VCALENDAR"]
)
def test_any_text_is_only_text(client, words):
    event = make_event(
        slug="walk", **dict.fromkeys(("title", "summary", "status_note", "venue", "address", "access_notes"), words)
    )
    answer = fetch(client, event)
    assert answer.status_code == 200
    calendar = icalendar.Calendar.from_ical(answer.content)
    expected = words.replace("\r\n", "\n").strip("\x07\x1b")
    assert [str(calendar[name].to_ical(), "utf-8") for name in ("NAME", "X-WR-CALNAME")] == [
        icalendar.vText(expected).to_ical().decode()
    ] * 2
    assert str(calendar.events[0]["SUMMARY"]) == expected
    assert not any(byte < 32 for byte in answer.content.replace(b"\r\n", b""))


def test_end_before_the_start_is_left_out(client):
    """An import brings such a thing; the editor's form does not."""
    event = make_event(dates=[event_date(JULY, "11:00", "09:30"), event_date(JULY, "09:30", "09:30")])
    assert [("DTSTART" in found, "DTEND" in found) for found in entries(client, event)] == [(True, False)] * 2


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
def test_time_zone_travels_with_the_file(client, zone):
    event = make_event(time_zone=zone, dates=[event_date(datetime.date(2040, 1, 9)), event_date(JULY)])
    calendar = icalendar.Calendar.from_ical(fetch(client, event).content)
    (described,) = calendar.timezones
    assert described.tz_name == zone
    own = described.to_tz()
    for found in calendar.events:
        wall = found.start.replace(tzinfo=None)
        assert wall.replace(tzinfo=own).utcoffset() == found.start.utcoffset()


def test_whole_days_are_dates_and_the_end_is_the_day_after(client):
    rows = [event_date(JULY, "", "", last=JULY.replace(day=4)), event_date(JULY.replace(day=9))]
    first, second = entries(client, make_event(all_day=True, dates=rows))
    assert (first.start, first.end) == (JULY, JULY.replace(day=5))
    assert (second.start, second.end) == (JULY.replace(day=9), JULY.replace(day=10))
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert not icalendar.Calendar.from_ical(fetch(client, EventPage.objects.get()).content).timezones


def test_event_in_the_hour_that_comes_twice(client):
    night = datetime.date(2040, 10, 28)
    found = entry(client, make_event(dates=[event_date(night, "00:30", "01:30"), ]))  # fmt: skip
    assert found.end - found.start == datetime.timedelta(hours=1)
    found = entry(client, make_event(dates=[event_date(night, "01:30", "01:15")]))
    assert found.end.astimezone(datetime.timezone.utc) - found.start.astimezone(datetime.timezone.utc) == (
        datetime.timedelta(minutes=45)
    )


@pytest.mark.parametrize(
    ("status", "word", "state"),
    [
        ("cancelled", "Cancelled", "CANCELLED"),
        ("postponed", "Postponed", "CANCELLED"),
        ("moved_online", "Moved online", "CONFIRMED"),
    ],
)
def test_what_changed_is_carried(client, status, word, state):
    found = entry(client, make_event(title="Walk", status=status, status_note="Call us."))
    assert str(found["SUMMARY"]) == f"{word}: Walk"
    assert str(found["STATUS"]) == state
    assert str(found["DESCRIPTION"]).startswith(f"{word}\n\nCall us.")
    assert ("TRANSP" in found) is (state == "CANCELLED")
    assert (str(found["LOCATION"]) == "Online") is (status == "moved_online")


def test_one_cancelled_date_is_carried_and_the_others_stand(client):
    event = make_event(dates=[event_date(5), event_date(12, status="cancelled"), event_date(19)])
    found = entries(client, event)
    assert [str(one["STATUS"]) for one in found] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert len({str(one["UID"]) for one in found}) == 3


# UID and SEQUENCE


def test_name_in_calendars_outlives_every_change(client):
    event = make_event(dates=[event_date(5)])
    event.save_revision().publish()
    before = entry(client, event)
    event = publish(event, title="Other", slug="other", summary="Other.", time_zone="Asia/Tokyo")
    home = make_plain_page()
    event.move(home, pos="last-child")
    event = EventPage.objects.get()
    after = entry(client, event)
    assert after["UID"] == before["UID"]
    assert event.url.endswith("/other/")


def test_sequence_grows_with_what_calendars_show_and_only_when_it_is_published(client):
    event = make_event(dates=[event_date(5)])
    event.save_revision().publish()
    seen = [entry(client, event)["SEQUENCE"]]
    for fields in (
        {"hero_caption": "Nobody's calendar shows this"},
        {"title": "New"},
        {},
        {"status": "cancelled"},
        {"status": "scheduled"},
        {"venue": "Elsewhere"},
    ):
        event = publish(event, **fields)
        seen.append(entry(client, event)["SEQUENCE"])
    assert seen == [0, 0, 1, 1, 2, 3, 4]
    event.title = "Draft"
    event.save_revision()
    assert entry(client, event)["SEQUENCE"] == 4
    assert str(entry(client, event)["SUMMARY"]) == "New"


def test_sequence_grows_when_a_date_moves_or_falls_through(client):
    event = make_event(dates=[event_date(5), event_date(12)])
    event.save_revision().publish()
    seen = []
    for change in ({"start_time": datetime.time(9)}, {"status": "cancelled"}):
        event = EventPage.objects.get().get_latest_revision_as_object()
        rows = list(event.beatcancer_event_dates.all())
        for name, value in change.items():
            setattr(rows[1], name, value)
        event.beatcancer_event_dates = rows
        event.save_revision().publish()
        seen.append([found["SEQUENCE"] for found in entries(client, event)])
    assert seen == [[1, 1], [2, 2]]


def test_an_old_revision_does_not_bring_an_old_number_back(client):
    event = make_event(title="First", dates=[event_date(5)])
    first = event.save_revision()
    first.publish()
    publish(event, title="Second")
    before = entry(client, event)
    first.as_object().save_revision().publish()
    after = entry(client, event)
    assert str(after["SUMMARY"]) == "First"
    assert (after["SEQUENCE"], after["UID"]) == (before["SEQUENCE"] + 1, before["UID"])


def test_copy_is_another_event_for_calendars(client):
    event = make_event(dates=[event_date(5)])
    event.save_revision().publish()
    publish(event, title="Changed")
    copy = event.copy(to=make_plain_page(), keep_live=True, copy_revisions=True)
    names = {str(entry(client, EventPage.objects.get(pk=pk))["UID"]) for pk in (event.pk, copy.pk)}
    assert len(names) == 2
    copy = EventPage.objects.get(pk=copy.pk)
    for revision in copy.revisions.all():
        revision.as_object().save_revision().publish()
        names.add(str(entry(client, copy)["UID"]))
    assert len(names) == 2


def test_alias_keeps_a_name_of_its_own(client):
    event = make_event(dates=[event_date(5)])
    event.save_revision().publish()
    alias = event.create_alias(parent=make_plain_page(), update_slug="alias")
    before = {str(entry(client, page)["UID"]) for page in (event, alias)}
    publish(event, title="New")
    alias = EventPage.objects.get(pk=alias.pk)
    assert alias.title == "New"
    assert {str(entry(client, page)["UID"]) for page in (event, alias)} == before
    assert len(before) == 2


# A listing


@pytest.fixture
def listing():
    return make_event_listing()


def titles(client, page):
    return [str(found["SUMMARY"]) for found in entries(client, page)]


def test_feed_holds_what_comes_and_what_was_lately(client, listing):
    make_event(listing, title="Soon", dates=[event_date(5), event_date(12)])
    make_event(make_plain_page(listing), title="Deeper", dates=[event_date(9)])
    make_event(listing, title="Lately", dates=[event_date(-20)])
    make_event(listing, title="Long ago", dates=[event_date(-400)])
    make_event(listing, title="No date", dates=[])
    make_event(home_page(), title="Elsewhere")
    assert sorted(titles(client, listing)) == ["Deeper", "Lately", "Soon", "Soon"]
    calendar = icalendar.Calendar.from_ical(fetch(client, listing).content)
    assert str(calendar["X-WR-CALNAME"]) == "Events"
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in fetch(client, listing).content
    assert b"\r\nX-PUBLISHED-TTL:PT6H\r\n" in fetch(client, listing).content


def test_feed_that_is_full_keeps_what_comes(client, listing, monkeypatch):
    monkeypatch.setattr("beatcancer_wagtail.events.models.listing.FEED_DATES", 3)
    make_event(listing, title="Past", dates=[event_date(-day) for day in range(1, 6)])
    make_event(listing, title="Coming", dates=[event_date(5), event_date(6)])
    assert sorted(titles(client, listing)) == ["Coming", "Coming", "Past"]


def test_empty_feed_is_a_feed(client, listing):
    assert entries(client, listing) == []


def test_listing_offers_it_to_calendar_programs_and_to_people(client, listing):
    make_event(listing)
    page = read(client, listing.url)
    links = {link["href"] for link in page.select(".bc-subscribe a")}
    assert links == {listing.full_url.replace("http:", "webcal:") + "ics/", listing.url + "ics/"}
    assert page.select_one('link[type="text/calendar"]')["href"] == listing.url + "ics/"


def private_by_login(listing):
    event = make_event(listing, title="Secret")
    restrict(event)
    return event


def below_a_private_page(listing):
    folder = make_plain_page(listing)
    restrict(folder, "password", password="x")
    return make_event(folder, title="Secret")


def for_a_group(listing):
    event = make_event(listing, title="Secret")
    restrict(event, "groups", groups=[Group.objects.create(name="Friends")])
    return event


def alias_of_a_private_page(listing):
    event = make_event(make_plain_page(), title="Secret")
    restrict(event)
    return event.create_alias(parent=listing, update_slug="alias")


def draft(listing):
    return make_event(listing, title="Secret", live=False)


def unpublished(listing):
    event = make_event(listing, title="Secret")
    event.unpublish()
    return event


def expired(listing):
    event = make_event(listing, title="Secret")
    EventPage.objects.filter(pk=event.pk).update(live=False, expired=True)
    return event


def not_yet(listing):
    event = make_event(listing, title="Secret", live=False)
    event.go_live_at = timezone.now() + datetime.timedelta(days=1)
    event.save_revision().publish()
    return event


def on_another_site(listing):
    return make_event(make_site().root_page, title="Secret")


HIDDEN = [
    private_by_login, below_a_private_page, for_a_group, alias_of_a_private_page, draft, unpublished, expired, not_yet,
    on_another_site,
]  # fmt: skip


@pytest.mark.parametrize("hide", HIDDEN)
def test_only_what_a_stranger_may_read_leaves(client, listing, hide):
    make_event(listing, title="Open")
    secret = hide(listing)
    assert titles(client, listing) == ["Open"]
    assert all_words(read(client, listing.url), ".bc-event-row__title") == ["Open"]
    if hide is not on_another_site:
        secret = EventPage.objects.get(pk=secret.pk)
        client.force_login(make_superuser())  # calendars pass on what they get, so that not even those who may get it
        assert b"BEGIN:VCALENDAR" not in fetch(client, secret).content
        assert titles(client, listing) == ["Open"]


def test_private_listing_has_no_feed(client, listing):
    make_event(listing)
    restrict(listing)
    client.force_login(make_superuser())
    assert client.get(listing.url).status_code == 200
    assert fetch(client, listing).status_code == 404


# How programs fetch


@pytest.fixture(params=["event", "listing"])
def page(request, listing):
    event = make_event(listing, title="Walk", dates=[event_date(5)])
    event.save_revision().publish()
    return event if request.param == "event" else listing


def test_whoever_has_it_is_told_so(client, page):
    answer = fetch(client, page)
    assert fetch(client, page, if_none_match=answer["ETag"]).status_code == 304
    assert fetch(client, page, if_none_match='"other"').status_code == 200
    publish(EventPage.objects.get(), title="Changed")
    changed = fetch(client, page, if_none_match=answer["ETag"])
    assert changed.status_code == 200
    assert b"Changed" in changed.content


def test_time_of_the_last_change(client, listing):
    event = make_event(listing, dates=[event_date(5)])
    answer = fetch(client, event)
    changed = parsedate_to_datetime(answer["Last-Modified"])
    assert abs((timezone.now() - changed).total_seconds()) < 60
    assert fetch(client, event, if_modified_since=answer["Last-Modified"]).status_code == 304
    assert fetch(client, event, if_modified_since="Mon, 01 Jan 2001 00:00:00 GMT").status_code == 200


def test_feed_forgets_what_was_deleted_whatever_the_program_remembers(client, listing):
    make_event(listing, title="Stays")
    event = make_event(listing, title="Goes")
    answer = fetch(client, listing)
    EventPage.objects.get(pk=event.pk).delete()
    later = (timezone.now() + datetime.timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    for headers in ({"if_none_match": answer["ETag"]}, {"if_modified_since": later}):
        again = fetch(client, listing, **headers)
        assert again.status_code == 200
        assert b"Goes" not in again.content


def test_methods(client, page):
    url = page.url + "ics/"
    assert client.head(url).status_code == 200
    assert client.head(url).content == b""
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(url)
        assert answer.status_code == 405, method
        assert answer["Allow"] == "GET, HEAD"


def test_nothing_else_is_at_that_address(client, page):
    for rest in ("ics/x/", "ics/ics/", "calendar/", "ICS/"):
        assert client.get(page.url + rest).status_code == 404, rest


def test_no_cookie_no_vary_on_cookies(client, page):
    answer = fetch(client, page)
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


def test_paths_of_the_page(page):
    assert page.get_route_paths() == ["/", "/ics/"]
    assert page.get_cached_paths() == ["/", "/ics/"]
    assert [entry["location"] for entry in page.get_sitemap_urls()] == [page.full_url]


def test_without_a_slash_at_the_end(client, settings, listing):
    settings.WAGTAIL_APPEND_SLASH = False
    assert listing.calendar_path("/events") == "/events/ics"


@pytest.mark.parametrize("word", ["</script><b>", "\u202eright", "🎗 ribbon", "a;b,c\\d", "two\r\nBEGIN:VEVENT"])
def test_hostile_and_foreign_text(client, word):
    event = make_event(title=word.replace("\r\n", " "), slug="x", summary=word, status_note=word, venue=word[:100])
    (found,) = icalendar.Calendar.from_ical(fetch(client, event).content).events
    assert word.replace("\r\n", "\n") in str(found["DESCRIPTION"])
    assert str(found["LOCATION"]) == word.replace("\r\n", "\n")


def test_without_icalendar_pages_work_and_have_no_calendars(client, monkeypatch, listing):
    event = make_event(listing, mode="online", join_url="https://meet.example.org/")
    for module in ("beatcancer_wagtail.events.calendars", "beatcancer_wagtail.events.models.calendar_route"):
        monkeypatch.setattr(f"{module}.is_available", lambda: False)
    for page in (event, listing):
        html = client.get(page.url).content.decode()
        assert "ics/" not in html
        assert fetch(client, page).status_code == 404


def test_calendar_is_written_once_for_everybody(client, monkeypatch, listing):
    make_event(listing)
    written = []
    write = calendars.write_calendar
    monkeypatch.setattr(calendars, "write_calendar", lambda calendar: written.append(1) or write(calendar))
    first, second = fetch(client, listing), fetch(client, listing)
    assert first.content == second.content
    assert len(written) == 1
