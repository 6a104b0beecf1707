"""A page about larch tea with a piece of mark-up between two paragraphs, and what becomes of that piece."""

from __future__ import annotations

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def document(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}<p>{WORDS}</p></main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch", **options).document


def texts(found: dict) -> str:
    """The rich text of the document without the two paragraphs."""
    html = "".join(block["value"] for block in found["body"] if block["type"] == "rich_text")
    return html.replace(f"<p>{WORDS}</p>", "")
