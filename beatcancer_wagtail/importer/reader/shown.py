"""What readers see though it is no text in the mark-up: values of fields in a text, ticks, titles in the attributes of a
site's own elements, and pages written into a frame."""

from __future__ import annotations

import re
from itertools import islice

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from ..markup import BLOCKS
from ..words import words_key
from .found import CannotRead
from .shapes import block_above, loose_length
from .signs import put_text
from .soup import MAX_TAGS, TOO_MANY_TAGS, Soup, soup_of
from .verdicts import EMPTY, group_of, opens_panel
from .vocabulary import class_reason

TYPES = ("", "text", "number", "date", "tel", "time")
IN_TEXT = ("p", "li", "td", "th", "dt", "dd")
ADDRESS = re.compile(r"https?:|www\.|\S+@", re.I)  # to be copied
LONGEST = 500  # characters
TICKED = "☑"
TICKED_IN = ("li", "td", "th")
BOXES = ("p", "div", "ul", "ol", "section", "h2", "h3", "h4")
HEADS = ("question", "heading", "header", "headline", "summary")
HEADS_OF_BLOCKS = ("title", "label")  # of a word in a sentence they are a hint for the mouse
# Values for a script or a style sheet: a title begins with a capital letter where the script has them.
NO_HEAD = re.compile(
    r"(?:[Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Nn]one|[Aa]uto|H[1-6])|[a-z:].*|\w+(?:[-_]\w+)+|.*\{\{.*", re.S
)
LONGEST_HEAD = 200
MOST_NODES = 60  # that are looked at in an element


def show_fields(soup: Soup) -> None:
    """The value of a field within a sentence or a cell becomes a part of it, and so does what is ticked."""
    fields = soup.find_all(["input", "textarea"])
    _show_ticks([field for field in fields if str(field.get("type")).casefold() == "checkbox"])
    loose: dict[int, int] = {}  # of each block once, which may have ten thousand fields
    for field in fields:
        value = str(field.get("value") or "") if field.name == "input" else field.get_text()
        if not re.search(r"\w", value) or len(value) > LONGEST or ADDRESS.match(value.strip()):
            continue
        kind, block = str(field.get("type") or "").casefold(), block_above(field)
        if kind not in (*TYPES, "button") or block is None:
            continue
        is_fixed = kind != "button" and (field.has_attr("readonly") or field.has_attr("disabled"))
        if id(block) not in loose:
            loose[id(block)] = loose_length(block)
        if _is_within_words(field) or (is_fixed and (block.name in IN_TEXT or loose[id(block)] > 1)):
            before, after = _letter(field.previous_sibling, -1), _letter(field.next_sibling, 0)
            field.name, field.attrs = "span", {}
            field.clear()
            field.append(NavigableString(f"{' ' * before}{value.strip()}{' ' * after}"))


def _is_within_words(field: Tag) -> bool:
    return all(
        isinstance(node, NavigableString) and re.search(r"\w", node)
        for node in (field.previous_sibling, field.next_sibling)
    )


def _letter(node: object, place: int) -> bool:
    """Whether the text beside the field begins or ends right there."""
    return isinstance(node, NavigableString) and re.match(r"\w", node[place:][:1]) is not None


def _show_ticks(found: list[Tag]) -> None:
    """Boxes of one list or table, of which some are ticked. Those to be ticked are alike, and some open a panel of text."""
    fields: dict[int, list[Tag]] = {}
    holds_panel: dict[int, bool] = {}  # of each item once
    for field in found:
        item = field.find_parent(TICKED_IN)
        if item is None or opens_panel(field):
            continue
        if id(item) not in holds_panel:
            holds_panel[id(item)] = item.name == "li" and item.find(BOXES) is not None
        if not holds_panel[id(item)]:
            fields.setdefault(group_of(field), []).append(field)
    for group in fields.values():
        ticked = [field.has_attr("checked") for field in group]
        if any(ticked) and not all(ticked):
            for field, is_ticked in zip(group, ticked, strict=True):
                put_text(field, f" {TICKED if is_ticked else EMPTY} ")


def show_frames(soup: Soup) -> None:
    """A page that is written into a frame, and not fetched, stands in the page. Raises CannotRead where it is too much."""
    seen = soup.tags_seen
    for frame in soup.find_all("iframe", srcdoc=re.compile("<|\\w")):
        if str(frame.get("src") or "about:blank").strip().casefold() != "about:blank":
            continue  # a film that is fetched after a click
        if class_reason(frame)[0] == "advert":
            continue
        inner = soup_of(str(frame["srcdoc"]))
        seen += inner.tags_seen
        if seen > MAX_TAGS:
            raise CannotRead("large", TOO_MANY_TAGS, number=MAX_TAGS)
        frame.name = "div"
        frame.attrs = {name: frame[name] for name in ("class", "id") if frame.has_attr(name)}
        body = inner.body or inner
        for node in list(body.contents):
            if isinstance(node, Tag) or type(node) is NavigableString:
                frame.append(node.extract())


def show_titles(soup: Soup) -> None:
    """``<x-item header="Children">`` shows "Children" above what it holds, as if that stood in its slot for the heading."""
    for tag in soup.find_all(lambda tag: "-" in tag.name):
        near = list(islice(tag.descendants, MOST_NODES))
        texts = [words_key(node) for node in near if type(node) is NavigableString and re.search(r"\w", node)]
        answer = str(tag.get("answer") or "").strip() if tag.get("question") and not texts else ""
        if answer and not NO_HEAD.fullmatch(answer):
            tag.append(_part(soup, answer, ""))
        elif not texts or any(node.parent is tag and _is_head(node) for node in near):
            continue
        is_block = answer or any(isinstance(node, Tag) and node.name in BLOCKS for node in near)
        keys = (*HEADS, *HEADS_OF_BLOCKS) if is_block else HEADS if _stands_alone(tag) else ()
        if tag.find("table") is not None:
            keys = tuple(key for key in keys if key != "summary")  # which says how the table is built
        head = next((text for key in keys if (text := str(tag.get(key) or "").strip())), "")
        if not re.search(r"[^\W\d_]", head) or len(head) > LONGEST_HEAD or NO_HEAD.fullmatch(head):
            continue
        if words_key(head) not in texts:
            tag.insert(0, _part(soup, head, "heading"))


def _is_head(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.get("slot") in (*HEADS, *HEADS_OF_BLOCKS)


def _part(soup: Soup, text: str, slot: str) -> Tag:
    part = soup.new_tag("p", attrs={"slot": slot} if slot else {})
    part.string = text
    return part


def _stands_alone(tag: Tag) -> bool:
    """Not within the words of a line."""
    beside = (tag.previous_sibling, tag.next_sibling)
    return not any(type(node) is NavigableString and node.strip() for node in beside)
