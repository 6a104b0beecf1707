"""Rows in another order than they are seen in: headings side by side with, in the next row, what each heads, and feet of tables."""

from __future__ import annotations

from bs4 import BeautifulSoup, NavigableString, Tag

from ..markup import is_text
from .vocabulary import HEADING_TAGS, classes_of
from .walk.layouts import LAYOUT_ROLES, inside, is_data
from .walk.names import role
from .walk.tables import rows_of

ROWS = ("div", "section")
BOXES = ("div", "section", "article")
SHORT = 100  # characters: such lines are compared across


def order_rows(soup: BeautifulSoup) -> None:
    """Read row by row, "Do" and "Do not" would both stand above "Drink" and "Smoke"."""
    seen: set[int] = set()
    for tag in soup.find_all([*HEADING_TAGS, "tfoot"]):
        if tag.name == "tfoot":
            _put_last(tag)
            continue
        row = _row_of(tag)
        if row is None or id(row) in seen:
            continue
        seen.add(id(row))
        if row.name in ROWS:
            _join_boxes(row)
        elif row.name == "tr" and (table := row.find_parent("table")) is not None and id(table) not in seen:
            seen.add(id(table))
            _join_cells(table)


def _put_last(foot: Tag) -> None:
    """A browser shows the foot below all rows; old pages have it above them."""
    table = foot.parent
    if table is not None and table.name == "table" and table.find("tfoot", recursive=False) is foot:
        table.append(foot.extract())


def _row_of(heading: Tag) -> Tag | None:
    """What holds the outermost element around the heading that holds nothing else."""
    box = heading
    while box.parent is not None and not any(node is not box and _is_shown(node) for node in box.parent.contents):
        box = box.parent
    return box.parent if box is not heading else None


def _is_shown(node: object) -> bool:
    return isinstance(node, Tag) or (isinstance(node, NavigableString) and is_text(node) and bool(node.strip()))


def _join_boxes(row: Tag) -> None:
    boxes, below = _boxes(row), _next(row)
    if below is None or not boxes or not all(inside(box).is_title and not inside(box).is_part for box in boxes):
        return
    after = _next(below)
    if _is_like(below, row) and not (after is not None and _goes_on(after, boxes)):
        _join([row, below], [boxes, _boxes(below)])


def _goes_on(after: Tag, boxes: list[Tag]) -> bool:
    more = _boxes(after)
    return len(more) == len(boxes) and not any(inside(box).is_card for box in more)


def _is_like(below: Tag, row: Tag) -> bool:
    """Of the same kind, with as many boxes of the same kind, and none of them headed."""
    if _kind(below) != _kind(row) or row.get("id") or below.get("id"):
        return False
    boxes = _boxes(below)
    is_same = [_kind(box) for box in boxes] == [_kind(box) for box in _boxes(row)]
    return is_same and not any(inside(box).is_card for box in boxes)


def _kind(tag: Tag) -> tuple[str, list[str]]:
    return tag.name, sorted(classes_of(tag))


def _boxes(row: Tag) -> list[Tag]:
    shown = [node for node in row.contents if _is_shown(node)]
    boxes = [node for node in shown if isinstance(node, Tag) and node.name in BOXES]
    return boxes if len(boxes) == len(shown) > 1 else []


def _next(row: Tag) -> Tag | None:
    node = next((node for node in row.next_siblings if _is_shown(node)), None)
    return node if isinstance(node, Tag) else None


def _join_cells(table: Tag) -> None:
    rows = rows_of(table)
    cells = [[cell for cell in row.cells if isinstance(cell, Tag)] for row in rows]
    width = len(cells[0]) if cells else 0
    is_even = all(len(row.cells) == len(line) == width for row, line in zip(rows, cells, strict=True))
    if not is_even or width < 2 or len(rows) % 2 or (is_data(table, rows) and role(table) not in LAYOUT_ROLES):
        return
    if any(cell.has_attr("colspan") or cell.has_attr("rowspan") for line in cells for cell in line):
        return
    found = [[inside(cell) for cell in line] for line in cells]
    if not all(cell.is_title for line in found[::2] for cell in line):
        return
    texts = [cell for line in found[1::2] for cell in line]
    if any(cell.is_card for cell in texts) or not any(cell.length for cell in texts):
        return
    is_short = all(cell.length <= SHORT and not cell.has_lines for cell in texts)
    if is_short and role(table) not in LAYOUT_ROLES and not any(cell.of_page for line in found for cell in line):
        return
    for place in range(0, len(rows), 2):
        _join([row.tag for row in rows[place : place + 2] if row.tag], cells[place : place + 2])


def _join(rows: list[Tag], boxes: list[list[Tag]]) -> None:
    for title, text in zip(*boxes, strict=True):
        for node in list(text.contents):
            title.append(node.extract())
    rows[1].extract()
