"""What a frontend cache is told to drop when a resource changes."""

import pytest
from wagtail.signals import page_published, page_unpublished, post_page_move

from beatcancer_wagtail import purging
from tests.builders import home_page, make_article, make_library, make_plain_page
from tests.front_cache import ROOT, dropped

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def connected(cache_in_front):
    purging.connect()
    yield
    for signal in (page_published, page_unpublished, post_page_move):
        signal.disconnect(dispatch_uid=purging.UID)


def test_published_article_drops_its_library_feeds_and_filters(commit):
    library = make_library(page_size=1)
    article = make_article(library, tags=["Scans"])
    make_article(library)
    with commit():
        article.save_revision().publish()
    address = ROOT + library.url
    assert dropped >= {
        address,
        f"{address}?page=2",
        f"{address}?tag=scans",
        f"{address}feed/atom/",
        f"{address}feed/rss/",
        f"{address}feed/atom/scans/",
        f"{address}feed/rss/scans/",
    }


def test_addresses_are_written_as_browsers_ask_for_them(commit):
    library = make_library()
    with commit():
        make_article(library, tags=["Métastase"]).save_revision().publish()
    address = ROOT + library.url
    assert dropped >= {f"{address}?tag=m%C3%A9tastase", f"{address}feed/atom/m%C3%A9tastase/"}
    assert all(url.isascii() for url in dropped)


@pytest.mark.parametrize("change", ["unpublish", "delete"])
def test_article_that_leaves_drops_the_same(commit, change):
    library = make_library()
    article = make_article(library, tags=["Scans"])
    with commit():
        getattr(article, change)()
    assert {ROOT + library.url, f"{ROOT}{library.url}feed/atom/scans/"} <= dropped


def test_moved_article_drops_both_libraries(commit):
    first, second = make_library(title="First"), make_library(title="Second")
    article = make_article(first)
    with commit():
        article.move(second, pos="last-child")
    assert {ROOT + first.url, ROOT + second.url} <= dropped


def test_other_libraries_stay(commit):
    other, library = make_library(title="Other"), make_library()
    article = make_article(library)
    with commit():
        article.save_revision().publish()
    assert ROOT + other.url not in dropped


def test_page_that_no_library_lists_drops_no_library(commit):
    library = make_library()
    page = make_plain_page(library)
    with commit():
        page.save_revision().publish()
    assert not dropped


def test_article_outside_any_library_is_no_fault(commit):
    with commit():
        make_article(home_page()).save_revision().publish()
    assert not dropped


def test_rolled_back_change_drops_nothing(django_capture_on_commit_callbacks):
    article = make_article(make_library())
    with django_capture_on_commit_callbacks(execute=False):
        article.save_revision().publish()
    assert not dropped
