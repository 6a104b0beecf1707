"""Which tables hold data, and which only place things on the page."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.markup import is_text
from beatcancer_wagtail.importer.reader.walk.names import role
from beatcancer_wagtail.importer.reader.walk.tables import Row, caption_of

LAYOUT_ROLES = ("presentation", "none")
LONG_CELL = 900  # characters: so much text side by side is layout
SHORT_CELL = 300
MOST_NODES = 200  # in a cell: with more it is a part of the page
TITLES = ("h3", "h4", "h5", "h6")
PAGE_TITLES = ("h1", "h2")  # these head the page and its sections, and a cell only if they fill it
PAGE_PARTS = ("article", "section", "table", "form", "nav", "aside", "main")
THINGS = ("figure", "iframe", "details", "script", "style")
LISTS = ("ul", "ol", "dl")


@dataclass(slots=True)
class Inside:
    """What a cell holds, as far as the kind of its table depends on it. A figure's own words are not counted."""

    length: int = 0
    is_title: bool = False  # a heading and nothing else
    is_card: bool = False  # its words begin with a heading
    is_part: bool = False  # of the page
    has_lines: bool = False  # more than one
    of_page: bool = False  # the heading is one that a section of the page has


def inside(cell: Tag) -> Inside:
    found = Inside()
    titled: set[int] = set()
    aside: set[int] = set()
    others = paragraphs = 0
    for count, node in enumerate(itertools.islice(cell.descendants, MOST_NODES + 1)):
        found.is_part |= count == MOST_NODES
        above = id(node.parent)
        if isinstance(node, Tag):
            if node.name in (*TITLES, *PAGE_TITLES) or above in titled:
                titled.add(id(node))
                found.of_page |= node.name in PAGE_TITLES
            elif node.name in THINGS or above in aside:
                aside.add(id(node))
            found.is_part |= node.name in PAGE_PARTS or node.name == "h1"
            paragraphs += node.name == "p"
            found.has_lines |= node.name in LISTS or paragraphs > 1
            others += node.name == "img"
        elif isinstance(node, NavigableString) and is_text(node) and node.strip() and above not in aside:
            found.is_card |= not found.length and above in titled
            others += above not in titled
            found.length += len(node.strip())
    found.is_title = found.is_card and not others and not aside
    found.is_part |= found.of_page and not found.is_title
    return found


def is_scaffold(table: Tag, rows: list[Row]) -> bool:
    """Whether the table only carries a part of the page, so that nothing is lost when it is forgotten."""
    if sum(len(row.cells) for row in rows) <= 1:
        return True
    if role(table) not in LAYOUT_ROLES and is_data(table, rows):
        return False
    holds = table.find(["h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "figure", "iframe", "details"])
    return holds is not None and not _is_grid(table, rows)


def is_layout(table: Tag, rows: list[Row]) -> bool:
    """Whether the table only places things on the page, so that its cells are read one after another."""
    if _holds_tables(table) or (role(table) in LAYOUT_ROLES and not _is_grid(table, rows)):
        return True
    if is_data(table, rows):
        return False
    if max((len(row.cells) for row in rows), default=0) <= 1 or len(rows) <= 1:
        return True
    cells = [cell for row in rows for cell in row.cells if isinstance(cell, Tag)]
    return len(rows) <= 2 and any(_length(cell) > LONG_CELL for cell in cells)


def is_data(table: Tag, rows: list[Row]) -> bool:
    if any(row.is_head or any(isinstance(cell, Tag) and cell.name == "th" for cell in row.cells) for row in rows):
        return True
    return caption_of(table) is not None or role(table) in ("table", "grid")


def _is_grid(table: Tag, rows: list[Row]) -> bool:
    """Whether its rows must stay rows, though its cells hold headings: a dose would stand under the wrong one."""
    if not all(isinstance(cell, Tag) for row in rows for cell in row.cells):
        return False
    cells = [[inside(cell) for cell in row.cells if isinstance(cell, Tag)] for row in rows]
    filled = [cell for row in cells for cell in row if cell.length]
    wide = [row for row in cells if sum(cell.length > 0 for cell in row) > 1]
    if len(wide) < 2 or any(cell.is_part for cell in filled):
        return False
    head, *below = wide
    is_headed = (
        all(cell.is_title or not cell.length for cell in head)
        and not any(cell.is_card for row in below for cell in row)
        and (len(below) > 1 or not head[0].length)
    )
    if role(table) in LAYOUT_ROLES and not is_headed:
        return False
    longest = LONG_CELL if is_headed else SHORT_CELL
    return all(cell.length <= longest for cell in filled) and not all(cell.is_card for cell in filled)


def _holds_tables(table: Tag) -> bool:
    """Tables side by side in a table: most of its words stand in them."""
    inner = [other for other in table.find_all("table") if other.find_parent("table") is table and other.find("tr")]
    if not inner:
        return False
    return 2 * sum(map(_length, inner)) > _length(table)


def _length(tag: Tag) -> int:
    return sum(len(text) for text in tag.stripped_strings)
