"""Take out what is no content, and say of each fragment what it was and why it went."""

from __future__ import annotations

from bs4 import NavigableString, Tag

from ..outline import Dropped
from .content import Finder
from .doubts import Doubts
from .measure import UNSEEN
from .shapes import element_before, is_foot_line, is_link_list, loose_length
from .vocabulary import SOURCES


def text_in(tag: Tag) -> str:
    parts: list[str] = []
    for node in tag.descendants:
        if type(node) is NavigableString:
            parts.append(str(node))
        elif isinstance(node, Tag):
            parts.append(" ")
    return " ".join("".join(parts).split())


def place_of(tag: Tag) -> str:
    names = tag.get("class") or []
    first = names if isinstance(names, str) else ".".join(names[:2])
    return f"{tag.name}.{first}" if first else f"{tag.name}#{tag['id']}" if tag.get("id") else tag.name


def remove(
    tag: Tag, reason: str, dropped: list[Dropped], place: int | None = None, *, is_doubtful: bool = False
) -> None:
    text = text_in(tag)
    if text:
        dropped.append(Dropped(reason, text, place_of(tag), is_doubtful=is_doubtful))
    # Where the place among its siblings is known, a page of ten thousand adverts takes no ten thousand searches.
    tag.extract(_self_index=place)


def prune(root: Tag, core: Tag, finder: Finder, doubts: Doubts, dropped: list[Dropped]) -> dict[int, tuple[Tag, str]]:
    """Gives the headings below which something went, in their order, each with why."""
    under: dict[int, tuple[Tag, str]] = {}
    on_path = {id(core), *(id(above) for above in core.parents)}
    stack = [root]
    while stack:
        tag = stack.pop()
        beside_core = id(tag) in on_path and tag is not core
        going: list[tuple[int, Tag, str]] = []
        for place, child in enumerate(tag.contents):
            if not isinstance(child, Tag) or (child.name in UNSEEN and child.name != "noscript"):
                continue
            if child.name == "noscript" and not child.find(("img", "iframe")):
                going.append((place, child, "noscript"))
                continue
            reason = finder.reasons.get(id(child), "")
            if not reason and beside_core and id(child) not in on_path:
                reason = "" if finder.belongs(child, core) else "outside"
            if reason:
                going.append((place, child, reason))
                if (heading := finder.measures.headings.get(id(child))) is not None:
                    under[id(heading)] = (heading, reason)
            else:
                stack.append(child)
        gone: list[Dropped] = []
        for place, child, reason in reversed(going):
            remove(child, reason, gone, place, is_doubtful=doubts.has(child, reason))
        dropped += reversed(gone)
    return dict(sorted(under.items(), key=lambda entry: finder.measures.order.get(entry[0], 0)))


def trim_edges(root: Tag, finder: Finder, dropped: list[Dropped]) -> None:
    """Take bare lists of links from the very start and the very end, and the site's last line from its end."""
    for last in (False, True):
        for _ in range(10):
            found = _link_list_at(root, finder, last)
            if found is None:
                break
            remove(found, "footer" if is_foot_line(found, finder.measures.of(found)) else "links", dropped)


def _link_list_at(root: Tag, finder: Finder, last: bool) -> Tag | None:
    tag = root
    while True:
        if loose_length(tag):
            return None
        children = (child for child in (reversed(tag.contents) if last else tag.contents) if isinstance(child, Tag))
        edge = next((child for child in children if finder.measures.of(child).text), None)
        if edge is None:
            return None
        if last and is_foot_line(edge, finder.measures.of(edge)):
            return edge
        if _has_title_before(edge, finder):
            return None
        heading = finder.measures.headings.get(id(edge))
        if heading is not None and SOURCES.fullmatch(" ".join(heading.get_text(" ").split())):
            return None
        if is_link_list(edge, finder.measures.of(edge)):
            return edge
        tag = edge


def _has_title_before(tag: Tag, finder: Finder) -> bool:
    """Something short before it that may be its title: a heading, a button, a line in bold."""
    before = element_before(tag)
    if before is None:
        return False
    measure = finder.measures.of(before)
    return before.name in ("h1", "h2", "h3", "h4", "h5", "h6", "button", "summary") or (
        0 < measure.text < 80 and not measure.links
    )
