"""The page of one event, as a reader sees it."""

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation

from beatcancer_wagtail.events.models import EventDate, EventPage
from beatcancer_wagtail.models import FeedbackAnswer
from tests.builders import (
    call_to_action,
    close_pages_with,
    event_date,
    faq,
    make_article,
    make_call,
    make_event,
    make_event_listing,
    make_image,
    make_superuser,
    related,
    restrict,
    section,
    text,
)
from tests.reading import all_words, canonical, meta, read, words

pytestmark = pytest.mark.django_db

JOIN = "https://meet.example.org/room"


def facts(page):
    """The facts of an event by their names."""
    return {words(item.dt): [words(part) for part in item.select("dd")] for item in page.select(".bc-facts__item")}


def when(page):
    return facts(page)["When"]


def on(year, month, day, begins="9:30", ends="11:00", **fields):
    return event_date(datetime.date(year, month, day), begins.zfill(5), ends.zfill(5), **fields)


def test_everything_that_somebody_who_comes_must_know(client):
    listing = make_event_listing()
    event = make_event(
        listing, title="Walk", summary="A slow walk.", tags=["Moving"], hero_image=make_image(), hero_alt="A path",
        body=[section("How it goes", text("<p>Slowly.</p>")), faq(("Dogs?", "<p>Yes.</p>"))], dates=[on(2040, 7, 3)],
        address="Mill Lane\nWrenfield", access_notes="No steps.", cost="Free", organiser="The Trust",
        booking_url="https://book.example.org/",
    )  # fmt: skip
    page = read(client, event.url)
    assert words(page.h1) == "Walk"
    assert words(page.select_one(".bc-event__summary")) == "A slow walk."
    assert facts(page) == {
        "When": ["Tuesday, July 3, 2040 9:30 a.m. to 11 a.m., London time (BST)"],
        "Where": ["In person", "The Old Seed Hall Mill Lane Wrenfield"],
        "Access": ["No steps."],
        "Cost": ["Free"],
        "Organised by": ["The Trust"],
    }
    links = {words(link): link["href"] for link in page.select(".bc-event__facts a")}
    assert links == {"Book a place": "https://book.example.org/", "Add to calendar": event.url + "ics/"}
    assert page.select_one("time")["datetime"] == "2040-07-03T09:30:00+01:00"
    assert page.img["alt"] == "A path"
    assert words(page.select_one("#how-it-goes")) == "How it goes"
    assert page.select_one(".bc-tag")["href"] == listing.url + "?tag=moving"
    assert all_words(page, ".bc-breadcrumb a") == ["Home", "Events"]
    assert canonical(page) == [event.full_url]
    assert meta(page, "description") == ["A slow walk."]
    assert not page.select(".bc-event-status")


def test_the_clock_stays_when_the_season_changes(client):
    event = make_event(dates=[on(2040, 1, 10), on(2040, 7, 10)])
    assert [date.partition("2040 ")[2] for date in when(read(client, event.url))] == [
        "9:30 a.m. to 11 a.m., London time (GMT)",
        "9:30 a.m. to 11 a.m., London time (BST)",
    ]
    winter, summer = EventDate.objects.order_by("starts_at")
    assert [f"{row.starts_at:%H:%M}" for row in (winter, summer)] == ["09:30", "08:30"]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_time_is_that_of_the_event_wherever_the_site_is(client, settings, zone):
    settings.TIME_ZONE = "Pacific/Auckland"
    event = make_event(time_zone=zone, dates=[on(2040, 1, 10)])
    with timezone.override("Pacific/Auckland"):
        said = when(read(client, event.url))[0]
    assert said.startswith("Tuesday, Jan. 10, 2040 9:30 a.m. to 11 a.m., ")
    assert {"America/New_York": "New York time (EST)", "Asia/Tokyo": "Tokyo time (JST)"}[zone] in said


def test_dates_stand_in_order_and_those_that_are_over_apart(client):
    event = make_event(dates=[event_date(20), event_date(-7), event_date(5)])
    page = read(client, event.url)
    first, second, earlier = page.select(".bc-facts__item")[0].select("dd")
    assert words(first.time) != words(second.time)
    assert first.time["datetime"] < second.time["datetime"]
    assert words(earlier.summary) == "Earlier dates"
    assert earlier.li.time["datetime"] < first.time["datetime"]
    assert not page.select(".bc-event-status")


def test_whole_days(client):
    first = datetime.date(2040, 7, 3)
    rows = [event_date(first, "", "", last=first + datetime.timedelta(days=1)), event_date(first.replace(day=9))]
    event = make_event(all_day=True, dates=rows)
    assert when(read(client, event.url)) == ["Tuesday, July 3, 2040 to Wednesday, July 4, 2040 All day",
                                             "Monday, July 9, 2040 All day"]  # fmt: skip


def test_event_past_midnight_says_both_days(client):
    day = datetime.date(2040, 7, 3)
    event = make_event(dates=[event_date(day, "22:00", "02:00", last=day.replace(day=4))])
    assert when(read(client, event.url)) == [
        "Tuesday, July 3, 2040 to Wednesday, July 4, 2040 10 p.m. to 2 a.m., London time (BST)"
    ]


# What changed


@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed"), ("moved_online", "Moved online")]
)
def test_status_is_said_in_words_with_what_people_should_know(client, status, word):
    event = make_event(status=status, status_note="Our cook is ill.\nCall us.")
    page = read(client, event.url)
    assert words(page.select_one(".bc-event-status")) == f"{word} Our cook is ill. Call us."
    assert when(page)[0].startswith(word)
    assert words(page.select_one(".bc-event-status__word")) == word


def test_a_single_date_can_fall_through(client):
    event = make_event(dates=[event_date(5, status="cancelled"), event_date(12)], booking_url="https://b.example.org/")
    page = read(client, event.url)
    first, second = when(page)
    assert first.startswith("Cancelled")
    assert "Cancelled" not in second
    assert not page.select(".bc-event-status")
    assert "Book a place" in all_words(page, ".bc-event__facts a")


@pytest.mark.parametrize(("status", "struck"), [("cancelled", 1), ("postponed", 1), ("moved_online", 0)])
def test_only_the_date_that_falls_through_is_struck_through(client, status, struck):
    event = make_event(dates=[event_date(5), event_date(12, status=status)], join_url=JOIN)
    listed = read(client, event.url).select(".bc-facts__date")
    assert [len(one.select(".bc-event-when--off")) for one in listed] == [0, struck]
    assert [len(one.select(".bc-event-word")) for one in listed] == [0, 1]


@pytest.mark.parametrize("mode", ["online", "mixed"])
def test_link_to_take_part(client, mode):
    page = read(client, make_event(mode=mode, join_url=JOIN).url)
    assert [link["href"] for link in page.select(".bc-facts__link")] == [JOIN]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "cancelled"},
        {"status": "postponed"},
        {"mode": "in_person"},
        {"dates": [event_date(5, status="cancelled"), event_date(6, status="postponed")]},
        {"dates": [event_date(-5)]},
        {"dates": []},
    ],
    ids=str,
)
def test_link_to_take_part_stays_hidden(client, fields):
    event = make_event(**{"mode": "online", "join_url": JOIN, "booking_url": "https://b.example.org/", **fields})
    for url in (event.url, event.url + "ics/"):
        assert JOIN not in client.get(url).content.decode()


@pytest.mark.parametrize("fields", [{"status": "cancelled"}, {"dates": [event_date(-5)]}], ids=str)
def test_nobody_is_asked_to_book_what_does_not_take_place(client, fields):
    event = make_event(booking_url="https://b.example.org/", **fields)
    assert "b.example.org" not in client.get(event.url).content.decode()


def test_moved_online_is_online(client):
    event = make_event(status="moved_online", join_url=JOIN, address="Mill Lane")
    page = read(client, event.url)
    assert facts(page)["Where"] == ["Online", "Link to take part"]
    assert "Mill Lane" not in words(page)


def test_event_that_is_over_says_so(client):
    page = read(client, make_event(dates=[event_date(-7)]).url)
    assert words(page.select_one(".bc-event-status")) == "This event is over"
    assert len(when(page)) == 1


# Half-filled, in other languages, in other places


def test_every_half_filled_event_is_shown():
    """In the preview: readers never get one."""
    request = RequestFactory().get("/")
    rows = [
        [],
        [EventDate()],
        [EventDate(start_time=datetime.time(9))],
        [EventDate(start_date=datetime.date(2040, 1, 1))],
        [EventDate(start_date=datetime.date(2040, 1, 1), end_time=datetime.time(9))],
        [EventDate(start_date=datetime.date(2040, 1, 2), end_date=datetime.date(2040, 1, 1))],
        [EventDate(start_date=datetime.date(2040, 1, 2), start_time=datetime.time(9), end_time=datetime.time(8))],
        [EventDate(start_date=datetime.date(2026, 3, 29), start_time=datetime.time(1, 30))],
    ]
    for row in rows:
        for fields in ({}, {"all_day": True}, {"mode": "online"}, {"time_zone": ""}, {"time_zone": "Mars/Base"}):
            event = make_event(live=False, dates=row, **{"title": "Half", "summary": "", "venue": "", **fields})
            answer = event.make_preview_request(original_request=request, preview_mode="")
            assert answer.status_code == 200
            answer.render()
            assert "Half" in answer.content.decode()
            event.delete()


def test_without_a_date_the_page_says_so(client):
    assert when(read(client, make_event(dates=[]).url)) == ["The date is not settled yet."]


def test_without_a_listing_there_is_no_way_back_and_tags_are_no_links(client):
    page = read(client, make_event(tags=["Moving"]).url)
    assert not page.select(".bc-breadcrumb")
    assert page.select_one(".bc-tag").name == "span"


def test_page_in_another_language(client):
    event = make_event(dates=[on(2040, 7, 3)])
    with translation.override("de"):
        html = client.get(event.url, headers={"accept-language": "de"}).content.decode()
    assert "2040" in html


def test_related_articles_in_the_body(client):
    article = make_article(title="About scans")
    page = read(client, make_event(body=[related(article)]).url)
    assert all_words(page, ".bc-related__link") == ["About scans"]


HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>'


@pytest.mark.parametrize(("status", "word"), [("postponed", "Postponed"), ("cancelled", "Cancelled")])
def test_nobody_travels_to_a_date_of_an_event_that_is_off(client, status, word):
    dates = [on(2040, 7, 3, status="moved_online"), on(2040, 7, 10)]
    event = make_event(status=status, mode="mixed", join_url=JOIN, dates=dates)
    page = read(client, event.url)
    assert [said.split()[0] for said in when(page)] == [word, word]
    assert JOIN not in str(page)


def test_reader_is_asked_whether_the_event_page_helped(client):
    event = make_event(body=[text()])
    html = client.get(event.url).content.decode()
    assert html.index("bc-event__body") < html.index('class="bc-feedback"')
    form = read(client, event.url).select_one("form.bc-feedback")
    fields = {field["name"]: field.get("value", "") for field in form.select("input")}
    answer = client.post(form["action"], {**fields, "helpful": "no"}, follow=True)
    assert answer.status_code == 200
    assert event.title in answer.content.decode()
    given = FeedbackAnswer.objects.get()
    assert (given.page_id, given.helpful) == (event.pk, False)


def test_private_event_asks_nobody(client):
    event = make_event()
    restrict(event)
    client.force_login(make_superuser())
    assert not read(client, event.url).select(".bc-feedback")


def test_event_closes_with_the_call_of_the_site(client):
    close_pages_with(make_call(heading="Join us"))
    page = read(client, make_event(body=[text()]).url)
    (call,) = page.select(".bc-action--closing")
    assert "Join us" in words(call)
    assert call.find_all_previous(class_="bc-feedback")
    own = make_event(body=[call_to_action("Come along", url="/groups/", size="closing")])
    (call,) = read(client, own.url).select(".bc-action--closing")
    assert "Come along" in words(call)


def test_hostile_text_is_only_text(client):
    names = ("title", "summary", "status_note", "venue", "address", "access_notes", "organiser", "cost", "hero_caption")
    event = make_event(slug="hostile", status="postponed", tags=[HOSTILE[:90]], **dict.fromkeys(names, HOSTILE[:120]))
    listing = make_event_listing()
    event.move(listing, pos="last-child")
    for url in (EventPage.objects.get().url, listing.url):
        page = read(client, url)
        assert not page.select("img[onerror]")
        assert "alert" not in "".join(
            script.get_text() for script in page.select("script:not([type='application/ld+json'])")
        )
