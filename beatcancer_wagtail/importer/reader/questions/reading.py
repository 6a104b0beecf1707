"""The page laid out flat once, so that "how much text is in here?" costs nothing: without it a page of ten thousand
items, or of ten thousand nested elements, would take hours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from bs4.element import CData, NavigableString, PageElement, PreformattedString, Script, Stylesheet, Tag, TemplateString

from .elements import (
    HIDDEN,
    ICON_CLASSES,
    INLINE,
    THINGS,
    attribute,
    is_icon_picture,
    level_of,
    signature,
    toggle_words,
    tokens,
)
from .wording import LABEL_ALONE, NUMBER, SIGNS, is_icon, key_of

MOST_WRAPPERS = 40


class Reading:
    """Every node of ``root`` has a start and an end; three running sums count its letters and digits.

    ``size`` counts all of them, ``weight`` leaves out the labels ("Q", "1.") and what works a toggle ("Show answer", the name
    of an icon), ``shown`` only the latter.
    """

    def __init__(self, root: Tag) -> None:
        self.root = root
        self.tags: list[Tag] = []
        self.nodes: list[PageElement] = []
        self.by_id: dict[str, list[Tag]] = defaultdict(list)
        self._at: dict[int, int] = {}
        self._ends: list[int] = []
        self._full: list[int] = [0]
        self._bare: list[int] = [0]
        self._shown: list[int] = [0]
        self._keys: list[str] = []
        self._things: list[int] = []
        self._links: list[int] = []
        self._levels: list[int] = []
        self._families: dict[str, list[int]] = defaultdict(list)
        self._toggles = toggle_words(root)
        self._lay_out()
        self.stream = "".join(self._keys)
        self._keys = []

    def _lay_out(self) -> None:
        stack: list[tuple[Tag, Iterator[PageElement], int, bool]] = []
        self._enter(self.root, stack, False)
        while stack:
            _tag, children, index, icon = stack[-1]
            for child in children:
                if isinstance(child, Tag):
                    if child.name not in HIDDEN:
                        self._enter(child, stack, icon)
                        break
                elif isinstance(child, NavigableString):
                    self._text(child, icon)
            else:
                self._ends[index] = len(self.nodes)
                stack.pop()

    def _enter(self, tag: Tag, stack: list, icon: bool) -> None:
        index = len(self.nodes)
        self._add(tag, 0, 0, 0)
        self.tags.append(tag)
        if tag.name in THINGS and not is_icon_picture(tag):
            self._things.append(index)
        elif tag.name == "a":
            self._links.append(index)
        if level_of(tag):
            self._levels.append(index)
        name = attribute(tag, "id").strip()
        if name:
            self.by_id[name].append(tag)
        icon = icon or tag.name == "svg"
        stack.append((tag, iter(tag.contents), index, icon))

    def _text(self, text: NavigableString, icon: bool) -> None:
        if isinstance(text, (Script, Stylesheet, TemplateString)) or (
            isinstance(text, PreformattedString) and not isinstance(text, CData)
        ):
            return
        key = key_of(text)
        self._keys.append(key)
        full = bare = shown = len(key)
        if full and full <= 40:
            if icon or (
                (is_icon(text) or text.strip() in self._toggles) and self._is_toggle(text) and not _is_within(text)
            ):
                bare = shown = 0
            elif (
                full <= 12
                and text.parent.name not in {"sup", "sub"}
                and (LABEL_ALONE.fullmatch(text) or NUMBER.fullmatch(text))
            ):
                bare = 0
        self._add(text, full, bare, shown)

    def _is_toggle(self, text: NavigableString) -> bool:
        parent, names = text.parent, ""
        for _ in range(2):
            if parent is not None:
                names += " ".join([parent.name, *tokens(parent)]) + " "
                parent = parent.parent
        return any(part in names for part in ICON_CLASSES) or text.parent.name in {"i", "span", "button", "small"}

    def _add(self, node: PageElement, full: int, bare: int, shown: int) -> None:
        self._at[id(node)] = len(self.nodes)
        self.nodes.append(node)
        self._ends.append(len(self.nodes))
        self._full.append(self._full[-1] + full)
        self._bare.append(self._bare[-1] + bare)
        self._shown.append(self._shown[-1] + shown)

    def has(self, node: PageElement) -> bool:
        return id(node) in self._at

    def start(self, node: PageElement) -> int:
        return self._at[id(node)]

    def end(self, node: PageElement) -> int:
        return self._ends[self._at[id(node)]]

    def span(self, node: PageElement) -> tuple[int, int]:
        index = self._at[id(node)]
        return index, self._ends[index]

    def size(self, start: int, end: int) -> int:
        return self._full[end] - self._full[start] if end > start else 0

    def weight(self, start: int, end: int) -> int:
        return self._bare[end] - self._bare[start] if end > start else 0

    def shown(self, start: int, end: int) -> int:
        return self._shown[end] - self._shown[start] if end > start else 0

    def size_of(self, node: PageElement) -> int:
        return self.size(*self.span(node))

    def weight_of(self, node: PageElement) -> int:
        return self.weight(*self.span(node))

    def key(self, start: int, end: int) -> str:
        return self.stream[self._full[start] : self._full[end]]

    def letters_before(self, index: int) -> int:
        return self._full[index]

    def node_at(self, letter: int) -> int:
        """Which node holds this letter of the stream."""
        return bisect_right(self._full, letter) - 1

    def tags_in(self, tag: Tag, most: int) -> list[Tag]:
        """An element and the first nodes in it that are elements."""
        start, end = self.span(tag)
        return [node for node in self.nodes[start : min(end, start + most)] if isinstance(node, Tag)]

    def tags_between(self, start: int, end: int) -> list[Tag]:
        return [node for node in self.nodes[start:end] if isinstance(node, Tag)]

    def alike(self, family: str, start: int, end: int) -> list[Tag]:
        """The elements of one signature in a stretch."""
        if not self._families:
            for tag in self.tags:
                self._families[signature(tag)].append(self.start(tag))
        places = self._families.get(family, [])
        return [self.nodes[place] for place in places[bisect_left(places, start) : bisect_left(places, end)]]  # type: ignore[misc]

    def text(self, start: int, end: int, most: int = 400) -> str:
        """The text of a stretch, cut off where it is longer than any question."""
        parts: list[str] = []
        length = 0
        for index in range(start, end):
            node = self.nodes[index]
            if isinstance(node, NavigableString):
                parts.append(node)
                length += len(node)
                if length > most:
                    break
            elif isinstance(node, Tag) and node.name not in INLINE:
                parts.append(" ")
        return " ".join("".join(parts).split())

    def text_of(self, node: PageElement, most: int = 400) -> str:
        return self.text(*self.span(node), most)

    def widened(self, tag: Tag) -> Tag:
        """The outermost element that holds this one and no other text but labels and icons."""
        start, end = self.span(tag)
        for _ in range(MOST_WRAPPERS):
            parent = tag.parent
            if (
                parent is None
                or parent is self.root
                or not self.has(parent)
                or parent.name in {"details", "dl", "table", "body"}
            ):
                break
            above = self.span(parent)
            if self.weight(above[0], start) or self.shown(end, above[1]):
                break
            if self.things(above[0] + 1, start) or self.things(end, above[1]):
                break
            tag, (start, end) = parent, above
        return tag

    def things(self, start: int, end: int) -> list[Tag]:
        """What is content without a word: pictures that are no icons, films, tables, fields."""
        return self._among(self._things, start, end)

    def links(self, start: int, end: int) -> list[Tag]:
        return self._among(self._links, start, end)

    def headings(self, start: int, end: int) -> list[Tag]:
        return self._among(self._levels, start, end)

    def _among(self, places: list[int], start: int, end: int) -> list[Tag]:
        return [self.nodes[place] for place in places[bisect_left(places, start) : bisect_left(places, end)]]  # type: ignore[misc]


def first_in(positions: list[int], start: int, end: int) -> int:
    """The first of these sorted positions from ``start`` up to ``end``, or -1."""
    index = bisect_left(positions, start)
    return positions[index] if index < len(positions) and positions[index] < end else -1


def _is_within(text: NavigableString) -> bool:
    """Whether a word stands in the middle of a sentence: "Should it be left *open*?"."""
    around = (text.parent.previous_siblings, text.parent.next_siblings) if text.parent is not None else ()
    return bool(around) and all(any(_goes_on(node) for node in islice(nodes, 2)) for nodes in around)


def _goes_on(node: PageElement) -> bool:
    words = node.get_text().strip() if not isinstance(node, Tag) or node.name in INLINE else ""
    return bool(words.strip(SIGNS)) and not is_icon(words)
