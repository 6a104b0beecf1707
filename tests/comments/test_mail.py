"""Mails about comments: who gets which, once, and nothing in them of what somebody wrote."""

import re
from smtplib import SMTPRecipientsRefused

import pytest
from django.apps import apps
from django.core import mail as outgoing
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import get_language
from wagtail.models import Locale, Site

from tests.builders import default_site, make_article, make_comment, make_moderator, restrict

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, mail
    from beatcancer_wagtail.comments.models import Comment, CommentSettings, PageRule

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

ADDRESS = "wren@example.org"
WORDS = "I read this twice and slept better."
DANGER = "I do not know. There is no way out."


@pytest.fixture(autouse=True)
def admin_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://cms.example.org"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs what waits for the end of the transaction."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def moderators():
    return CommentSettings.objects.create(
        site=default_site(), moderators="nurse@example.org\ndesk@example.org", team_name="The nurses of our line"
    )


def waiting(**fields):
    return make_comment(**{"status": "pending", "text": WORDS, "email": ADDRESS, **fields})


def submit(page, text=WORDS, **fields):
    return actions.submit(page, **{"name": "Wren", "text": text, "form_key": "f", "email": ADDRESS, **fields})


def broken(error):
    def send_mail(*args, **kwargs):
        raise error

    return send_mail


def address_kept(comment):
    return Comment.objects.get(pk=comment.pk).email


# To the writer


def test_the_writer_is_told_once_and_the_address_is_gone(committed, moderators):
    comment = waiting()
    with committed():
        actions.approve(comment)
    (message,) = outgoing.outbox
    assert message.to == [ADDRESS]
    assert message.subject == "Your comment has appeared"
    assert f"{comment.page.full_url}#bc-comments" in message.body
    assert "The nurses of our line" in message.body
    assert address_kept(comment) == ""
    assert mail.tell_writer(comment) is False
    assert len(outgoing.outbox) == 1


def test_the_mail_says_nothing_of_what_was_written_nor_where(committed):
    comment = waiting(page=make_article(title="Living with metastasis", slug="p1"), name="Wren")
    with committed():
        actions.approve(comment)
    (message,) = outgoing.outbox
    for private in (WORDS, "Wren", ADDRESS, "metastasis"):
        assert private not in message.subject + message.body


def test_the_mail_is_plain_text(committed):
    with committed():
        actions.approve(waiting())
    assert not outgoing.outbox[0].alternatives
    assert "<" not in outgoing.outbox[0].body


def test_nothing_is_sent_before_the_approval_is_in_the_database(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        actions.approve(waiting())
    assert outgoing.outbox == []
    for callback in callbacks:
        callback()
    assert len(outgoing.outbox) == 1


@pytest.mark.parametrize("verb", ["reject", "mark_spam", "erase"])
def test_nobody_is_told_of_what_does_not_appear(committed, verb):
    comment = waiting()
    with committed():
        getattr(actions, verb)(comment)
    assert outgoing.outbox == []


def test_a_writer_without_an_address_gets_nothing(committed):
    with committed():
        actions.approve(waiting(email=""))
    assert outgoing.outbox == []


def test_a_comment_that_appears_at_once_is_no_exception(settings, committed):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_MODERATED": False}
    with committed():
        comment = submit(make_article())
    assert [message.to for message in outgoing.outbox] == [[ADDRESS]]
    assert address_kept(comment) == ""


@pytest.mark.parametrize("language", ["de", "fr", "ar"])
def test_the_mail_is_in_the_language_that_the_page_had(monkeypatch, language):
    languages = []
    monkeypatch.setattr(mail, "send_mail", lambda *args: languages.append(get_language()))
    mail.tell_writer(make_comment(email=ADDRESS, language=language))
    assert languages == [language]
    assert get_language() == "en"


def test_a_comment_without_a_language_follows_its_page(settings, monkeypatch):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    languages = []
    monkeypatch.setattr(mail, "send_mail", lambda *args: languages.append(get_language()))
    german = Locale.objects.create(language_code="de")
    page = make_article()
    page.locale = german
    page.save()
    mail.tell_writer(make_comment(page, email=ADDRESS))
    assert languages == ["de"]


@pytest.mark.parametrize("hidden", ["unpublished", "private", "hidden"])
def test_the_mail_waits_while_nobody_can_read_the_comment(committed, hidden):
    page = make_article()
    comment = waiting(page=page)
    if hidden == "unpublished":
        page.unpublish()
    elif hidden == "private":
        restriction = restrict(page)
    else:
        rule = PageRule.objects.create(page_id=page.pk, state="hidden")
    with committed():
        actions.approve(comment)
    assert outgoing.outbox == []
    assert address_kept(comment) == ADDRESS

    if hidden == "unpublished":
        page.save_revision().publish()
    elif hidden == "private":
        restriction.delete()
    else:
        rule.delete()
    assert mail.tell_waiting_writers() == 1


def test_a_reply_below_a_comment_that_was_taken_away_waits():
    above = make_comment()
    reply = make_comment(parent=above, email=ADDRESS)
    actions.reject(above)
    assert mail.tell_writer(reply) is False
    assert address_kept(reply) == ADDRESS


# When a mail server fails

FAILURES = [
    SMTPRecipientsRefused({ADDRESS: (550, f"no such user {ADDRESS}".encode())}),
    TimeoutError("smtp.example.org"),
    ValueError(f"bad address {ADDRESS}"),
    ImproperlyConfigured(ADDRESS),
]


@pytest.mark.parametrize("error", FAILURES)
def test_a_failure_stops_nothing_keeps_the_address_and_logs_neither_address_nor_words(
    committed, monkeypatch, caplog, error
):
    monkeypatch.setattr(mail, "send_mail", broken(error))
    comment = waiting()
    with committed():
        assert actions.approve(comment)
    assert Comment.objects.get(pk=comment.pk).status == "approved"
    assert address_kept(comment) == ADDRESS
    (record,) = caplog.records
    assert f"Comment {comment.pk}" in record.getMessage()
    assert type(error).__name__ in record.getMessage()
    for private in (ADDRESS, "wren", WORDS):
        assert private not in caplog.text


def test_what_failed_is_tried_again(committed, monkeypatch):
    comment = waiting()
    with monkeypatch.context() as patched, committed():
        patched.setattr(mail, "send_mail", broken(OSError()))
        actions.approve(comment)
    assert mail.tell_waiting_writers() == 1
    assert [message.to for message in outgoing.outbox] == [[ADDRESS]]
    assert address_kept(comment) == ""


def test_a_process_that_is_stopped_while_it_sends_keeps_the_address(monkeypatch):
    comment = make_comment(email=ADDRESS)
    monkeypatch.setattr(mail, "send_mail", broken(SystemExit()))
    with pytest.raises(SystemExit):
        mail.tell_writer(comment)
    assert address_kept(comment) == ADDRESS


def test_two_processes_send_one_mail(monkeypatch):
    """While the first one sends, the second finds no address."""
    comment = make_comment(email=ADDRESS)
    seconds = []
    sent = mail.send_mail

    def send_mail(*args):
        seconds.append(mail.tell_writer(comment))
        return sent(*args)

    monkeypatch.setattr(mail, "send_mail", send_mail)
    assert mail.tell_writer(comment) is True
    assert seconds == [False]
    assert len(outgoing.outbox) == 1


def test_a_comment_erased_meanwhile_does_not_get_its_address_back(monkeypatch):
    comment = make_comment(email=ADDRESS)
    make_comment(parent=comment)

    def send_mail(*args):
        actions.erase(comment)
        raise OSError

    monkeypatch.setattr(mail, "send_mail", send_mail)
    mail.tell_writer(Comment.objects.get(pk=comment.pk))
    assert address_kept(comment) == ""


# To moderators


def test_moderators_are_told_at_once_of_somebody_at_risk(client, committed, moderators):
    Site.objects.update(site_name="Robin House")
    page = make_article(title="Staging")
    with committed():
        comment = submit(page, DANGER)
    (message,) = outgoing.outbox
    assert message.to == ["nurse@example.org", "desk@example.org"]
    assert message.subject == "Robin House: Somebody may be at risk"
    assert "Page: Staging" in message.body
    (link,) = re.findall(r"https://cms\.example\.org(\S+)", message.body)
    client.force_login(make_moderator())
    response = client.get(link)
    assert response.status_code == 200
    assert DANGER in response.content.decode()
    assert comment.is_at_risk


def test_the_alert_holds_neither_the_words_nor_the_phrase_nor_the_person(committed, moderators):
    with committed():
        submit(make_article(), DANGER)
    (message,) = outgoing.outbox
    for private in (DANGER, "no way out", "Wren", ADDRESS):
        assert private not in message.subject + message.body


def test_nobody_is_disturbed_for_a_comment_without_risk(committed, moderators):
    with committed():
        submit(make_article())
    assert outgoing.outbox == []


def test_a_double_click_alerts_once(committed, moderators):
    page = make_article()
    with committed():
        submit(page, DANGER)
        submit(page, DANGER)
    assert len(outgoing.outbox) == 1


def test_an_alert_for_nobody_is_said_in_the_log(committed, caplog):
    with committed():
        comment = submit(make_article(), DANGER)
    assert outgoing.outbox == []
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert f"Comment {comment.pk}" in record.getMessage()
    assert "no way out" not in caplog.text


def test_an_alert_that_fails_does_not_lose_the_comment(committed, moderators, monkeypatch, caplog):
    monkeypatch.setattr(mail, "send_mail", broken(FAILURES[0]))
    with committed():
        comment = submit(make_article(), DANGER)
    assert Comment.objects.get().pk == comment.pk
    assert ADDRESS not in caplog.text
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_title_with_a_line_break_breaks_no_header(committed, moderators):
    Site.objects.update(site_name="Robin\nBcc: all@example.org")
    with committed():
        submit(make_article(), DANGER)
    (message,) = outgoing.outbox
    assert message.recipients() == ["nurse@example.org", "desk@example.org"]
    assert "\n" not in message.subject
