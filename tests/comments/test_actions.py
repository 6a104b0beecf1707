"""The verbs: what each does, logs and tells, and that it is whole or not at all."""

import pytest
from django.apps import apps
from django.utils.crypto import get_random_string
from wagtail.models import ModelLogEntry

from tests.builders import make_article, make_comment, make_library, make_moderator, make_plain_page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, signals
    from beatcancer_wagtail.comments.limits import SameWordsAgain, TooManyComments, forget_senders
    from beatcancer_wagtail.comments.models import Comment, CommentSettings, PageRule
    from beatcancer_wagtail.comments.rules import rule_for

WORDS = "My nurse drew me a small picture, and then I understood it."


def submit(page, text=WORDS, **fields):
    fields = {"name": "Wren", "form_key": get_random_string(32), **fields}
    return actions.submit(page, text=text, **fields)


def logged(comment_id):
    entries = ModelLogEntry.objects.filter(object_id=str(comment_id)).order_by("pk")
    return [entry.action.rpartition(".")[2] for entry in entries]


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Which signals are sent while the block runs: ``with told() as names``."""
    from contextlib import contextmanager

    @contextmanager
    def listen():
        names = []
        receivers = {}
        for name in (name for name in dir(signals) if name.startswith("comment_")):

            def receiver(sender, name=name, **said):
                names.append(name)

            receivers[name] = receiver
            getattr(signals, name).connect(receiver)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                yield names
        finally:
            for name, receiver in receivers.items():
                getattr(signals, name).disconnect(receiver)

    return listen


# Sending


def test_what_is_sent_waits(told):
    with told() as names:
        comment = submit(make_article(), email="wren@example.org", consent_text="You may.", consent_version=3)
    comment.refresh_from_db()
    assert (comment.status, comment.text, comment.is_at_risk) == ("pending", WORDS, False)
    assert (comment.consent_text, comment.consent_version) == ("You may.", 3)
    assert logged(comment.pk) == ["submit"]
    assert names == ["comment_submitted"]


def test_one_form_is_one_comment():
    article = make_article()
    first, again = submit(article, form_key="a"), submit(article, form_key="a")
    assert first.pk == again.pk
    assert Comment.objects.count() == 1


def test_other_words_in_a_form_that_was_sent_are_not_lost():
    article = make_article()
    submit(article, form_key="a")
    with pytest.raises(actions.FormUsedUp):
        submit(article, form_key="a", text="And one more thing.")


def test_words_of_somebody_at_risk_raise_a_flag_with_its_reason(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["cannot bear the evenings"]}}
    comment = submit(make_article(), "I can't sleep. I CANNOT bear\nthe  evenings!")
    assert (comment.is_at_risk, comment.risk_reason) == (True, "cannot bear the evenings")


def test_without_moderation_comments_appear_at_once_but_never_those_of_somebody_at_risk(settings, told):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_MODERATED": False, "COMMENTS_RISK_WORDS": {"en": ["cannot go on"]}}
    with told() as names:
        assert submit(make_article()).status == "approved"
    assert "comment_approved" in names
    assert submit(make_article(), "I cannot go on.").status == "pending"


def test_reply_to_a_reply_stands_beside_it():
    first = make_comment()
    reply = make_comment(parent=first)
    assert submit(first.page.specific, parent=reply).parent_id == first.pk


@pytest.mark.parametrize("state", [{"status": "pending"}, {"status": "spam"}])
def test_nobody_replies_to_what_readers_do_not_see(state):
    hidden = make_comment(**state)
    with pytest.raises(actions.NoSuchComment):
        submit(hidden.page.specific, parent=hidden)


def test_nobody_replies_to_a_comment_of_another_page():
    with pytest.raises(actions.NoSuchComment):
        submit(make_article(), parent=make_comment())


def test_page_that_takes_no_comments():
    with pytest.raises(actions.NotOpen):
        submit(make_plain_page())


# Limits


def test_one_network_writes_so_often_and_others_still_can(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_PER_HOUR": 2}
    article = make_article()
    here, there = "a" * 64, "b" * 64
    for number in range(2):
        submit(article, f"{WORDS} {number}", sender=here)
    with pytest.raises(TooManyComments):
        submit(article, sender="a" * 32 + "c" * 32)  # another browser in the same house
    assert submit(article, sender=there).pk


def test_an_hour_later_the_network_may_write_again(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_PER_HOUR": 1}
    article = make_article()
    make_comment(article, sender="a" * 64, days_ago=1)
    assert submit(article, sender="a" * 64).pk


def test_the_same_words_are_not_taken_again_but_short_thanks_are():
    article = make_article()
    submit(article)
    with pytest.raises(SameWordsAgain):
        submit(article, WORDS.upper().replace(",", "!"))
    submit(article, "Thank you!")
    assert submit(article, "Thank you").pk


def test_what_tells_who_wrote_is_forgotten():
    old = make_comment(sender="a" * 64, text_key="b" * 64, days_ago=3)
    new = make_comment(sender="c" * 64)
    assert forget_senders() == 1
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.sender, old.form_key, old.text_key) == (None, None, "")
    assert new.sender == "c" * 64
    assert forget_senders() == 0


# Pages


def rule(page, state="", days=None):
    PageRule.objects.create(page_id=page.pk, state=state, closes_after_days=days)


def test_page_does_as_the_one_above_unless_it_says_otherwise():
    library = make_library()
    article, other = make_article(library), make_article(library)
    assert rule_for(article).state == "open"
    rule(library, "closed")
    rule(other, "open")
    assert (rule_for(article).state, rule_for(article).from_page) == ("closed", library.pk)
    assert rule_for(other).can_write


def test_comments_close_some_days_after_publication():
    from datetime import timedelta

    from django.utils import timezone

    library = make_library()
    old = make_article(library, published=timezone.now() - timedelta(days=31))
    new = make_article(library, published=timezone.now() - timedelta(days=29))
    kept_open = make_article(library, published=timezone.now() - timedelta(days=31))
    rule(library, days=30)
    rule(kept_open, days=0)
    assert [rule_for(page).can_write for page in (old, new, kept_open)] == [False, True, True]
    assert rule_for(old).can_read
    with pytest.raises(actions.NotOpen, match="closed"):
        submit(old)


def test_pause_holds_for_every_page_of_the_site(default_site):
    article = make_article()
    CommentSettings.objects.create(site=default_site, is_paused=True)
    with pytest.raises(actions.NotOpen, match="paused"):
        submit(article)
    CommentSettings.objects.get().delete()
    assert submit(article).pk


def test_consent_has_a_new_version_when_its_words_change(default_site):
    said = CommentSettings.objects.create(site=default_site, consent_text="You may store it.")
    said.team_name = "Nurses"
    said.save()
    assert said.consent_version == 1
    said.consent_text = "You may store and publish it."
    said.save()
    said.refresh_from_db()
    assert said.consent_version == 2


@pytest.fixture
def default_site():
    from wagtail.models import Site

    return Site.objects.get(is_default_site=True)


# Deciding


@pytest.mark.parametrize(
    ("verb", "status", "signal"),
    [
        ("approve", "approved", "comment_approved"),
        ("reject", "rejected", "comment_rejected"),
        ("mark_spam", "spam", "comment_marked_spam"),
    ],
)
def test_decision_is_kept_with_who_and_when_and_told_once(verb, status, signal, told):
    comment, moderator = make_comment(status="pending"), make_moderator()
    with told() as names:
        assert getattr(actions, verb)(comment, user=moderator)
        assert not getattr(actions, verb)(Comment.objects.get(pk=comment.pk), user=moderator)
    comment.refresh_from_db()
    assert (comment.status, comment.decided_by) == (status, moderator)
    assert comment.decided_at
    assert logged(comment.pk) == [verb]
    assert names == [signal]


def test_reason_is_kept():
    comment = make_comment(status="pending")
    actions.reject(comment, reason="medical")
    comment.refresh_from_db()
    assert (comment.reason, comment.get_reason_display()) == (
        "medical",
        "Gives medical advice, or a claim that may harm",
    )


def test_approval_takes_a_rejection_back():
    comment = make_comment(status="pending")
    actions.reject(comment, reason="unkind")
    actions.approve(comment)
    comment.refresh_from_db()
    assert (comment.status, comment.reason) == ("approved", "")


def test_passages_are_cut_out_wherever_they_stand(told):
    comment = make_comment(name="Wren Miller", text="Call me, Wren Miller, on 0700 900. Wren Miller it is.")
    with told() as names:
        actions.redact(comment, ["Miller", "0700 900"], user=make_moderator())
    comment.refresh_from_db()
    assert comment.name == "Wren […]"
    assert comment.text == "Call me, Wren […], on […]. Wren […] it is."
    assert comment.redacted_at
    assert names == ["comment_redacted"]
    assert "Miller" not in str(list(ModelLogEntry.objects.values()))


def test_a_passage_that_is_not_there_changes_nothing():
    comment = make_comment(text="Only this.")
    with pytest.raises(actions.PassageNotFound) as refused:
        actions.redact(comment, ["Only", "never written"])
    assert refused.value.passage == "never written"
    comment.refresh_from_db()
    assert (comment.text, comment.redacted_at) == ("Only this.", None)
    assert logged(comment.pk) == []


def test_staff_reply_is_there_at_once_below_the_first_comment(told):
    first = make_comment()
    second = make_comment(parent=first)
    with told() as names:
        answer = actions.reply(second, "Thank you both.", user=make_moderator())
    assert (answer.parent, answer.is_staff, answer.status) == (first, True, "approved")
    assert names == ["comment_replied"]


def test_what_is_erased_is_gone(told):
    comment = make_comment(email="wren@example.org")
    with told() as names:
        actions.erase(comment, user=make_moderator())
    assert not Comment.objects.exists()
    assert names == ["comment_erased"]
    assert ModelLogEntry.objects.filter(action="beatcancer_comments.erase").count() == 1


def test_erased_comment_keeps_its_place_for_those_who_replied():
    comment = make_comment(email="wren@example.org", sender="a" * 64, text_key="b" * 64)
    reply = make_comment(parent=comment)
    actions.erase(comment)
    comment.refresh_from_db()
    kept = [comment.name, comment.text, comment.email, comment.email_key, comment.sender, comment.text_key]
    assert kept == ["", "", "", "", None, ""]
    assert Comment.objects.get(pk=reply.pk).parent == comment


def test_what_is_erased_cannot_come_back():
    comment = make_comment()
    make_comment(parent=comment)
    actions.erase(comment)
    actions.reject(comment)
    assert not actions.approve(comment)


def test_nobody_has_to_decide_on_what_is_erased():
    comment = make_comment(status="pending")
    actions.reply(comment, "We have written to you.")
    actions.erase(comment)
    assert not Comment.objects.waiting().exists()


def test_erased_comment_is_neither_shortened_nor_answered():
    comment = make_comment()
    make_comment(parent=comment)
    actions.erase(comment)
    with pytest.raises(actions.NoSuchComment):
        actions.redact(comment, ["x"])
    with pytest.raises(actions.NoSuchComment):
        actions.reply(comment, "Thank you.")


def test_a_reply_that_is_clicked_twice_is_one():
    comment, moderator = make_comment(), make_moderator()
    for _click in range(2):
        actions.reply(comment, "Thank you for writing.", user=moderator)
    assert comment.replies.count() == 1


def test_who_decides_on_an_old_state_changes_nothing():
    comment = make_comment(status="pending")
    seen_before = Comment.objects.get(pk=comment.pk)
    actions.reject(comment)
    assert not actions.approve(seen_before)
    comment.refresh_from_db()
    assert comment.status == "rejected"


# Retention


def test_whoever_writes_tidies_up():
    old = make_comment(sender="a" * 64, days_ago=3)
    submit(make_article())
    old.refresh_from_db()
    assert old.sender is None


def test_what_is_due_for_erasure(settings):
    settings.BEATCANCER_WAGTAIL = {
        "COMMENTS_REFUSED_DAYS": 30, "COMMENTS_WAITING_DAYS": 90, "COMMENTS_KEEP_DAYS": 365,
    }  # fmt: skip
    due = {
        make_comment(status="rejected", days_ago=31),
        make_comment(status="spam", days_ago=31),
        make_comment(status="pending", days_ago=91),
        make_comment(status="approved", days_ago=366),
    }
    make_comment(status="rejected", days_ago=29)
    make_comment(status="pending", days_ago=89)
    make_comment(status="approved", days_ago=364)
    make_comment(status="approved", days_ago=400, is_staff=True)
    assert set(Comment.objects.due()) == due
    settings.BEATCANCER_WAGTAIL = {
        "COMMENTS_REFUSED_DAYS": 0, "COMMENTS_WAITING_DAYS": 0, "COMMENTS_KEEP_DAYS": 0,
    }  # fmt: skip
    assert not Comment.objects.due().exists()
