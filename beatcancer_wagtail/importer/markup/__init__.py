"""Safe mark-up in the form in which Wagtail's rich text editor stores it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from beatcancer_wagtail.importer.markup.addresses import SCHEMES, safe_address
from beatcancer_wagtail.importer.markup.flow import Flow
from beatcancer_wagtail.importer.markup.lines import Line, html_of_lines

__all__ = ["BLOCKS", "DEFAULT_FEATURES", "SILENT", "clean", "is_text", "safe", "safe_address", "steps", "written"]

DEFAULT_FEATURES = frozenset({"bold", "italic", "ol", "ul", "link"})
MOST_ENTITIES = 50_000
ALLOWED_TAGS = {"p", "ul", "ol", "li", "a", "b", "i", "s", "code", "sup", "sub", "br"}
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
        "object",
        "embed",
    ]
)
# Not "source", "track" or "wbr": the parser knows none of them as empty and puts what follows into them.
SILENT = frozenset({"script", "style", "head", "title", "link", "meta", "base"})


def clean(html_or_tag: str | Tag, *, features: Collection[str] = DEFAULT_FEATURES, address: str = "") -> str:
    """Paragraphs and lists with links and marks, and nothing else; the text of everything else stays."""
    tag = BeautifulSoup(html_or_tag, "lxml") if isinstance(html_or_tag, str) else html_or_tag
    flow = Flow(features, address)
    for node, is_end in steps(tag):
        if isinstance(node, NavigableString):
            if is_text(node):
                flow.text(str(node))
        elif node.name == "br":
            flow.line_break() if is_end else None
        else:
            if node.name in BLOCKS:
                flow.end_line()
            flow.close(node) if is_end else flow.open(node)
    return written(flow.take_lines())


def written(lines: list[Line]) -> str:
    return safe(html_of_lines(lines))


def safe(html: str) -> str:
    """What the allow-list lets through. We write the mark-up ourselves; this stands behind it."""
    if html.count("&") > MOST_ENTITIES:  # its time grows with their square; what we wrote is escaped already
        return html
    cleaned = nh3.clean(html, tags=ALLOWED_TAGS, attributes={"a": {"href"}}, url_schemes=set(SCHEMES), link_rel=None)
    return cleaned.replace("<br>", "<br/>").replace("&nbsp;", "\u00a0")


def is_text(node: NavigableString) -> bool:
    """Comments, declarations and the like are no text."""
    return not isinstance(node, PreformattedString)


def steps(top: Tag) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Each node below ``top`` in reading order, tags once at their beginning and once at their end (True).

    No recursion: pages come with thousands of levels.
    """
    stack = [iter(top.contents)]
    parents: list[Tag] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if parents:
                yield parents.pop(), True
        elif isinstance(node, Tag):
            if node.name in SILENT:
                continue
            yield node, False
            parents.append(node)
            stack.append(iter(node.contents))
        elif isinstance(node, NavigableString):
            yield node, False
