"""Another process may be late by CACHE_SECONDS; what it remembers must never break a page or tell a secret."""

import pytest
from django.core.cache import cache

from beatcancer_wagtail import memory
from tests.builders import block, make_article, make_library, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(monkeypatch):
    """From here on changes are not noticed, as in another process with a cache of its own."""

    def stop_noticing():
        monkeypatch.setattr("beatcancer_wagtail.signals.start_edition", lambda **signal: None)

    return stop_noticing


def test_a_library_that_has_just_got_its_first_featured_article(client, late):
    library = make_library()
    assert "There is nothing here yet" in client.get(library.url).content.decode()
    late()
    article = make_article(library, title="Fresh")
    library.featured = [block("resource", article.pk)]
    library.save()
    assert client.get(library.url).status_code == 200


def test_a_featured_article_that_became_private_is_gone_at_once(client, late):
    library = make_library()
    article = make_article(library, title="Secret")
    library.featured = [block("resource", article.pk)]
    library.save()
    assert "Secret" in client.get(library.url).content.decode()
    late()
    restrict(article)
    assert "Secret" not in client.get(library.url).content.decode()


def test_tags_that_a_stranger_makes_up_do_not_fill_the_cache(client):
    library = make_library()
    make_article(library, tags=["Known"])
    client.get(library.url, {"tag": "unknown-0"})
    before = len(cache._cache)
    for number in range(1, 20):
        client.get(library.url, {"tag": f"unknown-{number}"})
    assert len(cache._cache) == before


def test_another_version_does_not_read_what_this_one_kept():
    assert memory.__version__ in memory.EDITION_KEY
