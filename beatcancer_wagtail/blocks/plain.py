"""The words of a stored body, as the search index has them, without asking the database for what its blocks refer to."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import RichText, get_text_for_indexing


def plain_text(body: Any) -> str:
    """The text of a stream, a rich text or a string with markup, in reading order; each text of a stream is one line."""
    if isinstance(body, StreamValue):
        return "\n".join(" ".join(part.split()) for part in _texts(body.stream_block, body.raw_data))
    source = body.source if isinstance(body, RichText) else str(body or "")
    return " ".join(get_text_for_indexing(source).split())


def _texts(block: blocks.Block, stored: Any) -> Iterator[str]:
    """What is stored for ``block``, text by text. Wagtail's own way would fetch every chosen page, picture and book."""
    if not stored:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in stored:
            if inner := block.child_blocks.get(child["type"]):
                yield from _texts(inner, child["value"])
    elif isinstance(block, blocks.BaseStructBlock):
        for name, inner in block.child_blocks.items():
            yield from _texts(inner, stored.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in stored:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item"  # before Wagtail 2.16 it was not
            yield from _texts(block.child_block, item["value"] if is_wrapped else item)
    elif isinstance(block, blocks.RichTextBlock):
        yield from [get_text_for_indexing(stored)] if block.search_index else []
    elif isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        yield from [str(stored)] if block.search_index else []
