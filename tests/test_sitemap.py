"""The sitemap: which pages it names, in how many parts, and what it costs."""

import datetime
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Site

from beatcancer_wagtail import sitemaps
from tests.builders import home_page, make_article, make_library, make_plain_page, make_site, restrict

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ROOT = "http://localhost"


def parse(client, **params):
    response = client.get("/sitemap.xml", params)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return ET.fromstring(response.content)  # noqa: S314 - our own


def addresses(client, **params):
    return [element.text for element in parse(client, **params).findall("s:url/s:loc", NAMES)]


def moment(day):
    return timezone.make_aware(datetime.datetime(2026, 3, day, 12))


def test_names_every_public_page_of_the_site(client):
    library = make_library()
    article = make_article(library)
    assert addresses(client) == [f"{ROOT}/", ROOT + library.url, ROOT + article.url]


def test_names_only_what_a_stranger_may_read_and_nothing_twice(client):
    library = make_library()
    make_article(library, live=False)
    expired = make_article(library)
    expired.unpublish()
    private = make_library(title="Private")
    make_article(private)
    restrict(private)
    article = make_article(library)
    CreatePageAliasAction(article, update_slug="alias").execute()
    make_article(make_site().root_page)
    assert addresses(client) == [f"{ROOT}/", library.full_url, article.full_url]


def test_each_site_has_its_own_even_inside_another(client):
    inner = make_plain_page(title="Inner", slug="inner")
    below = make_plain_page(inner, title="Below", slug="below")
    Site.objects.create(hostname="inner.example.org", port=80, root_page=inner)
    assert addresses(client) == [f"{ROOT}/"]
    response = client.get("/sitemap.xml", headers={"Host": "inner.example.org"})
    assert b"<loc>http://inner.example.org/below/</loc>" in response.content
    assert b"localhost" not in response.content
    assert below.live


def test_says_when_a_page_last_changed(client):
    article = make_article()
    type(article).objects.update(last_published_at=moment(9))
    parsed = parse(client)
    changed = {url.find("s:loc", NAMES).text: url.find("s:lastmod", NAMES) for url in parsed.findall("s:url", NAMES)}
    assert datetime.datetime.fromisoformat(changed[ROOT + article.url].text) == moment(9)


def test_library_changes_with_what_it_lists(client):
    library = make_library()
    article = make_article(library)
    type(library).objects.filter(pk=library.pk).update(last_published_at=moment(1))
    type(article).objects.filter(pk=article.pk).update(last_published_at=moment(9))
    (url,) = type(library).objects.get(pk=library.pk).get_sitemap_urls()
    assert url["lastmod"] == moment(9)


def test_names_the_languages_of_a_page(client, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "French")]
    french = Locale.objects.create(language_code="fr")
    Site.clear_site_root_paths_cache()
    article = make_article()
    for page in (home_page(), article):
        copy = CopyPageForTranslationAction(page, french).execute(skip_permission_checks=True)
        copy.save_revision().publish()
    Site.clear_site_root_paths_cache()
    copy.refresh_from_db()
    parsed = parse(client)
    found = {
        url.find("s:loc", NAMES).text: {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        for url in parsed.findall("s:url", NAMES)
    }
    own, other = article.get_full_url(), copy.get_full_url()
    assert found[own] == found[other] == {"en": own, "fr": other, "x-default": own}
    Site.clear_site_root_paths_cache()


# Many pages


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 3)


def test_many_pages_are_told_in_parts(client, small_parts):
    library = make_library()
    for _number in range(5):
        make_article(library)
    parts = [element.text for element in parse(client).findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"{ROOT}/sitemap.xml?part={number}" for number in (1, 2, 3)]
    told = [address for number in (1, 2, 3) for address in addresses(client, part=number)]
    assert len(told) == len(set(told)) == 7


@pytest.mark.parametrize("part", ["0", "-1", "x", "4", "999999", "\x00", "1.5", "²", "9" * 300])
def test_parts_that_are_none_do_not_exist(client, small_parts, part):
    library = make_library()
    for _number in range(5):
        make_article(library)
    assert client.get("/sitemap.xml", {"part": part}).status_code == 404


def test_statements_do_not_grow_with_the_pages(client, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    library = make_library()
    counts = []
    for number in (1, 15):
        for _article in range(number):
            make_article(library)
        client.get("/sitemap.xml")
        with CaptureQueriesContext(connection) as found:
            client.get("/sitemap.xml")
        counts.append(len(found))
    assert counts[0] == counts[1] <= 5


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_sitemap_is_only_read(client, method):
    assert getattr(client, method)("/sitemap.xml").status_code == 405


def test_host_without_a_site_has_none(client):
    Site.objects.all().delete()
    Site.clear_site_root_paths_cache()
    assert client.get("/sitemap.xml").status_code == 404
    Site.clear_site_root_paths_cache()


def test_page_class_may_name_more_addresses(client, monkeypatch):
    article = make_article()
    old = type(article).get_sitemap_urls

    def with_print(self, request=None):
        return [*old(self, request), {"location": f"{self.get_full_url(request)}print/"}]

    monkeypatch.setattr(type(article), "get_sitemap_urls", with_print)
    sitemaps._classes_with_own_urls.cache_clear()
    assert f"{ROOT}{article.url}print/" in addresses(client)
    sitemaps._classes_with_own_urls.cache_clear()
