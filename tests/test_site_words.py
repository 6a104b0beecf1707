"""What a site says once for its whole site: one statement, no writing, right at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from beatcancer_wagtail.models import ClosingCall, Organisation, SurveyBanner
from beatcancer_wagtail.site_words import SiteWords, words_of_site
from tests.builders import (
    close_pages_with,
    default_site,
    home_page,
    make_banner,
    make_call,
    make_image,
    make_plain_page,
    make_site,
    restrict,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything():
    """All three settings, with everything that they link to."""
    page = make_plain_page()
    make_banner(page=page)
    close_pages_with(make_call(page=page))
    return Organisation.objects.create(
        site=default_site(), name="Wren", logo=make_image(), sharing_image=make_image("To share")
    )


def use(words, request):
    """What a page does with the words of its site."""
    return [
        words.banner.get_target(request),
        words.organisation.logo.title,
        words.organisation.sharing_image.title,
        words.closing_call.call.get_target(request),
    ]


def statements(rf):
    request = rf.get("/")
    Site.find_for_request(request)  # Wagtail has done so by the time a page is shown
    home_page().get_url(request)
    with CaptureQueriesContext(connection) as captured:
        use(words_of_site(request), request)
    return len(captured)


def test_all_of_it_comes_in_one_statement_and_then_in_none(rf, everything):
    assert [statements(rf), statements(rf)] == [1, 0]


def test_several_parts_of_a_page_ask_once(rf, everything, settings, django_assert_num_queries):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": 0}
    request = rf.get("/")
    first = words_of_site(request)
    with django_assert_num_queries(0):
        assert words_of_site(request) is first


def test_a_site_that_has_set_nothing_has_nothing_and_nothing_is_written(rf):
    assert words_of_site(rf.get("/")) == SiteWords(None, None, None)
    assert not SurveyBanner.objects.exists()
    assert not Organisation.objects.exists()
    assert not ClosingCall.objects.exists()


def test_a_part_may_be_missing(rf):
    close_pages_with(None)
    words = words_of_site(rf.get("/"))
    assert (words.banner, words.organisation, words.closing_call.call) == (None, None, None)


def test_outside_a_request_or_a_site_nobody_speaks(rf):
    assert words_of_site(None) == SiteWords()
    Site.objects.all().delete()
    assert words_of_site(rf.get("/")) == SiteWords()


def test_each_site_has_its_own(rf):
    other = make_site()
    make_banner(text="Ours")
    make_banner(other, text="Theirs")
    assert words_of_site(rf.get("/")).banner.text == "Ours"
    assert words_of_site(rf.get("/", headers={"host": other.hostname})).banner.text == "Theirs"


@pytest.mark.parametrize("setting", ["banner", "organisation", "closing_call"])
def test_a_setting_that_is_saved_is_heard_at_once(rf, everything, setting):
    assert getattr(words_of_site(rf.get("/")), setting)
    getattr(words_of_site(rf.get("/")), setting).delete()
    assert getattr(words_of_site(rf.get("/")), setting) is None


def test_a_banner_that_is_switched_off_by_its_switch_alone_is_off_at_once(rf):
    banner = make_banner()
    assert words_of_site(rf.get("/")).banner.is_on
    banner.is_on = False
    banner.save(update_fields=["is_on"])
    assert not words_of_site(rf.get("/")).banner.is_on


def targets(rf):
    request = rf.get("/")
    words = words_of_site(request)
    return [words.banner.get_target(request), words.closing_call.call.get_target(request)]


def test_a_page_that_a_stranger_may_not_read_is_no_target(rf, everything):
    page = words_of_site(rf.get("/")).banner.page
    assert targets(rf) == [page.url, page.url]
    restriction = restrict(page)
    assert targets(rf) == ["", ""]
    restriction.delete()
    assert targets(rf) == [page.url, page.url]
    page.unpublish()
    assert targets(rf) == ["", ""]


def test_a_page_below_a_private_one_is_no_target(rf, everything):
    assert all(targets(rf))
    restrict(home_page())
    assert targets(rf) == ["", ""]


def test_a_page_that_moves_is_found_where_it_is(rf, everything):
    page = words_of_site(rf.get("/")).banner.page
    make_plain_page(title="Elsewhere", slug="elsewhere")
    before = targets(rf)
    type(page).objects.get(pk=page.pk).move(home_page().get_children().get(slug="elsewhere"), "last-child")
    assert targets(rf) != before
    assert all(address.startswith("/elsewhere/") for address in targets(rf))
