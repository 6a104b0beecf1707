"""The second pass: links to pages that were imported after the page that holds the link."""

from django.db import transaction
from wagtail.models import Page, Revision

from beatcancer_wagtail.importer.models import ImportedPage
from beatcancer_wagtail.importer.writer.links import KEYS, by_any_key, link_pages

CHUNK = 500


def link_imported_pages(user=None, *, is_trusted: bool = False) -> dict[int, list[str]]:
    """Lead every link that waited for a page to that page, now that it is there.

    The ids of the pages whose draft has changed, each with its links that led to a place within another page.

    Drafts that ``user`` may not edit wait on, unless ``is_trusted``: then nobody is asked for permission.

    One reading of what is remembered, for a whole import; then only the pages that a link waited in.
    """
    pages = by_any_key(ImportedPage.objects.values_list(*KEYS, "page_id"))
    waiting = [
        pk
        for pk, awaited in ImportedPage.objects.values_list("pk", "awaited").iterator(chunk_size=CHUNK)
        if any(key in pages for key in awaited)
    ]
    led = {}
    for pk in waiting:
        led |= _link(pk, user, is_trusted)
    return led


def _link(pk: int, user, is_trusted: bool) -> dict[int, list[str]]:
    with transaction.atomic():
        known = ImportedPage.objects.select_for_update().filter(pk=pk).first()
        if known is None:
            return {}
        page = known.page.specific
        may_edit = is_trusted or user is None or page.permissions_for_user(user).can_edit()
        if not may_edit or page.get_lock() is not None or page.workflow_in_progress:
            return {}  # another time: the links still wait
        latest = page.get_latest_revision_as_object()
        body, awaited, inexact = link_pages(latest.body, known.name, known.address, but=page.pk)
        changed = body is not latest.body
        if changed:
            latest.body = body
            is_edited = page.latest_revision_id != known.revision_id
            revision = latest.save_revision(
                user=user, log_action=True, clean=False, overwrite_revision=_unfinished(page, known, user, is_edited)
            )
            if not is_edited:
                known.revision = revision
        known.awaited = awaited
        known.save(update_fields=["awaited", "revision"])
        return {page.pk: inexact} if changed else {}


def _unfinished(page: Page, known: ImportedPage, user, is_edited: bool) -> Revision | None:
    """The import's own version, which its links complete. An editor's, or a published one, gets a version above it."""
    if is_edited or page.live or known.revision is None:
        return None
    return known.revision if known.revision.user_id == (user and user.pk) else None
