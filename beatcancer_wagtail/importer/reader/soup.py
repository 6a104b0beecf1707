"""Text to a tree that the rest may walk without fear: no script, no comment, never too deep, never too large."""

from __future__ import annotations

import html
import re
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag

from ..drops import gettext_noop
from .bodies import with_body
from .comments import cut_off, is_inside_attribute
from .element import Element
from .found import CannotRead

MAX_BYTES = 64 * 1024 * 1024
MAX_TEXT = 12_000_000  # characters of mark-up, once scripts and built-in pictures are cut out
# Reading a page and storing its draft shall take ten seconds or so at the worst; 150 printed pages are half of this.
MAX_TAGS = 20_000
MAX_PARTS = 5_000  # each becomes a block of its own, which takes its time at every save
MAX_WORDS_LENGTH = 2_000_000  # characters of text, about 300,000 words
CUT_ABOVE = 1_000_000
MAX_DEPTH = 100

_NEUTRAL = """
div span font section article center b i em strong u small big main header footer aside nav bdi bdo q a
"""
NEUTRAL = frozenset(_NEUTRAL.split())
_PARTS = """
h1 h2 h3 h4 h5 h6 summary dt img table blockquote pre iframe video audio
"""
PARTS = frozenset(_PARTS.split())
_RUNNING = """
span font b i em strong u small big bdi bdo q a
"""
INLINE = frozenset(_RUNNING.split())
# A drawing that was never closed ends where a page's own elements begin.
_ENDS_DRAWING = """
p div h1 h2 h3 h4 h5 h6 ul ol dl table section article main aside footer header nav body
"""
ENDS_DRAWING = frozenset(_ENDS_DRAWING.split())
LONGEST_LABEL = 300
FOR_TOOLS = ("title", "desc", "metadata")  # in a drawing nobody sees them
# Nobody needs them, browsers read on behind them, and older parsers do not.
ENDS_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.I)
OPENINGS = {"!--": r"<!--", "script": r"<script\b", "style": r"<style\b"}
CLOSINGS = {
    "!--": re.compile("--!?>"),
    "script": re.compile(r"</script\b[^>]{0,200}>", re.I),
    "style": re.compile(r"</style\b[^>]{0,200}>", re.I),
}
MOST_CUTS = 100_000
LONGEST_COMMENT = (
    9_000_000  # bytes; of one without an end that is longer, the parser tries each beginning again, for minutes
)
DATA_URI = re.compile(r"data:[\w/+.;=-]{0,100},[^\"'<>\s)]{500,}", re.I)
TOO_MANY_TAGS = gettext_noop(
    "The page is too large for one article (more than %(number)s elements). Split it into several pages and try again."
)
TOO_MANY_PARTS = gettext_noop(
    "The page is too large for one article (more than %(number)s headings, questions, pictures and tables). Split it into several pages and try again."
)
TOO_MUCH_TEXT = gettext_noop(
    "The page is too large for one article (more than %(number)s characters of text). Split it into several pages and try again."
)
TOO_MUCH_MARKUP = gettext_noop(
    "The page is too large for one article (%(number)s characters). Split it into several pages and try again."
)
TOO_MUCH_BALLAST = gettext_noop(
    "The page is too large for one article (more than %(number)s scripts and comments). Split it into several pages and try again."
)
BROKEN = gettext_noop("The page's mark-up cannot be read. Open the page in a browser, save it again and try once more.")


class Soup(Element, BeautifulSoup):
    """BeautifulSoup that leaves out what is never content while it parses, so that it never takes memory."""

    def reset(self) -> None:
        super().reset()
        self.entered: list[bool] = []
        self.silent_since = -1
        self.tags_seen = self.parts_seen = 0
        self.length_seen = 0
        self.labelled: Tag | None = None
        self.cut_off = ""

    def handle_starttag(
        self, name: str, namespace: Any, nsprefix: Any, attrs: Any, *rest: Any, **more: Any
    ) -> Tag | None:
        self.tags_seen += 1
        if self.tags_seen > MAX_TAGS:
            raise CannotRead("large", TOO_MANY_TAGS, number=MAX_TAGS)
        self.parts_seen += name in PARTS
        if self.parts_seen > MAX_PARTS:
            raise CannotRead("large", TOO_MANY_PARTS, number=MAX_PARTS)
        if self.silent_since >= 0:
            self.entered.append(False)
            return None
        while self._is_drawing and name in ENDS_DRAWING:
            super().handle_endtag("svg")
        if _is_silent(name, attrs) or (self._is_drawing and name in FOR_TOOLS):
            self.endData()
            if name == "title" and self.currentTag.name == "svg" and not self.currentTag.get("aria-label"):
                self.labelled = self.currentTag  # its name for those who listen: an icon may say "no" by it alone
            self.silent_since = len(self.entered)
            self.entered.append(False)
            return None
        depth = len(self.tagStack)
        if depth > MAX_DEPTH and (name in NEUTRAL or depth > MAX_DEPTH * 3):
            if name not in INLINE:
                self.handle_data("\n")
            self.entered.append(False)
            return None
        self.entered.append(True)
        if name == "template":
            name = "div"
        return super().handle_starttag(name, namespace, nsprefix, attrs, *rest, **more)

    @property
    def _is_drawing(self) -> bool:
        return self.open_tag_counter["svg"] > self.open_tag_counter["foreignobject"]

    def handle_endtag(self, name: str, nsprefix: Any = None) -> None:
        was_entered = self.entered.pop() if self.entered else True
        if self.silent_since >= 0:
            self.current_data = []
            if len(self.entered) <= self.silent_since:
                self.silent_since, self.labelled = -1, None
        elif was_entered:
            super().handle_endtag("div" if name == "template" else name, nsprefix)
        elif name not in INLINE:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self.labelled is not None:
            self.labelled["aria-label"] = f"{self.labelled.get('aria-label', '')}{data}"[:LONGEST_LABEL]
        if self.silent_since < 0 and self.currentTag.name not in ("iframe", "noframes"):
            self.length_seen += len(data)
            if self.length_seen > MAX_WORDS_LENGTH:
                raise CannotRead("large", TOO_MUCH_TEXT, number=MAX_WORDS_LENGTH)
            super().handle_data(data)

    def endData(self, containerClass: Any = None) -> None:  # noqa: N802, N803 - the names are BeautifulSoup's
        if containerClass is not None and issubclass(containerClass, PreformattedString):
            self.current_data = []
            return
        super().endData(containerClass)


def _is_silent(name: str, attrs: Any) -> bool:
    if name == "script":
        return "ld+json" not in (attrs.get("type") or "").casefold()
    if name == "template":
        # What stands in a declared shadow root is shown like the rest.
        return not any(key.startswith("shadowroot") for key in attrs)
    return name in ("style", "noembed", "noframes", "annotation", "annotation-xml")


def soup_of(text: str) -> Soup:
    """Raises CannotRead where there is nothing to read, or too much. ``cut_off``: words after a comment without an end."""
    if len(text) > CUT_ABOVE:
        text = without_ballast(text)
    if len(text) > MAX_TEXT:
        raise CannotRead("large", TOO_MUCH_MARKUP, number=len(text))
    if text.lstrip()[:2] == "<?":
        text = (
            "<!-- -->" + text
        )  # a declaration of XML at the very start makes the parser warn, at its end it is skipped
    if not re.search(r"<[a-zA-Z!/]", text):
        text = "".join(f"<p>{html.escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())
    text = ENDS_OF_PAGE.sub("", text)
    try:
        soup = Soup(text, "lxml", element_classes={Tag: Element})
        soup.cut_off = cut_off(text, soup)
        _part_readings(soup)
        with_body(soup)
        return soup
    except CannotRead:
        raise
    except Exception as error:  # whatever the parser meets, a run over a thousand pages goes on
        raise CannotRead("broken", BROKEN) from error


def _part_readings(soup: Soup) -> None:
    """How a word is read, which browsers show above it, stands in brackets behind it, unless the page has put them."""
    for reading in soup.find_all("rt"):
        if reading.find_parent("ruby") and getattr(reading.find_previous_sibling(), "name", "") != "rp":
            reading.insert(0, "(")
            reading.append(")")


def without_ballast(text: str) -> str:
    """The text without scripts, styles, comments and built-in pictures, which may be nearly all of a large page."""
    kept: list[str] = []
    position = start = 0
    # A kind that is found without its end is sought no more: it has none further on either.
    sought = dict(OPENINGS)
    for _ in range(MOST_CUTS):
        match = re.compile("|".join(sought.values()) or "(?!)", re.I).search(text, position)
        if match is None:
            kept.append(text[start:])
            whole = DATA_URI.sub("data:,", "".join(kept))
            if "!--" not in sought and len(whole.encode("utf-8", "replace")) > LONGEST_COMMENT:
                raise CannotRead("broken", BROKEN)
            return whole
        kind = match[0].lower().lstrip("<")
        position = match.end()
        if "ld+json" in text[position : position + 300].split(">")[0].lower():
            continue
        if is_inside_attribute(text, max(start, match.start() - 3000), match.start()):
            continue
        closing = CLOSINGS[kind].search(text, match.start() + 2)
        if closing is None:
            del sought[kind]
            continue
        kept.append(text[start : match.start()])
        position = start = closing.end()
    raise CannotRead("large", TOO_MUCH_BALLAST, number=MOST_CUTS)
