"""Tabs that only a script tells: a row of plain buttons, each of which shows one of the boxes behind the row.

Which box is whose is said by a value that button and box share, or by the order, where the boxes but one are hidden and
are as many. Where only the order says so the page needs a look; so it does where nothing bears it out, and the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from bs4 import BeautifulSoup, Tag

from ..drops import gettext_noop
from ..outline import Sentence
from .acts import OPENS
from .buttons import NO_WORDS, ROLES, may_be_label
from .hidden import HIDES
from .panes import PANES, are_alike
from .prune import text_in
from .shapes import loose_length
from .vocabulary import class_reason, classes_of

CLICKS = frozenset(("@click", "@click.prevent", "x-on:click", "v-on:click", "ng-click", "(click)", "@mousedown"))
SHOWS = frozenset(("x-show", "v-show", "ng-show", "ng-hide", "x-cloak", "v-if", "ng-if", "*ngif", "x-if", "hidden"))
LABELS = ("a", "button", "li", "span", "div")
NO_ROWS = (*NO_WORDS, "header", "footer", "dialog", "table", "figure")
NO_LABEL_HOLDS = ("p", "div", "ul", "ol", "table", "img", "a", "button", "h2", "h3", "h4")
VALUE = re.compile(r"""["']([^"']+)["']|(?<![\w.])(\d+)(?![\w.])""")
NEGATED = re.compile("[!<>]")
MOST = 60  # buttons of a row
LONGEST = 60
WRAPPERS = 3
OF_PAGE = ("share", "feedback", "control")
OF_ROW = "data-bc-row"  # marks what somebody must compare
HIDDEN_NAMES = frozenset(("hidden", "hide", "is-hidden", "d-none"))
BUTTONS = gettext_noop(
    "“%(words)s” are buttons that may each show a part of the text below them. Compare with the source which part is whose."
)
SHOWN = 80  # characters


def rows_of_buttons(soup: BeautifulSoup) -> Iterator[list[Tag]]:
    rows: dict[int, tuple[Tag, list[Tag]]] = {}
    for label in soup.find_all(lambda tag: tag.name == "button" or not CLICKS.isdisjoint(tag.attrs)):
        if not _is_label(label):
            continue
        row = label.parent if label.parent.name != "li" else label.parent.parent
        if row is not None:
            rows.setdefault(id(row), (row, []))[1].append(label)
    for row, labels in rows.values():
        is_row = 1 < len(labels) <= MOST and not loose_length(row) and class_reason(row)[0] not in OF_PAGE
        if is_row and row.name not in NO_ROWS and row.find_parent(NO_ROWS) is None:
            yield labels


def _is_label(tag: Tag) -> bool:
    text = text_in(tag) if tag.name in LABELS and tag.find(NO_LABEL_HOLDS) is None else ""
    if not may_be_label(text, LONGEST):
        return False
    if str(tag.get("role") or "") in ROLES or str(tag.get("type")) in ("submit", "reset"):
        return False
    leads_away = tag.name == "a" and str(tag.get("href") or "#")[0] != "#"
    return not leads_away and not any(tag.has_attr(key) for key in OPENS)


def boxes_of(labels: list[Tag], *, by_order: bool) -> list[Tag]:
    """The box that each of these buttons shows, where something bears it out."""
    boxes = _switched(_behind(labels))
    if len(boxes) != len(labels):
        return []
    if any(key == "ng-hide" or NEGATED.search(str(box[key])) for box in boxes for key in SHOWS & box.attrs.keys()):
        return []  # such a box is shown by every button but the one that it names
    values, shown = [_values(label) for label in labels], [_values(box) for box in boxes]
    if not any(values) or not any(shown):
        if not by_order or not are_alike(boxes):
            return []
        boxes[0][OF_ROW] = _words_of(labels)
        return boxes
    told = {next(iter(value)): box for value, box in zip(shown, boxes, strict=True) if len(value) == 1}
    named = [next(iter(value)) if len(value) == 1 else "" for value in values]
    return [told[name] for name in named] if set(told) == set(named) and len(told) == len(labels) else []


def may_show_boxes(labels: list[Tag]) -> bool:
    behind = _behind(labels)
    if not behind or not any(behind[0].stripped_strings):
        return False
    if len(_switched(behind)) > 1 or any(not CLICKS.isdisjoint(label.attrs) for label in labels):
        return True
    row = list(takewhile(lambda box: are_alike([behind[0], box]), behind))
    inner = row if len(row) > 1 else behind[0].find_all(True, recursive=False, limit=MOST)
    return len(inner) == len(labels) and are_alike(inner)


def keep_buttons(labels: list[Tag]) -> None:
    """As words, which are dropped no more as controls."""
    for label in labels:
        label.name = "span" if label.name == "li" or label.parent.name == "li" else "p"
        del label["class"]
    labels[0][OF_ROW] = _words_of(labels)


def _words_of(labels: list[Tag]) -> str:
    return ", ".join(map(text_in, labels))


def buttons_told(root: Tag) -> list[Sentence]:
    return [Sentence(BUTTONS, words=str(tag[OF_ROW])[:SHOWN]) for tag in root.find_all(attrs={OF_ROW: True})]


def _behind(labels: list[Tag]) -> list[Tag]:
    """What stands right behind the row, or behind a box around it that holds nothing else."""
    words, last = " ".join(map(text_in, labels)), labels[-1]
    tag = last.parent if last.parent.name == "li" else last
    for _ in range(WRAPPERS):
        rest = [node for node in islice(tag.next_siblings, 3 * MOST) if isinstance(node, Tag) and node.contents]
        if rest:
            return rest
        if tag.parent is None or text_in(tag.parent) != words:
            return []
        tag = tag.parent
    return []


def _switched(behind: list[Tag]) -> list[Tag]:
    """The boxes of which one at a time is seen: all of them, or all but the first, are hidden."""
    row = behind
    for _ in range(WRAPPERS):
        if not row or row[0].name not in PANES:
            return []
        hidden = list(takewhile(_is_switched, row[1:]))
        if hidden:
            return [row[0], *hidden]
        row = row[0].find_all(True, recursive=False, limit=MOST)
    return []


def _is_switched(tag: Tag) -> bool:
    if tag.name not in PANES or tag.has_attr("role") or class_reason(tag)[0]:
        return False  # a window that opens above the page, or a menu
    if not SHOWS.isdisjoint(tag.attrs) or not HIDDEN_NAMES.isdisjoint(classes_of(tag)):
        return True
    return HIDES.search(str(tag.get("style") or "")) is not None


def _values(tag: Tag) -> set[str]:
    """The numbers and quoted words by which a script tells the tabs apart."""
    keys = [key for key in tag.attrs if key in CLICKS or key in SHOWS or key == "onclick"]
    return {quoted or number for key in keys for quoted, number in VALUE.findall(str(tag[key]))}
