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
from ..markup.scripts import script_of
from ..outline import Sentence
from .seams import Seam, is_laid_out, seams_of
from .vocabulary import classes_of, words_of_class

PARTED = gettext_noop(
    "Numbers that stood side by side with no space between them were parted: “%(words)s”. Compare them with the source."
)
PLACED = gettext_noop(
    "The page puts each piece of its text in a place of its own, as pages made from a PDF do. What stands side by side there, such as the columns of a table, may stand apart here: compare it with the source."
)
BREAK = "\n"  # "12 200 mg" may be read as one number, two lines cannot
SHOWN = 300  # characters
AROUND = 20
SCRIPTS = frozenset(("sup", "sub"))
STYLING = frozenset(("b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "mark", "small", "big", "font", "q"))
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
BADGES = frozenset(("badge", "chip", "pill", "lozenge", "ribbon"))
ICON_FONTS = frozenset(("material-icons", "material-symbols"))  # the icon's name is its text
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
        told = [Sentence(PLACED)] if is_laid_out(root) else []
        return told + ([Sentence(PARTED, words="”, “".join(said)[:SHOWN])] if said else [])


def part_boxes(soup: BeautifulSoup) -> Parted:
    parted = Parted()
    edges: dict[int, tuple[NavigableString, list[str]]] = {}
    doubtful: dict[int, str] = {}
    loose: dict[int, bool] = {}  # of each parent once, which may have ten thousand children
    for seam in seams_of(soup):
        if id(seam.above) not in loose:
            loose[id(seam.above)] = _has_loose_words(seam.above)
        is_loose = loose[id(seam.above)]
        if reason := _why_apart(seam, is_loose=is_loose):
            # Within an element, which has few children: among ten thousand siblings each place would be searched for.
            inner = seam.left if seam.closed else seam.right
            is_box = seam.digits == 2 and seam.is_between_elements and not is_loose and not _has_gap(seam)
            edges.setdefault(id(inner), (inner, ["", ""]))[1][bool(seam.closed)] = BREAK if is_box else " "
            if reason == "doubtful":
                doubtful[id(inner)] = f"{_end_of(seam.left)} {_start_of(seam.right)}"
    for key, (text, spaces) in edges.items():
        before, after = (space if space != BREAK else "" for space in spaces)
        spaced = NavigableString(before + text + after)
        text.replace_with(spaced)
        if spaces[1] == BREAK:
            spaced.insert_after(soup.new_tag("br"))
        if key in doubtful:
            parted.places.append((spaced, doubtful[key]))
    return parted


def _why_apart(seam: Seam, *, is_loose: bool) -> str:
    """ "sure", "doubtful" or "" for one word."""
    chain = [*seam.closed, *seam.opened]
    if seam.is_cut or _are_two_links(seam):
        return "sure"
    if seam.is_placed and (seam.digits or not _is_spelled(seam)):
        return "doubtful" if seam.digits == 2 else "sure"
    if any(tag.name in SCRIPTS or script_of(tag) for tag in chain) or any(map(_starts_a_word, seam.closed)):
        return ""
    if _stands_alone(seam, chain):
        return "sure"
    if seam.digits == 2:
        return (
            "doubtful"  # "1" and "00" would be two numbers then, which a look tells; "1" and "20 mg" nobody would see
        )
    if seam.is_between_elements and not is_loose and _are_two_fields(seam):
        return "sure"
    return ""


def _are_two_links(seam: Seam) -> bool:
    """Two links to two places. One that was cut in two by an editor leads to the same place."""
    this, that = (next((tag for tag in tags if tag.name == "a"), None) for tags in (seam.closed, seam.opened))
    return this is not None and that is not None and this.get("href") != that.get("href")


def _starts_a_word(tag: Tag) -> bool:
    """A large first letter."""
    return bool(CAPITALS & _class_words(tag))


def _stands_alone(seam: Seam, chain: list[Tag]) -> bool:
    """What is a box by its role, its style, its class or by what it stands in."""
    if any(str(tag.get("role") or "") in ROLES or ASIDE & _class_words(tag) for tag in chain):
        return True
    if any(WINDOW & _class_words(tag) for tag in seam.opened) or any(
        WINDOW & _class_words(tag) and " " in tag.get_text().strip() for tag in seam.closed
    ):
        return True
    if seam.digits and _has_gap(seam):
        return True
    if not seam.digits and _is_spelled(seam):
        return False
    if any((BADGES | ICON_FONTS) & _class_words(tag) for tag in chain):
        return True
    if any(OWN_STYLE.search(str(tag.get("style") or "")) for tag in chain) or (
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


def _has_gap(seam: Seam) -> bool:
    """A margin, as between the groups of digits of a long number."""
    return any(GAP_STYLE.search(str(tag.get("style") or "")) for tag in (*seam.closed, *seam.opened))


def _is_spelled(seam: Seam) -> bool:
    """One letter by itself: a first letter, or a word of which each letter moves by itself."""
    return len(seam.left.strip()) == 1 and (len(seam.right.strip()) == 1 or seam.right[0].islower())


def _are_two_fields(seam: Seam) -> bool:
    """Elements of two kinds, as a number and its label."""
    this, that = seam.closed[-1], seam.opened[-1]
    if seam.digits:
        return (this.name, _names(this)) != (that.name, _names(that))
    if _is_spelled(seam):
        return False
    if _are_two_words(seam) and (this.name != that.name or (_names(this) and _names(that))):
        return True
    return _names(this) != _names(that) and all(
        any(FIELDS & _class_words(tag) for tag in tags) for tags in (seam.closed, seam.opened)
    )


def _are_two_words(seam: Seam) -> bool:
    """ "NauseaCommon" is no word, "mmHg" and "kPa" are."""
    before, after = seam.left[-2:], seam.right[:3]
    return len(before + after) == 5 and (before + after).isalpha() and before.islower() and after.istitle()


def _is_more_than_styled(tag: Tag) -> bool:
    return tag.name not in STYLING and (tag.name != "span" or tag.has_attr("class") or tag.has_attr("role"))


def _has_loose_words(tag: Tag) -> bool:
    return any(type(child) is NavigableString and re.search(r"\w", child) for child in tag.contents)


def _names(tag: Tag) -> frozenset[str]:
    return frozenset(classes_of(tag))


def _class_words(tag: Tag) -> set[str]:
    return {word for name in _names(tag) for word in words_of_class(name)}


def _end_of(text: str) -> str:
    return text[-AROUND:].split()[-1]


def _start_of(text: str) -> str:
    return " ".join(text[:AROUND].split()[:2])
