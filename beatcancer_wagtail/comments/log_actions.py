"""What Wagtail's audit log says about comments. Never the words of a reader."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from beatcancer_wagtail.comments.states import page_states, reasons


class RejectFormatter(LogFormatter):
    label = _("Reject comment")

    def format_message(self, log_entry):
        reason = dict(reasons()).get(log_entry.data.get("reason") or None)
        return _now("Comment rejected: %(reason)s") % {"reason": reason} if reason else _now("Comment rejected")


class SubmitFormatter(LogFormatter):
    label = _("Send comment")

    def format_message(self, log_entry):
        if log_entry.data.get("at_risk"):
            return _now("Comment sent by a reader; somebody may be at risk")
        return _now("Comment sent by a reader")


class ReplyFormatter(LogFormatter):
    label = _("Reply to comment")

    def format_message(self, log_entry):
        number = log_entry.data.get("to")
        return (
            _now("Reply of the team to comment %(number)s") % {"number": number}
            if number
            else _now("Reply of the team")
        )


class RuleFormatter(LogFormatter):
    label = _("Set rule for comments")

    def format_message(self, log_entry):
        said = dict(page_states()).get(log_entry.data.get("state", ""), "")
        return _now("Rule for comments set: %(rule)s") % {"rule": said}


def register(log_registry):
    """For the hook ``register_log_actions``."""
    plain = [
        ("approve", _("Approve comment"), _("Comment approved")),
        ("mark_spam", _("Mark comment as spam"), _("Comment marked as spam")),
        ("redact", _("Shorten comment"), _("Comment shortened: passages cut out")),
        ("erase", _("Erase comment"), _("Comment erased")),
    ]
    for name, label, message in plain:
        log_registry.register_action(f"beatcancer_comments.{name}", label, message)
    formatters = {"submit": SubmitFormatter, "reject": RejectFormatter, "reply": ReplyFormatter, "rule": RuleFormatter}
    for name, formatter in formatters.items():
        log_registry.register_action(f"beatcancer_comments.{name}")(formatter)
