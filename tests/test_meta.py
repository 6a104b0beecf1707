"""What the head of a page tells search engines, feed readers and whoever shows a link to it."""

import datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Site

from beatcancer_wagtail.models import Organisation
from beatcancer_wagtail.resources import base_page_model
from tests.builders import home_page, make_article, make_image, make_library, make_plain_page, make_site, restrict
from tests.reading import canonical, meta, read
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

ROOT = "http://localhost"
HOSTILE = "</title><script>alert(1)</script>\"'&\u202e\U0001f600"


def graph_tags(page):
    """OpenGraph: property -> its values in their order."""
    found = {}
    for tag in page.select("meta[property]"):
        found.setdefault(tag["property"], []).append(tag["content"])
    return found


def alternates(page):
    return {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}


def feeds(page):
    return [(link["type"], link["title"], link["href"]) for link in page.select("link[rel=alternate][type]")]


def head_of(page, request=None):
    """What ``bc_meta`` writes in a template of a site's own."""
    template = engines["django"].from_string("{% load beatcancer %}{% bc_meta page %}")
    return template.render({"page": page}, request or RequestFactory().get("/"))


# Shared links


def test_article_can_be_shared(client):
    article = make_article(
        title="What is staging?",
        summary="How far cancer has come.",
        tags=["Scans", "Blood tests"],
        published=timezone.make_aware(datetime.datetime(2026, 3, 1, 12)),
        date_modified=datetime.date(2026, 3, 9),
        hero_image=make_image(width=1600, height=900),
        hero_alt="A map.",
    )
    page = read(client, article.url)
    tags = graph_tags(page)
    image = tags.pop("og:image")[0]
    assert image.startswith(f"{ROOT}/media/")
    assert default_storage.exists(image.removeprefix(f"{ROOT}/media/"))
    assert tags.pop("article:published_time")[0].startswith("2026-03-01T12:00:00")
    assert tags == {
        "og:type": ["article"],
        "og:title": ["What is staging?"],
        "og:url": [ROOT + article.url],
        "og:site_name": ["Tests"],
        "og:description": ["How far cancer has come."],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1280"],
        "og:image:height": ["720"],
        "og:image:alt": ["A map."],
        "article:modified_time": ["2026-03-09"],
        "article:tag": ["Blood tests", "Scans"],
    }
    assert meta(page, "twitter:card") == ["summary_large_image"]


def test_library_can_be_shared(client):
    tags = graph_tags(read(client, make_library(introduction="All that we know.").url))
    assert tags["og:type"] == ["website"]
    assert tags["og:description"] == ["All that we know."]
    assert "article:published_time" not in tags


def test_page_without_a_picture_has_that_of_the_organisation(client):
    site = Site.objects.get(is_default_site=True)
    image = make_image(width=1200, height=630)
    Organisation.objects.create(site=site, name="Trust", sharing_image=image)
    page = read(client, make_article(hero_alt="Of no picture.").url)
    assert image.title or graph_tags(page)["og:image"]
    assert graph_tags(page)["og:image"][0].startswith(f"{ROOT}/media/")
    assert "og:image:alt" not in graph_tags(page)


def test_page_without_any_picture_is_a_small_card(client):
    page = read(client, make_article().url)
    assert "og:image" not in graph_tags(page)
    assert meta(page, "twitter:card") == ["summary"]


@pytest.mark.parametrize(("language", "told"), [("en-gb", ["en_GB"]), ("en", None), ("zh-hans", None)])
def test_language_is_told_with_its_country_or_not_at_all(client, settings, language, told):
    settings.LANGUAGE_CODE = language
    assert graph_tags(read(client, make_article().url)).get("og:locale") == told


def test_hostile_texts_stay_texts(client):
    library = make_library(title=HOSTILE, introduction=HOSTILE, slug="library")
    article = make_article(
        library, title=HOSTILE, slug="x", summary=HOSTILE, tags=[HOSTILE], hero_image=make_image(), hero_alt=HOSTILE
    )
    for url in (article.url, library.url):
        page = read(client, url)
        assert graph_tags(page)["og:title"] == [HOSTILE]
        assert graph_tags(page)["og:description"] == [HOSTILE]
        assert not page.head.find_all("script", string="alert(1)")


def test_any_page_of_a_site_can_have_it():
    make_library(title="Resources")
    source = head_of(home_page())
    assert f'<link rel="canonical" href="{ROOT}/">' in source
    assert f'href="{ROOT}/resources/feed/atom/"' in source
    assert head_of(type(home_page())(title="Never saved", slug="new")).strip() == ""


def test_view_without_a_page_has_nothing_to_tell():
    template = engines["django"].from_string("{% load beatcancer %}{% bc_meta page %}{% bc_structured_data page %}")
    assert template.render({}, RequestFactory().get("/")).strip() == ""


# Addresses


def test_address_of_an_alias_is_that_of_its_original(client):
    article = make_article()
    library = make_library()
    alias = CreatePageAliasAction(article, parent=library, update_slug="alias").execute()
    assert canonical(read(client, alias.url)) == [ROOT + article.url]


def test_alias_of_a_page_on_another_site_stands_for_itself(client):
    article = make_article(make_site().root_page)
    alias = CreatePageAliasAction(article, parent=make_library(), update_slug="alias").execute()
    assert canonical(read(client, alias.relative_url(Site.objects.get(is_default_site=True)))) == [alias.full_url]


@pytest.mark.parametrize(
    "params", [{"page": "x"}, {"page": "\x00"}, {"page": "999999"}, {"tag": '"><b>'}, {"q": "\x00"}]
)
def test_bad_queries_never_reach_the_head(client, params):
    library = make_library()
    for link in canonical(read(client, library.url, **params)):
        assert link == ROOT + library.url


# Feeds


def test_library_and_its_articles_announce_its_feeds(client):
    library = make_library(title="Resources")
    article = make_article(library)
    for url in (library.url, article.url):
        assert feeds(read(client, url)) == [
            ("application/atom+xml", "Resources (Atom)", f"{ROOT}{library.url}feed/atom/"),
            ("application/rss+xml", "Resources (RSS)", f"{ROOT}{library.url}feed/rss/"),
        ]


def test_list_of_one_tag_announces_the_feed_of_the_tag(client):
    library = make_library(title="Resources")
    make_article(library, tags=["Scans", "Blood tests"])
    found = feeds(read(client, library.url, tag="scans"))
    assert ("application/atom+xml", "Resources: Scans (Atom)", f"{ROOT}{library.url}feed/atom/scans/") in found
    for _type, _title, address in found:
        assert client.get(address.removeprefix(ROOT)).status_code == 200
    assert len(feeds(read(client, library.url, tag=["scans", "blood-tests"]))) == 2
    assert len(feeds(read(client, library.url, tag="unknown"))) == 2


def test_page_without_a_library_announces_none(client):
    assert feeds(read(client, make_article().url)) == []


# Languages


@pytest.fixture
def languages(settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "French"), ("pt-br", "Brazil")]
    Site.clear_site_root_paths_cache()
    yield {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("en", "fr", "pt-br")}
    Site.clear_site_root_paths_cache()


def translated(page, locale, *, alias=False):
    found = CopyPageForTranslationAction(page, locale, copy_parents=True, alias=alias).execute(
        skip_permission_checks=True
    )
    if not alias:
        found.save_revision().publish()
    return type(page).objects.get(pk=found.pk)


@pytest.fixture
def article(languages):
    translated(home_page(), languages["fr"])
    translated(home_page(), languages["pt-br"])
    return make_article(title="Staging")


def test_page_names_its_translations_and_itself(client, languages, article):
    french = translated(article, languages["fr"])
    brazilian = translated(article, languages["pt-br"])
    own, fr, pt = (f"{page.get_full_url()}" for page in (article, french, brazilian))
    page = read(client, article.url)
    assert alternates(page) == {"en": own, "fr": fr, "pt-BR": pt, "x-default": own}
    assert graph_tags(page)["og:locale:alternate"] == ["pt_BR"]


def test_page_without_translations_names_none(client, article):
    assert alternates(read(client, article.url)) == {}


def test_without_languages_nothing_is_asked(client, settings):
    article = make_article()
    asked = [sql for sql in statements_of(client, article.url) if "translation_key" in sql.partition("WHERE")[2]]
    assert asked == []
    settings.WAGTAIL_I18N_ENABLED = True
    asked = [sql for sql in statements_of(client, article.url) if "translation_key" in sql.partition("WHERE")[2]]
    assert len(asked) == 1


def test_draft_private_and_untranslated_versions_are_not_named(client, languages, article):
    french = translated(article, languages["fr"])
    french.unpublish()
    translated(article, languages["pt-br"], alias=True)
    assert alternates(read(client, article.url)) == {}
    french.save_revision().publish()
    assert set(alternates(read(client, article.url))) == {"en", "fr", "x-default"}
    restrict(french)
    assert alternates(read(client, article.url)) == {}


def test_further_pages_of_a_list_name_no_translations(client, languages):
    library = make_library(page_size=1)
    translated(home_page(), languages["fr"])
    translated(library, languages["fr"])
    for _number in range(2):
        make_article(library)
    assert "fr" in alternates(read(client, library.url))
    assert alternates(read(client, library.url, page=2)) == {}
    assert alternates(read(client, library.url, order="title")) == {}


def test_plain_pages_of_a_site_are_not_offered_to_another(client):
    page = make_plain_page(make_site().root_page)
    assert ROOT + "/" not in head_of(page)


# The templates of the guides


@pytest.fixture
def clinic_templates():
    folder = Path(__file__).parent / "clinic" / "templates"
    return lambda name: engines["django"].from_string((folder / "clinic" / name).read_text())


@pytest.mark.skipif(not hasattr(base_page_model(), "search_description"), reason="the base page has no such field")
def test_page_of_the_guide_has_one_description_address_and_graph(clinic_templates):
    request, page = RequestFactory().get("/"), make_plain_page(search_description="About us.")
    source = clinic_templates("plain_page.html").render({"page": page}, request)
    assert source.count('name="description"') == source.count('rel="canonical"') == source.count("ld+json") == 1


def test_link_of_the_guide_leads_to_the_feed(client, clinic_templates):
    library = make_library()
    source = clinic_templates("feeds.html").render({"page": library}, RequestFactory().get("/"))
    assert f'href="{library.url}feed/atom/"' in source
