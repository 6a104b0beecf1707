"""The list of links to the questions below: it would lead nowhere, and says them twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice

from bs4.element import Tag

from .elements import attribute
from .pairs import Pair, unlabelled
from .reading import Reading
from .wording import key_of

_LISTS = frozenset(("ul", "ol", "nav", "div", "p", "section", "aside", "td"))


def contents_of(reading: Reading, pairs: list[Pair]) -> list[Tag]:
    """Lists, outermost first found, of nothing but links to questions of the page."""
    keys = {pair.key for pair in pairs} | {key_of(pair.wording) for pair in pairs}
    keys |= {key_of(unlabelled(pair.wording)) for pair in pairs}  # the list may do without the numbers
    inside = {id(tag) for pair in pairs for tag in reading.links(*reading.span(pair.tag))}
    sums: Counter[int] = Counter()
    lists: dict[int, Tag] = {}
    for tag in reading.links(0, len(reading.nodes)):
        if "#" not in attribute(tag, "href") or id(tag) in inside or reading.key(*reading.span(tag)) not in keys:
            continue
        if any(parent.name in {"summary", "button"} for parent in islice(tag.parents, 6)):
            continue
        node = tag.parent
        for _ in range(4):
            if node is None or node is reading.root or not reading.has(node):
                break
            sums[id(node)] += reading.size_of(tag)
            lists[id(node)] = node
            node = node.parent
    taken = {id(pair.tag) for pair in pairs}
    whole = [
        tag
        for key, tag in lists.items()
        if sums[key] >= reading.weight_of(tag) > 0 and not reading.things(*reading.span(tag)) and id(tag) not in taken
    ]
    marks = {id(tag) for tag in whole}
    starts = [pair.start for pair in pairs]
    found = []
    for tag in whole:
        start, end = reading.span(tag)
        asks = bisect_left(starts, end) > bisect_left(starts, start)
        if tag.name in _LISTS and not asks and not any(id(parent) in marks for parent in islice(tag.parents, 6)):
            found.append(tag)
    return found
