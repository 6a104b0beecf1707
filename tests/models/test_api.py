"""Our pages and books through Wagtail's API, as a site mounts it."""

import datetime
from decimal import Decimal

import pytest
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from beatcancer_wagtail.models import BookSnippet
from tests import urls as site_urls
from tests.builders import (
    block,
    faq,
    make_article,
    make_book,
    make_image,
    make_library,
    picture,
    related,
    restrict,
    section,
    shelf,
    text,
)


class BooksAPIViewSet(BaseAPIViewSet):
    model = BookSnippet


api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)
api_router.register_endpoint("images", ImagesAPIViewSet)
api_router.register_endpoint("books", BooksAPIViewSet)
urlpatterns = [path("api/", api_router.urls), *site_urls.urlpatterns]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def get(client, address, **params):
    answer = client.get(f"/api/{address}/", params)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_article_has_what_readers_see_and_no_more(client):
    library = make_library()
    image = make_image()
    other = make_article(library)
    article = make_article(
        library,
        title="Scans",
        summary="What they see.",
        tags=["Pictures", "Ärzte"],
        hero_image=image,
        hero_alt="A scanner",
        date_modified=datetime.date(2026, 1, 31),
        reading_minutes_override=7,
        body=[
            section("Kinds", text("<p>Many.</p>"), picture(image, alt="x")),
            faq(("Why?", "<p>So.</p>")),
            shelf(make_book()),
            related(other),
        ],
    )
    found = get(client, f"pages/{article.pk}")
    assert found["title"] == "Scans"
    assert found["summary"] == "What they see."
    assert sorted(found["tags"]) == ["Pictures", "Ärzte"]
    assert (found["hero_image"]["id"], found["hero_alt"]) == (image.pk, "A scanner")
    assert (found["date_modified"], found["reading_minutes"]) == ("2026-01-31", 7)
    assert [part["type"] for part in found["body"]] == ["section", "faq", "books", "related"]
    assert found["body"][0]["value"]["anchor"] == "kinds"


def test_half_filled_article_answers(client):
    article = make_article(body=[section("", block("text", "")), faq(("", "")), block("books", {"books": []})])
    assert get(client, f"pages/{article.pk}")["hero_image"] is None


def test_library_says_what_it_lists(client):
    library = make_library(introduction="All that we know.", scope="descendants")
    found = get(client, f"pages/{library.pk}")
    assert (found["introduction"], found["scope"], found["order"]) == ("All that we know.", "descendants", "newest")


def test_list_has_public_pages_only(client):
    make_article(title="Shown")
    make_article(title="Draft", live=False)
    restrict(make_article(title="Private"))
    titles = [page["title"] for page in get(client, "pages", limit=20)["items"]]
    assert "Shown" in titles
    assert not {"Draft", "Private"} & set(titles)


def test_book_has_what_its_card_shows(client):
    book = make_book(
        title="Option B",
        authors="Sheryl Sandberg\nAdam Grant",
        tags=["Grief"],
        isbn="9780812988406",
        cover=make_image(),
        rating_value=Decimal("4.40"),
        rating_count=1511,
        rating_source="A shop",
    )
    found = get(client, f"books/{book.pk}")
    assert (found["title"], found["author_names"]) == ("Option B", ["Sheryl Sandberg", "Adam Grant"])
    assert (found["isbn"], found["tags"], found["cover"]["id"]) == ("9780812988406", ["Grief"], book.cover_id)
    assert (found["rating_value"], found["rating_count"], found["rating_source"]) == ("4.40", 1511, "A shop")
    assert get(client, "books", fields="author_names")["items"][0]["author_names"] == ["Sheryl Sandberg", "Adam Grant"]
