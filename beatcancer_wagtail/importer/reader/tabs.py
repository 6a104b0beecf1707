"""Labels of tabs become headings of their panels, since a list of tabs says nothing where all panels are shown."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from ..outline import Dropped
from ..words import words_key
from .prune import remove, text_in
from .vocabulary import HEADING_TAGS

LISTS = re.compile(
    r"(?:^|[-_ ])(?:nav-?tabs|tabs?(?:-?(?:nav|list|menu|links|labels|titles|header|headers))?)(?:$|[-_ ])", re.I
)
LONGEST = 100
TARGETS = ("aria-controls", "data-bs-target", "data-target", "data-tab", "href")


def label_panels(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    panels = {str(tag["id"]): tag for tag in soup.find_all(id=True)}
    by_label = {
        str(tag["aria-labelledby"]): tag for tag in soup.find_all(attrs={"aria-labelledby": True}, role="tabpanel")
    }
    for tabs in soup.find_all(_is_list_of_tabs, limit=200):
        pairs = [(label, _panel_of(label, panels, by_label)) for label in _labels(tabs)]
        found = [(label, panel) for label, panel in pairs if panel is not None and _is_apart(panel, tabs)]
        if len(found) < 2 or len(found) < len(pairs):
            continue
        name = f"h{min(6, _level_before(tabs) + 1)}"
        for label, panel in found:
            text = text_in(label)
            if not _says(panel, text):
                heading = soup.new_tag(name)
                heading.string = text
                panel.insert(0, heading)
        remove(tabs, "navigation", dropped)


def _is_list_of_tabs(tag: Tag) -> bool:
    if str(tag.get("role") or "") == "tablist":
        return True
    if tag.name not in ("ul", "ol", "div", "nav"):
        return False
    names = tag.get("class") or []
    return any(LISTS.search(name) for name in (names.split() if isinstance(names, str) else names))


def _labels(tabs: Tag) -> list[Tag]:
    named = tabs.find_all(role="tab", limit=60)
    found = named or tabs.find_all(("a", "button"), limit=60)
    return [label for label in found if 0 < len(text_in(label)) <= LONGEST]


def _panel_of(label: Tag, panels: dict[str, Tag], by_label: dict[str, Tag]) -> Tag | None:
    inner = label.find("a", href=True) if label.name not in ("a", "button") else None
    for tag in (label, inner):
        if not isinstance(tag, Tag):
            continue
        for key in TARGETS:
            target = str(tag.get(key) or "")
            if key == "href" and not target.startswith("#"):
                continue
            panel = panels.get(target.lstrip("#"))
            if panel is not None:
                return panel
        if tag.get("id") and str(tag["id"]) in by_label:
            return by_label[str(tag["id"])]
    return None


def _is_apart(panel: Tag, tabs: Tag) -> bool:
    return (
        panel is not tabs
        and panel.name not in HEADING_TAGS
        and all(above is not tabs for above in panel.parents)
        and all(above is not panel for above in tabs.parents)
    )


def _says(panel: Tag, label: str) -> bool:
    """Whether the panel has the label as a heading already, or begins with it."""
    wanted = words_key(label)
    if any(words_key(text_in(heading)) == wanted for heading in panel.find_all(HEADING_TAGS, limit=20)):
        return True
    return words_key(next(iter(panel.stripped_strings), "")) == wanted


def _level_before(tag: Tag) -> int:
    heading = tag.find_previous(HEADING_TAGS)
    return int(heading.name[1]) if isinstance(heading, Tag) else 1
