"""A question and its answer as candidates, and how far an answer goes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from bs4.element import NavigableString, PageElement, Tag

from .elements import INLINE, level_of
from .reading import Reading
from .wording import LONGEST_QUESTION, NUMBER, QUESTION_LABEL, likeness

# An element that only makes sense inside its own list or table gives its children instead.
_PARTS = frozenset(("td", "th", "tr", "tbody", "thead", "dd", "dt", "li", "summary"))
FIELDS = frozenset(("input", "textarea", "select"))
MOST_STEPS = 12


@dataclass(slots=True)
class Pair:
    tag: Tag  # the question, with the icons and labels around it
    answer: list[PageElement]
    form: str
    start: int  # where the question begins in the Reading, and where the answer ends
    end: int
    wording: str = ""  # the question as it stands, with labels
    key: str = ""
    likeness: float = 0.0
    level: int = 0
    declared: bool = False
    borrowed: bool = False
    leftovers: list[PageElement] = field(default_factory=list)  # toggles beside the question, left out


def pair_of(
    reading: Reading,
    tag: Tag,
    answer: list[PageElement],
    form: str,
    *,
    text: str = "",
    **more: object,
) -> Pair | None:
    """A pair, or None where the question is too long or the answer holds nothing."""
    start, end = reading.span(tag)
    wording = text or reading.text(start, end)
    wording = wording.strip()
    if not 2 <= len(wording) <= LONGEST_QUESTION + 20 or not (reading.weight_of(tag) or text):
        return None
    answer = [node for node in flat(reading, answer) if _is_apart(reading, node, start, end if not text else start + 1)]
    if not any(holds_something(reading, node) for node in answer):
        return None
    far = [reading.end(node) for node in answer if reading.has(node)]
    bare = unlabelled(wording)
    return Pair(
        tag=tag,
        answer=answer,
        form=form,
        start=start,
        end=max([end if form != "custom" else start, *far]),
        wording=wording,
        key=reading.key(start, end),
        likeness=likeness(bare),
        level=level_of(tag) or next((level_of(inner) for inner in reading.headings(start, end)[:1]), 0)
        if not text
        else 0,
        **more,  # type: ignore[arg-type]
    )


def _is_apart(reading: Reading, node: PageElement, start: int, end: int) -> bool:
    low, high = reading.span(node)
    return high <= start or low >= end


def unlabelled(wording: str) -> str:
    found = QUESTION_LABEL.match(wording) or NUMBER.match(wording)
    return wording[found.end() :] if found and found.end() < len(wording) else wording


def holds_something(reading: Reading, node: PageElement) -> bool:
    start, end = reading.span(node) if reading.has(node) else (0, 0)
    return (
        bool(reading.shown(start, end) or any(thing.name not in FIELDS for thing in reading.things(start, end)))
        if end
        else False
    )


def flat(reading: Reading, nodes: list[PageElement]) -> list[PageElement]:
    """The nodes without list items, cells and the like on their own, and without empty ends."""
    found: list[PageElement] = []
    stack = nodes[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag) and node.name in _PARTS:
            stack += node.contents[::-1]
        elif reading.has(node):
            found.append(node)
    while found and not _counts(reading, found[0]):
        found.pop(0)
    while found and not _counts(reading, found[-1]):
        found.pop()
    return found


def _counts(reading: Reading, node: PageElement) -> bool:
    return bool(node.strip()) if isinstance(node, NavigableString) else holds_something(reading, node)


@dataclass(slots=True)
class Stops:
    """Where an answer ends at the latest: the next question, a heading of this level or above, the end of the zone."""

    starts: list[int]
    end: int
    level: int = 0
    headings: list[tuple[int, int]] = field(default_factory=list)  # start and level, sorted

    def before(self, start: int, end: int) -> bool:
        """Whether something stops an answer between these places."""
        if end > self.end:
            return True
        index = bisect_left(self.starts, start)
        if index < len(self.starts) and self.starts[index] < end:
            return True
        if self.level:
            index = bisect_left(self.headings, (start, 0))
            while index < len(self.headings) and self.headings[index][0] < end:
                if self.headings[index][1] <= self.level:
                    return True
                index += 1
        return False


def _is_edit_link(reading: Reading, nodes: list[PageElement]) -> bool:
    """ "[edit]" beside a heading."""
    size = sum(reading.size_of(node) for node in nodes)
    inline = all(not isinstance(node, Tag) or node.name in INLINE for node in nodes)
    return (
        inline
        and size <= 30
        and all(not reading.things(*reading.span(node)) for node in nodes)
        and size <= sum(reading.size_of(link) for node in nodes for link in reading.links(*reading.span(node)))
    )


def _ends_list(reading: Reading, parent: Tag, item: PageElement) -> bool:
    """Whether items stand before this one, so that what follows the list does not answer its last one alone."""
    return parent.name in {"ul", "ol", "menu"} and bool(reading.size(reading.start(parent), reading.start(item)))


def answer_after(reading: Reading, tag: Tag, stops: Stops) -> list[PageElement]:
    """The nodes that follow a question: its siblings, or those of the element that it is alone in at the start."""
    found: list[PageElement] = []
    beside: list[PageElement] = []
    node: PageElement = tag
    for _ in range(MOST_STEPS):
        parent = node.parent
        if parent is None or not reading.has(parent) or node is reading.root:
            break
        stopped = False
        for sibling in node.next_siblings:
            if not reading.has(sibling):
                continue
            start, end = reading.span(sibling)
            is_wall = isinstance(sibling, Tag) and (
                (sibling.name == "hr" and bool(found)) or (not stops.level and bool(level_of(sibling)))
            )
            if stops.before(start, end) or is_wall:
                stopped = True
                break
            found.append(sibling)
        has_text = any(holds_something(reading, one) for one in found)
        if has_text and not stopped and level_of(tag) and _is_edit_link(reading, found):
            beside, found, has_text = found, [], False
        goes_on = not stopped and (not has_text or parent.name in INLINE or parent.name == "p")
        if not goes_on or parent is reading.root or _ends_list(reading, parent, node):
            break
        node = parent
    return found or beside
