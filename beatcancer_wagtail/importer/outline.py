"""What reader, mapper and writer share: a page as it was found, as plain data. No Django, no mark-up library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


class Sentence(str):
    """What is said to people: an English sentence, with what a translation of it needs.

    ``template`` holds the names of ``values`` as ``%(name)s``; ``drops.gettext_noop`` marks it where it is written.
    """

    template: str
    values: dict[str, str | int]

    def __new__(cls, template: str, **values: str | int) -> Sentence:
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        sentence = super().__new__(cls, template % shown if values else template)
        sentence.template, sentence.values = template, values
        return sentence


def listing(template: str, words: Iterable[str], most: int) -> list[Sentence]:
    """One sentence that lists these, each once, in at most so many characters; none where there are none."""
    each = dict.fromkeys(words)
    return [Sentence(template, words="”, “".join(each)[:most])] if each else []


@dataclass(slots=True)
class Fact:
    """One value with the place in the source it was read from, such as ``"og:title"`` or ``"h1"``."""

    value: str
    source: str


@dataclass(slots=True)
class Dropped:
    """A fragment of the found content that was left out, word for word, and why.

    ``reason`` is one of ``drops.REASONS``; ``where`` says in which element it stood, such as ``"div.share"``.
    """

    reason: str
    text: str
    where: str = ""
    was_counted: bool = False  # its words are among the outline's words
    is_doubtful: bool = False  # it may be a part of the article, whatever the reason


@dataclass(slots=True)
class Metadata:
    """What a page says of itself. A fact that was not found is None."""

    title: Fact | None = None
    summary: Fact | None = None
    author: Fact | None = None
    date: Fact | None = None  # ISO 8601: 2026-01-31
    modified: Fact | None = None  # ISO 8601 as well
    language: Fact | None = None  # BCP 47: "en", "pt-br"
    direction: Fact | None = None  # "ltr" or "rtl"
    image: Fact | None = None  # absolute address
    address: Fact | None = None  # the page's own address, absolute
    tags: list[Fact] = field(default_factory=list)


# ---- What the content is made of, in reading order. ``html`` is already safe and holds only what ``markup.py`` lets through.


@dataclass(slots=True)
class Heading:
    text: str
    level: int  # 1 to 6, as in the source
    anchor: str = ""  # the id that links within the page lead to
    url: str = ""  # where it leads, if all of it is a link
    links: list[str] = field(default_factory=list)  # where some of its words lead


@dataclass(slots=True)
class Text:
    """Paragraphs and lists: ``<p>``, ``<ul>``, ``<ol>``, with links and inline marks."""

    html: str


@dataclass(slots=True)
class Cell:
    html: str  # inline mark-up, or paragraphs and lists
    is_header: bool = False
    nodes: list[Node] = field(
        default_factory=list
    )  # what it holds, where that is more than text; ``html`` is empty then


@dataclass(slots=True)
class Table:
    """Rows of equal length: a cell that spans others stands once, with empty cells after and below it."""

    rows: list[list[Cell]]
    caption: str = ""
    header_rows: int = 0
    caption_is_below: bool = False
    is_layout: bool = False  # it only places things on the page; the mapper takes it apart


@dataclass(slots=True)
class Picture:
    src: str  # absolute where the page's address is known
    alt: str | None = None  # None: the source has no ``alt``; "": it says "decoration"
    caption: str = ""
    credit: str = ""
    html: str = ""  # the caption with its marks and links, where it has any
    url: str = ""  # where it leads, if it is a link


@dataclass(slots=True)
class Quote:
    text: str  # plain, paragraphs parted by a blank line
    attribution: str = ""
    html: str = ""  # the quotation with its marks and links, where it has any


@dataclass(slots=True)
class Embed:
    url: str
    title: str = ""
    caption: str = ""


@dataclass(slots=True)
class Code:
    text: str


@dataclass(slots=True)
class Callout:
    kind: str  # "note", "warning" or "urgent"
    heading: str
    nodes: list[Node]
    level: int = 0  # of its heading in the source; 0 where it is no heading


@dataclass(slots=True)
class Action:
    """A button that leads somewhere, with the heading and sentence of the box that it stands in."""

    button_text: str
    url: str
    heading: str = ""
    text: str = ""


@dataclass(slots=True)
class Question:
    question: str
    answer: list[Node]
    anchor: str = ""


@dataclass(slots=True)
class Questions:
    """Frequently asked questions. ``form`` names the mark-up they were found in, such as ``"details"``."""

    items: list[Question]
    heading: str = ""
    form: str = ""
    level: int = 0  # of its heading in the source; 0 where it has none


Node = Heading | Text | Table | Picture | Quote | Embed | Code | Callout | Action | Questions


@dataclass(slots=True)
class Outline:
    """A page as it was found.

    ``words``: the words of the found content in reading order, before anything is mapped, counted by
    ``words.words_of``; what coverage is measured against. ``warnings``: for the report; ``look``: what somebody
    must compare with the source, whatever the coverage.
    """

    metadata: Metadata
    nodes: list[Node]
    dropped: list[Dropped] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    warnings: list[Sentence] = field(default_factory=list)
    look: list[Sentence] = field(default_factory=list)
    encoding: str = "utf-8"
