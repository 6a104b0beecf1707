"""Labels of tabs as headings of their panels: in the panel, or before it, a level below what stands above the row."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from ..words import words_key
from .prune import text_in
from .shapes import element_before
from .vocabulary import HEADING_TAGS

OF_TAB, BEFORE = "data-bc-tab", "before"  # marks the headings that were labels, and that stand before their panel
PANELS = ("div", "section", "article", "li", "td", "main", "dd")  # what a heading can stand in


def entitle(soup: BeautifulSoup, labels: list[Tag], panels: list[Tag], place: Tag) -> None:
    name = f"h{min(6, _level_before(place) + 1)}"
    for label, panel in zip(labels, panels, strict=True):
        text = text_in(label)
        if not _says(panel, text):
            is_in_it = panel.name in PANELS
            heading = soup.new_tag(name, attrs={OF_TAB: "" if is_in_it else BEFORE})
            heading.string = text
            if is_in_it:
                panel.insert(0, heading)
            else:
                panel.insert_before(heading)


def _says(panel: Tag, label: str) -> bool:
    """Whether the panel has the label as a heading already, or begins with it."""
    wanted = words_key(label)
    if any(words_key(text_in(heading)) == wanted for heading in panel.find_all(HEADING_TAGS, limit=20)):
        return True
    return words_key(next(iter(panel.stripped_strings), "")) == wanted


def _level_before(tag: Tag) -> int:
    """Of the heading that the labels stand below. What stands in a panel of other tabs, which have ended, is none."""
    heading = tag.find_previous(HEADING_TAGS)
    if not isinstance(heading, Tag):
        return 1
    level, around = int(heading.name[1]), {id(above) for above in tag.parents}
    for box in (heading, *heading.parents):
        if id(box) in around:
            break
        if (label := _label_of(box)) is not None:
            level = int(label.name[1]) - 1
    return level


def _label_of(box: Tag) -> Tag | None:
    """The heading that a panel got, in it or before it."""
    first, before = box.find(True, recursive=False), element_before(box)
    if first is not None and first.has_attr(OF_TAB):
        return first
    return before if before is not None and before.get(OF_TAB) == BEFORE else None
