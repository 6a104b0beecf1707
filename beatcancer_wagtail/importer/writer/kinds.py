"""Which of a site's blocks takes what: the library's own, subclasses of them, and others with the same fields."""

from collections.abc import Callable

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

TEXT, SECTION, FAQ, CALLOUT, QUOTE = "text", "section", "faq", "callout", "quote"
PICTURE, TABLE, EMBED, ACTION, CODE = "image", "table", "embed", "call_to_action", "code"


def _has(block: blocks.Block, **fields: type | tuple[type, ...]) -> bool:
    """Whether ``block`` is a struct with these fields."""
    if not isinstance(block, blocks.StructBlock):
        return False
    return all(isinstance(block.child_blocks.get(name), types) for name, types in fields.items())


def _is_faq(block: blocks.Block) -> bool:
    if not _has(block, questions=blocks.ListBlock):
        return False
    return _has(block.child_blocks["questions"].child_block, question=blocks.CharBlock, answer=blocks.RichTextBlock)


_TAKES: dict[str, Callable[[blocks.Block], bool]] = {
    TEXT: lambda block: isinstance(block, blocks.RichTextBlock),
    SECTION: lambda block: _has(block, heading=blocks.CharBlock, content=blocks.StreamBlock),
    FAQ: _is_faq,
    CALLOUT: lambda block: _has(block, kind=blocks.ChoiceBlock, heading=blocks.CharBlock, text=blocks.RichTextBlock),
    QUOTE: lambda block: _has(block, text=blocks.TextBlock, attribution=blocks.CharBlock),
    PICTURE: lambda block: (
        isinstance(block, (ImageBlock, ImageChooserBlock)) or _has(block, image=(ImageBlock, ImageChooserBlock))
    ),
    TABLE: lambda block: isinstance(block, BaseTypedTableBlock) or _has(block, table=BaseTypedTableBlock),
    EMBED: lambda block: isinstance(block, EmbedBlock) or _has(block, url=EmbedBlock),
    ACTION: lambda block: _has(block, heading=blocks.CharBlock, button_text=blocks.CharBlock, url=blocks.CharBlock),
    CODE: lambda block: (
        block.name == CODE and (isinstance(block, blocks.TextBlock) or _has(block, code=blocks.TextBlock))
    ),
}


def block_for(kind: str, stream: blocks.StreamBlock) -> blocks.Block | None:
    """The block of ``stream`` that takes things of this kind; one of that very name comes first."""
    takes = _TAKES[kind]
    named = stream.child_blocks.get(kind)
    if named is not None and takes(named):
        return named
    return next((block for block in stream.child_blocks.values() if takes(block)), None)


def limit_of(block: blocks.Block | None, name: str) -> int | None:
    """How many characters a field of a struct may have, if there is a limit."""
    inner = block.child_blocks.get(name) if isinstance(block, blocks.StructBlock) else None
    return getattr(getattr(inner, "field", None), "max_length", None)
