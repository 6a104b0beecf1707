"""Drawings within the page's mark-up (SVG): their words are kept as text, and the drawing itself cannot be."""

from __future__ import annotations

from bs4 import Tag

from ..drops import gettext_noop
from ..outline import Sentence

IN_WORDS = gettext_noop(
    "A drawing of the page became the words in it: “%(words)s”. Compare them with the source, or add the drawing as a picture."
)
GONE = gettext_noop("A drawing of the page is missing: “%(words)s”. Add it in the draft as a picture.")
TEXTS = ("text", "foreignobject")
SHOWN = 200
PICTURES = ("img", "picture", "video", "iframe", "table")


def drawing_text(svg: Tag) -> str:
    """The words that a reader sees in a drawing, not its title for tools."""
    outermost = (text for text in svg.find_all(TEXTS) if text.find_parent(TEXTS) is None)
    texts = (" ".join(text.get_text(" ").split()) for text in outermost)
    return "; ".join(text for text in texts if text)


def drawings_told(root: Tag) -> list[Sentence]:
    """A sentence for each drawing that says something, in words or as the picture of a figure."""
    told: dict[Sentence, None] = {}
    figures: set[int] = set()  # each is read once, though it may hold ten thousand drawings
    for svg in root.find_all("svg"):
        if words := drawing_text(svg):
            told[Sentence(IN_WORDS, words=_short(words))] = None
        elif (figure := svg.find_parent("figure")) and id(figure) not in figures and not figure.find(PICTURES):
            figures.add(id(figure))
            label = figure.get_text(" ") + str(svg.get("aria-label") or "")
            if label.strip():
                told[Sentence(GONE, words=_short(label))] = None
    return list(told)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
