"""The outline of an article: its headings, and an anchor for each that stays put."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

MAX_LENGTH = 60

# Names that a site's own template is likely to use for its landmarks.
RESERVED = frozenset({"content", "contents", "footer", "header", "main", "menu", "nav", "navigation", "search", "top"})


class Heading(NamedTuple):
    """One heading. ``anchor`` is empty until somebody, or :func:`settle_anchors`, chooses it."""

    key: str
    text: str
    anchor: str = ""


def make_anchor(text: str) -> str:
    """A readable fragment identifier from a heading, in the heading's own script; "" when nothing is left."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    text = re.sub(r"['’]", "", text)
    words = re.sub(r"-+", "-", "".join(_spell(text))).strip("-")
    if len(words) > MAX_LENGTH:
        words = words[: MAX_LENGTH + 1].rpartition("-")[0] or words[:MAX_LENGTH]
    return words


def _spell(text: str) -> Iterator[str]:
    """Letters and digits with the vowel signs and accents that sit on them; a hyphen for anything else."""
    after_letter = False
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf":  # invisible: soft hyphens, joiners, marks of direction
            continue
        after_letter = character.isalnum() or (after_letter and category in ("Mn", "Mc"))
        yield character if after_letter else "-"


def settle_anchors(
    headings: Iterable[Heading], published: Mapping[str, str] | None = None, reserved: Collection[str] = RESERVED
) -> dict[str, str]:
    """An anchor for every heading, by its key; no two are the same.

    An anchor that readers may already have linked to (``published``, by key) goes to its heading first.
    Then each heading keeps the anchor it has, or gets one made from its text. Later ones that would
    collide are numbered: ``stages``, ``stages-2``.
    """
    headings = list(headings)
    published = published or {}
    settled: dict[str, str] = {}
    taken = set(reserved)
    for heading in headings:
        anchor = published.get(heading.key, "")
        if anchor and heading.anchor in ("", anchor) and anchor not in taken:
            settled[heading.key] = anchor
            taken.add(anchor)
    for heading in headings:
        if heading.key not in settled:
            anchor = _unused(make_anchor(heading.anchor or heading.text) or "section", taken)
            settled[heading.key] = anchor
            taken.add(anchor)
    return settled


def _unused(anchor: str, taken: Collection[str]) -> str:
    number, candidate = 1, anchor
    while candidate in taken:
        number += 1
        suffix = f"-{number}"
        candidate = anchor[: MAX_LENGTH - len(suffix)].rstrip("-") + suffix
    return candidate
