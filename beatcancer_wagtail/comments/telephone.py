"""Telephone numbers in plain words as links, so that somebody in danger can call with one touch.

A wrong number would be worse than none: what may be a date, a time, an amount or a part of something stays words.
"""

import re

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

_GAP = "[ \u00a0\u2009\u202f\u2011-]"
_RUN = re.compile(rf"\+?(?:\(\+?\d{{1,5}}\){_GAP}?)?\d+(?:(?:{_GAP}?\(\d{{1,5}}\){_GAP}?|{_GAP})\d+)*", re.ASCII)
_GOES_ON = re.compile(r"\w|[-\u2010-\u2015/:.,@]\w|\s?[%°€]")
_HAS_BEGUN = re.compile(r"(?:[\w/@=?&#+(]|\w[-\u2010-\u2015]|\d[.:,]|[£$€]\s?)\Z")
_DATE = re.compile(r"\d{1,2}[ -]\d{1,2}[ -](?:19|20)\d\d|\d{1,2}-\d{1,2}-\d\d|(?:19|20)\d\d-\d{1,2}-\d{1,2}")
_TIME = re.compile(r"(?:[01]?\d|2[0-4])(?:[0-5]\d)?-(?:[01]?\d|2[0-4])(?:[0-5]\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_telephone_links(text: str) -> SafeString:
    """``text`` escaped, with the telephone numbers in it as links."""
    parts, end = [], 0
    for run in _RUN.finditer(text):
        start = run.start() + (text[run.start()] == "(" and text[: run.start()].endswith("("))
        number = _dialled(run[0], text[: run.start()], text[run.end() :])
        if number:
            parts += [escape(text[end:start]), format_html('<a href="tel:{}" dir="ltr">{}</a>', number, run[0])]
            end = run.end()
    return format_html_join("", "{}", ((part,) for part in [*parts, escape(text[end:])]))


def _dialled(run: str, before: str, after: str) -> str:
    """What a telephone dials for ``run``; "" if it may be something else than a number."""
    plain = re.sub(_GAP, " ", run.replace("\u2011", "-")) if "-" not in run else run
    return plain and before and after and ""
