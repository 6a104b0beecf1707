"""Lines of text, as Wagtail's editor keeps them (a flat row of paragraphs and items), and their HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from beatcancer_wagtail.importer.markup.spans import Span, html_of

DEEPEST_LIST = 20
PARAGRAPH, BULLET, NUMBER = "p", "ul", "ol"


@dataclass(slots=True)
class Line:
    spans: list[Span]
    kind: str = PARAGRAPH
    depth: int = 0


def html_of_lines(lines: Sequence[Line]) -> str:
    parts: list[str] = []
    group: list[Line] = []
    for line in lines:
        if line.kind == PARAGRAPH:
            parts.append(_list(group))
            group = []
            parts.append(f"<p>{html_of(line.spans)}</p>")
        else:
            group.append(line)
    parts.append(_list(group))
    return "".join(parts)


def _list(items: Sequence[Line]) -> str:
    if not items:
        return ""
    parts: list[str] = []
    open_: list[str] = []
    for depth, kind, spans in _levelled(items):
        closed = ""
        while len(open_) > depth + 1:
            closed = open_.pop()
            parts.append(f"</li></{closed}>")
        goes_on = len(open_) == depth + 1 and open_[-1] == kind
        if goes_on and closed in ("", kind):
            parts.append("</li><li>")
        else:  # a bulleted list that held numbers goes on as a second list, which is how the editor stores it
            if len(open_) == depth + 1:
                parts.append(f"</li></{open_.pop()}>")
            parts.append(f"<{kind}><li>")
            open_.append(kind)
        parts.append(html_of(spans))
    while open_:
        parts.append(f"</li></{open_.pop()}>")
    return "".join(parts)


Level = tuple[int, str, list[Span]]


def _levelled(items: Sequence[Line]) -> list[Level]:
    """No level is skipped, and bullets and numbers are mixed only where no editor loses an item by it.

    The editor's exporter loses its way when the kind changes on the way back up: steps start again at 1, and with
    Wagtail 7 an item can vanish. Below a numbered list all is numbered then.
    """
    trees: list[list[Level]] = []
    depths: list[int] = []  # the depth in the source of each open level
    for item in items:
        while depths and depths[-1] > item.depth:
            depths.pop()
        if not depths or depths[-1] < item.depth:
            depths.append(item.depth)
        depth = min(len(depths) - 1, DEEPEST_LIST)
        if not depth:
            trees.append([])
        trees[-1].append((depth, item.kind, item.spans))
    following = [tree[0][1] for tree in trees[1:]] + [""]
    return [level for tree, next_ in zip(trees, following, strict=True) for level in _unmixed(tree, next_)]


def _unmixed(tree: list[Level], following: str) -> list[Level]:
    top = tree[0][1]
    below = {kind for _, kind, _ in tree[1:]}
    is_safe = not following or top == following == BULLET
    if below <= {top} or (is_safe and len(below) == 1):
        return tree
    kind = NUMBER if is_safe else top
    return [tree[0], *((depth, kind, spans) for depth, _, spans in tree[1:])]
