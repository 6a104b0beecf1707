"""A whole import, as the command does it: every page on its own, and a bad one holds up no other."""

import logging
import os
import platform
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, InterfaceError, OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.writer.archives import BadFile
from beatcancer_wagtail.importer.writer.mapping import Mapping
from beatcancer_wagtail.importer.writer.network import Fetcher
from beatcancer_wagtail.importer.writer.reading import address_of
from beatcancer_wagtail.importer.writer.runs import KNOWN_AS, OPTIONS, finish_run, import_row, read_row
from beatcancer_wagtail.importer.writer.sources import Source, Sources

logger = logging.getLogger(__name__)

A_DAY = timedelta(days=1)
KEPT_BYTES = 5_000_000  # of a source, to be seen beside its draft until ``prune_imports`` takes it away


def run_articles(
    run: ImportRun,
    sources: Sources,
    *,
    mapping: Mapping,
    user,
    fetcher: Fetcher | None,
) -> Iterator[ImportRow]:
    """Import ``sources`` one after the other and give the row of each. A dry run stores nothing, not even the rows.

    Nobody is asked for permission: whoever may run commands may do this, in anybody's name.

    Pages that an earlier run has stored, also one that was killed, come out as "nothing new".
    """
    run.options = {**run.options, "pages": len(sources), "process": f"{platform.node()} {os.getpid()}"}
    if not run.dry_run:
        _end_killed_runs(run)
        run.state = states.RUNNING
        run.save()
    try:
        for position, source in enumerate(sources, 1):
            address = address_of({**run.options, "name": source.name}, len(sources) == 1)
            options = mapping.options_for(source.name, address)
            if options.pop("skip", False):
                yield _left_out(run, position, source)
                continue
            yield _one(run, position, source, options, user, fetcher)
    except BaseException as error:
        _stopped(run, error)
        raise
    if not run.dry_run:
        finish_run(run, is_trusted=True)


def _one(run: ImportRun, position: int, source: Source, options: dict[str, Any], user, fetcher) -> ImportRow:
    row = ImportRow(run=run, position=position, source=source.name[-500:], state=states.READ)
    row.report = {KNOWN_AS: source.known_as or source.name, OPTIONS: {**options, "name": source.name}}
    try:
        if source.refusal:
            raise BadFile(source.refusal)
        data = source.read()
        if not run.dry_run and len(data) <= KEPT_BYTES:
            row.source_data = data
        if run.dry_run:
            read_row(row, data=data, place=source.place, save=False, is_trusted=True)
        else:
            import_row(row, data=data, user=user, place=source.place, fetcher=fetcher)
    except BadFile as error:
        _refuse(row, str(error))
    except (OperationalError, InterfaceError):
        raise  # the database is gone, not this page
    except Exception:
        logger.exception("%s could not be imported.", source.name)
        _refuse(row, _("Something went wrong with this one. It is in the log; the others went on."))
    return row


def _left_out(run: ImportRun, position: int, source: Source) -> ImportRow:
    row = ImportRow(run=run, position=position, source=source.name[-500:], state=states.LEFT)
    row.reason = _("The mapping says that it is to be left out.")
    if not run.dry_run:
        row.save()
    return row


def _refuse(row: ImportRow, reason: str) -> None:
    row.state, row.reason, row.page_id = states.REFUSED, reason, None
    row.document, row.title = None, row.title.replace("\0", "")
    if not row.run.dry_run:
        row.save()


def _end_killed_runs(run: ImportRun) -> None:
    """A command that was killed could not say so itself."""
    running = ImportRun.objects.filter(
        kind=run.kind, source=run.source, state=states.RUNNING, started_by=run.started_by
    )
    killed = [other.pk for other in running if not _lives(other)]
    ImportRun.objects.filter(pk__in=killed, state=states.RUNNING).update(
        state=states.STOPPED,
        problem=_("It stopped in the middle. A later import of the same source went on from there."),
    )


def _lives(run: ImportRun) -> bool:
    """Whether somebody is still at it: in the admin always, and a command as long as its process."""
    host, _space, number = run.options.get("process", "").rpartition(" ")
    if not host:
        return True
    if host != platform.node() or os.name != "posix":
        return run.created_at > timezone.now() - A_DAY
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # somebody else's
    return True


def _stopped(run: ImportRun, error: BaseException) -> None:
    if run.dry_run:
        return
    try:
        ImportRun.objects.filter(pk=run.pk, state=states.RUNNING).update(
            state=states.STOPPED, finished_at=timezone.now(), problem=str(error) or _("It was broken off.")
        )
    except DatabaseError:
        logger.warning("The end of import %s could not be noted.", run.pk)
