"""Events among what readers search for."""

import pytest
from django.test import RequestFactory

from beatcancer_wagtail.search.kinds import all_kinds
from beatcancer_wagtail.search.query import find
from tests.builders import event_date, make_article, make_event, make_event_listing, make_site, restrict, text
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def kind():
    return next(kind for kind in all_kinds() if kind.name == "events")


def found(query, host="localhost"):
    request = RequestFactory().get("/", headers={"host": host})
    return [event.title for event in kind().load(find(kind().records(request), query).ids)]


def test_kind_stands_between_resources_and_books():
    names = [kind.name for kind in all_kinds()]
    assert names.index("resources") < names.index("events") < names.index("books")
    assert str(kind().label) == "Events"


@pytest.mark.searches
def test_coming_and_past_events_of_this_site_that_a_stranger_may_read():
    make_event(title="Kangaroo walk")
    make_event(title="Past kangaroo", dates=[event_date(-5)])
    make_event(title="Kangaroo draft", live=False)
    restrict(make_event(title="Kangaroo secret"))
    make_event(make_site("other.example.org").root_page, title="Kangaroo elsewhere")
    make_article(title="Kangaroo article")
    assert sorted(found("kangaroo")) == ["Kangaroo walk", "Past kangaroo"]
    assert found("kangaroo", "other.example.org") == ["Kangaroo elsewhere"]


@pytest.mark.searches
def test_results_page_shows_when_and_where(client):
    make_event_listing()
    make_event(title="Kangaroo walk", body=[text("<p>Bring water.</p>")], status="cancelled")
    page = read(client, "/search/", q="kangaroo", kind="events")
    result = page.select_one(".bc-result")
    assert words(result.select_one(".bc-card__link")) == "Kangaroo walk"
    assert "Cancelled" in words(result)
    assert "London time" in words(result)
    assert (
        kind().text(kind().load(find(kind().records(RequestFactory().get("/")), "kangaroo").ids)[0]) == "Bring water."
    )
