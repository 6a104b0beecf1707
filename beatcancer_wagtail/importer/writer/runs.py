"""An import, row by row: each page is read, and then stored in a transaction of its own."""

import contextlib
from pathlib import Path

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
    find_known,
    find_pictures,
    plan_article,
    write_article,
)
from beatcancer_wagtail.importer.writer.kinds import TEXT, block_for
from beatcancer_wagtail.importer.writer.link_pass import link_imported_pages
from beatcancer_wagtail.importer.writer.network import Fetcher
from beatcancer_wagtail.importer.writer.parents import NoSuchPage, find_parent, why_not_below
from beatcancer_wagtail.importer.writer.picture_places import FolderPlace, PicturePlace
from beatcancer_wagtail.importer.writer.pictures import Gallery
from beatcancer_wagtail.importer.writer.reading import Unreadable, add_to_report, document_from, tell_coverage
from beatcancer_wagtail.importer.writer.rich_text import features_of
from beatcancer_wagtail.importer.writer.stream import NoPlaceForText

__all__ = ["finish_run", "read_row", "store_row", "why_not_below"]

KNOWN_AS, OPTIONS, PLANNED = "known_as", "options", "planned"


def read_row(
    row: ImportRow,
    *,
    folder: Path | None = None,
    data: bytes | None = None,
    place: PicturePlace | None = None,
    save: bool = True,
    is_trusted: bool = False,
) -> None:
    """Read the page of ``row`` and say what would become of it; a page that cannot be read is refused. Never raises.

    ``is_trusted``: whoever began the import is not asked for permission, for a command does this.
    """
    options = {"name": row.source, **row.run.options, **row.report.get(OPTIONS, {})}
    kept = {name: row.report[name] for name in (OPTIONS, KNOWN_AS) if name in row.report}
    try:
        parent = _parent_of(row)
        features = _features_below(parent)
        document, found = document_from(
            row.source_data if data is None else data, options, features, alone=_is_alone(row)
        )
        row.document, row.report = document, {**kept, **found.report}
        row.title, row.address = document.get("title", "")[:255], found.address or document.get("address") or ""
        article = _article_of(row)
        plan = plan_article(
            article,
            parent=parent,
            user=None if is_trusted else row.run.started_by,
            gallery=Gallery(place or _place(row, folder), is_command=is_trusted),
            apart=_is_apart(row, article),
        )
        tell_coverage(row, found, plan.draft)
        add_to_report(row, plan)
        row.report[PLANNED] = plan.state
    except (Unreadable, Refused, NoArticleHere, NoSuchPage, NoPlaceForText) as error:
        _refuse(row, str(error))
    if save:
        _save_unless_settled(row, document__isnull=True)


def store_row(
    row: ImportRow,
    *,
    user,
    folder: Path | None = None,
    place: PicturePlace | None = None,
    fetcher: Fetcher | None = None,
    is_trusted: bool = False,
) -> None:
    """Store what :func:`read_row` read, unless another process has done so. Page and row are stored together, or neither.

    A row that is not in the database yet comes into it with its page.
    """
    if row.state != states.READ or not row.document:
        return
    article = _article_of(row)
    gallery = Gallery(place or _place(row, folder), fetcher, is_command=is_trusted)
    try:
        _store(row, article, gallery, user, is_trusted)
    except IntegrityError:  # another import has stored the same page in this very moment: it is known now
        _store(row, article, gallery, user, is_trusted)


def _store(row: ImportRow, article: Article, gallery: Gallery, user, is_trusted: bool) -> None:
    try:
        found = find_pictures(article, gallery, apart=_is_apart(row, article))
        with transaction.atomic():
            if row.pk and not ImportRow.objects.filter(pk=row.pk, state=states.READ).update(state=states.READ):
                row.refresh_from_db()
                return
            apart = _is_apart(row, article)
            written = write_article(
                article,
                parent=_parent_of(row),
                user=user,
                gallery=gallery,
                apart=apart,
                is_trusted=is_trusted,
                found=found,
            )
            _settle(row, written)
    except (Refused, NoArticleHere, NoSuchPage, NoPlaceForText) as error:
        _refuse(row, str(error))
        _save_unless_settled(row)
    finally:
        gallery.close()


def _save_unless_settled(row: ImportRow, **expected) -> None:
    """What was done beside this meanwhile, by another process or the editor, stays."""
    if row.pk is None:
        row.save()
        return
    fields = ("state", "reason", "needs_look", "document", "report", "title", "address")
    fields += ("coverage", "words_found", "words_stored")
    unsettled = ImportRow.objects.filter(pk=row.pk, state=states.READ, **expected)
    if not unsettled.update(**{name: getattr(row, name) for name in fields}):
        with contextlib.suppress(ImportRow.DoesNotExist):
            row.refresh_from_db()


def _settle(row: ImportRow, written: Written) -> None:
    is_stored = row.pk is not None
    row.state, row.page_id = written.state, written.page.pk
    row.document = row.document if is_stored else None  # its file is still there, and the report is what is kept
    add_to_report(row, written)
    try:
        row.save()
    except BaseException:
        row.state, row.pk = states.READ, row.pk if is_stored else None
        raise


def finish_run(run: ImportRun, *, folder: Path | None = None, is_trusted: bool = False) -> None:
    """The second pass of links; the import is over."""
    link_imported_pages(run.started_by, is_trusted=is_trusted)
    run.state, run.finished_at = states.FINISHED, timezone.now()
    ended = {"state": run.state, "finished_at": run.finished_at}
    ImportRun.objects.filter(pk=run.pk).exclude(state=states.STOPPED).update(**ended)  # it may be thrown away by now


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
    if known is None or known.key != article.key:
        return False
    others = ImportRow.objects.filter(run_id=row.run_id, page_id=known.page_id).exclude(pk=row.pk)
    return others.exclude(state=states.REFUSED).exists()


def _is_alone(row: ImportRow) -> bool:
    """Whether the address that somebody gave for an import is this page's own."""
    if row.run_id is None or "pages" in row.run.options:
        return row.run.options.get("pages", 1) == 1
    return not row.run.rows.exclude(pk=row.pk).exists()


def _place(row: ImportRow, folder: Path | None) -> PicturePlace | None:
    return FolderPlace(folder, row.source) if folder is not None else None
