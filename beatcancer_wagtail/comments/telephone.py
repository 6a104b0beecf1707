"""Telephone numbers in plain words as links, so that somebody in danger can call with one touch.

A wrong number would be worse than none: what may be a date, a time, an amount or a part of something stays words.
"""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

_GAP = "[ \u00a0\u2009\u202f\u2011-]"
_RUN = re.compile(rf"\+?(?:\(\+?\d{{1,5}}\){_GAP}?)?\d+(?:(?:{_GAP}?\(\d{{1,5}}\){_GAP}?|{_GAP})\d+)*", re.ASCII)
_HAS_BEGUN = re.compile(r"(?:[\w/@=?&#+.][-\u2010-\u2015]?|\d[:,]|[£$€]\s?)\Z")
_GOES_ON = re.compile(r"\w|[-\u2010-\u2015/:.,@]\w|\s?[%°£$€]")

_HOUR = r"(?:[01]?\d|2[0-4]|[1-9][03]0|(?:[01]\d|2[0-4])[0-5]\d)"
_TIMES = re.compile(rf"(?<!\S){_HOUR}-{_HOUR}(?!\S)")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[ -]?)+")
_DATE = re.compile(
    r"(?<![\d-])(?:\d{1,2}[ -]\d{1,2}[ -](?:19|20)\d\d|\d{1,2}-\d{1,2}-\d\d|(?:19|20)\d\d-\d{1,2}-\d{1,2})(?![\d-])"
)
_HOURS_FOLLOW = re.compile(r"\d{3}\)? (?:\d{1,2}|365)\Z")  # 116 123 24 hours a day


def with_telephone_links(text: str) -> SafeString:
    """``text`` escaped, with the telephone numbers in it as links."""
    parts, end = [], 0
    for run in _RUN.finditer(text):
        number = _dialled(run[0], before=text[: run.start()], after=text[run.end() :])
        if number:
            link = format_html('<a href="tel:{}" dir="ltr">{}</a>', number, run[0])
            parts += [escape(text[end : run.start()]), link]
            end = run.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308 - every part is escaped


def _dialled(run: str, *, before: str, after: str) -> str:
    """What a telephone dials for ``run``; "" where it may be something else than a number."""
    plain = re.sub(r"\s", " ", run.replace("\u2011", "-"))
    digits = re.sub(r"\D", "", plain)
    if not 3 <= len(digits) <= 15 or (len(digits) < 5 and not plain.isdigit()):
        return ""
    if _HAS_BEGUN.search(before) or _GOES_ON.match(after):
        return ""
    if _YEARS.fullmatch(plain) or _DATE.search(plain) or _TIMES.search(plain):
        return ""
    if _HOURS_FOLLOW.search(plain) and re.match(r"\s[^\W\d]", after):
        return ""
    if plain.startswith(("+", "(+", "00")):
        return ("+" if "+" in plain else "") + re.sub(r"\D", "", plain.replace("(0)", ""))
    return digits
