"""The figures as Markdown."""

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import django
import wagtail
from django.db import connection

from benchmarks.measure import Statements
from benchmarks.places import filled, part
from benchmarks.search import LONGEST

SEARCH_ROW = re.compile(r"^\| (\w+ [\d.]+) \| ([\d,]+) \| .*$", re.MULTILINE)


@dataclass
class Row:
    """One page: its statements, its time as a multiple of the floor page's, and the bar that it has to clear."""

    page: str
    statements: Statements
    ratio: float | None = None
    bar: str = ""
    kilobytes: float | None = None
    fresh: int | None = None  # statements of the first visit after a change


@dataclass
class Report:
    sizes: list[int]
    rounds: int
    rows: list[Row] = field(default_factory=list)
    growth: dict[str, list[float]] = field(default_factory=dict)  # page -> its ratio at each size
    # articles -> milliseconds, those of Wagtail's own, how busy the machine was
    searches: dict[int, tuple[float, float | None, str]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def __str__(self):
        return "\n".join([*([self.pages(), ""] if self.rows else []), *self.search()])

    def pages(self) -> str:
        return "\n".join([*self._pages(), "", *self._growth(), "", *self._facts()])

    def search(self, others: Sequence[str] = ()) -> list[str]:
        """A row for each size of the library on this database; ``others`` are rows of other databases."""
        rows = [
            [database(), f"{size:,}", f"{own:.0f} ms", f"{stock:,.0f} ms" if stock else f"over {LONGEST} s", load]
            for size, (own, stock, load) in self.searches.items()
        ]
        lines = table(["Database", "Articles", "Three kinds", "Wagtail's own, one kind", "Load"], rows)
        return [*lines[:2], *sorted([*others, *lines[2:]], key=_database_and_size)]

    def _pages(self) -> list[str]:
        rows = [
            [
                row.page,
                str(row.statements.total),
                str(row.statements.repeated),
                str(row.fresh or ""),
                f"{row.ratio:.2f}" if row.ratio else "",
                f"{row.kilobytes:.0f} kB" if row.kilobytes else "",
                row.bar,
            ]
            for row in self.rows
        ]
        title = f"A library of {self.sizes[0]:,} articles"
        return table([title, "Statements", "Repeated", "After a change", "Time, floor = 1", "Size", "Bar"], rows)

    def _growth(self) -> list[str]:
        rows = [
            [page, f"{ratios[0]:.2f}", *(f"x{ratio / ratios[0]:.2f}" for ratio in ratios[1:])]
            for page, ratios in self.growth.items()
        ]
        first, *others = (f"{size:,}" for size in self.sizes)
        return table(["When the library grows", f"{first}, floor = 1", *others], rows)

    def _facts(self) -> list[str]:
        return table(["Measured with", ""], [[name, value] for name, value in (machine() | self.facts).items()])


def _database_and_size(row: str) -> tuple[str, int]:
    _begin, name, size, *_figures = row.split("|")
    return name, int(size.replace(",", ""))


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def machine() -> dict[str, str]:
    return {
        "Machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}",
        "Python": platform.python_version(),
        "Django": django.__version__,
        "Wagtail": wagtail.__version__,
        "Database": database(),
    }


def load() -> str:
    """How many programs wanted a processor during the last minute; "" where the system cannot say."""
    return f"{os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else ""


def database() -> str:
    return f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"


def write(report: Report, page: Path, *, only_search: bool = False) -> None:
    """Put the figures between the markers of a Markdown page; raises ValueError if it has none."""
    text = page.read_text()
    if not only_search:
        text = filled("benchmarks", text, report.pages())
    known = part("search", text)
    now = {(database(), f"{size:,}") for size in report.searches}
    others = [row[0] for row in SEARCH_ROW.finditer(known) if (row[1], row[2]) not in now]
    page.write_text(filled("search", text, "\n".join(report.search(others))))
