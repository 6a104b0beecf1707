"""Formulas in TeX as a line that reads well; what cannot be read safely stays as its author wrote it."""

from __future__ import annotations

import re
import unicodedata

from .tex_line import MARKS, Part, Unreadable, before_its_base, grouped, is_bracketed, line_of, shifted, with_scripts

__all__ = ["grouped", "is_tex", "readable", "shifted"]

_GREEK = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega
"""
_SIGNS = """
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ times × cdot · div ÷ pm ± mp ∓ approx ≈ equiv ≡ sim ∼ propto ∝ infty ∞ to → rightarrow →
leftarrow ← Rightarrow ⇒ Leftarrow ⇐ iff ⇔ implies ⇒ Leftrightarrow ⇔ mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩
emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ langle ⟨ rangle ⟩ ldots … dots … cdots ⋯
dagger † ddagger ‡ ast * circ ∘ degree ° prime ′ mid | parallel ∥ perp ⊥ angle ∠ ell ℓ hbar ℏ micro µ percent %
"""
SIGNS = dict(zip(_SIGNS.split()[::2], _SIGNS.split()[1::2], strict=True))
for _name in _GREEK.split():
    _letter = "LAMDA" if _name == "lambda" else _name.upper()
    SIGNS[_name] = unicodedata.lookup(f"GREEK SMALL LETTER {_letter}")
    SIGNS[_name.title()] = unicodedata.lookup(f"GREEK CAPITAL LETTER {_letter}")
SIGNS |= {"varepsilon": "ε", "vartheta": "ϑ", "varphi": "φ"}
ESCAPED = dict(zip("{}%$#&_|", "{}%$#&_‖", strict=True))

STYLE = re.compile(r"\\(?:display|text|script|scriptscript)style\b")
FENCE = re.compile(r"(?:left|right|middle|[bB]igg?[lrm]?)")
UNSEEN = frozenset(("limits", "nolimits", "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle"))
SPACES = frozenset(("quad", "qquad", "thinspace"))
FONT = re.compile(r"math(?:rm|bf|it|sf|tt|bb|cal|frak|scr|normal)|operatorname\*?|boldsymbol")
WORDS = re.compile(r"text(?:rm|bf|it|normal)?|mbox")
TEXT = re.compile(r"\s*\{((?:[^{}\\$]|\\[%#&_ ])*)\}")
NUMBER = re.compile(r"(?:\d+|\.\d+)(?:(?:[.,]|\{[.,]\})\d+)*")
NAME = re.compile(r"\\(operatorname\*|[a-zA-Z]+) ?")
POWER = re.compile(r"(?<=[\w)])\^")
OVERLINED = re.compile(r"[^\W_]{1,3}")
# Authors who write no braces mean more than TeX takes: 10^12, 10^-3, C_max.
GOES_ON = re.compile(r"\d(?:\d|[.,]\d)|[^\W\d_]\w|[+−-]\w")
LOOKS_LIKE_TEX = re.compile(r"\\[a-zA-Z]{2,}|[\^_]\{|\{\\")
DEEPEST = 40
LONGEST = 2000


def is_tex(text: str) -> bool:
    return LOOKS_LIKE_TEX.search(text) is not None


def readable(tex: str) -> str:
    """``{\\displaystyle x^{2}\\leq 4}`` as "x² ≤ 4"; as it stands, without its style, where it cannot be read on one line."""
    given = " ".join(STYLE.sub(" ", tex).split())
    if re.fullmatch(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", given):
        given = given[1:-1].strip()
    if len(given) > LONGEST or not (is_tex(tex) or POWER.search(given)):
        return given
    try:
        return line_of(_Reader(given).parts()) or given
    except Unreadable:
        return given


class _Reader:
    def __init__(self, tex: str) -> None:
        self.tex, self.at, self.depth = tex, 0, 0

    def parts(self, end: str = "") -> list[Part]:
        """What stands before ``end``, which is read too."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable
        found: list[Part] = []
        while self.at < len(self.tex):
            sign = self.tex[self.at]
            if end and sign == end:
                self.at += 1
                self.depth -= 1
                return found
            if sign in "^_":
                self._scripts(found)
            else:
                found += self._next()
        if end:
            raise Unreadable
        self.depth -= 1
        return found

    def _next(self) -> list[Part]:
        number = NUMBER.match(self.tex, self.at)
        if number is not None:
            self.at = number.end()
            return [Part(re.sub(r"[{}]", "", number[0]), "number")]
        sign = self.tex[self.at]
        if sign == "\\":
            return self._command()
        self.at += 1
        if sign == "{":
            inner = self.parts("}")
            is_one = len(inner) == 1 or is_bracketed(inner)
            return inner if is_one else [*inner, Part("", "group" if inner else "empty")]
        if sign in "}&":
            raise Unreadable
        if sign in " ~":
            return [Part(" ", "blank" if sign == " " else "space")]
        return [Part(sign, "letter" if sign.isalnum() else "sign")]

    def _command(self) -> list[Part]:
        name = NAME.match(self.tex, self.at)
        if name is None:
            sign = self.tex[self.at + 1 : self.at + 2]
            self.at += 2
            if sign == "!":
                return []
            if sign and sign in ",;:> ":
                return [Part(" ", "space")]
            if sign not in ESCAPED:
                raise Unreadable
            return [Part(ESCAPED[sign], "sign")]
        self.at = name.end()
        return self._named(name[1])

    def _named(self, name: str) -> list[Part]:
        if name in SIGNS:
            sign = SIGNS[name]
            return [Part(sign, "letter" if sign.isalpha() else "sign" if sign in MARKS + "%|⟨⟩" else "relation")]
        if name in SPACES:
            return [Part(" ", "space")]
        if name in UNSEEN:
            return []
        if FENCE.fullmatch(name):
            self.at += len(self.tex[self.at :]) - len(self.tex[self.at :].lstrip(" "))
            self.at += self.tex.startswith(".", self.at)  # no bracket on this side
            return []
        if WORDS.fullmatch(name):
            return self._words()
        if FONT.fullmatch(name):
            inner = self._argument()
            if len(inner) > 1 and all(part.kind == "letter" and part.text.isalpha() for part in inner):
                return [Part("".join(part.text for part in inner), "word")]
            return [*inner, Part("", "group")] if len(inner) > 1 else inner
        if name in ("frac", "dfrac", "tfrac"):
            text = f"{_member(self._argument())}/{_member(self._argument())}"
            return [Part(text, "fraction", f"({text})")]
        if name == "sqrt" and not self.tex.startswith("[", self.at):
            inner = self._argument()
            text = line_of(inner)
            is_bare = len(inner) == 1 and inner[0].kind in ("number", "letter", "word") and " " not in text
            return [Part(f"√{text}" if is_bare else f"√({text})", "root", f"√({text})")]
        if name in ("overline", "bar"):
            text = line_of(self._argument())
            if OVERLINED.fullmatch(text):
                return [Part("".join(sign + "\u0305" for sign in text), "number" if text.isdecimal() else "letter")]
        raise Unreadable

    def _words(self) -> list[Part]:
        found = TEXT.match(self.tex, self.at)
        if found is None:
            raise Unreadable
        self.at = found.end()
        text = found[1].replace("\\", "").replace("~", " ")
        kind = "number" if NUMBER.fullmatch(text.strip()) else "word"
        parts = [Part(" ".join(text.split()), kind)] if text.strip() else []
        before = [Part(" ", "space")] if text[:1].isspace() else []
        return before + parts + ([Part(" ", "space")] if parts and text[-1:].isspace() else [])

    def _argument(self) -> list[Part]:
        """A group, a command or one sign, never nothing."""
        while self.tex.startswith(" ", self.at):
            self.at += 1
        sign = self.tex[self.at : self.at + 1]
        if sign == "{":
            self.at += 1
            found = [part for part in self.parts("}") if part.kind not in ("group", "empty")]
        elif sign == "\\":
            self.depth += 1
            if self.depth > DEEPEST:
                raise Unreadable
            found = self._command()
            self.depth -= 1
        elif sign and sign not in "}^_&":
            self.at += 1
            found = [Part(sign, "number" if sign.isdecimal() else "letter" if sign.isalpha() else "sign")]
        else:
            raise Unreadable
        if not any(part.text.strip() for part in found):
            raise Unreadable
        return found

    def _scripts(self, found: list[Part]) -> None:
        """Puts the exponent and the index that stand here on what they belong to."""
        while found and found[-1].kind == "blank":
            found.pop()
        scripts: dict[str, str] = {}
        while self.tex[self.at : self.at + 1] in ("^", "_"):
            sign = self.tex[self.at]
            self.at += 1
            if sign in scripts or GOES_ON.match(self.tex, self.at):
                raise Unreadable
            text = line_of(self._argument())
            scripts[sign] = "°" if text == "∘" else re.sub(r"^([+−-]) (?=\w)", r"\1", text)
            following = self.tex[self.at :].lstrip(" ")
            if following[:1] in ("^", "_"):
                self.at = len(self.tex) - len(following)
        last = found[-1] if found else None
        if last is None or last.kind == "empty" or (last.kind == "sign" and last.text in "([{⟨+-−=,;"):
            if last is not None and last.kind == "empty":
                found.pop()
            found.append(before_its_base(scripts, found[-1] if found else None))
        elif last.kind in ("space", "group", "script", "power", "index"):
            raise Unreadable  # as {x^2}^3, which looks like another number
        else:
            found[-1] = with_scripts(last, scripts)


def _member(parts: list[Part]) -> str:
    """The upper or the lower part of a fraction."""
    text = line_of(parts)
    is_one = len(parts) == 1 and parts[0].kind in ("number", "letter", "word", "script")
    return text if is_one and " " not in text and text[-1] not in MARKS else f"({text})"
