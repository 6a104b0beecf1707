"""The names of columns that a table repeats in each cell, for small screens that show its rows one below another."""

from __future__ import annotations

import re
from collections import defaultdict

from bs4 import NavigableString, Tag

from ..outline import Dropped
from ..words import words_key
from .acts import has_words
from .prune import remove, text_in
from .walk.tables import Place, Row, placed, rows_of

NAMES_A_COLUMN = {"heading", "header", "head", "label", "title", "caption", "th", "mobile", "responsive"}
DEEPEST = 3  # elements around the name


def take_out_cell_labels(root: Tag, dropped: list[Dropped]) -> None:
    for table in root.find_all("table"):
        rows = rows_of(table)
        if not any(_is_head(row) for row in rows):
            continue
        for column in _columns(rows).values():
            named = [(cell, label) for cell, label in column if label is not None]
            is_rule = len(named) == len(column) > 1
            for cell, label in named:
                if is_rule or _says_so(cell, label):
                    _take_out(label, dropped)


def _columns(rows: list[Row]) -> dict[int, list[tuple[Tag, Tag | None]]]:
    """The cells of each column that hold words, each with the element in it that repeats the column's name."""
    names: dict[int, set[str]] = defaultdict(set)
    columns: dict[int, list[tuple[Tag, Tag | None]]] = defaultdict(list)
    for place in placed(rows)[1]:
        if isinstance(place.cell, Tag) and (text := text_in(place.cell)):
            if _is_head(rows[place.row]):
                names[place.column].add(words_key(text))
            elif names[place.column]:
                columns[place.column].append((place.cell, _label_in(place, names[place.column])))
    return columns


def _is_head(row: Row) -> bool:
    return row.is_head or (bool(row.cells) and all(isinstance(cell, Tag) and cell.name == "th" for cell in row.cells))


def _label_in(place: Place, names: set[str]) -> Tag | None:
    tag: Tag | None = place.cell if isinstance(place.cell, Tag) else None
    for _ in range(DEEPEST):
        tag = _first_in(tag) if tag is not None else None
        if tag is not None and words_key(text_in(tag)) in names:
            is_all = words_key(text_in(place.cell)) in names
            return None if is_all or tag.find("img") is not None else tag
    return None


def _first_in(tag: Tag) -> Tag | None:
    """The element at its very beginning."""
    for node in tag.contents:
        if isinstance(node, Tag):
            return node
        if type(node) is NavigableString and node.strip():
            return None
    return None


def _says_so(cell: Tag, label: Tag) -> bool:
    if label.get("aria-hidden") == "true" or has_words(label, NAMES_A_COLUMN):
        return True
    return any(words_key(str(value)) == words_key(text_in(label)) for key, value in cell.attrs.items() if "data" in key)


def _take_out(label: Tag, dropped: list[Dropped]) -> None:
    after = label.next_sibling
    if type(after) is NavigableString and re.match(r"\s*[:：]", after):
        after.replace_with(NavigableString(re.sub(r"^\s*[:：]", "", after)))
    remove(label, "repeat", dropped)
