"""The queue and the review of one comment, in the admin."""

import re
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from tests.builders import (
    PASSWORD,
    home_page,
    make_article,
    make_comment,
    make_editor,
    make_library,
    make_moderator,
    make_superuser,
    restrict,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

QUEUE = "/admin/snippets/beatcancer_comments/comment/"
POSTS = ("decide", "shorten", "reply")
ADDRESS = "wren@secret.example.org"


def url(comment, name="review"):
    return f"{QUEUE}{comment.pk}/{name}/"


def waiting(**fields):
    return make_comment(status="pending", **fields)


def state(comment):
    comment.refresh_from_db()
    return comment.status


def shown(response):
    """The words of the comments in the list, in order."""
    html = response.content.decode()
    return [words.strip() for words in re.findall(r'<div class="bc-moderation__words"[^>]*>([^<]*)<', html)]


@pytest.fixture
def moderator(client):
    client.force_login(make_moderator())
    return client


# The queue


def test_it_opens_on_what_waits_with_somebody_at_risk_first_and_then_the_oldest(moderator):
    page = make_article()
    waiting(page=page, text="Young", days_ago=1)
    waiting(page=page, text="Old", days_ago=9)
    waiting(page=page, text="In danger", at_risk=True, days_ago=0)
    make_comment(page, text="Decided on")
    assert shown(moderator.get(QUEUE)) == ["In danger", "Old", "Young"]


def test_a_moderator_sees_all_the_words_before_approving(moderator):
    words = " ".join(f"word{number}" for number in range(240))
    waiting(text=words)
    assert shown(moderator.get(QUEUE)) == [words]


def test_somebody_at_risk_is_read_before_anything_is_decided(moderator):
    flagged, plain = waiting(at_risk=True), waiting()
    html = moderator.get(QUEUE).content.decode()
    assert f'formaction="{url(flagged, "decide")}' not in html
    assert f'href="{url(flagged)}"' in html
    assert html.count(f'formaction="{url(plain, "decide")}') == 3


def test_a_flag_is_shown_with_its_reason(moderator):
    waiting(text="I am so tired.", at_risk=True, risk_reason="nobody would miss me")
    html = moderator.get(QUEUE).content.decode()
    assert "Somebody may be at risk" in html
    assert "nobody would miss me" in html


def test_a_row_says_who_where_and_when(moderator):
    page = make_article(title="Waiting for results")
    waiting(page=page, name="Otter")
    html = moderator.get(QUEUE).content.decode()
    assert "Otter" in html
    assert "Waiting for results" in html
    assert page.get_url() in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("status=approved", ["Said yes"]),
        ("status=rejected", ["Said no"]),
        ("status=spam", ["Cheap pills"]),
        ("risk=yes", ["In danger"]),
        ("risk=no", ["Old", "Young"]),
        ("age=day", ["In danger", "Young"]),
        ("age=older-week", ["Old"]),
        ("q=in+danger", ["In danger"]),
        ("q=bracken", ["Old"]),
        ("q=bracken+nowhere", []),
        ("status=nonsense&risk=perhaps&age=7&page=x", ["In danger", "Old", "Young"]),
        ("status=all&q=cheap", ["Cheap pills"]),
        ("ordering=nonsense&p=x", ["In danger", "Old", "Young"]),
        ("ordering=-created_at", ["In danger", "Young", "Old"]),
        ("q=%00%22", ["In danger", "Old", "Young"]),
    ],
)
def test_it_can_be_narrowed(moderator, query, expected):
    page = make_article()
    waiting(page=page, text="Young", days_ago=0.1)
    waiting(page=page, text="Old", name="Bracken", days_ago=9)
    waiting(page=page, text="In danger", at_risk=True)
    make_comment(page, text="Said yes")
    make_comment(page, text="Said no", status="rejected")
    make_comment(page, text="Cheap pills", status="spam")
    for address in (QUEUE, QUEUE + "results/"):
        assert shown(moderator.get(f"{address}?{query}")) == expected


def test_it_can_be_narrowed_to_a_page(moderator):
    one, other = waiting(text="Here"), waiting(text="There")
    assert shown(moderator.get(f"{QUEUE}?page={one.page_id}")) == ["Here"]
    assert shown(moderator.get(f"{QUEUE}?page={other.page_id}")) == ["There"]


def test_fifty_on_a_page(moderator):
    page = make_article()
    for number in range(52):
        waiting(page=page, text=f"Number {number}", days_ago=100 - number)
    assert len(shown(moderator.get(QUEUE))) == 50
    assert shown(moderator.get(f"{QUEUE}?p=2")) == ["Number 50", "Number 51"]


def test_the_number_of_statements_does_not_depend_on_the_number_of_comments(moderator, django_assert_max_num_queries):
    page = make_article()
    for number in range(30):
        waiting(page=page if number % 2 else make_article(), email=ADDRESS)
    moderator.get(QUEUE)
    with django_assert_max_num_queries(24):
        moderator.get(QUEUE)


def test_an_e_mail_address_is_nowhere(moderator):
    comment = waiting(email=ADDRESS)
    addresses = [QUEUE, f"{QUEUE}?status=all&export=csv", f"{QUEUE}?export=xlsx", url(comment), url(comment, "erase")]
    addresses.append(f"/admin/bulk/beatcancer_comments/comment/approve/?id={comment.pk}")
    for address in addresses:
        response = moderator.get(address)
        assert response.status_code == 200
        assert "text/html" in response["Content-Type"]
        assert ADDRESS not in response.content.decode()
    assert "wants to be told" in moderator.get(QUEUE).content.decode()


def test_what_a_reader_wrote_is_only_text(moderator):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    comment = waiting(text=evil, name="<b>Bold</b>")
    for address in (QUEUE, url(comment), url(comment, "erase")):
        html = moderator.get(address).content.decode()
        assert "<script>alert" not in html
        assert "<b>Bold" not in html
    assert escape(evil) in moderator.get(QUEUE).content.decode()


def test_an_empty_queue_says_so_once(moderator):
    html = moderator.get(QUEUE).content.decode()
    assert "Nothing waits. Every comment has been decided on." in html
    assert "No comment waits." not in html
    make_comment()
    assert "No comment waits." in moderator.get(f"{QUEUE}?status=approved").content.decode()


# The three buttons


@pytest.mark.parametrize(("verb", "status"), [("approve", "approved"), ("reject", "rejected"), ("spam", "spam")])
def test_a_button_decides(moderator, verb, status):
    comment = waiting()
    response = moderator.post(url(comment, "decide"), {"decision": f"{verb}:pending", "next": f"{QUEUE}?risk=no"})
    assert response["Location"] == f"{QUEUE}?risk=no"
    assert state(comment) == status
    assert comment.decided_by.get_username() == "moderator"


def press(client, words, list_url, verb="approve"):
    """Press a button in the row that holds ``words``; what comes back, with the row that it leads to."""
    html = client.get(list_url).content.decode()
    row = next(row for row in html.split("<tr")[1:] if words in row)
    address = re.search(rf'formaction="([^"]*)" name="decision" value="({verb}:\w+)"', row)
    following = re.search(r'name="next" value="([^"]*)"', html)[1].replace("&amp;", "&")
    response = client.post(address[1].replace("&amp;", "&"), {"decision": address[2], "next": following})
    return response["Location"]


def test_the_same_list_comes_back_at_the_next_row(moderator):
    page = make_article()
    first, second, third = (waiting(page=page, text=f"Words {days}", days_ago=days) for days in (9, 5, 1))
    place = f"{QUEUE}?risk=no"
    assert press(moderator, "Words 9", place, "spam") == f"{place}#bc-row-{second.pk}"
    assert press(moderator, "Words 1", place, "reject") == f"{place}#bc-row-{second.pk}"
    assert f'id="bc-row-{second.pk}" tabindex="-1"' in moderator.get(place).content.decode()
    assert press(moderator, "Words 5", place) == f"{place}#bc-queue"
    assert 'id="bc-queue" tabindex="-1"' in moderator.get(place).content.decode()
    assert (state(first), state(second), state(third)) == ("spam", "approved", "rejected")


def test_it_leads_to_no_other_place_in_the_page(moderator):
    comment = waiting()
    address = url(comment, "decide") + "?row=%22%3E%3Cscript"
    assert moderator.post(address, {"decision": "approve:pending", "next": QUEUE})["Location"] == QUEUE


def test_a_rejection_keeps_its_reason(moderator):
    comment = waiting()
    moderator.post(url(comment, "decide"), {"decision": "reject:pending", "reason": "medical"})
    assert state(comment) == "rejected"
    assert comment.reason == "medical"
    assert "Gives medical advice" in moderator.get(url(comment)).content.decode()


def test_after_a_decision_comes_the_next_in_the_queue(moderator):
    page = make_article()
    first, second, third = (waiting(page=page, days_ago=days) for days in (9, 5, 1))
    assert moderator.post(url(second, "decide"), {"decision": "approve:pending"})["Location"] == url(third)
    assert moderator.post(url(third, "decide"), {"decision": "approve:pending"})["Location"] == url(first)
    assert moderator.post(url(first, "decide"), {"decision": "spam:pending"})["Location"] == QUEUE


def test_the_second_of_two_moderators_is_told(moderator):
    comment = waiting()
    other = Client()
    other.force_login(make_moderator("maud"))
    other.post(url(comment, "decide"), {"decision": "reject:pending"})
    response = moderator.post(url(comment, "decide"), {"decision": "approve:pending"}, follow=True)
    html = response.content.decode()
    assert "Already decided: Rejected, by maud (" in html
    assert ".. " not in html
    assert state(comment) == "rejected"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection")
def test_of_decisions_at_the_same_moment_one_counts():
    from beatcancer_wagtail.comments.decisions import decide

    comment, user = waiting(), make_moderator()
    together, outcomes = Barrier(6), []

    def press(verb):
        together.wait()
        outcomes.append(decide(comment.pk, verb, user=user, seen="pending").is_new)
        connections.close_all()

    presses = [Thread(target=press, args=[verb]) for verb in ("approve", "reject", "spam") * 2]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    assert sorted(outcomes) == [False] * 5 + [True]


def test_a_decision_can_be_taken_back(moderator):
    comment = make_comment(status="rejected")
    moderator.post(url(comment, "decide"), {"decision": "approve:rejected"})
    assert state(comment) == "approved"


@pytest.mark.parametrize("decision", ["", "delete:pending", "approve", "approve:anything", "x" * 100])
def test_another_decision_changes_nothing(moderator, decision):
    comment = waiting()
    assert moderator.post(url(comment, "decide"), {"decision": decision}).status_code == 302
    assert state(comment) == "pending"


def test_it_leads_to_no_other_site(moderator):
    comment = waiting()
    response = moderator.post(
        url(comment, "decide"), {"decision": "approve:pending", "next": "https://elsewhere.example"}
    )
    assert response["Location"].startswith("/admin/")


def test_wagtails_own_token_is_asked_for():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_moderator())
    comment = waiting()
    assert strict.post(url(comment, "decide"), {"decision": "approve:pending"}).status_code == 403
    assert state(comment) == "pending"


# The review


def test_the_review_shows_what_there_is_to_know(moderator):
    parent = make_comment(name="Heron", text="Who else was tired?")
    comment = make_comment(
        parent=parent, text="Me too.", status="rejected", reason="off-topic", consent_text="You may publish it.",
        consent_version=7, decided_by=get_user_model().objects.get(),
    )  # fmt: skip
    html = moderator.get(url(comment)).content.decode()
    for words in (
        "Me too.",
        "Who else was tired?",
        "Heron",
        "Belongs elsewhere",
        "You may publish it.",
        "version 7",
        "moderator",
    ):
        assert words in html


def test_the_history_says_who_did_what(moderator):
    comment = waiting()
    moderator.post(url(comment, "decide"), {"decision": "reject:pending", "reason": "unkind"})
    moderator.post(url(comment, "decide"), {"decision": "approve:rejected"})
    moderator.post(url(comment, "reply"), {"text": "Thank you."})
    html = moderator.get(url(comment)).content.decode().partition("History")[2]
    assert html.index("Reply of the team") < html.index("Comment approved")
    assert html.index("Comment approved") < html.index("Comment rejected: Unkind or insulting")
    assert "moderator" in html


def test_a_comment_that_is_not_there(moderator):
    for name in ("review", "erase", "article"):
        assert moderator.get(f"{QUEUE}9999999/{name}/").status_code == 404
    for name in POSTS:
        assert moderator.post(f"{QUEUE}9999999/{name}/", {"decision": "approve:pending"}).status_code in (302, 404)


# Shortening


def test_passages_are_cut_out(moderator):
    comment = waiting(text="Call me on 020 1234, I live in Mill Lane.", name="Anna Smith")
    moderator.post(url(comment, "shorten"), {"passages": "020 1234\r\nSmith\r\n\r\n"})
    comment.refresh_from_db()
    assert comment.text == "Call me on […], I live in Mill Lane."
    assert comment.name == "Anna […]"
    html = moderator.get(url(comment)).content.decode()
    assert "Comment shortened" in html
    assert "1234" not in html


def test_one_can_look_first(moderator):
    comment = waiting(text="Call me on 020 1234.")
    html = moderator.post(url(comment, "shorten"), {"passages": "020 1234", "look": "1"}).content.decode()
    assert "Call me on […]." in html
    comment.refresh_from_db()
    assert comment.text == "Call me on 020 1234."
    assert comment.redacted_at is None


def test_what_does_not_stand_there_is_named_and_nothing_is_cut(moderator):
    comment = waiting(text="Call me on 020 1234.")
    html = moderator.post(url(comment, "shorten"), {"passages": "020 1234\nMill Road"}).content.decode()
    assert "“Mill Road” does not stand in the comment" in html
    comment.refresh_from_db()
    assert comment.text == "Call me on 020 1234."


def test_words_cannot_be_changed_otherwise(moderator):
    comment = waiting(text="As it was.")
    moderator.post(url(comment, "shorten"), {"passages": "", "text": "Changed", "name": "Changed"})
    for name in ("edit", "delete", "add", "copy", "inspect"):
        assert moderator.get(f"{QUEUE}{name}/{comment.pk}/").status_code == 404
    assert moderator.get(f"{QUEUE}add/").status_code == 404
    comment.refresh_from_db()
    assert comment.text == "As it was."


# Replies


def test_a_reply(moderator):
    comment = waiting()
    response = moderator.post(url(comment, "reply"), {"text": "Thank you for writing."}, follow=True)
    assert "Readers see it once you approve the comment." in response.content.decode()
    answer = comment.replies.get()
    assert (answer.text, answer.is_staff, answer.status) == ("Thank you for writing.", True, "approved")
    assert state(comment) == "pending"


def test_a_reply_below_an_approved_comment_is_read_at_once(moderator):
    response = moderator.post(url(make_comment(), "reply"), {"text": "Thank you for writing."}, follow=True)
    assert "Your reply is stored." in response.content.decode()
    assert "once you approve" not in response.content.decode()


def test_a_canned_reply_without_javascript(moderator):
    from beatcancer_wagtail.comments.models import CannedReply

    canned = CannedReply.objects.create(title="Advice", text="Please ask your team.")
    comment = waiting()
    assert "Advice" in moderator.get(url(comment)).content.decode()
    moderator.post(url(comment, "reply"), {"canned": canned.pk, "text": " "})
    assert comment.replies.get().text == "Please ask your team."


def test_approving_with_a_reply(moderator):
    comment, following = waiting(days_ago=2), waiting()
    response = moderator.post(url(comment, "reply"), {"text": "Thank you.", "approve": "pending"})
    assert response["Location"] == url(following)
    assert state(comment) == "approved"
    assert comment.replies.get().text == "Thank you."


def test_approving_with_a_reply_too_late_sends_none(moderator):
    comment = make_comment(status="rejected")
    html = moderator.post(url(comment, "reply"), {"text": "My long reply.", "approve": "pending"}).content.decode()
    assert "Already decided" in html
    assert "My long reply." in html
    assert state(comment) == "rejected"
    assert not comment.replies.exists()


@pytest.mark.parametrize("given", [{"text": "  "}, {"canned": "999"}, {"text": "x" * 2001}])
def test_no_reply_without_words(moderator, given):
    comment = waiting()
    response = moderator.post(url(comment, "reply"), given)
    assert "error-message" in response.content.decode()
    assert not comment.replies.exists()


# Erasing


def test_erasing_asks_first_and_leaves_a_note_in_the_log(moderator):
    from wagtail.models import ModelLogEntry

    comment = waiting(text="Please forget me.")
    assert "Yes, erase for good" in moderator.get(url(comment, "erase")).content.decode()
    assert state(comment) == "pending"
    moderator.post(url(comment, "erase"))
    assert not type(comment).objects.filter(pk=comment.pk).exists()
    entry = ModelLogEntry.objects.get(action="beatcancer_comments.erase")
    assert entry.user.get_username() == "moderator"
    assert "forget" not in f"{entry.label}{entry.data}{entry.message}"


def test_what_has_replies_leaves_its_place(moderator):
    comment = make_comment(text="Please forget me.")
    make_comment(parent=comment)
    assert "an empty place stays" in moderator.get(url(comment, "erase")).content.decode()
    moderator.post(url(comment, "erase"))
    html = moderator.get(url(comment)).content.decode()
    assert "have been erased" in html
    assert "forget" not in html
    for name, given in [
        ("decide", {"decision": "reject:approved"}),
        ("reply", {"text": "Hi"}),
        ("shorten", {"passages": "a"}),
    ]:
        assert (
            "has been erased in the meantime" in moderator.post(url(comment, name), given, follow=True).content.decode()
        )


# The article beside


def test_the_article_stands_in_a_frame_of_the_same_origin(moderator):
    comment = waiting(page=make_article(title="Tired after treatment"))
    review = moderator.get(url(comment))
    assert '<iframe src="' + url(comment, "article") in review.content.decode()
    assert 'sandbox="allow-same-origin"' in review.content.decode()
    article = moderator.get(url(comment, "article"))
    assert "Tired after treatment" in article.content.decode()
    assert article["X-Frame-Options"] == "SAMEORIGIN"
    assert "private" in article["Cache-Control"]
    assert review["X-Frame-Options"] == "DENY"


def test_a_draft_is_shown_to_those_who_may_edit_it(client):
    library = make_library()
    comment = waiting(page=make_article(library, live=False, title="A draft of ours", body=[]))
    client.force_login(make_moderator("plain"))
    response = client.get(url(comment, "article"))
    assert response.status_code == 200
    assert "you may not see its draft" in response.content.decode()
    client.force_login(make_moderator("editing", pages=[library]))
    assert "you may not see its draft" not in client.get(url(comment, "article")).content.decode()


def test_a_private_page_is_not_shown_to_those_who_may_not_read_it(moderator):
    page = make_article(title="Members", summary="Only members read this.")
    restrict(page, "password", password="open sesame")
    response = moderator.get(url(waiting(page=page), "article"))
    assert "Only members read this." not in response.content.decode()
    assert "You may not read this page" in response.content.decode()


# Who may


def everywhere(comment):
    return [QUEUE, QUEUE + "results/", *(url(comment, name) for name in ("review", "erase", "article", *POSTS))]


def test_strangers_are_asked_to_log_in(client):
    comment = waiting()
    for address in everywhere(comment):
        for ask in (client.get, client.post):
            assert "/admin/login/" in ask(address, {"decision": "approve:pending"})["Location"]
    assert state(comment) == "pending"


def test_an_editor_without_the_permission_sees_and_does_nothing(client):
    client.force_login(make_editor(pages=[home_page()]))
    comment = waiting(text="Secret words")
    for address in everywhere(comment):
        for ask in (client.get, client.post):
            response = ask(address, {"decision": "approve:pending", "text": "Hi", "passages": "Secret"})
            assert response.status_code in (302, 403)
            assert response.get("Location", "/admin/") == "/admin/"
    assert state(comment) == "pending"
    assert comment.text == "Secret words"
    assert not comment.replies.exists()
    assert "beatcancer_comments" not in client.get("/admin/").content.decode()


def test_get_changes_nothing(moderator):
    comment = waiting(text="Words")
    for name in POSTS:
        response = moderator.get(url(comment, name), {"decision": "approve:pending", "passages": "Words", "text": "Hi"})
        assert response.status_code == 405
    assert state(comment) == "pending"
    assert not comment.replies.exists()


def test_a_superuser_cannot_edit_add_or_delete_either(client):
    client.force_login(make_superuser())
    comment = waiting()
    for path in (f"edit/{comment.pk}/", f"delete/{comment.pk}/", "add/", f"usage/{comment.pk}/"):
        assert client.post(QUEUE + path).status_code == 404
    client.post(f"/admin/bulk/beatcancer_comments/comment/delete/?id={comment.pk}")
    assert state(comment) == "pending"
    assert client.get("/admin/snippets/choose/beatcancer_comments/comment/").status_code == 404


def test_the_menu_shows_how_many_wait(moderator):
    assert "Comments (" not in moderator.get("/admin/").content.decode()
    waiting(), waiting()
    html = moderator.get("/admin/").content.decode()
    assert "Comments (2)" in html


def test_the_permission_stands_in_the_form_of_a_group(client):
    client.force_login(make_superuser())
    html = client.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "Can moderate comments" in html


def test_a_moderator_needs_nothing_else_to_log_in_and_decide(client):
    make_moderator()
    assert client.login(username="moderator", password=PASSWORD)
    comment = waiting()
    client.post(url(comment, "decide"), {"decision": "approve:pending"})
    assert state(comment) == "approved"


def test_canned_replies_have_permissions_of_their_own(client):
    address = "/admin/snippets/beatcancer_comments/cannedreply/"
    client.force_login(make_moderator("plain"))
    assert client.get(address).status_code == 302
    client.force_login(make_moderator("writer", permissions=["add_cannedreply", "change_cannedreply"]))
    client.post(address + "add/", {"title": "Thanks", "text": "Thank you."})
    assert "Thanks" in client.get(address).content.decode()


def test_the_site_history_leads_to_the_review(client):
    from beatcancer_wagtail.comments import actions

    comment = waiting()
    actions.approve(comment)
    client.force_login(make_superuser())
    html = client.get("/admin/reports/site-history/").content.decode()
    assert "Comment approved" in html
    assert url(comment) in html
