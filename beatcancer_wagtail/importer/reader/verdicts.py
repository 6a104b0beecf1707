"""Ticks and crosses of a font of icons, which only their names tell apart: where they say yes and no, they become signs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from bs4 import NavigableString, Tag

from ..drops import gettext_noop
from ..outline import Sentence, listing
from .acts import OPENERS, has_words
from .drawings import drawing_text
from .icons import CELLS, MARKS, NEAR, is_empty
from .signs import LARGE, UNKNOWN, beside, is_in_control, put_text, size_of
from .vocabulary import classes_of, words_in_name

NAMED = gettext_noop(
    "Icons that say yes or no became signs, by their names in the page's mark-up: “%(words)s”. Compare them with the source."
)
SHOWN, AROUND = 300, 40  # characters
TICK, CROSS, EMPTY = "✓", "✗", "☐"
SHOWN_SIGNS = "✓✗☑☐✔✘✅❌"
_FAMILIES = """
fa fas far fal fab fad bi glyphicon dashicons icon icons ico icofont eicon mdi md ti la las lar ri ion feather uil bx bxs bxr ph lni fi el
material symbol symbols
"""
FAMILIES = frozenset(_FAMILIES.split())
_LOOKS = """
circle circled square o alt solid regular light thin bold fill filled outline outlined round rounded sharp duotone mark sign large small big
lg sm xl xs green red grey gray black white color svg img s l b
"""
LOOKS = frozenset(_LOOKS.split())
ALONE = {"check": TICK, "checkmark": TICK, "tick": TICK, "yes": TICK, "cross": CROSS, "xmark": CROSS, "no": CROSS}
_TICKS = "ok done success correct accept allowed thumbs-up thumb-up thumbsup checkbox-marked checkbox-checked"
_CROSSES = "times x ban remove cancel close wrong incorrect prohibited forbidden not-allowed block blocked slash thumbs-down thumb-down thumbsdown"
_EMPTIES = "unchecked checkbox-blank checkbox-unchecked check-blank"
SIGNS = {
    **ALONE,
    **dict.fromkeys(_TICKS.split(), TICK),
    **dict.fromkeys(_CROSSES.split(), CROSS),
    **dict.fromkeys(_EMPTIES.split(), EMPTY),
}
# A cross before these says what they say.
NEGATIVE = re.compile(
    r"\W*(?:no|not|none|do not|do(?:es)?n['’]t|never|avoid|stop|nicht|kein\w*|nie|niemals|vermeiden|ne|n['’]|non|jamais|évite[rz]|pas|nunca|evit\w+|mai"
    r"|niet|geen|nooit|vermijd|não|لا|ليس|تجنب|ممنوع)\b|\W*(?:un(?:safe|suitable)|forbidden|prohibited|verboten|interdit|prohibido|vietato|proibido)",
    re.I,
)
GROUPS = ("ul", "ol", "dl", "table")
DEEP = 40
MOST_NODES = 200
CLOSES = frozenset(("close", "cancel", "remove", "slash", "block"))
ACTS_BY = frozenset(
    ("onclick", "@click", "x-on:click", "v-on:click", "ng-click", "data-dismiss", "data-bs-dismiss", "tabindex")
)
NO_SIGN = re.compile(r":|^block$|x-(?:small|large)$")  # of a style sheet: how something looks, and on which screen


def read_verdicts(root: Tag) -> list[Sentence]:
    """Puts the signs where they say something: crosses, and all signs of a list or table that has several."""
    found = [(tag, sign, group_of(tag)) for tag in root.find_all(["svg", *MARKS]) if (sign := _sign_of(tag))]
    # Outside lists and tables a cross that closes, and a square, are parts of a box.
    found = [one for one in found if one[2] or not (one[1] == EMPTY or has_words(one[0], CLOSES))]
    kinds: dict[int, set[str]] = {}
    for _, sign, group in found:
        kinds.setdefault(group, set()).add(sign)
    put = [line for tag, sign, group in found if (line := _put(tag, sign, root, is_mixed=len(kinds[group]) > 1))]
    put += _named_boxes(root)
    return listing(NAMED, put, SHOWN)


def _named_boxes(root: Tag) -> list[str]:
    """Items and empty cells that a style sheet marks: some of a list or table are called "yes" and some "no"."""
    kinds: dict[int, list[tuple[Tag, str]]] = {}
    for tag in root.find_all(["li", "td"]):
        signs = {sign for name in classes_of(tag) if (sign := _sign_in(name, is_icon=False))}
        if len(signs) == 1 and not opens_panel(tag):
            kinds.setdefault(id(tag.parent) if tag.name == "li" else group_of(tag), []).append((tag, signs.pop()))
    put = []
    kinds = {key: group for key, group in kinds.items() if not _is_form(group)}
    for tag, sign in (found for group in kinds.values() if len({sign for _, sign in group}) > 1 for found in group):
        text = _first_text(tag)
        if text is None and tag.name == "td" and not tag.find(["img", "svg"]):
            tag.append(NavigableString(sign))
            put.append(_line_of(tag))
        elif text is not None and tag.name == "li" and text.strip()[0] not in SHOWN_SIGNS and not NEGATIVE.match(text):
            text.replace_with(NavigableString(f"{sign} {text.lstrip()}"))
            put.append(f"{sign} {' '.join(text.split())}"[:AROUND])
    return put


def _is_form(group: list[tuple[Tag, str]]) -> bool:
    """Whether all rows have the same signs: a table to be filled in."""
    rows: dict[int, str] = {}
    for tag, sign in group:
        if tag.name == "td":
            rows[id(tag.parent)] = rows.get(id(tag.parent), "") + sign
    return len(set(rows.values())) == 1 and len(set("".join(rows.values()))) > 1


def _line_of(cell: Tag) -> str:
    return " ".join(" ".join(_texts(cell.parent)).split())[:AROUND]


def _sign_of(tag: Tag) -> str:
    if "class" not in tag.attrs and "data-icon" not in tag.attrs and tag.name != "svg":
        return ""
    names = set(_names(tag))
    wrap = tag.parent
    if tag.name == "svg" and wrap is not None and wrap.name in MARKS and not _first_text(wrap):
        names |= set(_names(wrap))
    is_icon = tag.name == "svg" or any(not FAMILIES.isdisjoint(words_in_name(name)) for name in names)
    signs = {sign for name in names if (sign := _sign_in(name, is_icon=is_icon))}
    if len(signs) != 1 or is_in_control(tag) or opens_panel(tag) or _is_pressed(tag):
        return ""
    if tag.name == "svg":
        return "" if drawing_text(tag) or LARGE < size_of(tag) < UNKNOWN else signs.pop()
    return signs.pop() if is_empty(tag) else ""


def _is_pressed(tag: Tag) -> bool:
    near = (tag, *itertools.islice(tag.parents, 2))
    return any(one.get("role") == "button" or not ACTS_BY.isdisjoint(one.attrs) for one in near)


def _names(tag: Tag) -> Iterator[str]:
    yield from classes_of(tag)
    yield str(tag.get("data-icon") or "")
    for use in tag.find_all("use", limit=1) if tag.name == "svg" else ():
        address = str(use.get("href") or use.get("xlink:href") or "")
        yield address.rpartition("#")[2]


@lru_cache(maxsize=4096)
def _sign_in(name: str, *, is_icon: bool) -> str:
    if NO_SIGN.search(name):
        return ""
    words = words_in_name(name)
    last = max((place for place, word in enumerate(words) if word in FAMILIES), default=-1)
    rest = words[last + 1 :] or words[: max(last, 0)]
    if "no" in words[:-1] and words[-1] != "alt":
        return ""  # "no-fill" says what the icon lacks
    key = "-".join(word for word in rest if word not in LOOKS)
    if not key and is_icon and "square" in rest:
        return EMPTY
    return (SIGNS if is_icon else ALONE).get(key, "")


def opens_panel(tag: Tag) -> bool:
    """Whether it works an item, as a box around it says."""
    for above in itertools.islice(tag.parents, NEAR):
        if has_words(above, OPENERS):
            return True
        if above.name in ("li", *CELLS):
            return False
    return False


def group_of(tag: Tag) -> int:
    """The list or table that it stands in, by its ``id()``, or 0."""
    groups = [id(above) for above in itertools.islice(tag.parents, DEEP) if above.name in GROUPS]
    return groups[-1] if groups else 0


def _put(tag: Tag, sign: str, root: Tag, *, is_mixed: bool) -> str:
    """The line that has the sign now, or "" where the icon is decoration."""
    before, after = beside(tag, is_after=False), beside(tag, is_after=True)
    says = is_mixed or sign == CROSS
    if after and not before:
        if not says or (sign == CROSS and NEGATIVE.match(after)):
            return ""
        put_text(tag, f"{sign} ")
        return f"{sign} {after[:AROUND]}".strip()
    if before:
        if not is_mixed:
            return ""
        put_text(tag, f" {sign} ")
        return f"{before[-AROUND:]} {sign} {after[:AROUND]}".strip()
    above = next((above for above in itertools.islice(tag.parents, NEAR) if above.name in CELLS), None)
    if above is not None and not _first_text(above):
        if not is_mixed and sign == EMPTY:
            return ""
        put_text(tag, sign)
        return _line_of(above)
    return _put_before_card(tag, sign, root) if says else ""


def _put_before_card(tag: Tag, sign: str, root: Tag) -> str:
    """In a box of its own the icon belongs to the words of the box around both, if it stands before all of them."""
    following = (node for node in itertools.islice(tag.next_elements, DEEP) if type(node) is NavigableString)
    text = next((node for node in following if node.strip()), None)
    if text is None or NEGATIVE.match(text):
        return ""
    for above in itertools.islice(tag.parents, NEAR):
        if above is root or above.name in (*GROUPS, "tr", *CELLS):
            return ""
        if first := _first_text(above):
            if first is not text:
                return ""
            said = f"{sign} {text.lstrip()}"
            text.replace_with(NavigableString(said))
            return " ".join(said.split())[:AROUND]
    return ""


def _texts(tag: Tag) -> Iterator[NavigableString]:
    """Those that come soon; a cell may hold ten thousand icons."""
    return (node for node in itertools.islice(tag.descendants, MOST_NODES) if type(node) is NavigableString)


def _first_text(tag: Tag) -> NavigableString | None:
    return next((node for node in _texts(tag) if node.strip()), None)
