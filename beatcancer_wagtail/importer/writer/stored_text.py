"""The words of a stored body, as a reader meets them: what the completeness of an import is measured by."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.images.blocks import ImageBlock

from beatcancer_wagtail.importer.words import text_of_html, words_of


def stored_words(body) -> list[str]:
    return [word for text in stored_texts(body.stream_block, body.get_prep_value()) for word in words_of(text)]


def stored_texts(block: blocks.Block, stored: Any) -> Iterator[str]:
    """Each text of ``stored`` that a reader sees, in reading order; not alternative texts, addresses and choices."""
    if not stored or isinstance(block, ImageBlock):
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in stored:
            if inner := block.child_blocks.get(child["type"]):
                yield from stored_texts(inner, child["value"])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, inner in block.child_blocks.items():
            yield from stored_texts(inner, stored.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in stored:
            yield from stored_texts(block.child_block, item.get("value", item))
    elif isinstance(block, BaseTypedTableBlock):
        yield from _table(block, stored)
    elif isinstance(block, blocks.RichTextBlock):
        yield text_of_html(stored)
    elif isinstance(block, (blocks.CharBlock, blocks.TextBlock)) and block.search_index:
        yield str(stored)


def _table(block: BaseTypedTableBlock, stored: dict) -> Iterator[str]:
    yield str(stored.get("caption") or "")
    columns = stored["columns"]
    yield from (str(column["heading"] or "") for column in columns)
    for row in stored["rows"]:
        for column, cell in zip(columns, row["values"], strict=False):
            yield from stored_texts(block.child_blocks[column["type"]], cell)
