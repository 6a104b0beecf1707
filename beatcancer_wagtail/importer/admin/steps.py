"""An import goes on from where it stands: row by row, in a request, in several or in a worker."""

import contextlib
import logging
import time

from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.admin.kinds import kind_of
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.permissions import may_import
from beatcancer_wagtail.importer.states import (
    CHANGED,
    CREATED,
    FINISHED,
    LEFT,
    READ,
    READING,
    REFUSED,
    RUNNING,
    STOPPED,
    WAITING,
)

logger = logging.getLogger(__name__)

SECONDS = 4  # that somebody waits for one answer; a row that has been begun is brought to its end


def rows_left(run: ImportRun):
    """The rows that the stage of the import still has to go through, in their order."""
    rows = run.rows.filter(state=READ).order_by("position")
    if run.state == READING:
        return rows.filter(document__isnull=True)
    return rows if run.state == RUNNING else rows.none()


def go_on(run: ImportRun, *, to_the_end: bool = False) -> bool:
    """Bring ``run`` further; True once its stage is over. Several may do so at once: no row is stored twice.

    It stops after ``SECONDS``, unless it is to go ``to_the_end`` of the stage.
    """
    end = time.monotonic() + SECONDS
    kind = kind_of(run)
    for pk in list(rows_left(run).values_list("pk", flat=True)):
        try:
            run.refresh_from_db(fields=["state", "parent", "started_by"])  # permissions too are asked for afresh
        except ImportRun.DoesNotExist:  # thrown away meanwhile
            return True
        if run.state == RUNNING and (problem := why_not(run, run.started_by)):
            stop(run, problem)
        if run.state not in (READING, RUNNING):
            return True
        _go_through(kind, run, pk)
        if not to_the_end and time.monotonic() > end:
            break
    if rows_left(run).exists():
        return False
    with contextlib.suppress(ImportRun.DoesNotExist):
        run.refresh_from_db(fields=["state"])
        _close(kind, run)
    return True


def why_not(run: ImportRun, user) -> str:
    """One sentence that says what keeps ``user`` from storing ``run``; "" when nothing does."""
    if user is None or not may_import(user):
        return _("Whoever began this import may no longer import.")
    return kind_of(run).why_not(run, user)


def stop(run: ImportRun, problem: str) -> None:
    """Nothing more is stored until somebody has mended ``problem``; what is stored stays."""
    ImportRun.objects.filter(pk=run.pk, state=RUNNING).update(state=STOPPED, problem=problem)
    run.refresh_from_db(fields=["state", "problem"])


def _go_through(kind, run, pk) -> None:
    row = ImportRow.objects.filter(pk=pk, state=READ).select_related("run").first()
    if row is None:
        return
    try:
        _do(kind, run, row)
    except Exception:  # one page that nobody thought of must not hold up the others
        logger.exception("Row %s of import %s failed.", row.position, run.pk)
        reason = _("Something went wrong with this one. It is in the server's log; the others went on.")
        ImportRow.objects.filter(pk=pk, state=READ).update(state=REFUSED, reason=reason)
        return
    # A row that is neither done nor refused would come up for ever.
    unread = Q(document__isnull=True) if run.state == READING else Q()
    ImportRow.objects.filter(unread, pk=pk, state=READ).update(state=REFUSED, reason=_("Nothing was stored of it."))


def _do(kind, run, row, *, again: bool = True) -> None:
    """Once more when the database was busy: that is not the page's fault."""
    try:
        if run.state == READING:
            kind.read(row)
        else:
            kind.store(row, run.started_by)
    except OperationalError:
        if not again:
            raise
        _do(kind, run, row, again=False)


def _close(kind, run) -> None:
    if run.state == READING and run.rows.filter(state=READ).exists():
        ImportRun.objects.filter(pk=run.pk, state=READING).update(state=WAITING)
    elif run.state == READING:  # all was refused: there is nothing to confirm
        ended = {"state": FINISHED, "finished_at": timezone.now()}
        ImportRun.objects.filter(pk=run.pk, state=READING).update(**ended)
    elif run.state == RUNNING:
        kind.finish(run)
        run.uploads.all().delete()
    run.refresh_from_db(fields=["state", "finished_at", "problem"])


def is_open(run: ImportRun) -> bool:
    """Whether something of it is still to be stored."""
    return run.state in (READING, WAITING, RUNNING) or (run.state == STOPPED and run.rows.filter(state=READ).exists())


def progress_of(run: ImportRun) -> dict:
    """How far the stage is: ``done`` of ``total`` rows, in words as well, and whether it is over."""
    rows = run.rows.all()
    if run.state != READING:
        rows = rows.filter(document__isnull=False).exclude(state=LEFT)
    total, left = rows.count(), rows_left(run).count()
    is_over = run.state not in (READING, RUNNING)
    done = total if is_over else total - left
    text = _("%(done)d of %(total)d") % {"done": done, "total": total}
    return {"done": done, "total": total, "text": text, "is_over": is_over}


def discard(run: ImportRun, user) -> int:
    """Throw away what is not stored yet; how many rows were. A run of which nothing is stored goes as a whole."""
    ImportRun.objects.filter(pk=run.pk, state=RUNNING).update(state=STOPPED)  # what runs beside this ends here
    with transaction.atomic():
        run.rows.filter(state=READ).update(state=LEFT)  # waits for the draft that is being made, so that it is counted
        stored = run.rows.filter(state__in=[CREATED, CHANGED]).count()
        if not stored:
            run.delete()
            return 0
    run.rows.update(packed_source=None, document=None)
    run.uploads.all().delete()
    ImportRun.objects.filter(pk=run.pk).update(
        state=STOPPED, problem=_("Thrown away by %(user)s.") % {"user": user}, finished_at=timezone.now()
    )
    return stored
