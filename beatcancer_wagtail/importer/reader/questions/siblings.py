"""The repeated pattern "short question, longer text" where nothing on the page says FAQ."""

from __future__ import annotations

from collections import defaultdict

from bs4.element import Tag

from .elements import signature
from .evidence import are_speakers, asks_for_input, begins_with_label, is_interview
from .lines import Line
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading
from .zones import Zones

FEWEST = 3


def sibling_pairs(reading: Reading, zones: Zones, lines: list[Line]) -> list[Pair]:
    groups: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.kind != "heading" and line.asks and not zones.against(line.start):
            holder = _holder(reading, line)
            if holder is not None:
                groups[holder].append(line)
    found: list[Pair] = []
    for members in groups.values():
        if len(members) >= (2 if members[0].kind == "label" else FEWEST):
            found += _pairs(reading, members)
    return sorted(found, key=lambda pair: pair.start)


def _holder(reading: Reading, line: Line) -> tuple[int, str] | None:
    """Lines that belong together: those of units that look alike in one parent, or those that stand in it themselves."""
    unit = line.tag.parent
    if unit is None or not reading.has(unit) or (line.kind == "plain" and unit.name != "li"):
        return None
    if line.kind == "bold" and (line.tag.name == "p" or unit.name == "p"):
        return None  # so are interviews
    alone = (
        not reading.weight(reading.start(unit) + 1, line.start)
        and unit is not reading.root
        and unit.parent is not None
        and reading.has(unit.parent)
    )
    if (
        alone
        and unit.name in {"div", "li", "p", "article", "section", "td"}
        and reading.size(reading.end(line.tag), reading.end(unit))
    ):
        return id(unit.parent), f"{signature(unit)} {line.family}"
    return id(unit), line.family


def _pairs(reading: Reading, members: list[Line]) -> list[Pair]:
    starts = [line.start for line in members]
    first = members[0]
    found = []
    for line in members:
        pair = pair_of(
            reading, line.tag, answer_after(reading, line.tag, Stops(starts, len(reading.nodes))), "siblings"
        )
        if pair:
            found.append(pair)
    if len(found) * 5 < len(members) * 4 or len(found) < 2 or asks_for_input(reading, found):
        return []
    labelled = sum(begins_with_label(reading, pair) for pair in found)
    if first.kind == "label":
        return found if labelled * 2 >= len(found) and not are_speakers(reading, found) else []
    return [] if is_interview(reading, found) or not _is_regular(reading, first, found) else found


def _is_regular(reading: Reading, first: Line, pairs: list[Pair]) -> bool:
    """Most elements that look like the questions are questions, and no answer is a whole chapter."""
    if first.kind == "leaf":
        box: Tag | None = pairs[0].tag.parent
        for _ in range(2):
            box = box.parent if box is not None and box is not reading.root and reading.has(box.parent) else box
        alike = reading.alike(first.family, *reading.span(box)) if box is not None and reading.has(box) else []
        if len(pairs) * 5 < sum(1 for tag in alike if reading.weight_of(tag)) * 3:
            return False
    lengths = sorted(reading.size(reading.end(pair.tag), pair.end) for pair in pairs)
    return lengths[len(lengths) // 2] <= 1500
