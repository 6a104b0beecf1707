"""Counts, tags and strips follow every change of the library at once, cache or no cache."""

import pytest
from django.core.cache import cache
from taggit.models import Tag

from beatcancer_wagtail.memory import remembered
from tests.builders import article_model, home_page, make_article, make_book, make_library, make_plain_page, restrict
from tests.reading import latest, read, tag_counts, words

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[60, 0], ids=["with a cache", "without"])
def library(request, settings):
    """A library of two articles, as readers have just seen it."""
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": request.param}
    library = make_library(scope="descendants")
    make_article(library, title="First", tags=["Scans"])
    make_article(library, title="Second", tags=["Scans"])
    cache.clear()
    return library


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """``with committed():`` does what a request does: changes, then the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def seen(client, library):
    """What a reader is told: the total, the tags' counts, the total in the strip of a page elsewhere."""
    page = read(client, library.url)
    elsewhere = article_model().objects.filter(slug="elsewhere").first() or make_article(slug="elsewhere")
    strip = read(client, elsewhere.url)
    total = int(words(page.select_one(".bc-listing__total")).split()[0])
    assert f"View {total} resource" in words(strip.select_one(".bc-latest__all")) or total == 0
    return total, tag_counts(page), sorted(latest(strip))


TWO = (2, {"Scans": 2}, ["First", "Second"])
ONE = (1, {"Scans": 1}, ["First"])


def second(library):
    return library.get_children().get(title="Second").specific


def test_new_article_counts_when_it_is_published(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        draft = make_article(library, title="Third", tags=["Scans"], live=False)
    assert seen(client, library) == TWO
    with committed():
        draft.get_latest_revision().publish()
    assert seen(client, library) == (3, {"Scans": 3}, ["First", "Second", "Third"])


def test_unpublished_article(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        second(library).unpublish()
    assert seen(client, library) == ONE


def test_deleted_article(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        second(library).delete()
    assert seen(client, library) == ONE


def test_article_moved_away_and_back(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        second(library).move(make_plain_page(home_page()), pos="last-child")
    assert seen(client, library) == ONE
    moved = home_page().get_descendants().get(title="Second")
    library.refresh_from_db()
    with committed():
        moved.move(library, pos="last-child")
    assert seen(client, library) == TWO


def test_article_deleted_with_the_page_above_it(client, library, committed):
    with committed():
        above = make_plain_page(library)
        make_article(above, title="Third", tags=["Scans"])
    assert seen(client, library)[0] == 3
    with committed():
        above.delete()
    assert seen(client, library) == TWO


def test_page_above_articles_moved_away(client, library, committed):
    with committed():
        above = make_plain_page(library)
        make_article(above, title="Third", tags=["Scans"])
    assert seen(client, library)[0] == 3
    with committed():
        above.move(home_page(), pos="last-child")
    assert seen(client, library) == TWO


def test_article_made_private_and_public_again(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        restriction = restrict(second(library))
    assert seen(client, library) == ONE
    with committed():
        restriction.delete()
    assert seen(client, library) == TWO


def test_page_above_articles_made_private(client, library, committed):
    with committed():
        above = make_plain_page(library)
        make_article(above, title="Third", tags=["Scans"])
    assert seen(client, library)[0] == 3
    with committed():
        restrict(above)
    assert seen(client, library) == TWO


def test_new_tags_count_when_they_are_published(client, library, committed):
    assert seen(client, library) == TWO
    article = second(library)
    article.tags.set(["Blood tests"])
    with committed():
        revision = article.save_revision()
    assert seen(client, library) == TWO
    with committed():
        revision.publish()
    assert seen(client, library) == (2, {"Blood tests": 1, "Scans": 1}, ["First", "Second"])


def test_renamed_and_deleted_tags(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        tag = Tag.objects.get(name="Scans")
        tag.name = "Pictures"
        tag.save()
    assert seen(client, library)[1] == {"Pictures": 2}
    with committed():
        tag.delete()
    assert seen(client, library)[1] == {}


def test_copied_article(client, library, committed):
    assert seen(client, library) == TWO
    with committed():
        second(library).copy(update_attrs={"slug": "third", "title": "Third"}, keep_live=True)
    assert seen(client, library)[0] == 3


def test_alias_of_an_article(client, library, committed):
    article = make_article(home_page(), title="Third", slug="third", tags=["Scans"])
    assert seen(client, library)[0] == 2
    with committed():
        article.create_alias(parent=library)
    assert seen(client, library)[0] == 3


def test_library_that_lists_less(client, library, committed):
    with committed():
        make_article(second(library), title="Third", tags=["Scans"])
    assert seen(client, library)[0] == 3
    with committed():
        library.scope = "children"
        library.save_revision().publish()
    assert seen(client, library) == TWO


def test_what_is_remembered_before_the_commit_is_forgotten_after_it(settings, committed):
    """Between change and commit other processes still see the library as it was."""
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 60}
    numbers = iter(range(9))
    assert [remembered("n", lambda: next(numbers)) for _again in range(2)] == [0, 0]
    with committed():
        make_book()
        assert [remembered("n", lambda: next(numbers)) for _again in range(2)] == [1, 1]
    assert [remembered("n", lambda: next(numbers)) for _again in range(2)] == [2, 2]


def test_what_depends_on_no_page_outlives_changes_of_the_library(settings, committed):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 60}
    numbers = iter(range(9))
    assert remembered("n", lambda: next(numbers), per_edition=False) == 0
    with committed():
        make_book()
    assert remembered("n", lambda: next(numbers), per_edition=False) == 0


def test_nothing_is_remembered_for_zero_seconds(settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}
    numbers = iter(range(9))
    assert [remembered("n", lambda: next(numbers)) for _again in range(3)] == [0, 1, 2]


def test_names_however_long_or_odd_are_fine_as_keys(settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 60}
    for name in ("x" * 20_000, "with blanks\n", "\x00", "\U0001f600"):
        assert remembered(name, lambda name=name: f"of {name}") == f"of {name}"
        assert remembered(name, lambda: "worked out again") == f"of {name}"


@pytest.mark.parametrize("value", [None, 0, "", []])
def test_nothing_is_worth_remembering_too(settings, value):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 60}
    remembered("n", lambda: value)
    assert remembered("n", lambda: "worked out again") == value
