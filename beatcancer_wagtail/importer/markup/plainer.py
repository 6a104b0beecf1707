"""Blocks as plain paragraphs, for places that hold nothing else: cells, answers, items."""

from __future__ import annotations

import re
from collections.abc import Iterable

from beatcancer_wagtail.importer.markup.spans import escaped
from beatcancer_wagtail.importer.outline import (
    Action,
    Callout,
    Code,
    Embed,
    Heading,
    Node,
    Picture,
    Questions,
    Quote,
    Table,
    Text,
)


def html_of_nodes(nodes: Iterable[Node]) -> str:
    """Paragraphs and lists with all the words of the nodes, in their order."""
    return "".join(_html(node) for node in nodes)


SINGLE = re.compile(r"<p>((?:(?!<p>|<[uo]l>).)*)</p>")


def cell_html(nodes: Iterable[Node]) -> str:
    """The same for a cell, where a single paragraph needs no tag around it."""
    html = html_of_nodes(nodes)
    single = SINGLE.fullmatch(html)
    return single[1] if single else html


def _html(node: Node) -> str:
    if isinstance(node, Text):
        return node.html
    if isinstance(node, Heading):
        return _strong(node.text, node.url)
    if isinstance(node, Quote):
        return (node.html or _paragraphs(node.text)) + (
            _paragraphs("— " + node.attribution) if node.attribution else ""
        )
    if isinstance(node, Code):
        return _paragraphs(node.text)
    if isinstance(node, Callout):
        return (_strong(node.heading) if node.heading else "") + html_of_nodes(node.nodes)
    if isinstance(node, Questions):
        parts = [_strong(node.heading)] if node.heading else []
        for item in node.items:
            parts += [_strong(item.question), html_of_nodes(item.answer)]
        return "".join(parts)
    if isinstance(node, Action):
        heading = _strong(node.heading) if node.heading else ""
        return f"{heading}{_paragraphs(node.text)}<p>{_anchor(node.url, node.button_text)}</p>"
    if isinstance(node, Table):
        cells = ((_inline(cell.html or html_of_nodes(cell.nodes)) for cell in row) for row in node.rows)
        rows = (" | ".join(filter(None, row)) for row in cells)
        return (_strong(node.caption) if node.caption else "") + "".join(f"<p>{row}</p>" for row in rows if row)
    if isinstance(node, Picture):
        return f"<p>{node.html or escaped(node.caption, quote=False)}</p>" if node.caption else ""
    if isinstance(node, Embed):
        return f"<p>{_anchor(node.url, node.caption or node.title or node.url)}</p>"
    return ""


def _strong(text: str, url: str = "") -> str:
    strong = f"<b>{escaped(text, quote=False)}</b>"
    return f'<p><a href="{escaped(url)}">{strong}</a></p>' if url else f"<p>{strong}</p>"


def _anchor(url: str, text: str) -> str:
    return f'<a href="{escaped(url)}">{escaped(text, quote=False)}</a>'


def _paragraphs(text: str) -> str:
    parts = (escaped(part.strip(), quote=False).replace("\n", "<br/>") for part in text.split("\n\n"))
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _inline(html: str) -> str:
    """A cell on one line."""
    html = html.replace("</p><p>", "<br/>").replace("<p>", "").replace("</p>", "<br/>").replace("<li>", "• ")
    for tag in ("<ul>", "</ul>", "<ol>", "</ol>"):
        html = html.replace(tag, "")
    return html.replace("</li>", "<br/>").removesuffix("<br/>")
