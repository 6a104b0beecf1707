"""What stands outside the content, summed up by region for the report."""

from __future__ import annotations

from bs4 import NavigableString, Tag

from ..outline import Dropped
from .doubts import Doubts
from .measure import UNSEEN
from .prune import place_of, text_in

LONGEST = 2000


def outside(root: Tag, body: Tag, doubts: Doubts) -> list[Dropped]:
    if root is body:
        return []
    path = {id(root), *(id(above) for above in root.parents)}
    found: list[Dropped] = []
    for above in reversed([tag for tag in root.parents if tag is body or any(up is body for up in tag.parents)]):
        for child in above.contents:
            if id(child) in path:
                continue
            if isinstance(child, Tag) and child.name not in UNSEEN:
                text, place, is_doubtful = text_in(child), place_of(child), doubts.has(child, "outside")
            elif type(child) is NavigableString:
                text, place, is_doubtful = " ".join(child.split()), place_of(above), False
            else:
                continue
            if text:
                text = text if len(text) <= LONGEST else text[:LONGEST] + " …"
                found.append(Dropped("outside", text, place, is_doubtful=is_doubtful))
    return found
