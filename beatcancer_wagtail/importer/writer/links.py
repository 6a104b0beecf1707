"""Links between imported pages lead to the pages; links within a page lead to its headings."""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock

from beatcancer_wagtail.blocks.headed import outline
from beatcancer_wagtail.importer.models import ImportedPage
from beatcancer_wagtail.importer.writer.keys import address_key, link_keys
from beatcancer_wagtail.text.outline import make_anchor

_LINK = re.compile(r'<a href="([^"]*)"')
MAX_AWAITED = 2000
AT_ONCE = 5000  # keys in one statement: databases take so many values and no more
KEYS = ("also_key", "file_key", "key")  # of an imported page, the surest last


def hrefs_in(block: blocks.Block, stored: Any) -> list[str]:
    """The address of every link and button in what is stored for ``block``."""
    found: list[str] = []

    def note(href: str) -> None:
        found.append(href)

    rewrite(block, stored, note)
    return found


def rewrite(block: blocks.Block, stored: Any, lead: Callable[[str], "str | int | None"]) -> Any:
    """What is stored, with each address led elsewhere: to a page by its id, to another address, or left (None)."""
    if not stored:
        return stored
    if isinstance(block, blocks.BaseStreamBlock):
        return [
            {**child, "value": rewrite(block.child_blocks[child["type"]], child["value"], lead)}
            if child["type"] in block.child_blocks
            else child
            for child in stored
        ]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(stored, dict):
        led = {
            name: rewrite(block.child_blocks[name], value, lead) if name in block.child_blocks else value
            for name, value in stored.items()
        }
        return _button(block, led, lead)
    if isinstance(block, blocks.ListBlock):
        return [
            {**item, "value": rewrite(block.child_block, item["value"], lead)} if "value" in item else item
            for item in stored
        ]
    if isinstance(block, BaseTypedTableBlock):
        return _table(block, stored, lead)
    if isinstance(block, blocks.RichTextBlock):
        return _LINK.sub(lambda match: _tag(match, lead(unescape(match[1]))), stored)
    return stored


def _tag(match: re.Match, led: "str | int | None") -> str:
    if led is None:
        return match[0]
    return f'<a linktype="page" id="{led}"' if isinstance(led, int) else f'<a href="{escape(led)}"'


def _button(block: blocks.BaseStructBlock, stored: dict, lead) -> dict:
    if (
        not stored.get("url")
        or not isinstance(block.child_blocks.get("url"), blocks.CharBlock)
        or "button_text" not in stored
    ):
        return stored
    led = lead(stored["url"])
    if isinstance(led, int) and isinstance(block.child_blocks.get("page"), blocks.PageChooserBlock):
        return {**stored, "url": "", "page": led}
    return {**stored, "url": led} if isinstance(led, str) else stored


def _table(block: BaseTypedTableBlock, stored: dict, lead) -> dict:
    columns = [block.child_blocks[column["type"]] for column in stored["columns"]]
    rows = [
        {**row, "values": [rewrite(column, cell, lead) for column, cell in zip(columns, row["values"], strict=True)]}
        for row in stored["rows"]
    ]
    return {**stored, "rows": rows}


def pages_by_key(keys: Iterable[str]) -> dict[str, int]:
    """The ids of the pages that were imported under these keys; one that is known by its address goes before others."""
    wanted = sorted(set(keys))
    found: list[tuple[str, str, str, int]] = []
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        asked = Q(key__in=some) | Q(file_key__in=some) | Q(also_key__in=some)
        found += ImportedPage.objects.filter(asked).values_list(*KEYS, "page_id")
    return by_any_key(found)


def by_any_key(pages: Iterable[tuple[str, str, str, int]]) -> dict[str, int]:
    """The page of each key; of two pages that share one, the one whose surer key it is."""
    pages = list(pages)
    return {keys[place]: pk for place in (0, 1, 2) for *keys, pk in pages if keys[place]}


def inexact_told(links: list[str]) -> str:
    """What the report says of links that led to a place within another page."""
    said = _("Links that led to a place within another page lead to its beginning: %(links)s")
    return said % {"links": ", ".join(links)[:500]}


def link_pages(
    body: StreamValue, name: str, address: str, *, but: int | None = None
) -> tuple[StreamValue, list[str], list[str]]:
    """The body with its links to imported pages, the keys of pages that are not there yet, and links that lost their place.

    ``name`` and ``address`` are those of the page itself, ``but`` its id. A link of Wagtail's to a page leads to its
    beginning: where an address led to a place within, that is told.
    """
    stored = body.get_prep_value()
    keys = {href: link_keys(urldefrag(href).url, name, address) for href in hrefs_in(body.stream_block, stored)}
    known = pages_by_key(key for many in keys.values() for key in many)
    pages = {href: next((known[key] for key in many if key in known), None) for href, many in keys.items()}
    awaited = sorted({key for href, many in keys.items() if pages[href] is None for key in many})[:MAX_AWAITED]
    led: dict[str, int | str] = {href: page for href, page in pages.items() if page not in (None, but)}
    inexact = [href for href in led if urldefrag(href).fragment]
    if address:  # below the new site's root there is none of the old pages
        led |= {href: urljoin(address, href) for href, page in pages.items() if page is None and _is_from_root(href)}
    if not led:
        return body, awaited, []
    return body.stream_block.to_python(rewrite(body.stream_block, stored, led.get)), awaited, inexact


def _is_from_root(href: str) -> bool:
    return href.startswith("/") and not href.startswith("//")


def link_within(body: StreamValue, own_addresses: Iterable[str], anchors: dict[str, str]) -> StreamValue:
    """Links to the page's own address and places lead to the anchors that its headings have now."""
    own = {key for address in own_addresses if (key := address_key(address))}
    stored = body.get_prep_value()

    def lead(href: str) -> str | None:
        address, fragment = urldefrag(href)
        if not fragment or (address and address_key(address) not in own):
            return None
        place = anchors.get(unquote(fragment)) or anchors.get(make_anchor(unquote(fragment)))
        return f"#{place}" if place else (f"#{fragment}" if address else None)

    led = rewrite(body.stream_block, stored, lead)
    return body if led == stored else body.stream_block.to_python(led)


def anchors_of(body: StreamValue) -> list[tuple[str, str]]:
    """(block id, anchor) of each heading, in order: asked before and after a page settles its anchors."""
    return [(entry.key, entry.anchor) for top in outline(body) for entry in top.walk()]
