"""Events in the editor: what a draft may lack, what publishing asks for, and at which field it says so."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.urls import reverse

from beatcancer_wagtail.events.models import EventDate, EventListingPage, EventPage
from tests.admin.forms import create_url, edit_url, field_errors, page_form, send
from tests.builders import (
    event_date,
    home_page,
    make_article,
    make_editor,
    make_event,
    make_event_listing,
    make_superuser,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db

ROWS = "beatcancer_event_dates"
FORWARD = "2040-03-25"  # in London clocks go forward


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


def row(number, **values):
    """What the form sends for one date."""
    fields = {"start_date": "", "start_time": "", "end_time": "", "end_date": "", "status": "", "key": "", "id": ""}
    fields |= {"ORDER": str(number + 1), "DELETE": "", **values}
    return {f"{ROWS}-{number}-{name}": value for name, value in fields.items() if name != "ORDER"}


JULY = {"start_date": "2040-07-03", "start_time": "09:30", "end_time": "11:00"}


EMPTY_FORM = {}  # the same for every test, and half of its time to make


def new_event(client, *rows, **values):
    if not EMPTY_FORM:
        EMPTY_FORM["event"] = page_form(client, create_url(EventPage, home_page()))
    data = EMPTY_FORM["event"].copy()
    data.update({"title": "Walk", "slug": "walk", "summary": "A walk.", "venue": "Hall", "time_zone": "Europe/London"})
    data.update(values)
    for number, fields in enumerate(rows):
        data.update(row(number, **fields))
    data[f"{ROWS}-TOTAL_FORMS"] = str(len(rows))
    return data


def create(client, *rows, action="publish", **values):
    return send(client, create_url(EventPage, home_page()), new_event(client, *rows, **values), action)


def date_errors(answer, number=0):
    """What the form says at the fields of one date."""
    form = answer.context["form"].formsets[ROWS].forms[number]
    return {name: list(errors) for name, errors in form.errors.items()}


def test_event_is_written_published_and_read(editor):
    second = {**JULY, "start_date": "2040-07-10", "status": "cancelled"}
    answer = create(editor, JULY, second, tags="Moving", mode="mixed", join_url="https://meet.example.org/")
    assert answer.status_code == 302
    event = EventPage.objects.get()
    assert event.live
    assert [(str(one.start_date), f"{one.start_time:%H:%M}", one.state) for one in event.dates] == [
        ("2040-07-03", "09:30", "scheduled"),
        ("2040-07-10", "09:30", "cancelled"),
    ]
    editor.logout()
    assert words(read(editor, event.url).h1) == "Walk"


def test_empty_draft_is_saved_and_says_what_it_lacks_when_published(editor):
    values = {"summary": "", "venue": "", "mode": "in_person"}
    assert create(editor, action="", **values).status_code == 302
    event = EventPage.objects.get()
    assert not event.live
    answer = send(editor, edit_url(event), page_form(editor, edit_url(event)), "publish")
    assert answer.status_code == 200
    assert field_errors(answer, "summary") == ["This field is required."]
    assert field_errors(answer, "venue") == ["Say where people meet, or choose “Online”."]
    assert date_errors(answer) == {"start_date": ["This field is required."]}
    assert not EventPage.objects.get().live


def test_event_without_any_date_is_no_event(editor):
    answer = create(editor)
    assert answer.status_code == 200
    assert answer.context["form"].formsets[ROWS].non_form_errors() == ["Add at least 1 date."]


@pytest.mark.parametrize("fields", [{}, {"start_time": "09:30"}, {"start_date": "2040-07-03"}, {"end_time": "08:00", "start_time": "09:00", "start_date": "2040-07-03"},
                                    {**JULY, "start_date": FORWARD, "start_time": "01:30"}, {**JULY, "end_date": "2040-07-01"}])  # fmt: skip
def test_half_filled_or_wrong_date_is_saved_in_a_draft(editor, fields):
    assert create(editor, fields, action="").status_code == 302
    assert create(editor, fields, slug="second").status_code == 200


WRONG = {
    "no date": ({"start_time": "09:30", "end_time": "11:00"}, "start_date", "This field is required."),
    "no start": ({**JULY, "start_time": ""}, "start_time", "Say when it begins, or tick “All day”."),
    "no end": ({**JULY, "end_time": ""}, "end_time", "Say when it ends, as well as you know. People plan their way home by it."),
    "ends before": ({**JULY, "end_time": "09:00"}, "end_time", "It ends before it begins. If it goes on past midnight, give the last day too."),
    "ends at once": ({**JULY, "end_time": "09:30"}, "end_time", "It ends before it begins. If it goes on past midnight, give the last day too."),
    "last day before": ({**JULY, "end_date": "2040-07-02"}, "end_date", "The last day is before the first. Give a later day, or leave it empty."),
    "no such start": ({**JULY, "start_date": FORWARD, "start_time": "01:30"}, "start_time", "01:30 does not exist on this day: clocks in London go forward then. Choose another time."),
    "no such end": ({**JULY, "start_date": FORWARD, "start_time": "00:30", "end_time": "01:15"}, "end_time", "01:15 does not exist on this day: clocks in London go forward then. Choose another time."),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_date_is_refused_at_its_field(editor, case):
    fields, name, message = WRONG[case]
    answer = create(editor, JULY, fields)
    assert answer.status_code == 200
    assert date_errors(answer, 1) == {name: [message]}
    assert date_errors(answer, 0) == {}
    assert message in words(read_answer(answer))
    assert not EventPage.objects.exists()


SAME_TIME = "A row above has the same date and time. Change this row, or delete it."
SAME_DAY = "A row above has the same date. Change this row, or delete it."


@pytest.mark.parametrize(
    ("second", "values", "said"),
    [
        (JULY, {}, SAME_TIME),
        ({**JULY, "end_time": "12:00"}, {}, SAME_TIME),
        ({**JULY, "status": "cancelled"}, {}, SAME_TIME),
        ({**JULY, "start_time": "14:00", "end_time": "15:00"}, {"all_day": "on"}, SAME_DAY),
    ],
)
def test_date_that_stands_twice_is_refused_at_the_second_row(editor, second, values, said):
    answer = create(editor, JULY, second, **values)
    assert answer.status_code == 200
    assert date_errors(answer, 0) == {}
    assert date_errors(answer, 1) == {"start_date": [said]}
    assert said in words(read_answer(answer))
    assert create(editor, JULY, second, action="", **values).status_code == 302


def test_two_times_on_one_day_are_two_dates(editor):
    assert create(editor, JULY, {**JULY, "start_time": "14:00", "end_time": "15:00"}).status_code == 302


def test_double_that_is_taken_away_is_no_double(editor):
    assert create(editor, JULY, {**JULY, "DELETE": "on"}).status_code == 302


def test_form_says_when_the_end_is_needed(editor):
    answer = read(editor, create_url(EventPage, home_page()))
    until = answer.select_one(f"[name={ROWS}-0-end_time]")
    explained = [words(answer.select_one(f"#{name}")) for name in until["aria-describedby"].split()]
    assert explained == ["Needed when “From” is filled."]


def read_answer(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser")


@pytest.mark.parametrize(
    "fields",
    [
        {**JULY, "start_date": FORWARD, "start_time": "00:59", "end_time": "02:00"},
        {**JULY, "start_date": "2040-10-28", "start_time": "01:30", "end_time": "01:15"},  # the hour comes twice
        {**JULY, "start_time": "22:00", "end_time": "02:00", "end_date": "2040-07-04"},
        {"start_date": "2040-07-03", "status": "cancelled"},
    ],
)
def test_unusual_date_is_accepted(editor, fields):
    assert create(editor, fields).status_code == 302


def test_no_such_time_elsewhere_is_a_time_here(editor):
    fields = {**JULY, "start_date": FORWARD, "start_time": "01:30"}
    assert create(editor, fields, time_zone="Asia/Tokyo").status_code == 302


def test_a_whole_day_needs_no_times(editor):
    fields = {"start_date": "2040-07-03", "end_date": "2040-07-04"}
    assert create(editor, fields, all_day="on").status_code == 302
    (only,) = EventPage.objects.get().dates
    assert only.ends_at - only.starts_at == datetime.timedelta(days=2)


PLACE, LINK = "Say where people meet, or choose “Online”.", "Give the link to take part, or the address where people book and are sent the link."  # fmt: skip


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"mode": "in_person", "venue": ""}, {"venue": [PLACE]}),
        ({"mode": "mixed", "venue": ""}, {"venue": [PLACE], "join_url": [LINK]}),
        ({"mode": "online", "venue": ""}, {"join_url": [LINK]}),
        ({"mode": "in_person", "status": "moved_online"}, {"join_url": [LINK]}),
        ({"mode": "online", "join_url": "javascript:alert(1)"}, {"join_url": ["Enter a valid URL.", LINK]}),
        ({"mode": "online", "venue": "", "booking_url": "https://book.example.org/"}, {}),
        ({"mode": "online", "venue": "", "status": "cancelled"}, {}),
        ({"mode": "in_person", "venue": "", "status": "postponed"}, {}),
    ],
)
def test_place_and_link_as_the_way_to_attend_asks(editor, values, errors):
    answer = create(editor, JULY, **values)
    assert answer.status_code == (200 if errors else 302)
    if errors:
        assert {name: list(said) for name, said in answer.context["form"].errors.items()} == errors


def test_time_zone_is_completed_from_places(editor):
    page = read(editor, create_url(EventPage, home_page()))
    proposed = page.select("datalist#" + page.select_one("input[name=time_zone]")["list"])
    assert len(proposed) == 1
    assert {"UTC", "Europe/London", "America/New York"} <= set(proposed[0].stripped_strings)


@pytest.mark.parametrize("written", ["Asia/Ho_Chi_Minh", "Asia/Ho Chi Minh", " ho chi minh "])
def test_time_zone_may_be_written_as_people_say_it(editor, written):
    assert create(editor, JULY, time_zone=written).status_code == 302
    event = EventPage.objects.get()
    assert event.time_zone == "Asia/Ho_Chi_Minh"
    form = page_form(editor, edit_url(event))
    assert form["time_zone"] == "Asia/Ho Chi Minh"
    assert send(editor, edit_url(event), form, "publish").status_code == 302
    assert EventPage.objects.get().time_zone == "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize("written", ["Mars/Base", "../../etc/passwd", "o" * 300, "<script>"])
def test_unknown_time_zone_is_refused_at_its_field(editor, written):
    answer = create(editor, JULY, time_zone=written)
    said = "No time zone has this name. Choose one from the list, such as Europe/London."
    assert said in field_errors(answer, "time_zone")
    assert create(editor, JULY, time_zone="").status_code == 200


def test_site_may_name_its_zone_as_it_likes(editor, settings):
    settings.TIME_ZONE = "US/Eastern"
    form = page_form(editor, create_url(EventPage, home_page()))
    assert form["time_zone"] == "US/Eastern"
    assert create(editor, JULY, time_zone=form["time_zone"]).status_code == 302
    assert EventPage.objects.get().time_zone == "US/Eastern"


def test_form_stays_light(editor):
    """Wagtail's own part and the blocks are those of an article."""
    event = make_event(dates=[event_date(5)])
    few = len(editor.get(edit_url(event)).content)
    of_article = len(editor.get(edit_url(make_article())).content)
    assert few < of_article + 64_000
    many = make_event(dates=[event_date(day) for day in range(5, 9)])
    assert len(editor.get(edit_url(many)).content) < few + 3 * 12_500


@pytest.mark.parametrize("action", ["", "publish"])
@pytest.mark.parametrize("name", ["start_date", "end_date"])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "0204-07-03"])
def test_year_that_cannot_be_meant_is_refused_in_a_draft_too(editor, action, name, day):
    answer = create(editor, {**JULY, name: day}, action=action, time_zone="Asia/Tokyo")
    assert answer.status_code == 200
    assert date_errors(answer) == {name: ["Check the year: it has four digits and is near to now."]}


def test_panels_stand_in_the_order_in_which_an_event_is_written(editor):
    page = read(editor, create_url(EventPage, home_page()))
    names = [field["name"] for field in page.select("form [name]")]
    order = ["title", "summary", "time_zone", "status", "mode", "join_url", "booking_url", "hero_alt", "tags"]
    assert sorted(order, key=names.index) == order


def test_name_of_a_date_stays_through_every_save(editor):
    """Wagtail gives a row that was added to a live page another number each time it is published."""
    create(editor, JULY)
    event = EventPage.objects.get()
    form = page_form(editor, edit_url(event))
    form.update(row(1, **{**JULY, "start_date": "2040-07-10", "key": form[f"{ROWS}-0-key"]}))  # as the form offers it
    form[f"{ROWS}-TOTAL_FORMS"] = "2"
    assert send(editor, edit_url(event), form, "publish").status_code == 302
    keys = list(EventDate.objects.order_by("starts_at").values_list("key", flat=True))
    assert len(set(keys)) == 2
    for action in ("publish", "", "publish"):
        form = page_form(editor, edit_url(event))
        assert send(editor, edit_url(event), form, action).status_code == 302
        assert list(EventDate.objects.order_by("starts_at").values_list("key", flat=True)) == keys


def test_date_that_was_taken_away_is_gone(editor):
    event = make_event(dates=[event_date(5), event_date(12)])
    form = page_form(editor, edit_url(event))
    form[f"{ROWS}-1-DELETE"] = "on"
    assert send(editor, edit_url(event), form, "publish").status_code == 302
    assert EventDate.objects.count() == 1


def test_change_of_zone_moves_all_dates(editor):
    event = make_event(dates=[event_date(datetime.date(2040, 7, 3), "09:30")])
    form = page_form(editor, edit_url(event))
    form["time_zone"] = "Asia/Tokyo"
    assert send(editor, edit_url(event), form, "publish").status_code == 302
    assert EventDate.objects.get().starts_at == datetime.datetime(2040, 7, 3, 0, 30, tzinfo=datetime.timezone.utc)


def test_draft_of_a_live_event_changes_nothing_for_readers(editor):
    event = make_event(title="Walk", dates=[event_date(5)])
    form = page_form(editor, edit_url(event))
    form.update({"title": "Talk", f"{ROWS}-0-start_date": "2041-01-01"})
    assert send(editor, edit_url(event), form).status_code == 302
    page = read(editor, event.url)
    assert words(page.h1) == "Walk"
    assert "2041" not in words(page)


def test_listing_is_written_and_published(editor):
    url = create_url(EventListingPage, home_page())
    form = page_form(editor, url)
    form.update({"title": "Events", "slug": "events"})
    assert send(editor, url, form, "publish").status_code == 302
    assert EventListingPage.objects.get().live


def test_explorer_and_preview(editor):
    listing = make_event_listing()
    event = make_event(listing)
    event.save_revision()
    explorer = editor.get(f"/admin/pages/{listing.pk}/")
    assert event.title in explorer.content.decode()
    answer = event.make_preview_request(preview_mode="")
    assert event.title in answer.render().content.decode()


def test_history_shows_what_changed_about_a_date(editor):
    event = make_event(dates=[event_date(5)])
    event.save_revision()
    form = page_form(editor, edit_url(event))
    form.update({f"{ROWS}-0-start_date": "2041-01-01", "time_zone": "Asia/Tokyo"})
    send(editor, edit_url(event), form)
    compared = editor.get(reverse("wagtailadmin_pages:revisions_compare", args=[event.pk, "earliest", "latest"]))
    assert compared.status_code == 200
    assert "2041" in compared.content.decode()
    assert editor.get(reverse("wagtailadmin_pages:history", args=[event.pk])).status_code == 200


def test_editor_without_the_permission_publishes_nothing(client):
    event = make_event()
    client.force_login(make_editor())
    assert client.get(edit_url(event)).status_code == 302
    assert send(client, edit_url(event), QueryDict("title=Mine"), "publish").status_code == 302
    assert EventPage.objects.get().title == event.title
