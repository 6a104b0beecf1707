"""Lists that a word processor wrote as paragraphs, each with its sign in front: they become lists.

Where the signs are more than bullets, or numbers that do not count 1, 2, 3, an editor's list would lose them, and a text may
refer to "step b". Such paragraphs stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from .vocabulary import classes_of

ITEM = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d+)", re.I)
SIGN = re.compile(r"mso-list\s*:\s*ignore\b", re.I)
BULLETS = frozenset("·•o§-–—▪■●○◦‣⁃*")
NUMBER = re.compile(r"(\d{1,3})[.)]")
# A page that was cleaned has lost the styles: there the wide space behind a sign tells it from a word.
IN_FRONT = re.compile(r"\s*(?:[·•▪§o–-]|\d{1,3}[.)])(?:\s*\xa0\s*){2,}")
FRONT = 8  # texts


@dataclass(slots=True)
class Item:
    tag: Tag
    family: str
    level: int
    sign: Tag | None  # the element of its own that it stands in
    text: str

    @property
    def number(self) -> int:
        found = NUMBER.fullmatch(self.text)
        return int(found[1]) if found else 0

    @property
    def kind(self) -> str:
        return "ol" if self.number else "ul" if self.text in BULLETS else ""


def make_lists(soup: BeautifulSoup) -> None:
    items = {id(tag): item for tag in soup.find_all("p", attrs={"class": True}) if (item := _item(tag))}
    for parent in {id(item.tag.parent): item.tag.parent for item in items.values()}.values():
        runs = [run for run in _runs(parent, items) if _keeps_signs(run)]
        if runs:
            _rebuild(soup, parent, runs)


def _item(tag: Tag) -> Item | None:
    names = classes_of(tag)
    if not any(name.lower().startswith("mso") for name in names):
        return None
    found = ITEM.search(str(tag.get("style") or ""))
    sign = tag.find(style=SIGN) if found else None
    if found and sign is not None:
        return Item(tag, found[1].lower(), int(found[2][:2]), sign, " ".join(sign.get_text().split()))
    front = "".join(islice(tag.strings, FRONT))
    if any(name.lower().startswith("msolist") for name in names) and (start := IN_FRONT.match(front)):
        return Item(tag, "", 1, None, start.group().strip())
    return None


def _runs(parent: Tag, items: dict[int, Item]) -> list[list[Item]]:
    """Items of one list with nothing between them."""
    runs: list[list[Item]] = []
    is_open = False
    for node in parent.contents:
        item = items.get(id(node))
        if item is None:
            is_open = is_open and type(node) is NavigableString and not node.strip()
        elif is_open and runs[-1][-1].family == item.family:
            runs[-1].append(item)
        else:
            runs.append([item])
            is_open = True
    return runs


def _keeps_signs(run: list[Item]) -> bool:
    """Whether a list would show all of them as they are."""
    counts: dict[int, tuple[str, int]] = {}
    for item in run:
        counts = {level: count for level, count in counts.items() if level <= item.level}
        kind, count = counts.get(item.level, (item.kind, 0))
        if (
            not item.kind
            or item.level < run[0].level
            or kind != item.kind
            or (item.number and item.number != count + 1)
        ):
            return False
        counts[item.level] = kind, count + 1
    return len(run) > 1 or not run[0].number  # a number alone is that of a heading or of a step with text below


def _rebuild(soup: BeautifulSoup, parent: Tag, runs: list[list[Item]]) -> None:
    """All of an element at once: to put thousands of lists in, one by one, would take minutes."""
    first = {id(run[0].tag): run for run in runs}
    inner = {id(item.tag) for run in runs for item in run}
    nodes: list[PageElement] = list(parent.contents)
    parent.clear()
    for node in nodes:
        if run := first.get(id(node)):
            parent.append(_list_of(soup, run))
        elif id(node) not in inner:
            parent.append(node)


def _list_of(soup: BeautifulSoup, run: list[Item]) -> Tag:
    top = soup.new_tag(run[0].kind)
    stack = [(run[0].level, top)]
    last: dict[int, Tag] = {}  # the last item of each open list, by its depth
    for item in run:
        while len(stack) > 1 and stack[-1][0] > item.level:
            stack.pop()
        if item.level > stack[-1][0]:
            nested = soup.new_tag(item.kind)
            last[len(stack)].append(nested)
            stack.append((item.level, nested))
        _take_sign(item)
        item.tag.name = "li"
        stack[-1][1].append(item.tag)
        last[len(stack)] = item.tag
    return top


def _take_sign(item: Item) -> None:
    if item.sign is not None:
        item.sign.extract()
        return
    texts = list(islice(item.tag.strings, FRONT))
    left = IN_FRONT.match("".join(texts)).end()  # type: ignore[union-attr]
    for text in texts:
        rest = text[left:]
        left = max(left - len(text), 0)
        text.replace_with(NavigableString(rest))
        if not left:
            break
