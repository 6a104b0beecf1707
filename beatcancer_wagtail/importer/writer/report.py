"""What became of an import: as a page that can be sent to anybody, as a table, or as data."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.writer.left_out import dropped_by_reason, reason_text
from beatcancer_wagtail.importer.writer.linked_drafts import linked_told
from beatcancer_wagtail.importer.writer.media import missing_picture
from beatcancer_wagtail.importer.writer.told_facts import told_facts
from beatcancer_wagtail.spreadsheets import defused

TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
_LISTS = ("look", "doubtful", "missing", "moved", "added", "warnings", "notes", "changes", "unfilled", "linked")


def render(run: ImportRun, form: str, rows: Iterable[ImportRow] | None = None) -> str:
    """The report in one of TYPES. ``rows`` are those of a dry run, which are stored nowhere."""
    rows = list(run.rows.order_by("position").defer("packed_source", "document") if rows is None else rows)
    if form == "json":
        return json.dumps(as_data(run, rows), ensure_ascii=False, indent=1)
    return _csv(rows) if form == "csv" else _html(run, rows)


def state_of(row: ImportRow) -> str:
    """What became of the page, or what would become of it."""
    return row.report.get("planned") or row.state if row.state == states.READ else row.state


def counts(rows: Iterable[ImportRow]) -> dict[str, int]:
    """How many rows came to each end, and how many of them need a look."""
    rows = list(rows)
    found = Counter(state_of(row) for row in rows)
    counted = {state: found[state] for state, _label in states.row_states() if found[state]}
    return counted | {"needs_look": sum(needs_look(row) for row in rows)}


def needs_look(row: ImportRow) -> bool:
    """Whether somebody should look at it; what does not come, nobody need."""
    return row.needs_look and row.state not in (states.REFUSED, states.LEFT)


def as_data(run: ImportRun, rows: list[ImportRow]) -> dict[str, Any]:
    return {
        "source": run.source,
        "started": run.created_at.isoformat(),
        "finished": run.finished_at.isoformat() if run.finished_at else None,
        "dry_run": run.dry_run,
        "needs_a_look_below": library_settings().IMPORT_NEEDS_A_LOOK,
        "counts": counts(rows),
        "pages": [_row_as_data(row) for row in rows],
    }


def _row_as_data(row: ImportRow) -> dict[str, Any]:
    report = row.report
    return {
        "number": row.position,
        "source": row.source,
        "address": row.address,
        "title": row.title,
        "state": state_of(row),
        "needs_a_look": needs_look(row),
        "reason": row.reason,
        "page": row.page_id,
        "coverage": row.coverage,
        "order": report.get("order"),
        "words_found": row.words_found,
        "words_stored": row.words_stored,
        **{name: report.get(name, []) for name in _LISTS},
        "dropped": [{**part, "why": reason_text(part["reason"])} for part in report.get("dropped", [])],
        "pictures": report.get("pictures", []),
        "provenance": report.get("provenance", {}),
        "facts": report.get("facts", {}),
        "encoding": report.get("encoding", ""),
    }


def _csv(rows: list[ImportRow]) -> str:
    """One line for each page; signs that a spreadsheet would run are defused."""
    to = io.StringIO()
    write = csv.writer(to)
    names = ("number", "source", "address", "title", "state", "needs_a_look", "reason", "page", "coverage", "order")
    names += ("words_found", "words_stored", *_LISTS, "dropped", "pictures_missing")
    write.writerow(names)
    for row in rows:
        data = _row_as_data(row)
        data |= {name: "\n".join(data[name]) for name in _LISTS}
        data["dropped"] = "\n".join(f"{part['why']} {part['text']}" for part in data["dropped"])
        missing = [picture for picture in data["pictures"] if not picture.get("stored")]
        data["pictures_missing"] = "\n".join(f"{part['src']} ({part.get('reason', '')})" for part in missing)
        write.writerow([defused(data[name]) if data[name] is not None else "" for name in names])
    return "\ufeff" + to.getvalue()  # by which spreadsheets know UTF-8


def _html(run: ImportRun, rows: list[ImportRow]) -> str:
    labels = dict(states.row_states())
    shown = [
        {
            "row": row,
            "state": labels.get(state_of(row), state_of(row)),
            "report": row.report,
            "draft": _draft_address(row),
            "needs_look": needs_look(row),
            "facts": told_facts(row.report.get("facts") or {}, row.report.get("provenance") or {}),
            "unfilled": but_pictures(row.report),
            "linked": linked_told(row.report),
            "dropped": dropped_by_reason(row.report),
            "missing_pictures": [part for part in row.report.get("pictures", []) if not part.get("stored")],
            "noted_pictures": [
                part for part in row.report.get("pictures", []) if part.get("stored") and part.get("reason")
            ],
        }
        for row in sorted(rows, key=lambda row: (not needs_look(row), row.state != states.REFUSED))
    ]
    found = counts(rows)
    context = {
        "run": run,
        "rows": shown,
        "counts": [(labels[state], number) for state, number in found.items() if state in labels],
        "needs_look": found["needs_look"],
        "limit": library_settings().IMPORT_NEEDS_A_LOOK,
        "ended": _ended(run),
    }
    return render_to_string("beatcancer_importer/report.html", context)


def _ended(run: ImportRun) -> str:
    """When it was over, if that says more than when it began: the day only where it is another one."""
    if run.finished_at is None or run.finished_at - run.created_at < timedelta(minutes=1):
        return ""
    began, ended = timezone.localtime(run.created_at), timezone.localtime(run.finished_at)
    same_day = began.date() == ended.date()
    return formats.time_format(ended, "TIME_FORMAT") if same_day else formats.date_format(ended, "DATETIME_FORMAT")


def but_pictures(report: dict) -> list[str]:
    """What an editor must add, without the pictures that are missing: they have a list of their own."""
    missing = [picture for picture in report.get("pictures", []) if not picture.get("stored")]
    told = {missing_picture(part["src"], alt) for part in missing for alt in ("", part.get("alt") or "")}
    return [sentence for sentence in report.get("unfilled", []) if sentence not in told]


def _draft_address(row: ImportRow) -> str:
    """Where the draft is edited, if the site says its own address; the report may be read anywhere."""
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "") or ""
    return base.rstrip("/") + reverse("wagtailadmin_pages:edit", args=[row.page_id]) if base and row.page_id else ""
