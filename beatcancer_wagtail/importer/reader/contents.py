"""The page's own list of contents: links to places in the page itself. The new page makes its own."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from bs4 import NavigableString, Tag

from ..markup.addresses import safe_address
from ..outline import Dropped
from .measure import UNSEEN
from .prune import remove, text_in
from .shapes import element_before
from .vocabulary import HEADING_TAGS, class_reason, heading_reason

LISTS = frozenset(("ul", "ol", "menu", "dl", "nav", "div", "section", "aside", "p", "table", "details", "center"))
THINGS = frozenset(("img", "picture", "video", "audio", "iframe", "object", "figure", "pre", "blockquote"))
LETTERS = re.compile(r"[^\W\d_]")
LEAST_LINKS = 3
LEAST_NAMED = 2  # where something says that it is the contents
ALIKE = 0.8  # of the links of a list that nothing names
FOUND = 0.5  # of the links of a list that is named
LONGEST = 300  # characters of a link and of what it leads to
NEAR_HEADING = 3  # elements
NEAR_NODES = 20  # between a place and the heading that it stands for
MOST_LINKS = 300  # of a list are looked at


@dataclass(slots=True)
class _Part:
    """What stands in an element."""

    links: list[Tag] = field(default_factory=list)  # to places in this page
    has_words: bool = False  # besides those links, the title of the list and numbers
    is_named: bool = False
    holds_things: bool = False


def take_out_contents(root: Tag, address: str, dropped: list[Dropped]) -> None:
    if len(root.find_all("a", href=re.compile("#"), limit=LEAST_NAMED)) < LEAST_NAMED:
        return
    places: dict[str, Tag] = {}
    for tag in root.find_all(lambda tag: tag.has_attr("id") or tag.has_attr("name")):
        places.setdefault(str(tag.get("id") or tag.get("name")), tag)
    parts = _parts(root, address)
    stack = [root]
    while stack:
        tag = stack.pop()
        part = parts.get(id(tag))
        if part is None or not part.links:
            continue
        title = _title_before(tag, root) if tag is not root else None
        is_contents = tag is not root and _is_contents(tag, part, places, address, is_named=title is not None)
        if is_contents and _says_all_elsewhere(tag, part, root):
            remove(tag, "contents", dropped)
            if title is not None:
                remove(title, "contents", dropped)
        else:
            stack.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))


def _numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w*\d\w*", text.casefold()))


def _says_all_elsewhere(tag: Tag, part: _Part, root: Tag) -> bool:
    """A list of what a remedy contains may lead to places in the page too: its doses stand nowhere else."""
    numbers = sum((_numbers(_key(link.get_text(" "))) for link in part.links), Counter())
    return not numbers or numbers <= _numbers(root.get_text(" ")) - _numbers(tag.get_text(" "))


def _parts(root: Tag, address: str) -> dict[int, _Part]:
    """By the ``id()`` of each element, from the inside out; no recursion, pages are nested deep."""
    parts: dict[int, _Part] = {}
    stack: list[tuple[Tag, bool]] = [(root, False)]
    while stack:
        tag, is_left = stack.pop()
        if not is_left:
            parts[id(tag)] = _Part()
            stack.append((tag, True))
            if not (tag.name == "a" and tag.has_attr("href")):
                stack.extend((child, False) for child in tag.contents if isinstance(child, Tag))
            continue
        _sum_up(tag, parts, address)
    return parts


def _sum_up(tag: Tag, parts: dict[int, _Part], address: str) -> None:
    part = parts[id(tag)]
    if tag.name == "a" and tag.has_attr("href"):
        if not LETTERS.search(tag.get_text()):
            return
        if str(tag["href"]).strip() == "#" or safe_address(str(tag["href"]), address).startswith("#"):
            part.links.append(tag)
        else:
            part.has_words = True
        return
    part.holds_things = tag.name in THINGS
    for child in tag.contents:
        if isinstance(child, Tag):
            inner = parts[id(child)]
            if child.name in UNSEEN:
                continue
            part.links += inner.links if not inner.has_words else []
            part.has_words |= inner.has_words
            part.is_named |= inner.is_named
            part.holds_things |= inner.holds_things
        elif type(child) is NavigableString and LETTERS.search(child):
            if heading_reason(child) == "contents":
                part.is_named = True
            else:
                part.has_words = True


def _is_contents(tag: Tag, part: _Part, places: dict[str, Tag], address: str, *, is_named: bool) -> bool:
    if tag.name not in LISTS or part.has_words or part.holds_things:
        return False
    is_named = is_named or part.is_named or any(_says_contents(inner) for inner in (tag, *tag.find_all(LISTS, limit=3)))
    links = [link for link in part.links if str(link["href"]).strip() != "#"][:MOST_LINKS]
    if len(links) < (LEAST_NAMED if is_named else LEAST_LINKS):
        return False
    found = 0
    for link in links:
        place = places.get(safe_address(str(link["href"]), address).lstrip("#"))
        if place is None or any(above is tag for above in place.parents):
            continue
        found += is_named or _leads_to_its_words(link, place)
    return found >= len(links) * (FOUND if is_named else ALIKE)


def _says_contents(tag: Tag) -> bool:
    return tag.get("role") == "doc-toc" or class_reason(tag)[0] == "contents"


def _leads_to_its_words(link: Tag, place: Tag) -> bool:
    """The words of the link stand again where it leads, as a heading or at the very beginning."""
    words = _beginning(link)
    heading = place if place.name in HEADING_TAGS else place.find_parent(HEADING_TAGS)
    near = itertools.islice(place.next_elements, NEAR_NODES)
    following = heading or next((node for node in near if isinstance(node, Tag) and node.name in HEADING_TAGS), None)
    starts = [_beginning(place)] + ([_beginning(following)] if following is not None else [])
    return any(start.startswith(words) or (start and words.endswith(start)) for start in starts)


def _beginning(tag: Tag) -> str:
    parts: list[str] = []
    length = 0
    for text in tag.stripped_strings:
        parts.append(text)
        length += len(text)
        if length > LONGEST:
            break
    return _key(" ".join(parts))


def _key(text: str) -> str:
    """The words, without the number that either the list or the heading may have in front."""
    words = re.findall(r"\w+", text.casefold())
    first = next((place for place, word in enumerate(words) if LETTERS.search(word)), 0)
    return " ".join(words[first:])


def _title_before(tag: Tag, root: Tag) -> Tag | None:
    """The heading or short line right before a list that says that the contents follow."""
    for _ in range(NEAR_HEADING):
        before = element_before(tag)
        if before is not None:
            is_title = heading_reason(text_in(before)[:LONGEST]) == "contents" and before.find("a", href=True) is None
            return before if is_title else None
        if tag.parent is None or tag.parent is root or any(_is_said(node) for node in tag.previous_siblings):
            return None
        tag = tag.parent
    return None


def _is_said(node: object) -> bool:
    return isinstance(node, NavigableString) and bool(node.strip())
