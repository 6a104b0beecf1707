"""What a search finds for one reader: every kind with its count, and nothing that a stranger may not read."""

import datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone, translation
from wagtail import hooks
from wagtail.models import Locale, Site

from beatcancer_wagtail.findable import books, resources
from beatcancer_wagtail.models import BookSnippet
from beatcancer_wagtail.search.kinds import HOOK, Kind, all_kinds
from beatcancer_wagtail.search.service import SiteSearch
from tests.builders import (
    home_page,
    make_article,
    make_book,
    make_library,
    make_plain_page,
    make_site,
    restrict,
    section,
    text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.searches]


@pytest.fixture
def search(rf):
    """Searches as a stranger who visits ``host``."""

    def search(query, host="localhost", **params):
        request = rf.get("/search/", {"q": query, **params}, headers={"host": host})
        return SiteSearch(request)

    return search


def counts(found):
    return {tab.kind.name: tab.count for tab in found.tabs if tab.kind.name in ("resources", "books")}


def titles(found):
    return [result.record.title for result in found.results]


def make_kind(name="clinics", order=500, **changes):
    values = {
        "label": name.title(),
        "records": lambda request: BookSnippet.objects.live(),
        "load": lambda ids: [BookSnippet.objects.in_bulk(ids)[pk] for pk in ids],
        "template": "beatcancer_wagtail/components/search_book.html",
    }
    return Kind(name=name, order=order, **{**values, **changes})


# Kinds


def test_kinds_stand_in_their_order():
    with (
        hooks.register_temporarily(HOOK, lambda: make_kind("zeal", order=1)),
        hooks.register_temporarily(HOOK, lambda: make_kind("adventures", order=9999)),
    ):
        names = [kind.name for kind in all_kinds()]
    assert (names[0], names[-1]) == ("zeal", "adventures")
    assert names.index("resources") < names.index("books")


def test_two_kinds_of_one_name_are_refused():
    with (
        hooks.register_temporarily(HOOK, lambda: make_kind("resources")),
        pytest.raises(ImproperlyConfigured, match=r"'resources'.*test_service"),
    ):
        all_kinds()


@pytest.mark.parametrize("name", ["", "Two Words", "ä", "x" * 41, "a&b", "-x"])
def test_name_that_cannot_stand_in_an_address_is_refused(name):
    with (
        hooks.register_temporarily(HOOK, lambda: make_kind(name)),
        pytest.raises(ImproperlyConfigured, match="addresses"),
    ):
        all_kinds()


def test_hook_that_gives_no_kind_is_refused():
    with (
        hooks.register_temporarily(HOOK, lambda: {"name": "clinics"}),
        pytest.raises(ImproperlyConfigured, match=r"Kind.*returned \{'name'"),
    ):
        all_kinds()


# Counts and results


def test_every_kind_has_its_count_and_the_first_with_hits_is_shown(search):
    make_article(title="Marrow and blood")
    make_article(title="Bones", body=[section("Inside", text("<p>There is marrow.</p>"))])
    make_book(title="The marrow")
    found = search("marrow")
    assert counts(found) == {"resources": 2, "books": 1}
    assert (found.shown.name, found.total) == ("resources", 3)
    assert titles(found) == ["Marrow and blood", "Bones"]


def test_kind_without_hits_counts_zero_and_is_passed_over(search):
    make_book(title="The marrow")
    found = search("marrow")
    assert counts(found) == {"resources": 0, "books": 1}
    assert (found.shown.name, titles(found)) == ("books", ["The marrow"])


def test_kind_that_the_reader_chooses_is_shown_although_it_has_nothing(search):
    make_book(title="The marrow")
    found = search("marrow", kind="resources")
    assert (found.shown.name, titles(found)) == ("resources", [])
    assert [tab.kind.name for tab in found.other_tabs] == ["books"]


@pytest.mark.parametrize("kind", ["nonsense", "", "\x00", "x" * 20_000, "'", "Resources"])
def test_unknown_kind_is_none(search, kind):
    make_book(title="The marrow")
    found = search("marrow", kind=kind)
    assert (found.shown.name, found.asked_name) == ("books", "")


def test_pages_of_results(search):
    made = [make_article(title=f"Marrow {number:02}").title for number in range(12)]
    first, second = search("marrow"), search("marrow", page="2")
    assert (len(titles(first)), len(titles(second)), first.pages) == (10, 2, 2)
    assert sorted(titles(first) + titles(second)) == made
    assert (first.next_url, second.previous_url) == (
        "/search/?q=marrow&kind=resources&page=2",
        "/search/?q=marrow&kind=resources",
    )


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999", "99999999", "3", "\x00", "1.5", "٣", "9" * 300])
def test_page_that_does_not_exist_is_the_first(search, page):
    for number in range(12):
        make_article(title=f"Marrow {number:02}")
    found = search("marrow", page=page)
    assert (found.number, len(titles(found)), found.listed) == (1, 10, 12)


def test_no_words_find_nothing_and_count_nothing(search):
    make_article()
    for query in ("", "   ", '"', "\x00", "*"):
        found = search(query)
        assert (found.total, found.results, found.tags, found.suggestion) == (0, [], [], ""), query


def test_excerpt_only_where_title_and_summary_do_not_say_why(search):
    make_article(title="Marrow", body=[text("<p>The marrow makes blood.</p>")])
    make_article(title="Bones", summary="What is inside.", body=[text("<p>The marrow makes blood.</p>")])
    excerpts = {result.record.title: result.excerpt for result in search("marrow").results}
    assert excerpts == {"Marrow": "", "Bones": "The <mark>marrow</mark> makes blood."}


# What a stranger may not read


def test_what_is_not_public_is_neither_found_nor_counted(search):
    shown = make_article(title="Marrow shown")
    make_article(title="Marrow draft", live=False)
    restrict(make_article(title="Marrow members"))
    behind = make_plain_page()
    restrict(behind, "password", password="x")
    make_article(behind, title="Marrow behind")
    expired = make_article(title="Marrow expired", expire_at=timezone.now() - datetime.timedelta(days=1))
    expired.unpublish(set_expired=True)
    make_book(title="Marrow book draft", live=False)
    found = search("marrow")
    assert (counts(found), titles(found)) == ({"resources": 1, "books": 0}, [shown.title])


def test_alias_of_a_private_page_is_not_found(search):
    members = make_plain_page()
    private = make_article(members, title="Marrow private")
    private.create_alias(parent=home_page(), update_slug="alias")
    restrict(members)
    assert counts(search("marrow"))["resources"] == 0


def test_restriction_made_later_counts_at_once(search):
    article = make_article(title="Marrow")
    assert search("marrow").total == 1
    restrict(article)
    assert search("marrow").total == 0


def test_change_of_the_title_is_found_once_it_is_published(search):
    article = make_article(title="Marrow")
    article.title = "Blood"
    article.save_revision()
    assert (search("marrow").total, search("blood").total) == (1, 0)
    article.get_latest_revision().publish()
    assert (search("marrow").total, search("blood").total) == (0, 1)


def test_each_site_finds_its_own(search):
    other = make_site("other.example.org")
    make_article(title="Marrow here")
    make_article(other.root_page, title="Marrow there")
    assert titles(search("marrow")) == ["Marrow here"]
    assert titles(search("marrow", host="other.example.org")) == ["Marrow there"]


def test_site_in_the_middle_of_another_is_a_site_of_its_own(search):
    library = make_library()
    inside = make_plain_page(library)
    Site.objects.create(hostname="inside.example.org", port=80, root_page=inside)
    Site.clear_site_root_paths_cache()
    make_article(inside, title="Marrow inside")
    make_article(library, title="Marrow around")
    assert titles(search("marrow")) == ["Marrow around"]
    assert titles(search("marrow", host="inside.example.org")) == ["Marrow inside"]


def test_unknown_host_without_a_default_site_finds_nothing(search):
    make_article(title="Marrow")
    Site.objects.update(is_default_site=False)
    Site.clear_site_root_paths_cache()
    found = search("marrow", host="nobody.example.org")
    assert counts(found)["resources"] == 0


def test_books_of_the_readers_language(search, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("de", "German")]
    german = Locale.objects.create(language_code="de")
    make_book(title="Marrow")
    make_book(title="Marrow und Mark", locale=german)
    assert titles(search("marrow", kind="books")) == ["Marrow"]
    with translation.override("de"):
        assert titles(search("marrow", kind="books")) == ["Marrow und Mark"]


def test_pages_of_the_readers_language(search, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("de", "German")]
    german = Locale.objects.create(language_code="de")
    make_article(title="Marrow")
    home = home_page().copy_for_translation(german)
    home.save_revision().publish()
    make_article(home, title="Marrow und Mark", locale=german)
    assert titles(search("marrow")) == ["Marrow"]
    with translation.override("de"):
        assert titles(search("marrow")) == ["Marrow und Mark"]


def test_what_went_between_asking_and_showing_is_left_out(search):
    article, book = make_article(title="Marrow"), make_book(title="Marrow")
    for kind, record in ((resources(), article), (books(), book)):
        pk = record.pk
        record.delete()
        assert kind.load([pk]) == []
