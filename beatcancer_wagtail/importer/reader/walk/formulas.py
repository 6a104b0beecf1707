"""Formulas and drawings as text."""

from __future__ import annotations

import re

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.markup import is_text
from beatcancer_wagtail.importer.markup.scripts import lowered, raised
from beatcancer_wagtail.importer.reader.walk.names import attribute

DEEPEST = 60
BRACKETS = re.compile(r"[(\[{] | [)\]},.;]")


def formula_text(math: Tag) -> str:
    """A formula as one line: what its author wrote for readers, else its TeX, else its parts with their signs."""
    if alt := attribute(math, "alttext") or attribute(math, "aria-label"):
        return " ".join(alt.split())
    for note in math.find_all("annotation"):
        if "tex" in attribute(note, "encoding").lower() and note.get_text(strip=True):
            return " ".join(note.get_text().split())
    return BRACKETS.sub(lambda found: found[0].strip(), " ".join(_read(math, 0).replace("\u2061", "").split()))


def _read(node: Tag, depth: int) -> str:
    if depth > DEEPEST:
        return node.get_text(" ")
    parts = []
    for child in node.contents:
        if isinstance(child, Tag):
            if child.name not in ("annotation", "annotation-xml"):
                parts.append(_read(child, depth + 1))
        elif isinstance(child, NavigableString) and is_text(child) and child.strip():
            parts.append(child.strip())
    if node.name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    if node.name == "msup" and len(parts) == 2:
        return parts[0] + (raised(parts[1]) if len(parts[1]) == 1 else f"^{_grouped(parts[1])}")
    if node.name == "msub" and len(parts) == 2:
        return parts[0] + (lowered(parts[1]) if len(parts[1]) == 1 else f"_{_grouped(parts[1])}")
    if node.name == "msqrt":
        return f"√{_grouped(' '.join(parts))}"
    return " ".join(parts)


def _grouped(text: str) -> str:
    return text if text.isalnum() else f"({text})"


def drawing_text(svg: Tag) -> list[str]:
    """The words that a reader sees in a drawing, not its title for tools."""
    texts = (" ".join(text.get_text().split()) for text in svg.find_all(["text", "foreignobject"]))
    return [text for text in texts if text]
