"""Shows readers why something was found: the words that they searched for, marked, and an excerpt around the first."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString

from beatcancer_wagtail.search.variants import expand

BEFORE, LENGTH = 40, 240  # characters of an excerpt

_TOKEN = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|ies|e?s|e|y)$")
_FAR = 3  # characters between the parts of one term: "CA-125", "BRCA1/2"
_SENTENCE = re.compile(r"[.!?…:]\s+|\n")


class Term(NamedTuple):
    """One way to write one of the words: the stems of its parts, and whether the last may go on."""

    number: int
    parts: tuple[str, ...]
    is_beginning: bool


class Span(NamedTuple):
    """Where a term stands in a text, and which word of the query it is."""

    start: int
    end: int
    number: int


class SearchedWords(str):
    """What a reader searched for. A string that also knows its variants, worked out once for a whole page."""

    @cached_property
    def terms(self) -> dict[str, list[Term]]:
        """The terms by the stem of their first part; beginnings of words by their first letter."""
        found: dict[str, list[Term]] = {}
        groups = expand(self.split())
        for number, ways in enumerate(groups):
            for way in ways:
                tokens = [_fold(token) for token in _TOKEN.findall(way)]
                if not tokens:
                    continue
                is_last = number == len(groups) - 1
                term = Term(number, (*map(_stem, tokens),), False)
                found.setdefault(term.parts[0], []).append(term)
                if is_last:
                    begun = Term(number, (*map(_stem, tokens[:-1]), tokens[-1]), True)
                    key = begun.parts[0][0] if len(tokens) == 1 else begun.parts[0]
                    found.setdefault(key, []).append(begun)
        return found

    @cached_property
    def numbers(self) -> set[int]:
        """The words that must all be found, by number."""
        return {term.number for terms in self.terms.values() for term in terms}


def highlight(text: object, searched: str) -> SafeString:
    """``text``, escaped, with the words that were searched for in ``<mark>``."""
    text, pieces, at = str(text), [], 0
    for span in _merged(spans(text, searched)):
        pieces += [escape(text[at : span.start]), "<mark>", escape(text[span.start : span.end]), "</mark>"]
        at = span.end
    return SafeString("".join([*pieces, escape(text[at:])]))


def shows_all(searched: str, *texts: str) -> bool:
    """Whether each word that was searched for stands in one of the texts."""
    searched = _words(searched)
    return {span.number for text in texts for span in spans(text, searched)} >= searched.numbers


def excerpt(text: str, searched: str, *, shown: tuple[str, ...] = ()) -> SafeString:
    """A piece of ``text`` around the first word that stands in none of the texts ``shown``, marked; "" without one."""
    searched = _words(searched)
    seen = {span.number for other in shown for span in spans(other, searched)}
    first = next((span for span in spans(text, searched) if span.number not in seen), None)
    if first is None:
        return SafeString("")
    start = _beginning(text, first.start)
    end = _ending(text, max(start + LENGTH, first.end))
    piece = highlight(text[start:end].strip().replace("\n", " · "), searched)
    return SafeString(("… " if start else "") + piece + (" …" if end < len(text) else ""))


def spans(text: str, searched: str) -> Iterator[Span]:
    """Where the words stand in ``text``, from its beginning on."""
    terms = _words(searched).terms
    if not terms:
        return
    tokens = [(found.start(), found.end(), _fold(found[0])) for found in _TOKEN.finditer(text)]
    for place, (start, _end, token) in enumerate(tokens):
        stem = _stem(token)
        candidates = terms.get(stem, ())
        if token[0] in terms and token[0] != stem:
            candidates = [*candidates, *terms[token[0]]]
        for term in candidates:
            if (last := _last_token(term, tokens, place)) is not None:
                yield Span(start, tokens[last][1], term.number)


def _last_token(term: Term, tokens: list[tuple[int, int, str]], place: int) -> int | None:
    """The place of the token with which the term that begins at ``place`` ends; None if it does not stand there."""
    last = place + len(term.parts) - 1
    if last >= len(tokens):
        return None
    for number, part in enumerate(term.parts, place):
        token = tokens[number][2]
        fits = token.startswith(part) if term.is_beginning and number == last else _stem(token) == part
        if not fits or (number > place and tokens[number][0] - tokens[number - 1][1] > _FAR):
            return None
    return last


def _words(searched: str) -> SearchedWords:
    return searched if isinstance(searched, SearchedWords) else SearchedWords(searched)


def _merged(found: Iterator[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in found:
        if merged and span.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _beginning(text: str, at: int) -> int:
    """Where to begin so that the word at ``at`` is read in its sentence, or at least after a few whole words."""
    earliest = max(0, at - BEFORE)
    sentences = [found.end() for found in _SENTENCE.finditer(text, earliest, at)]
    if sentences:
        return sentences[-1]
    blank = text.find(" ", earliest, at) if earliest else -1
    return earliest if blank < 0 else blank + 1


def _ending(text: str, at: int) -> int:
    """The end of the last whole word before ``at``."""
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", at - 40, at + 1)
    return at if blank < 0 else blank


@lru_cache(maxsize=20_000)
def _fold(token: str) -> str:
    """Without case and accents, as the index compares words."""
    if token.isascii():
        return token.lower()
    plain = unicodedata.normalize("NFKD", token)
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold() or token


@lru_cache(maxsize=20_000)
def _stem(token: str) -> str:
    """Without the common English endings, so that "scans" marks "scan". Other languages lose little by it."""
    return _ENDING.sub("", token)
