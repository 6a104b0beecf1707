"""The commands that a site runs every day, and those for somebody who asks for their comments."""

import json
import stat
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core import mail as outgoing
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, Site

from tests.builders import default_site, make_article, make_comment, make_site

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments.models import Comment, CommentSettings
    from beatcancer_wagtail.comments.personal import email_key

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

ADDRESS = "wren@example.org"


def run(name, **options):
    out, err = StringIO(), StringIO()
    call_command(name, stdout=out, stderr=err, **options)
    return out.getvalue() + err.getvalue()


def by(address, **fields):
    return make_comment(**{"email_key": email_key(address), **fields})


def there(*comments):
    """Which of the comments are still stored with their words."""
    ids = [comment.pk for comment in comments]
    return [pk in set(Comment.objects.filter(erased_at=None).values_list("pk", flat=True)) for pk in ids]


def named_moderators(*addresses, site=None):
    return CommentSettings.objects.create(site=site or default_site(), moderators="\n".join(addresses))


# erase_comments


def test_one_persons_comments_are_erased_and_nobody_elses():
    own, other, unknown = by(ADDRESS), by("robin@example.org"), make_comment()
    assert run("erase_comments", email="Wren@example.org") == "1 comment was erased.\n"
    assert there(own, other, unknown) == [False, True, True]


def test_old_comments_are_erased_replies_of_the_team_too():
    page = make_article()
    old, new = make_comment(page, days_ago=400), make_comment(page, days_ago=200)
    reply = make_comment(page, parent=old, is_staff=True, days_ago=399)
    assert run("erase_comments", older_than=365) == "2 comments were erased.\n"
    assert there(old, reply, new) == [False, False, True]
    assert Comment.objects.count() == 1  # and no empty place stays


def test_both_means_old_ones_of_one_person():
    old, new, other = by(ADDRESS, days_ago=400), by(ADDRESS), make_comment(days_ago=400)
    run("erase_comments", email=ADDRESS, older_than=365)
    assert there(old, new, other) == [False, True, True]


def test_a_dry_run_only_counts():
    comments = [by(ADDRESS), by(ADDRESS)]
    assert run("erase_comments", email=ADDRESS, dry_run=True) == "2 comments would be erased.\n"
    assert there(*comments) == [True, True]
    assert not ModelLogEntry.objects.filter(action="beatcancer_comments.erase").exists()


def test_each_erasure_stands_in_the_audit_log_without_words_or_address():
    comment = by(ADDRESS, text="Not to be remembered")
    pk = str(comment.pk)
    run("erase_comments", email=ADDRESS)
    (entry,) = ModelLogEntry.objects.filter(action="beatcancer_comments.erase")
    assert entry.object_id == pk
    assert "remembered" not in f"{entry.label} {entry.data}"
    assert "wren" not in f"{entry.label} {entry.data}"
    assert registry.action_exists("beatcancer_comments.erase")


def test_a_comment_that_others_have_replied_to_leaves_an_empty_place():
    page = make_article()
    own = by(ADDRESS, page=page, text="My words")
    reply = make_comment(page, parent=own, text="Thank you, Wren")
    run("erase_comments", email=ADDRESS)
    own.refresh_from_db()
    assert (own.text, own.name, own.email_key) == ("", "", "")
    assert own.erased_at
    assert there(reply) == [True]
    assert run("erase_comments", email=ADDRESS) == "0 comments were erased.\n"


@pytest.mark.parametrize("options", [{}, {"email": "wren"}, {"email": ""}, {"older_than": -1}, {"dry_run": True}])
def test_without_a_choice_nothing_is_erased(options):
    comment = make_comment(days_ago=1000)
    with pytest.raises(CommandError):
        run("erase_comments", **options)
    assert there(comment) == [True]


def test_the_address_is_not_repeated_and_may_be_asked_for(monkeypatch):
    own = by(ADDRESS)
    monkeypatch.setattr("getpass.getpass", lambda question: ADDRESS)
    assert "wren" not in run("erase_comments", email="-")
    assert there(own) == [False]


# export_comments


def test_an_export_is_json_with_what_was_agreed_to():
    by(ADDRESS, text="Grüße, نعم", consent_text="Keep it.", consent_version=2)
    by("robin@example.org", text="Not mine")
    text = run("export_comments", email=ADDRESS)
    (comment,) = json.loads(text)["comments"]
    assert (comment["text"], comment["consent_text"], comment["consent_version"]) == ("Grüße, نعم", "Keep it.", 2)


def test_an_export_goes_to_a_new_file_that_nobody_else_can_read(tmp_path):
    by(ADDRESS, text="Mine")
    file = tmp_path / "wren.json"
    assert run("export_comments", email=ADDRESS, output=str(file)) == ""
    assert json.loads(file.read_text("utf-8"))["comments"][0]["text"] == "Mine"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(CommandError, match="already"):
        run("export_comments", email=ADDRESS, output=str(file))


def test_somebody_unknown_gets_an_empty_export():
    assert json.loads(run("export_comments", email="nobody@example.org"))["comments"] == []


def test_an_export_needs_a_whole_address_and_a_place(tmp_path):
    for options in ({"email": "wren"}, {"email": ADDRESS, "output": str(tmp_path / "no" / "wren.json")}):
        with pytest.raises(CommandError):
            run("export_comments", **options)


# prune_comments


def test_what_was_kept_long_enough_goes():
    page = make_article()
    gone = [
        make_comment(page, status="pending", days_ago=181),
        make_comment(page, status="rejected", days_ago=40, decided_at=timezone.now() - timedelta(days=31)),
        make_comment(page, status="spam", days_ago=40, decided_at=timezone.now() - timedelta(days=31)),
    ]
    kept = [
        make_comment(page, status="pending", days_ago=179),
        make_comment(page, status="rejected", days_ago=40, decided_at=timezone.now() - timedelta(days=29)),
        make_comment(page, status="approved", days_ago=4000),
    ]
    assert "3 comments were erased." in run("prune_comments")
    assert there(*gone) == [False] * 3
    assert there(*kept) == [True] * 3
    assert "0 comments were erased." in run("prune_comments")


def test_a_site_may_let_approved_comments_go_too(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_KEEP_DAYS": 365}
    old, new = make_comment(days_ago=366), make_comment(days_ago=364)
    run("prune_comments")
    assert there(old, new) == [False, True]


def test_what_could_tell_who_wrote_is_forgotten():
    old = make_comment(days_ago=3, sender="a" * 64, form_key="old")
    new = make_comment(days_ago=1, sender="b" * 64, form_key="new")
    assert "1 comment is anonymous now." in run("prune_comments")
    for comment in (old, new):
        comment.refresh_from_db()
    assert (old.sender, old.form_key) == (None, None)
    assert (new.sender, new.form_key) == ("b" * 64, "new")


def test_a_mail_that_failed_is_sent_the_next_day():
    comment = make_comment(email=ADDRESS, days_ago=1, decided_at=timezone.now())
    assert "1 writer was told." in run("prune_comments")
    comment.refresh_from_db()
    assert [message.to for message in outgoing.outbox] == [[ADDRESS]]
    assert comment.email == ""
    assert "0 writers were told." in run("prune_comments")


@pytest.mark.parametrize("status", ["approved", "rejected", "spam"])
def test_an_address_is_not_kept_for_longer_than_a_week_after_the_decision(settings, monkeypatch, status):
    monkeypatch.setattr("beatcancer_wagtail.comments.mail.send_mail", failing)
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_REFUSED_DAYS": 0}
    old = make_comment(status=status, email=ADDRESS, days_ago=9, decided_at=timezone.now() - timedelta(days=8))
    new = make_comment(status=status, email=ADDRESS, days_ago=9, decided_at=timezone.now() - timedelta(days=6))
    assert "1 e-mail address was erased." in run("prune_comments")
    for comment in (old, new):
        comment.refresh_from_db()
    assert (old.email, new.email) == ("", ADDRESS)


def failing(*args, **kwargs):
    raise OSError


# send_comment_digest


def test_the_moderators_of_each_site_are_told_how_many_wait_there():
    named_moderators("nurse@example.org", "desk@example.org")
    other = make_site()
    named_moderators("other@example.org", site=other)
    for number in range(3):
        make_comment(status="pending", at_risk=number == 0)
    make_comment(make_article(other.root_page), status="pending")
    make_comment(status="approved")

    assert run("send_comment_digest") == "2 digests were sent.\n"
    first, second = sorted(outgoing.outbox, key=lambda message: -len(message.to))
    assert first.to == ["nurse@example.org", "desk@example.org"]
    assert "3 comments wait." in first.body
    assert "1 of them may come from somebody at risk." in first.body
    assert second.to == ["other@example.org"]
    assert "1 comment waits." in second.body
    assert "at risk" not in second.body


def test_no_digest_where_nothing_waits():
    named_moderators("nurse@example.org")
    make_comment(status="approved")
    assert run("send_comment_digest") == "0 digests were sent.\n"
    assert outgoing.outbox == []


def test_a_site_whose_settings_name_nobody_is_pointed_out():
    make_comment(status="pending")
    assert "name no moderator" in run("send_comment_digest")
    assert outgoing.outbox == []


def test_a_digest_that_fails_fails_the_command(monkeypatch):
    named_moderators("nurse@example.org")
    make_comment(status="pending")
    monkeypatch.setattr("beatcancer_wagtail.comments.mail.send_mail", failing)
    with pytest.raises(CommandError, match="could not be sent"):
        run("send_comment_digest")


def test_a_digest_leads_into_the_admin_and_says_nothing_of_what_was_written(settings, client, admin_user):
    settings.WAGTAILADMIN_BASE_URL = "https://cms.example.org"
    Site.objects.update(site_name="Robin House")
    named_moderators("nurse@example.org")
    make_comment(make_article(title="Staging"), status="pending", name="Wren", text="My own words", email=ADDRESS)
    run("send_comment_digest")
    (message,) = outgoing.outbox
    (link,) = [line for line in message.body.splitlines() if line.startswith("https://")]
    client.force_login(admin_user)
    assert client.get(link.removeprefix("https://cms.example.org")).status_code == 200
    assert message.subject == "Robin House: Comments wait for you"
    for private in ("Wren", "own words", ADDRESS, "wren"):
        assert private not in message.subject + message.body
