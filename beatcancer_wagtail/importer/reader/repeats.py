"""What the page's facts already say is taken out of its content, where it stands at the top as title, byline or date line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TypeAlias

from bs4 import NavigableString, Tag

from ..outline import Dropped, Fact, Metadata
from ..words import words_key
from .content import Finder
from .datelines import has_figures_beside_dates, learn_dates, says_more, words_beside_dates
from .dates import iso_date
from .declared import heading_text, shown_text
from .measure import length_of
from .people import BY
from .prune import remove, text_in
from .shapes import QUESTION_MARKS, element_after, element_before
from .titles import besides, is_alike
from .vocabulary import HEADING_TAGS, class_reason

IN_A_LINE = {"a", "span", "em", "i", "b", "strong", "time", "small", "font", "cite"}
PICTURES = ("img", "video", "iframe", "picture", "svg")
LISTS = ("ul", "ol", "dl", "table")
NOT_A_LINE = ("img", "iframe", "ul", "ol", "table", "p", "h2", "h3")
READ_TIME = re.compile(
    r"\d+\s*-?\s*min(?:ute|uten|utes|uti|utos|\.)?\s*(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd)"
    r"|(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\W*\d+\s*\w*\.?",
    re.I,
)
NO_LINES = {"td", "th", "li", "dt", "dd", "pre", "body", "main", "article"}
NO_LINES_AROUND = ("ul", "ol", "table", "blockquote", "figure", "dl", "pre")
ABOUT_A_PERSON = re.compile(r"bio|about|author-?(?:info|box|card)")  # her life has dates of its own
LONGEST_BYLINE = 1000  # characters
LEAST_TITLE = 12  # characters
LEAST_SENTENCE = 12  # words
FIRST = 60  # blocks of text at the top that may be head of the article

Menu: TypeAlias = set[tuple[str, str]]


def keep_bylines(root: Tag, finder: Finder, metadata: Metadata) -> None:
    """Lines that are called bylines and say more than the page's facts stay; what else stands in their box is judged apart."""
    stack = [root]
    while stack:
        for tag in stack.pop().contents:
            if not isinstance(tag, Tag):
                continue
            reason = finder.reasons.get(id(tag))
            measure = finder.measures.of(tag)
            is_line = measure.text <= LONGEST_BYLINE and measure.any_link_share <= 0.5
            if reason == "byline" and is_line and not _is_about_a_person(tag):
                text = text_in(tag)
                learn_dates(text, metadata)
                if says_more(text, metadata):
                    del finder.reasons[id(tag)]
                    finder.judge_parts(tag)
            if id(tag) not in finder.reasons:
                stack.append(tag)


def _is_about_a_person(tag: Tag) -> bool:
    return tag.find(HEADING_TAGS) is not None or ABOUT_A_PERSON.search(class_reason(tag)[1]) is not None


def take_out_repeats(root: Tag, metadata: Metadata, dropped: list[Dropped], menu: Menu) -> None:
    _title(root, metadata, dropped, menu)
    _standfirst(root, metadata)
    _summary(root, metadata, dropped)
    _byline(root, metadata, dropped)


def _title(root: Tag, metadata: Metadata, dropped: list[Dropped], menu: Menu) -> None:
    if metadata.title is None:
        return
    title = words_key(metadata.title.value)
    seen = 0
    for heading in root.find_all(HEADING_TAGS, limit=12):
        text = words_key(heading_text(heading))
        is_main = heading.name == "h1" and len(root.find_all("h1", limit=2)) == 1
        if text and (text == title or _is_title(heading, text, metadata.title.value, is_main=is_main)):
            above = _kicker(heading, root, menu)
            remove(_alone_with(heading, root), "title", dropped)
            if above is not None:
                remove(above, "tags", dropped)
            return
        seen += bool(text)
        if seen > 3:
            return


def _is_title(heading: Tag, text: str, declared: str, *, is_main: bool) -> bool:
    """The title without the name of the site or a second part; or the one main heading, in nearly the same words."""
    title = words_key(declared)
    if title.startswith(text + " "):
        if is_main and len(text) > LEAST_TITLE:
            return True
        if len(text) > len(title) * 0.5 and besides(declared, heading_text(heading)):
            return True
    return is_main and is_alike(text, title)


def _kicker(heading: Tag, root: Tag, menu: Menu) -> Tag | None:
    """A link to a topic that stands as a small heading above the title, or first of all and in a menu too."""
    above = element_before(heading)
    if above is not None and above.name in HEADING_TAGS[1:] and above.name >= heading.name:
        link = above.find("a", href=True)
        if link is not None and link.get_text().split() == above.get_text().split():
            return above
    first, second = itertools.islice(itertools.chain(_texts(root), (None, None)), 2)
    link = first.find_parent("a", href=True) if first is not None else None
    if link is None or link.find(PICTURES) is not None or second is None:
        return None
    is_before = any(above is heading for above in second.parents) and all(
        above is not link for above in heading.parents
    )
    return _alone_with(link, root) if is_before and _named(link) in menu else None


def links_of_menus(soup: Tag) -> Menu:
    """The address and the words of each."""
    menus = soup.find_all(lambda tag: tag.name == "nav" or tag.get("role") == "navigation")
    return {_named(link) for menu in menus for link in menu.find_all("a", href=True)}


def _named(link: Tag) -> tuple[str, str]:
    path = re.sub(r"^https?://[^/]*", "", str(link["href"]))
    return path.strip("/"), words_key(link.get_text(" "))


def _texts(root: Tag) -> Iterator[NavigableString]:
    return (node for node in root.descendants if type(node) is NavigableString and node.strip())


def _standfirst(root: Tag, metadata: Metadata) -> None:
    """A sentence at the very top that is marked as a heading, though nothing stands under it, is a paragraph."""
    first = next(_texts(root), None)
    heading = first.find_parent(HEADING_TAGS[1:]) if first is not None else None
    if heading is None or not any(above is root for above in heading.parents):
        return
    text = heading_text(heading)
    head = heading.find_parent(("header", "hgroup"))
    in_head = head is not None and head is not root and text_in(head) == text_in(heading)
    is_sentence = len(text.split()) >= LEAST_SENTENCE and not text.endswith(QUESTION_MARKS)
    is_lead = metadata.summary is not None and words_key(text) == words_key(metadata.summary.value)
    is_alone = is_lead or len(root.find_all(heading.name, limit=2)) == 1
    if len(text.split()) >= 4 and (in_head or (is_sentence and is_alone)):
        heading.name = "p"


def _summary(root: Tag, metadata: Metadata, dropped: list[Dropped]) -> None:
    """The lead that the page declares as its description, where it stands above the text in a box or a heading of its own."""
    if metadata.summary is None or metadata.summary.source == "first paragraph":
        return
    summary = words_key(metadata.summary.value)
    if len(summary) < 20:
        return
    for tag in root.find_all(("p", "div"), limit=20):
        text = words_key(shown_text(tag))
        # Descriptions are often cut off; the text on the page is then the whole of it.
        if not text.startswith(summary) or len(text) > len(summary) * 1.3:
            continue
        if tag.find(NOT_A_LINE) is not None:
            continue  # what is around it
        after = element_after(tag)
        if after is not None and after.name in LISTS:
            return  # it says what the list holds
        # An ordinary first paragraph stays: the text would begin in the middle without it.
        if tag.name != "p" or tag.get("class") or tag.find_parent(("header", "hgroup")):
            if text != summary:
                metadata.summary = Fact(shown_text(tag), metadata.summary.source)
            remove(tag, "summary", dropped)
        return


def _alone_with(tag: Tag, root: Tag) -> Tag:
    """The element, or the wrapper around it that holds nothing else."""
    above = tag.parent
    while above is not None and above is not root and above.name in ("header", "div", "hgroup", "span", "a"):
        if above.find(PICTURES) or text_in(above) != text_in(tag):
            break
        tag, above = above, above.parent
    return tag


def _byline(root: Tag, metadata: Metadata, dropped: list[Dropped]) -> None:
    author = words_key(metadata.author.value) if metadata.author else ""
    language = metadata.language.value if metadata.language else ""
    seen = 0
    prose = 0
    for tag in list(root.find_all(True)):
        if tag.name in ("h1", "h2", "h3") or not any(above is root for above in tag.parents):
            continue
        own = " ".join(text for child in tag.contents if isinstance(child, str) and (text := child.strip()))
        if not own:
            continue
        seen += 1
        prose += length_of(own) if len(own) > 80 else 0
        if seen > FIRST or prose > 600:
            return
        block = _small_block(tag, root)
        text = " ".join(text_in(block).split())
        if block.parent is None or not 0 < len(text) <= 160 or block.find(("img", "iframe", "video", "table")):
            continue
        reason = _is_line(block, text, author, language)
        if reason in ("byline", "date"):
            learn_dates(text, metadata)
        if reason and not (reason != "control" and says_more(text, metadata)):
            remove(block, reason, dropped)


def _small_block(tag: Tag, root: Tag) -> Tag:
    while tag.name in IN_A_LINE and tag.parent is not root and tag.parent is not None:
        tag = tag.parent
    return tag


def _is_line(block: Tag, text: str, author: str, language: str) -> str:
    if block.name in NO_LINES or block.find_parent(NO_LINES_AROUND):
        return ""
    if READ_TIME.fullmatch(text):
        return "control"
    dated = iso_date(text, language)
    key = words_key(BY.sub("", text))
    beside_author = key.replace(author, "").split() if author and author in key else None
    if beside_author is not None and len(beside_author) <= 8 and (key == author or BY.match(text) or dated):
        return "byline"
    if not dated or block.name in HEADING_TAGS:
        return ""
    if has_figures_beside_dates(text, language):
        return ""
    is_named = block.name == "time" or class_reason(block)[0] == "byline"
    beside = len(words_beside_dates(text))
    if is_named and beside <= 3 and len(text.split()) <= 14:
        return "date"
    return "date" if len(text) <= 60 and re.search(r"\d{4}", text) and not beside else ""
