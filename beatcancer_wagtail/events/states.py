"""Whether an event takes place, and how people attend it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SCHEDULED, CANCELLED, POSTPONED, MOVED_ONLINE = "scheduled", "cancelled", "postponed", "moved_online"
IN_PERSON, ONLINE, MIXED = "in_person", "online", "mixed"

OFF = (CANCELLED, POSTPONED)  # nobody should travel

STATUS_WORDS = {
    SCHEDULED: _("Takes place as planned"),
    CANCELLED: pgettext_lazy("of an event", "Cancelled"),
    POSTPONED: _("Postponed"),
    MOVED_ONLINE: _("Moved online"),
}
MODE_WORDS = {
    IN_PERSON: pgettext_lazy("how people attend", "In person"),
    ONLINE: pgettext_lazy("how people attend", "Online"),
    MIXED: pgettext_lazy("how people attend", "In person and online"),
}


def status_choices():
    """A function, so that new words or languages never make a migration in a site that wears the mixin."""
    return list(STATUS_WORDS.items())


def date_status_choices():
    """See :func:`status_choices`. A date without a status of its own has that of its event."""
    return [(key, words) for key, words in STATUS_WORDS.items() if key != SCHEDULED]


def mode_choices():
    """See :func:`status_choices`."""
    return list(MODE_WORDS.items())
