"""Lines that may be questions: headings, bold lines, and whatever ends in a question mark."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from bs4.element import NavigableString, PageElement, Tag

from .elements import INLINE, attribute, level_of, signature
from .pairs import unlabelled
from .reading import Reading
from .wording import LONGEST_QUESTION, QUESTION_LABEL, is_open_end, key_of, likeness

BOLD = frozenset(("b", "strong"))
MOST_BEFORE = 100  # signs and empty elements before a line
_ENDS = re.compile(r"[?？؟;;⸮፧՞か吗嗎까]|か。")
_NEVER = frozenset(
    ("option", "textarea", "title", "figcaption", "caption", "blockquote", "q", "cite", "code", "pre", "th")
)
_TWO_SENTENCES = re.compile(r"[.!。]\s+[A-ZÀ-Ý¿\u0400-\u042f]|[。！].")


@dataclass(slots=True)
class Line:
    tag: Tag
    start: int
    kind: str  # "heading", "bold", "leaf", "plain" or "label"
    family: str  # lines of one family look alike
    text: str
    asks: bool
    level: int = 0


def lines_of(reading: Reading) -> list[Line]:
    """In reading order, each element once."""
    found: dict[int, Line] = {}
    for node in reading.nodes:
        tag: Tag | None = None
        if isinstance(node, Tag):
            if level_of(node) or (node.name in BOLD and reading.weight_of(node) and _begins_line(reading, node)):
                tag = node
        elif (
            isinstance(node, NavigableString)
            and len(node) <= 2000
            and _ENDS.search(node[-12:])
            and likeness(node[-200:]) >= 1
        ) or (isinstance(node, NavigableString) and "՞" in node[:400]):
            tag = _line_around(reading, node)
        elif isinstance(node, NavigableString) and QUESTION_LABEL.match(node[:40]):
            tag = _labelled(reading, node)
        line = _line(reading, tag) if tag is not None else None
        if line:
            found.setdefault(id(line.tag), line)
    lines = sorted(found.values(), key=lambda line: line.start)
    times = Counter(key_of(unlabelled(line.text)) for line in lines)
    return [line for line in lines if times[key_of(unlabelled(line.text))] < 2 or not _only_links(reading, line)]


def _only_links(reading: Reading, line: Line) -> bool:
    """A line of the list of contents: it leads to the same words further down."""
    start, end = reading.span(line.tag)
    links = reading.links(start, end)
    above = next((tag for tag in islice(line.tag.parents, 3) if tag.name == "a"), None)
    links += [above] if above is not None else []
    return (
        any(
            attribute(link, "href").strip("# ") and reading.size_of(link) >= reading.weight(start, end)
            for link in links
        )
        and not line.level
    )


def _line(reading: Reading, tag: Tag) -> Line | None:
    inner_level = level_of(tag)
    if tag.name in _NEVER or not 2 <= reading.size_of(tag) <= LONGEST_QUESTION + 20 or not reading.weight_of(tag):
        return None
    wide = reading.widened(tag)
    text = reading.text_of(wide)
    level = level_of(wide) or inner_level
    asks = likeness(unlabelled(text)) >= 1 and not is_open_end(unlabelled(text))
    if level:
        return Line(
            wide,
            reading.start(wide),
            "heading",
            f"h{level}",
            text,
            asks or (likeness(unlabelled(text)) >= 0.6 and not is_open_end(text)),
            level,
        )
    if QUESTION_LABEL.match(text):
        return Line(wide, reading.start(wide), "label", "label", text, True)
    if tag.name in BOLD or _all_bold(reading, wide):
        return Line(wide, reading.start(wide), "bold", "bold", text, asks)
    for one in (tag, wide):
        if attribute(one, "class") and one.name not in {"p", "li", "body"}:
            return Line(one if one is wide else wide, reading.start(wide), "leaf", signature(one), text, asks)
    for one in (tag, wide):
        if attribute(one, "class"):
            return Line(wide, reading.start(wide), "leaf", signature(one), text, asks)
    if "-" in tag.name:
        return Line(wide, reading.start(wide), "leaf", tag.name, text, asks)
    return Line(wide, reading.start(wide), "plain", tag.name, text, asks and not _TWO_SENTENCES.search(text))


def _line_around(reading: Reading, node: NavigableString) -> Tag | None:
    """The block whose text ends here, or the inline element at the start of a line that ends here."""
    end = reading.end(node)
    block, best = node.parent, None
    for _ in range(30):
        if block is None or not reading.has(block) or block is reading.root:
            return best
        if block.name not in INLINE:
            break
        if not reading.shown(end, reading.end(block)):
            best = block
        block = block.parent
    if block is None or not reading.has(block):
        return best
    if not reading.shown(end, reading.end(block)) and reading.size_of(block) <= LONGEST_QUESTION + 20:
        return block
    return best if best is not None and _begins_line(reading, best) else None


def _labelled(reading: Reading, node: NavigableString) -> Tag | None:
    """The block or the wrapped line that begins with "Q:"."""
    tag = node.parent
    for _ in range(6):
        if (
            tag is None
            or not reading.has(tag)
            or tag is reading.root
            or reading.size(reading.start(tag), reading.start(node))
        ):
            return None
        if tag.name not in INLINE or "data-bc-line" in tag.attrs:
            return tag
        tag = tag.parent
    return None


def _begins_line(reading: Reading, tag: Tag) -> bool:
    """Whether nothing but labels stands before it in its block, or a line break does."""
    node: PageElement = tag
    for _ in range(8):
        for before in islice(node.previous_siblings, MOST_BEFORE):
            if isinstance(before, Tag) and before.name in {"br", "hr"}:
                return True
            if reading.has(before) and reading.weight_of(before):
                return isinstance(before, Tag) and before.name not in INLINE
        if node.parent is None or not reading.has(node.parent) or node.parent.name not in INLINE:
            return True
        node = node.parent
    return False


def _all_bold(reading: Reading, tag: Tag) -> bool:
    weight = reading.weight_of(tag)
    inside = [one for one in reading.tags_in(tag, 40) if one.name in BOLD or "bold" in attribute(one, "style")]
    return bool(weight) and any(reading.weight_of(one) * 10 >= weight * 9 for one in inside)
