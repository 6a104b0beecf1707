"""Which part of a page a label opens: by an id that it names, or by its place in the row."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from itertools import islice

from bs4 import BeautifulSoup, Tag

from .prune import text_in
from .shapes import loose_length
from .vocabulary import classes_of, names_of

TARGETS = ("aria-controls", "data-bs-target", "data-target", "data-tab", "href")
QUOTED = re.compile(r"""["']#?([\w:.-]+)["']""")
OPENS_A_WINDOW = ("modal", "dialog", "popup", "popover", "tooltip", "dropdown")
MOST_ALIKE = 20  # elements with the same data
NEAR = 6  # elements around
WRAPPERS = 3  # elements around the labels, and around the panels, that hold nothing else
PANES = ("div", "section", "article", "li")


class Places:
    """The elements of a page by what labels may call them."""

    def __init__(self, soup: BeautifulSoup):
        self.by_id: dict[str, Tag] = {}
        for tag in soup.find_all(id=True):
            self.by_id.setdefault(str(tag["id"]), tag)  # of two with one id browsers take the first
        self.by_label = {
            str(tag["aria-labelledby"]): tag for tag in soup.find_all(attrs={"aria-labelledby": True}, role="tabpanel")
        }
        self.soup = soup

    @cached_property
    def by_note(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = defaultdict(list)
        for tag in self.soup.find_all(PANES):
            for value in _notes(tag):
                found[value].append(tag)
        return found

    def panel_of(self, label: Tag) -> Tag | None:
        inner = label.find("a", href=True) if label.name not in ("a", "button") else None
        for tag in (label, inner):
            if not isinstance(tag, Tag):
                continue
            for key in TARGETS:
                target = str(tag.get(key) or "")
                if key == "href" and not target.startswith("#"):
                    continue
                panel = self.by_id.get(target.lstrip("#"))
                if panel is not None:
                    return panel
            if tag.get("id") and str(tag["id"]) in self.by_label:
                return self.by_label[str(tag["id"])]
            if (named := self.named_by(tag)) is not None:
                return named
        return None

    def named_by(self, label: Tag) -> Tag | None:
        """By an id in its script or its data, or by data that the panel holds too."""
        if (panel := self.with_id_named_by(label)) is not None:
            return panel
        for name in _notes(label):
            alike = self.by_note.get(name, ())
            others = [tag for tag in alike[:MOST_ALIKE] if tag is not label] if len(alike) <= MOST_ALIKE else []
            nearest = others if len(others) < 2 else _nearest(label, others)
            if len(nearest) == 1:
                return nearest[0]
        return None

    def with_id_named_by(self, label: Tag) -> Tag | None:
        names = [*QUOTED.findall(str(label.get("onclick") or "")), *_notes(label)]
        return next((self.by_id[name] for name in names if name in self.by_id and self.by_id[name] is not label), None)


def _nearest(label: Tag, tags: list[Tag]) -> list[Tag]:
    """Those in the innermost box around the label that holds any: each row of tabs may count from 1."""
    for box in islice(label.parents, NEAR):
        if inside := [tag for tag in tags if any(above is box for above in islice(tag.parents, NEAR))]:
            return inside
    return []


def names_a_place(label: Tag) -> bool:
    return any(key == "onclick" or key[:5] == "data-" for key in label.attrs)


def _notes(tag: Tag) -> list[str]:
    """What the data of an element may name; nothing of one that opens a window of its own."""
    values = [str(value).strip() for key, value in tag.attrs.items() if key[:5] == "data-" and value]
    if not values:
        return []
    if any(value.lower() in OPENS_A_WINDOW for value in values):
        return []
    return [value.lstrip("#") for value in values if len(value) <= 80]


def boxes_in_order(last: Tag, labels: list[Tag]) -> list[Tag]:
    """As many boxes alike as there are labels, right behind the last of them or the list that holds them."""
    count, words, tag = len(labels), " ".join(map(text_in, labels)), last
    for _ in range(WRAPPERS):
        if tag.parent is None or loose_length(tag.parent):
            return []
        siblings = (other for other in tag.next_siblings if isinstance(other, Tag) and _holds_something(other))
        rest = list(islice(siblings, count + 1))
        if rest:
            row, more = rest[:count], rest[count:]
            is_all = not more or not are_alike([row[0], *more])
            if len(row) == count and names_of(row[0]) and are_alike(row) and is_all:
                return row
            return _row_in(rest[0], count)
        if text_in(tag.parent) != words:
            return []
        tag = tag.parent
    return []


def _row_in(box: Tag, count: int) -> list[Tag]:
    for _ in range(WRAPPERS):
        row = [child for child in box.find_all(True, recursive=False) if _holds_something(child)]
        if loose_length(box):
            return []
        if len(row) == count and are_alike(row):
            return row
        if len(row) != 1:
            return []
        box = row[0]
    return []


def _holds_something(tag: Tag) -> bool:
    return next(tag.stripped_strings, None) is not None or tag.find(("img", "video", "iframe")) is not None


def are_alike(tags: list[Tag]) -> bool:
    """Of one name, and of one class at least, or none of them of any."""
    if len({tag.name for tag in tags}) > 1 or tags[0].name not in PANES:
        return False
    names = [set(classes_of(tag)) for tag in tags]
    return bool(set.intersection(*names)) or not any(names)
