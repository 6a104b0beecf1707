"""Walking through nested block values."""

from typing import Any, NamedTuple

from django.utils.translation import get_language
from wagtail.blocks import Block, FieldBlock, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText, expand_db_html

from beatcancer_wagtail.memory import remembered


class Child(NamedTuple):
    """A block where it stands. ``id`` is None for the fields of a struct and the cells of a table."""

    name: str
    id: str | None
    block: Block | None
    value: Any


def children(value: Any) -> list[Child]:
    """What stands directly inside a stream, list, struct or table; nothing for any other value."""
    if isinstance(value, StructValue):
        return [Child(name, None, block, value.get(name)) for name, block in value.block.child_blocks.items()]
    if isinstance(value, StreamValue):
        return [Child(str(number), bound.id, bound.block, bound.value) for number, bound in enumerate(value)]
    if isinstance(value, ListValue):
        return [
            Child(str(number), bound.id, bound.block, bound.value) for number, bound in enumerate(value.bound_blocks)
        ]
    if isinstance(value, TypedTable):
        return [
            Child(str(number), None, None, cell) for row in value.row_data for number, cell in enumerate(row["values"])
        ]
    return []


def holds_blocks(child: Child) -> bool:
    """Whether there may be anything inside; most blocks are plain fields."""
    return not isinstance(child.block, FieldBlock)


def values(value: Any) -> list[Any]:
    """Every value inside, at any depth, in reading order."""
    found = []
    for child in children(value):
        found.append(child.value)
        if holds_blocks(child):
            found += values(child.value)
    return found


_BREAK = "\n<!--bc:break-->\n"


def expand_rich_text(body: Any) -> None:
    """Turn the stored links of every rich text in ``body`` into real ones, together.

    Wagtail does this for each rich text by itself: an article of forty paragraphs' worth of blocks
    that link to ten pages would ask the database dozens of times instead of twice.
    """
    texts = [text for text in values(body) if isinstance(text, RichText) and text.source]
    together = _BREAK.join(text.source for text in texts)
    if not texts or any(_BREAK.strip() in text.source for text in texts):
        return
    expanded = remembered(f"rich text {get_language()} {together}", lambda: expand_db_html(together))
    parts = expanded.split(_BREAK)
    if len(parts) == len(
        texts
    ):  # else a rewriter of the site's took the marks out, and each text is expanded by itself
        for text, html in zip(texts, parts, strict=True):
            text.expanded = html


def rich_text_html(text: RichText | None) -> str:
    """The HTML of one rich text, expanded together with its neighbours or by itself."""
    if text is None:
        return ""
    expanded: str | None = getattr(text, "expanded", None)
    return expand_db_html(text.source) if expanded is None else expanded
