"""Pictures, lazy ones too, and which caption belongs to which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from beatcancer_wagtail.importer.markup.addresses import FETCHED, PICTURE_FILE, safe_address
from beatcancer_wagtail.importer.markup.spans import escaped
from beatcancer_wagtail.importer.outline import Embed, Node, Picture, Quote, Table, Text
from beatcancer_wagtail.importer.reader.walk.names import attribute
from beatcancer_wagtail.importer.words import text_of_html

LAZY = ("data-src", "data-lazy-src", "data-original", "data-url", "data-full-src", "data-hi-res-src", "data-image")
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
PLACEHOLDER = re.compile(
    r"(?:^|[-_/.])(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy|loading|grey|gray)[-_.\d]*\w*\.(?:gif|png|svg|jpe?g)",
    re.I,
)
SEVERAL = re.compile(r"[\s{,]")
SMALLEST = 2
LONGEST_LINE = 160


@dataclass(slots=True)
class Caption:
    """A caption before it has found its picture."""

    text: str
    html: str
    lines: str  # the same as paragraphs, should nothing be there that it belongs to
    is_credit: bool = False


def picture_of(tag: Tag, base: str) -> Picture | None:
    """The picture of an ``img``, or None where it shows nothing: a tracking pixel, or a placeholder without a source."""
    if _is_pixel(tag):
        return None
    src = source_of(tag, base)
    alt = " ".join(attribute(tag, "alt").split()) if tag.has_attr("alt") else None
    return Picture(src=src, alt=alt) if src else None


def source_of(tag: Tag, base: str) -> str:
    given = attribute(tag, "src")
    src = safe_address(given, base, schemes=FETCHED)
    if src and not PLACEHOLDER.search(urlsplit(src).path):
        lazy = safe_address(attribute(tag, "data-src"), base, schemes=FETCHED)
        return lazy if lazy and PICTURE_FILE.search(lazy) and not PICTURE_FILE.search(src) else src
    for name in LAZY:
        if lazy := safe_address(attribute(tag, name), base, schemes=FETCHED):
            return lazy
    for name in LAZY_SETS:
        if lazy := widest(attribute(tag, name), base):
            return lazy
    for name, value in tag.attrs.items():
        if (
            name.startswith("data-")
            and isinstance(value, str)
            and PICTURE_FILE.search(value)
            and not SEVERAL.search(value.strip())
        ):
            lazy = safe_address(value, base, schemes=FETCHED)
            if lazy:
                return lazy
    if around := tag.find_parent("picture"):
        for source in around.find_all("source"):
            for name in LAZY_SETS:
                if lazy := widest(attribute(source, name), base):
                    return lazy
    return src


def widest(srcset: str, base: str) -> str:
    """The widest of a ``srcset``. Addresses may hold commas, so only a comma with a space, or after a width, parts them."""
    best, best_width = "", -1.0
    for part in re.findall(r"\s*(\S*[^\s,])(?:\s+([\d.]+)[wxh])?\s*(?:,|$)", srcset):
        address = safe_address(part[0], base, schemes=FETCHED)
        try:
            width = float(part[1] or 0)
        except ValueError:
            width = 0.0
        if address and width > best_width:
            best, best_width = address, width
    return best


def text_below(image: Tag) -> Tag | None:
    """The one short line in a box that holds nothing but a picture and this line: its caption, whatever it is called."""
    box = image
    while (
        isinstance(box.parent, Tag)
        and box.parent.name in ("picture", "a", "span", "source", "div", "figure")
        and not box.find_next_sibling(True)
    ):
        box = box.parent
    line = box.find_next_sibling(True)
    parent = box.parent
    if (
        line is None
        or parent is None
        or parent.name not in ("div", "span", "figure")
        or box.find_previous_sibling(True)
    ):
        return None
    if line.name not in ("div", "span", "p", "small", "em") or line.find_next_sibling(True) is not None:
        return None
    if line.find(["a", "img", "p", "div", "ul", "ol", "table", "button", "br", "h2", "h3", "h4"]):
        return None
    text = " ".join(line.get_text().split())
    loose = any(isinstance(node, str) and node.strip() for node in parent.contents)
    return line if text and len(text) <= LONGEST_LINE and not loose else None


def _is_pixel(tag: Tag) -> bool:
    sizes = [attribute(tag, name).strip().removesuffix("px") for name in ("width", "height")]
    return any(size.isdigit() and int(size) <= SMALLEST for size in sizes)


def same_file(one: str, other: str) -> bool:
    return one == other or (len(_file(one)) > 4 and _file(one) == _file(other))


def _file(src: str) -> str:
    try:
        name = unquote(urlsplit(src).path).rsplit("/", 1)[-1].lower()
    except ValueError:
        return ""
    return re.sub(r"[-_]\d+x\d+(?=\.\w+$)", "", name)


def declared_in(figure: Tag, base: str) -> Picture | None:
    """The picture of a figure that is filled in later, by the address that it declares for search engines."""
    if figure.find(["img", "picture", "video", "iframe", "table", "pre", "blockquote", "svg"]):
        return None
    if "imageobject" not in attribute(figure, "itemtype").lower():
        return None
    address = safe_address(attribute(figure, "itemid"), base, schemes=FETCHED)
    return Picture(address) if address and PICTURE_FILE.search(address) else None


def with_captions(nodes: list[Node | Caption], *, is_figure: bool = False) -> list[Node]:
    """Each caption goes to what stands right before it, else to what stands right after it, else it is text.

    Within a figure there may be words between; the picture moves to its caption then, so that no word moves.
    """
    placed: list[Node | Caption] = []
    for node in nodes:
        before = placed[-1] if placed else None
        if isinstance(node, Caption) and before is not None and _takes(before, node, is_below=True):
            continue
        if isinstance(before, Caption) and _takes(node, before, is_below=False):
            placed.pop()
        elif isinstance(node, Caption) and is_figure:
            media = next(
                (other for other in reversed(placed) if isinstance(other, Picture) and not other.caption), None
            )
            if media is not None and _takes(media, node, is_below=True):
                placed = [other for other in placed if other is not media]
                node = media
        placed.append(node)
    return [
        Text(node.lines or f"<p>{escaped(node.text, quote=False)}</p>") if isinstance(node, Caption) else node
        for node in placed
    ]


def _takes(node: Node | Caption, caption: Caption, *, is_below: bool) -> bool:
    if caption.is_credit:
        if not isinstance(node, Picture) or node.credit:
            return False
        node.credit = caption.text
    elif isinstance(node, Quote) and not node.attribution and is_below:
        node.attribution = caption.text
    elif isinstance(node, (Picture, Embed, Table)) and not node.caption and not getattr(node, "credit", ""):
        node.caption = caption.text
        if isinstance(node, Picture) and "<" in caption.html:
            node.html = caption.html
        if isinstance(node, Table):
            node.caption_is_below = is_below
    else:
        return False
    return True


def one_line(nodes: list[Node]) -> str:
    """Paragraphs as a line of plain text; empty where there is anything else."""
    if any(not isinstance(node, Text) for node in nodes):
        return ""
    return " ".join(text_of_html("".join(node.html for node in nodes if isinstance(node, Text))).split())
