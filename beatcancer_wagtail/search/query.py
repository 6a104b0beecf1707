"""The one door to the search index: what a reader typed goes in here, records come out, best match first."""

import re
import unicodedata
from typing import NamedTuple

from django.db.models import QuerySet

from beatcancer_wagtail.search import ranking, stock
from beatcancer_wagtail.search.dialects import dialect_for
from beatcancer_wagtail.search.variants import expand

MAX_LENGTH = 200
MAX_WORDS = 24

_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_QUOTES = re.compile(r"[\"“”„«»]")


class Found(NamedTuple):
    """How many records match, and the ids of those asked for, best match first."""

    total: int
    ids: list[int]


NOTHING = Found(0, [])


def clean_query(text: object) -> str:
    """What a reader typed, made safe for every search backend; "" when there is nothing to search for.

    Control and direction characters become blanks, quotes go (a lone one is a database error on SQLite),
    blanks are collapsed, and no more than 24 words and 200 characters are kept. Text without a letter or a digit is nothing.
    """
    typed = unicodedata.normalize("NFC", str(text or "")[: MAX_LENGTH * 5])
    typed = _QUOTES.sub(" ", _NOT_TEXT.sub(" ", typed))
    typed = " ".join(typed.split()[:MAX_WORDS])[:MAX_LENGTH].strip()
    return typed if any(character.isalnum() for character in typed) else ""


def find(records: QuerySet, text: object, *, start: int = 0, stop: int = 20) -> Found:
    """Those of ``records`` that contain every word of ``text``, or a variant of it; best match first.

    ``records`` are of an indexed model and limited to what the reader may see. However many match, this
    is one statement, or two deep in a long list. The last word also counts as the beginning of a word. Where ``stop`` is not above ``start``, they are
    only counted.
    """
    wanted = _wanted(text)
    if not wanted:
        return NOTHING
    if dialect := dialect_for(records):
        if stop <= start:
            return Found(ranking.count(dialect, records, wanted), [])
        return Found(*ranking.ranked_ids(dialect, records, wanted, start, stop))
    return Found(*stock.ranked_ids(records, wanted, start, stop))


def matching(records: QuerySet, text: object) -> QuerySet:
    """The records that :func:`find` finds, to be counted, ordered by other columns and sliced; none without a query."""
    wanted = _wanted(text)
    if not wanted:
        return records.none()
    if dialect := dialect_for(records):
        return records.filter(pk__in=ranking.Matching(dialect, records.model, wanted))
    return stock.matching(records, wanted)


def _wanted(text: object) -> list[list[str]]:
    return expand(clean_query(text).split())
