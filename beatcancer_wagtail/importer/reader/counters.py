"""Numbers that a script counts up to when the page is shown: until then the page says "0", or nothing at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag

from ..drops import gettext_noop
from ..outline import Sentence
from .acts import has_words
from .measure import INLINE
from .prune import text_in
from .signs import beside, is_in_control
from .vocabulary import HEADING_TAGS, words_of_class

COUNTED = gettext_noop(
    "Numbers that a script counts up to were read from the page's mark-up: “%(words)s”. Compare them with the source."
)
UNKNOWN = gettext_noop(
    "A script fills in a number, which stands in the draft as 0 or not at all: “%(words)s”. Write what the source shows."
)
SHOWN = 300  # characters
AROUND = 30
MOST = 2000
HOLDERS = frozenset((*INLINE, *HEADING_TAGS, "div", "p", "dd", "dt", "li")) - {"a", "button", "label", "time"}
NOTHING_YET = re.compile(r"[+\-−]?0*(?:[.,]0+)?")
NUMBER = re.compile(r"[+\-−]?\d{1,15}(?:[.,'’ \u00a0\u202f]\d{1,3})*(?:[.,]\d{1,6})?")
# What data is called that says where the count ends; "value" may also be a key to sort by, or a star to click.
ENDS = frozenset(
    ("to", "target", "count", "counter", "countto", "countup", "counterup", "end", "final", "stop", "goal")
)
MAY_END = frozenset(("value", "val", "number", "num", "max", "total", "amount", "percent", "percentage", "until"))
OTHERS = frozenset(("from", "start", "min", "speed", "duration", "delay", "time", "decimals", "step", "interval", "id"))
COUNTERS = {"counter", "counters", "countup", "count-up", "counterup", "odometer", "countto", "count-to"}


@dataclass(slots=True)
class Counters:
    known: list[Tag] = field(default_factory=list)
    unknown: list[Tag] = field(default_factory=list)

    def told(self, root: Tag) -> list[Sentence]:
        return _sentence(COUNTED, self.known, root)

    def look(self, root: Tag) -> list[Sentence]:
        return _sentence(UNKNOWN, self.unknown, root)


def fill_counters(soup: BeautifulSoup) -> Counters:
    """Writes each number where it will stand, if the page itself says which."""
    counters = Counters()
    for tag in soup.find_all(_may_count, limit=MOST):
        is_named = has_words(tag, COUNTERS)
        ends = _numbers(tag, ENDS) or (_numbers(tag, MAY_END) if is_named else set())
        if len(ends) == 1:
            number = ends.pop()
            if not NOTHING_YET.fullmatch(number):
                tag.clear()
                tag.append(
                    NavigableString(str(tag.get("data-prefix") or "") + number + str(tag.get("data-suffix") or ""))
                )
                counters.known.append(tag)
        elif is_named or ends or (tag.string and _numbers(tag, MAY_END) - {tag.string.strip()}):
            counters.unknown.append(tag)
    return counters


def _may_count(tag: Tag) -> bool:
    if tag.name not in HOLDERS or len(tag.contents) > 1 or not NOTHING_YET.fullmatch((tag.string or "").strip()):
        return False
    if tag.contents and type(tag.contents[0]) is not NavigableString:
        return False
    has_data = any(key.startswith("data-") for key in tag.attrs)
    return (has_data or has_words(tag, COUNTERS)) and not is_in_control(tag)


def _numbers(tag: Tag, names: frozenset[str]) -> set[str]:
    found = set()
    for key, value in tag.attrs.items():
        words = set(words_of_class(key[5:])) if key.startswith("data-") else set()
        if words & names and not words & OTHERS and NUMBER.fullmatch(str(value).strip()):
            found.add(str(value).strip())
    return found


def _sentence(text: str, tags: list[Tag], root: Tag) -> list[Sentence]:
    lines = [
        f"{beside(tag, is_after=False)[-AROUND:]} {text_in(tag)} {beside(tag, is_after=True)[:AROUND]}".strip()
        for tag in tags
        if any(above is root for above in tag.parents)
    ]
    return [Sentence(text, words="”, “".join(dict.fromkeys(lines))[:SHOWN])] if lines else []
