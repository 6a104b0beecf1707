"""What moderators say about one page, and all below it."""

import pytest
from django.apps import apps
from django.urls import reverse

from tests.builders import (
    home_page,
    make_article,
    make_editor,
    make_library,
    make_moderator,
    make_superuser,
    root_page,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]


def url(page):
    return f"/admin/beatcancer-comments/page/{page.pk}/"


def rules():
    from beatcancer_wagtail.comments.models import PageRule

    return list(PageRule.objects.values_list("page_id", "state", "closes_after_days"))


def rule_for(page):
    from beatcancer_wagtail.comments.rules import rule_for

    return rule_for(type(page).objects.get(pk=page.pk))


@pytest.fixture
def library():
    return make_library(title="Resources")


@pytest.fixture
def article(library):
    return make_article(library, title="Tired after treatment")


@pytest.fixture
def moderator(client, library):
    """Moderates, and may edit the library."""
    client.force_login(make_moderator(pages=[library]))
    return client


def test_it_says_what_holds_and_who_said_so(moderator, library, article):
    html = moderator.get(url(article)).content.decode()
    assert "Open: readers can read and write (nobody has said otherwise)" in html
    moderator.post(url(library), {"state": "closed", "closes_after_days": ""})
    assert (
        "Closed: readers can read, and no longer write (said on “Resources”)"
        in moderator.get(url(article)).content.decode()
    )
    moderator.post(url(article), {"state": "hidden", "closes_after_days": ""})
    assert (
        "Hidden: there are no comments for readers (said on this page)" in moderator.get(url(article)).content.decode()
    )


def test_a_rule_holds_for_the_pages_below_until_one_says_otherwise(moderator, library, article):
    moderator.post(url(library), {"state": "hidden", "closes_after_days": ""})
    assert not rule_for(article).can_read
    moderator.post(url(article), {"state": "open", "closes_after_days": ""})
    assert rule_for(article).can_write
    moderator.post(url(article), {"state": "", "closes_after_days": ""})
    assert not rule_for(article).can_read
    assert rules() == [(library.pk, "hidden", None)]


def test_closing_after_some_days(moderator, library, article):
    moderator.post(url(library), {"state": "", "closes_after_days": "30"})
    assert rule_for(article).closes_at is not None
    assert "They close on" in moderator.get(url(article)).content.decode()
    moderator.post(url(article), {"state": "", "closes_after_days": "0"})
    assert rule_for(article).closes_at is None


@pytest.mark.parametrize("given", [{"state": "ajar"}, {"closes_after_days": "-3"}, {"closes_after_days": "99999999"}])
def test_what_makes_no_sense_is_not_stored(moderator, article, given):
    response = moderator.post(url(article), {"state": "", "closes_after_days": "", **given})
    assert "error-message" in response.content.decode()
    assert rules() == []


def test_it_is_noted_in_the_history_of_the_page(moderator, article):
    moderator.post(url(article), {"state": "closed", "closes_after_days": ""})
    html = moderator.get(reverse("wagtailadmin_pages:history", args=[article.pk])).content.decode()
    assert "Rule for comments set: Closed" in html


def test_it_goes_back_to_where_one_came_from(moderator, article):
    given = {"state": "closed", "closes_after_days": "", "next": "/admin/pages/"}
    assert moderator.post(url(article), given)["Location"] == "/admin/pages/"
    given["next"] = "https://elsewhere.example/"
    assert moderator.post(url(article), given)["Location"] == url(article)


def test_the_editor_and_the_explorer_lead_there(moderator, library, article):
    assert url(article) in moderator.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert url(article) in moderator.get(reverse("wagtailadmin_explore", args=[library.pk])).content.decode()


def test_those_who_may_only_edit_or_only_moderate_are_refused(client, library, article):
    editor, plain = make_editor(pages=[home_page()]), make_moderator("plain")
    for user in (editor, plain):
        client.force_login(user)
        for ask in (client.get, client.post):
            response = ask(url(article), {"state": "hidden", "closes_after_days": ""})
            assert response.status_code in (302, 403)
            assert response.get("Location", "/admin/") == "/admin/"
    assert rules() == []
    client.force_login(editor)
    assert url(article) not in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert url(article) not in client.get(reverse("wagtailadmin_explore", args=[library.pk])).content.decode()


def test_a_moderator_of_one_branch_sets_no_rule_for_another(moderator):
    elsewhere = make_article(home_page())
    moderator.post(url(elsewhere), {"state": "hidden", "closes_after_days": ""})
    assert rules() == []


def test_strangers_are_asked_to_log_in(client, article):
    assert "/admin/login/" in client.post(url(article), {"state": "hidden"})["Location"]
    assert rules() == []


def test_pages_that_are_none(client):
    client.force_login(make_superuser())
    assert client.get("/admin/beatcancer-comments/page/999999/").status_code == 404
    assert client.get(url(root_page())).status_code in (302, 403)


def test_the_other_methods_are_refused(moderator, article):
    assert moderator.put(url(article)).status_code == 405
    assert moderator.delete(url(article)).status_code == 405
