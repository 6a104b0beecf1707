"""Dates as pages write them, in several languages, to ISO 8601. What is no date that can be is ""."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timezone

MONTHS = {
    1: "january jan januar jänner janvier janv enero ene gennaio janeiro januari января январь styczeń stycznia leden ledna január ianuarie ocak ιανουαρίου ιανουάριος ינואר يناير januar",
    2: "february feb februar février févr fevr febrero febbraio fevereiro fev februari февраля февраль luty lutego únor února február februarie şubat φεβρουαρίου פברואר فبراير",
    3: "march mar märz maerz mars marzo março marco maart mrt марта март marzec marca březen března március martie mart μαρτίου מרץ مارس",
    4: "april apr avril avr abril abr aprile апреля апрель kwiecień kwietnia duben dubna április aprilie nisan απριλίου אפריל أبريل ابريل",
    5: "may mai mayo maggio mag maio mei мая май maj maja květen května május mayıs μαΐου מאי مايو",
    6: "june jun juni juin junio giugno giu junho июня июнь czerwiec czerwca červen června június iunie haziran ιουνίου יוני يونيو",
    7: "july jul juli juillet juil julio luglio lug julho июля июль lipiec lipca červenec července július iulie temmuz ιουλίου יולי يوليو",
    8: "august aug août aout agosto ago augustus августа август sierpień sierpnia srpen srpna augusztus ağustos αυγούστου אוגוסט أغسطس augusti",
    9: "september sep sept septembre septiembre settembre set setembro сентября сентябрь wrzesień września září szeptember septembrie eylül σεπτεμβρίου ספטמבר سبتمبر",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь październik października říjen října október octombrie ekim οκτωβρίου אוקטובר أكتوبر",
    11: "november nov novembre noviembre novembro ноября ноябрь listopad listopada listopadu noiembrie kasım νοεμβρίου נובמבר نوفمبر",
    12: "december dec dez dezember décembre déc diciembre dic dicembre dezembro декабря декабрь grudzień grudnia prosinec prosince decembrie aralık δεκεμβρίου דצמבר ديسمبر",
}
MONTH = {name: number for number, names in MONTHS.items() for name in names.split()}
ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:[T ]?\d{4,6})?Z?$")
EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s*(?:de\s+|of\s+|d’)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)",
    re.I,
)
MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.I)
SECONDS = re.compile(r"^\d{10}$|^\d{13}$")


def iso_date(text: object, language: str = "") -> str:
    """The first date in a text as 2026-01-31: the day as written, whatever its time zone."""
    words = _plain(str(text or "")[:300])
    if not words:
        return ""
    if SECONDS.match(words):
        return _from_seconds(int(words[:10]))
    compact = COMPACT.match(words)
    if compact:
        return _made(*(int(part) for part in compact.groups()))
    return next((found for _, _, found in _written(words, language)), "")


def parted_by_dates(text: str, language: str = "") -> tuple[list[tuple[str, str]], str]:
    """Each date of a line with the words before it, and the words after the last."""
    words = _plain(text)
    parts: list[tuple[str, str]] = []
    end = 0
    for start, stop, found in sorted(_written(words, language)):
        if start >= end:  # else it is a part of a date that was found already
            parts.append((words[end:start], found))
            end = stop
    return parts, words[end:]


def today() -> date:
    """Asked for only where a date to come would be taken for the page's own."""
    return datetime.now(timezone.utc).date()


def _written(words: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Where each date begins and ends, those in the surest forms first."""
    for pattern in (ISO, EAST):
        for match in pattern.finditer(words):
            if found := _made(int(match[1]), int(match[2]), int(match[3])):
                yield match.start(), match.end(), found
    yield from _with_month_name(words)
    yield from _with_numbers(words, language)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("\u200f", "").replace("\u200e", "")
    digits = (str(unicodedata.digit(char)) if not char.isascii() and char.isdigit() else char for char in text)
    return " ".join("".join(digits).split())


def _with_month_name(words: str) -> Iterator[tuple[int, int, str]]:
    for pattern, day, name in ((MONTH_FIRST, 2, 1), (DAY_FIRST, 1, 2)):
        for match in pattern.finditer(words):
            month = MONTH.get(match[name].casefold())
            if month and (found := _made(int(match[3]), month, int(match[day]))):
                yield match.start(), match.end(), found


def _with_numbers(words: str, language: str) -> Iterator[tuple[int, int, str]]:
    for match in NUMBERS.finditer(words):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if len(match[4]) == 2 and len(words) > 16:
            continue  # within more text it may as well be a dose
        if len(match[4]) == 2:
            year += 2000 if year < 70 else 1900
        american = match[2] == "/" and language.casefold() in ("en-us", "en", "")
        day, month = (second, first) if american or second > 12 else (first, second)
        if first > 12:
            day, month = first, second
        if found := _made(year, month, day):
            yield match.start(), match.end(), found


def _made(year: int, month: int, day: int) -> str:
    if not 1900 <= year <= 2100:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _from_seconds(seconds: int) -> str:
    try:
        found = datetime.fromtimestamp(seconds, tz=timezone.utc).date()
    except (OverflowError, OSError, ValueError):
        return ""
    return found.isoformat() if 1990 <= found.year <= 2100 else ""
