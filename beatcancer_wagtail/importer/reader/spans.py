"""Cells that stand for several rows or columns: an editor's table has none, and a dose must stand in each row it is for."""

from __future__ import annotations

import copy
import re

from bs4 import Tag

from ..drops import gettext_noop
from ..outline import Sentence
from .walk.layouts import is_layout, is_scaffold
from .walk.tables import Place, Row, placed, rows_of

REPEATED = gettext_noop("Cells that stood for several rows or columns of a table are repeated in each of them.")
STANDS_ONCE = gettext_noop(
    "A cell stood for several rows or columns of a table. Now it stands in the first of them alone: “%(words)s”"
)
LONGEST = 300  # characters that are repeated
MOST = 3_000  # copies in one page
SIDE_BY_SIDE = gettext_noop(
    "A cell stood for several columns of a table, and is repeated in each of them: “%(words)s”. Compare with the source whether it holds for each, or once for all."
)
SHOWN = 80
BLOCKS = ("table", "img", "iframe", "video", "h1", "h2", "h3", "h4", "h5", "h6", "details")
QUESTIONS = ("?", "？", "؟")


def spread_cells(root: Tag) -> tuple[list[Sentence], list[Sentence]]:
    """Puts a copy of such a cell into each place that it stands for: what to say of it, and what needs a look.

    A cell as wide as its table is a heading of the rows below it, and stays as it is.
    """
    made = 0
    once: list[Sentence] = []
    for table in root.find_all("table"):
        rows = rows_of(table)
        if is_scaffold(table, rows) or is_layout(table, rows) or not _is_plain(rows):
            continue
        grid, places = placed(rows)
        wide = [place for place in places if place.across * place.down > 1 and place.across < len(grid[0])]
        texts = [place.cell.get_text(" ", strip=True) for place in wide]
        if any(text.endswith(QUESTIONS) for text in texts):
            continue  # a question and its answers
        spread: dict[int, Place] = {}
        for place, text in zip(wide, texts, strict=True):
            copies = place.across * place.down - 1
            if text and len(text) <= LONGEST and made + copies <= MOST and not place.cell.find(BLOCKS):
                spread[id(place)] = place
                made += copies
                if place.across > 1 and re.search(r"\d", text) and not _is_header(place):
                    once.append(Sentence(SIDE_BY_SIDE, words=text[:SHOWN]))
            elif text:
                once.append(Sentence(STANDS_ONCE, words=text[:SHOWN]))
        _fill(rows, grid, spread)
        for place in spread.values():
            del place.cell["rowspan"], place.cell["colspan"]
    return ([Sentence(REPEATED)] if made else []), list(dict.fromkeys(once))


def _is_header(place: Place) -> bool:
    return place.cell.name == "th"


def _is_plain(rows: list[Row]) -> bool:
    return all(row.tag is not None and all(isinstance(cell, Tag) for cell in row.cells) for row in rows)


def _fill(rows: list[Row], grid: list[list[Place | None]], spread: dict[int, Place]) -> None:
    for number, (row, line) in enumerate(zip(rows, grid, strict=True)):
        before: Tag | None = None
        for column, place in enumerate(line):
            if place is not None and (place.row, place.column) == (number, column):
                before = place.cell
            elif id(place) in spread:
                twin = copy.copy(place.cell)
                for tag in (twin, *twin.find_all(id=True)):
                    del tag["id"]
                del twin["rowspan"], twin["colspan"]
                if before is None:
                    row.tag.insert(0, twin)
                else:
                    before.insert_after(twin)
                before = twin
