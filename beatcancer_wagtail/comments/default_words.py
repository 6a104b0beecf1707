"""What readers are told where the organisation has said nothing, in the active language."""

from django.utils.functional import lazystr
from django.utils.translation import gettext as _


def team_name() -> str:
    return _("Our team")


def next_steps() -> str:
    return _(
        "A person reads your comment before anybody else sees it. That may take a few days. We do not publish everything."
    )


def consent_text() -> str:
    return _("You may store my comment and publish it on this page. I can ask you to remove it at any time.")


def help_text() -> str:
    return _(
        "If you or somebody near you is in danger now, call your emergency number: 112 in Europe, 999 in the"
        " United Kingdom, 911 in North America, 000 in Australia.\n"
        "If you are thinking of ending your life, please talk to somebody now: your doctor, a crisis line, or a"
        " person you trust. You do not have to be alone with it."
    )


def explained(explanation, default):
    """``explanation`` of a field, and what readers see while it is empty; asked for when the form is shown."""
    return lazystr(_Explained(explanation, default))


class _Explained:
    def __init__(self, explanation, default):
        self.explanation, self.default = explanation, default

    def __str__(self):
        left_empty = _("If it is empty, readers see: “%(words)s”") % {"words": " ".join(self.default().split())}
        return f"{self.explanation} {left_empty}"
