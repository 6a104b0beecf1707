"""The words that a reader of the source sees, in reading order: what coverage is measured against."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.markup import BLOCKS, SILENT, is_text
from beatcancer_wagtail.importer.reader.drawings import drawing_text
from beatcancer_wagtail.importer.reader.walk.formulas import formula_text
from beatcancer_wagtail.importer.reader.walk.names import UNSEEN, role
from beatcancer_wagtail.importer.words import words_of

FRAMES = frozenset({"iframe", "video", "audio"})  # they stand between lines


def show_quotation_marks(root: Tag) -> None:
    """Those that browsers put around a quotation in a sentence become text, so that all who read it see the same words."""
    for tag in root.find_all("q"):
        tag.insert(0, NavigableString("“"))
        tag.append(NavigableString("”"))


def seen_words(nodes: Iterable[object]) -> list[str]:
    parts: list[str] = []
    stack = [iter(list(nodes))]
    blocks = [True]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if blocks.pop():
                parts.append("\n")
        elif isinstance(node, NavigableString):
            if is_text(node):
                parts.append(str(node))
        elif isinstance(node, Tag):
            if node.name == "math":
                parts.append(formula_text(node))
            elif node.name == "svg":
                parts.append(f" {drawing_text(node)} ")
            elif node.name in FRAMES or (node.name == "noscript" and node.find("iframe")):
                parts.append("\n")
            elif node.name not in SILENT and (node.name not in UNSEEN or node.has_attr("shadowrootmode")):
                is_block = node.name in BLOCKS or node.name == "br" or role(node) == "heading"
                if is_block:
                    parts.append("\n")
                blocks.append(is_block)
                stack.append(iter(node.contents))
    return words_of("".join(parts))
