"""What can be done with a comment. Views, bulk actions and commands all come through here.

Each verb is one transaction, writes Wagtail's audit log, and sends its signal once the change is in the database.
The log says who did what and when; it never holds what a reader wrote.
"""

from datetime import timedelta
from functools import partial

from django.db import IntegrityError, router, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from beatcancer_wagtail.comments import signals
from beatcancer_wagtail.comments.limits import NotTaken, forget_senders, keep_within_limits, text_key
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.personal import email_key
from beatcancer_wagtail.comments.risk import risk_reasons
from beatcancer_wagtail.comments.rules import rule_for, takes_comments
from beatcancer_wagtail.comments.states import APPROVED, PENDING, REJECTED, SPAM
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.reader_posts import when_not_busy

SOME = 100  # rows that are tidied up beside each new one
A_MINUTE = timedelta(minutes=1)
REMOVED = "[…]"


class NotOpen(NotTaken):
    """The page takes no comments now."""


class NoSuchComment(NotTaken):
    """What is replied to is not there, on another page, or not for readers."""

    def __init__(self):
        super().__init__(_("The comment that you reply to is no longer there. You can send yours as a new one."))


class FormUsedUp(NotTaken):
    """The form has been sent before, with other words."""

    def __init__(self):
        super().__init__(
            _("This form has been sent already, with other words. These are still here: please press Send once more.")
        )


class PassageNotFound(ValueError):
    """What is to be cut out of a comment does not stand in it."""

    def __init__(self, passage: str):
        super().__init__(passage)
        self.passage = passage


def submit(
    page, *, name, text, email="", parent=None, form_key, sender=None, consent_text="", consent_version=0, language=""
) -> Comment:
    """Store what a reader wrote, to wait for a moderator; the same form sent twice is one comment.

    Raises ``NotOpen``, ``NoSuchComment``, ``FormUsedUp``, ``TooManyComments`` or ``SameWordsAgain``, all ``NotTaken``.
    """
    rule = rule_for(page)
    if not takes_comments(page) or not rule.can_read or not rule.can_write:
        raise NotOpen(rule.why_not or _("This page takes no comments."))
    reasons = risk_reasons(f"{name}\n{text}")
    forget_senders(SOME)
    comment = Comment(
        page_id=page.pk, parent_id=_parent_of(page, parent), name=name, text=text,
        email=email, email_key=email_key(email) if email else "", language=language,
        status=PENDING if library_settings().COMMENTS_MODERATED or reasons else APPROVED,
        is_at_risk=bool(reasons), risk_reason=", ".join(reasons)[:255],
        consent_text=consent_text, consent_version=consent_version,
        form_key=form_key, sender=sender, text_key=text_key(text),
    )  # fmt: skip
    return when_not_busy(lambda: _store_once(comment), Comment)


def _store_once(comment: Comment) -> Comment:
    if sent := _sent_before(comment):
        return sent
    keep_within_limits(comment)
    comment.pk, comment._state.adding = None, True  # a try before this one may have got further
    try:
        with transaction.atomic(using=router.db_for_write(Comment)):
            comment.save()
            _log(comment, "submit", None, at_risk=comment.is_at_risk)
            if comment.status == APPROVED:
                _send(signals.comment_approved, comment=comment, user=None, was=PENDING)
            _send(signals.comment_submitted, comment=comment, user=None)
    except IntegrityError:  # the second click, at the same moment; or the page is gone, and then there is none
        if sent := _sent_before(comment):
            return sent
        raise
    return comment


def _sent_before(comment: Comment) -> Comment | None:
    """What came with the same form; raises ``FormUsedUp`` if it had other words, which are not to be lost."""
    sent = Comment.objects.filter(form_key=comment.form_key).first()
    if sent and (sent.text, sent.name) != (comment.text, comment.name):
        raise FormUsedUp
    return sent


def _parent_of(page, parent: Comment | None) -> int | None:
    """The comment above: replies to a reply stand beside it, so that there is one level."""
    if parent is None:
        return None
    if parent.page_id != page.pk or parent.status != APPROVED or parent.erased_at:
        raise NoSuchComment
    return parent.parent_id or parent.pk


def approve(comment: Comment, *, user=None) -> bool:
    """Let readers see it. Returns whether that is new, which it is not if somebody has decided since it was loaded."""
    return _decide(comment, APPROVED, "approve", signals.comment_approved, user)


def reject(comment: Comment, *, user=None, reason: str = "") -> bool:
    """Keep it from readers; ``reason`` is one of ``states.reasons()``, for moderators. Returns whether that is new."""
    return _decide(comment, REJECTED, "reject", signals.comment_rejected, user, reason)


def mark_spam(comment: Comment, *, user=None) -> bool:
    """Keep it from readers as spam. Returns whether that is new."""
    return _decide(comment, SPAM, "mark_spam", signals.comment_marked_spam, user)


def _decide(comment: Comment, status: str, verb: str, signal: Signal, user, reason: str = "") -> bool:
    """One statement, and the first: of two moderators at once the second changes nothing, and SQLite lets both wait."""
    was = comment.status
    decided = {"status": status, "decided_at": timezone.now(), "decided_by": user, "reason": reason}
    with transaction.atomic(using=router.db_for_write(Comment)):
        seen = Comment.objects.filter(pk=comment.pk, erased_at=None, status=was).exclude(status=status)
        is_new = bool(seen.update(**decided))
        if is_new:
            comment.refresh_from_db()
            _log(comment, verb, user, **({"reason": reason} if reason else {}))
            _send(signal, comment=comment, user=user, was=was)
    return is_new


def redact(comment: Comment, passages: list[str], *, user=None) -> Comment:
    """Cut passages out of text and name, each wherever it stands; ``PassageNotFound`` if one does not, and then none."""
    with transaction.atomic(using=router.db_for_write(Comment)):
        Comment.objects.filter(pk=comment.pk).update(redacted_at=timezone.now())  # first, so that others wait
        stored = Comment.objects.get(pk=comment.pk)
        if stored.erased_at:
            raise NoSuchComment
        text, name = stored.text, stored.name
        for passage in filter(None, passages):
            if passage not in text and passage not in name:
                raise PassageNotFound(passage)
            text, name = text.replace(passage, REMOVED), name.replace(passage, REMOVED)
        Comment.objects.filter(pk=comment.pk).update(
            text=text, name=name[: Comment._meta.get_field("name").max_length], text_key=""
        )
        comment.refresh_from_db()
        _log(comment, "redact", user, passages=len(passages))
        _send(signals.comment_redacted, comment=comment, user=user)
    return comment


def reply(comment: Comment, text: str, *, user=None) -> Comment:
    """Answer as staff. The reply is for readers at once, below the comment once that is for them too.

    The same words once more within a minute are a second click, and the same reply.
    """
    now, above = timezone.now(), comment.parent_id or comment.pk
    said = Comment.objects.filter(parent_id=above, text=text, is_staff=True, created_at__gt=now - A_MINUTE).first()
    if said:
        return said
    if comment.erased_at:
        raise NoSuchComment
    with transaction.atomic(using=router.db_for_write(Comment)):
        answer = Comment.objects.create(
            page_id=comment.page_id, parent_id=above, name="", text=text, is_staff=True,
            status=APPROVED, created_at=now, decided_at=now, decided_by=user, language=comment.language,
        )  # fmt: skip
        _log(answer, "reply", user, to=comment.pk)
        _send(signals.comment_replied, comment=answer, user=user)
    return answer


def erase(comment: Comment, *, user=None) -> None:
    """Forget what somebody wrote, and who it was. Where others have replied an empty place stays, for their sake."""
    with transaction.atomic(using=router.db_for_write(Comment)):
        comment_id, page_id = comment.pk, comment.page_id
        _log(comment, "erase", user)
        if comment.replies.filter(status__in=(PENDING, APPROVED), erased_at=None).exists():
            Comment.objects.filter(pk=comment_id).update(
                name="", text="", email="", email_key="", consent_text="", consent_version=0, sender=None, form_key=None,
                text_key="", risk_reason="", is_at_risk=False, erased_at=timezone.now(), language="",
                status=REJECTED if comment.status == PENDING else comment.status,  # nobody has to decide on it
            )  # fmt: skip
            comment.refresh_from_db()
        else:
            comment.delete()
        _send(signals.comment_erased, comment_id=comment_id, page_id=page_id, user=user)


def _log(comment: Comment, verb: str, user, **data) -> None:
    log(comment, f"beatcancer_comments.{verb}", user=user, data={"page": comment.page_id, **data})


def _send(signal: Signal, **said) -> None:
    transaction.on_commit(partial(signal.send_robust, Comment, **said), robust=True)
