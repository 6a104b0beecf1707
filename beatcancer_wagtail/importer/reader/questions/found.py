"""What find_questions gives to the walker: where each question begins and which nodes answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4.element import PageElement, Tag


@dataclass(slots=True)
class FoundQuestion:
    """One question. The walker does not walk ``question_tag``: its words are in ``question`` and ``cut``."""

    question: str
    question_tag: Tag
    answer: list[PageElement]  # original nodes, never one inside another
    anchor: str = ""
    cut: list[str] = field(default_factory=list)  # labels and signs that were taken off, such as "Q:", "1." and "+"
    declared: bool = False  # it is also in the page's JSON-LD, microdata or RDFa
    borrowed: bool = False  # the answer is not on the page; its nodes come from the declaration


@dataclass(slots=True)
class FoundQuestions:
    """Questions that follow one another with no other text between them.

    ``heading`` stands directly before the first question, or is None.
    """

    container: Tag
    items: list[FoundQuestion]
    heading: Tag | None = None
    form: str = ""


@dataclass(slots=True)
class DeclaredQuestion:
    """A question that the page declares. ``answer`` is HTML."""

    question: str
    answer: str
    source: str = "json-ld"


class FoundAll(list[FoundQuestions]):
    """All groups in reading order, and a quick answer to "what is this node?" for whoever walks the page."""

    def __init__(
        self,
        groups: Iterable[FoundQuestions] = (),
        declared_only: Iterable[DeclaredQuestion] = (),
        left_out: Iterable[tuple[PageElement, str]] = (),
    ) -> None:
        super().__init__(groups)
        self.declared_only = list(declared_only)
        left_out = list(left_out)
        self._left_out = {id(node): reason for node, reason in left_out}
        self._starts: dict[int, tuple[FoundQuestions, FoundQuestion]] = {}
        self._taken: set[int] = set()
        self._holds: set[int] = set()
        for group in self:
            tags = [item.question_tag for item in group.items]
            if group.heading is not None:
                self._taken.add(id(group.heading))
                tags.append(group.heading)
            for item in group.items:
                self._starts[id(item.question_tag)] = (group, item)
                self._taken.update(id(node) for node in item.answer)
                tags += [node.parent for node in item.answer if node.parent is not None and not item.borrowed]
            for tag in tags:
                self._mark_above(tag)
        for tag in [node.parent for node, _reason in left_out if node.parent is not None]:
            self._mark_above(tag)

    def _mark_above(self, tag: Tag) -> None:
        self._holds.add(id(tag))
        parent = tag.parent
        while parent is not None and id(parent) not in self._holds:
            self._holds.add(id(parent))
            parent = parent.parent

    def at(self, node: PageElement) -> tuple[FoundQuestions, FoundQuestion] | None:
        """The group and the question that begin at this node."""
        return self._starts.get(id(node))

    def is_taken(self, node: PageElement) -> bool:
        """Whether this node is an answer or a group's heading: it comes with its question, not where it stands."""
        return id(node) in self._taken

    def left_out(self, node: PageElement) -> str:
        """Why this node is not content, as a code of drops.REASONS: a "+" beside a question, a list of the questions."""
        return self._left_out.get(id(node), "")

    def holds(self, tag: Tag) -> bool:
        """Whether a question, an answer or a group's heading stands in this element: then go into it, whatever it is."""
        return id(tag) in self._holds
