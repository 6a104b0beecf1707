"""What every block with a heading and an anchor shares."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from beatcancer_wagtail.blocks.walk import children, holds_blocks
from beatcancer_wagtail.text.outline import Heading, make_anchor

TOP_LEVEL = 2  # the page's title is the only h1
DEEPEST_LEVEL = 6


class AnchorBlock(blocks.CharBlock):
    """The name by which a heading is linked to; filled in when the page is saved."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Link name"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("search_index", False)
        kwargs.setdefault(
            "help_text",
            _("The last part of a link to this place. Filled in for you, and kept when you reword the heading."),
        )
        super().__init__(**kwargs)

    def clean(self, value):
        return make_anchor(super().clean(value) or "")

    class Meta:
        icon = "link"
        description = _("The last part of a link that leads straight to a heading")


class HeadedBlock(blocks.StructBlock):
    """A block that stands in the page's outline: a heading, an anchor, and something below it.

    Its template gets ``heading_level`` ("2" to "6", from the depth in the page; a text, because templates
    take their time to format numbers), ``inner_level`` for what stands inside, and ``anchor``.
    """

    heading_field = "heading"

    heading = blocks.CharBlock(label=_("Heading"), max_length=160)
    anchor = AnchorBlock()

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        level = context.get("inner_level") or TOP_LEVEL
        context["heading_level"] = SafeString(min(level, DEEPEST_LEVEL))
        context["inner_level"] = min(level + 1, DEEPEST_LEVEL)
        context["anchor"] = escape(value.get("anchor") or make_anchor(str(value.get(self.heading_field) or "")))
        return context


class ContentsEntry(NamedTuple):
    """What a contents list says of a heading: enough to be kept in a cache."""

    text: str
    anchor: str
    link: str
    entries: "list[ContentsEntry]"


class OutlineEntry:
    """A headed block where it stands: ``key`` (its block id), ``value`` and nested ``entries``."""

    def __init__(self, key: str, block: HeadedBlock, value, path: str):
        self.key, self.block, self.value, self.path = key, block, value, path

    @cached_property
    def entries(self) -> "list[OutlineEntry]":
        return outline(self.value, self.path)

    @property
    def text(self) -> str:
        return str(self.value.get(self.block.heading_field) or "")

    @property
    def anchor(self) -> str:
        return self.value.get("anchor") or ""

    @property
    def link(self) -> str:
        """The fragment that leads here, also before the page was ever saved; the templates use the same."""
        return self.anchor or make_anchor(self.text)

    @property
    def for_contents(self) -> ContentsEntry:
        return ContentsEntry(self.text, self.anchor, self.link, [entry.for_contents for entry in self.entries])

    @property
    def heading(self) -> Heading:
        return Heading(self.key, self.text, self.anchor)

    def walk(self) -> "Iterator[OutlineEntry]":
        """This entry, then everything below it, in reading order."""
        yield self
        for entry in self.entries:
            yield from entry.walk()


def outline(value, path: str = "") -> list[OutlineEntry]:
    """The headed blocks in a stream, struct or list value, nested as they stand on the page."""
    entries: list[OutlineEntry] = []
    for child in children(value):
        place = f"{path}/{child.name}"
        if isinstance(child.block, HeadedBlock):
            entries.append(OutlineEntry(child.id or place, child.block, child.value, place))
        elif holds_blocks(child):
            entries.extend(outline(child.value, place))
    return entries


def with_link_settings(*children: str) -> BlockGroup:
    """The form of a headed block: its fields, and the link name behind the settings toggle."""
    return BlockGroup(children=list(children), settings=["anchor"])


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {AnchorBlock: "beatcancer_wagtail.blocks.AnchorBlock"}
