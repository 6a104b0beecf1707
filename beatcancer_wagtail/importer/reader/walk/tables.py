"""Tables: rows of equal length from any nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from beatcancer_wagtail.importer.markup import BLOCKS, is_text
from beatcancer_wagtail.importer.outline import Cell, Table
from beatcancer_wagtail.importer.reader.walk.names import attribute

MOST_COLUMNS = 200
MOST_CELLS = 50_000
CELLS = ("td", "th")
PARTS = ("thead", "tbody", "tfoot")
NOT_A_CELL = ("colgroup", "col", "script", "style", "template")


@dataclass(slots=True)
class Row:
    tag: Tag | None = None
    cells: list[list[PageElement] | Tag] = field(default_factory=list)
    is_head: bool = False


def caption_of(table: Tag) -> Tag | None:
    """The caption, where it comes first; one that stands elsewhere is read in its place."""
    for node in table.contents:
        if isinstance(node, Tag) and node.name not in NOT_A_CELL:
            return node if node.name == "caption" else None
        if isinstance(node, NavigableString) and is_text(node) and node.strip():
            return None
    return None


def rows_of(table: Tag) -> list[Row]:
    """The rows. What stands in a table outside every cell is a row of its own, so that it keeps its place."""
    caption = caption_of(table)
    rows: list[Row] = []
    stack: list[tuple[Iterator[PageElement], bool]] = [(iter(table.contents), False)]
    while stack:
        rest, is_head = stack[-1]
        node = next(rest, None)
        if node is None:
            stack.pop()
        elif isinstance(node, Tag):
            if node is caption:
                continue
            if node.name == "tr":
                rows.append(_row(node, is_head))
            elif node.name in PARTS or (node.name not in (*NOT_A_CELL, *CELLS, "table") and node.find("tr")):
                stack.append((iter(node.contents), is_head or node.name == "thead"))
            elif node.name in CELLS:
                rows.append(Row(cells=[node]))
            elif node.name not in NOT_A_CELL:
                _add_loose(rows, node)
        elif isinstance(node, NavigableString) and is_text(node):
            _add_loose(rows, node)
    return rows


def _add_loose(rows: list[Row], node: PageElement) -> None:
    """A line stays one, whatever marks and spaces part it."""
    cell = rows[-1].cells[0] if rows and rows[-1].tag is None else None
    before = node.previous_sibling
    while isinstance(before, NavigableString) and not is_text(before):
        before = before.previous_sibling
    if isinstance(cell, list) and cell[-1] is before and _is_in_line(before) and _is_in_line(node):
        cell.append(node)
    elif isinstance(node, Tag) or str(node).strip():
        rows.append(Row(cells=[[node]]))


def _is_in_line(node: PageElement) -> bool:
    return not isinstance(node, Tag) or node.name not in BLOCKS


def _row(tr: Tag, is_head: bool) -> Row:
    row = Row(tr, is_head=is_head)
    for node in tr.contents:
        if isinstance(node, Tag) and node.name in CELLS:
            row.cells.append(node)
        elif isinstance(node, Tag) or (isinstance(node, NavigableString) and is_text(node)):
            if isinstance(node, Tag) and node.name in NOT_A_CELL:
                continue
            if row.cells and isinstance(row.cells[-1], list):
                row.cells[-1].append(node)
            elif isinstance(node, Tag) or node.strip():
                row.cells.append([node])
    return row


@dataclass(slots=True)
class Place:
    """A cell, where it begins, and how many columns and rows it stands for."""

    cell: list[PageElement] | Tag
    row: int
    column: int
    across: int = 1
    down: int = 1


def placed(rows: list[Row]) -> tuple[list[list[Place | None]], list[Place]]:
    """For each row and column the cell that stands for it; and all cells, in reading order."""
    grid: list[list[Place | None]] = [[] for _ in rows]
    places: list[Place] = []
    total = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column < len(grid[number]) and grid[number][column] is not None:
                column += 1
            place = Place(cell, number, column)
            if isinstance(cell, Tag):
                place.across = _span(cell, "colspan", MOST_COLUMNS - column)
                place.down = _span(cell, "rowspan", len(rows) - number)
            total += place.across * place.down
            if total > MOST_CELLS:
                place.across = place.down = 1
            for line in grid[number : number + place.down]:
                line += [None] * (column + place.across - len(line))
                line[column : column + place.across] = [place] * place.across
            places.append(place)
            column += place.across
    width = max(map(len, grid), default=0)
    return [line + [None] * (width - len(line)) for line in grid], places


def table_of(rows: list[Row], read_cell: Callable[[list[PageElement], bool], Cell], caption: str) -> Table:
    grid, places = placed(rows)
    filled = [[Cell("", place is not None and is_header(place.cell)) for place in line] for line in grid]
    for place in places:
        nodes = place.cell.contents if isinstance(place.cell, Tag) else place.cell
        filled[place.row][place.column] = read_cell(nodes, is_header(place.cell))
    return Table(filled, caption, _header_rows(rows, filled))


def is_header(cell: list[PageElement] | Tag) -> bool:
    return isinstance(cell, Tag) and cell.name == "th"


def _span(cell: Tag, name: str, most: int) -> int:
    digits = attribute(cell, name).strip()
    if not digits.isdecimal():
        return 1
    span = int(digits[:6])
    return most if span == 0 and name == "rowspan" else max(1, min(span, most))


def _header_rows(rows: list[Row], grid: list[list[Cell]]) -> int:
    count = 0
    for row, cells in zip(rows, grid, strict=True):
        if not (row.is_head or (cells and all(cell.is_header for cell in cells))):
            break
        count += 1
    return count if count < len(rows) or not rows else min(1, count)
