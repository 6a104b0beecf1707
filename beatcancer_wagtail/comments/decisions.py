"""A moderator's decision on what they have seen: the second of two moderators is told, and changes nothing."""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from beatcancer_wagtail.comments import actions
from beatcancer_wagtail.comments.models import Comment

APPROVE, REJECT, SPAM = "approve", "reject", "spam"


class Decision(NamedTuple):
    """What became of a decision: whether it is new, and the comment as it stands now (None once it is gone)."""

    is_new: bool
    comment: Comment | None


def decide(pk: int, verb: str, *, user, seen: str, reason: str = "") -> Decision:
    """Approve, reject or mark as spam, if the comment is still in the state that the moderator saw."""
    comment = Comment(pk=pk, status=seen)
    if verb == APPROVE:
        is_new = actions.approve(comment, user=user)
    elif verb == REJECT:
        is_new = actions.reject(comment, user=user, reason=reason)
    else:
        is_new = actions.mark_spam(comment, user=user)
    return Decision(is_new, comment if is_new else Comment.objects.filter(pk=pk).first())


def who_decided(comment: Comment) -> str:
    """The name of whoever decided; "" where nobody did."""
    return get_user_display_name(comment.decided_by) if comment.decided_by else ""


def why_not(comment: Comment | None) -> str:
    """What to say to a moderator whose decision came too late."""
    if comment is None or comment.erased_at:
        return _("This comment has been erased in the meantime. Nothing was changed.")
    said = {
        "state": comment.get_status_display(),
        "who": who_decided(comment) or _("somebody"),
        "when": date_format(localtime(comment.decided_at), "SHORT_DATETIME_FORMAT") if comment.decided_at else "–",
    }
    return _("Already decided: %(state)s, by %(who)s (%(when)s). Nothing was changed.") % said


def done(verb: str) -> str:
    """What to say once a decision holds."""
    return {
        APPROVE: _("Approved. Readers see the comment now."),
        REJECT: _("Rejected. Readers do not see the comment."),
        SPAM: _("Marked as spam. Readers do not see the comment."),
    }[verb]
