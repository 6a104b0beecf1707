"""A comment in the page's mark-up that has no end: what comes after it is lost, in browsers as here."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

ENDS = re.compile("--!?>")
# Within these a comment is none, and ends with them.
RAW = re.compile(r"<(?P<end>/?)(?:script|style|textarea|title|xmp)\b", re.I)
LONGEST = 100_000  # characters in which the words are looked for
FEW = 10


def cut_off(text: str, soup: BeautifulSoup) -> str:
    """The words after such a comment. Parsers differ in what they make of it, so the text itself is asked."""
    ended = max((match.end() for match in ENDS.finditer(text)), default=0)
    start = text.find("<!--", ended)
    if start < 0 or is_inside_attribute(text, max(0, start - 3000), start):
        return ""
    rest = text[start + 4 :][:LONGEST]
    around = RAW.search(rest)
    if around is not None and around["end"]:
        return ""
    words = re.sub(r"<[^<>]{0,500}>", " ", rest).split()
    read = next((str(string).split() for string in reversed(list(soup.strings)) if string.strip()), [])
    if not re.search(r"\w", "".join(words)) or read[-FEW:] == words[-FEW:]:
        return ""  # no words, or the parser has made text of them
    return " ".join(words)


def is_inside_attribute(text: str, start: int, end: int) -> bool:
    opened = text.rfind("<", start, end)
    if opened < 0 or text.rfind(">", opened, end) >= 0:
        return False
    piece = text[opened:end]
    return piece.count('"') % 2 == 1 or piece.count("'") % 2 == 1
