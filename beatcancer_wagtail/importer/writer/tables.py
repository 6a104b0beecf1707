from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from beatcancer_wagtail.importer.writer.rich_text import features_of, lines_of, paragraphs, plain, settle, text_of

if TYPE_CHECKING:
    from beatcancer_wagtail.importer.writer.blocks import Writer

_MARKED = ("<p", "<a ", "<ul", "<ol", "<b>", "<i>", "<sup", "<sub", "<br")


def write_table(writer: "Writer", block: blocks.Block | None, value: dict[str, Any]) -> None:
    """A table with true header cells; where the site has none, a line of text for each row."""
    rows = [list(row) for row in value["data"] if row]
    caption = plain(value.get("caption"))
    width = max(map(len, rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    table = block if isinstance(block, BaseTypedTableBlock) else block and block.child_blocks["table"]
    if not table or not rows or not (names := _column_types(table)):
        _as_lines(writer, rows, caption)
        return
    headings: list[str] = [""] * width
    header_rows = int(value.get("header_rows") or 0)
    if header_rows and len(rows) > 1:
        first = rows.pop(0)
        headings = [text_of(cell) for cell in first]
        if any("<a " in cell for cell in first):
            writer.changes.append(_("A table's header cells hold no links; their words are kept."))
    if header_rows > 1:
        writer.changes.append(_("A table had several header rows: the first one is the header, the others are rows."))
    columns = [_column_type(names, [row[number] for row in rows]) for number in range(width)]
    stored_rows = [
        {"values": [_cell(table, name, cell) for name, cell in zip(columns, row, strict=True)]} for row in rows
    ]
    stored = {
        "columns": [{"type": name, "heading": text} for name, text in zip(columns, headings, strict=True)],
        "rows": stored_rows,
        "caption": caption,
    }
    if table is block:
        writer.places.add(block, stored)
    else:
        whole = {"table": stored, "row_headers": bool(value.get("header_column"))}
        writer.places.add(block, {name: whole[name] for name in whole if name in block.child_blocks})


def _column_types(table: BaseTypedTableBlock) -> dict[str, str]:
    """The names of the table's columns for plain and for rich text."""
    children = table.child_blocks.items()
    plain = next((name for name, child in children if isinstance(child, (blocks.CharBlock, blocks.TextBlock))), None)
    rich = next((name for name, child in children if isinstance(child, blocks.RichTextBlock)), None)
    return {"plain": plain or rich or "", "rich": rich or plain or ""} if plain or rich else {}


def _column_type(names: dict[str, str], cells: list[str]) -> str:
    return names["rich" if any(mark in cell for cell in cells for mark in _MARKED) else "plain"]


def _cell(table: BaseTypedTableBlock, name: str, html: str) -> str:
    column = table.child_blocks[name]
    if not isinstance(column, blocks.RichTextBlock):
        return text_of(html)
    html = html.strip()
    if html and not html.startswith(("<p", "<ul", "<ol")):
        html = f"<p>{html}</p>"
    return settle(html, features_of(column))[0]


def _as_lines(writer: "Writer", rows: list[list[str]], caption: str) -> None:
    if rows:
        writer.changes.append(_("A table became lines of text: the site's articles have no block for tables here."))
    lines = [" | ".join(filter(None, (" ".join(lines_of(cell)) for cell in row))) for row in rows]
    writer.places.add_text(paragraphs([line for line in [caption, *lines] if line]))
