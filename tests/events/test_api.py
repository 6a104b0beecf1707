"""Events through Wagtail's API, as a site mounts it."""

import datetime

import pytest
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from tests import urls as site_urls
from tests.builders import event_date, make_event, restrict

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)
api_router.register_endpoint("images", ImagesAPIViewSet)
urlpatterns = [path("api/", api_router.urls), *site_urls.urlpatterns]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def test_facts_and_dates_without_the_link_to_take_part(client):
    rows = [event_date(datetime.date(2040, 7, 3), "09:30", "11:00", status="cancelled")]
    event = make_event(title="Call", mode="online", join_url="https://meet.example.org/", cost="Free", dates=rows)
    restrict(make_event(title="Secret"))
    answer = client.get("/api/pages/", {"type": "beatcancer_events.EventPage", "fields": "*"})
    assert answer.status_code == 200
    assert "meet.example.org" not in answer.content.decode()
    (found,) = answer.json()["items"]
    assert (found["title"], found["mode"], found["cost"], found["time_zone"]) == (
        "Call", "online", "Free", "Europe/London",
    )  # fmt: skip
    (date,) = found["beatcancer_event_dates"]
    assert datetime.datetime.fromisoformat(date["starts_at"].replace("Z", "+00:00")) == datetime.datetime(
        2040, 7, 3, 8, 30, tzinfo=datetime.timezone.utc
    )
    assert date["status"] == "cancelled"
    assert client.get(f"/api/pages/{event.pk}/").json()["title"] == "Call"
