"""Custom elements: the question in an attribute or in a named slot, the answer inside."""

from __future__ import annotations

from collections.abc import Iterator

from .elements import attribute
from .pairs import Pair, pair_of
from .reading import Reading
from .wording import names_faq

_ATTRIBUTES = (
    "question",
    "heading",
    "header",
    "headline",
    "title",
    "summary",
    "label",
    "name",
    "text",
    "data-question",
    "data-title",
)
_QUESTION_SLOTS = frozenset(
    ("question", "heading", "header", "headline", "title", "summary", "label", "trigger", "toggle", "button")
)


def custom_pairs(reading: Reading) -> Iterator[Pair]:
    for tag in reading.tags:
        if "-" not in tag.name:
            continue
        inside = [node for node in tag.find_all(True, recursive=False) if reading.has(node)]
        slotted = [node for node in inside if attribute(node, "slot").lower() in _QUESTION_SLOTS]
        if len(slotted) == 1:
            answer = [node for node in tag.contents if node is not slotted[0]]
            pair = pair_of(reading, slotted[0], answer, "slot")
        else:
            words = next((attribute(tag, name).strip() for name in _ATTRIBUTES if attribute(tag, name).strip()), "")
            pair = (
                pair_of(reading, tag, list(tag.contents), "custom", text=words)
                if words and not names_faq(words)
                else None
            )
        if pair:
            yield pair
