"""Questions that are only lines with text after them, where the page says that they are an FAQ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from .elements import signature
from .lines import Line
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading
from .wording import has_mark, is_open_end, is_told, names_faq, names_sources
from .zones import ACCORDION, CLASS, HEADING, Zone, Zones

_RANK = {"label": 0, "heading": 1, "leaf": 2, "bold": 3, "plain": 4}


def row_pairs(reading: Reading, zones: Zones, lines: list[Line], claimed: list[tuple[int, int]]) -> list[Pair]:
    """``claimed``: stretches that are questions and answers already."""
    found: list[Pair] = []
    places = [line.start for line in lines]
    claimed = list(claimed)
    for strength in (HEADING, CLASS, ACCORDION):
        taken = [start for start, _end in claimed]
        for cluster in clusters(reading, zones, strength):
            between = lines[bisect_left(places, cluster.start) : bisect_left(places, cluster.end)]
            inside = [
                line
                for line in between
                if zones.strength(line.start) == strength
                and not zones.against(line.start)
                and not _is_claimed(claimed, line.start)
            ]
            if inside:
                own = taken[bisect_left(taken, cluster.start) : bisect_left(taken, cluster.end)]
                found += _in_cluster(reading, zones, cluster, inside, own)
        claimed = sorted({*claimed, *((pair.start, pair.end) for pair in found)})
    return found


def clusters(reading: Reading, zones: Zones, strength: int) -> list[Zone]:
    """Zones of one strength that overlap, or follow each other without text between, as one."""
    found: list[Zone] = []
    for zone in sorted((one for one in zones.all if one.strength == strength), key=lambda one: (one.start, -one.end)):
        last = found[-1] if found else None
        if last and (zone.start < last.end or (strength != HEADING and not reading.size(last.end, zone.start))):
            last.end = max(last.end, zone.end)
            last.level = max(last.level, zone.level)
            last.is_page = last.is_page or zone.is_page
        else:
            found.append(Zone(zone.start, zone.end, zone.strength, zone.heading, zone.level, zone.is_page))
    return found


def _is_claimed(claimed: list[tuple[int, int]], place: int) -> bool:
    index = bisect_right(claimed, (place, 1 << 60)) - 1
    return index >= 0 and claimed[index][0] <= place < claimed[index][1]


def _in_cluster(reading: Reading, zones: Zones, cluster: Zone, lines: list[Line], taken: list[int]) -> list[Pair]:
    lines = [line for line in lines if not (names_faq(line.text) and not line.asks)]
    walls = _walls(lines)
    families: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if not is_open_end(line.text):
            families[line.family].append(line)
    good = [(name, members) for name, members in families.items() if _is_good(cluster, members)]
    good.sort(key=lambda one: (_RANK[one[1][0].kind], -sum(line.asks for line in one[1]), one[0]))
    found: list[Pair] = []
    own: list[tuple[int, int]] = []
    for _name, members in good:
        members = _members(reading, cluster, members)
        starts = sorted(
            {
                *taken,
                *(line.start for line in walls if not 0 < members[0].level < line.level),
                *(line.start for line in members),
                *(pair.start for pair in found),
                *(start for start, _end in own),
            }
        )
        free = [line for line in members if not _is_claimed(own, line.start)]
        pairs: list[Pair] = []
        for line in free:
            limit = min(cluster.end, zones.end_at(line.start))
            stops = Stops(starts, limit, line.level, zones.levels if line.level else [])
            pair = pair_of(reading, line.tag, answer_after(reading, line.tag, stops), _form(line))
            if pair:
                pair.likeness = max(pair.likeness, 1.0 if line.asks else 0.5)
                pairs.append(pair)
        if not _are_bare(free, pairs):
            found += pairs
            own = sorted([*own, *((pair.start, pair.end) for pair in pairs)])
    return sorted(found, key=lambda pair: pair.start)


def _walls(lines: list[Line]) -> list[Line]:
    """Lines that end the questions. Sources between two of them are those of an answer."""
    last = max((line.start for line in lines if line.asks), default=0)
    return [line for line in lines if is_open_end(line.text) and (line.start > last or not names_sources(line.text))]


def _is_good(cluster: Zone, members: list[Line]) -> bool:
    kind = members[0].kind
    asks = sum(line.asks for line in members)
    if not asks:
        return False
    if cluster.strength == ACCORDION:
        asks = sum(line.asks and has_mark(line.text) for line in members)  # not "How to take it"
        return kind in {"heading", "leaf"} and asks >= 2 and asks >= 0.6 * len(members)
    if len(members) == 1 or asks == 1:
        return (cluster.strength == HEADING and not cluster.is_page and kind != "plain") or (
            cluster.strength == CLASS and kind in {"leaf", "label"}
        )
    if cluster.is_page and kind == "plain":
        return asks >= 3
    return kind in {"plain", "leaf", "bold"} or asks >= 0.4 * len(members)


def _are_bare(lines: list[Line], pairs: list[Pair]) -> bool:
    """Questions one below another: what stands below the last of them does not answer it."""
    return len(lines) > 2 and lines[0].kind in {"plain", "bold", "leaf"} and len(pairs) * 2 < len(lines)


def _members(reading: Reading, cluster: Zone, members: list[Line]) -> list[Line]:
    """Where most lines of a kind ask, the others of that kind are questions as well."""
    kind = members[0].kind
    asks = [line for line in members if line.asks]
    if kind in {"heading", "bold", "label"}:
        where = {place for line in asks for place in _where(line)}
        if len(asks) * 5 < len(members) * 3:
            return asks
        told = _of_answers(reading, members) if kind == "bold" else set()
        return [
            line
            for line in members
            if line.asks or (line.start not in told and any(place in where for place in _where(line)))
        ]
    if kind == "leaf" and "." in members[0].family:
        known = {id(line.tag) for line in members}
        alike = [
            reading.widened(tag)
            for tag in reading.alike(members[0].family, cluster.start, cluster.end)
            if reading.weight_of(tag)
        ]
        others = [tag for tag in alike if id(tag) not in known]
        if others and len(asks) * 5 >= (len(members) + len(others)) * 3:
            first = asks[0]
            extra = [
                Line(tag, reading.start(tag), first.kind, first.family, reading.text_of(tag), False) for tag in others
            ]
            return sorted(
                [*members, *(line for line in extra if not is_open_end(line.text))], key=lambda line: line.start
            )
        if len(others) > 4 * len(asks):
            return []
    return asks


def _of_answers(reading: Reading, members: list[Line]) -> set[int]:
    """Where bold lines begin that ask nothing and stand directly behind a question, or are a sentence or a warning."""
    found: set[int] = set()
    for index, line in enumerate(members):
        if line.asks:
            continue
        follows = index > 0 and _touch(reading, members[index - 1], line)
        # "Travel:" directly above a question is the title of some of them.
        is_title = line.text.endswith((":", "：")) and _touch(reading, line, *members[index + 1 : index + 2])
        if follows or (is_told(line.text) and not is_title):
            found.add(line.start)
    return found


def _touch(reading: Reading, line: Line, after: Line | None = None) -> bool:
    if after is None or reading.size(reading.end(line.tag), after.start):
        return False
    shown = line.tag.find_next(["img", "iframe", "video", "svg", "object"])  # an answer without words
    return shown is None or not reading.has(shown) or reading.start(shown) >= after.start


def _where(line: Line) -> list[tuple[int, str]]:
    """Beside the questions, or in an element beside theirs that looks like theirs."""
    parent = line.tag.parent
    if parent is None:
        return []
    above = parent.parent
    return [(id(parent), ""), *([(id(above), signature(parent))] if above is not None else [])]


def _form(line: Line) -> str:
    return {"heading": "heading", "bold": "bold", "label": "label"}.get(line.kind, "lines")
