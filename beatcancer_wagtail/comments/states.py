"""What may become of a comment, and what a page may do with comments."""

from django.utils.translation import gettext_lazy as _

PENDING, APPROVED, REJECTED, SPAM = "pending", "approved", "rejected", "spam"
INHERITED, OPEN, CLOSED, HIDDEN = "", "open", "closed", "hidden"


def statuses():
    return [
        (PENDING, _("Waiting")),
        (APPROVED, _("Approved")),
        (REJECTED, _("Rejected")),
        (SPAM, _("Spam")),
    ]


def reasons():
    """Why a comment is rejected; for the moderators, never for readers."""
    return [
        ("", _("No reason given")),
        ("personal", _("Names or shows somebody else")),
        ("contact", _("Holds a telephone number, an address or an e-mail address")),
        ("medical", _("Gives medical advice, or a claim that may harm")),
        ("unkind", _("Unkind or insulting")),
        ("advertising", _("Advertises something")),
        ("off-topic", _("Belongs elsewhere")),
        ("at-risk", _("Somebody at risk: we have answered in another way")),
        ("other", _("Another reason")),
    ]


def page_states():
    return [
        (INHERITED, _("As the page above")),
        (OPEN, _("Open: readers can read and write")),
        (CLOSED, _("Closed: readers can read, and no longer write")),
        (HIDDEN, _("Hidden: there are no comments for readers")),
    ]
