"""Numbers that a script counts up to when the page is shown: until then the page says "0", or nothing at all."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag

from ..drops import gettext_noop
from ..outline import Sentence, listing
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
WHOLE = re.compile(r"\d{1,9}(?:\.\d{1,6})?")  # of a bar
# What data is called that says where the count ends; "value" may also be a key to sort by, or a star to click.
ENDS = frozenset(
    ("to", "target", "count", "counter", "countto", "countup", "counterup", "end", "final", "stop", "goal")
)
MAY_END = frozenset(("value", "val", "number", "num", "max", "total", "amount", "percent", "percentage", "until"))
OTHERS = frozenset(("from", "start", "min", "speed", "duration", "delay", "time", "decimals", "step", "interval", "id"))
COUNTERS = {"counter", "counters", "countup", "count-up", "counterup", "odometer", "countto", "count-to"}
# An empty place of such a name is for the number in the data of a box around it.
PLACES = {"value", "percent", "percentage", "number"}
NAMED = COUNTERS | PLACES
NEAR = 6  # elements around
BARS = ("progressbar", "meter")
WORKS = ("button", "input", "video", "audio")
MACHINERY = {"reading", "scroll", "loading", "loader", "player", "upload", "quiz", "step", "steps", "wizard"}


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
    boxes: set[int] = set()
    for tag in soup.find_all(_may_count, limit=MOST):
        is_named = has_words(tag, COUNTERS)
        ends = _numbers(tag, ENDS) or (_numbers(tag, MAY_END) if is_named else set())
        if len(ends) == 1:
            number = ends.pop()
            if not NOTHING_YET.fullmatch(number):
                _fill(tag, str(tag.get("data-prefix") or "") + number + str(tag.get("data-suffix") or ""), counters)
        elif (box := _box_of(tag)) is not None and id(box) not in boxes:
            boxes.add(id(box))
            _fill(tag, _numbers(box, PLACES).pop() + _unit(tag, box), counters)
        elif is_named or ends or (tag.string and _numbers(tag, MAY_END) - {tag.string.strip()}):
            counters.unknown.append(tag)
    for bar in soup.find_all(_is_bar, limit=MOST):
        if said := _said_by(bar):
            if bar.name in ("progress", "meter"):
                bar.name, bar.attrs = "span", {}
            _fill(bar, said, counters)
    return counters


def _fill(tag: Tag, text: str, counters: Counters) -> None:
    tag.clear()
    tag.append(NavigableString(text))
    counters.known.append(tag)


def _box_of(tag: Tag) -> Tag | None:
    """The box around an empty place that holds its number, which stands nowhere in it yet."""
    if not has_words(tag, PLACES):
        return None
    for above in itertools.islice(tag.parents, NEAR):
        if found := _numbers(above, PLACES):
            is_known = len(found) == 1 and not NOTHING_YET.fullmatch(*found) and not _shows(above, *found)
            places = [place for place in above.find_all(_may_count) if has_words(place, PLACES)]
            return above if is_known and len(places) == 1 else None
    return None


def _unit(tag: Tag, box: Tag) -> str:
    units = [
        str(value) for key, value in box.attrs.items() if key.startswith("data-") and key.endswith(("unit", "units"))
    ]
    return units[0] if units and not beside(tag, is_after=True) else ""


def _shows(box: Tag, number: str) -> bool:
    text = " ".join(node for node in itertools.islice(box.descendants, SHOWN) if type(node) is NavigableString)
    return re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text) is not None


def _said_by(bar: Tag) -> str:
    """What a bar shows by its length alone: "64%", or "3 / 5". One that moves while the page is used says nothing."""
    is_own = bar.name in ("progress", "meter")
    names = ("value", "max") if is_own else ("aria-valuenow", "aria-valuemax")
    value, most = (str(bar.get(name) or "").strip() for name in names)
    most = most or ("1" if is_own else "100")
    said = str(bar.get("aria-valuetext") or "").strip() or text_in(bar)
    if is_own:
        bar.clear()  # that is for browsers that draw no bar
    if not WHOLE.fullmatch(value) or not WHOLE.fullmatch(most) or NOTHING_YET.fullmatch(value) or text_in(bar):
        return ""
    if not said:
        said = f"{value}%" if most == "100" else f"{float(value) * 100:g}%" if most == "1" else f"{value} / {most}"
    around = [above for above in itertools.islice(bar.parents, 3) if above.name != "body"]
    is_told = any(_shows(above, re.split("[ %]", said)[0]) for above in around)
    return "" if is_told or _works(bar, around) else said


def _works(bar: Tag, around: list[Tag]) -> bool:
    if any(has_words(tag, MACHINERY) for tag in (bar, *around)):
        return True
    inside = (node for above in around for node in itertools.islice(above.descendants, SHOWN))
    return any(isinstance(node, Tag) and node.name in WORKS for node in inside)


def _is_bar(tag: Tag) -> bool:
    return tag.name in ("progress", "meter") or tag.attrs.get("role") in BARS


def _may_count(tag: Tag) -> bool:
    if tag.name not in HOLDERS or len(tag.contents) > 1 or not NOTHING_YET.fullmatch((tag.string or "").strip()):
        return False
    if tag.contents and type(tag.contents[0]) is not NavigableString:
        return False
    has_data = any(key.startswith("data-") for key in tag.attrs)
    return (has_data or has_words(tag, NAMED)) and not is_in_control(tag)


def _numbers(tag: Tag, names: frozenset[str] | set[str]) -> set[str]:
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
    return listing(text, lines, SHOWN)
