"""The list of events: what comes and what is over, by month, searched, filtered, in pages."""

import datetime

import pytest
from django.http import QueryDict
from django.utils import timezone

from beatcancer_wagtail.events.event_list import EventList
from beatcancer_wagtail.events.finding import public_events
from tests.builders import event_date, home_page, make_article, make_event, make_event_listing, make_plain_page, text
from tests.reading import all_words, canonical, meta, read, words

pytestmark = pytest.mark.django_db

UTC = datetime.timezone.utc


@pytest.fixture
def listing():
    return make_event_listing()


def listed(page):
    return all_words(page, ".bc-event-row__title")


def filters(page):
    """Label -> count of every filter."""
    return {
        words(link.select_one(".bc-filters__name")): int(words(link.select_one(".bc-filters__count")))
        for link in page.select(".bc-filters__link")
    }


def choices(page):
    return all_words(page, ".bc-summary__choice")


def test_what_comes_stands_in_order_and_what_is_over_apart(client, listing):
    make_event(listing, title="Later", dates=[event_date(30)])
    make_event(listing, title="Soon", dates=[event_date(1)])
    make_event(listing, title="Over", dates=[event_date(-3)])
    make_event(listing, title="Long over", dates=[event_date(-30)])
    page = read(client, listing.url)
    assert listed(page) == ["Soon", "Later"]
    assert choices(page) == ["Coming 2", "Past 2"]
    past = read(client, listing.url, when="past")
    assert listed(past) == ["Over", "Long over"]
    assert choices(past) == ["Coming 2", "Past 2"]


def test_each_event_stands_once_at_its_next_date(client, listing):
    make_event(listing, title="Walk", dates=[event_date(-7), event_date(3), event_date(10)])
    make_event(listing, title="Talk", dates=[event_date(5)])
    page = read(client, listing.url)
    assert listed(page) == ["Walk", "Talk"]
    assert all_words(page, ".bc-event-row__more") == ["2 dates to come"]
    assert choices(page) == ["Coming 2", "Past 0"]


def test_next_date_is_one_that_takes_place(client, listing):
    make_event(listing, title="Walk", dates=[event_date(3, status="cancelled"), event_date(10)])
    make_event(listing, title="Talk", dates=[event_date(5)])
    page = read(client, listing.url)
    assert listed(page) == ["Talk", "Walk"]
    assert "Cancelled" not in words(page.select_one(".bc-listing__results"))


@pytest.mark.parametrize(("still_on", "said"), [(1, []), (2, ["2 dates to come"])])
def test_dates_to_come_are_those_that_take_place(client, listing, still_on, said):
    off = [event_date(3, status="cancelled"), event_date(4, status="postponed")]
    make_event(listing, dates=[*off, *(event_date(10 + day) for day in range(still_on))])
    assert all_words(read(client, listing.url), ".bc-event-row__more") == said


def test_event_that_is_off_promises_no_dates(client, listing):
    make_event(listing, dates=[event_date(3), event_date(10)], status="cancelled")
    assert not read(client, listing.url).select(".bc-event-row__more")


def test_cancelled_event_stays_in_its_place_and_says_so(client, listing):
    make_event(listing, title="Off", dates=[event_date(3)], status="cancelled")
    make_event(listing, title="On", dates=[event_date(5)])
    page = read(client, listing.url)
    assert listed(page) == ["Off", "On"]
    assert all_words(page, ".bc-event-word") == ["Cancelled"]


def test_event_that_goes_on_is_coming(client, listing):
    make_event(listing, title="Exhibition", all_day=True, dates=[event_date(-40, "", "", last=3)])
    page = read(client, listing.url)
    assert listed(page) == ["Exhibition"]
    now = timezone.now()
    assert page.select_one(".bc-month__heading")["id"] == f"bc-month-{now:%Y-%m}"


def test_event_without_a_date_is_not_listed(client, listing):
    make_event(listing, dates=[])
    page = read(client, listing.url)
    assert listed(page) == []
    assert choices(page) == ["Coming 0", "Past 0"]


def params(**values):
    found = QueryDict(mutable=True)
    found.update(values)
    return found


def moment(*values):
    return datetime.datetime(*values, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "coming"),
    [
        (moment(2040, 7, 3, 10, 59), 1),  # 11:59 in London
        (moment(2040, 7, 3, 11, 0), 0),
    ],
)
def test_an_event_is_over_when_its_own_clock_says_so(listing, now, coming):
    make_event(listing, dates=[event_date(datetime.date(2040, 7, 3), "10:30", "12:00")])
    assert EventList(public_events(), params(), name="all", now=now).matches == coming


@pytest.mark.parametrize(("zone", "coming"), [("Pacific/Auckland", 0), ("America/Los_Angeles", 1)])
def test_a_whole_day_ends_at_midnight_there(listing, zone, coming):
    day = datetime.date(2040, 7, 3)
    make_event(listing, all_day=True, time_zone=zone, dates=[event_date(day, "", "")])
    assert EventList(public_events(), params(), name="all", now=moment(2040, 7, 3, 20)).matches == coming


# Months


def months(page):
    return {words(part.h2): all_words(part, ".bc-event-row__title") for part in page.select(".bc-month")}


def test_by_month(client, listing):
    for title, day in [("A", (2040, 1, 3)), ("B", (2040, 1, 30)), ("C", (2040, 3, 1)), ("D", (2041, 1, 1))]:
        make_event(listing, title=title, dates=[event_date(datetime.date(*day))])
    page = read(client, listing.url)
    assert months(page) == {"January 2040": ["A", "B"], "March 2040": ["C"], "January 2041": ["D"]}
    assert [heading.name for heading in page.select("h1, .bc-month :is(h2, h3)")] == (
        ["h1", "h2", "h3", "h3", "h2", "h3", "h2", "h3"]
    )


def test_month_is_that_of_the_place(client, listing):
    """At this moment it is 1 February in Auckland and 31 January in London."""
    make_event(listing, title="There", time_zone="Pacific/Auckland",
               dates=[event_date(datetime.date(2040, 2, 1), "01:00", "02:00")])  # fmt: skip
    make_event(listing, title="Here", dates=[event_date(datetime.date(2040, 1, 31), "23:00", "23:30")])
    make_event(listing, title="Then", dates=[event_date(datetime.date(2040, 2, 1), "10:00", "11:00")])
    assert months(read(client, listing.url)) == {"February 2040": ["There", "Then"], "January 2040": ["Here"]}


# Filters


@pytest.fixture
def mixed(listing):
    make_event(listing, title="Walk", tags=["Moving", "Free"], dates=[event_date(1)])
    make_event(listing, title="Call", tags=["Free"], mode="online", dates=[event_date(2)])
    make_event(listing, title="Both", tags=["Moving"], mode="mixed", dates=[event_date(3)])
    make_event(listing, title="Moved", status="moved_online", dates=[event_date(4)])
    make_event(listing, title="Past walk", tags=["Moving"], dates=[event_date(-1)])
    make_article(listing, title="No event", tags=["Moving"])
    return listing


def test_filters_promise_what_they_keep(client, mixed):
    page = read(client, mixed.url)
    assert filters(page) == {"In person": 2, "Online": 3, "Free": 2, "Moving": 2}
    for link in page.select(".bc-filters__link"):
        name, count = (words(link.select_one(f".bc-filters__{part}")) for part in ("name", "count"))
        assert len(listed(read(client, mixed.url + link["href"]))) == int(count), name


def test_way_to_attend(client, mixed):
    assert listed(read(client, mixed.url, mode="in_person")) == ["Walk", "Both"]
    assert listed(read(client, mixed.url, mode="online")) == ["Call", "Both", "Moved"]


def test_filters_add_up_and_can_be_taken_away(client, mixed):
    page = read(client, mixed.url, mode="online", tag="moving")
    assert listed(page) == ["Both"]
    assert words(page.select_one(".bc-summary__count")) == "1 event found"
    assert choices(page) == ["Coming 1", "Past 0"]
    without = {words(chip).removesuffix(" (remove)"): chip["href"] for chip in page.select(".bc-chip")}
    assert listed(read(client, mixed.url + without["Online"])) == ["Walk", "Both"]
    assert listed(read(client, mixed.url + without["Moving"])) == ["Call", "Both", "Moved"]
    assert [link["aria-current"] for link in page.select(".bc-filters__link--selected")] == ["true", "true"]
    assert page.select_one(".bc-summary__clear")["href"] == mixed.url


def test_filters_of_the_past_are_those_of_the_past(client, mixed):
    page = read(client, mixed.url, when="past")
    assert filters(page) == {"In person": 1, "Online": 0, "Moving": 1}
    links = [link["href"] for link in page.select(".bc-filters__link")]
    assert all("when=past" in link for link in links)


def test_editor_can_leave_filters_and_search_away(client, mixed):
    mixed.show_filters = mixed.show_search = False
    mixed.save()
    page = read(client, mixed.url)
    assert not page.select(".bc-filters, .bc-search")


# Search


@pytest.mark.searches
def test_search_in_title_summary_text_place_and_tags(client, listing):
    make_event(listing, title="Kangaroo", dates=[event_date(1)])
    make_event(listing, title="Two", summary="A kangaroo.", dates=[event_date(2)])
    make_event(listing, title="Three", body=[text("<p>The kangaroo.</p>")], dates=[event_date(3)])
    make_event(listing, title="Four", venue="Kangaroo Hall", dates=[event_date(4)])
    make_event(listing, title="Five", tags=["Kangaroo"], dates=[event_date(5)])
    make_event(listing, title="Other", dates=[event_date(6)])
    make_event(listing, title="Kangaroo of old", dates=[event_date(-6)])
    page = read(client, listing.url, q="kangaroo")
    assert listed(page) == ["Kangaroo", "Two", "Three", "Four", "Five"]
    assert choices(page) == ["Coming 5", "Past 1"]
    assert filters(page) == {"In person": 5, "Online": 0, "Kangaroo": 1}
    assert page.select_one("#bc-events-q")["value"] == "kangaroo"


@pytest.mark.searches
def test_search_keeps_the_filters(client, mixed):
    page = read(client, mixed.url, tag="moving", mode="online", when="past", q="walk")
    hidden = {field["name"]: field["value"] for field in page.select(".bc-search input[type=hidden]")}
    assert hidden == {"tag": "moving", "mode": "online", "when": "past"}
    assert listed(read(client, mixed.url, tag="moving", q="walk")) == ["Walk"]


@pytest.mark.searches
def test_nothing_found_helps(client, mixed):
    page = read(client, mixed.url, q="zebra")
    empty = page.select_one(".bc-empty")
    assert words(empty.h2) == "Nothing found for “zebra”"
    assert empty.select_one(".bc-button")["href"] == mixed.url
    page = read(client, mixed.url, q="past")
    assert "See 1 past event" in words(page.select_one(".bc-empty"))


# Empty


def test_nothing_planned(client, listing):
    make_event(listing, dates=[event_date(-5)])
    empty = read(client, listing.url).select_one(".bc-empty")
    assert words(empty.h2) == "Nothing is planned just now"
    assert "Subscribe" in words(empty)
    assert empty.a["href"] == "?when=past"
    listing.empty_text = "Call us."
    listing.save()
    assert "Call us." in words(read(client, listing.url).select_one(".bc-empty"))


def test_nothing_over(client, listing):
    make_event(listing)
    empty = read(client, listing.url, when="past").select_one(".bc-empty")
    assert words(empty.h2) == "No event is over yet"
    assert empty.a["href"] == "?"


# Pages


@pytest.fixture
def seven(listing):
    listing.page_size = 3
    listing.save()
    for number in range(7):
        make_event(listing, title=f"Event {number}", dates=[event_date(10 + number)])
    return listing


def test_pages(client, seven):
    numbers = [str(number) for number in range(7)]
    shown = [listed(read(client, seven.url, page=page)) for page in (1, 2, 3)]
    assert shown == [[f"Event {n}" for n in part] for part in (numbers[:3], numbers[3:6], numbers[6:])]
    second = read(client, seven.url, page=2)
    assert second.select_one("[rel=prev]")["href"] == "?"
    assert second.select_one("[rel=next]")["href"] == "?page=3"
    assert canonical(second) == [seven.full_url + "?page=2"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999", "", "1.5", "٣", "9" * 5000, "\x00"])
def test_a_page_that_does_not_exist_is_the_first(client, seven, page):
    assert listed(read(client, seven.url, page=page)) == ["Event 0", "Event 1", "Event 2"]


BAD = ["", " ", '"', "'", "%00", "\x00", "a\x00b", "(", "AND", "*", "\\", "-", "x" * 20_000, "</script>", "🎗", "\u202e"]


@pytest.mark.searches
@pytest.mark.parametrize("name", ["q", "tag", "mode", "when", "page"])
def test_whatever_stands_in_the_address_is_answered(client, mixed, name):
    for value in BAD:
        assert client.get(mixed.url, {name: value}).status_code == 200, value[:20]
    for twice in (f"?{name}=a&{name}=b", f"?{name}", f"?{name}=%ff"):
        assert client.get(mixed.url + twice).status_code == 200, twice


def test_unusable_filters_count_as_absent(client, mixed):
    assert len(listed(read(client, mixed.url, mode="flying", when="never"))) == 4
    page = read(client, mixed.url, tag="unknown")
    assert listed(page) == []
    assert filters(page)["unknown"] == 0


def test_only_the_plain_list_is_for_search_engines(client, mixed):
    assert meta(read(client, mixed.url), "robots") == []
    for params in ({"when": "past"}, {"mode": "online"}, {"tag": "moving"}):
        page = read(client, mixed.url, **params)
        assert meta(page, "robots") == ["noindex, follow"]
        assert canonical(page) == []


# What is below


def test_events_of_the_whole_tree_below_and_of_no_other(client, listing):
    make_event(make_plain_page(listing), title="Deeper")
    make_event(home_page(), title="Elsewhere")
    assert listed(read(client, listing.url)) == ["Deeper"]


def test_introduction(client):
    page = read(client, make_event_listing(introduction="Come.").url)
    assert words(page.select_one(".bc-listing__introduction")) == "Come."
    assert meta(page, "description") == ["Come."]


def test_pages_below_are_found(client, listing):
    event = make_event(listing, title="Walk")
    draft = make_event(listing, live=False)
    assert words(read(client, event.url).h1) == "Walk"
    assert client.get(draft.url).status_code == 404
    assert client.get(listing.url + "nothing/").status_code == 404
