"""From the page's own nodes to the outline, in reading order and without recursion over the depth of the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from beatcancer_wagtail.importer.drops import gettext_noop
from beatcancer_wagtail.importer.markup import BLOCKS, SILENT, is_text, written
from beatcancer_wagtail.importer.markup.flow import Flow
from beatcancer_wagtail.importer.outline import Dropped, Node, Picture, Sentence, Text
from beatcancer_wagtail.importer.reader.questions.found import FoundAll, FoundQuestion, FoundQuestions
from beatcancer_wagtail.importer.reader.walk.pictures import Caption, with_captions

DEEPEST = 25  # boxes within boxes; below that they are plain containers
OPEN, THROUGH, DONE = "open", "through", ""  # an element is entered for what it is, or as a mere box, or not at all
Mode = str
Handler = Callable[["Walker", Tag], Mode]

NUMBERS = gettext_noop(
    "A numbered list does not keep its numbers: an editor's list starts at 1, and a picture or table cuts it in two."
)


@dataclass(slots=True)
class Known:
    """What was found out about the page's elements before the walk, by their ``id()``."""

    questions: FoundAll
    containers: set[int] = field(default_factory=set)  # lists and items that hold headings
    titles: dict[int, int] = field(default_factory=dict)  # the levels of what opens a panel
    labels: Collection[int] = ()  # words that only work a panel
    captions: set[int] = field(default_factory=set)  # lines below a picture
    as_found: bool = False


class Walker:
    def __init__(
        self, features: Collection[str], base: str, known: Known, handler_of: Callable[[Walker, Tag], Handler | None]
    ):
        self.features, self.base, self.known, self.handler_of = features, base, known, handler_of
        self.questions = known.questions
        self.flow = Flow(features, base)
        self.nodes: list[Node | Caption] = []
        self.pending: list[Picture] = []
        self.dropped: list[Dropped] = []
        self.warnings: dict[Sentence, None] = {}
        self.lost_strikes: list[str] = []
        self.depth = 0
        self.in_figure = False
        self.after_noscript = False  # the last picture was one for browsers without scripts
        self.group: FoundQuestions | None = None
        self.asked: set[int] = set()
        self.on_question: Callable[[Walker, FoundQuestions, FoundQuestion], None]

    def walk(self, nodes: Iterable[PageElement], *, ours: bool = False) -> None:
        """``ours``: the nodes were given to us to be walked, so that it does not matter to whom they belong."""
        stack: list[tuple[Iterator[PageElement], Tag | None, Mode]] = [(iter(list(nodes)), None, THROUGH)]
        before: PageElement | None = None
        while stack:
            rest, tag, mode = stack[-1]
            node = next(rest, None)
            if ours and len(stack) == 1 and node is not None:
                if before is not None and _are_in_two_blocks(before, node):
                    self.end_block()
                before = node
            if node is None:
                stack.pop()
                if tag is not None:
                    self._leave(tag, mode)
            elif isinstance(node, Tag):
                if entered := self._enter(node, ours=ours and len(stack) == 1):
                    stack.append((iter(node.contents), node, entered))
            elif isinstance(node, NavigableString) and is_text(node):
                self._text(node, ours=ours and len(stack) == 1)

    def _text(self, node: NavigableString, *, ours: bool) -> None:
        if hit := self._asks(node):
            self.on_question(self, *hit)
        elif reason := self.questions.left_out(node):
            self.drop(reason, str(node))
        elif ours or not self.questions.is_taken(node):
            self.flow.text(str(node))

    def _enter(self, tag: Tag, *, ours: bool) -> Mode:
        if hit := self._asks(tag):
            self.on_question(self, *hit)
            return DONE
        if reason := self.questions.left_out(tag) or ("label" if id(tag) in self.known.labels else ""):
            self.drop(reason, tag.get_text(" "), tag.name)
            return DONE
        if tag.name in SILENT or (not ours and self.questions.is_taken(tag)):
            return DONE
        if self.questions.holds(tag) or id(tag) in self.known.containers:
            self.end_block()
            return THROUGH
        handler = self.handler_of(self, tag)
        mode = handler(self, tag) if handler else OPEN
        if mode == OPEN:
            if tag.name in BLOCKS:
                self.end_block()
            if self.flow.follows_list(tag):
                self.add()
            self.flow.open(tag)
        return mode

    def _asks(self, node: PageElement) -> tuple[FoundQuestions, FoundQuestion] | None:
        """The question that begins here. An answer may stand inside its question's element, so each is asked once."""
        hit = self.questions.at(node)
        if hit is None or id(hit[1]) in self.asked:
            return None
        self.asked.add(id(hit[1]))
        return hit

    def _leave(self, tag: Tag, mode: Mode) -> None:
        if mode == OPEN:
            self.flow.close(tag)
        if mode == THROUGH or tag.name in BLOCKS:
            self.end_block()

    @property
    def is_deep(self) -> bool:
        return self.depth >= DEEPEST

    def inside(
        self, nodes: Iterable[PageElement], *, ours: bool = False, is_figure: bool = False, first: Node | None = None
    ) -> list[Node]:
        """What these nodes hold, as an outline of its own."""
        before = self.flow, self.nodes, self.pending, self.group, self.in_figure
        self.flow, self.nodes, self.pending = self.flow.within(), [first] if first else [], []
        self.group, self.in_figure = None, is_figure
        self.depth += 1
        self.walk(nodes, ours=ours)
        found = self.take(is_figure=is_figure)
        self.depth -= 1
        self.flow, self.nodes, self.pending, self.group, self.in_figure = before
        return found

    def take(self, *, is_figure: bool = False) -> list[Node]:
        self.add()
        if self.flow.odd_numbers:
            self.warn(NUMBERS)
        self.lost_strikes += self.flow.lost_strikes
        return with_captions(self.nodes, is_figure=is_figure)

    def end_block(self) -> None:
        self.flow.end_line()
        if self.pending:
            waiting, self.pending = self.pending, []
            self.add(*waiting)

    def add(self, *nodes: Node | Caption) -> None:
        """Puts blocks after the text so far."""
        self.end_block()
        if lines := self.flow.take_lines():
            self.nodes.append(Text(written(lines)))
        self.nodes += nodes

    def drop(self, reason: str, text: str, where: str = "") -> None:
        if text := " ".join(text.split()):
            self.dropped.append(Dropped(reason, text, where, was_counted=True))

    def warn(self, template: str, **values: str | int) -> None:
        self.warnings[Sentence(template, **values)] = None


def _are_in_two_blocks(first: PageElement, second: PageElement) -> bool:
    """Such as the words of two items of a list, which came without their items."""
    above = (first.parent, second.parent)
    return above[0] is not above[1] and all(tag is not None and tag.name in BLOCKS for tag in above)
