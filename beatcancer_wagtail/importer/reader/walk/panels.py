"""Titles of collapsed panels that are no questions: they head what they open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator

from bs4 import NavigableString, Tag

from beatcancer_wagtail.importer.reader.measure import INLINE
from beatcancer_wagtail.importer.reader.questions.found import FoundAll
from beatcancer_wagtail.importer.reader.questions.wording import is_icon
from beatcancer_wagtail.importer.reader.tab_titles import OF_TAB
from beatcancer_wagtail.importer.reader.walk.folds import folded_panels, signs_of
from beatcancer_wagtail.importer.reader.walk.names import HEADINGS, attribute, role
from beatcancer_wagtail.importer.words import words_key

LONGEST_TITLE = 160
LEAST_IN_LINE = 12
LONGEST_LABEL = 20
MEDIA = ("img", "video", "audio", "iframe")
INTRODUCTION = 250  # characters between a heading and the panels below it
TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
HEADING_NAMES = list(HEADINGS)


def panel_titles(root: Tag, pairs: list[tuple[Tag, Tag]]) -> dict[int, int]:
    """The level of each title, by the ``id()`` of its element."""
    groups: dict[int, tuple[Tag, list[tuple[Tag, Tag, Tag]]]] = {}
    for title, panel in pairs:
        unit = _common(title, panel)
        if unit is None:
            continue
        alone = unit.name == "details" or _is_only(title, panel, unit)
        container = unit.parent if alone and unit is not root and unit.parent is not None else unit
        groups.setdefault(id(container), (container, []))[1].append(
            (title, unit if alone and unit is not root else title, panel)
        )
    levels: dict[int, int] = {}
    panels = [panel for _, members in groups.values() for _, _, panel in members]
    outer = _Outer(root, panels)
    for _container, members in groups.values():
        level = _level(root, members, outer)
        levels.update({id(title): HEADINGS.get(title.name, level) for title, _, _ in members})
    return levels


def text_behind(
    root: Tag, pairs: list[tuple[Tag, Tag]], titles: Collection[int], questions: FoundAll
) -> Iterator[tuple[str, str]]:
    """The title of each last panel of a row with the words that stand behind the row, which come below that title."""
    units = [(title, panel, _common(title, panel)) for title, panel in pairs if id(title) in titles]
    units += [(title, panel, _common(title, panel)) for title, panel in _headed_panels(root, questions)]
    several = Counter(id(unit) for _, _, unit in units)
    panels = [(title, panel if unit in (None, root) or several[id(unit)] > 1 else unit) for title, panel, unit in units]
    panels += [
        (label, label.parent if label.previous_sibling is None else label.find_next_sibling())
        for label in root.find_all(attrs={OF_TAB: True})
    ]
    known = {words_key(title.get_text(" ")) for title, _ in panels}  # some pages have each twice, for small screens
    for title, panel in panels:
        behind = next((text for text in _texts_behind(panel, root) if re.search(r"\w", text)), None)
        if (
            behind is None
            or words_key(behind) in known
            or any(
                id(above) in titles or above.name in HEADINGS or role(above) == "heading" or questions.is_taken(above)
                for above in behind.parents
            )
        ):
            continue
        yield " ".join(title.get_text(" ").split()), " ".join(behind.split())


def _texts_behind(panel: Tag, root: Tag) -> Iterator[NavigableString]:
    tag: Tag | None = panel
    while tag is not None and tag is not root:
        for node in tag.next_siblings:
            if isinstance(node, Tag):
                yield from node.find_all(string=True)
            elif type(node) is NavigableString:
                yield node
        tag = tag.parent


def toggle_labels(root: Tag, titles: Collection[int]) -> dict[int, str]:
    """What in a panel's title only works it: a "+", or words at its end such as "Show", the same in each of the page."""
    found: dict[str, list[Tag]] = {}
    signs: dict[int, str] = {}
    for tag in root.find_all(True):
        if id(tag) in titles:
            signs |= {id(sign): sign.get_text() for sign in signs_of(tag)}
        if tag.name != "summary" and not tag.has_attr("aria-expanded"):
            continue
        parts = [child for child in tag.find_all(True, recursive=False) if re.search(r"\w", child.get_text())]
        text = " ".join(parts[-1].get_text(" ").split()) if len(parts) > 1 else ""
        if text and len(text) <= LONGEST_LABEL:
            found.setdefault(text.casefold(), []).append(parts[-1])
    return signs | {id(tag): text for text, tags in found.items() if len(tags) > 1 or is_icon(text) for tag in tags}


def _headed_panels(root: Tag, questions: FoundAll) -> Iterator[tuple[Tag, Tag]]:
    """Headings of which all is a button, each with the panel that it opens; one alone is no row of them."""
    with_id = _by_id(root)
    found: dict[str, list[tuple[Tag, Tag]]] = {}
    for heading in root.find_all(HEADING_NAMES):
        button = heading if heading.has_attr("aria-expanded") else heading.find(attrs={"aria-expanded": True})
        if button is None or words_key(button.get_text(" ")) != words_key(heading.get_text(" ")):
            continue
        panel = _opened(button, with_id) or heading.find_next_sibling(True)
        if panel is not None and panel is not root and not _is_question(heading, questions):
            found.setdefault(heading.name, []).append((heading, panel))
    for row in found.values():
        if len(row) > 1:
            yield from row


def _by_id(root: Tag) -> dict[str, Tag]:
    with_id: dict[str, Tag] = {}
    for tag in root.find_all(id=True):
        with_id.setdefault(attribute(tag, "id"), tag)
    return with_id


def titles_with_panels(root: Tag, questions: FoundAll) -> Iterator[tuple[Tag, Tag]]:
    with_id = _by_id(root)
    folded = folded_panels(root)
    for tag in root.find_all(True):
        if tag.name == "summary":
            panel = tag.parent
        elif tag.has_attr("aria-expanded") or "collapse" in (
            attribute(tag, "data-toggle"),
            attribute(tag, "data-bs-toggle"),
        ):
            panel = _opened(tag, with_id)
        else:
            panel = folded.get(id(tag))
        if panel is None or panel is root or role(tag) in ("tab", "combobox", "menuitem", "navigation"):
            continue
        if tag.find(HEADING_NAMES) or tag.find_parent(HEADING_NAMES) or _is_question(tag, questions):
            continue
        title = " ".join(tag.get_text(" ").split())
        # A few words in a line explain one of it.
        is_panel = panel.name not in INLINE or _length(panel) >= LEAST_IN_LINE
        if re.search(r"\w", title) and len(title) <= LONGEST_TITLE and is_panel and _holds_something(panel, tag):
            yield tag, panel


def _holds_something(panel: Tag, title: Tag) -> bool:
    """A word is enough: "Never." is a dose too. A picture is one without a word."""
    for part in panel.contents:
        if isinstance(part, Tag):
            if part is title:
                continue
            if part.name in MEDIA or part.find(MEDIA) or any(re.search(r"\w", text) for text in part.stripped_strings):
                return True
        elif type(part) is NavigableString and re.search(r"\w", part):
            return True
    return False


def _opened(tag: Tag, with_id: dict[str, Tag]) -> Tag | None:
    for name in TARGETS:
        target = with_id.get(attribute(tag, name).removeprefix("#"))
        if target is not None:
            return None if target in tag.parents else target
    after = tag.find_next_sibling(True)
    return after if after is not None and after.name in ("div", "section", "ul", "ol", "p") else None


def _is_question(tag: Tag, questions: FoundAll) -> bool:
    if questions.holds(tag) or questions.at(tag) or questions.is_taken(tag):
        return True
    return any(questions.at(parent) or questions.is_taken(parent) for parent in tag.parents if isinstance(parent, Tag))


def _common(title: Tag, panel: Tag) -> Tag | None:
    above = {id(panel)} | {id(parent) for parent in panel.parents}
    return next((parent for parent in title.parents if id(parent) in above), None)


def _is_only(title: Tag, panel: Tag, unit: Tag) -> bool:
    """No second title of the same kind stands in the box of title and panel."""
    like = unit.find_all(
        lambda tag: tag.name == title.name and tag is not panel and tag.attrs.keys() == title.attrs.keys(), limit=2
    )
    return len(like) == 1


def _level(root: Tag, members: list[tuple[Tag, Tag, Tag]], outer: _Outer) -> int:
    inner = [HEADINGS[heading.name] for _, _, panel in members for heading in panel.find_all(HEADING_NAMES)]
    if inner:
        return max(min(inner) - 1, 2)
    first = members[0][1]
    before = first.find_previous_sibling(True)
    if before is None and first.parent is not None and first.parent is not root:
        before = first.parent.find_previous_sibling(True)
    introduced = len(members) > 1 and before is not None and before.name == "p" and _length(before) <= INTRODUCTION
    if introduced and before is not None:
        before = before.find_previous_sibling(True)
    if before is not None and before.name in HEADINGS:
        return min(HEADINGS[before.name] + 1, 6)
    return outer.level_below(first)


class _Outer:
    """The headings of the page that stand in no panel."""

    def __init__(self, root: Tag, panels: list[Tag]):
        inside = {id(panel) for panel in panels}
        self.order = {id(tag): place for place, tag in enumerate(root.find_all(True))}
        self.headings = [
            heading
            for heading in root.find_all(HEADING_NAMES[1:])
            if not any(id(above) in inside for above in heading.parents)
        ]
        self.places = [self.order[id(heading)] for heading in self.headings]
        self.tops: dict[int, int] = {}

    def level_below(self, tag: Tag) -> int:
        """One below the heading before it; of a box that has ended, below its topmost heading, or beside its tabs."""
        before = bisect_left(self.places, self.order[id(tag)])
        if not before:
            return 2
        around = {id(above) for above in tag.parents}
        box = self.headings[before - 1]
        while box.parent is not None and id(box.parent) not in around:
            box = box.parent
        if id(box) not in self.tops:
            inside = [
                heading
                for heading in self.headings[:before]
                if heading is box or any(above is box for above in heading.parents)
            ]
            top = min(inside, key=lambda heading: HEADINGS[heading.name])
            beside = top is not box and top.has_attr(OF_TAB)  # tabs that have ended: panels like these
            self.tops[id(box)] = HEADINGS[top.name] - beside
        return min(self.tops[id(box)] + 1, 6)


def _length(tag: Tag) -> int:
    return len(" ".join(tag.get_text(" ").split()))
