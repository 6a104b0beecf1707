"""Quotations: their words, and whose they are."""

from __future__ import annotations

import re

from beatcancer_wagtail.importer.outline import Node, Quote, Text
from beatcancer_wagtail.importer.words import text_of_html

PARAGRAPHS = re.compile(r"<p>(.*?)</p>", re.DOTALL)
DASHED = re.compile(r"^\s*(?:[—–―]|--?\s|~\s)\s*(?=\S)")
LONGEST_NAME = 160


def quoted(nodes: list[Node], attribution: str) -> list[Node]:
    """Text becomes a quotation; what else stands in it keeps its place between."""
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            made.append(quote_of(node.html))
        else:
            made.append(node)
    last = made[-1] if made else None
    if attribution and isinstance(last, Quote):
        last.attribution = attribution
    elif attribution:
        made.append(Quote(attribution))
    return made


def quote_of(html: str) -> Quote:
    parts = PARAGRAPHS.findall(html)
    attribution = ""
    if len(parts) > 1 and html.endswith("</p>"):
        last = text_of_html(parts[-1].replace("<br/>", " "))
        if DASHED.match(last) and len(last) <= LONGEST_NAME and "<a " not in parts[-1]:
            attribution = DASHED.sub("", last).strip()
            html = html[: html.rindex("<p>")]
    return Quote(plain_text(html), attribution, html if re.search(r"<(?!/?p>|br/>)", html) else "")


def plain_text(html: str) -> str:
    """Paragraphs parted by a blank line, lines and items by a line break."""
    html = re.sub(r"</p>|</?[uo]l>", "\n\n", html.replace("<br/>", "\n").replace("<li>", "\n• "))
    text = text_of_html(re.sub(r"</?p>|</li>", "", html))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\s*\n(?=• )", "\n", text)).strip()
