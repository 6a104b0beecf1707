"""Words that a style sheet strikes out: no longer true, though they stand there as text."""

from __future__ import annotations

import re

from bs4 import Tag

NAME = re.compile(r"(?:[\w-]{0,40}[-_])?(?:line-?through|strike(?:-?through|-?out)?|struck(?:-?out)?)", re.I)
NOT = re.compile(r"(?:^|[-_])(?:no|not|un)[-_]", re.I)
MOST = 100  # of the names of one element


def is_struck_out(tag: Tag) -> bool:
    if "line-through" in str(tag.get("style") or "").lower():
        return True
    names = [str(name) for name in tag.get_attribute_list("class")[:MOST] if name]
    return any(NAME.fullmatch(name) and not NOT.search(name) for name in names)
