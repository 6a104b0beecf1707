"""An editor searches the list of books, and then narrows, sorts or exports what was found."""

import pytest
from django.urls import reverse

from beatcancer_wagtail.models import BookSnippet
from tests.builders import make_book

pytestmark = [pytest.mark.django_db, pytest.mark.searches]


@pytest.fixture
def books(admin_client):
    make_book(title="A book of scans", authors="Zoe Zimmer", year=2001, tags=["Tests"])
    make_book(title="Another book", authors="Ann Abel", year=2020)
    make_book(title="Something else", year=2001)
    return admin_client


def found(client, **params):
    url = reverse(BookSnippet.snippet_viewset.get_url_name("list"))
    response = client.get(url, {"q": "book", **params})
    assert response.status_code == 200
    return response


def test_search_and_year(books):
    html = found(books, year=2001).content.decode()
    assert "A book of scans" in html
    assert "Another book" not in html
    assert "Something else" not in html


def test_search_and_tag(books):
    tag = BookSnippet.objects.get(title="A book of scans").tags.get()
    html = found(books, tags=tag.pk).content.decode()
    assert "A book of scans" in html
    assert "Another book" not in html


@pytest.mark.parametrize("ordering", ["title", "-title", "authors", "-rating_count", "live"])
def test_search_and_order(books, ordering):
    html = found(books, ordering=ordering).content.decode()
    assert "A book of scans" in html
    assert "Another book" in html


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_search_and_export(books, kind):
    assert found(books, year=2001, export=kind)["Content-Type"] != "text/html; charset=utf-8"
