"""Headings of old pages: lines in bold that are set larger than the text, on pages without any other heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bs4 import NavigableString, Tag

from ..markup import is_text
from .measure import INLINE
from .prune import text_in
from .vocabulary import HEADING_TAGS

USUAL = 3  # of a browser, where the page says nothing
LONGEST = 120  # characters
LEAST_BESIDE = 60  # characters that a cell holds besides; a cell of a table with data is no heading
NO_TITLES = ("li", "dt", "dd", "th", "caption", "figcaption", "blockquote", "pre", "button", "label")
BOLD = ("b", "strong")
SIZE = re.compile(r"([+-]?)(\d)")


def name_font_titles(root: Tag) -> None:
    if root.find("font", size=True) is None or root.find(HEADING_TAGS[1:]) is not None:
        return
    lengths: Counter[int] = Counter()
    for text in root.find_all(string=re.compile(r"\w")):
        lengths[_size(text.parents, root)] += len(text.strip())
    if not lengths:
        return
    usual = max(lengths, key=lambda size: lengths[size])
    cells: dict[int, int] = {}
    lines = []
    for font in root.find_all("font", size=True):
        size = _size((font, *font.parents), root)
        if size > usual and (line := _line(font, root, cells)) is not None:
            lines.append((size, line))
    sizes = sorted({size for size, _ in lines}, reverse=True)
    # One line in the largest font of all is the title.
    first = 1 if len(sizes) > 1 and [size for size, _ in lines].count(sizes[0]) == 1 and lines[0][0] == sizes[0] else 2
    for size, line in lines:
        line.name = f"h{min(first + sizes.index(size), 6)}"


def _size(around: Iterable[Tag], root: Tag) -> int:
    for above in around:
        if above.name == "font" and (match := SIZE.fullmatch(str(above.get("size") or "").strip())):
            sign, number = match.groups()
            return USUAL + int(sign + number) if sign else int(number)
        if above is root:
            break
    return USUAL


def _line(font: Tag, root: Tag, cells: dict[int, int]) -> Tag | None:
    """The outermost element that holds just the words of the font, where these are a line of their own in bold."""
    text = text_in(font)
    if not re.search(r"\w", text) or len(text) > LONGEST or text.endswith((".", "。")) or font.find(("br", "img")):
        return None
    line = font
    while True:
        before, after = _beside(line.previous_siblings), _beside(line.next_siblings)
        if before is not None or after is not None or line.parent is root or line.parent is None:
            break
        if line.parent.name not in INLINE:
            break
        line = line.parent
    if not _ends(before) or not _ends(after) or line.find_parent(NO_TITLES) is not None:
        return None
    if not all(_is_bold(words, line) for words in line.find_all(string=re.compile(r"\w"))):
        return None
    if any(not str(link["href"]).startswith("#") for link in line.find_all("a", href=True)):
        return None
    cell = line.find_parent("td")
    if cell is not None and any(above is root for above in cell.parents):
        if id(cell) not in cells:
            cells[id(cell)] = len(text_in(cell))
        if cells[id(cell)] - len(text) < LEAST_BESIDE:
            return None
    return line


def _is_bold(words: NavigableString, line: Tag) -> bool:
    for above in words.parents:
        if above.name in BOLD:
            return True
        if above is line:
            break
    return False


def _beside(siblings: Iterable[object]) -> Tag | NavigableString | None:
    """The first of them that is seen: text, a break, or an element with words or a picture."""
    for node in siblings:
        if isinstance(node, Tag):
            if node.name not in INLINE or node.find(("img", "br")) or re.search(r"\w", node.get_text()):
                return node
        elif isinstance(node, NavigableString) and is_text(node) and node.strip():
            return node
    return None


def _ends(node: Tag | NavigableString | None) -> bool:
    """A line begins or ends there."""
    return node is None or (isinstance(node, Tag) and node.name not in (*INLINE, "img"))
