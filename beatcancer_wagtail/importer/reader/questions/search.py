"""All finders in the order in which they are believed."""

from __future__ import annotations

from collections.abc import Iterable

from bs4.element import NavigableString, Tag

from .controlled import controlled_pairs, controls_of
from .custom import custom_pairs
from .declared import marked_pairs
from .definition import definition_pairs
from .details import details_pairs
from .evidence import are_speakers, asks_for_input
from .found import DeclaredQuestion, FoundAll
from .gathered import Gathering
from .judge import judged, outermost
from .lines import lines_of
from .locate import Locator
from .matching import match_declared
from .pairs import Pair
from .reading import Reading
from .rows import clusters, row_pairs
from .siblings import sibling_pairs
from .statements import statement_pairs
from .tables import table_pairs
from .wording import names_faq
from .zones import CLASS, HEADING, Zones

MOST_NODES = 600_000
Split = tuple[NavigableString, int, int]


def search(root: Tag, soup: Tag, declared: list[DeclaredQuestion]) -> tuple[FoundAll, list[Split]]:
    reading = Reading(root)
    if len(reading.nodes) > MOST_NODES or not reading.stream:
        return FoundAll(declared_only=declared), []
    lines = lines_of(reading)
    heads: list[Tag] = []
    shaped = _once(
        reading,
        marked_pairs(reading),
        details_pairs(reading),
        custom_pairs(reading),
        controlled_pairs(reading, controls_of(reading)),
        definition_pairs(reading),
        table_pairs(reading, heads),
    )
    places = sorted({*(pair.start for pair in shaped), *(line.start for line in lines if line.asks)})
    zones = Zones(reading, places, _page_names_faq(soup))
    left = match_declared(shaped, declared)
    accepted = judged(reading, zones, shaped)
    rows = row_pairs(reading, zones, lines, _claimed(reading, accepted))
    left = match_declared(rows, left)
    if not (are_speakers(reading, rows) or asks_for_input(reading, rows)) or any(pair.declared for pair in rows):
        accepted = outermost(reading, [*accepted, *rows])
    locator = Locator(reading, zones, accepted, lines)
    located, missing = locator.pairs(left)
    accepted = outermost(reading, [*accepted, *located])
    named = [*clusters(reading, zones, HEADING), *clusters(reading, zones, CLASS)]
    accepted = outermost(reading, [*accepted, *statement_pairs(reading, zones, lines, named, accepted)])
    if not accepted:
        accepted = outermost(reading, sibling_pairs(reading, zones, lines))
    gathering = Gathering(reading, accepted, missing)
    gathering.left_out += [(head, "label") for head in heads if _is_beside(reading, head, accepted)]
    return gathering.all(), locator.splits if missing else []


def _once(reading: Reading, *finders: Iterable[Pair]) -> list[Pair]:
    """What an earlier finder has as a question is no question of a later one."""
    found: list[Pair] = []
    taken = bytearray(len(reading.nodes) + 1)
    for finder in finders:
        for pair in finder:
            start, end = reading.span(pair.tag)
            if pair.form == "custom":
                end = start + 1
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(pair)
    return sorted(found, key=lambda pair: pair.start)


def _claimed(reading: Reading, pairs: list[Pair]) -> list[tuple[int, int]]:
    """Stretches of questions and answers, sorted, none inside another."""
    spans = sorted(
        {(pair.start, reading.end(pair.tag)) for pair in pairs}
        | {reading.span(node) for pair in pairs for node in pair.answer if reading.has(node)}
    )
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _is_beside(reading: Reading, head: Tag, pairs: list[Pair]) -> bool:
    end = reading.end(head)
    return any(pair.form == "table" and pair.start >= end and not reading.size(end, pair.start) for pair in pairs)


def _page_names_faq(soup: Tag) -> bool:
    """The title of the page, or its first heading where that was taken out of the content."""
    heading = soup.find("h1")
    if isinstance(heading, Tag) and heading.get_text(strip=True):
        return names_faq(heading.get_text(" ", strip=True)[:200])
    title = soup.find("title")
    return isinstance(title, Tag) and names_faq(title.get_text(" ", strip=True)[:160])
