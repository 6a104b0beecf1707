"""Calls to action that are written once: in the body, and at the end of a page."""

import pytest
from django.core.exceptions import ValidationError
from django.template import engines
from django.utils.translation import override
from wagtail.models import Locale

from beatcancer_wagtail.models import CallToAction
from tests.blocks.rendering import BODY, shown
from tests.builders import (
    call_to_action,
    close_pages_with,
    home_page,
    make_article,
    make_call,
    make_library,
    make_plain_page,
    make_site,
    restrict,
    reusable_call,
    section,
    text,
)
from tests.reading import all_words, read, words
from tests.statements import statements_of

pytestmark = pytest.mark.django_db

NEITHER = "Choose a page, or give an address."
BOTH = "Choose a page or give an address, not both."


# Where it leads


def refused(**fields):
    with pytest.raises(ValidationError) as caught:
        CallToAction(heading="Join us", button_text="Find a group", **fields).full_clean(exclude=["locale"])
    return caught.value.message_dict


def test_exactly_one_target_is_asked_for_at_both_fields():
    assert refused() == {"page": [NEITHER], "url": [NEITHER]}
    assert refused(page=home_page(), url="/groups/") == {"page": [BOTH], "url": [BOTH]}
    assert set(refused(url="javascript:alert(1)")) == {"url"}


def test_target_is_the_page_while_a_stranger_may_read_it(rf):
    page = make_plain_page()
    call = make_call(page=page)

    def target():
        found = CallToAction.objects.get(pk=call.pk), CallToAction.objects.for_display().get(pk=call.pk)
        one, other = (each.get_target(rf.get("/")) for each in found)
        assert one == other
        return one

    assert target() == page.url
    restriction = restrict(page)
    assert target() == ""
    restriction.delete()
    page.unpublish()
    assert target() == ""


def test_calls_come_with_their_targets_in_one_statement(rf, django_assert_num_queries):
    calls = [make_call(page=make_plain_page()) for _number in range(5)]
    home_page().get_url(rf.get("/"))
    with django_assert_num_queries(1):
        targets = [call.get_target() for call in CallToAction.objects.for_display()]
    assert sorted(targets) == sorted(call.page.url for call in calls)


# In the body


@pytest.mark.parametrize("kept", [False, True], ids=["body worked out", "body kept"])
@pytest.mark.parametrize("place", ["in the article", "in a section"])
def test_body_shows_the_call_as_it_is_now(client, settings, place, kept):
    settings.BEATCANCER_WAGTAIL = {"CACHE_BODIES": kept}
    call = make_call(heading="Join us", text="Every week.", url="/groups/")
    block = reusable_call(call)
    article = make_article(body=[block] if place == "in the article" else [section("Company", block)])
    action = read(client, article.url).select_one(".bc-action")
    assert words(action) == "Join us Every week. Find a group"
    assert action.a["href"] == "/groups/"
    call.heading = "Come along"
    call.save_revision().publish()
    assert words(read(client, article.url).select_one(".bc-action__heading")) == "Come along"
    call.unpublish()
    assert not read(client, article.url).select(".bc-action")


def test_body_shows_the_published_words_and_not_the_draft(client):
    call = make_call(heading="Published")
    article = make_article(body=[reusable_call(call)])
    call.heading = "Draft"
    call.save_revision()
    assert words(read(client, article.url).select_one(".bc-action__heading")) == "Published"


def test_call_that_may_not_be_shown_leaves_nothing():
    drafts = make_call(live=False), make_call(page=make_plain_page(live=False)), make_call(url="", page=None)
    for call in drafts:
        assert words(shown(reusable_call(call))) == ""
    assert words(shown(reusable_call(None))) == ""


def test_call_that_is_deleted_leaves_the_article(client):
    call = make_call(heading="Join us")
    article = make_article(body=[reusable_call(call), text("<p>The end.</p>")])
    call.delete()
    page = read(client, article.url)
    assert "The end." in words(page)
    assert not page.select(".bc-action")


@pytest.mark.parametrize("size", ["band", "closing"])
def test_size_is_the_articles_choice(size):
    assert f"bc-action--{size}" in shown(reusable_call(make_call(), size=size)).aside["class"]


def test_all_calls_of_a_body_come_together(client, settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}

    def article(count):
        calls = [reusable_call(make_call(page=make_plain_page())) for _number in range(count)]
        return make_article(body=[*calls, *(section("One", call) for call in calls)])

    few, many = article(1), article(8)
    assert len(statements_of(client, few.url)) == len(statements_of(client, many.url))
    assert len(read(client, many.url).select(".bc-action")) == 16


def test_a_block_without_a_call_is_a_draft_only():
    (child,) = BODY.to_python([reusable_call(None)])
    with pytest.raises(ValidationError):
        child.block.clean(child.value)


# At the end of a page


def closing(client, page):
    """The headings of the calls that close a page."""
    return all_words(read(client, page.url), ".bc-closing .bc-action__heading")


def test_the_sites_call_closes_every_article_and_stands_last(client):
    close_pages_with(make_call(heading="Stay in touch"))
    library = make_library()
    make_article(library)
    page = read(client, make_article(library).url)
    assert words(page.select_one(".bc-closing h2")) == "Stay in touch"
    assert "bc-action--closing" in page.select_one(".bc-closing aside")["class"]
    after = page.select_one(".bc-latest").find_all_next(class_="bc-closing")
    assert len(after) == 1
    assert page.select_one(".bc-closing").find_next_sibling(class_=True) is None


def test_an_article_may_have_its_own_or_none(client):
    close_pages_with(make_call(heading="The site's"))
    assert closing(client, make_article(closing_call=make_call(heading="Its own"))) == ["Its own"]
    assert closing(client, make_article(hide_closing_call=True)) == []
    assert closing(client, make_article(hide_closing_call=True, closing_call=make_call())) == []


def test_an_article_may_have_one_where_the_site_has_none(client):
    assert closing(client, make_article(closing_call=make_call(heading="Its own"))) == ["Its own"]
    assert closing(client, make_article()) == []


def test_only_what_is_live_and_leads_somewhere_is_shown(client):
    article = make_article()
    for call in (make_call(live=False), make_call(page=make_plain_page(live=False)), None):
        close_pages_with(call)
        assert closing(client, article) == []


def test_when_its_own_may_not_be_shown_the_sites_does_not_take_its_place(client):
    """The editor chose against it."""
    close_pages_with(make_call(heading="The site's"))
    assert closing(client, make_article(closing_call=make_call(live=False))) == []


@pytest.mark.parametrize(
    "last",
    [
        lambda: call_to_action("In the body", url="/x/", size="closing"),
        lambda: reusable_call(make_call(heading="In the body"), size="closing"),
    ],
    ids=["written here", "from the library"],
)
def test_a_text_that_ends_with_a_large_call_is_closed_already(client, last):
    close_pages_with(make_call(heading="The site's"))
    article = make_article(body=[text(), last()])
    assert all_words(read(client, article.url), ".bc-action--closing .bc-action__heading") == ["In the body"]
    other = make_article(body=[last(), text()])
    assert closing(client, other) == ["The site's"]


@pytest.mark.parametrize(
    "last",
    [
        lambda: call_to_action("In the body", url="/x/", size="band"),
        lambda: reusable_call(make_call(), size="band"),
        lambda: reusable_call(make_call(live=False), size="closing"),
        lambda: reusable_call(None, size="closing"),
    ],
    ids=["band", "band from the library", "draft", "nothing chosen"],
)
def test_a_text_that_ends_otherwise_is_closed_by_the_sites_call(client, last):
    close_pages_with(make_call(heading="The site's"))
    assert closing(client, make_article(body=[text(), last()])) == ["The site's"]


def test_any_page_may_be_closed(rf):
    close_pages_with(make_call(heading="Stay in touch"))
    template = engines["django"].from_string("{% load beatcancer %}{% bc_closing_call page 3 %}")
    for page in (home_page(), make_library(), make_plain_page(), None):
        html = template.render({"page": page}, rf.get("/"))
        assert '<h3 class="bc-action__heading">Stay in touch</h3>' in html


def test_no_bytes_without_a_call(rf):
    template = engines["django"].from_string("{% load beatcancer %}{% bc_closing_call page %}")
    assert template.render({"page": home_page()}, rf.get("/")) == ""
    assert template.render({}) == ""


def test_each_site_has_its_own(rf):
    other = make_site()
    close_pages_with(make_call(heading="Ours"))
    close_pages_with(make_call(heading="Theirs"), other)
    template = engines["django"].from_string("{% load beatcancer %}{% bc_closing_call %}")
    assert "Theirs" in template.render({}, rf.get("/", headers={"host": other.hostname}))


def test_a_call_is_shown_in_the_readers_language(rf, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("en", "English"), ("fr", "French")]
    call = make_call(heading="Stay in touch")
    close_pages_with(call)
    template = engines["django"].from_string("{% load beatcancer %}{% bc_closing_call %}")

    def shown_in(language):
        with override(language):
            return template.render({}, rf.get("/"))

    assert "Stay in touch" in shown_in("fr")
    french = call.copy_for_translation(Locale.objects.create(language_code="fr"))
    french.heading, french.live = "Restez en contact", True
    french.save()
    assert "Restez en contact" in shown_in("fr")
    assert "Stay in touch" in shown_in("en")
    french.unpublish()
    assert "Stay in touch" in shown_in("fr")


def test_a_reader_of_a_variant_gets_the_call_in_the_language_of_the_content(rf, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "French")]
    settings.LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("fr-ca", "Canadian French"), ("de", "German")]
    call = make_call(heading="Stay in touch")
    close_pages_with(call)
    french = call.copy_for_translation(Locale.objects.create(language_code="fr"))
    french.heading, french.live = "Restez en contact", True
    french.save()
    template = engines["django"].from_string("{% load beatcancer %}{% bc_closing_call %}")
    for language, heading in {"fr-ca": "Restez en contact", "de": "Stay in touch"}.items():
        with override(language):
            assert heading in template.render({}, rf.get("/"))
