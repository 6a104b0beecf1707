"""Labels of tabs become headings of their panels, since a list of tabs says nothing where all panels are shown.

Which panel a label opens is said by an id (``aria-controls``, ``href``, ``data-…``, a name in a script), or by the order
alone: as many boxes that look alike as there are labels. Labels that open nothing known stay where they are, as text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, Tag

from ..outline import Dropped
from ..words import words_key
from .buttons import acts, may_be_label
from .own_tabs import told_by_elements
from .panes import PANES, Places, boxes_in_order, names_a_place
from .presses import boxes_of, keep_buttons, may_show_boxes, rows_of_buttons
from .prune import remove, text_in
from .shapes import loose_length
from .tab_titles import PANELS, entitle
from .vocabulary import HEADING_TAGS, class_reason, names_of

LISTS = re.compile(
    r"(?:^|[-_ ])(?:nav-?tabs|tabs?(?:-?(?:nav|list|menu|links|labels|titles|header|headers|controls))?)(?:$|[-_ ])",
    re.I,
)
WHOLE = re.compile(r"(?:^|[-_ ])tabs$", re.I)
LONGEST = 100
MOST = 200
BOXES = ("div", "section", "article")
NEAR = 4  # elements around
LABELS = ("a", "button", "li", "span", "div", "label")
NO_LABEL_HOLDS = ("p", "div", "ul", "ol", "table", "img", "a", "button", *HEADING_TAGS)


def label_panels(soup: BeautifulSoup, dropped: list[Dropped]) -> None:
    places = Places(soup)
    rows = list(rows_of_buttons(soup))
    for labels in rows:
        if panels := boxes_of(labels, by_order=False):
            _entitle_all(soup, labels, panels, dropped)
    unmatched: list[tuple[Tag, list[Tag]]] = []
    named = [inner for tag in soup.find_all(_is_list_of_tabs, limit=MOST) for inner in (tag, *_first_in(tag))]
    for tabs in {id(tag): tag for tag in named}.values():
        labels = _labels(tabs)
        if not _stands_in(tabs, soup) or len(labels) < 2:
            continue
        panels = [panel for panel in _told(labels, tabs, places) if _stands_in(panel, soup)]
        is_list = words_key(text_in(tabs)) == words_key(" ".join(map(text_in, labels)))
        if not panels and is_list and not any(map(_leads_away, labels)):
            panels = boxes_in_order(tabs, labels)
            if not panels:
                unmatched.append((tabs, labels))
        if len(panels) == len(labels):
            entitle(soup, labels, panels, tabs)
            for tag in [tabs] if is_list else labels:  # what else stands in it is text
                remove(tag, "navigation", dropped)
    told = (_told_by_scripts(soup, places), _told_by_links(soup, places), _radios(soup), told_by_elements(soup))
    for labels, panels in [pair for pairs in told for pair in pairs]:
        if all(_stands_in(label, soup) for label in labels):
            _entitle_all(soup, labels, panels, dropped)
    for labels in rows:
        if not all(_stands_in(label, soup) for label in labels):
            continue
        if panels := boxes_of(labels, by_order=True):
            _entitle_all(soup, labels, panels, dropped)
        elif may_show_boxes(labels):
            keep_buttons(labels)
    for tabs, labels in unmatched:
        if _stands_in(tabs, soup) and all(re.search(r"[^\W\d_]", text_in(label)) for label in labels):
            _keep(tabs, labels)


def _stands_in(tag: Tag, soup: BeautifulSoup) -> bool:
    return any(above is soup for above in tag.parents)


def _is_list_of_tabs(tag: Tag) -> bool:
    if str(tag.get("role") or "") == "tablist":
        return True
    return tag.name in ("ul", "ol", "div", "nav") and any(LISTS.search(name) for name in names_of(tag))


def _first_in(tag: Tag) -> Iterator[Tag]:
    """The list at the beginning of a box that is called tabs as a whole."""
    inner = tag.find(True, recursive=False)
    for _ in range(2 if any(WHOLE.search(name) for name in names_of(tag)) else 0):
        if inner is None or inner.name not in ("ul", "ol", "div", "nav"):
            return
        yield inner
        inner = inner.find(True, recursive=False)


def _labels(tabs: Tag) -> list[Tag]:
    found = tabs.find_all(role="tab", limit=60) or tabs.find_all(("a", "button"), limit=60)
    if not found:
        is_list = tabs.name in ("ul", "ol") and _is_list_of_tabs(tabs)
        inner = tabs.find_all(LABELS, recursive=False, limit=60)
        found = [tag for tag in inner if (is_list or names_a_place(tag)) and tag.find(NO_LABEL_HOLDS) is None]
    return [label for label in found if 0 < len(text_in(label)) <= LONGEST]


def _leads_away(label: Tag) -> bool:
    links = [label] if label.name == "a" else label.find_all("a")
    addresses = [str(link.get("href") or "#").strip().lower() for link in links]
    return any(not address.startswith(("#", "javascript:")) for address in addresses) or acts(text_in(label))


def _told(labels: list[Tag], tabs: Tag, places: Places) -> list[Tag]:
    """The panels, where the page itself says which is whose, for all labels but none."""
    panels = [panel for label in labels if (panel := places.panel_of(label)) is not None and _is_apart(panel, tabs)]
    return panels if len({id(panel) for panel in panels}) == len(labels) else []


def _told_by_scripts(soup: BeautifulSoup, places: Places) -> Iterator[tuple[list[Tag], list[Tag]]]:
    """Labels side by side, called anything at all, each of which names its panel for a script."""
    rows: dict[int, list[tuple[Tag, Tag]]] = defaultdict(list)
    for label in soup.find_all(lambda tag: tag.name in LABELS and names_a_place(tag)):
        text = text_in(label) if label.find(NO_LABEL_HOLDS) is None else ""
        if not may_be_label(text, LONGEST):
            continue
        row = label.parent if label.parent is None or label.parent.name != "li" else label.parent.parent
        panel = places.with_id_named_by(label)
        if row is None or panel is None or not _is_apart(panel, label):
            continue
        if not class_reason(panel)[0] and not panel.get("role") and panel.name in PANES:
            rows[id(row)].append((label, panel))
    for row in rows.values():
        if len({id(panel) for _, panel in row}) != len(row) or loose_length(row[0][0].parent):
            continue
        if 1 < len(row) <= MOST and len({panel.name for _, panel in row}) == 1:
            yield [label for label, _ in row], [panel for _, panel in row]


def _told_by_links(soup: BeautifulSoup, places: Places) -> Iterator[tuple[list[Tag], list[Tag]]]:
    """Links side by side to boxes side by side that have no headings, so that nothing else says which box is whose.

    Where the boxes have headings the links are a list of contents.
    """
    rows: dict[int, tuple[Tag, list[Tag]]] = {}
    for label in soup.find_all("a", href=re.compile("^#.")):
        row = label.parent.parent if label.parent.name == "li" else label.parent
        if row is not None:
            rows.setdefault(id(row), (row, []))[1].append(label)
    for row, labels in rows.values():
        texts = [text_in(label) for label in labels[: MOST + 1]]
        if not 1 < len(labels) <= MOST or not all(may_be_label(text, LONGEST) for text in texts):
            continue
        if words_key(text_in(row)) != words_key(" ".join(texts)):
            continue
        panels = [panel for panel in _told(labels, row, places) if panel.name in BOXES and text_in(panel)]
        if len(panels) == len(labels) and _stand_together(panels, row):
            yield labels, panels


def _stand_together(panels: list[Tag], row: Tag) -> bool:
    """Right behind one another, in a box that holds their labels too or stands beside them."""
    box = panels[0].parent
    around = list(islice(row.parents, NEAR))
    if box is None or not any(above is box or above is box.parent for above in around):
        return False
    if any(above.name in ("header", "footer") for above in (row, *around)):
        return False
    after = islice((tag for tag in panels[0].next_siblings if isinstance(tag, Tag)), len(panels) - 1)
    in_turn = [id(panels[0]), *map(id, after)]
    has_titles = any(panel.find(HEADING_TAGS) is not None or class_reason(panel)[0] for panel in panels)
    return in_turn == list(map(id, panels)) and not has_titles


def _radios(soup: BeautifulSoup) -> Iterator[tuple[list[Tag], list[Tag]]]:
    """Tabs without a script: of radio buttons one is on, and a style sheet shows what stands behind it."""
    groups: dict[str, list[Tag]] = defaultdict(list)
    radios = soup.find_all("input", type="radio", id=True)
    labels = {str(label.get("for")): label for label in soup.find_all("label", attrs={"for": True})} if radios else {}
    for radio in radios:
        label = labels.get(str(radio["id"]))
        if label is not None and 0 < len(text_in(label)) <= LONGEST:
            groups[str(radio.get("name"))].append(label)
    for group in groups.values():
        if not 1 < len(group) <= MOST:
            continue
        after = [label.find_next_sibling(lambda tag: tag.name != "input") for label in group]
        if all(panel is not None and panel.name in PANELS and text_in(panel) for panel in after):
            panels = [panel for panel in after if panel is not None]
        else:
            panels = []
        if len({id(panel) for panel in panels}) < len(group):
            panels = boxes_in_order(group[-1], group)
        if panels:
            yield group, panels


def _entitle_all(soup: BeautifulSoup, labels: list[Tag], panels: list[Tag], dropped: list[Dropped]) -> None:
    entitle(soup, labels, panels, labels[0])
    for label in labels:
        remove(label, "navigation", dropped)


def _keep(tabs: Tag, labels: list[Tag]) -> None:
    """Without what makes them look like a menu: which panel they head is for people to find out."""
    for tag in (tabs, *tabs.find_all(True)):
        del tag["role"], tag["class"]
    if tabs.name in ("nav", "menu"):
        tabs.name = "div"
    for label in labels:
        if label.name in ("button", "a"):
            label.name = "span" if label.find_parent("li") else "p"


def _is_apart(panel: Tag, tabs: Tag) -> bool:
    return (
        panel is not tabs
        and panel.name not in HEADING_TAGS
        and all(above is not tabs for above in panel.parents)
        and all(above is not panel for above in tabs.parents)
    )
