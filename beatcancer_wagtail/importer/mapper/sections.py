"""Headings become sections within sections, whatever levels the source gave them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]
TOP, DEEPEST = 2, 4


def nested(blocks: Iterable[Block]) -> list[Block]:
    """The topmost headings are level 2; a level that the source skips is closed up; level 4 holds what lies deeper."""
    body: list[Block] = []
    open_: list[tuple[int, list[Block]]] = []  # the level in the source, and where its content goes
    for block in blocks:
        value = block["value"]
        source = value.get("level", 0) if isinstance(value, dict) else 0
        while source and open_ and open_[-1][0] >= source:
            open_.pop()
        if block["type"] != "heading":
            _set_level(block, TOP + len(open_))
            (open_[-1][1] if open_ else body).append(block)
            continue
        if len(open_) > DEEPEST - TOP:
            open_.pop()
        content: list[Block] = []
        section = {**value, "level": TOP + len(open_), "content": content}
        (open_[-1][1] if open_ else body).append({"type": "section", "value": section})
        open_.append((value["level"], content))
    return body


def _set_level(block: Block, level: int) -> None:
    """Questions and callouts with a heading of their own stand beside the sections of its level, not within one."""
    value = block["value"]
    if block["type"] not in ("faq", "callout"):
        return
    own = bool(value.pop("level", 0))
    if own and value["heading"]:
        value["level"] = min(level, DEEPEST)
    for item in value.get("items", ()):
        item["level"] = min(level + own, DEEPEST + 1)
