"""Words: how the importer counts and compares text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape

WORD = re.compile(r"\w+")
# Chinese and Japanese put no space between words, so each character counts.
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
CJK_OR_REST = re.compile(rf"{CJK.pattern}|[^{CJK.pattern[1:]}+")
INLINE = "a|abbr|b|bdi|bdo|code|em|i|mark|s|small|span|strong|sub|sup|u"
INLINE_TAG = re.compile(rf"</?(?:{INLINE})(?:\s[^>]*)?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
SMALL_GAP = 1500

Gap = tuple[int, int, int, int]  # from where to where in what was found, and the same in what was kept


def words_of(text: str) -> list[str]:
    """The words of a plain text: without case, each Chinese or Japanese character by itself."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    found = (word.strip("_") for word in WORD.findall(folded))
    if not CJK.search(folded):
        return [word for word in found if word]
    known: dict[str, str] = {}  # millions of characters, of which a few thousand are different
    words: list[str] = []
    for word in found:
        parts = CJK_OR_REST.findall(word)
        words.extend(map(known.setdefault, parts, parts))
    return words


def words_key(text: str) -> str:
    """The words with one space between, in small letters: what is the same in two headings or titles, whatever their signs."""
    return " ".join(WORD.findall(text.casefold()))


def words_of_html(html: str) -> list[str]:
    """The words of mark-up that is already clean; tags within a line part no word, all others do."""
    return words_of(text_of_html(html))


def text_of_html(html: str) -> str:
    if "<" not in html:
        return unescape(html)
    return unescape(TAG.sub("\n", INLINE_TAG.sub("", html)))


def in_order(found: Sequence[str], kept: Sequence[str]) -> float:
    """The share of the found words that stand in ``kept`` in the same order; 1.0 when nothing was found."""
    if not found:
        return 1.0
    return sum(1 for _ in matches(found, kept)) / len(found)


def matches(found: Sequence[str], kept: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places that hold the same word; sorted, they rise on both sides.

    Words that occur once on either side are the posts, and only the short gaps between them are compared in full,
    so that the time stays near the length of the text. In a long gap without any post a few pairs may be missed.
    """
    gaps = [(0, len(found), 0, len(kept))]
    while gaps:
        start, stop, from_, to = gaps.pop()
        while start < stop and from_ < to and found[start] == kept[from_]:
            yield start, from_
            start, from_ = start + 1, from_ + 1
        while start < stop and from_ < to and found[stop - 1] == kept[to - 1]:
            stop, to = stop - 1, to - 1
            yield stop, to
        if start == stop or from_ == to:
            continue
        if stop - start <= SMALL_GAP and to - from_ <= SMALL_GAP:
            yield from _longest(found, kept, (start, stop, from_, to))
            continue
        posts = _posts(found, kept, (start, stop, from_, to))
        if not posts:
            yield from _greedy(found, kept, (start, stop, from_, to))
            continue
        yield from posts
        for (a, b), (c, d) in zip([(start - 1, from_ - 1), *posts], [*posts, (stop, to)], strict=True):
            gaps.append((a + 1, c, b + 1, d))


def _posts(found: Sequence[str], kept: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """Words that occur once on each side of the gap, the most of them that rise on both sides."""
    start, stop, from_, to = gap
    once = _once(found, start, stop)
    there = _once(kept, from_, to)
    pairs = sorted((place, there[word]) for word, place in once.items() if word in there)
    return _rising(pairs)


def _once(words: Sequence[str], start: int, stop: int) -> dict[str, int]:
    places: dict[str, int] = {}
    for place in range(start, stop):
        word = words[place]
        places[word] = -1 if word in places else place
    return {word: place for word, place in places.items() if place >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of ``pairs``, which rise in the first number, that rises in the second as well."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(there)
            at.append(index)
        else:
            ends[length], at[length] = there, index
    chain = []
    index = at[-1] if at else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _longest(found: Sequence[str], kept: Sequence[str], gap: Gap) -> Iterator[tuple[int, int]]:
    """The longest common sequence of a small gap: rows of bits, read backwards."""
    start, stop, from_, to = gap
    masks: dict[str, int] = {}
    for place in range(start, stop):
        masks[found[place]] = masks.get(found[place], 0) | 1 << (place - start)
    full = (1 << (stop - start)) - 1
    row = full
    rows = [row]
    for place in range(from_, to):
        hit = row & masks.get(kept[place], 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    i, j = stop - start - 1, to - from_
    while i >= 0 and j > 0:
        if rows[j] >> i & 1:  # the word adds nothing here
            i -= 1
        elif not rows[j - 1] >> i & 1:  # it was there without this word of the other side
            j -= 1
        else:
            yield start + i, from_ + j - 1
            i, j = i - 1, j - 1


def _greedy(found: Sequence[str], kept: Sequence[str], gap: Gap) -> Iterator[tuple[int, int]]:
    """For a large gap without such words: each word with the nearest like it, which is quick and may not be the most."""
    start, stop, from_, to = gap
    places: dict[str, list[int]] = {}
    for place in range(to - 1, from_ - 1, -1):
        places.setdefault(kept[place], []).append(place)
    reached = from_
    for place in range(start, stop):
        later = places.get(found[place], [])
        while later and later[-1] < reached:
            later.pop()
        if later and later[-1] - reached < SMALL_GAP:
            reached = later.pop() + 1
            yield place, reached - 1
