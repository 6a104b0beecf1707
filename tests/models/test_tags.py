"""Tags belong to the base page; for a developer they work as on any model."""

import pytest
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from tests import urls as site_urls
from tests.builders import make_article, make_library

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    library = make_library()
    return [make_article(library, title="One", tags=["A", "B"]), make_article(library, title="Two", tags=["B"])]


@pytest.fixture
def objects(articles):
    """Of the article that is installed: ours, or the site's own in place of it."""
    return type(articles[0]).objects


def titles(queryset):
    return sorted(queryset.values_list("title", flat=True))


def test_lookups(articles, objects):
    assert titles(objects.filter(tags__name="A")) == ["One"]
    assert titles(objects.filter(tags__slug__in=["a", "b"]).distinct()) == ["One", "Two"]
    assert titles(objects.exclude(tags__name="A")) == ["Two"]
    tag = articles[0].tags.get(name="A")
    assert titles(objects.filter(tags=tag)) == ["One"]
    assert sorted(objects.values_list("tags__name", flat=True)) == ["A", "B", "B"]


def test_prefetch(objects, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = {page.title: sorted(tag.name for tag in page.tags.all()) for page in objects.prefetch_related("tags")}
    assert found == {"One": ["A", "B"], "Two": ["B"]}


api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)
urlpatterns = [path("api/", api_router.urls), *site_urls.urlpatterns]


@pytest.mark.urls(__name__)
def test_the_api_filters_by_tag(articles, client):
    found = client.get("/api/pages/", {"type": articles[0]._meta.label, "tags": "A", "fields": "tags,summary"})
    assert [(item["title"], item["tags"]) for item in found.json()["items"]] == [("One", ["A", "B"])]
