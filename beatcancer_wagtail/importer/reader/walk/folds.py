"""Titles of panels that say by no aria what they open: several alike, each with its box behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.markup import BLOCKS
from beatcancer_wagtail.importer.reader.questions.elements import signature
from beatcancer_wagtail.importer.reader.shapes import element_after
from beatcancer_wagtail.importer.reader.vocabulary import classes_of, words_of_class
from beatcancer_wagtail.importer.reader.walk.boxes import callout_kind
from beatcancer_wagtail.importer.reader.walk.names import attribute, role

TITLES = {"title", "header", "head", "heading", "toggler", "toggle", "trigger", "handle", "summary", "label"}
PANELS = {
    "content",
    "contents",
    "body",
    "panel",
    "pane",
    "accordion",
    "collapse",
    "collapsible",
    "details",
    "inner",
    "text",
}
NO_TITLES = ("li", "dt", "dd", "td", "th", "tr", "caption", "figcaption", "summary", "body", "main", "article")
WHOLE = ("table", "figure", "blockquote", "dl")  # a heading would part them
BOXES = ("div", "section", "article", "ul", "ol", "dl", "p")
LONGEST = 120  # characters of a title
LEAST_LINE = 60  # characters of a panel that is one line; shorter ones are values: "Half-life", "36 hours"

MEANS_SOMETHING = re.compile(r"[\w%‰<>≤≥=±~]")


def folded_panels(root: Tag) -> dict[int, Tag]:
    """The panel of each title, by the ``id()`` of the title's element."""
    alike: dict[tuple[str, str], list[tuple[Tag, Tag]]] = {}
    for tag in root.find_all(True):
        panel = None if tag.name in NO_TITLES else _panel_of(tag)
        if panel is not None and _is_title(tag):
            alike.setdefault((signature(tag), signature(panel)), []).append((tag, panel))
    panels = (pairs for pairs in alike.values() if _differ(pairs) and any(_says_enough(panel) for _, panel in pairs))
    return {id(tag): panel for pairs in panels for tag, panel in pairs}


def _differ(pairs: list[tuple[Tag, Tag]]) -> bool:
    """Two titles at least that say something of their own; "Show more" is the same everywhere."""
    texts = {" ".join(tag.get_text(" ").casefold().split()) for tag, _ in pairs}
    return len(texts) > 1 and 2 * len(texts) > len(pairs)


def signs_of(title: Tag) -> Iterator[Tag]:
    """A lone "+" or "▼" at either end of a title, which only says that it opens."""
    for parts in (title.contents, reversed(title.contents)):
        for node in parts:
            text = node.get_text().strip() if isinstance(node, Tag) else str(node).strip()
            is_sign = 0 < len(text) <= 2 and not MEANS_SOMETHING.search(text)
            if isinstance(node, Tag) and is_sign and node.name != "sup":
                yield node
            elif text:
                break


def _panel_of(tag: Tag) -> Tag | None:
    parent = tag.parent
    if parent is None or (tag.name == "a" and not attribute(tag, "href").startswith(("#", "javascript:"))):
        return None
    if "-" in parent.name and attribute(tag, "slot") in TITLES:
        return parent
    after = element_after(tag)
    if after is None or after.name not in BOXES or callout_kind(parent):
        return None
    opens = "button" in (tag.name, role(tag)) or (_words(tag) & TITLES and _words(after) & PANELS)
    return after if opens and tag.find_parent(WHOLE) is None else None


def _words(tag: Tag) -> set[str]:
    """Of its classes, or those of the one element that it holds."""
    found: set[str] = set()
    for _ in range(3):
        found |= {word for name in classes_of(tag) for word in words_of_class(name)}
        parts = _parts(tag)
        if found or len(parts) != 1 or not isinstance(parts[0], Tag):
            break
        tag = parts[0]
    return found


def _parts(tag: Tag) -> list[Tag | NavigableString]:
    """What it holds that has words."""
    return [
        node
        for node in tag.contents
        if (type(node) is NavigableString or isinstance(node, Tag)) and re.search(r"\w", node.get_text())
    ]


def _is_title(tag: Tag) -> bool:
    """One short line that is no sentence, no row of cells and no link to another page."""
    text = " ".join(tag.get_text(" ").split())
    if not 0 < len(text) <= LONGEST or text.endswith((".", "。", "!", ":", ",", ";")):
        return False
    if any(not attribute(link, "href").startswith("#") for link in tag.find_all("a", href=True)):
        return False
    parts = _parts(tag)
    while len(parts) == 1 and isinstance(parts[0], Tag):
        parts = _parts(parts[0])
    if any(isinstance(node, Tag) and node.name in BLOCKS for node in parts):
        return False
    return any(isinstance(node, NavigableString) for node in parts)


def _says_enough(panel: Tag) -> bool:
    if panel.name != "div" or len(panel.get_text()) >= LEAST_LINE:
        return True
    return any(isinstance(node, Tag) and node.name in BLOCKS for node in panel.descendants)
