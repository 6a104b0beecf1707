"""Deciding on many comments at once."""

import re

import pytest
from django.apps import apps
from django.test import Client

from tests.builders import make_article, make_comment, make_editor, make_moderator, make_superuser

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

QUEUE = "/admin/snippets/beatcancer_comments/comment/"
ACTIONS = {"approve": "approved", "reject": "rejected", "spam": "spam"}


def url(action, *comments):
    ids = "&".join(f"id={comment.pk}" for comment in comments)
    return f"/admin/bulk/beatcancer_comments/comment/{action}/?{ids}&next={QUEUE}"


def waiting(number=1, **fields):
    page = make_article()
    return [make_comment(page, status="pending", **fields) for _ in range(number)]


def states(comments):
    for comment in comments:
        comment.refresh_from_db()
    return {comment.status for comment in comments}


def confirm(client, address, **given):
    """Open the page that asks, and press its button."""
    html = client.get(address).content.decode()
    seen = re.search(r'name="seen" value="([^"]*)"', html)
    return client.post(address, {"seen": seen[1] if seen else "", **given}, follow=True)


@pytest.fixture
def moderator(client):
    client.force_login(make_moderator())
    return client


@pytest.mark.parametrize(("action", "status"), ACTIONS.items())
def test_many_at_once(moderator, action, status):
    comments = waiting(3)
    html = confirm(moderator, url(action, *comments)).content.decode()
    assert states(comments) == {status}
    assert re.search(r"3 comments (approved|rejected|marked as spam)\.", html)


def test_fifty_at_once(moderator):
    comments = waiting(50)
    confirm(moderator, url("approve", *comments))
    assert states(comments) == {"approved"}


@pytest.mark.parametrize("action", [*ACTIONS, "erase"])
def test_the_page_lists_what_will_happen_and_does_nothing_yet(moderator, action):
    comments = [*waiting(2, text="Words of a reader"), *waiting(at_risk=True, text="I want to end my life")]
    html = moderator.get(url(action, *comments)).content.decode()
    assert html.count("Words of a reader") == 2
    assert all(f"{QUEUE}{comment.pk}/review/" in html for comment in comments)
    assert "3 comments" in html
    assert "somebody may be at risk" in html
    assert states(comments) == {"pending"}


@pytest.mark.parametrize("action", [*ACTIONS, "erase"])
def test_the_page_shows_all_the_words(moderator, action):
    words = " ".join(f"word{number}" for number in range(240))
    assert words in moderator.get(url(action, *waiting(text=words))).content.decode()


def test_it_says_how_many_writers_get_an_e_mail(moderator):
    comments = [*waiting(2, email="wren@secret.example.org"), *waiting()]
    html = moderator.get(url("approve", *comments)).content.decode()
    assert "2 writers asked to be told" in html
    assert "secret" not in html
    assert "asked to be told" not in moderator.get(url("reject", *comments)).content.decode()


def test_a_reason_for_all(moderator):
    comments = waiting(2)
    confirm(moderator, url("reject", *comments), reason="advertising")
    assert states(comments) == {"rejected"}
    assert {comment.reason for comment in comments} == {"advertising"}


def test_a_reason_that_nobody_knows(moderator):
    comments = waiting()
    confirm(moderator, url("reject", *comments), reason="because")
    assert states(comments) == {"pending"}


def test_a_canned_reply_for_all(moderator):
    from beatcancer_wagtail.comments.models import CannedReply

    canned = CannedReply.objects.create(title="Thanks", text="Thank you for writing.")
    comments = waiting(2)
    confirm(moderator, url("approve", *comments), canned=canned.pk)
    assert states(comments) == {"approved"}
    assert [comment.replies.get().text for comment in comments] == ["Thank you for writing."] * 2


def test_every_decision_is_in_the_log(moderator):
    from wagtail.models import ModelLogEntry

    confirm(moderator, url("spam", *waiting(3)))
    entries = ModelLogEntry.objects.filter(action="beatcancer_comments.mark_spam")
    assert {entry.user.get_username() for entry in entries} == {"moderator"}
    assert len(entries) == 3


def test_what_is_so_already_stays(moderator):
    comments = [*waiting(), make_comment()]
    html = moderator.get(url("approve", *comments)).content.decode()
    assert "1 is so already" in html
    assert "1 comment approved." in confirm(moderator, url("approve", *comments)).content.decode()


def test_nothing_to_do(moderator):
    html = moderator.get(url("approve", make_comment())).content.decode()
    assert "Nothing changes" in html
    assert "Yes, approve" not in html


def test_what_somebody_else_decided_meanwhile_is_told_and_stays(moderator):
    from beatcancer_wagtail.comments import actions

    mine, theirs = waiting(2)
    address = url("approve", mine, theirs)
    seen = re.search(r'name="seen" value="([^"]*)"', moderator.get(address).content.decode())[1]
    actions.reject(theirs)
    html = moderator.post(address, {"seen": seen}, follow=True).content.decode()
    assert "1 comment was decided by somebody else" in html
    assert "1 comment approved." in html
    assert states([mine]) == {"approved"}
    assert states([theirs]) == {"rejected"}


@pytest.mark.parametrize("seen", ["", "1:pending", "nonsense"])
def test_a_form_that_is_not_ours_does_nothing(moderator, seen):
    comments = waiting(2)
    moderator.post(url("approve", *comments), {"seen": seen})
    assert states(comments) == {"pending"}


def test_erasing_many(moderator):
    comments = waiting(2)
    confirm(moderator, url("erase", *comments))
    assert not type(comments[0]).objects.exists()


def test_erasing_a_comment_and_its_reply_together(moderator):
    comment = make_comment()
    reply = make_comment(parent=comment)
    assert confirm(moderator, url("erase", comment, reply)).status_code == 200
    assert not type(comment).objects.exclude(text="").exists()


@pytest.mark.parametrize("ids", ["id=x", "id=-1", "id=99999999999999999999", "id=%00", "id=", ""])
def test_ids_that_are_none(moderator, ids):
    response = moderator.get(f"/admin/bulk/beatcancer_comments/comment/approve/?{ids}")
    assert response.status_code == 200
    assert "None of these comments" in response.content.decode()


def test_nobody_decides_on_all_unseen(moderator):
    comments = waiting(2)
    for ask in (moderator.get, moderator.post):
        assert ask("/admin/bulk/beatcancer_comments/comment/approve/?id=all").status_code == 404
    assert states(comments) == {"pending"}


@pytest.mark.parametrize("action", [*ACTIONS, "erase", "delete"])
def test_an_editor_without_the_permission_does_nothing(client, action):
    client.force_login(make_editor())
    comments = waiting(2, text="Secret words")
    response = client.get(url(action, *comments))
    assert "Secret words" not in response.content.decode()
    client.post(url(action, *comments), {"seen": ""})
    assert states(comments) == {"pending"}
    if action != "delete":
        assert response.status_code in (302, 403)


@pytest.mark.parametrize("action", [*ACTIONS, "erase"])
def test_a_stranger_does_nothing(client, action):
    comments = waiting()
    assert "/admin/login/" in client.post(url(action, *comments))["Location"]
    assert states(comments) == {"pending"}


def test_wagtails_own_deleting_is_refused_to_everybody(client):
    client.force_login(make_superuser())
    comments = waiting(2)
    client.get(url("delete", *comments))
    client.post(url("delete", *comments))
    assert states(comments) == {"pending"}
    assert "/comment/delete/" not in client.get(QUEUE).content.decode()


def test_wagtails_token_is_asked_for():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_moderator())
    comments = waiting()
    assert strict.post(url("approve", *comments)).status_code == 403
    assert states(comments) == {"pending"}


def test_the_queue_leads_to_all_that_have_no_flag(moderator):
    plain, flagged = waiting(2), waiting(at_risk=True)
    html = moderator.get(QUEUE).content.decode()
    address = re.search(r'href="(/admin/bulk/[^"]*/approve/\?[^"]*)"', html)[1].replace("&amp;", "&")
    confirm(moderator, address)
    assert states(plain) == {"approved"}
    assert states(flagged) == {"pending"}
