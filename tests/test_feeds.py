"""The feeds of a library: what they tell, to whom, and what they cost."""

import datetime
import xml.etree.ElementTree as ET

import pytest
from django.utils import timezone
from django.utils.http import http_date
from wagtail.models import Site

from beatcancer_wagtail.models import Organisation
from tests.builders import (
    home_page,
    make_article,
    make_image,
    make_library,
    make_site,
    restrict,
)
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
DC = "{http://purl.org/dc/elements/1.1/}"
ROOT = "http://localhost"
KINDS = ["atom", "rss"]
BUDGET = 8


@pytest.fixture
def library():
    return make_library(title="Resources", introduction="All that we know.")


def feed_url(library, kind="atom", tag=""):
    return f"{library.url}feed/{kind}/{tag}/" if tag else f"{library.url}feed/{kind}/"


def parse(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return ET.fromstring(response.content)  # noqa: S314 - our own feed


def titles(client, library, kind="atom", tag=""):
    feed = parse(client, feed_url(library, kind, tag))
    entries = feed.findall(f"{ATOM}entry") if kind == "atom" else feed.findall("channel/item")
    return [entry.find(f"{ATOM}title" if kind == "atom" else "title").text for entry in entries]


def day(number):
    return timezone.make_aware(datetime.datetime(2026, 3, number, 12))


# What they tell


def test_atom_tells_all_of_an_article(client, library):
    Organisation.objects.create(site=Site.objects.get(is_default_site=True), name="Wrenfield Cancer Trust")
    article = make_article(
        library,
        title="Staging",
        summary="How far < it has come.",
        tags=["Scans", "Blood tests"],
        published=day(1),
        date_modified=datetime.date(2026, 3, 9),
        hero_image=make_image(width=1600, height=900),
        hero_alt="A map.",
    )
    feed = parse(client, feed_url(library))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.find(f"{ATOM}title").text == "Resources – Wrenfield Cancer Trust"
    assert feed.find(f"{ATOM}subtitle").text == "All that we know."
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Wrenfield Cancer Trust"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": ROOT + library.url, "self": ROOT + feed_url(library)}
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Staging"
    assert entry.find(f"{ATOM}summary").text == "How far &lt; it has come."
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert entry.find(f"{ATOM}published").text[:10] == "2026-03-01"
    assert entry.find(f"{ATOM}updated").text[:10] == "2026-03-09"
    assert feed.find(f"{ATOM}updated").text[:10] == "2026-03-09"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["Blood tests", "Scans"]
    links = {link.get("rel"): link for link in entry.findall(f"{ATOM}link")}
    assert links["alternate"].get("href") == ROOT + article.url
    assert links["enclosure"].get("href").startswith(f"{ROOT}/media/")
    assert links["enclosure"].get("type") == "image/jpeg"
    assert entry.find(f"{MEDIA}content/{MEDIA}thumbnail").get("width") == "1280"
    assert entry.find(f"{MEDIA}content/{MEDIA}description").text == "A map."


def test_rss_tells_all_of_an_article(client, library):
    article = make_article(
        library, title="Staging & more", summary="How far.", tags=["Scans"], published=day(1), hero_image=make_image()
    )
    channel = parse(client, feed_url(library, "rss")).find("channel")
    assert channel.find("title").text == "Resources – Tests"
    assert channel.find("link").text == ROOT + library.url
    assert channel.find("language").text == "en"
    assert channel.find(f"{ATOM}link").get("href") == ROOT + feed_url(library, "rss")
    item = channel.find("item")
    assert item.find("title").text == "Staging & more"
    assert item.find("link").text == ROOT + article.url
    assert item.find("description").text == "How far."
    assert item.find("pubDate").text.startswith("Sun, 01 Mar 2026")
    assert item.find("category").text == "Scans"
    assert item.find(f"{DC}creator").text == "Tests"
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find(f"{MEDIA}content").get("url").startswith(f"{ROOT}/media/")


@pytest.mark.parametrize(("kind", "mime_type"), [("atom", "application/atom+xml"), ("rss", "application/rss+xml")])
def test_each_feed_says_what_it_is(client, library, kind, mime_type):
    assert client.get(feed_url(library, kind))["Content-Type"] == f"{mime_type}; charset=utf-8"


def ids(client, library):
    return [entry.text for entry in parse(client, feed_url(library)).iter(f"{ATOM}id")]


def test_an_entry_keeps_its_id_when_its_title_address_and_host_change(client, library):
    article = make_article(library, title="Before", slug="before")
    before = ids(client, library)
    assert len(set(before)) == 2
    article.title, article.slug = "After", "after"
    article.save_revision().publish()
    Site.objects.update(hostname="new.example.org")
    assert ids(client, library) == before


@pytest.mark.parametrize("kind", KINDS)
def test_newest_come_first_and_fifty_are_enough(client, kind):
    library = make_library(order="title")
    for number in range(52):
        make_article(library, title=f"{number:02}", published=day(1) + datetime.timedelta(days=number))
    assert titles(client, library, kind) == [f"{number:02}" for number in range(51, 1, -1)]


@pytest.mark.parametrize("kind", KINDS)
def test_tag_has_a_feed_of_its_own(client, library, kind):
    make_article(library, title="Both", tags=["Scans", "Blood tests"], published=day(2))
    make_article(library, title="Scans alone", tags=["Scans"], published=day(1))
    make_article(library, title="Neither")
    assert titles(client, library, kind, "scans") == ["Both", "Scans alone"]
    assert titles(client, library, kind, "blood-tests") == ["Both"]
    source = client.get(feed_url(library, kind, "scans")).content.decode()
    assert "Resources: Scans" in source
    assert f"{ROOT}{library.url}?tag=scans" in source


def test_each_library_has_its_own(client):
    first, second = make_library(title="First"), make_library(title="Second")
    make_article(first, title="In the first")
    make_article(second, title="In the second")
    assert titles(client, first) == ["In the first"]
    assert titles(client, second) == ["In the second"]


@pytest.mark.parametrize("kind", KINDS)
def test_empty_library_has_a_valid_feed(client, library, kind):
    assert titles(client, library, kind) == []


HOSTILE = "</script>]]><b>\"'&\u202e\U0001f600"


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_stay_texts(client, kind):
    library = make_library(title=HOSTILE, introduction=HOSTILE, slug="library")
    make_article(
        library, title=HOSTILE, summary=HOSTILE, slug="x", tags=["<i>"], hero_image=make_image(), hero_alt=HOSTILE
    )
    assert titles(client, library, kind) == [HOSTILE]


@pytest.mark.parametrize("kind", KINDS)
def test_characters_that_xml_cannot_hold_are_left_out(client, kind):
    bad = "One\x01\x08\x0b\x1f\ufffe two"
    library = make_library(title=bad, introduction=bad, slug="library")
    make_article(library, title=bad, summary=bad, slug="x", tags=["Sc\x02ans"], hero_image=make_image(), hero_alt=bad)
    assert titles(client, library, kind) == ["One two"]


def test_lost_picture_does_no_harm(client, library):
    image = make_image()
    make_article(library, title="Here", hero_image=image)
    image.file.storage.delete(image.file.name)
    assert titles(client, library) == ["Here"]


# Only what a stranger may read


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", ["", "scans"])
def test_only_public_articles_of_the_library_are_told(client, library, kind, tag):
    make_article(library, title="Public", tags=["Scans"])
    make_article(library, title="Draft", tags=["Scans"], live=False)
    restrict(make_article(library, title="Private", tags=["Scans"]))
    expired = make_article(library, title="Expired", tags=["Scans"])
    expired.unpublish()
    make_article(home_page(), title="Beside", tags=["Scans"])
    make_article(make_library(make_site().root_page), title="Elsewhere", tags=["Scans"])
    assert titles(client, library, kind, tag) == ["Public"]


@pytest.mark.parametrize("kind", KINDS)
def test_private_library_tells_nothing(client, library, kind):
    make_article(library, title="Secret", tags=["Scans"])
    restrict(library)
    for tag in ("", "scans"):
        response = client.get(feed_url(library, kind, tag))
        assert response.status_code == 302
        assert b"Secret" not in response.content


def test_article_that_became_private_is_gone_at_once(client, library):
    article = make_article(library, title="Secret")
    assert titles(client, library) == ["Secret"]
    restrict(article)
    assert titles(client, library) == []


def test_library_that_is_not_published_has_no_feed(client):
    library = make_library(live=False)
    make_article(library)
    assert client.get(f"/{library.slug}/feed/atom/").status_code == 404


# Addresses that nobody should ask for


@pytest.mark.parametrize(
    "path",
    [
        "feed/",
        "feed/json/",
        "feed/atom/unknown/",
        "feed/atom/scans/more/",
        "feed/atom/%00/",
        "feed/atom/scans%00/",
        "feed/atom/" + "x" * 3000 + "/",
        "feed/atom/draft-only/",
        "feed/%22/",
        "feed/atom/../../",
        "feed/atom/SCANS/",
    ],
)
def test_unknown_feeds_do_not_exist(client, library, path):
    make_article(library, tags=["Scans"])
    make_article(library, tags=["Draft only"], live=False)
    assert client.get(library.url + path).status_code == 404


@pytest.mark.parametrize("query", ["page=x", "page=-1", "tag=%00", "q=%22", "tag=" + "x" * 2000, "utm_source=letter"])
def test_query_does_not_matter(client, library, query):
    make_article(library, title="Here")
    response = client.get(f"{feed_url(library)}?{query}")
    assert response.status_code == 200
    assert b"Here" in response.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_feeds_are_only_read(client, library, method):
    response = getattr(client, method)(feed_url(library))
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_article_called_feed_stays_where_it_is(client, library):
    article = make_article(library, title="About feeds", slug="feed")
    assert b"About feeds" in client.get(article.url).content
    assert titles(client, library) == ["About feeds"]


# What they cost


def test_who_has_the_newest_is_told_so_in_few_bytes(client, library):
    make_article(library)
    first = client.get(feed_url(library))
    again = client.get(feed_url(library), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make_article(library)
    assert client.get(feed_url(library), headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_who_only_knows_when_they_asked_learns_what_has_left(client, library):
    secret = make_article(library, title="Secret")
    make_article(library, title="Open")
    asked = http_date()
    restrict(secret)
    later = client.get(feed_url(library), headers={"If-Modified-Since": asked})
    assert (later.status_code, b"Open" in later.content, b"Secret" in later.content) == (200, True, False)


def test_head_has_the_same_headers_and_no_content(client, library):
    make_article(library)
    whole, head = client.get(feed_url(library)), client.head(feed_url(library))
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == whole["ETag"]
    assert head["Content-Type"] == whole["Content-Type"]


def test_feed_is_the_same_for_every_reader(client, library):
    make_article(library)
    response = client.get(feed_url(library))
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", ["", "scans"])
def test_statements_do_not_grow(client, library, kind, tag):
    counts = []
    for _round in range(2):
        for _number in range(1 if not counts else 19):
            make_article(library, tags=["Scans"], hero_image=make_image())
        found = statements_of(client, feed_url(library, kind, tag))
        assert len(found) <= BUDGET, str(found)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_first_visit_does_not_cost_more_for_more_articles(client, library, settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}
    counts = []
    for number in (2, 10):
        for _article in range(number):
            make_article(library, tags=["Scans"], hero_image=make_image())
        counts.append(len(statements_of(client, feed_url(library))))
    assert counts[0] == counts[1]


def test_moved_library_takes_its_subscribers_along(client, library, django_capture_on_commit_callbacks):
    make_article(library, tags=["Scans"])
    assert {"/", "/feed/atom/", "/feed/rss/", "/feed/atom/scans/", "/feed/rss/scans/"} <= set(library.get_route_paths())
    library.slug = "library"
    with django_capture_on_commit_callbacks(execute=True):
        library.save_revision().publish()
    response = client.get("/resources/feed/atom/scans/")
    assert response.status_code == 301
    assert response["Location"].endswith("/library/feed/atom/scans/")
