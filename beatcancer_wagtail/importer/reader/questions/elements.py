"""What single elements are: headings, icons, lines of text; and how their attributes are read."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from bs4.element import Tag

from ..vocabulary import HEADING_TAGS

INLINE = frozenset(
    re.split(
        " ",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr",
    )
)
HIDDEN = frozenset(("script", "style", "template", "noscript", "rt", "rp"))
THINGS = frozenset(
    ("img", "iframe", "video", "audio", "object", "embed", "table", "input", "textarea", "select", "math")
)
_ICON_FILE = re.compile(r"arrow|chevron|caret|plus|minus|icon|toggle|expand|collapse|accordion|\.svg(?:$|[?#])|^data:")
_STATE = re.compile(
    r"(?:is-|has-|--?)?(?:active|open|opened|closed|collapsed|show|shown|hidden|hide|first|last|odd|even|current|selected|expanded|in|\d+)|.*[-_]\d+|.*\d{3,}.*"
)
ICON_CLASSES = (
    "icon",
    "arrow",
    "chevron",
    "caret",
    "indicator",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader",
    "screenreader",
    "plus",
    "minus",
    "material-symbols",
    "glyph",
)


def tokens(tag: Tag) -> list[str]:
    """Classes and id in lower case; attributes that a parser left odd do not matter."""
    value = tag.attrs.get("class") or []
    found = value.split() if isinstance(value, str) else [str(name) for name in value]
    return [name.lower() for name in found[:40]]


def attribute(tag: Tag, name: str) -> str:
    value = tag.attrs.get(name)
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, list) else str(value)


def level_of(tag: Tag) -> int:
    """1 to 6 for a heading, else 0."""
    if tag.name in HEADING_TAGS:
        return int(tag.name[1])
    if attribute(tag, "role").lower() == "heading":
        level = attribute(tag, "aria-level").strip()
        return min(int(level), 6) if level in {"1", "2", "3", "4", "5", "6", "7", "8", "9"} else 2
    return 0


def signature(tag: Tag) -> str:
    """What elements of one kind share: name and classes, without those that only say a state or a place."""
    names = sorted({name for name in tokens(tag) if not _STATE.fullmatch(name)})
    return ".".join([tag.name, *names])


def toggle_words(root: Tag) -> set[str]:
    """What stands last in nearly every control of a page, such as "Show", whatever the language."""
    controls = {
        id(tag): tag for tag in [*root.find_all(attrs={"aria-expanded": True}), *root.find_all(["button", "summary"])]
    }
    texts = [list(islice(tag.stripped_strings, 6)) for tag in controls.values()]
    texts = [text for text in texts if text]
    last = Counter(text[-1] for text in texts if len(text) > 1 and len(text[-1]) <= 20 and text[-1][-1] not in "?？؟;")
    return {word for word, count in last.items() if count >= 2 and count * 5 >= len(texts) * 4}


def is_icon_picture(tag: Tag) -> bool:
    """A small sign beside a question: named so, tiny, or without an address."""
    if tag.name != "img":
        return False
    source = attribute(tag, "src")
    if not source or _ICON_FILE.search(source.lower()) or _ICON_FILE.search(" ".join(tokens(tag))):
        return True
    sizes = [attribute(tag, side).removesuffix("px") for side in ("width", "height")]
    return any(size.isdecimal() and int(size) <= 48 for size in sizes)
