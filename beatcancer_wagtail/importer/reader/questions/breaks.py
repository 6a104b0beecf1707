"""Lines that only ``<br>`` parts get an element of their own, so that a question among them is a node."""

from __future__ import annotations

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from .elements import INLINE
from .wording import ANSWER_LABEL, LONGEST_QUESTION, QUESTION_LABEL, likeness

MARK = "data-bc-line"
MOST_LINES = 12_000
FEW_LINES = 20
_WRAP_IN = frozenset(
    ("p", "div", "li", "td", "dd", "span", "font", "center", "section", "article", "blockquote", "body", "main")
)


def part_lines(root: Tag) -> None:
    """Wrap lines that look like a question. A bare ``span`` changes nothing for whoever reads the page later."""
    parents: dict[int, Tag] = {}
    for mark in root.find_all("br"):
        if mark.parent is not None and mark.parent.name in _WRAP_IN:
            parents.setdefault(id(mark.parent), mark.parent)
    for parent in parents.values():
        _wrap_lines(parent)
    for parent in _mixed(root, parents):
        _wrap_lines(parent, is_mixed=True)


def _mixed(root: Tag, known: dict[int, Tag]) -> list[Tag]:
    """Elements that begin with bare text and go on with blocks: "<li>Question?<div>answer</div></li>"."""
    found = []
    for tag in root.find_all(["li", "div", "td", "section", "article"]):
        if id(tag) in known:
            continue
        bare = False
        for node in tag.contents[:12]:
            if isinstance(node, Tag):
                if node.name not in INLINE and bare:
                    found.append(tag)
                if node.name not in INLINE:
                    break
            elif not isinstance(node, PreformattedString) and str(node).strip():
                bare = True
    return found


def _wrap_lines(parent: Tag, is_mixed: bool = False) -> None:
    """All lines of one element at once: thousands of single insertions into one element would take minutes."""
    wanted: dict[int, list[PageElement]] = {}
    lines = _lines(parent)
    for line in lines:
        text = " ".join("".join(_text(node) for node in line).split())
        if not text or len(text) > LONGEST_QUESTION + 20 or (len(line) == 1 and isinstance(line[0], Tag)):
            continue
        if (
            (is_mixed and line is lines[0])
            or QUESTION_LABEL.match(text)
            or (likeness(text) >= 1 and not ANSWER_LABEL.match(text))
        ):
            wanted[id(line[0])] = line
    if not wanted or len(wanted) > MOST_LINES:
        return
    if len(wanted) <= FEW_LINES:
        for line in wanted.values():
            tag = new_line()
            line[0].insert_before(tag)
            for one in line:
                tag.append(one)
        return
    nodes = list(parent.contents)
    parent.clear()
    inside: set[int] = set()
    for node in nodes:
        line = wanted.get(id(node))
        if line:
            tag = new_line()
            parent.append(tag)
            for one in line:
                tag.append(one)
                inside.add(id(one))
        elif id(node) not in inside:
            parent.append(node)


def new_line() -> Tag:
    tag = Tag(name="span")
    tag.attrs[MARK] = ""
    return tag


def part_text(text: NavigableString, start: int, end: int) -> Tag:
    """Wrap some characters of a text."""
    before, inside, after = str(text)[:start], str(text)[start:end], str(text)[end:]
    middle = NavigableString(inside)
    text.replace_with(middle)
    if before:
        middle.insert_before(NavigableString(before))
    if after:
        middle.insert_after(NavigableString(after))
    tag = new_line()
    middle.wrap(tag)
    return tag


def _lines(parent: Tag) -> list[list[PageElement]]:
    found: list[list[PageElement]] = [[]]
    for node in parent.contents:
        is_break = isinstance(node, Tag) and (node.name in {"br", "hr"} or node.name not in INLINE)
        if is_break:
            found.append([])
        elif not isinstance(node, PreformattedString):
            found[-1].append(node)
    trimmed = []
    for line in found:
        while line and isinstance(line[0], NavigableString) and not line[0].strip():
            line = line[1:]
        while line and isinstance(line[-1], NavigableString) and not line[-1].strip():
            line = line[:-1]
        if line:
            trimmed.append(line)
    return trimmed


def _text(node: PageElement) -> str:
    return node.get_text() if isinstance(node, Tag) else str(node)
