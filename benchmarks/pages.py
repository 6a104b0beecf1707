"""The requests that are measured."""

from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import Page

from beatcancer_wagtail.models import ArticlePage, ResourceListingPage
from benchmarks.floor.models import FloorPage
from benchmarks.measure import Request
from benchmarks.seed import FLAGSHIP
from example_project.demo.load import ADMIN

NO_CACHE = {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}}
KEPT_BODIES = {"BEATCANCER_WAGTAIL": {"CACHE_BODIES": True}}


def floor() -> Request:
    return visit(FloorPage.objects.get(slug="floor").url)


def article(slug: str = FLAGSHIP) -> Request:
    return visit(ArticlePage.objects.get(slug=slug).url)


def home() -> Request:
    return visit("/")


def library_pages() -> dict[str, Request]:
    """The first and the last page of the library, and the first with the commonest tag."""
    library = ResourceListingPage.objects.get()
    everything = library.get_resource_list(QueryDict())
    commonest = max(everything.tag_choices, key=lambda choice: choice.count)
    return {
        "first page": visit(library.url),
        "last page": visit(library.url, page=everything.pages),
        "one tag": visit(library.url, tag=Tag.objects.get(name=commonest.label).slug),
    }


def edit_form() -> Request:
    client = Client(SERVER_NAME="localhost")
    client.force_login(get_user_model().objects.get(username=ADMIN["username"]))
    path = reverse("wagtailadmin_pages:edit", args=[Page.objects.get(slug=FLAGSHIP).pk])
    return lambda: client.get(path)


def visit(path: str, **query) -> Request:
    """A GET by somebody who is not logged in."""
    client = Client(SERVER_NAME="localhost")
    return lambda: client.get(path, query)


def on_a_site_with(settings: dict, request: Request) -> Request:
    """The same request where the settings are different."""

    def changed():
        with override_settings(**settings):
            return request()

    return changed
