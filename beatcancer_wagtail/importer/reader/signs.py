"""Pictures that stand for words: a formula, a sign, an emoji. Within a sentence they become the text that they stand for."""

from __future__ import annotations

import itertools
import re
import unicodedata

from bs4 import NavigableString, Tag

from ..drops import gettext_noop
from ..markup import BLOCKS
from ..markup.tex import is_tex, readable
from ..outline import Sentence
from .acts import OPENS
from .vocabulary import names_of, words_of_class

WORDLESS = gettext_noop(
    "A picture without a description stands in a sentence: “%(before)s [%(file)s] %(after)s”. Compare it with the source and write what it says."
)
IN_WORDS = gettext_noop(
    "Pictures within sentences that became text: %(number)s. Each stands there in the words of its description, such as %(words)s. Compare them with the source."
)
FORMULA = frozenset(("tex", "latex", "math", "mathjax", "katex", "formula", "equation"))
FORMULA_FILE = re.compile(r"latex|mathtex|mimetex|/math/|/tex/|codecogs", re.I)
EMOJI = frozenset(("emoji", "emojione", "twemoji", "emoticon", "smiley", "smilie", "smilies"))
SPACER = re.compile(
    r"(?:^|[-_/.])(?:blank|spacer|placeholder|transparent|pixel|1x1|clear|shim|trans|dot_?clear)[-_.\d]*(?:x\d+)?\.(?:gif|png|svg)(?:$|[?#])",
    re.I,
)
PHOTO = re.compile(r"\.(?:jpe?g|webp|avif|heic)(?:$|[?#])", re.I)
FLOATS = re.compile(r"float\s*:\s*(?:left|right)|display\s*:\s*block", re.I)
ASIDE = re.compile(
    r"(?:^|[-_])(?:align-?(?:left|right|center)|float|pull-?(?:left|right)|left|right|wp-image|thumb\w*|photo|avatar)(?:$|[-_])",
    re.I,
)
LENGTH = re.compile(r"(?:^|[;\s])(?:(?:max-)?height|width)\s*:\s*([\d.]+)(px|em|ex|rem)", re.I)
FILE_NAME = re.compile(r"\S+\.(?:gif|png|svg|jpe?g|webp|bmp)", re.I)
_SAYS_NOTHING = """
image picture img photo icon graphic logo symbol untitled alt bild foto grafik image1 imagen immagine 图片 画像
"""
SAYS_NOTHING = frozenset(_SAYS_NOTHING.split())
PIXELS = {"px": 1, "em": 16, "rem": 16, "ex": 8}
PIXEL, SMALL, LARGE, UNKNOWN = 2, 32, 64, float("inf")
LONGEST_SIGN, LONGEST_FORMULA = 40, 500
NEAR = 60  # nodes that may stand between a picture and the words beside it
SHOWN = 40  # characters of a sentence
MOST_TOLD = 20
MOST_WORDS = 300  # characters of descriptions


def read_signs(root: Tag) -> tuple[list[str], list[Sentence]]:
    """Puts text for each picture that is a part of a sentence: the texts, and what needs a look, having none."""
    told: list[Sentence] = []
    read: list[str] = []
    for image in root.find_all("img"):
        size = size_of(image)
        if size <= PIXEL or (size == UNKNOWN and SPACER.search(str(image.get("src") or ""))):
            if not image.get("alt") and not any(key.startswith("data-") or key == "srcset" for key in image.attrs):
                put_text(image, "")  # what is loaded later may be a picture, this is a gap
            continue
        text = description_of(image)
        if text and _is_formula(image, size) and len(text) <= LONGEST_FORMULA:
            read.append(readable(text))
            put_text(image, read[-1])
        elif text and _is_emoji(image):
            if any(unicodedata.category(char) == "Sm" for char in text):  # ≥ is no smile
                read.append(text)
            put_text(image, text)
        elif not is_in_control(image):
            _judge(image, text, size, told, read)
    return read, told


def said_of(read: list[str]) -> list[Sentence]:
    words = "”, “".join(dict.fromkeys(read))
    quoted = f"“{words[:MOST_WORDS]}{'…' if len(words) > MOST_WORDS else ''}”"
    return [Sentence(IN_WORDS, number=len(read), words=quoted)] if read else []


def _judge(image: Tag, text: str, size: float, told: list[Sentence], read: list[str]) -> None:
    if size > LARGE and size != UNKNOWN:
        return
    before, after = beside(image, is_after=False), beside(image, is_after=True)
    is_within = bool(re.search(r"\w", before) and after)
    may_be_photo = PHOTO.search(str(image.get("src") or "")) or _stands_aside(image)
    is_sign = size <= SMALL or (size == UNKNOWN and is_within and not may_be_photo)
    if text and len(text) <= LONGEST_SIGN and is_sign and re.search(r"\w", before + after):
        read.append(text)
        put_text(image, text)
    elif not text and is_within and (size <= LARGE or (size == UNKNOWN and not may_be_photo)) and len(told) < MOST_TOLD:
        name = str(image.get("src") or "").split("?")[0].rsplit("/", 1)[-1][:SHOWN]
        told.append(Sentence(WORDLESS, before=before[-SHOWN:].strip(), file=name, after=after[:SHOWN].strip()))


def size_of(image: Tag) -> float:
    """The smaller of its sides in pixels, as far as the page says it."""
    sides = []
    for name in ("width", "height"):
        value = str(image.get(name) or "").strip().lower().removesuffix("px")
        if re.fullmatch(r"\d+(?:\.\d+)?", value):
            sides.append(float(value))
    sides += [float(number) * PIXELS[unit.lower()] for number, unit in LENGTH.findall(str(image.get("style") or ""))]
    return min(sides, default=UNKNOWN)


def description_of(image: Tag) -> str:
    """What the picture says, or "" where its description is none."""
    text = " ".join(str(image.get("alt") or "").split())
    if FILE_NAME.fullmatch(text) or text.casefold().strip(" .:[]()*") in SAYS_NOTHING:
        return ""
    return text if text.strip(" .-_*|•·") else ""


def _names(image: Tag) -> set[str]:
    return {word for name in names_of(image) for word in words_of_class(name)}


def _is_formula(image: Tag, size: float) -> bool:
    """By its TeX, or by the name of its kind; a large picture or a photograph of such a name is about formulas."""
    if is_tex(str(image.get("alt") or "")):
        return True
    src = str(image.get("src") or "")
    if not (FORMULA & _names(image) or FORMULA_FILE.search(src)) or PHOTO.search(src):
        return False
    return size <= LARGE or (size == UNKNOWN and not _stands_aside(image)) or _is_in_sentence(image)


def _is_in_sentence(image: Tag) -> bool:
    return re.search(r"\w", beside(image, is_after=False)) is not None and bool(beside(image, is_after=True))


def _is_emoji(image: Tag) -> bool:
    alt = str(image.get("alt") or "").strip()
    if EMOJI & _names(image):
        return len(alt) <= LONGEST_SIGN
    return bool(alt) and len(alt) <= 8 and not re.search(r"\w", alt) and max(alt) >= "\u2190"


def is_in_control(image: Tag) -> bool:
    for above in itertools.islice(image.parents, 8):
        if above.name in ("a", "button", "summary", "label") or any(above.has_attr(key) for key in OPENS):
            return True
        if above.name in BLOCKS:
            return False
    return False


def _stands_aside(image: Tag) -> bool:
    names = [str(name) for name in image.get_attribute_list("class") if name]
    if image.get("align") in ("left", "right") or any(ASIDE.search(name) for name in names):
        return True
    return FLOATS.search(str(image.get("style") or "")) is not None


def beside(image: Tag, *, is_after: bool) -> str:
    """The text on the same line before or after the picture."""
    parts: list[str] = []
    node: Tag | NavigableString = image
    for _ in range(NEAR):
        sibling = node.next_sibling if is_after else node.previous_sibling
        while sibling is None:
            parent = node.parent
            if parent is None or parent.name in BLOCKS or parent.name == "[document]":
                return _joined(parts, is_after)
            node, sibling = parent, parent.next_sibling if is_after else parent.previous_sibling
        node = sibling
        if isinstance(node, Tag):
            inside = list(itertools.islice(node.descendants, NEAR))
            if node.name == "br" or any(tag.name in BLOCKS for tag in (node, *inside) if isinstance(tag, Tag)):
                break
            parts.append("".join(str(text) for text in inside if type(text) is NavigableString))
        elif type(node) is NavigableString:
            parts.append(str(node))
        if sum(map(len, parts)) > SHOWN * 3:
            break
    return _joined(parts, is_after)


def _joined(parts: list[str], is_after: bool) -> str:
    return " ".join("".join(parts if is_after else reversed(parts)).split())


def put_text(image: Tag, text: str) -> None:
    """In place, since putting a node beside ten thousand others takes a search among them."""
    image.name, image.attrs = "span", {}
    image.clear()
    image.append(NavigableString(text))
