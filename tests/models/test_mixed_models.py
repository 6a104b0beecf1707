"""The package's articles and a site's own in one library."""

import datetime

import pytest
from django.apps import apps
from django.core.cache import cache

from tests.builders import make_article, make_image, make_library, related
from tests.reading import all_words, featured, latest, listed, read, tag_counts, words

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("tests.testapp"), reason="needs the site's own article of tests.testapp"),
]


def make_news(*arguments, **fields):
    from tests.testapp.models import NewsPage

    return make_article(*arguments, model=NewsPage, **fields)


def day(number):
    return datetime.datetime(2026, 1, number, tzinfo=datetime.timezone.utc)


@pytest.fixture
def library():
    library = make_library(page_size=3)
    image = make_image()
    for number in range(1, 7):
        make = make_news if number % 2 else make_article
        make(library, title=f"{number}", tags=["Odd" if number % 2 else "Even", "All"], published=day(number),
             hero_image=image)  # fmt: skip
    return library


def test_they_are_listed_together_in_one_order(client, library):
    assert listed(read(client, library.url)) == ["6", "5", "4"]
    assert listed(read(client, library.url, page=2)) == ["3", "2", "1"]
    assert listed(read(client, library.url, order="title", page=2)) == ["4", "5", "6"]


def test_they_are_counted_and_filtered_together(client, library):
    page = read(client, library.url)
    assert words(page.select_one(".bc-listing__total")) == "6 resources"
    assert tag_counts(page) == {"All": 6, "Even": 3, "Odd": 3}
    assert listed(read(client, library.url, tag="odd")) == ["5", "3", "1"]
    assert listed(read(client, library.url, tag=["all", "even"], order="oldest")) == ["2", "4", "6"]


@pytest.mark.searches
def test_they_are_searched_together(client):
    library = make_library()
    make_news(library, title="Marrow news")
    make_article(library, title="Bone marrow")
    make_article(library, title="Skin")
    assert sorted(listed(read(client, library.url, q="marrow"))) == ["Bone marrow", "Marrow news"]


def test_they_are_featured_and_latest_together(client, library):
    news = make_news(library, title="News", published=day(8))
    article = make_article(library, title="Article", published=day(7))
    library.featured = [{"type": "resource", "value": page.pk} for page in (news, article)]
    library.save()
    page = read(client, library.url)
    assert (featured(page), listed(page)) == (["News", "Article"], ["6", "5", "4"])
    assert latest(read(client, article.url)) == ["News", "6", "5"]
    assert latest(read(client, news.url)) == ["Article", "6", "5"]


def test_they_are_related_to_each_other(client, library):
    article = make_article(library, title="Article", tags=["Odd"], body=[related()])
    assert all_words(read(client, article.url), ".bc-related__link") == ["5", "3", "1"]
    chosen = make_article(library, title="Chooser", body=[related(article, make_news(library, title="News"))])
    assert all_words(read(client, chosen.url), ".bc-related__link") == ["Article", "News"]


def test_sites_own_article_is_shown_like_ours_with_its_library(client, library):
    news = make_news(library, title="News from the ward", tags=["All"])
    page = read(client, news.url)
    assert words(page.h1) == "News from the ward"
    assert all_words(page, ".bc-breadcrumb li") == ["Home", "Resources", "News from the ward"]
    assert [link["href"] for link in page.select(".bc-tags a")] == [f"{library.url}?tag=all"]


def test_sites_own_article_changes_the_counts(client, library, django_capture_on_commit_callbacks):
    assert tag_counts(read(client, library.url))["All"] == 6
    with django_capture_on_commit_callbacks(execute=True):
        news = make_news(library, tags=["All"])
    assert tag_counts(read(client, library.url))["All"] == 7
    with django_capture_on_commit_callbacks(execute=True):
        news.unpublish()
    assert tag_counts(read(client, library.url))["All"] == 6
    cache.clear()
    assert tag_counts(read(client, library.url))["All"] == 6
