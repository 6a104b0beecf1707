"""Tables, quotations, preformatted text and boxes, where they stand in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from beatcancer_wagtail.importer.markup import is_text
from beatcancer_wagtail.importer.markup.plainer import cell_html
from beatcancer_wagtail.importer.outline import Cell, Code, Heading, Quote, Text
from beatcancer_wagtail.importer.reader.walk.boxes import action_of, callout_kind, callout_of, title_of
from beatcancer_wagtail.importer.reader.walk.layouts import is_layout, is_scaffold
from beatcancer_wagtail.importer.reader.walk.quotes import quoted
from beatcancer_wagtail.importer.reader.walk.tables import caption_of, rows_of, table_of
from beatcancer_wagtail.importer.reader.walk.titles import line_of
from beatcancer_wagtail.importer.reader.walk.walker import DONE, OPEN, Mode, Walker

IN_A_CELL = (Text, Heading, Quote, Code)  # a cell can hold these as paragraphs
NOT_CODE = ["p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "a", "img"]


def table(walker: Walker, tag: Tag) -> Mode:
    rows = rows_of(tag)
    if walker.is_deep or not rows or is_scaffold(tag, rows):
        return OPEN

    layout = is_layout(tag, rows)
    as_text = (Text,) if layout else IN_A_CELL

    def cell(nodes: list[PageElement], is_header: bool) -> Cell:
        found = walker.inside(nodes)
        if all(isinstance(node, as_text) for node in found):
            return Cell(cell_html(found), is_header)
        return Cell("", is_header, found)

    walker.add()
    caption = caption_of(tag)
    made = table_of(rows, cell, line_of(walker, caption.contents) if caption else "")
    made.is_layout = layout
    if made.caption or any(cell.html or cell.nodes for row in made.rows for cell in row):
        walker.add(made)
    return DONE


def code(walker: Walker, tag: Tag) -> Mode:
    if tag.find(NOT_CODE):
        return _verse(tag)
    text = "".join("\n" if isinstance(node, Tag) else str(node) for node in _code_parts(tag)).strip("\n").rstrip()
    if text.strip():
        walker.add(Code(text))
    return DONE


def _code_parts(tag: Tag) -> Iterator[Tag | NavigableString]:
    for node in tag.descendants:
        if isinstance(node, Tag):
            if node.name == "br":
                yield node
        elif isinstance(node, NavigableString) and is_text(node):
            yield node


def _verse(tag: Tag) -> Mode:
    """Preformatted text with links or paragraphs in it keeps both, and its line breaks."""
    for node in list(tag.find_all(string=True)):
        if "\n" in node and is_text(node):
            *lines, last = str(node).split("\n")
            for line in lines:
                node.insert_before(NavigableString(line), Tag(name="br"))
            node.replace_with(NavigableString(last))
    return OPEN


def quote(walker: Walker, tag: Tag) -> Mode:
    if walker.is_deep:
        return OPEN
    if callout_kind(tag):
        return box(walker, tag)
    contents, attribution = list(tag.contents), ""
    while contents and not isinstance(contents[-1], Tag) and not str(contents[-1]).strip():
        contents.pop()
    last = contents[-1] if contents else None
    says_who = isinstance(last, Tag) and last.name in ("footer", "cite", "figcaption") and not last.find(["img", "a"])
    if len(contents) > 1 and says_who:
        attribution = re.sub(r"^[—–―-]+\s*", "", line_of(walker, last.contents))
        contents.pop()
    walker.add(*quoted(walker.inside(contents), attribution))
    return DONE


def box(walker: Walker, tag: Tag) -> Mode:
    nodes = walker.inside(tag.contents)
    kind = callout_kind(tag)
    title = title_of(tag)
    heading = line_of(walker, title.contents) if kind and title else ""
    made = callout_of(kind, list(nodes), heading) if kind else action_of(list(nodes))
    walker.add(*([made] if made else nodes))
    return DONE
