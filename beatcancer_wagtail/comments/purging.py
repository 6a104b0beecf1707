"""When the comments that readers see change, their page is purged from a frontend cache, with their own address."""

from django.apps import apps

from beatcancer_wagtail.comments import signals
from beatcancer_wagtail.comments.addresses import address_of_comments
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


def comments_changed(comment=None, page_id: int | None = None, **_signal) -> None:
    purge(comment.page_id if comment is not None else page_id)


def purge(page_id: int | None) -> None:
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    page = public_pages().filter(pk=page_id).first()
    if page is None:
        return
    page, batch = page.specific, PurgeBatch()
    batch.add_page(page)
    if (place := place_of(page)) and (address := address_of_comments(page)):
        batch.add_url(place.full(address))
    batch.purge()
