"""What somebody would put right in a draft: headings that head nothing any more, and labels of steps that are headings."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from bs4 import NavigableString, Tag

from ..outline import Dropped
from .measure import UNSEEN
from .prune import remove, text_in
from .vocabulary import HEADING_TAGS

THINGS = ("img", "picture", "video", "audio", "iframe", "object", "table", "amp-img")
STEP = re.compile(
    r"(?:step|stage|schritt|étape|etape|paso|passo|passaggio|fase|stap|steg|trinn|trin|vaihe|krok|шаг|крок|adım|langkah|bước|خطوة|الخطوة|שלב|단계)\s*(?P<number>\d{1,2})\s*[:.]?"
    r"|第?\s*(?P<before>\d{1,2})\s*(?:步|단계|ステップ)\s*[:：]?|(?:步骤|步驟|ステップ|手順)\s*(?P<after>\d{1,2})\s*[:：]?",
    re.I,
)
LONGEST_TEXT = 80  # characters, spaces around it too
NO_LABEL = ("li", "td", "th", "dt", "dd", "summary", "button", "a", "label", "figcaption", "caption", *HEADING_TAGS)
MOST_NODES = 200


def take_out_bare_headings(root: Tag, reasons: dict[int, tuple[Tag, str]], dropped: list[Dropped]) -> None:
    """``reasons``: the headings below which something was left out, with why; the last ones first go with it."""
    for heading, reason in reversed(reasons.values()):
        bare: Tag | None = heading
        while bare is not None and bare.name != "h1" and any(above is root for above in bare.parents):
            if not _is_bare(bare, root):
                break
            above = bare.find_previous(HEADING_TAGS)
            remove(bare, reason, dropped)
            bare = above if above is not None and above.name < bare.name else None


def _is_bare(heading: Tag, root: Tag) -> bool:
    for count, node in enumerate(_after(heading, root)):
        if count > MOST_NODES:
            return False
        if isinstance(node, Tag):
            if node.name in HEADING_TAGS and text_in(node):
                return node.name <= heading.name
            if node.name in THINGS:
                return False
        elif (
            type(node) is NavigableString
            and node.strip()
            and node.parent is not None
            and node.parent.name not in UNSEEN
        ):
            return False
    return True


def _after(tag: Tag, root: Tag) -> Iterator[Tag | NavigableString]:
    """What follows the element within the content."""
    last: Tag | NavigableString = root
    while isinstance(last, Tag) and last.contents:
        last = last.contents[-1]
    node: Tag | NavigableString = tag
    while isinstance(node, Tag) and node.contents:
        node = node.contents[-1]
    while node is not last and node.next_element is not None:
        node = node.next_element
        yield node


def name_steps(root: Tag) -> None:
    """Lines that say "Step 1", "Step 2" and so on become headings, or the beginning of the heading that follows them."""
    labels = list(_labels(root))
    numbers = [_number(text_in(tag)) for tag in labels]
    steps = list(itertools.pairwise(numbers))
    if all(later != number + 1 for number, later in steps) or any(
        later not in (1, number + 1) for number, later in steps
    ):
        return
    level = 1
    for label, number in zip(labels, numbers, strict=True):
        following = next((node for node in _after(label, root) if _is_shown(node) or _is_thing(node)), None)
        heading = following.find_parent(HEADING_TAGS) if isinstance(following, NavigableString) else None
        if heading is not None:
            sign = "" if text_in(label).endswith((":", "：", ".")) else ":"
            heading.insert(0, NavigableString(f"{text_in(label)}{sign} "))
            _take_out(label, heading)
        else:
            if number == numbers[0]:
                above = label.find_previous(HEADING_TAGS)
                is_inside = above is not None and any(parent is root for parent in above.parents)
                level = int(above.name[1]) if above is not None and is_inside else 1
            label.name = f"h{min(level + 1, 6)}"


def _take_out(label: Tag, heading: Tag) -> None:
    """Links to the label lead to the heading; where it has a place of its own already, the label's stays, empty."""
    names = [tag for tag in (label, *label.find_all(True)) if tag.get("id") or tag.get("name")]
    if names and not heading.get("id"):
        heading["id"] = str(names[0].get("id") or names[0].get("name"))
        names = names[1:]
    if names:
        for text in label.find_all(string=True):
            text.extract()
    else:
        label.extract()


def _labels(root: Tag) -> Iterator[Tag]:
    for text in root.find_all(string=_is_label):
        if text.find_parent(NO_LABEL):
            continue
        tag = text.parent
        while (
            tag.parent is not None
            and tag.parent is not root
            and len(text_in(tag.parent)) == len(text_in(tag))
            and tag.parent.find(THINGS) is None
        ):
            tag = tag.parent
        if tag.find(THINGS) is not None:
            continue
        beside = [node for node in (tag.previous_sibling, tag.next_sibling) if node is not None and _is_shown(node)]
        if tag is not root and not any(isinstance(node, NavigableString) for node in beside):
            yield tag


def _is_label(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and STEP.fullmatch(text.strip()) is not None


def _is_shown(node: object) -> bool:
    return isinstance(node, NavigableString) and bool(node.strip())


def _is_thing(node: object) -> bool:
    return isinstance(node, Tag) and node.name in THINGS


def _number(text: str) -> int:
    return int(re.findall(r"\d+", text)[0])
