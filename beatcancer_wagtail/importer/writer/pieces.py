"""Rich text in pieces of bounded length: the time that Wagtail's converter takes grows with their square."""

import re
from collections.abc import Callable, Iterator

ATTRIBUTES = r"""[^>"]*(?:"[^"]*"[^>"]*)*"""
TOKEN = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*){ATTRIBUTES}>|([^<]+|<)")
MOST_TAGS = 300  # in one piece, where it can be cut
SEAM = "\ufffe"  # no text: the reader takes it out of every page
_EMPTY_MARK = re.compile(r"<(a|b|i|sup|sub)\b[^<>]*></\1>")  # one is left where a mark is closed at a seam
_EMPTY = frozenset({"br", "hr", "img", "embed"})
_LISTS = frozenset({"ul", "ol"})
Open = list[tuple[str, str]]  # name and opening tag of each element


def in_pieces(html: str, convert: Callable[[str], str]) -> str:
    """``html`` as ``convert`` makes it, which is given no more than a piece at once.

    What is open where it is cut is closed, and opened again in the next piece, with a seam on either side.
    Raises ValueError for mark-up that is not nested, and where a seam is lost.
    """
    converted: list[str] = []
    html = html.replace(SEAM, "")
    before: Open = []
    for piece, after in _cut(html):
        head, tail = _opened(before), _closed(after)
        parts = convert(head + piece + tail).split(SEAM)
        if len(parts) != 1 + head.count(SEAM) + tail.count(SEAM):
            raise ValueError(piece[:80])
        converted.append(parts[head.count(SEAM)])
        before = after
    whole, number = "".join(converted), len(converted) > 1
    while number:
        whole, number = _EMPTY_MARK.subn("", whole)
    return whole


def _cut(html: str) -> Iterator[tuple[str, Open]]:
    """Not between items, nor in an item below its list: what is opened again there would be text of the item."""
    start = tags = 0
    below_list = False
    open_: Open = []
    for token in TOKEN.finditer(html):
        slash, name, text = token[1], (token[2] or "").lower(), token[3]
        if tags >= MOST_TAGS and not (open_ and (below_list or open_[-1][0] in _LISTS)):
            yield html[start : token.start()], list(open_)
            start, tags = token.start(), 0
        if text:
            continue
        tags += 1
        if slash:
            if not open_ or open_.pop()[0] != name:
                raise ValueError(token[0])
        elif name not in _EMPTY:
            open_.append((name, token[0]))
        if name == "li" or name in _LISTS:
            below_list = bool(slash and open_) and name != "li"
    yield html[start:], []


def _opened(open_: Open) -> str:
    """An item that has no text of its own before its list would be another one, so each has a seam."""
    tags = "".join(tag + (SEAM if name == "li" else "") for name, tag in open_)
    return tags.removesuffix(SEAM) + SEAM if open_ else ""


def _closed(open_: Open) -> str:
    return SEAM + "".join(f"</{name}>" for name, _tag in reversed(open_)) if open_ else ""
