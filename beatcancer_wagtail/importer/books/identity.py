"""Which book is meant: by its ISBN, or else by its title and its authors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import NamedTuple

from beatcancer_wagtail.importer.books.columns import fold
from beatcancer_wagtail.text.isbn import InvalidISBN, normalise_isbn


class Identity(NamedTuple):
    isbn: str
    title: str
    subtitle: str
    authors: frozenset[str]

    @property
    def whole_title(self) -> str:
        return f"{self.title} {self.subtitle}".strip()


def identity(title: str, subtitle: str, authors: list[str], isbn: str) -> Identity:
    """Titles and names folded; "Gawande, Atul" and "Atul Gawande" are one name."""
    try:
        isbn = normalise_isbn(isbn) if isbn else ""
    except InvalidISBN:
        isbn = ""
    names = frozenset(" ".join(sorted(folded.split())) for name in authors if (folded := fold(name)))
    return Identity(isbn, fold(title), fold(subtitle), names)


class Match(NamedTuple):
    """``key`` of the one that is meant, or None. ``doubt`` says why nobody can tell: a code, with ``others`` to look at."""

    key: Hashable = None
    doubt: str = ""
    others: tuple = ()
    same_title: bool = True
    same_people: bool = True


SEVERAL, OTHER_EDITION, NO_AUTHOR = "several", "other edition", "no author"


class Index:
    """What is known, by ISBN and by title. One key may have several identities: a draft beside what is published."""

    def __init__(self) -> None:
        self._by_isbn: dict[str, dict] = defaultdict(dict)
        self._by_title: dict[str, dict] = defaultdict(dict)

    def add(self, key: Hashable, of: Identity) -> None:
        if of.isbn:
            self._by_isbn[of.isbn][key] = of
        for title in {of.title, of.whole_title} - {""}:
            self._by_title[title][key, of] = None

    def find(self, of: Identity) -> Match:
        if of.isbn and (found := self._by_isbn.get(of.isbn)):
            if len(found) > 1:
                return Match(doubt=SEVERAL, others=tuple(found))
            key, known = next(iter(found.items()))
            same_title = bool(_telling(of.whole_title) & _telling(known.whole_title)) or not of.title
            return Match(key, same_title=same_title, same_people=bool(of.authors & known.authors))
        return self._by_name(of)

    def _by_name(self, of: Identity) -> Match:
        candidates = {}
        for title in {of.title, of.whole_title} - {""}:
            candidates |= self._by_title.get(title, {})
        alike = [(key, known) for key, known in candidates if _same_work(of, known)]
        same = [(key, known) for key, known in alike if of.authors & known.authors or not (of.authors or known.authors)]
        meant = {key for key, known in same if not (of.isbn and known.isbn)}
        if len(meant) == 1:
            return Match(meant.pop())
        if meant:
            return Match(doubt=SEVERAL, others=tuple(meant))
        if same:
            return Match(doubt=OTHER_EDITION, others=tuple({key for key, _known in same}))
        if unclear := {key for key, known in alike if not (of.authors and known.authors)}:
            return Match(doubt=NO_AUTHOR, others=tuple(unclear))
        return Match()


def _telling(title: str) -> set[str]:
    """The words that tell titles from each other: two books that begin with "The" have nothing in common yet."""
    words = set(title.split())
    return {word for word in words if len(word) > 3 or not word.isascii()} or words


def _same_work(one: Identity, other: Identity) -> bool:
    """The same title; two subtitles that differ are two works, such as the volumes of a series."""
    if one.whole_title == other.whole_title:
        return True
    return one.title == other.title and not (one.subtitle and other.subtitle)
