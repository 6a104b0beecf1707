"""Which pictures a document shows."""

from collections.abc import Iterator, Mapping
from typing import Any


def pictures_in(node: Any) -> Iterator[tuple[str, str | None]]:
    """The address and alternative text of every picture below ``node`` of the JSON, in reading order."""
    if isinstance(node, list):
        for inner in node:
            yield from pictures_in(inner)
    elif isinstance(node, dict):
        value = node.get("value")
        if node.get("type") == "image" and isinstance(value, dict):
            yield str(value.get("src") or ""), value.get("alt")
        else:
            for inner in node.values():
                yield from pictures_in(inner)


def pictures_of(document: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """Each picture of the body once, then the one at the top."""
    first: dict[str, str | None] = {}
    for src, alt in [*pictures_in(document.get("body")), lead_of(document)]:
        first[src] = first.get(src) or alt
    return list(first.items())


def lead_of(document: Mapping[str, Any]) -> tuple[str, str | None]:
    """The picture at the top; its address is "" where there is none."""
    lead = document.get("image")
    lead = lead if isinstance(lead, dict) else {"src": lead}
    return str(lead.get("src") or ""), lead.get("alt")
