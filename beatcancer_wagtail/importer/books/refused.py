"""The refused rows of a run, for the file to correct."""

from collections.abc import Iterator

from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.states import REFUSED


class RefusedRows:
    """Can be gone through more than once, and keeps nothing in memory."""

    def __init__(self, run: ImportRun) -> None:
        self._rows = run.rows.filter(state=REFUSED).order_by("position").values_list("report", "reason")

    def __iter__(self) -> Iterator[tuple[dict[str, str], str]]:
        for report, reason in self._rows.iterator(chunk_size=200):
            if raw := report.get("raw"):
                yield raw, reason
