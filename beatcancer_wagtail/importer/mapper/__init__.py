"""From the outline to the documented JSON: sections whatever their levels, each kind of content in a block of its own."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import unquote

from beatcancer_wagtail.importer.mapper.blocks import blocks_of
from beatcancer_wagtail.importer.mapper.layout import unwrapped
from beatcancer_wagtail.importer.mapper.sections import nested
from beatcancer_wagtail.importer.outline import Fact, Outline

FACTS = ("title", "summary", "author", "date", "modified", "language", "direction", "image", "address")
NAMES = {"language": "lang"}
LONGEST_SLUG = 100


def document_of(outline: Outline, *, as_found: bool = False) -> dict[str, Any]:
    """The page as JSON-ready data. Every field is there; what was not found is empty.

    ``as_found``: tables stand as they were found, cells may hold blocks, headings links on some of their words; what an
    editor opens can hold neither.
    """
    nodes = outline.nodes if as_found else list(unwrapped(outline.nodes))
    facts: dict[str, Fact | None] = {name: getattr(outline.metadata, name) for name in FACTS}
    document: dict[str, Any] = {NAMES.get(name, name): fact.value if fact else "" for name, fact in facts.items()}
    document["tags"] = [fact.value for fact in outline.metadata.tags]
    document["slug"] = slug_of(document["title"], document["address"])
    document["body"] = nested(blocks_of(nodes))
    document["images"] = {}
    document["provenance"] = {NAMES.get(name, name): fact.source for name, fact in facts.items() if fact}
    if outline.metadata.tags:
        document["provenance"]["tags"] = outline.metadata.tags[0].source
    return document


def slug_of(title: str, address: str) -> str:
    """The last part of the page's address, so that old links can be led on; else the words of the title."""
    path = re.sub(r"[?#].*", "", address)
    parts = [part for part in path.split("/")[3:] if part]
    last = re.sub(r"\.(?:html?|php|aspx?|jsp)$", "", parts[-1], flags=re.IGNORECASE) if parts else ""
    slug = _slugged(unquote(last)) if not last.isdigit() and last.lower() not in ("index", "default") else ""
    return slug or _slugged(title)


def _slugged(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
