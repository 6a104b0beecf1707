"""One block for each kind of content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from beatcancer_wagtail.importer.mapper.boxes import opened
from beatcancer_wagtail.importer.mapper.sections import nested
from beatcancer_wagtail.importer.markup.addresses import PICTURE_FILE
from beatcancer_wagtail.importer.markup.plainer import html_of_nodes
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

Block = dict[str, Any]
OWN_BLOCK = (Table, Picture, Embed)  # an answer cannot hold these


def blocks_of(nodes: Iterable[Node]) -> Iterator[Block]:
    """The blocks in reading order; headings are blocks of the type "heading" until they become sections."""
    text = ""
    for node in nodes:
        if isinstance(node, Text):
            if text.endswith(("</ol>", "</ul>")) and text[-3:-1] == node.html[1:3]:
                yield rich_text(text)  # two lists of one kind: together the editor would make one of them
                text = ""
            text += node.html
            continue
        if text:
            yield rich_text(text)
            text = ""
        if isinstance(node, Questions):
            yield from faq(node)
        else:
            yield block(node)
        if (
            isinstance(node, Picture) and node.url and not PICTURE_FILE.search(node.url)
        ):  # else the picture itself, larger
            yield {"type": "link", "value": {"url": node.url, "alt": node.alt or ""}}
    if text:
        yield rich_text(text)


def rich_text(html: str) -> Block:
    return {"type": "rich_text", "value": html}


def block(node: Node) -> Block:
    if isinstance(node, Heading):
        value: Any = {"heading": node.text, "level": node.level, "anchor": node.anchor}
        value |= {"url": node.url} if node.url else {}
        return {
            "type": "heading",
            "value": value | ({"links": [{"url": url} for url in node.links]} if node.links else {}),
        }
    if isinstance(node, Table):
        return {"type": "table", "value": table(node)}
    if isinstance(node, Picture):
        return {"type": "image", "value": picture(node)}
    if isinstance(node, Quote):
        value = {"quote": node.html or node.text, "attribution": node.attribution}
        return {"type": "quote", "value": value | ({"format": "html"} if node.html else {})}
    if isinstance(node, Embed):
        if not node.title and not node.caption:
            return {"type": "embed", "value": node.url}
        return {"type": "embed", "value": {"url": node.url, "alt": node.title, "caption": node.caption}}
    if isinstance(node, Code):
        return {"type": "code", "value": {"code": node.text}}
    if isinstance(node, Callout):
        return {"type": "callout", "value": callout(node)}
    if isinstance(node, Action):
        value = {"heading": node.heading, "text": node.text, "button_text": node.button_text, "url": node.url}
        return {"type": "call_to_action", "value": value}
    return rich_text(html_of_nodes([node]))


def table(node: Table) -> dict[str, Any]:
    body = node.rows[node.header_rows :]
    data = [[nested(blocks_of(cell.nodes)) if cell.nodes else cell.html for cell in row] for row in node.rows]
    caption = {"caption": node.caption}
    return {
        **({} if node.caption_is_below else caption),
        "data": data,
        **caption,
        "header_rows": node.header_rows,
        "header_column": bool(body) and all(row and row[0].is_header for row in body),
        **({"layout": True} if node.is_layout else {}),
    }


def picture(node: Picture) -> dict[str, Any]:
    value: dict[str, Any] = {
        "src": node.src,
        "alt": node.alt,
        "caption": node.html or node.caption,
        "credit": node.credit,
    }
    if node.html:
        value["format"] = "html"  # the caption has links or marks
    return value


def callout(node: Callout) -> dict[str, Any]:
    """A callout holds no sections, so a heading in it is a bold line."""
    nodes = [Text(html_of_nodes([inner])) if isinstance(inner, (Heading, Questions)) else inner for inner in node.nodes]
    return {"kind": node.kind, "heading": node.heading, "level": node.level, "content": list(blocks_of(nodes))}


def faq(node: Questions) -> Iterator[Block]:
    """The questions. A table or picture within an answer, and the rest of that answer, stand between two FAQ blocks."""
    heading = node.heading
    items: list[dict[str, str]] = []
    for question in node.items:
        answer, rest = _split(list(opened(question.answer)))
        item = {"question": question.question, "answer": html_of_nodes(answer)}
        items.append(item | ({"anchor": question.anchor} if question.anchor else {}))
        if rest:
            yield {"type": "faq", "value": {"heading": heading, "level": node.level, "items": items}}
            heading, items = "", []
            plain = [inner if isinstance(inner, OWN_BLOCK) else Text(html_of_nodes([inner])) for inner in rest]
            yield from blocks_of(plain)
    if items:
        yield {"type": "faq", "value": {"heading": heading, "level": node.level, "items": items}}


def _split(answer: list[Node]) -> tuple[list[Node], list[Node]]:
    place = next((place for place, node in enumerate(answer) if isinstance(node, OWN_BLOCK)), len(answer))
    return answer[:place], answer[place:]
