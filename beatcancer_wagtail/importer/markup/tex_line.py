"""The parts of a formula on one line, so that no number touches another and the order of reading stays."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .scripts import lowered, raised

SHORT = re.compile(r"[+−-]?\d{1,3}|\w")
BARE = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
THOUSAND = re.compile(r"\d{3}(?:[.,]\d+)?")
MARKS = "°′″†‡*"
OPENING, CLOSING = "([{⟨", ")]}⟩,;"
BREAKS_UP = "/!'([{⟨%|‖:^_" + MARKS  # what stands before these belongs to them
PLAIN = ("number", "letter", "word")


class Unreadable(Exception):
    """A formula that one line cannot say without the danger of another number."""


class Part(NamedTuple):
    text: str
    kind: str  # number, letter, word, sign, relation, fraction, root, script, power, index; blank, space, group, empty
    closed: str = ""  # the same with brackets, where its end could be read as a part of what follows


class Placed(NamedTuple):
    part: Part
    is_apart: bool


def line_of(parts: list[Part]) -> str:
    placed = _whole_numbers(_placed(parts))
    line, before = "", None
    for place, (part, is_apart) in enumerate(placed):
        if part.closed and _needs_brackets(part, before, placed[place + 1 : place + 3]):
            part = part._replace(text=part.closed)
        line += " " * _is_parted(before, part, is_apart) + part.text
        before = part
    return line


def is_bracketed(parts: list[Part]) -> bool:
    depth = 0
    for place, part in enumerate(parts):
        depth += (part.text in OPENING) - (part.text in ")]}⟩") if part.kind == "sign" else 0
        if depth <= 0:
            return place > 0 and place == len(parts) - 1 and part.kind == "sign"
    return False


def _placed(parts: list[Part]) -> list[Placed]:
    found: list[Placed] = []
    is_apart = False
    for part in parts:
        if part.kind in ("blank", "space"):
            is_apart = True
        elif part.text:
            found.append(Placed(part, is_apart))
            is_apart = False
    return found


def _whole_numbers(placed: list[Placed]) -> list[Placed]:
    """Thousands such as "1 000" and mixed numbers such as "2 1/2" are one part."""
    found: list[Placed] = []
    for part, is_apart in placed:
        last = found[-1].part if found else None
        if last is not None and last.kind == "number" and part.kind in ("number", "fraction"):
            if part.kind == "number" and not (is_apart and THOUSAND.fullmatch(part.text)):
                raise Unreadable
            text = f"{last.text} {part.text}"
            closed = f"({text})" if part.kind == "fraction" else ""
            found[-1] = Placed(Part(text, part.kind, closed), found[-1].is_apart)
        else:
            found.append(Placed(part, is_apart))
    return found


def _needs_brackets(part: Part, before: Part | None, following: list[Placed]) -> bool:
    if part.kind == "fraction" and before is not None:
        is_factor = before.kind not in ("word", "sign", "relation") or before.text[-1] in ")]}⟩|"
        if is_factor or before.text[-1] in "/÷:" or (" " in part.text and before.text[-1] in "×·*"):
            return True
    if not following:
        return False
    after, is_apart = following[0]
    if after.kind == "word":
        return after.text[0].isnumeric()
    if after.kind == "relation":
        return False
    if after.kind == "sign":
        if after.text in ".,":
            return len(following) > 1 and not following[1].is_apart and following[1].part.text[0].isnumeric()
        if part.kind == "index":
            return after.text in "^_:."
        return after.text in BREAKS_UP or (part.kind != "fraction" and after.text in "+-−")
    return not (is_apart and part.kind in ("power", "index") and after.kind != "fraction")


def _is_parted(before: Part | None, part: Part, is_apart: bool) -> bool:
    if before is None:
        return False
    left, right = _seen(before.text, -1), _seen(part.text, 0)
    if before.kind == "sign" and left in OPENING:
        return False
    if part.kind == "sign" and right in CLOSING + ".":
        return False
    if is_apart or "relation" in (before.kind, part.kind):
        return True
    if left.isnumeric() and right.isnumeric():
        if before.kind in PLAIN and part.kind != "fraction":
            raise Unreadable
        return True
    if part.kind == "fraction":
        return left.isalnum() or left in ".,:;%!'" + MARKS
    if part.kind == "number" and (before.closed or before.kind == "script"):
        return True
    if before.kind == "script" and left == "*":
        return True
    return part.kind == "word" and bool(before.closed)


def _seen(text: str, place: int) -> str:
    """Its first or last sign, without the line above it."""
    return ("".join(sign for sign in text if not unicodedata.combining(sign)) or text)[place]


def with_scripts(base: Part, scripts: dict[str, str]) -> Part:
    """``scripts``: "^" and "_" with what stands there."""
    text = f"({base.text})" if base.closed else base.text
    index, power = (shifted(sign, scripts[sign]) if sign in scripts else "" for sign in "_^")
    if base.kind == "relation":
        return Part(text + index + power, "relation")
    if index.startswith("_") and power:
        if base.kind == "sign":
            raise Unreadable  # the bracket that it closes begins elsewhere
        text, index = f"({text}{index})", ""
    for script, sign, kind in ((power, "^", "power"), (index, "_", "index")):
        if script.startswith(sign):
            closed = script if script.startswith(f"{sign}(") else f"{sign}({script[1:]})"
            before = text + index if sign == "^" else text
            return Part(before + script, kind, before + closed)
    return Part(text + index + power, "script")


def before_its_base(scripts: dict[str, str], last: Part | None) -> Part:
    """As in ¹⁴C. Behind a number it would look like its exponent."""
    text = "".join(shifted(sign, scripts[sign]) for sign in "_^" if sign in scripts)
    if "_" in text or "^" in text or (last is not None and last.kind not in ("sign", "relation")):
        raise Unreadable
    return Part(text, "script")


def shifted(sign: str, text: str) -> str:
    """A raised or lowered part: by Unicode where that can say it, else with ``^`` or ``_``, never on the line."""
    text = text.strip()
    if text in MARKS:
        return text
    moved = raised(text) if sign == "^" else lowered(text)
    is_short = SHORT.fullmatch(text) and all(one != other for one, other in zip(text, moved, strict=True))
    return moved if is_short else sign + grouped(text)


def grouped(text: str) -> str:
    """In brackets, unless it is one number or one word; 10² is more than that."""
    text = " ".join(text.split())
    is_plain = len(text) < 2 or (BARE.fullmatch(text) and not any(map(_is_shifted, text)))
    return text if is_plain else f"({text})"


def _is_shifted(sign: str) -> bool:
    return unicodedata.decomposition(sign).startswith(("<super>", "<sub>"))
