"""Declared questions against those that the mark-up gave."""

from __future__ import annotations

import re

from .found import DeclaredQuestion
from .pairs import Pair, unlabelled
from .wording import key_of

MOST_COMPARED = 150


def match_declared(pairs: list[Pair], declared: list[DeclaredQuestion]) -> list[DeclaredQuestion]:
    """Mark the pairs that are declared; give the questions that none of them is."""
    if not declared:
        return []
    by_key: dict[str, list[Pair]] = {}
    for pair in pairs:
        for key in {pair.key, key_of(pair.wording), key_of(unlabelled(pair.wording))}:
            by_key.setdefault(key, []).append(pair)
    left = []
    for one in declared:
        same = by_key.get(key_of(one.question)) or by_key.get(key_of(unlabelled(one.question)), [])
        for pair in same:
            pair.declared = True
        if not same:
            left.append(one)
    free = [(pair, _words(pair.wording)) for pair in pairs if not pair.declared]
    if not free or len(free) > MOST_COMPARED or len(left) > MOST_COMPARED:
        return left
    return [one for one in left if not _mark_alike(_words(one.question), free)]


def _mark_alike(words: set[str], free: list[tuple[Pair, set[str]]]) -> bool:
    """The same question with a word more or less."""
    best = max(free, key=lambda one: _alike(words, one[1]))
    if best[0].declared or _alike(words, best[1]) < 0.85:
        return False
    best[0].declared = True
    return True


def _alike(first: set[str], second: set[str]) -> float:
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+", text.casefold()))
