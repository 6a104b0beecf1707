"""The figures as Markdown."""

import os
import platform
import re
from dataclasses import dataclass, field
from pathlib import Path

import django
import wagtail
from django.db import connection

from benchmarks.measure import Statements

BEGIN, END = "<!-- benchmarks: begin -->", "<!-- benchmarks: end -->"


@dataclass
class Row:
    """One page: its statements, its time as a multiple of the floor page's, and the bar that it has to clear."""

    page: str
    statements: Statements
    ratio: float | None = None
    bar: str = ""
    kilobytes: float | None = None


@dataclass
class Report:
    sizes: list[int]
    rounds: int
    rows: list[Row] = field(default_factory=list)
    growth: dict[str, list[float]] = field(default_factory=dict)  # page -> its ratio at each size
    facts: dict[str, str] = field(default_factory=dict)

    def __str__(self):
        return "\n".join([*self._pages(), "", *self._growth(), "", *self._facts()])

    def _pages(self) -> list[str]:
        rows = [
            [
                row.page,
                str(row.statements.total),
                str(row.statements.repeated),
                f"{row.ratio:.2f}" if row.ratio else "",
                f"{row.kilobytes:.0f} kB" if row.kilobytes else "",
                row.bar,
            ]
            for row in self.rows
        ]
        title = f"A library of {self.sizes[0]:,} articles"
        return table([title, "Statements", "Repeated", "Time, floor = 1", "Size", "Bar"], rows)

    def _growth(self) -> list[str]:
        rows = [
            [page, f"{ratios[0]:.2f}", *(f"x{ratio / ratios[0]:.2f}" for ratio in ratios[1:])]
            for page, ratios in self.growth.items()
        ]
        first, *others = (f"{size:,}" for size in self.sizes)
        return table(["When the library grows", f"{first}, floor = 1", *others], rows)

    def _facts(self) -> list[str]:
        return table(["Measured with", ""], [[name, value] for name, value in (machine() | self.facts).items()])


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def machine() -> dict[str, str]:
    version = ".".join(map(str, connection.get_database_version()))
    return {
        "Machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        "Python": platform.python_version(),
        "Django": django.__version__,
        "Wagtail": wagtail.__version__,
        "Database": f"{connection.display_name} {version}",
    }


def write(report: Report, page: Path) -> None:
    """Put the figures between the markers of a Markdown page; raises ValueError if it has none."""
    text = page.read_text()
    if not re.search(f"{BEGIN}.*{END}", text, re.DOTALL):
        raise ValueError(f"{page.name} has no place for the figures: {BEGIN} ... {END}")
    before, rest = text.split(BEGIN, 1)
    page.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{rest.split(END, 1)[1]}")
