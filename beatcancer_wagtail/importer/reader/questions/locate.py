"""Declared questions that no mark-up gives away: they are looked for by their words."""

from __future__ import annotations

from collections import defaultdict

from bs4.element import NavigableString, PageElement, Tag

from ..jsonld import as_soup
from ..vocabulary import HEADING_TAGS
from .elements import attribute
from .found import DeclaredQuestion
from .lines import Line
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading
from .wording import key_of
from .zones import Zones

GRAM = 12
MOST_PLACES = 20
MOST_SEARCHES = 400
_SPEAKING = {*HEADING_TAGS, "summary", "button", "strong", "b", "dt"}


class Locator:
    def __init__(self, reading: Reading, zones: Zones, taken: list[Pair], lines: list[Line]) -> None:
        self.reading = reading
        self.zones = zones
        self.taken = taken
        self.lines = lines
        self.splits: list[
            tuple[NavigableString, int, int]
        ] = []  # a question in the middle of a text, to be wrapped first
        self._searches = 0
        self._keys: dict[int, str] = {}

    def pairs(self, declared: list[DeclaredQuestion]) -> tuple[list[Pair], list[DeclaredQuestion]]:
        """Those that are on the page, and those that are not."""
        places = self._places(declared)
        chosen: list[tuple[DeclaredQuestion, Tag, int]] = []
        missing = []
        for number, one in enumerate(declared):
            best = self._best(one, places.get(number, []))
            if best is None:
                missing.append(one)
            else:
                chosen.append((one, *best))
        own = {self.reading.start(tag) for _one, tag, _end in chosen}
        families = {line.family for line in self.lines if line.start in own and line.kind != "plain"}
        alike = {line.start for line in self.lines if line.asks and line.family in families}
        starts = sorted({*own, *alike, *(pair.start for pair in self.taken)})
        found = []
        for one, tag, letter in chosen:
            pair = self._pair(one, tag, letter, starts)
            if pair:
                found.append(pair)
            else:
                missing.append(one)
        return found, missing

    def _places(self, declared: list[DeclaredQuestion]) -> dict[int, list[int]]:
        """Where in the stream of letters each question stands."""
        stream, grams = self.reading.stream, defaultdict(list)
        found: dict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(declared):
            key = key_of(one.question)
            if len(key) >= GRAM:
                grams[key[:GRAM]].append((number, key))
            elif number < MOST_SEARCHES:
                place = stream.find(key)
                while place >= 0 and len(found[number]) < MOST_PLACES:
                    found[number].append(place)
                    place = stream.find(key, place + 1)
        if grams:
            for place in range(len(stream) - GRAM + 1):
                for number, key in grams.get(stream[place : place + GRAM], ())[:50]:
                    if len(found[number]) < MOST_PLACES and stream.startswith(key, place):
                        found[number].append(place)
        return found

    def _best(self, one: DeclaredQuestion, places: list[int]) -> tuple[Tag, int] | None:
        length = len(key_of(one.question))
        answer = self._answer_key(one)[:24]
        best: tuple[int, Tag, int] | None = None
        for place in places:
            tag = self._tag_at(place, place + length)
            if tag is None or self._is_link(tag):
                continue
            follows = (
                self.reading.stream.find(answer, place + length, place + length + len(answer) + 20) >= 0
                if answer
                else False
            )
            speaks = (
                tag.name in _SPEAKING or bool(tag.find(list(_SPEAKING)))
                if self.reading.end(tag) - self.reading.start(tag) < 40
                else False
            )
            score = 2 * follows + speaks
            if best is None or score > best[0]:
                best = (score, tag, place + length)
        return best[1:] if best else None

    def _answer_key(self, one: DeclaredQuestion) -> str:
        if id(one) not in self._keys:
            plain = as_soup(one.answer).get_text(" ") if "<" in one.answer or "&" in one.answer else one.answer
            self._keys[id(one)] = key_of(plain)
        return self._keys[id(one)]

    def _tag_at(self, start: int, end: int) -> Tag | None:
        """The element that holds these letters and nothing else but labels."""
        reading = self.reading
        first, last = reading.node_at(start), reading.node_at(end - 1)
        node = reading.nodes[first].parent
        for _ in range(40):
            if node is None or not reading.has(node):
                return None
            low, high = reading.span(node)
            if high > last:
                break
            node = node.parent
        else:
            return None
        clean = not reading.weight(low, first) and reading.letters_before(first) == start
        if clean and reading.letters_before(last + 1) == end and not reading.shown(last + 1, high):
            return reading.widened(node) if node is not reading.root else None
        text = reading.nodes[first]
        if clean and first == last and isinstance(text, NavigableString):
            self.splits.append((text, *_characters(text, end - start)))
        return None

    def _is_link(self, tag: Tag) -> bool:
        """A line that leads elsewhere is a list of contents or a teaser."""
        links = [one for one in [tag, *tag.find_all("a", limit=3)] if one.name == "a"]
        above = tag.find_parent("a")
        for link in [*links, *([above] if above is not None else [])]:
            if (
                attribute(link, "href").strip()
                and "aria-controls" not in link.attrs
                and "aria-expanded" not in link.attrs
            ):
                target = attribute(link, "href").strip()
                if not target.lower().startswith("javascript:") and self.reading.size_of(
                    link
                ) * 2 > self.reading.size_of(tag):
                    return target != "#" and not self._is_itself(tag, target)
        return False

    def _is_itself(self, tag: Tag, target: str) -> bool:
        """A heading that links to itself."""
        name = target.rpartition("#")[2]
        places = self.reading.by_id.get(name, []) if "#" in target else []
        return any(
            self.reading.start(one) <= self.reading.start(tag) < self.reading.end(one)
            or self.reading.start(tag) <= self.reading.start(one) < self.reading.end(tag)
            for one in places[:5]
        )

    def _pair(self, one: DeclaredQuestion, tag: Tag, letter: int, starts: list[int]) -> Pair | None:
        reading = self.reading
        pair_level = next((level for place, level, heading in self.zones.headings_in(*reading.span(tag))), 0) or _level(
            tag
        )
        stops = Stops(starts, len(reading.nodes), pair_level, self.zones.levels if pair_level else [])
        answer = answer_after(reading, tag, stops)
        declared = self._answer_key(one)
        if declared:
            answer = self._trimmed(answer, declared, letter, stops)
            if not self._begins(answer, declared[:24]):
                far = self._far(declared, tag)
                answer = [far] if far is not None else answer
        pair = pair_of(reading, tag, answer, "declared", declared=True)
        if pair is None and declared:
            body = as_soup(one.answer).body
            pair = Pair(
                tag=tag,
                answer=list(body.contents) if body else [],
                form="declared",
                start=reading.start(tag),
                end=reading.end(tag),
                wording=reading.text_of(tag),
                key=reading.key(*reading.span(tag)),
                likeness=1.0,
                declared=True,
                borrowed=True,
            )
        return pair

    def _begins(self, answer: list[PageElement], key: str) -> bool:
        """Whether the answer is the declared one, perhaps after a label or a short heading."""
        if not answer:
            return False
        start = self.reading.letters_before(self.reading.start(answer[0]))
        return self.reading.stream.find(key, start, start + len(key) + 40) >= 0

    def _trimmed(self, answer: list[PageElement], key: str, letter: int, stops: Stops) -> list[PageElement]:
        """Where no question and no heading ends an answer, it ends where the declared one does."""
        reading = self.reading
        if not answer:
            return answer
        end = reading.end(answer[-1])
        follows = reading.letters_before(end)
        if follows < len(reading.stream) and stops.before(end, reading.node_at(follows) + 1):
            return answer
        place = reading.stream.find(key[-40:], letter, reading.letters_before(end))
        if place < 0:
            return answer
        far = place + len(key[-40:])
        return [node for node in answer if reading.letters_before(reading.start(node)) < far]

    def _far(self, key: str, tag: Tag) -> Tag | None:
        """An answer that stands elsewhere on the page."""
        self._searches += 1
        if len(key) < 24 or self._searches > MOST_SEARCHES:
            return None
        reading = self.reading
        place = reading.stream.find(key)
        if place < 0:
            return None
        first, last = reading.node_at(place), reading.node_at(place + len(key) - 1)
        node = reading.nodes[first].parent
        for _ in range(40):
            if node is None or not reading.has(node) or node is reading.root:
                return None
            start, end = reading.span(node)
            if end > last:
                apart = reading.start(tag) >= end or reading.end(tag) <= start
                return node if apart and reading.size(start, end) <= len(key) * 2 else None
            node = node.parent
        return None


def _characters(text: NavigableString, letters: int) -> tuple[int, int]:
    """Where in a text its first letters begin and end, with the sign that closes the sentence."""
    seen = index = 0
    for index, char in enumerate(text):  # noqa: B007
        if seen >= letters:
            break
        seen += len(key_of(char))
    else:
        index = len(text)
    while index < len(text) and not text[index].isalnum() and not text[index].isspace() and text[index] not in '(["“«¿':
        index += 1
    return 0, index


def _level(tag: Tag) -> int:
    return int(tag.name[1]) if tag.name in HEADING_TAGS else 0
