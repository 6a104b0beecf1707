"""What may become of an import and of each row of it."""

from django.utils.translation import gettext_lazy as _

ARTICLES, BOOKS = "articles", "books"
READING, WAITING, RUNNING, FINISHED, STOPPED = "reading", "waiting", "running", "finished", "stopped"
READ, CREATED, CHANGED, UNCHANGED, REFUSED, LEFT = "read", "created", "changed", "unchanged", "refused", "left"


def kinds():
    return [(ARTICLES, _("Articles")), (BOOKS, _("Books"))]


def run_states():
    return [
        (READING, _("Being read")),
        (WAITING, _("Waits for your confirmation")),
        (RUNNING, _("Running")),
        (FINISHED, _("Finished")),
        (STOPPED, _("Stopped before the end")),
    ]


def row_states():
    return [
        (READ, _("Read, nothing stored yet")),
        (CREATED, _("New draft")),
        (CHANGED, _("New revision of a draft")),
        (UNCHANGED, _("Nothing new")),
        (REFUSED, _("Refused")),
        (LEFT, _("Left out")),
    ]
