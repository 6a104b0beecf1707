"""Where two texts of a page touch, with no space between and at the edge of an element."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag

from ..markup import BLOCKS, SILENT

UNITS = "%‰°+€£$"  # end a number
PLACE = re.compile(r"(?:^|[;\s])(position|left|top)\s*:\s*([\w.-]+)", re.I)
FEWEST_PIECES = 5
ONE_WORD = frozenset(("pre", "code", "kbd", "samp", "tt", "math", "svg", "ruby", "textarea", "title"))
BREAKS = BLOCKS | {"br", "hr"}


@dataclass(slots=True)
class Seam:
    """Two texts that touch, and the elements that end and begin between them, each from the inner to the outer one."""

    left: NavigableString
    right: NavigableString
    closed: list[Tag]
    opened: list[Tag]
    is_cut: bool = False  # a control stands between them

    @property
    def above(self) -> Tag:
        return (self.closed[-1] if self.closed else self.left).parent

    @property
    def is_between_elements(self) -> bool:
        return bool(self.closed and self.opened)

    @property
    def is_placed(self) -> bool:
        """Two pieces of a printed page, of which each has its own place on the paper."""
        return all(any(map(_has_place, tags)) for tags in (self.opened, self.closed))

    @property
    def digits(self) -> int:
        return self.left[-1].isdecimal() + self.right[0].isdecimal()


def seams_of(soup: BeautifulSoup) -> list[Seam]:
    seams: list[Seam] = []
    left: NavigableString | None = None
    closed: list[Tag] = []
    opened: list[Tag] = []
    is_cut = is_gap = False
    stack: list[tuple[Tag, bool]] = [(soup, False)]
    while stack:
        node, is_end = stack.pop()
        if isinstance(node, Tag):
            if node.name in SILENT:
                continue
            if node.name in BREAKS or node.name in ONE_WORD:
                left = None
            is_cut |= node.name == "input"
            if is_end:
                if opened and opened[-1] is node:
                    opened.pop()  # it is empty; one with a class may be an arrow, and a picture a space
                    is_gap |= node.has_attr("class") or (node.name == "img" and not node.get("alt"))
                elif node.name != "wbr":
                    closed.append(node)
                continue
            stack.append((node, True))
            if node.name not in ONE_WORD:
                opened += [node] if node.name != "wbr" else []
                stack.extend((child, False) for child in reversed(node.contents))
        elif type(node) is NavigableString and node:
            if left and not left[-1].isspace() and not node[0].isspace():
                seam = Seam(left, node, closed, opened[::-1], is_cut)
                if (left[-1].isalnum() or left[-1] in UNITS) and node[0].isalnum():
                    is_seam = closed or opened or is_cut or (is_gap and seam.digits == 2)
                else:
                    is_seam = seam.is_placed
                if is_seam:
                    seams.append(seam)
            left, closed, opened, is_cut, is_gap = node, [], [], False, False
    return seams


def _has_place(tag: Tag) -> bool:
    """A style sheet may say "absolute" for all the pieces; how far from two edges each stands it leaves to them."""
    style = {name.lower(): value.lower() for name, value in PLACE.findall(str(tag.get("style") or ""))}
    return style.get("position") in ("absolute", "fixed") or set(style) == {"left", "top"}


def is_laid_out(root: Tag) -> bool:
    """Whether most of a text stands in pieces of which each has its own place: their order in the mark-up need not be the seen one."""
    placed = root.find_all(lambda tag: "style" in tag.attrs and _has_place(tag))
    pieces = [tag for tag in placed if not tag.find(_has_place)] if len(placed) >= FEWEST_PIECES else []
    pieces = [tag for tag in pieces if not tag.find(["p", "ul", "ol", "table", "h2", "h3", "h4"])]  # a box of a page
    if len(pieces) < FEWEST_PIECES:
        return False
    return sum(len(tag.get_text()) for tag in pieces) * 2 > len(root.get_text())
