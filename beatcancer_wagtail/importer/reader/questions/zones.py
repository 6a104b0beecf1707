"""Where on the page an FAQ is said to be: under a heading, in an element with such a class, or on the whole page."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from bs4.element import Tag

from .elements import INLINE, attribute, level_of, tokens
from .reading import Reading
from .stretches import covers, inner_ends
from .wording import is_name_alone, is_open_end, likeness, names_faq

HEADING, CLASS, ACCORDION = 3, 2, 1

_FAQ_TOKEN = re.compile(
    r"(?:.*[-_])?(?:faqs?|faq[-_]?\w*|q-?and-?a|qanda|questions?-?(?:and-?)?answers?|qa|preguntas(?:-frecuentes)?|veelgestelde\w*|haeufige\w*|domande|perguntas)(?:[-_].*)?|\w*faqs?|faqs?\w+"
)
_FOLD_TOKEN = re.compile(
    r".*(?:accord[ie]|akkord|collaps|expand|toggle|disclosure|panel-group|foldable|dropdown-item).*"
)
# What has its own word for what it is.
_AGAINST = re.compile(
    r"nav|navigation|navbar|menu|menubar|sub-?menu|main-?menu|search|search-?form|breadcrumbs?|glossar(?:y|ium)(?:[-_].*)?|quiz(?:zes)?(?:[-_].*)?|poll(?:[-_].*)?|survey(?:[-_].*)?"
    r"|comments?|comments?[-_]?(?:list|thread|section|area|body|content)|disqus.*|transcript(?:[-_].*)?|interview(?:[-_].*)?|references?|reference-list|footnotes?|bibliography|pagination|testimonials?|doc-bibliography|doc-glossary|doc-endnotes"
)
_AGAINST_NAME = re.compile(
    r"\b(?:quiz|test your|test yourself|poll|survey|glossar\w*|terms|definitions|transcript|interview|comments?|replies|discussion|references|footnotes|sources|bibliography|further reading"
    r"|glosario|glossaire|begriffe|lexikon|literatur|quellen|kommentare|commentaires|comentarios|questions to ask|questions for)\b"
)


@dataclass(slots=True)
class Zone:
    start: int
    end: int
    strength: int
    heading: Tag | None = None
    level: int = 0
    is_page: bool = False


class Zones:
    def __init__(self, reading: Reading, places: list[int], page_says_so: bool) -> None:
        """``places``: where anything that may be a question begins, sorted."""
        self.reading = reading
        self.places = places
        self.headings = [(reading.start(tag), level_of(tag), tag) for tag in reading.headings(0, len(reading.nodes))]
        self.levels = [(place, level) for place, level, _tag in self.headings]
        self.asks = [self._asks(tag) for _start, _level, tag in self.headings]
        self.all: list[Zone] = []
        self._named_to = 0  # a name inside a named zone adds nothing
        if page_says_so:
            self.all.append(Zone(0, len(reading.nodes), HEADING, is_page=True))
        self._named()
        self._classed()
        count = len(reading.nodes) + 1
        self._covered = {
            strength: covers(count, [zone for zone in self.all if zone.strength == strength]) for strength in (1, 2, 3)
        }
        self._ends = inner_ends(count, [zone for zone in self.all if zone.strength == HEADING])
        self._against = covers(count, list(self._refused()))

    def end_at(self, start: int) -> int:
        """Where the innermost named zone around this place ends."""
        return self._ends[start]

    def only_page(self, start: int) -> bool:
        """Whether only the name of the page says so."""
        return (
            self._ends[start] >= len(self.reading.nodes)
            and any(zone.is_page for zone in self.all[:1])
            and not any(zone.strength == HEADING and zone.start <= start < zone.end for zone in self.all[1:200])
        )

    def headings_in(self, start: int, end: int) -> list[tuple[int, int, Tag]]:
        index = bisect_left(self.headings, start, key=lambda one: one[0])
        found = []
        while index < len(self.headings) and self.headings[index][0] < end:
            found.append(self.headings[index])
            index += 1
        return found

    def strength(self, start: int) -> int:
        """The strongest evidence at this place, 0 for none."""
        return next((strength for strength in (HEADING, CLASS, ACCORDION) if self._covered[strength][start]), 0)

    def against(self, start: int) -> bool:
        return self._against[start]

    def _named(self) -> None:
        for number, (start, level, tag) in enumerate(self.headings):
            text = self.reading.text_of(tag, 200)
            if start >= self._named_to and names_faq(text) and not is_open_end(text):
                self._name(start, self._end_of(number), tag, level)
        self._named_to = 0
        for tag in self.reading.tags:
            label = attribute(tag, "aria-label")
            if label and len(label) < 120 and names_faq(label) and tag.name not in INLINE:
                self.all.append(Zone(*self.reading.span(tag), HEADING))
            elif (
                tag.name
                in {
                    "p",
                    "div",
                    "strong",
                    "b",
                    "span",
                    "summary",
                    "button",
                    "caption",
                    "legend",
                    "font",
                    "center",
                    "dt",
                    "a",
                    "label",
                }
                or "-" in tag.name
            ):
                self._named_line(tag)

    def _named_line(self, tag: Tag) -> None:
        """A line that is no heading: it must be the name of an FAQ and little else."""
        reading = self.reading
        start, end = reading.span(tag)
        heading = attribute(tag, "heading") or attribute(tag, "title") if "-" in tag.name else ""
        if heading and names_faq(heading):
            self.all.append(Zone(start, end, HEADING))
        if (
            not 2 <= reading.size(start, end) <= 70
            or end - start > 12
            or not is_name_alone(reading.text(start, end, 120))
        ):
            return
        parent = tag.parent
        if (
            parent is None
            or level_of(tag)
            or any(level_of(above) for above in (parent, parent.parent) if above is not None)
        ):
            return
        if tag.name == "a" and attribute(tag, "href").strip("#") and "aria-expanded" not in tag.attrs:
            return
        if tag.name == "summary" and parent.name == "details":
            self.all.append(Zone(*reading.span(parent), HEADING, tag))
            return
        target = reading.by_id.get(attribute(tag, "aria-controls").strip() or "\0")
        if target:
            self.all.append(Zone(*reading.span(target[0]), HEADING))
            return
        if tag.name in {"a", "button", "label"}:
            return
        if start < self._named_to:
            return
        number = bisect_left(self.headings, start, key=lambda one: one[0])
        limit = next(
            (one[0] for one, asks in zip(self.headings[number:], self.asks[number:], strict=True) if not asks),
            len(reading.nodes),
        )
        self._name(start, min(limit, self._around(start, end)), tag, 6)

    def _name(self, start: int, end: int, tag: Tag, level: int) -> None:
        self.all.append(Zone(start, end, HEADING, tag, level))
        self._named_to = max(self._named_to, end)

    def _end_of(self, number: int) -> int:
        """A zone ends at the next heading that is as high, unless those are the questions."""
        start, level, tag = self.headings[number]
        end = self._around(start, self.reading.end(tag))
        flat = number + 1 < len(self.headings) and self.headings[number + 1][1] == level
        if flat:
            between = self.places[
                bisect_left(self.places, start + 1) : bisect_left(self.places, self.headings[number + 1][0])
            ]
            flat = not any(place >= self.reading.end(tag) for place in between)
        for index in range(number + 1, len(self.headings)):
            place, other, heading = self.headings[index]
            if place >= end:
                break
            if other < level or (other == level and not (flat and self.asks[index])):
                return self.reading.start(self.reading.widened(heading))
        return end

    def _around(self, start: int, after: int) -> int:
        """The end of the smallest element around that holds two questions after the heading."""
        reading = self.reading
        node = reading.nodes[start].parent
        for _ in range(40):
            if node is None or node is reading.root or not reading.has(node):
                break
            end = reading.end(node)
            if bisect_left(self.places, end) - bisect_left(self.places, after) >= 2:
                return end
            node = node.parent
        return len(reading.nodes)

    def _asks(self, tag: Tag) -> bool:
        text = self.reading.text_of(tag, 240)
        return likeness(text) >= 0.6 and not is_open_end(text)

    def _classed(self) -> None:
        for tag in self.reading.tags:
            names = [*tokens(tag), attribute(tag, "id").lower()[:80], tag.name if "-" in tag.name else ""]
            if any(_FAQ_TOKEN.fullmatch(name) for name in names if name):
                self.all.append(Zone(*self.reading.span(tag), CLASS))
            elif any(_FOLD_TOKEN.fullmatch(name) for name in names if name):
                self.all.append(Zone(*self.reading.span(tag), ACCORDION))

    def _refused(self) -> list[Zone]:
        found = []
        for tag in self.reading.tags:
            if tag is self.reading.root:
                continue
            words = [tag.name, attribute(tag, "role").lower(), attribute(tag, "id").lower()[:80], *tokens(tag)]
            kind = attribute(tag, "itemtype").lower()
            if any(_AGAINST.fullmatch(word) for word in words if word) or kind.endswith(
                ("/comment", "/quiz", "/qapage", "/definedtermset", "/interview")
            ):
                found.append(Zone(*self.reading.span(tag), 0))
        for number, (start, level, tag) in enumerate(self.headings):
            text = self.reading.text_of(tag, 120)
            if (
                len(text) <= 60
                and likeness(text) < 0.6
                and not names_faq(text)
                and _AGAINST_NAME.search(text.casefold())
            ):
                end = next(
                    (place for place, other, _tag in self.headings[number + 1 :] if other <= level),
                    len(self.reading.nodes),
                )
                found.append(Zone(start, end, 0))
        return found
