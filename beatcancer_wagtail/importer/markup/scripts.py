"""Raised and lowered characters as text, for editors without those marks: 10⁹ must never become 109."""

from __future__ import annotations

import re

from bs4 import Tag

RAISED = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True)) | {"−": "⁻", "–": "⁻"}
LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True)) | {"−": "₋", "–": "₋"}
# One letter by itself is a note's mark or an exponent. Longer ones, as in "4th", read well on the line.
RAISED_LETTERS = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
LOWERED_LETTERS = dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
LETTERS = re.compile(r"[^\W\d_]+")


RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
LOWERED_STYLE = re.compile(r"vertical-align\s*:\s*(?:sub|text-bottom)\b", re.IGNORECASE)
RAISED_CLASSES = frozenset({"sup", "superscript", "super-script"})
LOWERED_CLASSES = frozenset({"subscript", "sub-script"})
LONGEST_SCRIPT = 20


def script_of(tag: Tag) -> str:
    """ "SUPERSCRIPT" or "SUBSCRIPT" for an element that is one by its style or class only, else ""."""
    if tag.name not in ("span", "font", "small", "b", "i", "em", "strong", "a") or not (
        tag.has_attr("style") or tag.has_attr("class")
    ):
        return ""
    style = str(tag.get("style") or "")
    names = {name.lower() for name in tag.get_attribute_list("class") if name}
    script = ""
    if RAISED_STYLE.search(style) or RAISED_CLASSES & names:
        script = "SUPERSCRIPT"
    elif LOWERED_STYLE.search(style) or LOWERED_CLASSES & names:
        script = "SUBSCRIPT"
    return script if script and len(tag.get_text()) <= LONGEST_SCRIPT else ""


def raised(text: str) -> str:
    return _shifted(text, RAISED, RAISED_LETTERS)


def lowered(text: str) -> str:
    return _shifted(text, LOWERED, LOWERED_LETTERS)


def _shifted(text: str, signs: dict[str, str], letters: dict[str, str]) -> str:
    signs = {sign: other for sign, other in signs.items() if not sign.isalpha()}
    text = LETTERS.sub(lambda run: letters.get(run[0], run[0]), text)
    return "".join(signs.get(character, character) for character in text)
