"""What a script has put on the page a second time: the slides that make a carousel go round, the text of a ticker."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import BeautifulSoup, Tag

from ..outline import Dropped
from .panes import are_alike
from .prune import remove, text_in
from .shapes import loose_length
from .vocabulary import classes_of

MARKS = frozenset(("clone", "cloned", "duplicate", "duplicated"))
WHOLE = ("div", "section", "article", "figure", "li", "ul", "ol")  # a sign within a line may well stand there twice
SOURCES = ("data-src", "data-lazy", "data-lazy-src", "src")
MOST = 2000  # of the elements that are looked at, and of what stands in each


def take_out_copies(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    """Each stands beside what it repeats, word for word and picture for picture."""
    tracks: dict[int, tuple[Tag, list[Tag]]] = {}
    for tag in soup.find_all(_may_be_a_copy, limit=MOST):
        if tag.parent is not None and not loose_length(tag.parent):
            tracks.setdefault(id(tag.parent), (tag.parent, []))[1].append(tag)
    for track, copies in tracks.values():
        marked = {id(tag) for tag in copies}
        originals = {_looks(child) for child in track.find_all(True, recursive=False) if id(child) not in marked}
        # What is only hidden may be a closed panel, below its title or in a row of tabs of which one is open.
        is_row = len(originals) > 1 and are_alike(track.find_all(True, recursive=False))
        for tag in copies:
            looks = _looks(tag)
            if any(looks) and looks in originals and (is_row or _is_marked(tag)):
                remove(tag, "repeat", dropped)


def _may_be_a_copy(tag: Tag) -> bool:
    if tag.name not in WHOLE:
        return False
    return tag.get("aria-hidden") == "true" or _is_marked(tag)


def _is_marked(tag: Tag) -> bool:
    return any(re.split(r"[-_]+", name)[-1] in MARKS for name in classes_of(tag))


def _looks(tag: Tag) -> tuple[str, ...]:
    pictures = (part for part in islice(tag.descendants, MOST) if isinstance(part, Tag) and part.name == "img")
    sources = (next((str(part[key]) for key in SOURCES if part.get(key)), "") for part in pictures)
    return (text_in(tag), *sources)
