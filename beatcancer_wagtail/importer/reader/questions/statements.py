"""Where a heading or a class says FAQ and nothing asks: "I missed a tablet", "Paying for the wig"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import islice

from bs4.element import Tag

from .elements import INLINE, level_of, signature, tokens
from .lines import Line
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading
from .wording import is_open_end, likeness, names_faq
from .zones import HEADING, Zone, Zones

LONGEST = 120
LONGEST_ANSWER = 1500
_QUESTION_TOKEN = re.compile(
    r"(?:.*[-_])?(?:q|questions?|frage|pregunta|domanda|pergunta|vraag|faq-?(?:title|head|header|heading|q|name|trigger|toggle))(?:[-_](?:title|text|head|header|heading|wrap|inner))?"
)
_SENTENCE = re.compile(r"[.!。]\s+\S|[,;:]$")


def statement_pairs(
    reading: Reading, zones: Zones, lines: list[Line], clusters: list[Zone], known: list[Pair]
) -> list[Pair]:
    """``known``: pairs that were found; a cluster with one of them is left alone."""
    starts = sorted(pair.start for pair in known)
    places = [line.start for line in lines]
    found: list[Pair] = []
    for cluster in clusters:
        if (cluster.is_page and len(clusters) > 1) or bisect_left(starts, cluster.end) > bisect_left(
            starts, cluster.start
        ):
            continue
        inside = lines[bisect_left(places, cluster.start) : bisect_left(places, cluster.end)]
        if zones.against(cluster.start) or any(zones.against(line.start) for line in inside[:1]):
            continue
        pairs = _in_cluster(reading, zones, cluster, inside)
        found += pairs
        starts = sorted([*starts, *(pair.start for pair in pairs)]) if pairs else starts
    return found


def _in_cluster(reading: Reading, zones: Zones, cluster: Zone, lines: list[Line]) -> list[Pair]:
    named = [
        tag
        for tag in reading.tags_between(cluster.start, cluster.end)
        if any(_QUESTION_TOKEN.fullmatch(name) for name in [*tokens(tag), tag.name if "-" in tag.name else ""] if name)
    ]
    tries = [_outer(reading, [reading.widened(tag) for tag in named if 2 <= reading.size_of(tag) <= LONGEST * 2])]
    if cluster.strength == HEADING:
        good = [
            line
            for line in lines
            if not names_faq(line.text)
            and len(line.text) <= LONGEST
            and not is_open_end(line.text)
            and line.start > cluster.start
        ]
        for level in sorted({line.level for line in good if line.level > cluster.level or not cluster.level}):
            tags = [line.tag for line in good if line.level == level]
            tries.append([] if sum(_heads_headings(reading, tag) for tag in tags) * 5 > len(tags) else tags)
        tries += [_first_parts(reading, cluster), [line.tag for line in good if line.kind == "bold"]]
    for tags in tries:
        pairs = _pairs(reading, zones, cluster, tags)
        if pairs:
            return pairs
    return []


def _pairs(reading: Reading, zones: Zones, cluster: Zone, tags: list[Tag]) -> list[Pair]:
    """All or nothing: two at least, each with an answer that is no chapter."""
    if len(tags) < 2:
        return []
    starts = sorted({reading.start(tag) for tag in tags})
    found = []
    for tag in tags:
        start = reading.start(tag)
        level = next((level_of(heading) for heading in reading.headings(*reading.span(tag))), 0)
        stops = Stops(starts, min(cluster.end, zones.end_at(start)), level, zones.levels if level else [])
        pair = pair_of(reading, tag, answer_after(reading, tag, stops), "statements")
        if pair:
            found.append(pair)
    lengths = sorted(reading.size(reading.end(pair.tag), pair.end) for pair in found)
    is_good = len(found) >= 2 and len(found) * 5 >= len(tags) * 4 and lengths[len(lengths) // 2] <= LONGEST_ANSWER
    return found if is_good else []


def _heads_headings(reading: Reading, tag: Tag) -> bool:
    """Whether the next words are a heading: this one names a part."""
    letter = reading.letters_before(reading.end(tag))
    if letter >= len(reading.stream):
        return False
    return any(level_of(parent) for parent in islice(reading.nodes[reading.node_at(letter)].parents, 6))


def _first_parts(reading: Reading, cluster: Zone) -> list[Tag]:
    """The short first part of elements that look alike and stand side by side."""
    groups: dict[tuple[int, str], list[Tag]] = defaultdict(list)
    total = reading.size(cluster.start, cluster.end)
    for tag in reading.tags_between(cluster.start, cluster.end):
        if (
            tag.parent is None
            or tag.name in INLINE
            or tag.name in {"td", "option"}
            or (tag.name == "tr" and not _is_pair_of_cells(reading, tag))
            or not reading.size_of(tag)
        ):
            continue
        groups[id(tag.parent), signature(tag)].append(tag)
    for units in groups.values():
        if len(units) < 2 or sum(map(reading.size_of, units)) * 2 < total:
            continue
        firsts = [_first_part(reading, unit) for unit in units]
        if all(first is not None for first in firsts):
            return [reading.widened(first) for first in firsts if first is not None]
    return _alternating(reading, groups, total)


def _is_pair_of_cells(reading: Reading, row: Tag) -> bool:
    cells = [reading.size_of(cell) for cell in row.contents if isinstance(cell, Tag) and reading.has(cell)]
    return len(cells) == 2 and cells[1] >= 20


def _first_part(reading: Reading, unit: Tag) -> Tag | None:
    """The first element with text, if it is short, no sentence, and longer text follows it in its unit."""
    node = unit
    for _ in range(8):
        inner = [child for child in node.contents if reading.has(child) and reading.weight_of(child)]
        if not inner or not isinstance(inner[0], Tag):
            return None
        node = inner[0]
        if len(inner) > 1:
            break
    else:
        return None
    text = reading.text_of(node)
    if node.name == "li" and not (likeness(text) >= 1 > likeness(reading.text_of(inner[1]))):
        return None  # the first of some questions, or of some answers
    rest = reading.size(reading.end(node), reading.end(unit))
    if (
        (node.name in INLINE and node.name not in {"b", "strong", "span", "a", "label"})
        or len(text) > LONGEST
        or _SENTENCE.search(text)
    ):
        return None
    return node if rest > reading.size_of(node) // 2 else None


def _alternating(reading: Reading, groups: dict[tuple[int, str], list[Tag]], total: int) -> list[Tag]:
    """Two kinds of elements in turn: short, long, short, long."""
    by_parent: dict[int, list[list[Tag]]] = defaultdict(list)
    for (parent, _family), tags in groups.items():
        if len(tags) >= 2:
            by_parent[parent].append(tags)
    for kinds in by_parent.values():
        for heads in kinds:
            for bodies in kinds:
                if heads is bodies or len(heads) != len(bodies) or len(kinds) > 6:
                    continue
                in_turn = all(
                    reading.end(head) <= reading.start(body) for head, body in zip(heads, bodies, strict=True)
                )
                in_turn = in_turn and all(
                    reading.end(body) <= reading.start(head) for head, body in zip(heads[1:], bodies, strict=False)
                )
                short = all(
                    reading.size_of(head) <= LONGEST and not _SENTENCE.search(reading.text_of(head)) for head in heads
                )
                if in_turn and short and sum(map(reading.size_of, heads + bodies)) * 2 >= total:
                    return heads
    return []


def _outer(reading: Reading, tags: list[Tag]) -> list[Tag]:
    """Each place once: not the text inside a question that is there already."""
    found: list[Tag] = []
    for tag in sorted({id(tag): tag for tag in tags}.values(), key=reading.start):
        if not found or reading.start(tag) >= reading.end(found[-1]):
            found.append(tag)
    return found
