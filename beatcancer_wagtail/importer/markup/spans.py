"""One line of text with its marks, tidied the way Wagtail's editor does it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SPACES = re.compile(r"\s+")
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
HARD_SPACES = frozenset("\u00a0\u2007\u202f\u3000")
TAGS = {"BOLD": "b", "CODE": "code", "ITALIC": "i", "STRIKETHROUGH": "s", "SUBSCRIPT": "sub", "SUPERSCRIPT": "sup"}


@dataclass(slots=True, frozen=True)
class Marks:
    """``link``: its number on the page and its address. ``styles``: sorted, as the editor nests them."""

    link: tuple[int, str] | None = None
    styles: tuple[str, ...] = ()

    @property
    def nest(self) -> tuple[object, ...]:
        return ((self.link,) if self.link else ()) + self.styles


PLAIN = Marks()
BREAK = "\n"
Span = tuple[str, Marks]


def tidy(spans: Iterable[Span]) -> list[Span]:
    """Spaces collapsed, none at either end of a line or of a mark, no break at either end."""
    tidied: list[Span] = []
    gap, break_due = "", False
    for text, marks in spans:
        if text == BREAK:
            gap, break_due = "", bool(tidied)
            continue
        text = SPACES.sub(_one_space, NOT_TEXT.sub("", text))
        inner = text.strip()
        if not inner:
            gap = _wider(gap, text[:1])
            continue
        gap = _wider(gap, text[: len(text) - len(text.lstrip())])
        shared = _shared(tidied[-1][1], marks) if tidied else PLAIN
        if break_due and shared.link:  # the editor loses a break within a link
            _append(tidied, " ", shared)
        elif break_due:
            tidied.append((BREAK, shared))
        elif gap and tidied:
            _append(tidied, gap, shared)
        _append(tidied, inner, marks)
        gap, break_due = text[len(text.rstrip()) :], False
    return tidied


def _one_space(run: re.Match[str]) -> str:
    return run[0][0] if HARD_SPACES.issuperset(run[0]) else " "


def _wider(gap: str, more: str) -> str:
    return more if not gap else " " if more and more != gap else gap


def _shared(before: Marks, after: Marks) -> Marks:
    link = before.link if before.link == after.link else None
    if before.link != after.link:
        return PLAIN
    styles = []
    for one, other in zip(before.styles, after.styles, strict=False):
        if one != other:
            break
        styles.append(one)
    return Marks(link, tuple(styles))


def _append(spans: list[Span], text: str, marks: Marks) -> None:
    if spans and spans[-1][1] == marks and spans[-1][0] != BREAK:
        spans[-1] = (spans[-1][0] + text, marks)
    else:
        spans.append((text, marks))


def join(spans: list[Span], more: Sequence[Span]) -> None:
    """Puts a line below a line."""
    shared = _shared(spans[-1][1], more[0][1])
    if shared.link:
        _append(spans, " ", shared)
    else:
        spans.append((BREAK, shared))
    for text, marks in more:
        _append(spans, text, marks) if text != BREAK else spans.append((text, marks))


def plain(spans: Sequence[Span]) -> str:
    return "".join(text for text, _ in spans)


def html_of(spans: Sequence[Span]) -> str:
    """Marks nested as Wagtail's editor stores them: links outside, styles by name within, opened as seldom as possible."""
    parts: list[str] = []
    open_: list[object] = []
    for text, marks in spans:
        nest = marks.nest
        same = 0
        while same < min(len(nest), len(open_)) and nest[same] == open_[same]:
            same += 1
        _close(parts, open_, same)
        for mark in nest[same:]:
            parts.append(f'<a href="{escaped(mark[1])}">' if isinstance(mark, tuple) else f"<{TAGS[str(mark)]}>")
            open_.append(mark)
        parts.append("<br/>" if text == BREAK else escaped(text, quote=False))
    _close(parts, open_, 0)
    return "".join(parts)


def _close(parts: list[str], open_: list[object], keep: int) -> None:
    while len(open_) > keep:
        mark = open_.pop()
        parts.append("</a>" if isinstance(mark, tuple) else f"</{TAGS[str(mark)]}>")


def escaped(text: str, *, quote: bool = True) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text
