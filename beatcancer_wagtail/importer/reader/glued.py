"""Boxes side by side without a space between, as "12" and "200 mg" in two cells: only a style sheet keeps them apart.

Read one after another they would be one word, and "12200 mg" is another dose. Here such texts get a space, in the tree
itself, so that headings, cells, questions, facts and the count of words all see it. A word of which only a part is styled
(a drop cap, a syllable in bold, H₂O) stays one word: digits are always parted, letters only where something says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag

from ..drops import gettext_noop
from ..markup import BLOCKS, SILENT
from ..markup.scripts import script_of
from ..outline import Sentence
from .vocabulary import words_of_class

PARTED = gettext_noop(
    "Numbers that stood side by side with no space between them were parted: “%(words)s”. Compare them with the source."
)
UNITS = "%‰°+€£$"  # end a number
SHOWN = 300  # characters
AROUND = 20
ONE_WORD = frozenset(("pre", "code", "kbd", "samp", "tt", "math", "svg", "ruby", "textarea", "title"))
SCRIPTS = frozenset(("sup", "sub"))
STYLING = frozenset(("b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "mark", "small", "big", "font", "q"))
BREAKS = BLOCKS | {"br", "hr"}
ROLES = frozenset(("cell", "gridcell", "columnheader", "rowheader", "row", "listitem", "option", "tab", "tooltip"))
OWN_STYLE = re.compile(r"display\s*:\s*(?:inline-)?(?:block|flex|grid|table|table-cell|table-row|list-item)\b", re.I)
LAYOUT_STYLE = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid|table|table-row)\b", re.I)
GAP_STYLE = re.compile(r"(?:margin|padding)-(?:left|right|inline-start|inline-end)\s*:\s*(?!-|0(?![.\d]))[.\d]", re.I)
LAYOUTS = frozenset(("flex", "grid", "row", "table", "tr", "columns"))
CELLS = frozenset(("cell", "col", "column", "td", "th"))
# What stands apart from the word that it follows, in a window of its own or for those who listen.
ASIDE = frozenset(("tooltiptext", "tooltip-text", "sr-only", "visually-hidden", "visuallyhidden"))
ASIDE |= {"screen-reader", "screen-reader-text", "screenreader"}
WINDOW = frozenset(("tooltip", "popover"))  # of an explanation, or of the word that it explains
CAPITALS = frozenset(("dropcap", "drop-cap", "first-letter", "firstletter", "initial", "initials"))
_FIELDS = """
label value key name title subtitle term text desc description definition number num count counter unit date time day month
year age heading caption meta info tag badge chip item dose price amount total figure stat detail details category status
percent percentage field summary lead author role
"""
FIELDS = frozenset(_FIELDS.split())


@dataclass(slots=True)
class Parted:
    """Where numbers were parted with no proof that they are two, for those who compare."""

    places: list[tuple[NavigableString, str]] = field(default_factory=list)

    def look(self, root: Tag) -> list[Sentence]:
        said = dict.fromkeys(words for text, words in self.places if any(above is root for above in text.parents))
        return [Sentence(PARTED, words="”, “".join(said)[:SHOWN])] if said else []


@dataclass(slots=True)
class _Seam:
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
    def digits(self) -> int:
        return self.left[-1].isdecimal() + self.right[0].isdecimal()


def part_boxes(soup: BeautifulSoup) -> Parted:
    parted = Parted()
    before: dict[int, tuple[NavigableString, str]] = {}
    after: dict[int, tuple[NavigableString, str]] = {}
    doubtful: dict[int, str] = {}
    loose: dict[int, bool] = {}  # of each parent once, which may have ten thousand children
    for seam in _seams(soup):
        if id(seam.above) not in loose:
            loose[id(seam.above)] = _has_loose_words(seam.above)
        reason = _why_apart(seam, is_loose=loose[id(seam.above)])
        if reason:
            # Within an element, which has few children: among ten thousand siblings each place would be searched for.
            inner, spaces = (seam.left, after) if seam.closed else (seam.right, before)
            spaces[id(inner)] = (inner, " ")
            if reason == "doubtful":
                doubtful[id(inner)] = f"{_end_of(seam.left)} {_start_of(seam.right)}"
    for key, (text, _) in {**before, **after}.items():
        spaced = NavigableString((" " if key in before else "") + text + (" " if key in after else ""))
        text.replace_with(spaced)
        if key in doubtful:
            parted.places.append((spaced, doubtful[key]))
    return parted


def _seams(soup: BeautifulSoup) -> list[_Seam]:
    seams: list[_Seam] = []
    left: NavigableString | None = None
    closed: list[Tag] = []
    opened: list[Tag] = []
    is_cut = False
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
                    opened.pop()
                elif node.name != "wbr":
                    closed.append(node)
                continue
            stack.append((node, True))
            if node.name not in ONE_WORD:
                opened += [node] if node.name != "wbr" else []
                stack.extend((child, False) for child in reversed(node.contents))
        elif type(node) is NavigableString and node:
            if left and (left[-1].isalnum() or left[-1] in UNITS) and node[0].isalnum() and (closed or opened):
                seams.append(_Seam(left, node, closed, opened[::-1], is_cut))
            left, closed, opened, is_cut = node, [], [], False
    return seams


def _why_apart(seam: _Seam, *, is_loose: bool) -> str:
    """ "sure", "doubtful" or "" for one word."""
    chain = [*seam.closed, *seam.opened]
    if seam.is_cut or _are_two_links(seam):
        return "sure"
    if any(tag.name in SCRIPTS or script_of(tag) for tag in chain) or any(map(_starts_a_word, seam.closed)):
        return ""
    if _stands_alone(seam, chain):
        return "sure"
    if seam.is_between_elements and not is_loose and _are_two_fields(seam):
        return "sure" if seam.digits < 2 else "doubtful"
    if seam.digits == 2 and (seam.is_between_elements or any(map(_is_more_than_styled, chain))):
        return "doubtful"
    return ""


def _are_two_links(seam: _Seam) -> bool:
    """Two links to two places. One that was cut in two by an editor leads to the same place."""
    this, that = (next((tag for tag in tags if tag.name == "a"), None) for tags in (seam.closed, seam.opened))
    return this is not None and that is not None and this.get("href") != that.get("href")


def _starts_a_word(tag: Tag) -> bool:
    """A large first letter."""
    return bool(CAPITALS & _class_words(tag))


def _stands_alone(seam: _Seam, chain: list[Tag]) -> bool:
    """What is a box by its role, its style, its class or by what it stands in."""
    if any(str(tag.get("role") or "") in ROLES or ASIDE & _class_words(tag) for tag in chain):
        return True
    if any(WINDOW & _class_words(tag) for tag in seam.opened) or any(
        WINDOW & _class_words(tag) and " " in tag.get_text().strip() for tag in seam.closed
    ):
        return True
    styles = [str(tag.get("style") or "") for tag in chain]
    if seam.digits and any(map(GAP_STYLE.search, styles)):
        return True
    if not seam.digits and _is_spelled(seam):
        return False
    if any(map(OWN_STYLE.search, styles)) or (
        seam.is_between_elements and any(CELLS & _class_words(tag) for tag in chain)
    ):
        return True
    if seam.is_between_elements and (
        any("-" in tag.name for tag in chain)
        or (any(tag.name == "label" for tag in seam.closed) and any(tag.name == "label" for tag in seam.opened))
    ):
        return True
    above = seam.above
    if not (LAYOUT_STYLE.search(str(above.get("style") or "")) or LAYOUTS & _class_words(above)):
        return False
    return seam.is_between_elements or any(map(_is_more_than_styled, chain))


def _is_spelled(seam: _Seam) -> bool:
    """One letter by itself: a first letter, or a word of which each letter moves by itself."""
    return len(seam.left.strip()) == 1 and (len(seam.right.strip()) == 1 or seam.right[0].islower())


def _are_two_fields(seam: _Seam) -> bool:
    """Elements of two kinds, as a number and its label."""
    this, that = seam.closed[-1], seam.opened[-1]
    if seam.digits:
        return seam.digits == 2 or (this.name, _names(this)) != (that.name, _names(that))
    if _is_spelled(seam):
        return False
    if _are_two_words(seam) and (this.name != that.name or (_names(this) and _names(that))):
        return True
    return _names(this) != _names(that) and all(
        any(FIELDS & _class_words(tag) for tag in tags) for tags in (seam.closed, seam.opened)
    )


def _are_two_words(seam: _Seam) -> bool:
    """ "NauseaCommon" is no word, "mmHg" and "kPa" are."""
    before, after = seam.left[-2:], seam.right[:3]
    return len(before + after) == 5 and (before + after).isalpha() and before.islower() and after.istitle()


def _is_more_than_styled(tag: Tag) -> bool:
    return tag.name not in STYLING and (tag.name != "span" or tag.has_attr("class") or tag.has_attr("role"))


def _has_loose_words(tag: Tag) -> bool:
    return any(type(child) is NavigableString and re.search(r"\w", child) for child in tag.contents)


def _names(tag: Tag) -> frozenset[str]:
    value = tag.get("class") or []
    return frozenset(value.split() if isinstance(value, str) else value)


def _class_words(tag: Tag) -> set[str]:
    return {word for name in _names(tag) for word in words_of_class(name)}


def _end_of(text: str) -> str:
    return text[-AROUND:].split()[-1]


def _start_of(text: str) -> str:
    return " ".join(text[:AROUND].split()[:2])
