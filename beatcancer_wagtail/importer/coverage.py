"""What of the found content is kept: the proof of completeness, word for word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from itertools import chain
from typing import Any

from beatcancer_wagtail.importer.amounts import AMOUNT, PART_OF_AMOUNT
from beatcancer_wagtail.importer.outline import Dropped
from beatcancer_wagtail.importer.words import matches, words_of, words_of_html

NEEDS_A_LOOK = 99.5
# What a page may hold within its text and nobody misses, however long. Anything else that reads like prose is doubtful.
SURELY_NOT_TEXT = frozenset(
    [
        "comments",
        "contents",
        "date",
        "label",
        "mapping",
        "outside",
        "repeat",
        "summary",
        "title",
    ]
)
# These are lines of a few words; where sentences went with them, somebody has to look.
LINES = frozenset(["account", "advert", "byline", "consent", "newsletter", "search", "share", "tags"])
# What these hold stands elsewhere on the page, or somebody said that it is to go. Hidden words have a rule of their own.
SAID_ELSEWHERE = frozenset(["contents", "hidden", "mapping", "repeat", "summary", "title"])
PROSE_WORDS = 25
LINE_WORDS = 12
SENTENCE_ENDS = re.compile(r"[.!?…](?:\s|$)|[。！？]|[.!?]”")
BETWEEN_NUMBERS = re.compile(r"(?<!\d) | (?!\d)")
DOUBTFUL_SHARE = 0.1
MOST_PASSAGES = 200
LONGEST_PASSAGE = 60  # words
SILENT_KEYS = frozenset(
    {"type", "level", "anchor", "url", "target", "src", "alt", "format", "kind", "header_rows", "header_column"}
)


@dataclass(slots=True)
class Coverage:
    words_found: int
    words_kept: int
    percent: float
    order: float  # the share of the found words that stand in the same order, in per cent
    missing: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)  # dropped as no content, but it reads like a text

    def needs_a_look(self, below: float = NEEDS_A_LOOK) -> bool:
        return not self.words_found or min(self.percent, self.order) < below or bool(self.doubtful)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def coverage_of(found: Sequence[str], kept: Sequence[str], dropped: Iterable[Dropped] = ()) -> Coverage:
    dropped = list(dropped)
    if _run(found) == _run(kept):  # the same text, perhaps parted into words otherwise
        kept = found
    pairs = sorted(matches(found, kept))
    lost: list[list[str]] = []
    new: list[list[str]] = []
    in_order = len(pairs)
    for gone, come in _gaps(found, kept, pairs):
        if _run(gone) == _run(come):
            in_order += len(gone)
        else:
            lost += _passages(gone)
            new += _passages(come)
    spare = Counter(word for passage in new for word in passage)
    told = Counter(word for drop in dropped if drop.was_counted for word in words_of(drop.text))
    missing: list[str] = []
    moved: list[str] = []
    lost_count = on_purpose = 0
    for passage in lost:
        here = Counter(passage)
        elsewhere = here & spare
        spare -= elsewhere
        absent = here - elsewhere
        explained = absent & told
        told -= explained
        on_purpose += explained.total()
        unexplained = (absent - explained).total()
        lost_count += unexplained
        if unexplained:
            missing.append(_shown(passage))
        elif elsewhere:
            moved.append(_shown(passage))
    added = [_shown(passage) for passage in new if (Counter(passage) & spare).total()]
    expected = len(found) - on_purpose
    kept_count = expected - lost_count
    return Coverage(
        words_found=expected,
        words_kept=kept_count,
        percent=_percent(kept_count, expected),
        order=_percent(in_order, expected),
        missing=missing[:MOST_PASSAGES],
        added=added[:MOST_PASSAGES],
        moved=moved[:MOST_PASSAGES],
        doubtful=_doubtful(dropped, len(found))[:MOST_PASSAGES],
    )


def _run(words: Sequence[str]) -> str:
    """The words without spaces, but for those between numbers: "1 100 mg" is not "1100 mg"."""
    return BETWEEN_NUMBERS.sub("", " ".join(words))


def _doubtful(dropped: Sequence[Dropped], words_found: int) -> list[str]:
    seen = [drop for drop in dropped if drop.reason != "hidden"]
    hidden = [drop.text for drop in dropped if drop.reason == "hidden" and PART_OF_AMOUNT.search(drop.text)]
    amounts = [drop.text for drop in seen if drop.is_doubtful or _holds_an_amount(drop)]
    return list(dict.fromkeys([*hidden, *amounts, *_like_texts(seen, words_found)]))


def _holds_an_amount(drop: Dropped) -> bool:
    """A dose, however short the line is. Readers write at length of those that they took themselves."""
    if drop.reason in SAID_ELSEWHERE or not AMOUNT.search(drop.text):
        return False
    return drop.reason != "comments" or len(words_of(drop.text)) <= PROSE_WORDS


def _like_texts(dropped: Iterable[Dropped], words_found: int) -> list[str]:
    unsure = [drop for drop in dropped if drop.reason not in SURELY_NOT_TEXT and not drop.was_counted]
    counts = [len(words_of(drop.text)) for drop in unsure]
    boxes = [(drop.text, count) for drop, count in zip(unsure, counts, strict=True) if drop.reason not in LINES]
    total = sum(count for _, count in boxes)
    found: list[str] = []
    if total > DOUBTFUL_SHARE * (words_found + total) and total > PROSE_WORDS:
        found = [text for text, count in boxes if count > PROSE_WORDS] or [text for text, _ in boxes]
    sentences = (
        drop.text
        for drop, count in zip(unsure, counts, strict=True)
        if count > (LINE_WORDS if drop.reason in LINES else PROSE_WORDS) and len(SENTENCE_ENDS.findall(drop.text)) > 1
    )
    return [*found, *sentences]


def _percent(part: int, whole: int) -> float:
    """Rounded down, so that 100 means all; of nothing, nothing is kept."""
    return int(10_000 * part / whole) / 100 if whole else 0.0


def _gaps(found, kept, pairs) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What stands between two words that are the same on both sides."""
    start = from_ = 0
    for place, there in [*pairs, (len(found), len(kept))]:
        if place > start or there > from_:
            yield found[start:place], kept[from_:there]
        start, from_ = place + 1, there + 1


def _passages(words: Sequence[str]) -> list[list[str]]:
    return [list(words[start : start + LONGEST_PASSAGE]) for start in range(0, len(words), LONGEST_PASSAGE)]


def _shown(passage: Sequence[str]) -> str:
    return " ".join(passage)


def kept_words(body: Any) -> list[str]:
    """The words of a mapped body, in reading order."""
    parts: list[str] = []
    _collect(body, parts)
    return words_of_html("<br/>".join(parts))


def _collect(value: Any, parts: list[str]) -> None:
    if isinstance(value, list):
        for inner in value:
            _collect(inner, parts)
    elif isinstance(value, dict):
        kind = value.get("type")
        inner = value.get("value")
        if kind == "embed" and isinstance(inner, str):
            return
        if kind == "table":
            for name, part in inner.items():
                if name == "caption":
                    parts.append(escape(part, quote=False))
                elif name == "data":
                    for cell in chain.from_iterable(part):
                        _collect(cell, parts) if isinstance(cell, list) else parts.append(cell)
            return
        is_html = value.get("format") == "html"
        for name, part in value.items():
            if name in SILENT_KEYS:
                continue
            if isinstance(part, str):
                parts.append(
                    part
                    if name in ("value", "answer") or (is_html and name in ("quote", "caption"))
                    else escape(part, quote=False)
                )
            else:
                _collect(part, parts)
