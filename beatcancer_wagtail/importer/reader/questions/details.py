"""``<details>`` with its ``<summary>``."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import Tag

from .pairs import MOST_STEPS, Pair, pair_of
from .reading import Reading, first_in


def details_pairs(reading: Reading) -> Iterator[Pair]:
    summaries = [reading.start(tag) for tag in reading.tags if tag.name == "summary"]
    for tag in reading.tags:
        if tag.name != "details":
            continue
        first = first_in(summaries, *reading.span(tag))
        if first < 0:
            continue
        summary = reading.nodes[first]
        top: Tag = summary  # type: ignore[assignment]
        for _ in range(MOST_STEPS):
            if top.parent is tag or top.parent is None or top.parent.name == "details":
                break
            top = top.parent
        if top.parent is not tag:
            continue
        answer = [node for node in tag.contents if node is not top]
        if top is not summary:
            answer = [*summary.next_siblings, *answer]
        pair = pair_of(reading, summary, answer, "details")  # type: ignore[arg-type]
        if pair:
            yield pair
