"""An import, row by row: each page is read, and then stored in a transaction of its own."""

import contextlib

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.writer.article_class import NoArticleHere, article_model_below
from beatcancer_wagtail.importer.writer.articles import (
    Article,
    Refused,
    Written,
    draft_over,
    find_known,
    find_pictures,
    plan_article,
    write_article,
)
from beatcancer_wagtail.importer.writer.keys import file_key
from beatcancer_wagtail.importer.writer.kinds import TEXT, block_for
from beatcancer_wagtail.importer.writer.link_pass import link_imported_pages
from beatcancer_wagtail.importer.writer.linked_drafts import note_linked_drafts
from beatcancer_wagtail.importer.writer.links import inexact_told
from beatcancer_wagtail.importer.writer.network import Fetcher
from beatcancer_wagtail.importer.writer.parents import NoSuchPage, find_parent, why_not_below
from beatcancer_wagtail.importer.writer.picture_places import PicturePlace
from beatcancer_wagtail.importer.writer.pictures import Gallery
from beatcancer_wagtail.importer.writer.reading import (
    Found,
    Unreadable,
    add_to_report,
    document_from,
    look_at,
    tell_coverage,
)
from beatcancer_wagtail.importer.writer.rich_text import features_of
from beatcancer_wagtail.importer.writer.stream import NoPlaceForText
from beatcancer_wagtail.importer.writer.twins import twin_told

__all__ = ["finish_run", "import_row", "read_row", "store_row", "why_not_below"]

KNOWN_AS, OPTIONS, PLANNED = "known_as", "options", "planned"
REFUSALS = (Unreadable, Refused, NoArticleHere, NoSuchPage, NoPlaceForText)


def read_row(
    row: ImportRow,
    *,
    data: bytes | None = None,
    place: PicturePlace | None = None,
    save: bool = True,
    is_trusted: bool = False,
) -> None:
    """Read the page of ``row`` and say what would become of it; a page that cannot be read is refused. Never raises.

    ``is_trusted``: whoever began the import is not asked for permission, for a command does this.
    """
    try:
        found = _read(row, data)
        article = _article_of(row)
        plan = plan_article(
            article,
            parent=_parent_of(row),
            user=None if is_trusted else row.run.started_by,
            gallery=Gallery(place, is_command=is_trusted),
            apart=_is_apart(row, article),
        )
        _tell(row, found, plan)
        row.report[PLANNED] = plan.state
    except REFUSALS as error:
        _refuse(row, str(error))
    if save:
        _save_unless_settled(row, document__isnull=True)


def import_row(
    row: ImportRow, *, data: bytes, user, place: PicturePlace | None = None, fetcher: Fetcher | None = None
) -> None:
    """Read the page of ``row`` and store it at once, as a command does that asks nobody: its draft is made only once.

    The row comes into the database with its page, or with the reason why there is none.
    """
    try:
        found = _read(row, data)
    except REFUSALS as error:
        _refuse(row, str(error))
        row.save()
        return
    _store_now(row, user, Gallery(place, fetcher, is_command=True), is_trusted=True, read=found)


def store_row(row: ImportRow, *, user, place: PicturePlace | None = None) -> None:
    """Store what :func:`read_row` read, unless another process has done so. Page and row are stored together, or neither."""
    if row.state == states.READ and row.document:
        _store_now(row, user, Gallery(place))


def _read(row: ImportRow, data: bytes | None) -> Found:
    options = {"name": row.source, **row.run.options, **row.report.get(OPTIONS, {})}
    kept = {name: row.report[name] for name in (OPTIONS, KNOWN_AS) if name in row.report}
    features = _features_below(_parent_of(row))
    data = row.source_data if data is None else data
    document, found = document_from(data, options, features, alone=_is_alone(row))
    row.document, row.report = document, {**kept, **found.report}
    row.title, row.address = document.get("title", "")[:255], found.address or document.get("address") or ""
    return found


def _tell(row: ImportRow, found: Found, written: Written) -> None:
    """What was read, against the draft that it became or would become."""
    draft = written.draft or draft_over(_article_of(row), written.page.specific.get_latest_revision_as_object())
    tell_coverage(row, found, draft)
    add_to_report(row, written)
    if written.state == states.CREATED and (twin := twin_told(row, _parent_of(row))):
        look_at(row, twin)


def _store_now(row: ImportRow, user, gallery: Gallery, *, is_trusted: bool = False, read: Found | None = None) -> None:
    try:
        _store(row, user, gallery, is_trusted, read)
    except IntegrityError:  # another import has stored the same page in this very moment: it is known now
        _store(row, user, gallery, is_trusted, read)


def _store(row: ImportRow, user, gallery: Gallery, is_trusted: bool, read: Found | None) -> None:
    article = _article_of(row)
    before = row.state, row.page_id, row.document, row.pk
    try:
        found = find_pictures(article, gallery, apart=_is_apart(row, article))
        with transaction.atomic():
            if row.pk and not ImportRow.objects.filter(pk=row.pk, state=states.READ).update(state=states.READ):
                row.refresh_from_db()
                return
            written = write_article(
                article,
                parent=_parent_of(row),
                user=user,
                gallery=gallery,
                apart=_is_apart(row, article),
                is_trusted=is_trusted,
                found=found,
            )
            _settle(row, written, read)
    except REFUSALS as error:
        _refuse(row, str(error))
        _save_unless_settled(row)
    except BaseException:  # nothing of it is stored, also where the database says so at the very end
        row.state, row.page_id, row.document, row.pk = before
        raise
    finally:
        gallery.close()


def _save_unless_settled(row: ImportRow, **expected) -> None:
    """What was done beside this meanwhile, by another process or the editor, stays."""
    if row.pk is None:
        row.document = None
        row.save()
        return
    fields = ("state", "reason", "needs_look", "document", "report", "title", "address")
    fields += ("coverage", "words_found", "words_stored")
    unsettled = ImportRow.objects.filter(pk=row.pk, state=states.READ, **expected)
    if not unsettled.update(**{name: getattr(row, name) for name in fields}):
        with contextlib.suppress(ImportRow.DoesNotExist):
            row.refresh_from_db()


def _settle(row: ImportRow, written: Written, read: Found | None) -> None:
    """``read``: what was read just now, where no preview has told of it."""
    row.state, row.page_id = written.state, written.page.pk
    if read is None:
        add_to_report(row, written)
    else:
        _tell(row, read, written)
    row.document = row.document if row.pk else None  # its file is still there, and the report is what is kept
    row.save()


def finish_run(run: ImportRun, *, is_trusted: bool = False) -> None:
    """The second pass of links; the import is over."""
    _note_inexact(run, link_imported_pages(run.started_by, is_trusted=is_trusted))
    note_linked_drafts(run)
    run.state, run.finished_at = states.FINISHED, timezone.now()
    ended = {"state": run.state, "finished_at": run.finished_at}
    ImportRun.objects.filter(pk=run.pk).exclude(state=states.STOPPED).update(**ended)  # it may be thrown away by now


def _note_inexact(run: ImportRun, linked: dict[int, list[str]]) -> None:
    """In the report: links to a place within a page that came after theirs."""
    inexact = {pk: links for pk, links in linked.items() if links}
    for row in run.rows.filter(page_id__in=inexact).only("page_id", "report") if inexact else ():
        row.report["notes"] = [*row.report.get("notes", []), inexact_told(inexact[row.page_id])]
        row.save(update_fields=["report"])


def _refuse(row: ImportRow, reason: str) -> None:
    row.state, row.reason, row.needs_look = states.REFUSED, reason, False


def _parent_of(row: ImportRow):
    """The page that the mapping names for this one, else that of the import; looked up once for an import."""
    name = row.report.get(OPTIONS, {}).get("parent") or ""
    known = row.run.__dict__.setdefault("_parents", {})
    if name not in known:
        known[name] = find_parent(name) if name else row.run.parent
    if known[name] is None:
        raise Refused(_("The page that the drafts should stand below is gone."))
    return known[name]


def _features_below(parent) -> frozenset[str]:
    body = article_model_below(parent.specific_deferred)._meta.get_field("body").stream_block
    text = block_for(TEXT, body)
    return frozenset(features_of(text) if text else library_settings().RICH_TEXT_FEATURES)


def _article_of(row: ImportRow) -> Article:
    return Article(row.document, row.report.get(KNOWN_AS) or row.source, row.address)


def _is_apart(row: ImportRow, article: Article) -> bool:
    """Whether another page of this import has claimed the same address: sites give one to all their pages at times."""
    known = find_known(article)
    if row.run_id is None:
        claimed = row.run.__dict__.setdefault("_claimed", {})
        other = claimed.setdefault(article.key, article.name) != article.name
        return other and not (known and known.key != article.key)
    if known is None or known.key == file_key(article.name):
        return False
    others = ImportRow.objects.filter(run_id=row.run_id, page_id=known.page_id).exclude(pk=row.pk)
    return others.exclude(state=states.REFUSED).exists()


def _is_alone(row: ImportRow) -> bool:
    """Whether the address that somebody gave for an import is this page's own."""
    if row.run_id is None or "pages" in row.run.options:
        return row.run.options.get("pages", 1) == 1
    return not row.run.rows.exclude(pk=row.pk).exists()
