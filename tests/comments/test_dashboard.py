"""What waits, on the first page of the admin."""

import re

import pytest
from django.apps import apps
from wagtail.models import Site

from tests.builders import home_page, make_article, make_comment, make_editor, make_moderator

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]


def panel(client):
    """The words of the panel; "" where there is none."""
    html = (
        client.get("/admin/")
        .content.decode()
        .partition('id="bc-comments-waiting-section"')[2]
        .partition("</section>")[0]
    )
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def moderator(client):
    client.force_login(make_moderator())
    return client


def test_it_says_how_many_wait_and_how_many_are_at_risk(moderator):
    page = make_article()
    for number in range(3):
        make_comment(page, status="pending", days_ago=number + 1)
    make_comment(page, status="pending", at_risk=True)
    make_comment(page, at_risk=True)
    make_comment(page, status="spam")
    said = panel(moderator)
    assert "4 waiting" in said
    assert "1 at risk" in said
    assert "The oldest has waited 3" in said


def test_without_anybody_at_risk(moderator):
    make_comment(status="pending")
    assert "1 waiting" in panel(moderator)
    assert "1 at risk" not in panel(moderator)


def test_when_nothing_waits(moderator):
    make_comment()
    assert "No comment waits." in panel(moderator)


def test_only_for_moderators(client):
    make_comment(status="pending")
    client.force_login(make_editor(pages=[home_page()]))
    assert panel(client) == ""


def test_it_costs_one_statement_however_much_waits(moderator, django_assert_num_queries):
    from beatcancer_wagtail.comments.queue import waiting

    page = make_article()
    for _ in range(5):
        make_comment(page, status="pending")
    with django_assert_num_queries(1):
        assert waiting()["total"] == 5


NOBODY = "Nobody is told by e-mail of a comment at risk. Add addresses under Settings, Comments."
PAUSED = "Comments are paused: readers cannot write for now."
QUEUE = "/admin/snippets/beatcancer_comments/comment/"


def say(site=None, **settings):
    from beatcancer_wagtail.comments.models import CommentSettings

    CommentSettings.objects.update_or_create(site=site or Site.objects.get(is_default_site=True), defaults=settings)


@pytest.mark.parametrize("address", ["/admin/", QUEUE])
def test_it_says_when_nobody_is_told(moderator, address):
    assert NOBODY in moderator.get(address).content.decode()
    say(moderators="\n ")
    assert NOBODY in moderator.get(address).content.decode()
    say(moderators="nurses@example.org")
    assert NOBODY not in moderator.get(address).content.decode()


@pytest.mark.parametrize("address", ["/admin/", QUEUE])
def test_it_says_when_the_site_is_paused(moderator, address):
    assert PAUSED not in moderator.get(address).content.decode()
    say(is_paused=True, moderators="nurses@example.org")
    assert PAUSED in moderator.get(address).content.decode()


def test_it_says_which_of_several_sites_tells_nobody(moderator):
    say(moderators="nurses@example.org")
    assert NOBODY not in panel(moderator)
    Site.objects.create(hostname="young.example.org", site_name="Young people", root_page=home_page())
    assert f"Young people : {NOBODY}" in panel(moderator)
    assert panel(moderator).count(NOBODY) == 1


def test_those_who_may_are_led_to_the_settings(client):
    link = f"/admin/settings/beatcancer_comments/commentsettings/{Site.objects.get(is_default_site=True).pk}/"
    client.force_login(make_moderator())
    assert link not in client.get(QUEUE).content.decode()
    client.force_login(make_moderator("lead", permissions=["change_commentsettings"]))
    assert link in client.get(QUEUE).content.decode()
    html = client.get(link).content.decode()
    for words in ("Our team", "A person reads your comment", "You may store my comment", "If you or somebody near you"):
        assert f"If it is empty, readers see: “{words}" in html
