"""Callouts and questions within an answer or a cell, which have no box for them: what they hold, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beatcancer_wagtail.importer.outline import Callout, Heading, Node, Questions


def opened(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes with those of every box in its place, at any depth; the title of a box is a heading."""
    for node in nodes:
        if isinstance(node, (Callout, Questions)) and node.heading:
            yield Heading(node.heading, node.level)
        if isinstance(node, Callout):
            yield from opened(node.nodes)
        elif isinstance(node, Questions):
            for item in node.items:
                yield Heading(item.question, 0)
                yield from opened(item.answer)
        else:
            yield node
