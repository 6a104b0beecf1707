"""Formulas and drawings as text."""

from __future__ import annotations

import re

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.markup import is_text
from beatcancer_wagtail.importer.markup.tex import grouped, is_tex, readable, shifted
from beatcancer_wagtail.importer.reader.walk.names import attribute

DEEPEST = 60
OVERLINES = ("¯", "―", "‾", "_", "-")
ACCENTS = {
    "→": "\u20d7",
    "⃗": "\u20d7",
    "˙": "\u0307",
    "¨": "\u0308",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
}
RELATION = re.compile(r"[=<>≤≥≈≡∼→⇒⇔∈]")  # begins the second part of an equation, not a cell of a matrix
BRACKETS = re.compile(r"[(\[{⟨] | [)\]}⟩,.;]")


def formula_text(math: Tag) -> str:
    """A formula as one line: what its author wrote for readers, else its parts with their signs, else its TeX."""
    alt = " ".join((attribute(math, "alttext") or attribute(math, "aria-label")).split())
    if alt and not is_tex(alt):
        return alt
    read = " ".join(_read(math, 0).replace("\u2061", "").replace("\u2062", "").split())
    return BRACKETS.sub(lambda found: found[0].strip(), read) or readable(alt)


def _read(node: Tag, depth: int) -> str:
    if depth > DEEPEST:
        return node.get_text(" ")
    parts = []
    for child in node.contents:
        if isinstance(child, Tag):
            if child.name not in ("annotation", "annotation-xml", "mphantom"):
                parts.append(_read(child, depth + 1))
        elif isinstance(child, NavigableString) and is_text(child) and child.strip():
            parts.append(child.strip())
    number = len(parts)
    if node.name == "mfrac" and number == 2 and attribute(node, "linethickness").strip()[:1] == "0":
        return f"binom({parts[0]}, {parts[1]})"
    if node.name == "mfrac" and number == 2:
        return f"{grouped(parts[0])}/{grouped(parts[1])}"
    if node.name == "msup" and number == 2:
        return parts[0] + shifted("^", _close(parts[1]))
    if node.name in ("msub", "munder") and number == 2:
        return parts[0] + shifted("_", _close(parts[1]))
    if node.name in ("msubsup", "munderover") and number == 3:
        return parts[0] + shifted("_", _close(parts[1])) + shifted("^", _close(parts[2]))
    if node.name == "mover" and number == 2 and parts[1] in OVERLINES:
        return re.sub(r"[^\W_]", "\\g<0>\u0305", parts[0])
    if node.name == "mover" and number == 2 and len(parts[0]) == 1 and parts[1] in ACCENTS:
        return parts[0] + ACCENTS[parts[1]]
    if node.name == "msqrt":
        return f"√{grouped(' '.join(parts))}"
    if node.name == "mroot" and number == 2:
        return f"{shifted('^', parts[1])}√{grouped(parts[0])}"
    if node.name == "mfenced":
        opens, closes = attribute(node, "open") or "(", attribute(node, "close") or ")"
        return f"{opens}{', '.join(parts)}{closes}"
    if node.name in ("mtr", "mlabeledtr"):
        return "".join(
            part if not n else f"{' ' if RELATION.match(part) else ', '}{part}" for n, part in enumerate(parts)
        )
    if node.name == "mtable":
        return "; ".join(parts)
    return " ".join(parts)


def _close(text: str) -> str:
    """A sign and a number, or some letters, that stand apart only because each is an element of its own."""
    return re.sub(r"\s+", "", text) if re.fullmatch(r"[+−-] \d+|\w( \w)+", text) else text
