"""From accepted pairs to what the walker gets: clean wording, groups with their headings, and what is left out."""

from __future__ import annotations

from collections import Counter

from bs4.element import NavigableString, PageElement, Tag

from .contents import contents_of
from .elements import attribute, level_of
from .found import DeclaredQuestion, FoundAll, FoundQuestion, FoundQuestions
from .labels import Labels
from .pairs import Pair
from .reading import Reading
from .wording import SIGNS, is_name_alone, names_faq

_PICTURES = frozenset(("img", "iframe", "video", "audio", "object", "embed"))


class Gathering:
    def __init__(self, reading: Reading, pairs: list[Pair], declared_only: list[DeclaredQuestion]) -> None:
        self.reading = reading
        self.pairs = pairs
        self.declared_only = declared_only
        self.left_out: list[tuple[PageElement, str]] = []
        self._leftovers = {id(node) for pair in pairs for node in pair.leftovers}
        self.labels = Labels(reading)
        self._linked = Counter(
            attribute(tag, "href").rpartition("#")[2]
            for tag in reading.tags
            if tag.name == "a" and "#" in attribute(tag, "href")
        )

    def all(self) -> FoundAll:
        pairs = self._without_repeats()
        self.labels.learn_signs(pairs)
        items = [self._item(pair) for pair in pairs]
        self.labels.cut(pairs, items)
        groups: list[FoundQuestions] = []
        last: Pair | None = None
        for pair, item in zip(pairs, items, strict=True):
            between = self.reading.weight(last.end, pair.start) if last else 1
            if last and not between and not self.reading.things(last.end, pair.start) and last.end <= pair.start:
                self._signs(last.end, pair.start)
                groups[-1].items.append(item)
            elif last and last.end > pair.start and not self.reading.weight(self.reading.end(last.tag), pair.start):
                groups[-1].items.append(item)  # the panels stand together after all the buttons
            else:
                groups.append(FoundQuestions(self._container(pair), [item], self._heading(pair, last), pair.form))
            self._signs(self.reading.end(pair.tag), self._answer_start(pair))
            last = pair
        self._check_headings(groups, pairs)
        self.left_out += [(tag, "contents") for tag in contents_of(self.reading, pairs)]
        # Two controls may open one panel: what one pair keeps is not left out for the other's sake.
        kept = {id(node) for pair in pairs for node in (pair.tag, *pair.answer)}
        left_out = [(node, reason) for node, reason in self.left_out if id(node) not in kept]
        return FoundAll(groups, self.declared_only, left_out)

    def _without_repeats(self) -> list[Pair]:
        """The same question with the same answer, printed for another width of screen, stands once."""
        seen: set[tuple[str, ...]] = set()
        found = []
        for pair in self.pairs:
            answer = "".join(
                self.reading.key(*self.reading.span(node)) for node in pair.answer if self.reading.has(node)
            )
            signs = "".join(char for char in pair.wording if char in SIGNS)  # "Rh +" is not "Rh −"
            if pair.key and not pair.borrowed and (pair.key, signs, answer) in seen:
                self.left_out += [(node, "repeat") for node in [pair.tag, *pair.answer]]
            else:
                seen.add((pair.key, signs, answer))
                found.append(pair)
        return found

    def _item(self, pair: Pair) -> FoundQuestion:
        item = FoundQuestion(pair.wording, pair.tag, pair.answer, self._anchor(pair), [], pair.declared, pair.borrowed)
        if pair.form != "custom":
            item.question = self.labels.wording(pair, item.cut)
            item.answer = [*pair.answer, *self._pictures(pair.tag)]
        for node in pair.leftovers:
            self.left_out.append((node, "label"))
        return item

    def _pictures(self, tag: Tag) -> list[Tag]:
        """A question is plain text: its pictures stand after the answer."""
        start, end = self.reading.span(tag)
        return [
            node
            for node in self.reading.things(start + 1, end)
            if node.name in _PICTURES and not self.reading.size_of(node)
        ]

    def _anchor(self, pair: Pair) -> str:
        reading = self.reading
        inside = [attribute(tag, "id") for tag in reading.tags_in(pair.tag, 30) if attribute(tag, "id")]
        node, around = pair.tag.parent, []
        for _ in range(3):
            if (
                node is None
                or node is reading.root
                or not reading.has(node)
                or reading.weight(reading.start(node), pair.start)
            ):
                break
            if attribute(node, "id"):
                around.append(attribute(node, "id"))
            node = node.parent
        panels = [
            attribute(answer, "id") for answer in pair.answer if isinstance(answer, Tag) and attribute(answer, "id")
        ]
        before = attribute(pair.tag, "name")
        names = [*inside, *around, *panels, before]
        return next((name for name in names if name and self._linked[name]), next(iter([*inside, *around]), ""))

    def _container(self, pair: Pair) -> Tag:
        parent = pair.tag.parent
        return parent if parent is not None else self.reading.root

    def _answer_start(self, pair: Pair) -> int:
        places = [self.reading.start(node) for node in pair.answer if self.reading.has(node)]
        end = self.reading.end(pair.tag)
        first = min((place for place in places if place >= end), default=end)
        return first if first - end < 400 else end

    def _signs(self, start: int, end: int) -> None:
        """Icons that stand between a question and what follows."""
        for index in range(start, min(end, start + 400)):
            node = self.reading.nodes[index]
            if (
                isinstance(node, NavigableString)
                and node.strip()
                and not any(id(tag) in self._leftovers for tag in list(node.parents)[:6])
            ):
                is_label = self.reading.size(index, index + 1) and not self.reading.weight(index, index + 1)
                if is_label or not node.strip().strip(SIGNS):
                    self.left_out.append((node, "label"))

    def _heading(self, pair: Pair, last: Pair | None) -> Tag | None:
        """The heading with nothing between it and the first question."""
        reading = self.reading
        letter = reading.letters_before(pair.start) - 1
        if letter < 0:
            return None
        index = reading.node_at(letter)
        if last and index < last.end:
            return None
        tag, best = reading.nodes[index].parent, None
        for _ in range(8):
            if tag is None or tag is reading.root or not reading.has(tag):
                break
            end = reading.end(tag)
            if reading.shown(index + 1, end) or end > pair.start:
                break
            if (
                level_of(tag) > 1
                or (level_of(tag) == 1 and names_faq(reading.text_of(tag)))
                or (tag.name in {"p", "div", "caption", "strong", "b"} and is_name_alone(reading.text_of(tag, 120)))
            ):
                best = tag
                if level_of(tag):
                    break
            tag = tag.parent
        if best is None or reading.things(reading.end(best), pair.start) or reading.things(*reading.span(best)):
            return None
        return best

    def _check_headings(self, groups: list[FoundQuestions], pairs: list[Pair]) -> None:
        """A heading with more under it than these questions heads a section, unless it says that it is about questions."""
        reading = self.reading
        far = {id(pair.tag): pair.end for pair in pairs}
        for group in groups:
            if group.heading is None or names_faq(reading.text_of(group.heading, 200)):
                continue
            level = level_of(group.heading) or 6
            place = max(far[id(item.question_tag)] for item in group.items)
            letter = reading.letters_before(place)
            if letter >= len(reading.stream):
                continue
            node: PageElement | None = reading.nodes[reading.node_at(letter)]
            levels = [level_of(tag) for tag in list(node.parents)[:8] if level_of(tag)] if node is not None else []
            if not levels or levels[0] > level:
                group.heading = None
