"""Definition lists: ``dt`` asks, the ``dd`` after it answer."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import PageElement, Tag

from .pairs import Pair, pair_of
from .reading import Reading


def definition_pairs(reading: Reading) -> Iterator[Pair]:
    for tag in reading.tags:
        if tag.name != "dl":
            continue
        term: Tag | None = None
        answer: list[PageElement] = []
        for node in [*_parts(tag), None]:
            if node is None or node.name == "dt":
                pair = pair_of(reading, term, answer, "definition") if term is not None and answer else None
                if pair:
                    yield pair
                term, answer = node, []
            elif reading.has(node):
                answer.append(node)


def _parts(tag: Tag) -> list[Tag]:
    """``dt`` and ``dd``, also where each pair stands in a ``div``."""
    found: list[Tag] = []
    for node in tag.find_all(True, recursive=False):
        if node.name in {"dt", "dd"}:
            found.append(node)
        elif node.name in {"div", "li"} or "-" in node.name:
            found += node.find_all(["dt", "dd"], recursive=False)
    return found
