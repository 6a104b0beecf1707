"""What pages tell search engines, in one graph of schema.org's words."""

import datetime
import io
import json
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.files.images import ImageFile
from django.test import RequestFactory
from django.utils import timezone
from wagtail import hooks
from wagtail.images import get_image_model
from wagtail.models import Site

from beatcancer_wagtail.models import Organisation
from beatcancer_wagtail.structured_data import HOOK, graph_for, script_of
from tests.builders import (
    block,
    event_date,
    faq,
    home_page,
    make_article,
    make_book,
    make_event,
    make_event_listing,
    make_image,
    make_library,
    make_plain_page,
    make_site,
    restrict,
    section,
    shelf,
    text,
)
from tests.clinic.telling import name_the_conditions
from tests.reading import read
from tests.schema_org import missing, nodes_of, violations

pytestmark = pytest.mark.django_db

HOSTILE = "</script><script>alert(1)</script>\"'&\u2028\u2029\u202e\U0001f600\x07"
ROOT = "http://localhost"


def graph_at(client, url, **params):
    """The one graph of a page, as a search engine reads it."""
    scripts = read(client, url, **params).select('script[type="application/ld+json"]')
    assert len(scripts) == 1
    return json.loads(scripts[0].string)


def only(graph, kind):
    """The one node of a type at the top of the graph."""
    (node,) = [node for node in graph["@graph"] if node["@type"] == kind]
    return node


def say_who(**fields):
    site = Site.objects.get(is_default_site=True)
    return Organisation.objects.create(site=site, **{"name": "Wrenfield Cancer Trust", **fields})


@pytest.fixture
def library():
    return make_library(introduction="All that we know.")


@pytest.fixture
def whole_article(library):
    """An article with everything on it that a graph can speak of."""
    say_who(
        legal_name="The Wrenfield Trust for Cancer Care",
        description="We help.",
        logo=make_image(width=300, height=300),
        telephone="01632 960 000",
        contact_url="/contact/",
        same_as="https://example.org/register/1\nhttps://example.org/wiki/2\n",
    )
    book = make_book(
        cover=make_image(),
        isbn="9780306406157",
        year=2006,
        publisher="Seed Press",
        tags=["Grief"],
        rating_value=Decimal("4.25"),
        rating_count=12,
        rating_source="Our readers",
        rating_is_own=True,
    )
    return make_article(
        library,
        title="What is staging?",
        summary="How far cancer has come.",
        tags=["Scans", "Blood tests"],
        hero_image=make_image(width=1600, height=900),
        hero_alt="A hand on a map.",
        hero_credit="A. Painter",
        body=[
            section("Four stages", text("<p>They are numbered from one to four.</p>")),
            faq(("Why?", "<p>To plan.</p>")),
            faq(("Does it hurt?", "<p>No.</p>"), ("How long?", "<p>An hour.</p>")),
            shelf(book),
        ],
    )


# Every page kind against the vocabulary and what search engines ask for


def test_every_property_of_an_article_is_one_of_the_vocabulary(client, whole_article):
    assert violations(graph_at(client, whole_article.url)) == []


def test_every_property_of_a_library_is_one_of_the_vocabulary(client, whole_article, library):
    assert violations(graph_at(client, library.url)) == []


@pytest.mark.parametrize(
    "kind", ["Article", "BreadcrumbList", "FAQPage", "Book", "AggregateRating", "Organization", "WebSite", "WebPage"]
)
@pytest.mark.parametrize("level", ["required", "recommended"])
def test_article_has_what_search_engines_ask_for(client, whole_article, kind, level):
    graph = graph_at(client, whole_article.url)
    nodes = [node for node in nodes_of(graph, kind) if set(node) - {"@type", "@id", "name", "url"}]
    if kind == "WebPage":
        nodes = nodes_of(graph, "MedicalWebPage")
    if kind == "Organization":
        nodes = [only(graph, "NGO")]
    assert nodes
    assert [missing(node, kind, level=level) for node in nodes] == [[]] * len(nodes)


def test_library_has_what_search_engines_ask_for(client, whole_article, library):
    graph = graph_at(client, library.url)
    assert missing(only(graph, "ItemList"), "ItemList") == []
    assert missing(only(graph, "ItemList"), "ItemList", level="recommended") == []
    assert missing(only(graph, "CollectionPage"), "WebPage") == []


def test_the_smallest_page_is_valid_too(client):
    graph = graph_at(client, make_article(body=[]).url)
    assert violations(graph) == []
    assert not nodes_of(graph, "FAQPage")
    assert not nodes_of(graph, "Book")


# Article


def test_article_says_what_it_is(client, whole_article):
    article = only(graph_at(client, whole_article.url), "Article")
    assert article["headline"] == "What is staging?"
    assert article["description"] == "How far cancer has come."
    assert article["keywords"] == ["Blood tests", "Scans"]
    assert article["timeRequired"] == "PT1M"
    assert article["wordCount"] > 10
    assert article["inLanguage"] == "en"
    image = article["image"]
    assert image["url"].startswith(f"{ROOT}/media/")
    assert (image["width"], image["height"]) == (1280, 720)
    assert image["caption"] == "A hand on a map."


def test_nodes_lead_to_each_other(client, whole_article):
    graph = graph_at(client, whole_article.url)
    page, article = only(graph, "MedicalWebPage"), only(graph, "Article")
    assert page["@id"] == page["url"] == ROOT + whole_article.url
    assert page["mainEntity"] == {"@id": article["@id"]}
    assert article["mainEntityOfPage"] == {"@id": page["@id"]}
    assert article["publisher"] == {"@id": only(graph, "NGO")["@id"]}
    assert page["isPartOf"] == {"@id": only(graph, "WebSite")["@id"]}
    assert page["breadcrumb"] == {"@id": only(graph, "BreadcrumbList")["@id"]}
    assert page["hasPart"] == {"@id": only(graph, "FAQPage")["@id"]}
    assert article["mentions"] == [{"@id": only(graph, "Book")["@id"]}]


def moment(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


@pytest.mark.parametrize(
    ("set_by_hand", "said"),
    [(None, "2026-03-10"), (datetime.date(2026, 5, 2), "2026-05-02"), (datetime.date(2026, 1, 1), "2026-03-10")],
    ids=["never changed", "changed later", "written before it was published here"],
)
def test_date_of_change_is_what_the_editor_says_and_never_before_the_publication(client, set_by_hand, said):
    article = make_article(published=moment(datetime.date(2026, 3, 10)), date_modified=set_by_hand)
    node = only(graph_at(client, article.url), "Article")
    assert node["datePublished"][:10] == "2026-03-10"
    assert node["dateModified"][:10] == said


def test_pressing_publish_again_is_no_change_of_substance(client):
    article = make_article(published=moment(datetime.date(2026, 3, 10)))
    article.save_revision().publish()
    assert only(graph_at(client, article.url), "Article")["dateModified"][:10] == "2026-03-10"


# Organisation and site


def test_organisation_without_settings_is_the_site(client):
    Site.objects.update(site_name="The Seed Hall")
    node = only(graph_at(client, make_article().url), "Organization")
    assert node["name"] == "The Seed Hall"
    assert node["url"] == f"{ROOT}/"


def test_organisation_is_of_its_kind(client):
    say_who(kind="Hospital", same_as="javascript:alert(1)\nhttps://example.org/1\nnot an address")
    graph = graph_at(client, make_article().url)
    assert violations(graph) == []
    assert only(graph, "Hospital")["sameAs"] == ["https://example.org/1"]


def test_drawings_are_logos_but_no_pictures(client):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'
    file = ImageFile(io.BytesIO(drawing.encode()), name="logo.svg")
    image = get_image_model().objects.create(title="Logo", file=file)
    say_who(logo=image)
    graph = graph_at(client, make_article(hero_image=image).url)
    assert violations(graph) == []
    assert only(graph, "NGO")["logo"]["url"].endswith(".svg")
    assert "image" not in only(graph, "Article")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/contact/", {"url": f"{ROOT}/contact/"}),
        ("https://example.org/c", {"url": "https://example.org/c"}),
        ("mailto:help@example.org?subject=x", {"email": "help@example.org"}),
        ("tel:+441632960000", {"telephone": "+441632960000"}),
        ("javascript:alert(1)", None),
    ],
)
def test_contact_is_said_in_its_own_property(client, address, said):
    say_who(contact_url=address)
    contact = only(graph_at(client, make_article().url), "NGO").get("contactPoint")
    assert (contact and {name: contact[name] for name in said}) == said


def test_search_is_offered_only_where_the_site_has_one(client, settings):
    article = make_article()
    action = only(graph_at(client, article.url), "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{ROOT}/search/?q={{search_term_string}}"
    settings.ROOT_URLCONF = "tests.urls_without_ours"
    assert "potentialAction" not in only(graph_at(client, article.url), "WebSite")


# Questions


def test_there_is_one_list_of_questions_however_many_blocks(client, whole_article):
    page = only(graph_at(client, whole_article.url), "FAQPage")
    assert [question["name"] for question in page["mainEntity"]] == ["Why?", "Does it hurt?", "How long?"]
    assert page["mainEntity"][1]["@id"] == f"{ROOT}{whole_article.url}#does-it-hurt"


def test_question_that_the_editor_keeps_back_is_not_offered(client):
    rows = [
        block("item", {"question": question, "answer": "<p>Yes.</p>", "anchor": "", "offered": offered})
        for question, offered in (("Kept?", False), ("Told?", True))
    ]
    article = make_article(body=[block("faq", {"heading": "FAQ", "anchor": "", "questions": rows})])
    page = read(client, article.url)
    assert "Kept?" in str(page.article)
    asked = only(graph_at(client, article.url), "FAQPage")["mainEntity"]
    assert [question["name"] for question in asked] == ["Told?"]


def test_questions_without_a_question_or_an_answer_are_left_out(client):
    article = make_article(body=[faq(("", "<p>An answer.</p>"), ("A question?", "<p></p>"), ("Empty?", ""))])
    graph = graph_at(client, article.url)
    assert violations(graph) == []
    assert not nodes_of(graph, "FAQPage") or all(
        question["acceptedAnswer"]["text"] for question in only(graph, "FAQPage")["mainEntity"]
    )


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("<p>Yes, <b>always</b>.</p>", "<p>Yes, <b>always</b>.</p>"),
        ('<p><a href="/x/" onclick="a()">Here</a></p>', f'<p><a href="{ROOT}/x/">Here</a></p>'),
        ('<p><a href="javascript:a()">Here</a></p>', "<p>Here</p>"),
        ("<p>10<sup>9</sup> and CO<sub>2</sub></p>", "<p>10⁹ and CO₂</p>"),
        ("<p>5 &lt; 6 &amp; 7</p><script>alert(1)</script>", "<p>5 &lt; 6 &amp; 7</p>"),
        ("<p>Open <b>ended", "<p>Open <b>ended</b></p>"),
        ('<p>One<br/>two <img src="x" onerror="a()"/></p>', "<p>One<br>two </p>"),
    ],
)
def test_answers_hold_only_what_search_engines_know(client, stored, told):
    article = make_article(body=[faq(("How?", stored))])
    (question,) = only(graph_at(client, article.url), "FAQPage")["mainEntity"]
    assert question["acceptedAnswer"]["text"] == told


def test_links_in_answers_are_whole_addresses(client):
    other = make_article(title="Another")
    article = make_article(body=[faq(("Where?", f'<p><a linktype="page" id="{other.pk}">There</a></p>'))])
    (question,) = only(graph_at(client, article.url), "FAQPage")["mainEntity"]
    assert f'href="{ROOT}{other.url}"' in question["acceptedAnswer"]["text"]


# Books


def test_book_says_who_wrote_it(client, whole_article):
    book = only(graph_at(client, whole_article.url), "Book")
    assert [author["name"] for author in book["author"]] == ["Ada Example", "Ben Sample"]
    assert (book["isbn"], book["datePublished"], book["publisher"]["name"]) == ("9780306406157", "2006", "Seed Press")
    rating = book["aggregateRating"]
    assert (rating["ratingValue"], rating["ratingCount"], rating["bestRating"]) == (4.25, 12, 5)


@pytest.mark.parametrize(
    "fields",
    [{"rating_is_own": False}, {"rating_value": None}, {"rating_count": None}, {"rating_count": 0}],
    ids=["from elsewhere", "no value", "no number", "nobody"],
)
def test_rating_that_is_not_our_readers_own_is_not_told(client, fields):
    rating = {"rating_value": Decimal("4.2"), "rating_count": 9, "rating_source": "Us", "rating_is_own": True, **fields}
    graph = graph_at(client, make_article(body=[shelf(make_book(**rating))]).url)
    assert len(nodes_of(graph, "Book")) == 1
    assert not nodes_of(graph, "AggregateRating")


def test_book_on_two_shelves_is_told_once_and_a_draft_never(client):
    book, draft = make_book(title="Once"), make_book(title="Draft", live=False)
    graph = graph_at(client, make_article(body=[shelf(book, draft), shelf(book)]).url)
    assert [node["name"] for node in nodes_of(graph, "Book")] == ["Once"]


# Breadcrumb


def trail(graph):
    return [(step["position"], step["name"], step["item"]) for step in only(graph, "BreadcrumbList")["itemListElement"]]


def test_breadcrumb_is_the_one_that_readers_see(client, library):
    article = make_article(library, title="Staging")
    page = read(client, article.url)
    steps = trail(graph_at(client, article.url))
    assert [name for _place, name, _item in steps] == [item.get_text() for item in page.select(".bc-breadcrumb li")]
    assert steps == [
        (1, "Home", f"{ROOT}/"),
        (2, "Resources", ROOT + library.url),
        (3, "Staging", ROOT + article.url),
    ]


def test_breadcrumb_of_a_library_names_public_pages_above_it():
    above = make_plain_page(title="Help")
    draft = make_plain_page(above, title="Draft", live=False)
    library = make_library(draft)
    graph = graph_for(RequestFactory().get("/"), library)
    assert [name for _place, name, _item in trail(graph)] == ["Home", "Help", "Resources"]


def test_home_page_has_no_breadcrumb():
    graph = graph_for(RequestFactory().get("/"), home_page())
    assert violations(graph) == []
    assert only(graph, "WebPage")["url"] == f"{ROOT}/"
    assert not nodes_of(graph, "BreadcrumbList")


# Lists


def positions(graph):
    return [(item["position"], item["name"]) for item in only(graph, "ItemList")["itemListElement"]]


def test_list_tells_what_this_page_of_it_shows_at_its_place_in_the_whole(client):
    library = make_library(page_size=2, order="title")
    pages = [make_article(library, title=title) for title in "ABCDEF"]
    library.featured = [block("resource", pages[5].pk)]
    library.save()
    first, second, third = (graph_at(client, library.url, page=number) for number in (1, 2, 3))
    assert positions(first) == [(1, "F"), (2, "A"), (3, "B")]
    assert positions(second) == [(4, "C"), (5, "D")]
    assert positions(third) == [(6, "E")]
    assert only(second, "ItemList")["numberOfItems"] == 6
    assert only(second, "CollectionPage")["url"] == f"{ROOT}{library.url}?page=2"
    assert only(first, "CollectionPage")["mainEntity"] == {"@id": only(first, "ItemList")["@id"]}


@pytest.mark.parametrize("params", [{"tag": "scans"}, {"order": "title"}, {"q": "staging"}])
@pytest.mark.searches
def test_list_that_search_engines_should_not_keep_tells_nothing(client, library, params):
    make_article(library, tags=["Scans"])
    assert not read(client, library.url, **params).select('script[type="application/ld+json"]')


def test_empty_library_has_no_empty_list(client, library):
    graph = graph_at(client, library.url)
    assert violations(graph) == []


def test_only_what_a_stranger_may_read_is_told(client, library):
    make_article(library, title="Public")
    make_article(library, title="Draft", live=False)
    restrict(make_article(library, title="Private"))
    make_article(make_library(make_site().root_page), title="Elsewhere")
    assert positions(graph_at(client, library.url)) == [(1, "Public")]


# Events


@pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.events"), reason="these settings leave events out")
def test_events_join_the_graph(client):
    listing = make_event_listing()
    event = make_event(listing, title="An evening", dates=[event_date(7), event_date(14, status="cancelled")])
    for url in (event.url, listing.url):
        assert violations(graph_at(client, url)) == []
    graph = graph_at(client, event.url)
    nodes = nodes_of(graph, "Event")
    assert len(nodes) == 2
    for node in nodes:
        assert missing(node, "Event") == missing(node, "Event", level="recommended") == []
    assert only(graph, "WebPage")["mainEntity"] == [{"@id": node["@id"]} for node in nodes]
    assert [name for _place, name, _item in trail(graph)] == ["Home", "Events", "An evening"]


# Safety


def test_hostile_texts_stay_texts(client):
    say_who(name=HOSTILE.replace("\x07", ""), same_as=HOSTILE)
    library = make_library(title=HOSTILE, introduction=HOSTILE, slug="library")
    article = make_article(
        library,
        title=HOSTILE,
        slug="hostile",
        summary=HOSTILE,
        tags=["</script><b>"],
        hero_image=make_image(),
        hero_alt=HOSTILE,
        body=[faq((HOSTILE, "<p>x</p>")), shelf(make_book(title=HOSTILE, blurb=HOSTILE, authors="</script>"))],
    )
    for url in (article.url, library.url):
        source = client.get(url).content.decode()
        start = source.index('<script type="application/ld+json">')
        raw = source[start + len('<script type="application/ld+json">') : source.index("</script>", start)]
        assert not set(raw) & set("<>&\u2028\u2029")
        assert violations(json.loads(raw)) == []
    graph = graph_at(client, article.url)
    assert only(graph, "Article")["headline"] == HOSTILE
    assert only(graph, "FAQPage")["mainEntity"][0]["name"] == HOSTILE


def test_nothing_is_written_for_an_empty_graph():
    assert script_of({}) == ""


def test_page_that_was_never_saved_has_no_graph():
    page = type(make_article())(title="New", slug="new")
    assert graph_for(RequestFactory().get("/"), page) == {}


def test_preview_shows_what_the_editor_has_typed(client):
    article = make_article(body=[faq(("Old?", "<p>Old.</p>"))])
    graph_at(client, article.url)
    article.body = [block_.get_prep_value() for block_ in make_article(body=[faq(("New?", "<p>New.</p>"))]).body]
    response = article.make_preview_request(preview_mode="")
    found = response.render() if hasattr(response, "render") else response
    assert "New?" in found.content.decode().partition("application/ld+json")[2].partition("</script>")[0]
    assert only(graph_at(client, article.url), "FAQPage")["mainEntity"][0]["name"] == "Old?"


# Nothing is told that is no longer true


def test_changes_are_told_at_once(client, library):
    organisation, book = say_who(name="Before"), make_book(title="A book")
    article = make_article(library, body=[shelf(book)])
    graph_at(client, article.url)
    organisation.name = "After"
    organisation.save()
    assert only(graph_at(client, article.url), "NGO")["name"] == "After"
    library.title = "Library"
    library.save_revision().publish()
    assert trail(graph_at(client, article.url))[1][1] == "Library"
    article.title = "Another title"
    article.save()
    assert only(graph_at(client, article.url), "Article")["headline"] == "Another title"
    book.unpublish()
    assert not nodes_of(graph_at(client, article.url), "Book")


def test_article_that_became_private_leaves_the_list_at_once(client, library):
    article = make_article(library, title="Secret")
    assert positions(graph_at(client, library.url)) == [(1, "Secret")]
    restrict(article)
    assert "Secret" not in json.dumps(graph_at(client, library.url))


# What sites and other apps add


def test_hook_changes_the_graph(client):
    def add_reviewer(page, request, graph):
        graph["@graph"].append(
            {"@type": "Person", "@id": f"{request.build_absolute_uri('/')}#nurse", "name": page.title}
        )

    with hooks.register_temporarily(HOOK, add_reviewer):
        graph = graph_at(client, make_article(title="Staging").url)
    assert only(graph, "Person")["name"] == "Staging"


def test_clinic_of_the_guide_names_conditions(client):
    article = make_article(tags=["Lymphoma"])
    with hooks.register_temporarily(HOOK, name_the_conditions):
        graph = graph_at(client, article.url)
    assert violations(graph) == []
    assert only(graph, "MedicalWebPage")["about"] == [{"@type": "MedicalCondition", "name": "Lymphoma"}]
    assert "about" not in only(graph_at(client, article.url), "MedicalWebPage")


def test_page_class_adds_nodes_of_its_own(client, monkeypatch):
    article = make_article()
    own = {"@type": "MedicalCondition", "@id": f"{ROOT}/#condition", "name": "Lymphoma"}
    monkeypatch.setattr(type(article), "structured_data", lambda self, request: [own], raising=False)
    assert only(graph_at(client, article.url), "MedicalCondition") == own


def test_page_class_names_its_own_type(client, monkeypatch):
    article = make_article()
    monkeypatch.setattr(type(article), "schema_page_type", "AboutPage", raising=False)
    monkeypatch.setattr(type(article), "schema_article_type", "NewsArticle", raising=False)
    graph = graph_at(client, article.url)
    assert violations(graph) == []
    assert only(graph, "AboutPage")["mainEntity"] == {"@id": only(graph, "NewsArticle")["@id"]}
