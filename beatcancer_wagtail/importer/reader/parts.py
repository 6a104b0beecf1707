"""A page that is one part of an article: its other parts are pages of their own, and must not be missed."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from ..drops import gettext_noop
from ..outline import Sentence
from .addresses import absolute
from .vocabulary import class_reason

GOES_ON = gettext_noop(
    "The page is one part of an article, which goes on at %(address)s. Save that page too, and put the parts together."
)
MOST = 2000  # links
LONGEST = 60  # characters of "Next page", space around it too
WORDS = "page|paged|pg|part|seite|teil|pagina|página|parte|strona|sida|side"
KEYS = frozenset(WORDS.split("|"))
OF_VISITS = re.compile(r"utm_|fbclid$|gclid$")
ENDING = re.compile(r"(?:/(?:index|default))?\.(?:html?|php|aspx?|jsp)$", re.I)
PART = re.compile(rf"(?P<stem>.+?)(?P<mark>[/_,.-](?:(?:{WORDS}|p)[/_,.=-]?)?)(?P<number>[0-9]{{1,2}})", re.I)
NUMBER = re.compile(rf"\W*(?:(?P<word>{WORDS}) )?(?P<number>[0-9]{{1,2}})\W*(?P<rest>.*)", re.I | re.S)
NEXT = re.compile(
    r"[\s›»→>]+$|\b(?:next|weiter|nächsten?|suivante?|siguiente|avanti|successiva|volgende|próxima|seguinte|nästa|neste|næste|следующая|далее|dalej|następna)\b"
    r"|下一|次の|次へ|다음|التالي|הבא",
    re.I,
)
ELSEWHERE = {"comments", "related", "sidebar", "feedback"}


class Part(NamedTuple):
    """``place``: what the addresses of all parts share. ``mark``: what stands before the number, "?" in a query."""

    place: str
    number: int = 0
    mark: str = ""


def goes_on_told(soup: BeautifulSoup, address: str, base: str) -> list[Sentence]:
    """A sentence where a link leads to the same address with the number of the next part."""
    canonical = soup.find("link", rel="canonical", href=True)
    own = absolute("", address) or (absolute(base, canonical["href"]) if canonical else "")
    if not own:
        return []
    itself = _place(own)
    before = [Part(itself), *_parts(own)]
    for link in soup.find_all(("link", "a"), href=True, limit=MOST):
        text, is_next = _said_by(link)
        number = NUMBER.fullmatch(text)
        if len(text) > LONGEST or not (is_next or number):
            continue
        found = absolute(base, link["href"])
        if not found or _place(found) == itself:
            continue
        for part in _parts(found):
            if any(_follows(part, one, number, is_next=is_next) for one in before) and not _is_elsewhere(link):
                return [Sentence(GOES_ON, address=_without_password(found))]
    return []


def _said_by(link: Tag) -> tuple[str, bool]:
    picture = link.find("img", alt=True)
    text = link.get_text().strip() or str(link.get("aria-label") or (picture["alt"] if picture else ""))
    rel = " ".join(link.get("rel") or ()).casefold().split()
    return text, "next" in rel or (len(text) <= LONGEST and NEXT.search(text) is not None)


def _follows(part: Part, before: Part, number: re.Match[str] | None, *, is_next: bool) -> bool:
    """Whether the address of the part comes after one of the page's own, and the link says so."""
    if part.place != before.place:
        return False
    says_it = number is not None and int(number["number"]) == part.number
    # A name may end in a number that counts nothing: "type-1", "article/41", a day.
    is_plain = part.mark in ("-", "_", ",", ".") or before.mark in ("-", "_", ",", ".", "/")
    if is_plain:
        says_it = says_it and number is not None and bool(number["word"] or not number["rest"])
        is_next = False
    if part.mark == "?" and not before.number and part.number == 1:  # some count from nought
        return is_next or (number is not None and int(number["number"]) == 2)
    return part.number == max(before.number, 1) + 1 and (says_it or is_next)


def _parts(address: str) -> list[Part]:
    """What an address may be a part of, and which part."""
    query = parse_qsl(urlsplit(address).query)
    found = [
        Part(_place(address, but=key), int(value), "?")
        for key, value in query
        if key in KEYS and re.fullmatch(r"[0-9]{1,2}", value)
    ]
    if match := PART.fullmatch(_path(address)):
        found.append(Part(_place(address, path=match["stem"]), int(match["number"]), match["mark"].lower()))
    return found


def _place(address: str, *, but: str = "", path: str = "") -> str:
    parts = urlsplit(address)
    rest = sorted(pair for pair in parse_qsl(parts.query) if pair[0] != but and not OF_VISITS.match(pair[0]))
    return f"{str(parts.hostname).removeprefix('www.')}{path or _path(address)}?{rest}"


def _path(address: str) -> str:
    return unquote(ENDING.sub("", urlsplit(address).path.rstrip("/")))


def _without_password(address: str) -> str:
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _is_elsewhere(link: Tag) -> bool:
    return any(above.name == "aside" or class_reason(above)[0] in ELSEWHERE for above in link.parents if above.parent)
