"""The report of a run of books as a file of its own. It holds no script, and a spreadsheet runs nothing of it."""

import csv
import io
import json

from django.template.loader import render_to_string

from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.states import READ, row_states
from beatcancer_wagtail.spreadsheets import defused

FORMS = ("html", "json", "csv")


class Report:
    """What is told of the rows, kept while they pass: a dry run stores none of them."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self._rows: list[dict] = []

    def add(self, row: ImportRow) -> None:
        self._rows.append(
            {
                "position": row.position,
                "source": row.source,
                "title": row.title,
                "state": row.report.get("planned", row.state) if row.state == READ else row.state,
                "needs_look": row.needs_look,
                "reason": row.reason,
                "changes": row.report.get("changes", []),
                "warnings": row.report.get("warnings", []),
                "book": row.book_id,
            }
        )

    def render(self, form: str) -> str:
        return {"html": self._html, "json": self._json, "csv": self._csv}[form]()

    def _json(self) -> str:
        whole = {
            "source": self.run.source,
            "dry_run": self.run.dry_run,
            "notes": self.run.options.get("notes", []),
            "rows": self._rows,
        }
        return json.dumps(whole, ensure_ascii=False, indent=1)

    def _csv(self) -> str:
        out = io.StringIO()
        out.write("\ufeff")
        names = ["position", "source", "title", "state", "needs_look", "reason", "changes", "warnings", "book"]
        writer = csv.writer(out)
        writer.writerow(names)
        for row in self._rows:
            cells = (" ".join(cell) if isinstance(cell, list) else cell for cell in (row[name] for name in names))
            writer.writerow([defused(cell) for cell in cells])
        return out.getvalue()

    def _html(self) -> str:
        words = dict(row_states())
        rows = [{**row, "words": words[row["state"]]} for row in self._rows]
        counts = [(label, sum(row["state"] == state for row in rows)) for state, label in row_states()]
        told = {"run": self.run, "rows": rows, "counts": [count for count in counts if count[1]]}
        return render_to_string("beatcancer_importer/books_report.html", told)
