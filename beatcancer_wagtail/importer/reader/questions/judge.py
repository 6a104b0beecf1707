"""Which candidates are questions: the evidence of a whole group decides, never one line alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import islice

from .elements import signature
from .evidence import are_speakers, asks_for_input, is_links
from .pairs import Pair
from .reading import Reading
from .wording import has_mark, is_open_end, names_faq
from .zones import CLASS, HEADING, Zones


def judged(reading: Reading, zones: Zones, pairs: list[Pair]) -> list[Pair]:
    """The pairs that are an FAQ, in reading order, none inside the answer of another."""
    pairs = [
        pair
        for pair in pairs
        if pair.declared or (not is_open_end(pair.wording) and not (names_faq(pair.wording) and pair.likeness < 1))
    ]
    accepted: list[Pair] = []
    single: list[Pair] = []  # one question in a part of its own goes with the others under the same heading
    for group in _groups(reading, zones, pairs):
        if _is_faq(reading, zones, group):
            asks = sum(pair.likeness >= 0.6 for pair in group) * 2 >= len(group)
            accepted += [pair for pair in group if pair.declared or not (asks and _is_chapter(reading, pair))]
        else:
            accepted += [pair for pair in group if pair.declared]
            single += [
                pair
                for pair in group
                if len(group) == 1
                and zones.strength(pair.start) == HEADING
                and not pair.declared
                and not _is_barred(reading, zones, group)
            ]
    known = {_looks(zones, pair) for pair in accepted if zones.strength(pair.start) == HEADING}
    accepted += [pair for pair in single if _looks(zones, pair) in known]
    return outermost(reading, accepted)


def _looks(zones: Zones, pair: Pair) -> tuple[str, int, str]:
    return pair.form, zones.end_at(pair.start), " ".join(signature(tag) for tag in islice(pair.tag.parents, 2))


def _is_chapter(reading: Reading, pair: Pair) -> bool:
    """A panel beside the questions that asks nothing and has headings or tables of its own."""
    if pair.likeness >= 0.3:
        return False
    spans = [reading.span(node) for node in pair.answer]
    return any(reading.headings(*span) or any(node.name == "table" for node in reading.things(*span)) for span in spans)


def _groups(reading: Reading, zones: Zones, pairs: list[Pair]) -> list[list[Pair]]:
    """Pairs of one form whose own elements stand in the same element, under a heading that says FAQ or not."""
    starts = sorted({pair.start for pair in pairs})
    groups: dict[tuple[int, str, bool], list[Pair]] = defaultdict(list)
    for pair in pairs:
        node = pair.tag.parent
        while node is not None and node is not reading.root and reading.has(node):
            start, end = reading.span(node)
            if bisect_left(starts, end) - bisect_left(starts, start) > 1:
                break
            node = node.parent
        groups[id(node), pair.form, zones.strength(pair.start) == HEADING].append(pair)
    return list(groups.values())


def _is_faq(reading: Reading, zones: Zones, group: list[Pair]) -> bool:
    count = len(group)
    share = sum(pair.likeness for pair in group) / count
    declared = sum(pair.declared for pair in group)
    if declared and declared * 3 >= count:
        return True
    if _is_barred(reading, zones, group) or (
        share < 0.8 and sum(is_links(reading, pair) for pair in group) * 2 > count
    ):
        return False
    strengths = sorted(zones.strength(pair.start) for pair in group)
    strength = strengths[count // 2]
    form = group[0].form
    if strength == HEADING:
        fewest = 0.4 if form in {"button", "label"} or zones.only_page(group[0].start) else 0.0
        return share >= fewest if count > 1 else share >= max(fewest, 0.3)
    if strength == CLASS:
        return share >= (0.35 if count > 1 else 0.6)
    # "What happens before", "How to take it": so begin the titles of procedures and of leaflets.
    if sum(has_mark(pair.wording) for pair in group) * 2 < count:
        return False
    return (count >= 3 and share >= 0.6) or (count == 2 and share >= 1 and form not in {"button", "label"})


def _is_barred(reading: Reading, zones: Zones, group: list[Pair]) -> bool:
    where = sum(zones.against(pair.start) for pair in group) * 2 > len(group)
    return where or asks_for_input(reading, group) or are_speakers(reading, group)


def outermost(reading: Reading, pairs: list[Pair]) -> list[Pair]:
    """A panel that only gathers questions gives way to them; a question inside an answer is part of that answer."""
    pairs = sorted(pairs, key=lambda pair: pair.start)
    starts = [pair.start for pair in pairs]
    kept = []
    for pair in pairs:
        inner = 0
        for start, end in _spans(reading, pair):
            inner += bisect_left(starts, end) - bisect_left(starts, start)
        if not inner or pair.likeness >= 0.6:
            kept.append(pair)
    steps: dict[int, int] = defaultdict(int)
    answers: list[int] = []
    for pair in kept:
        for start, end in _spans(reading, pair):
            answers.append(start)
            steps[start] += 1
            steps[end] -= 1
    places, depth, found = sorted(steps), 0, []
    answers.sort()
    index = 0
    for pair in kept:
        while index < len(places) and places[index] <= pair.start:
            depth += steps[places[index]]
            index += 1
        # Of an element such as a summary the answer above may hold the words only.
        end = reading.end(pair.tag) if pair.form != "custom" else pair.start
        is_answer = bisect_left(answers, end) > bisect_left(answers, pair.start)
        if depth <= 0 and not is_answer:
            found.append(pair)
    return _apart(reading, found)


def _apart(reading: Reading, pairs: list[Pair]) -> list[Pair]:
    """No node answers two questions: the first one has it."""
    taken = bytearray(len(reading.nodes) + 1)
    found = []
    for pair in pairs:
        spans = [reading.span(node) for node in pair.answer if reading.has(node)]
        if all(taken.find(1, start, end) < 0 for start, end in spans):
            found.append(pair)
            for start, end in spans:
                taken[start:end] = b"\x01" * (end - start)
    return found


def _spans(reading: Reading, pair: Pair) -> list[tuple[int, int]]:
    spans = [reading.span(node) for node in pair.answer if reading.has(node)]
    return [(start, end) for start, end in spans if not start <= pair.start < end]
