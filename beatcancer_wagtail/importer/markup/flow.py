"""Text as it streams by: marks, links and lists in, tidy lines out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from bs4 import Tag

from beatcancer_wagtail.importer.markup.addresses import safe_address
from beatcancer_wagtail.importer.markup.lines import BULLET, NUMBER, PARAGRAPH, Line
from beatcancer_wagtail.importer.markup.scripts import lowered, raised, script_of
from beatcancer_wagtail.importer.markup.spans import BREAK, PLAIN, Marks, Span, join, tidy
from beatcancer_wagtail.importer.markup.strikes import is_struck_out

STYLES = {
    **dict.fromkeys(("b", "strong", "dt", "th"), "BOLD"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "ITALIC"),
    **dict.fromkeys(("s", "strike", "del"), "STRIKETHROUGH"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "CODE"),
    "sup": "SUPERSCRIPT",
    "sub": "SUBSCRIPT",
}
LISTS = {"ul": BULLET, "ol": NUMBER, "menu": BULLET, "dir": BULLET}


def _counts_otherwise(ol: Tag) -> bool:
    """It does not count 1, 2, 3, and the text may refer to its numbers: "go on with step b"."""
    items = ol.find_all("li", recursive=False)
    return (
        ol.has_attr("reversed")
        or str(ol.get("start") or "1") != "1"
        or str(ol.get("type") or "1") != "1"
        or any(str(item.get("value") or place) != str(place) for place, item in enumerate(items, 1))
    )


def _styles_of(tag: Tag) -> Iterator[str]:
    if style := STYLES.get(tag.name):
        yield style
    if style := script_of(tag):
        yield style
    if STYLES.get(tag.name) != "STRIKETHROUGH" and is_struck_out(tag):
        yield "STRIKETHROUGH"


@dataclass(slots=True)
class _List:
    kind: str
    has_items: bool = False
    is_cut: bool = False


@dataclass(slots=True)
class _Item:
    kind: str
    depth: int
    line: Line | None = None


@dataclass(slots=True)
class Flow:
    """Feed it ``open``, ``text`` and ``close`` in reading order, and call ``end_line`` where a block begins or ends."""

    features: Collection[str]
    base: str = ""
    lines: list[Line] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    odd_numbers: bool = False  # a numbered list that did not begin at 1, or was cut in two
    lost_strikes: list[str] = field(default_factory=list)
    _styles: dict[str, int] = field(default_factory=dict)
    _links: list[tuple[int, str] | None] = field(default_factory=list)
    _link_count: int = 0
    _lists: list[_List] = field(default_factory=list)
    _items: list[_Item | None] = field(default_factory=list)  # None: a list was opened, no item yet
    _marks: Marks = PLAIN

    def open(self, tag: Tag) -> None:
        name = tag.name
        for style in _styles_of(tag):
            self._styles[style] = self._styles.get(style, 0) + 1
            self._remark()
        if name == "a":
            address = safe_address(str(tag.get("href") or ""), self.base) if "link" in self.features else ""
            self._link_count += 1
            self._links.append((self._link_count, address) if address else None)
            self._remark()
        elif name in LISTS:
            self.end_line()
            self._lists.append(_List(LISTS[name]))
            self._items.append(None)
            self.odd_numbers |= name == "ol" and _counts_otherwise(tag)
        elif name == "li":
            self.end_line()
            kind = self._lists[-1].kind if self._lists else BULLET
            self._items.append(_Item(kind, max(len(self._lists) - 1, 0)))

    def close(self, tag: Tag) -> None:
        name = tag.name
        for style in _styles_of(tag):
            self._styles[style] -= 1
            self._remark()
        if name == "a":
            self._links.pop()
            self._remark()
        elif name in LISTS:
            self.end_line()
            self._lists.pop()
            self._items.pop()
        elif name == "li":
            self.end_line()
            self._items.pop()

    def _remark(self) -> None:
        styles = {style for style, count in self._styles.items() if count > 0}
        if "SUPERSCRIPT" in styles and "SUBSCRIPT" in styles:
            styles.discard("SUPERSCRIPT")
        kept = tuple(sorted(style for style in styles if style.lower() in self.features))
        self._marks = Marks(next((link for link in reversed(self._links) if link), None), kept)

    def text(self, text: str) -> None:
        if self._styles:
            if self._styles.get("SUPERSCRIPT") and "superscript" not in self.features:
                text = raised(text)
            elif self._styles.get("SUBSCRIPT") and "subscript" not in self.features:
                text = lowered(text)
            if self._styles.get("STRIKETHROUGH") and "strikethrough" not in self.features and text.strip():
                self.lost_strikes.append(text)
        self.spans.append((text, self._marks))

    def line_break(self) -> None:
        self.spans.append((BREAK, PLAIN))

    def follows_list(self, tag: Tag) -> bool:
        """Whether the tag opens a list right behind another of its kind: the editor would make one of the two."""
        kind = LISTS.get(tag.name)
        return bool(kind and not self._lists and self.lines and self.lines[-1].kind == kind and self.line_is_empty)

    @property
    def link(self) -> str:
        """The address that what comes now leads to."""
        return self._marks.link[1] if self._marks.link else ""

    def within(self) -> Flow:
        """A flow of its own for what stands apart in this one, below the same link."""
        flow = Flow(self.features, self.base)
        flow._links = [self._marks.link]
        flow._link_count = self._link_count + 1000
        flow._remark()
        return flow

    @property
    def line_is_empty(self) -> bool:
        """Nothing but spaces since the line, or the last break in it, began."""
        for text, _ in reversed(self.spans):
            if text == BREAK:
                return True
            if text.strip():
                return False
        return True

    def end_line(self) -> None:
        spans, self.spans = self.spans, []
        for paragraph in _parted(spans):
            tidied = tidy(paragraph)
            if tidied:
                self._add(tidied)

    def _add(self, spans: list[Span]) -> None:
        item = self._items[-1] if self._items else None
        if item is None and len(self._lists) > 1:
            item = _Item(self._lists[-1].kind, len(self._lists) - 1)  # text in a list, outside its items
        if item is None or not {"ul", "ol"} & set(self.features):
            mark = [("• ", PLAIN)] if item and not item.line else []
            self.lines.append(Line(tidy([*mark, *spans])))
            if item:
                item.line = self.lines[-1]
            return
        if item.line is None:
            self._count_item(item)
            item.line = Line(spans, self._kind(item.kind), item.depth)
            self.lines.append(item.line)
        elif self.lines and self.lines[-1] is item.line:
            join(item.line.spans, spans)
        elif any(line is item.line for line in reversed(self.lines)):
            self._add_after_nested(item, spans)
        else:  # a picture or table cut the item in two
            self.lines.append(Line(spans))

    def _count_item(self, item: _Item) -> None:
        if item.depth < len(self._lists):
            list_ = self._lists[item.depth]
            self.odd_numbers |= list_.is_cut and item.kind == NUMBER
            list_.has_items = True

    def _kind(self, kind: str) -> str:
        return kind if kind in self.features else "ul" if kind == "ol" else "ol"

    def _add_after_nested(self, item: _Item, spans: list[Span]) -> None:
        """The editor has no text behind a nested list. A bullet more says the same; a number more would not."""
        if item.line is None:
            return
        if item.kind != NUMBER:
            item.line = Line(spans, item.line.kind, item.depth)
            self.lines.append(item.line)
            return
        start = next(place for place, line in enumerate(self.lines) if line is item.line)
        count = 0
        for nested in self.lines[start + 1 :]:
            count = count + 1 if nested.kind == NUMBER else 0
            sign = "" if nested.kind == PARAGRAPH else f"{count}. " if count else "• "
            join(item.line.spans, [(sign, PLAIN), *nested.spans] if sign else nested.spans)
        join(item.line.spans, spans)
        del self.lines[start + 1 :]

    def take_lines(self) -> list[Line]:
        """The lines so far. A list that is still open goes on afterwards as a list of its own."""
        self.end_line()
        for list_ in self._lists:
            list_.is_cut |= list_.has_items
        lines, self.lines = self.lines, []
        return lines


def _parted(spans: list[Span]) -> list[list[Span]]:
    """Two breaks in a row part paragraphs."""
    paragraphs: list[list[Span]] = [[]]
    breaks = 0
    for span in spans:
        if span[0] == BREAK:
            breaks += 1
            continue
        if breaks and not span[0].strip():
            continue
        if breaks >= 2:
            paragraphs.append([])
        elif breaks:
            paragraphs[-1].append((BREAK, PLAIN))
        breaks = 0
        paragraphs[-1].append(span)
    return paragraphs
