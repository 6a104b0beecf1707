"""Tables that hold more than an editor's table can: layout is taken apart, pictures come after their table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from beatcancer_wagtail.importer.mapper.boxes import opened
from beatcancer_wagtail.importer.markup.plainer import cell_html
from beatcancer_wagtail.importer.markup.spans import escaped
from beatcancer_wagtail.importer.outline import Cell, Embed, Node, Picture, Questions, Table, Text
from beatcancer_wagtail.importer.words import text_of_html

LONGEST_CAPTION = 300


def unwrapped(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Questions):
            yield replace(node, items=[replace(item, answer=list(unwrapped(item.answer))) for item in node.items])
        elif not isinstance(node, Table):
            yield node
        elif node.is_layout:
            yield from unwrapped(_read_across(node))
        else:
            hoisted: list[Node] = []
            rows = [[_plain(cell, hoisted) for cell in row] for row in node.rows]
            yield replace(node, rows=rows)
            yield from hoisted


def _read_across(table: Table) -> list[Node]:
    """The cells one after another. A picture with one short text below it is a picture with a caption."""
    caption: list[Node] = [Text(_strong(table.caption))] if table.caption else []
    nodes = [] if table.caption_is_below else caption
    filled = [cell for row in table.rows for cell in row if cell.html or cell.nodes]
    if len(filled) == 2 and len(filled[0].nodes) == 1 and filled[1].html:
        picture, text = filled[0].nodes[0], filled[1].html
        if isinstance(picture, Picture) and not picture.caption and len(text) <= LONGEST_CAPTION and "<p>" not in text:
            captioned = replace(picture, caption=" ".join(text_of_html(text).split()), html=text if "<" in text else "")
            return [*nodes, captioned, *(caption if table.caption_is_below else [])]
    for cell in filled:
        nodes += cell.nodes or [Text(_paragraph(cell))]
    return nodes + caption if table.caption_is_below else nodes


def _strong(text: str) -> str:
    return f"<p><b>{escaped(text, quote=False)}</b></p>"


def _paragraph(cell: Cell) -> str:
    html = f"<b>{cell.html}</b>" if cell.is_header and "<" not in cell.html else cell.html
    return html if html.startswith(("<p>", "<ul>", "<ol>")) else f"<p>{html}</p>"


def _plain(cell: Cell, hoisted: list[Node]) -> Cell:
    if not cell.nodes:
        return cell
    texts: list[Node] = []
    for node in unwrapped(opened(cell.nodes)):
        if isinstance(node, (Picture, Embed)):
            html = node.html if isinstance(node, Picture) else ""
            if node.caption:
                texts.append(Text(cell_html([Picture("", None, node.caption, "", html)])))
            hoisted.append(
                replace(node, caption="", html="") if isinstance(node, Picture) else replace(node, caption="")
            )
        else:
            texts.append(node)
    return Cell(cell_html(texts), cell.is_header)
