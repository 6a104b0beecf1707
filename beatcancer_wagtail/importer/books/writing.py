"""Rows into the library: drafts, each in its own transaction, so that a bad one never stops the others."""

import logging
from collections.abc import Iterable, Iterator

from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.in_file import InFile, where
from beatcancer_wagtail.importer.books.planning import Plan, plan_row, reason_of
from beatcancer_wagtail.importer.books.row import BookRow
from beatcancer_wagtail.importer.books.shelf import Shelf
from beatcancer_wagtail.importer.books.tags import Tags
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.states import CHANGED, CREATED, READ, REFUSED

logger = logging.getLogger(__name__)


class BookWriter:
    """Stores what :func:`plan_row` has planned. One for a file, so that books and tags are asked for once."""

    def __init__(self, *, user=None, locale: Locale | None = None, may_change: bool = True) -> None:
        self.user = user
        self.may_change = may_change
        self._shelf = Shelf(locale or Locale.get_default())
        self._tags = Tags()

    def plan(self, values: dict) -> Plan:
        return plan_row(values, self._shelf, may_change=self.may_change)

    def store(self, values: dict) -> Plan:
        """What has become of a row. Call it within a transaction, and :meth:`keep` once that has been committed."""
        self._shelf.alone()
        plan = self.plan(values)
        if plan.state in (CREATED, CHANGED):
            plan.tag_records = self._tags.get(plan.tags)
            plan.book.tags.add(*plan.tag_records)
            if plan.state == CREATED:
                plan.book.save()
            plan.book.save_revision(
                user=self.user, clean=False, log_action="wagtail.create" if plan.state == CREATED else True
            )
        return plan

    def keep(self, plan: Plan) -> None:
        if plan.state in (CREATED, CHANGED):
            self._shelf.keep(plan.book)
            self._tags.remember(plan.tag_records)


def write_books(
    run: ImportRun, rows: Iterable[BookRow], *, user=None, dry_run: bool = False, locale: Locale | None = None,
    may_change: bool = True,
) -> Iterator[ImportRow]:  # fmt: skip
    """What has become of each row, one after the other. A dry run says the same and stores nothing at all."""
    writer = BookWriter(user=user, locale=locale, may_change=may_change)
    in_file = InFile()
    for position, row in enumerate(rows, 1):
        record = record_of(run, position, row)
        if record.state == READ and (plan := in_file.plan_of(row)):
            tell(record, plan)
        if record.state == READ and dry_run:
            tell(record, writer.plan(row.values))
        elif record.state == READ:
            store_record(record, writer)
        if not dry_run and record.pk is None:
            record.save()
        if record.state != REFUSED:
            in_file.keep(row)
        yield record


def store_record(record: ImportRow, writer: BookWriter) -> None:
    """Book and record together or not at all; what the database will not take is refused.

    A record that is kept already is stored only if nobody else has: whoever changes its state first does it.
    """
    before = record.report, record.document
    problem = ""
    try:
        for last in (False, True):
            if _is_stored(record, writer, last=last):
                return
            _as_before(record, *before)
    except ValidationError as error:
        problem = reason_of(error)
    except DatabaseError:
        logger.exception("Row %s of a file of books could not be stored.", record.position)
        problem = _("The database did not take this row; the server's log says why. Try it again.")
    _as_before(record, *before)
    tell(record, Plan(REFUSED, problem))
    record.save()


def _is_stored(record: ImportRow, writer: BookWriter, *, last: bool) -> bool:
    """False where the database was busy, which is not the row's fault, unless this was the ``last`` time to try."""
    try:
        with transaction.atomic():
            if record.pk and not _rows(record).filter(state=READ).update(state=CREATED):
                return True
            plan = writer.store(record.document)
            tell(record, plan)
            if record.state != REFUSED:  # what was read is of use only for the file to correct
                record.document = None
                record.report = {name: told for name, told in record.report.items() if name != "raw"}
            record.save()
    except OperationalError:
        if last:
            raise
        return False
    writer.keep(plan)
    return True


def _rows(record: ImportRow):
    return ImportRow.objects.filter(pk=record.pk)


def _as_before(record: ImportRow, report: dict, document: dict) -> None:
    """What a transaction that failed has left in memory is no longer true."""
    record.state, record.book, record.report, record.document = READ, None, report, document
    if record.pk and not _rows(record).exists():
        record.pk, record._state.adding = None, True


def record_of(run: ImportRun, position: int, row: BookRow) -> ImportRow:
    """A row of a file as it is kept, before anything has been done with it."""
    return ImportRow(
        run=run,
        position=position,
        source=_storable(where(row))[:500],
        title=_title(row)[:255],
        state=REFUSED if row.problem else READ,
        reason=_storable(row.problem),
        document=row.values,
        report={
            "warnings": list(row.warnings),
            "changes": [],
            "raw": {_storable(name): _storable(cell) for name, cell in row.raw.items()},
        },
    )


def tell(record: ImportRow, plan: Plan) -> None:
    """Write into ``record`` what ``plan`` says."""
    record.state, record.reason, record.needs_look = plan.state, plan.reason, plan.needs_look
    record.book = plan.book if plan.book is not None and plan.book.pk else None
    if record.book is not None and not (record.document or {}).get("title"):
        record.title = record.book.title[:255]
    warnings = [*record.report.get("warnings", []), *plan.warnings]
    record.report = {**record.report, "warnings": list(dict.fromkeys(warnings)), "changes": plan.changes}


def _title(row: BookRow) -> str:
    if "title" in row.values:
        return str(row.values["title"])
    return next((" ".join(_storable(cell).split()) for cell in row.raw.values() if cell.strip()), "")


def _storable(text: str) -> str:
    """No database keeps NUL in JSON, and no cell of a refused row is worth megabytes."""
    return text[: limits.RAW_CHARACTERS].replace("\0", "").encode("utf-8", "replace").decode()
