"""When what readers see of comments changes, the pages are purged from a frontend cache, with the comments' own addresses."""

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.query import PageQuerySet

from beatcancer_wagtail.comments import signals
from beatcancer_wagtail.comments.addresses import address_of_comments
from beatcancer_wagtail.comments.models import PageRule
from beatcancer_wagtail.comments.states import APPROVED
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import public_pages

UID = "beatcancer_comments.purging"
SHOWN_OR_GONE = (
    signals.comment_approved,
    signals.comment_rejected,
    signals.comment_marked_spam,
    signals.comment_redacted,
    signals.comment_replied,
    signals.comment_erased,
)


def connect() -> None:
    """The signals come once the change is there for all to see, or the cache would fetch what it has just dropped."""
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        for signal in SHOWN_OR_GONE:
            signal.connect(comments_changed, dispatch_uid=UID)
        for signal in (post_save, post_delete):
            signal.connect(rule_changed, sender=PageRule, dispatch_uid=UID)


def comments_changed(comment=None, page_id: int | None = None, was: str = APPROVED, **_signal) -> None:
    if comment is not None and APPROVED not in (was, comment.status):
        return  # readers never saw it
    purge(public_pages().filter(pk=comment.page_id if comment is not None else page_id))


def rule_changed(instance: PageRule, **_signal) -> None:
    """It holds for the page and for all below it."""
    path = instance.page.path
    transaction.on_commit(lambda: purge(public_pages().filter(path__startswith=path)), robust=True)


def purge(pages: PageQuerySet) -> None:
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    for page in pages.specific(defer=True).iterator():
        if (place := place_of(page)) and (address := address_of_comments(page)):
            batch.add_page(page)
            batch.add_url(place.full(address))
    batch.purge()
