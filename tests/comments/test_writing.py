"""What readers send: what is taken, what is not, and that nobody loses what they wrote."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db import DataError, OperationalError
from django.test import Client, override_settings

from tests.builders import (
    default_site,
    home_page,
    make_article,
    make_comment,
    make_plain_page,
    make_site,
    restrict,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, tokens, visit
    from beatcancer_wagtail.comments.models import Comment, CommentSettings, PageRule
    from tests.comments.sending import PART, WORDS, address, problem, send, soup, text_in_form


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch):
    """Nobody waits three seconds here."""
    monkeypatch.setattr(tokens, "SHORTEST_WAIT", timedelta(seconds=-1))


@pytest.fixture
def article():
    return make_article(title="Staging")


@pytest.fixture
def library(settings):
    """Change settings of the library: ``library(COMMENTS_PER_HOUR=2)``."""

    def change(**values):
        settings.BEATCANCER_WAGTAIL = {**getattr(settings, "BEATCANCER_WAGTAIL", {}), **values}

    return change


def close(page, **fields):
    return PageRule.objects.create(page_id=page.pk, **{"state": "closed", **fields})


def say(**fields):
    return CommentSettings.objects.create(site=default_site(), **fields)


def only_comment():
    return Comment.objects.get()


def kept(response, status):
    """Not taken: nothing stored, told why, and the words are still there."""
    assert response.status_code == status
    assert not Comment.objects.filter(text=WORDS).exists()
    assert text_in_form(response) == WORDS
    assert soup(response).select_one("input[name=name]")["value"] == "Wren"
    assert problem(response)
    return problem(response)


# What is taken


def test_a_comment_waits_and_its_writer_is_told(article):
    response = send(article, email="wren@example.org")
    assert response.status_code == 303
    assert response.url.startswith(address(article, "?sent="))
    assert response.url.endswith("#bc-comment-thanks")
    comment = only_comment()
    assert (comment.status, comment.name, comment.text, comment.email) == ("pending", "Wren", WORDS, "wren@example.org")
    assert (comment.page_id, comment.parent, comment.is_at_risk) == (article.pk, None, False)
    thanks = Client().get(response.url)
    assert "waits for approval" in thanks.content.decode()
    assert WORDS not in thanks.content.decode()


def test_what_the_writer_agreed_to_is_stored(article):
    say(consent_text="You may keep it. See our notice.", consent_version=3)
    assert send(article, token=tokens.form_token(article, consent_version=3)).status_code == 303
    assert (only_comment().consent_text, only_comment().consent_version) == ("You may keep it. See our notice.", 3)


def test_what_is_agreed_to_is_asked_again_when_it_has_changed(article):
    say(consent_text="New words.", consent_version=4)
    response = send(article, token=tokens.form_token(article, consent_version=3))
    kept(response, 422)
    assert "New words." in response.content.decode()
    assert not soup(response).select_one("input[name=consent]").has_attr("checked")


def test_the_form_on_the_page_is_taken(article):
    client = Client()
    form = soup(client.get(address(article))).select_one("form.bc-comment-form")
    token = form.select_one("input[name=token]")["value"]
    assert form["action"].partition("#")[0] == address(article)
    assert send(article, token=token, client=client).status_code == 303


def test_our_script_gets_the_thanks_alone(article):
    response = send(article, headers=PART)
    assert response.status_code == 200
    html = response.content.decode()
    assert "waits for approval" in html
    assert "<html" not in html
    assert only_comment().text == WORDS


def test_somebody_at_risk_sees_help_at_once(article, library):
    library(COMMENTS_RISK_WORDS={"en": ["walk into the lake"]})
    say(help_text="Call 01632 960 000, day and night.")
    response = send(article, "I want to walk into the lake tonight and not come back.")
    assert only_comment().is_at_risk
    assert "Call 01632 960 000" in soup(Client().get(response.url)).get_text()
    again = send(article, "I want to walk into the lake tomorrow and not come back.", headers=PART)
    assert "Call 01632 960 000" in soup(again).get_text()
    lasting = soup(again).select_one("[data-bc-comments=thanks]")["data-bc-lasting"]
    assert "Call 01632 960 000" in soup(Client().get(lasting)).get_text()


def test_the_help_is_what_whoever_comes_to_the_thanks_or_the_problem_hears(article, library):
    """A screen reader says the name and the description of what it is put upon."""
    library(COMMENTS_RISK_WORDS={"en": ["walk into the lake"]})
    say(help_text="Call 01632 960 000, day and night.\n<b>Or</b> 116 123.")
    thanks = Client().get(send(article, "I want to walk into the lake tonight.").url)
    refused = send(article, "I want to walk into the lake today.", consent="")
    for response, name in ((thanks, "thanks"), (refused, "problem")):
        page = soup(response)
        place = page.select_one(f"[data-bc-comments={name}]")
        heard = {
            attribute: " ".join(page.find(id=part).get_text(" ", strip=True) for part in place[attribute].split())
            for attribute in ("aria-labelledby", "aria-describedby")
        }
        assert place.has_attr("autofocus")
        assert heard["aria-labelledby"].startswith("If you need somebody now ")
        assert "<b>Or</b>" in heard["aria-describedby"]
        assert [link["href"] for link in place.select("a[href^='tel:']")] == ["tel:01632960000", "tel:116123"]


@pytest.mark.parametrize("text", ["I draw it.", "I want to walk into the lake tonight."])
def test_whoever_waits_is_told_when_somebody_reads(article, library, text):
    library(COMMENTS_RISK_WORDS={"en": ["walk into the lake"]})
    say(next_steps="A nurse reads on Mondays.")
    assert "A nurse reads on Mondays." in soup(send(article, text, headers=PART)).get_text()


def test_help_is_at_the_head_of_the_problem_where_comments_are_paused(article, library):
    library(COMMENTS_RISK_WORDS={"en": ["walk into the lake"]})
    say(is_paused=True, help_text="Call 01632 960 000.")
    said = problem(send(article, "I want to walk into the lake tonight."))
    assert said.startswith("If you need somebody now Call 01632 960 000 . ")
    assert "paused" in said


def test_the_title_says_what_became_of_it(article):
    titles = [
        soup(response).title.get_text()
        for response in (Client().get(address(article)), send(article, consent=""), Client().get(send(article).url))
    ]
    assert titles[0].startswith("Comments on “Staging”")
    assert titles[1].startswith("Error: ")
    assert titles[2].startswith("Thank you")
    assert "Staging" in titles[1]
    assert "Staging" in titles[2]


@pytest.mark.parametrize("headers", [{}, {"X-Requested-With": "beatcancer-comment-form"}], ids=["page", "script"])
@pytest.mark.parametrize("wrong", [{"consent": ""}, {"token": "x"}, {"website": "x"}], ids=["field", "token", "trap"])
def test_somebody_at_risk_sees_help_whatever_is_wrong(article, library, headers, wrong):
    library(COMMENTS_RISK_WORDS={"en": ["walk into the lake"]})
    say(help_text="Call 01632 960 000, day and night.")
    response = send(article, "I want to walk into the lake tonight.", headers=headers, **wrong)
    response = Client().get(response.url) if response.status_code == 303 else response
    assert not Comment.objects.exists()
    assert "Call 01632 960 000" in soup(response).get_text()
    other = send(article, "I want to walk along the lake tonight.", headers=headers, **wrong)
    assert "Call 01632 960 000" not in soup(other).get_text()


def test_a_site_may_publish_at_once(article, library):
    library(COMMENTS_MODERATED=False)
    response = send(article)
    assert only_comment().status == "approved"
    assert "Your comment is on the page now" in Client().get(response.url).content.decode()


def test_only_we_say_thank_you(article):
    ours = send(article).url
    sent = re.search(r"sent=([^#]+)", ours)[1]
    for query in ("?sent=waiting", "?sent=", "?sent=at-risk.1:abc", "?sent=%00"):
        assert "bc-comment-thanks" not in Client().get(address(article, query)).content.decode()
    other = make_article()
    assert "bc-comment-thanks" not in Client().get(address(other, f"?sent={sent}")).content.decode()


def test_a_double_click_sends_once(article):
    token = tokens.form_token(article)
    assert [send(article, token=token).status_code for _click in range(3)] == [303, 303, 303]
    assert only_comment().text == WORDS


def test_a_reply_stands_below_its_comment(article):
    above = make_comment(article)
    assert send(article, parent=above).status_code == 303
    assert Comment.objects.get(text=WORDS).parent == above


# What is not taken, and how the writer hears of it


@pytest.mark.parametrize(
    "token", ["", "x", "1:2:3", "\x00", "1.0.0.key:1xVHCh:forged", "9" * 300], ids=lambda token: token[:8] or "none"
)
def test_forged_token(article, token):
    response = send(article, token=token)
    kept(response, 403)
    fresh = soup(response).select_one("input[name=token]")["value"]
    assert send(article, token=fresh).status_code == 303  # pressing Send once more is all it takes


def test_token_of_another_page(article):
    kept(send(article, token=tokens.form_token(make_article())), 403)


def test_the_thanks_are_no_token(article):
    kept(send(article, token=tokens.outcome_token(article, "waiting")), 403)


def test_too_quick(article, monkeypatch):
    monkeypatch.setattr(tokens, "SHORTEST_WAIT", timedelta(seconds=3))
    token = tokens.form_token(article)
    response = send(article, token=token)
    assert "once more" in kept(response, 422)
    assert soup(response).select_one("input[name=token]")["value"] == token
    response = send(article, token=token, email="no address")
    assert "mend what is marked" in kept(response, 422)  # one thing after the other
    monkeypatch.setattr(tokens, "SHORTEST_WAIT", timedelta(seconds=-1))  # time passes
    assert send(article, token=token).status_code == 303


def test_form_that_has_been_open_for_more_than_a_day(article, monkeypatch):
    above = make_comment(article)
    token = tokens.form_token(article, above)
    with monkeypatch.context() as patch:
        patch.setattr(tokens, "LONGEST_WAIT", timedelta(seconds=-1))
        response = send(article, token=token)
    assert "once more" in kept(response, 410)
    fresh = soup(response).select_one("input[name=token]")["value"]
    assert fresh != token
    assert send(article, token=fresh).status_code == 303
    assert Comment.objects.get(text=WORDS).parent == above


@pytest.mark.parametrize("status", ["pending", "rejected", "spam"])
def test_reply_to_what_readers_do_not_see(article, status):
    kept(send(article, parent=make_comment(article, status=status)), 410)


def test_reply_to_what_is_on_another_page(article):
    kept(send(article, parent=make_comment(make_article())), 410)


def test_reply_to_a_reply(article):
    reply = make_comment(article, parent=make_comment(article))
    kept(send(article, parent=reply), 410)


def test_reply_to_what_has_been_erased_meanwhile_can_be_sent_as_a_comment(article):
    above = make_comment(article)
    token = tokens.form_token(article, above)
    above.delete()
    response = send(article, token=token)
    kept(response, 410)
    fresh = soup(response).select_one("input[name=token]")["value"]
    assert send(article, token=fresh).status_code == 303
    assert only_comment().parent is None


def test_a_robot_that_fills_in_everything_is_thanked_and_not_heard(article):
    response = send(article, website="https://spam.example")
    assert response.status_code == 303
    assert "waits for approval" in Client().get(response.url).content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "\u200b\u2060"),
        ("name", "x" * 61),
        ("name", "www.example.org"),
        ("name", "our TEAM"),
        ("email", "no address"),
        ("email", "a\nb@example.org"),
        ("email", "a\x00@example.org"),
        ("consent", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field(article, field, value):
    response = send(article, **{field: value})
    assert response.status_code == 422
    assert not Comment.objects.exists()
    assert text_in_form(response) == WORDS
    assert soup(response).select_one(f"[name={field}]")["aria-invalid"] == "true"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\u200b",
        "\x00\x01",
        "x" * 2001,
        "See https://a.example and http://b.example",
        "www.a.example www.b.example",
    ],
    ids=["empty", "blank", "unseen", "no text", "too long", "links", "links without a scheme"],
)
def test_text_that_is_not_taken(article, text):
    response = send(article, text)
    assert response.status_code == 422
    assert not Comment.objects.exists()
    assert soup(response).select_one("textarea")["aria-invalid"] == "true"


def test_what_is_too_long_is_kept_whole(article):
    response = send(article, "ß" * 5000)
    assert text_in_form(response) == "ß" * 5000
    assert "3,000 characters too many." in problem(response)
    assert "1 character too many." in problem(send(article, name="x" * 61))


def test_limits_are_settings(article, library):
    library(COMMENTS_MAX_LENGTH=20, COMMENTS_MAX_LINKS=2)
    assert send(article, "x" * 21).status_code == 422
    assert send(article, "x" * 20).status_code == 303
    assert send(article, "www.a.b www.c.d").status_code == 303
    library(COMMENTS_MAX_LINKS=0)
    assert send(article, "www.a.example and words").status_code == 422


def test_a_line_break_counts_as_one_character(article, library):
    library(COMMENTS_MAX_LENGTH=5)
    assert send(article, "ab\r\ncd").status_code == 303
    assert only_comment().text == "ab\ncd"


def test_what_nobody_can_type_is_left_out(article):
    send(article, "One\x00 two\x1b three four five.", name="Wr\x00en\r\nof  Ely")
    assert (only_comment().text, only_comment().name) == ("One two three four five.", "Wren of Ely")


def test_the_same_words_again(article):
    make_comment(article, text=WORDS, text_key=actions.text_key(WORDS))
    response = send(article)
    assert response.status_code == 422
    assert Comment.objects.count() == 1
    assert text_in_form(response) == WORDS


def test_too_many_from_one_network(article, library):
    library(COMMENTS_PER_HOUR=2)
    for number in range(2):
        assert send(article, f"Words of mine, number {number}.", headers={"User-Agent": str(number)}).status_code == 303
    response = send(article)
    kept(response, 429)
    assert response["Retry-After"]
    assert send(article, REMOTE_ADDR="198.51.100.9").status_code == 303


def test_a_header_for_the_address_is_believed_only_if_the_site_says_so(article, library):
    library(COMMENTS_PER_HOUR=1)
    assert send(article, "The first of them.", headers={"X-Forwarded-For": "198.51.100.1"}).status_code == 303
    assert send(article, headers={"X-Forwarded-For": "198.51.100.2"}).status_code == 429
    library(TRUSTED_ADDRESS_HEADER="X-Forwarded-For")
    assert send(article, headers={"X-Forwarded-For": "198.51.100.2"}).status_code == 303


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_form_on_another_site(article, headers):
    assert send(article, headers=headers).status_code == 403
    assert not Comment.objects.exists()


def test_form_from_our_own_pages(article):
    assert send(article, headers={"Origin": "http://testserver"}).status_code == 303


@pytest.mark.parametrize("length", ["9999999", "-1", "x", "1" * 12])
def test_body_that_is_too_large(article, length):
    response = send(article, CONTENT_LENGTH=length)
    assert response.status_code == 413
    assert problem(response)
    assert not Comment.objects.exists()


def test_busy_database_loses_no_word(article, monkeypatch):
    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(visit, "submit", busy)
    response = send(article)
    kept(response, 503)
    assert response["Retry-After"]
    token = soup(response).select_one("input[name=token]")["value"]
    monkeypatch.undo()
    monkeypatch.setattr(tokens, "SHORTEST_WAIT", timedelta(seconds=-1))
    assert send(article, token=token).status_code == 303


def test_our_script_gets_the_form_back_with_the_words(article):
    response = send(article, headers=PART, consent="")
    assert response.status_code == 422
    assert "<html" not in response.content.decode()
    assert text_in_form(response) == WORDS


# Pages that take none


def test_closed_page(article):
    close(article)
    assert "closed" in kept(send(article), 403)


def test_page_below_a_closed_one(article):
    close(home_page())
    kept(send(article), 403)


def test_page_that_closed_meanwhile(article, monkeypatch):
    def closed(*args, **kwargs):
        raise actions.NotOpen("Comments on this page are closed.")

    monkeypatch.setattr(visit, "submit", closed)
    kept(send(article), 403)


def test_paused_site(article):
    say(is_paused=True)
    response = send(article)
    assert "paused" in kept(response, 503)
    assert response["Retry-After"]


def refuses_all(page, client=None):
    client = client or Client()
    assert client.get(address(page)).status_code == 404
    assert client.get(address(page), headers=PART).status_code == 404
    assert send(page, client=client).status_code == 404
    assert not Comment.objects.filter(text=WORDS).exists()


def test_hidden_page(article):
    close(article, state="hidden")
    refuses_all(article)


def test_unpublished_page(article):
    article.unpublish()
    refuses_all(article)


def test_expired_page(article):
    article.unpublish(set_expired=True)
    refuses_all(article)


def test_draft():
    refuses_all(make_article(live=False))


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_private_page(article, kind):
    restrict(article, kind, password="open")
    refuses_all(article)


def test_page_below_a_private_one(article):
    restrict(home_page(), "login")
    refuses_all(article)


def test_page_of_another_site():
    refuses_all(make_article(make_site().root_page))


def test_page_outside_all_sites():
    refuses_all(make_article(home_page().get_parent()))


def test_page_that_takes_no_comments():
    refuses_all(make_plain_page())


@pytest.mark.parametrize("number", ["999999", str(10**30), "0"])
def test_no_such_page(number):
    assert Client().get(f"/comments/{number}/").status_code == 404
    assert Client().post(f"/comments/{number}/").status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods(article, method):
    response = getattr(Client(), method)(address(article))
    assert response.status_code == 405
    assert set(response["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_reading_stores_nothing(article):
    client = Client()
    client.get(address(article), {"token": tokens.form_token(article), "name": "x", "text": WORDS, "consent": "on"})
    client.head(address(article))
    assert not Comment.objects.exists()


# What stays behind


def test_no_cookie_no_session_and_no_vary_on_cookies(article):
    client = Client(enforce_csrf_checks=True)
    answers = [client.get(article.url), client.get(address(article)), client.get(address(article), headers=PART)]
    answers += [send(article, client=client), send(article, client=client, consent="")]
    for response in answers:
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
    assert not client.cookies
    for response in answers[1:]:
        assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
        assert response["X-Robots-Tag"] == "noindex"
        assert "X-Requested-With" in response["Vary"]


def test_who_wrote_is_kept_as_a_keyed_hash_only(article):
    send(article, REMOTE_ADDR="198.51.100.77", headers={"User-Agent": "Firefox of Wren"})
    stored = " ".join(str(value) for value in Comment.objects.values_list()[0])
    assert "198.51.100.77" not in stored
    assert "Firefox" not in stored
    sender = only_comment().sender
    with override_settings(SECRET_KEY=f"another {django_settings.SECRET_KEY}"):
        send(
            article,
            "Quite other words than before.",
            REMOTE_ADDR="198.51.100.77",
            headers={"User-Agent": "Firefox of Wren"},
        )
    assert Comment.objects.exclude(sender=sender).exists()


def test_comment_and_answer_of_one_reader_are_not_connected(article):
    from beatcancer_wagtail.feedback.tokens import page_token
    from beatcancer_wagtail.models import FeedbackAnswer

    client = Client(headers={"User-Agent": "Firefox"})
    send(article, client=client)
    client.post("/was-this-helpful/", {"token": page_token(article), "helpful": "yes", "website": ""})
    answer = FeedbackAnswer.objects.get()
    assert only_comment().sender
    assert answer.sender
    assert not {only_comment().sender[:32], only_comment().sender[32:]} & {answer.sender[:32], answer.sender[32:]}


def test_the_question_below_an_article_still_counts(article):
    client = Client()
    form = soup(client.get(article.url)).select_one("form.bc-feedback")
    token = form.select_one("input[name=token]")["value"]
    assert client.post(form["action"], {"token": token, "helpful": "yes", "website": ""}).status_code == 303


def test_other_words_in_the_same_form_are_kept_and_sent_with_the_next_press(article):
    token = tokens.form_token(article)
    send(article, token=token)
    response = send(article, "Something else came to my mind.", token=token)
    assert response.status_code == 422
    assert soup(response).textarea.text.strip() == "Something else came to my mind."
    fresh = soup(response).select_one("input[name=token]")["value"]
    assert send(article, "Something else came to my mind.", token=fresh).status_code == 303
    assert Comment.objects.count() == 2


def test_words_of_despair_in_a_form_that_was_sent_show_the_help(article):
    token = tokens.form_token(article)
    send(article, token=token)
    assert "emergency number" in send(article, "I want to kill myself.", token=token).content.decode()


def test_the_address_after_sending_does_not_say_that_somebody_is_at_risk(article):
    response = send(article, "I want to kill myself.")
    assert "risk" not in response["Location"]
    assert "emergency number" in Client().get(response["Location"].partition("#")[0]).content.decode()


def test_what_a_database_refuses_is_in_no_report_of_an_error(article, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise DataError("value too long: wren@example.org")

    monkeypatch.setattr(visit, "submit", refuse)
    response = send(article, email="wren@example.org")
    kept(response, 503)
    assert "wren@example.org" not in caplog.text
    assert "DataError" in caplog.text


def test_team_name_is_not_taken_in_other_letters_either(article):
    for name in ("OUR TEAM.", "Our\u200b  team"):
        assert send(article, name=name).status_code == 422
