"""Buttons and other elements that open a panel: ``aria-controls``, ``aria-expanded`` and what came before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bs4.element import PageElement, Tag

from .elements import attribute, level_of, signature, tokens
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading

_TARGETS = (
    "aria-controls",
    "data-bs-target",
    "data-target",
    "data-controls",
    "aria-owns",
    "href",
    "data-toggle-target",
    "for",
)
_NEVER = frozenset(("input", "select", "textarea", "option", "html", "body", "main", "nav"))
_ROLES = frozenset(
    (
        "tab",
        "combobox",
        "menuitem",
        "listbox",
        "searchbox",
        "textbox",
        "slider",
        "checkbox",
        "radio",
        "treeitem",
        "menu",
        "option",
    )
)
_TOGGLES = (
    "accordion",
    "accordeon",
    "akkordeon",
    "collapse",
    "collapsible",
    "toggle",
    "expand",
    "faq",
    "question",
    "disclosure",
)


@dataclass(slots=True)
class Control:
    tag: Tag
    question: Tag
    target: Tag | None
    kind: str


def controls_of(reading: Reading) -> list[Control]:
    """All that opens something, each with the element that says what."""
    labelled = _labelled(reading)
    found: list[Control] = []
    seen: set[int] = set()
    for tag in reading.tags:
        kind = _kind(tag)
        if not kind:
            continue
        question = _wording_of(reading, tag)
        if question is None or id(question) in seen:
            continue
        seen.add(id(question))
        found.append(Control(tag, question, _target(reading, tag, question, labelled), kind))
    return found


def controlled_pairs(reading: Reading, controls: list[Control]) -> Iterator[Pair]:
    starts: dict[str, list[int]] = defaultdict(list)
    for control in controls:
        starts[_family(control)].append(reading.start(control.question))
    for places in starts.values():
        places.sort()
    headings = [(reading.start(tag), level_of(tag)) for tag in reading.headings(0, len(reading.nodes))]
    used: set[int] = set()
    for control in controls:
        answer: list[PageElement] = []
        if control.target is not None and id(control.target) not in used:
            used.add(id(control.target))
            answer = [control.target]
        elif control.target is None:
            level = level_of(control.question) or level_of(control.tag) or _level_inside(reading, control.question)
            answer = answer_after(
                reading,
                control.question,
                Stops(starts[_family(control)], len(reading.nodes), level, headings if level else []),
            )
        answer = [node for node in answer if node is not control.tag]
        pair = pair_of(reading, control.question, answer, control.kind)
        if pair:
            if not _inside(control.question, control.tag) and not _inside(control.tag, control.question):
                pair.leftovers.append(control.tag)
            yield pair


def _family(control: Control) -> str:
    """Buttons that look alike: a "Book now" inside an answer does not end it."""
    return control.kind if control.kind == "controlled" else signature(control.tag)


def _kind(tag: Tag) -> str:
    role = attribute(tag, "role").lower()
    if tag.name in _NEVER or role in _ROLES or ("-" in tag.name and tag.name != "button"):
        return ""
    if tag.attrs.get("aria-haspopup"):
        return ""
    is_button = tag.name == "button" or role == "button"
    if (
        "aria-controls" in tag.attrs and len(attribute(tag, "aria-controls").split()) == 1
    ) or "aria-expanded" in tag.attrs:
        return "controlled" if is_button or tag.name == "a" or tag.name not in {"ul", "section", "article"} else ""
    toggle = " ".join(attribute(tag, name).lower() for name in ("data-toggle", "data-bs-toggle", "uk-toggle"))
    if "collapse" in toggle or "accordion" in toggle:
        return "controlled"
    if is_button and attribute(tag, "type").lower() not in {"submit", "reset"}:
        return "button"
    if tag.name == "a" and any(part in name for name in tokens(tag) for part in _TOGGLES):
        link = attribute(tag, "href").strip().lower()
        return "controlled" if not link or link.startswith(("#", "javascript:")) else ""
    if tag.name == "label" and attribute(tag, "for"):
        return "label"
    return ""


def _wording_of(reading: Reading, tag: Tag) -> Tag | None:
    """The control itself, or what stands beside a control that is only an icon or says "Show"."""
    if reading.weight_of(tag):
        return reading.widened(tag)
    node = tag
    for _ in range(3):
        for before in islice(node.previous_siblings, 8):
            if isinstance(before, Tag) and reading.has(before) and reading.weight_of(before):
                return before
        parent = node.parent
        if parent is None or parent is reading.root or not reading.has(parent):
            return None
        if level_of(parent) and reading.weight_of(parent):
            return parent
        node = parent
    return None


def _target(reading: Reading, tag: Tag, question: Tag, labelled: dict[str, Tag]) -> Tag | None:
    own = reading.span(question)
    for name in _TARGETS:
        value = attribute(tag, name).strip()
        if name in {"href", "data-bs-target", "data-target", "data-toggle-target"}:
            value = value[1:] if value.startswith("#") else ""
        if not value or " " in value:
            continue
        panels = reading.by_id.get(value, [])[:50]
        after = [panel for panel in panels if reading.start(panel) >= own[1]]
        for panel in [*after[:1], *panels]:
            start, end = reading.span(panel)
            apart = start >= own[1]
            if apart and panel.name not in _NEVER and reading.shown(start, end) and not level_of(panel):
                return panel
        if name == "for" and panels:
            return None
    for name in (attribute(tag, "id").strip(), attribute(question, "id").strip()):
        panel = labelled.get(name) if name else None
        if panel is not None and reading.start(panel) >= own[1]:
            return panel
    return None


def _labelled(reading: Reading) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for tag in reading.tags:
        value = attribute(tag, "aria-labelledby").strip()
        if value and tag.name in {"div", "section", "dd", "p", "li"} and reading.shown(*reading.span(tag)):
            found.setdefault(value, tag)
    return found


def _level_inside(reading: Reading, tag: Tag) -> int:
    return next((level_of(inner) for inner in reading.headings(*reading.span(tag))[:1]), 0)


def _inside(inner: Tag, outer: Tag) -> bool:
    return inner is outer or any(parent is outer for parent in inner.parents)
