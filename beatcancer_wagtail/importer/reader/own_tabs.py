"""Tabs in elements of a site's own making: ``<x-tab panel="a">`` opens ``<x-tab-panel name="a">``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, Tag

from ..markup import BLOCKS
from .prune import text_in

GROUPS = frozenset(("tabs", "group", "list", "view", "container", "bar", "nav"))
LONGEST = 100  # characters of a label
MOST = 60  # tabs of a row
NEAR = 4  # elements around
SAY_NOTHING = frozenset(("class", "style", "slot", "role", "tabindex", "active", "selected", "variant", "size"))

NO_NAMES = ("", "true", "false")


def told_by_elements(soup: BeautifulSoup) -> Iterator[tuple[list[Tag], list[Tag]]]:
    groups: dict[int, dict[str, list[Tag]]] = defaultdict(lambda: defaultdict(list))
    for tag in soup.find_all(lambda tag: "-" in tag.name and "tab" in tag.name.split("-")):
        if GROUPS.isdisjoint(tag.name.split("-")):
            groups[id(_group_of(tag))][tag.name].append(tag)
    for kinds in groups.values():
        if len(kinds) != 2:
            continue
        labels, panels = kinds.values()
        if not 1 < len(labels) == len(panels) <= MOST or not all(map(_is_label, labels)):
            continue
        if all(any(panel.stripped_strings) for panel in panels) and (paired := _paired(labels, panels)):
            yield labels, paired


def _group_of(tag: Tag) -> Tag:
    above = (parent for parent in islice(tag.parents, NEAR) if "-" in parent.name)
    return next((parent for parent in above if {"tabs", "group"} & set(parent.name.split("-"))), tag.parent)


def _is_label(tag: Tag) -> bool:
    text = text_in(tag) if tag.find(list(BLOCKS)) is None else ""
    return re.search(r"[^\W\d_]", text) is not None and len(text) <= LONGEST


def _paired(labels: list[Tag], panels: list[Tag]) -> list[Tag]:
    """By a value that both have; by their order where none has any."""
    names = [_values(panel) for panel in panels]
    found = [[panel for panel, name in zip(panels, names, strict=True) if _values(label) & name] for label in labels]
    if not any(found):
        return panels
    each = {id(some[0]): some[0] for some in found if len(some) == 1}
    return list(each.values()) if len(each) == len(labels) else []


def _values(tag: Tag) -> set[str]:
    return {str(value) for key, value in tag.attrs.items() if key not in SAY_NOTHING and value not in NO_NAMES}
