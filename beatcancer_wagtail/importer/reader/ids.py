"""Ids that stand several times on a page, as where each accordion of a page counts its panels from 1.

A browser takes the first element of that id for all of them, a script the one beside what was pressed. So they are told
apart, and what names one names the nearest: the panel behind its label, in the innermost box that holds both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, islice

from bs4 import BeautifulSoup, Tag

OF_CELLS = ("data-label", "data-title", "data-th")  # the heading of the column
BACK = "aria-labelledby"  # a panel names the label before it
REFERS = frozenset(("aria-controls", "aria-owns", "for", BACK))
NO_LABELS = ("use", "image")  # drawings repeat the ids of their parts
QUOTED = re.compile(r"""(?<=["'])#?([\w:.-]+)(?=["'])""")
NEAR = 12  # elements around
MOST = 2000  # elements of one id


def part_ids(soup: BeautifulSoup) -> None:
    """Gives all but the first of an id one of their own, where each of them is named by a label of its own."""
    with_id: dict[str, list[Tag]] = defaultdict(list)
    for tag in soup.find_all(id=True):
        with_id[str(tag["id"])].append(tag)
    several = {name: tags for name, tags in with_id.items() if name and 1 < len(tags) <= MOST}
    if not several:
        return
    order: dict[int, int] = {}
    labels: dict[str, list[tuple[Tag, str]]] = defaultdict(list)
    for place, tag in enumerate(soup.find_all(True)):
        order[id(tag)] = place
        for key, name in _named_by(tag):
            if name in several and name != tag.get("id"):
                labels[name].append((tag, key))
    for name, found in labels.items():
        nearest = _nearest(several[name], found, order)
        if len(nearest) < len(several[name]):
            continue  # as likely a slip of the pen as a second panel
        for tag in several[name][1:]:
            tag["id"] = other = next(text for number in count(2) if (text := f"{name}-{number}") not in with_id)
            with_id[other].append(tag)
            for label, key in nearest[id(tag)]:
                label[key] = _renamed(key, str(label[key]), name, other)


def _named_by(tag: Tag) -> Iterator[tuple[str, str]]:
    """What it opens, or is opened by, and the attribute that says so."""
    for key, value in tag.attrs.items() if tag.name not in NO_LABELS else ():
        is_data = key[:5] == "data-" and key not in OF_CELLS
        if key in REFERS or is_data or (key == "href" and value[:1] == "#"):
            yield key, str(value).strip().removeprefix("#")
        elif key == "onclick":
            for name in set(QUOTED.findall(str(value))):
                yield key, name


def _renamed(key: str, value: str, name: str, other: str) -> str:
    if key != "onclick":
        return value.replace(name, other, 1)
    return QUOTED.sub(lambda found: found[0].replace(name, other) if found[1] == name else found[0], value)


def _nearest(tags: list[Tag], labels: list[tuple[Tag, str]], order: dict[int, int]) -> dict[int, list[tuple[Tag, str]]]:
    """The labels of each of these elements, by its ``id()``."""
    boxes: dict[int, list[Tag]] = defaultdict(list)
    for tag in tags:
        for box in (tag, *islice(tag.parents, NEAR)):
            boxes[id(box)].append(tag)
    found: dict[int, list[tuple[Tag, str]]] = defaultdict(list)
    for label, key in labels:
        inner = next((boxes[id(above)] for above in islice(label.parents, NEAR) if id(above) in boxes), tags)
        behind = bisect_left(inner, order[id(label)], key=lambda tag: order[id(tag)])
        place = max(behind - 1, 0) if key == BACK else min(behind, len(inner) - 1)
        found[id(inner[place])].append((label, key))
    return found
