"""Words within a sentence that the page itself hides: a key to sort by, a date for machines. No reader ever saw them."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag

from ..outline import Dropped
from ..words import words_of
from .acts import OPENERS, OPENS, has_words
from .measure import INLINE
from .prune import remove, text_in
from .shapes import QUESTION_MARKS, block_above
from .vocabulary import HEADING_TAGS

HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none\b|visibility\s*:\s*hidden\b|font-size\s*:\s*0(?![\d.]))", re.I)
NAME = re.compile(r"[\w:.-]+")
MOST_WORDS = 8
NEAR = 6  # elements around
# What somebody shows by a click is content, and a click may be seen in a name alone.
SHOWN_BY_A_CLICK = OPENERS | {"answer", "answers", "more", "readmore", "expand", "reveal", "truncate", "tab", "details"}
LOUD = frozenset(("b", "strong", "a", "label", *HEADING_TAGS))
WORKS_A_PANEL = ("details", "summary", "dt", "button", "label")
NO_WORDS = ("img", "math", "video", "audio", "iframe", "input", "button")
REFERS = ("href", "for", "aria-describedby", "aria-owns", *OPENS)


def take_out_hidden(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    """A few words in the middle of a visible line, which nothing on the page refers to. Hidden panels are content."""
    blocks: dict[int, tuple[Tag, list[Tag]]] = {}
    for tag in soup.find_all(_is_hidden, limit=2000):
        block = block_above(tag)
        if block is not None and block.name not in INLINE:
            blocks.setdefault(id(block), (block, []))[1].append(tag)
    named = _named(soup) if blocks else set()
    for block, hidden in blocks.values():
        unseen = {id(tag) for tag in hidden}
        if _may_open(block) or not _is_sentence(block, unseen):
            continue
        for tag in hidden:
            is_outer = not any(id(above) in unseen for above in islice(tag.parents, NEAR))
            if (
                is_outer
                and _is_short(tag)
                and not any(part.get("id") in named for part in (tag, *tag.find_all(id=True)))
            ):
                remove(tag, "hidden", dropped)


def _is_hidden(tag: Tag) -> bool:
    if tag.name not in INLINE:
        return False
    return HIDES.search(str(tag.get("style") or "")) is not None or tag.get("hidden") in ("", "hidden", "true")


def _named(soup: BeautifulSoup) -> set[str]:
    """All that may be the id of an element to which another refers."""
    values = (
        str(value)
        for tag in soup.find_all(True)
        for key, value in tag.attrs.items()
        if key in REFERS or key[:2] == "on"
    )
    return {name for value in values for name in NAME.findall(value)}


def _is_short(tag: Tag) -> bool:
    words = len(words_of(text_in(tag)))
    return 0 < words <= MOST_WORDS and tag.find(NO_WORDS) is None and not has_words(tag, SHOWN_BY_A_CLICK)


def _may_open(block: Tag) -> bool:
    """It asks something, or something in it or around it acts when it is clicked."""
    above = [
        block,
        *(parent for parent in islice(block.parents, NEAR) if parent.name not in ("body", "html", "[document]")),
    ]
    if any(tag.name in WORKS_A_PANEL or _acts(tag) for tag in above):
        return True
    if any(tag.name == "button" or _acts(tag) for tag in block.find_all(True)):
        return True
    return any(text.strip().endswith(QUESTION_MARKS[:3]) for text in block.find_all(string=True))


def _acts(tag: Tag) -> bool:
    if any(key[:2] == "on" or key in OPENS for key in tag.attrs) or tag.get("role") in ("button", "tab"):
        return True
    address = str(tag.get("href", "/")).strip().lower()
    return address in ("", "#") or address.startswith("javascript:") or has_words(tag, SHOWN_BY_A_CLICK)


def _is_sentence(block: Tag, unseen: set[int]) -> bool:
    """Plain words stand on the same line: bold ones may be a title that opens what is hidden, though not in a cell."""
    loud = frozenset() if block.name in ("td", "th") else LOUD
    for text in block.find_all(string=re.compile(r"\w")):
        if type(text) is not NavigableString:
            continue
        for above in islice(text.parents, NEAR):
            if above is block:
                return True
            if id(above) in unseen or above.name in loud or above.name not in INLINE:
                break
    return False
