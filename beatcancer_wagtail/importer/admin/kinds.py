"""What can be imported: articles and books. The screens are the same; a kind says what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beatcancer_wagtail.importer.models import ImportRow, ImportRun

# What a row will be, until something is stored: ``row.report["planned"]`` is one of these states.
PLANNED = "planned"


class Kind:
    """One kind of import. The name is what ``ImportRun.kind`` holds.

    ``rows_template`` is the inside of the table that lists ``rows`` in the preview (``thead`` and ``tbody``; ticks are
    checkboxes ``take`` of the form ``bc-import-choice``), ``result_template`` the same once all is done.
    ``row_template`` shows all that is known of one ``row``; it extends ``beatcancer_importer/admin/row.html``.
    """

    name: str
    label: str
    text: str
    icon: str
    asks_for_parent = False
    confirm_label: str  # on the button that stores what is ticked
    confirm_note: str = ""  # one sentence beside it
    report_note: str = ""  # what the report says of this kind
    rows_template: str
    row_template: str
    result_template: str

    def upload_view(self):
        """The view that takes the files and makes an ``ImportRun`` with its rows."""
        raise NotImplementedError

    def why_not(self, run: ImportRun, user) -> str:
        """One sentence that says what stands in the way and what to do; "" when nothing does. Asked before each step."""
        raise NotImplementedError

    def read(self, row: ImportRow) -> None:
        """Fill ``row.document`` and ``row.report`` and save the row; nothing to do for rows that were read at the upload."""
        raise NotImplementedError

    def store(self, row: ImportRow, user) -> None:
        """Store the row in one transaction, unless it has been stored; a row that cannot be stored is refused."""
        raise NotImplementedError

    def may_import(self, user) -> bool:
        """Whether the kind is offered to ``user``, who may import."""
        return True

    def urls(self) -> list:
        """Addresses of its own, below ``import/<name>/``."""
        return []

    def extra_downloads(self, run: ImportRun) -> list[dict]:
        """What the result offers beside the reports: ``{"name": label, "url": address}``."""
        return []

    def render_report(self, run: ImportRun, form: str) -> str:
        """The report of a run; ``form`` is ``"html"``, ``"csv"`` or ``"json"``."""
        from beatcancer_wagtail.importer.writer.report import render

        return render(run, form)

    def finish(self, run: ImportRun) -> None:
        """What remains once all rows are stored."""


def all_kinds() -> dict[str, Kind]:
    from beatcancer_wagtail.importer.admin.articles import Articles
    from beatcancer_wagtail.importer.admin.books import Books

    return {kind.name: kind for kind in (Articles(), Books())}


def kind_of(run: ImportRun) -> Kind:
    return all_kinds()[run.kind]
