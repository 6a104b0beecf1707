"""A backend that we know nothing about is asked in Wagtail's own terms."""

import pytest
from modelsearch.backends.database.fallback import DatabaseSearchBackend

from beatcancer_wagtail.models import BookSnippet
from beatcancer_wagtail.resources import public_resources
from beatcancer_wagtail.search.query import Found, find, matching
from tests.builders import make_article, make_book, restrict

pytestmark = pytest.mark.django_db


class OtherSearch(DatabaseSearchBackend):
    """Finds by LIKE, without an index, as Wagtail does where a database has none."""


@pytest.fixture(autouse=True)
def other_backend(settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "tests.search.test_other_backends.OtherSearch"}}


def test_pages_are_found_and_counted():
    one, two = make_article(title="Marrow one"), make_article(title="Marrow two")
    restrict(make_article(title="Marrow three"))
    make_article(title="Liver")
    found = find(public_resources(), "marrow")
    assert (found.total, set(found.ids)) == (2, {one.pk, two.pk})
    assert find(public_resources(), "marrow", stop=1).total == 2
    assert len(find(public_resources(), "marrow", stop=1).ids) == 1
    assert matching(public_resources(), "marrow two").get().pk == two.pk


def test_variants_are_found_too():
    article = make_article(title="Leukaemia")
    assert find(public_resources(), "leukemia") == Found(1, [article.pk])


def test_models_whose_ids_the_backend_cannot_filter():
    book = make_book(title="Marrow")
    make_book(title="Marrow, a draft", live=False)
    assert find(BookSnippet.objects.filter(live=True), "marrow") == Found(1, [book.pk])


@pytest.mark.parametrize("typed", ["", '"', "\x00", "a\x00b", "x" * 20_000, "*", "\\", "α", "AND", "'"])
def test_bad_input_is_no_error(typed):
    assert find(public_resources(), typed) == Found(0, [])
    assert not matching(public_resources(), typed)
