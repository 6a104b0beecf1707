"""Which places of a page lie in one of many stretches, worked out once for all places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Protocol


class Stretch(Protocol):
    start: int
    end: int


def covers(count: int, zones: Iterable[Stretch]) -> list[bool]:
    steps = [0] * (count + 1)
    for zone in zones:
        steps[zone.start] += 1
        steps[zone.end] -= 1
    found, depth = [], 0
    for step in steps:
        depth += step
        found.append(depth > 0)
    return found


def inner_ends(count: int, zones: Iterable[Stretch]) -> list[int]:
    starting: dict[int, list[int]] = defaultdict(list)
    for zone in zones:
        starting[zone.start].append(zone.end)
    found: list[int] = []
    open_ends: list[int] = []
    for place in range(count + 1):
        for end in starting.get(place, ()):
            heappush(open_ends, end)
        while open_ends and open_ends[0] <= place:
            heappop(open_ends)
        found.append(open_ends[0] if open_ends else count)
    return found
