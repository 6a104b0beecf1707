"""Icons that say a word by their label alone: "no" in a cell, "Do not" at the start of a line. That word becomes text."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter

from bs4 import Tag

from ..drops import gettext_noop
from ..outline import Sentence
from ..words import words_key
from .acts import has_words
from .drawings import drawing_text
from .prune import text_in
from .signs import LARGE, LONGEST_SIGN, PHOTO, SMALL, UNKNOWN, beside, description_of, is_in_control, put_text, size_of
from .vocabulary import HEADING_TAGS

SILENT_CELLS = gettext_noop(
    "A cell of a table holds only a sign without a description, and is empty in the draft: “%(words)s”. Write what the sign says."
)
ROW = 60  # characters
MOST_ROWS = 10
ICONS = {"icon", "icons", "fa", "fas", "far", "fal", "fab", "bi", "glyphicon", "dashicons", "tick", "check", "cross"}
MARKS = ("i", "span", "em", "b")
CELLS = ("td", "th")
NEAR = 6  # elements around
LONGEST = 200  # characters of a label that is looked at
CELL_ROLES = ("cell", "gridcell", "rowheader", "columnheader")
KIND = re.compile(r"\W*\b(?:icon|symbol|icône|icono|icona|ícone|pictogram(?:me|m)?|أيقونة)\b\W*", re.I)
# What it looks like, or what it does for those who click: no word of the text. A tick and a cross are words.
_LOOKS = """
arrow arrows chevron caret bullet dot circle square line divider separator logo quote quotes calendar clock date link
external open opens opened new tab window download play video audio search menu close expand collapse toggle share print email
mail envelope phone telephone pdf file document home map pin marker location user author avatar person info information
star heart next previous left right up down small large solid outline in a of the this copy edit
pfeil punkt kreis kalender uhr suche schließen flèche point cercle calendrier horloge flecha punto reloj freccia pijl seta
"""
LOOKS = frozenset(_LOOKS.split())
# These turn a line into its opposite, or say how much it matters, wherever they stand.
_VERDICTS = """
yes|no|not|do|don['’]?t|do not|do(?:es)?n['’]t|never|always|avoid|(?:not )?(?:allowed|safe|suitable|recommended|included|available)|
unsafe|forbidden|prohibited|warning|caution|danger|stop|(?:in)?correct|wrong|false|true|tick|cross|check(?: ?mark)?|
ja|nein|nicht|kein[e]?|nie|niemals|erlaubt|verboten|warnung|achtung|vorsicht|gefahr|häkchen|kreuz|
oui|non|ne pas|jamais|interdit|autorisé|attention|avertissement|coche|croix|
sí|nunca|prohibido|permitido|advertencia|atención|peligro|precaución|sì|mai|vietato|consentito|avvertenza|attenzione|pericolo|
nee|niet|nooit|verboden|toegestaan|waarschuwing|let op|gevaar|sim|não|proibido|aviso|atenção|perigo|
نعم|لا|ممنوع|مسموح|تحذير|تنبيه|خطر|أبدا
"""
VERDICT = re.compile(_VERDICTS.replace("\n", ""), re.I)


def read_icons(root: Tag) -> list[str]:
    """Puts its words in the place of each: the words."""
    icons = [(tag, words) for tag in root.find_all(_may_be_icon) if (words := _words_of(tag))]
    cells = [_cell_of(tag) for tag, _ in icons]
    wordless = {
        id(cell) for cell in {id(cell): cell for cell in cells if cell is not None}.values() if not _has_words(cell)
    }
    often = Counter(str(tag.get("src")) for tag, _ in icons if tag.name == "img")
    read: list[str] = []
    for (tag, words), cell in zip(icons, cells, strict=True):
        is_alone = id(cell) in wordless
        if _says_a_word(tag, words, is_alone=is_alone, is_one_of_many=often[str(tag.get("src"))] > 1):
            after = beside(tag, is_after=True)
            put_text(tag, f" {words} " if after[:1].isalnum() else f" {words}")
            read.append(words)
    return read


def silent_cells(root: Tag) -> list[Sentence]:
    """What needs a look: signs in cells of their own that say nothing to us."""
    rows = [
        row
        for cell in root.find_all(CELLS)
        if (icon := cell.find(_is_sign)) is not None and not is_in_control(icon) and not _has_words(cell)
        if (row := cell.find_parent("tr")) is not None and not cell.find("img") and _has_words(row)
    ]
    words = "”, “".join(dict.fromkeys(text_in(row)[:ROW] for row in rows[:MOST_ROWS]))
    return [Sentence(SILENT_CELLS, words=words)] if words else []


def _is_sign(tag: Tag) -> bool:
    """Something drawn, by a picture or by the class of a font of icons; that readers aloud skip it hides it from nobody else."""
    return tag.name == "svg" or (tag.name in MARKS and has_words(tag, ICONS) and is_empty(tag))


def _may_be_icon(tag: Tag) -> bool:
    return tag.name in ("svg", "img", *MARKS) or "-" in tag.name


def _words_of(tag: Tag) -> str:
    if str(tag.get("aria-hidden")).lower() == "true" or tag.get("role") in ("presentation", "none"):
        return ""
    if tag.name == "img":
        label = description_of(tag)
    elif tag.name == "svg":
        label = "" if drawing_text(tag) or LARGE < size_of(tag) < UNKNOWN else str(tag.get("aria-label") or "")
    else:
        label = str(tag.get("aria-label") or tag.get("title") or "")
    label = " ".join(KIND.sub(" ", label[:LONGEST]).split())
    if not re.search(r"\w", label) or len(label) > LONGEST_SIGN:
        return ""
    return label if tag.name in ("svg", "img") or is_empty(tag) else ""


def is_empty(tag: Tag) -> bool:
    """Without text but for the sign of a font of icons."""
    if tag.find(("img", "svg", "input", "button")) is not None:
        return False
    return all(char.isspace() or unicodedata.category(char) in ("Co", "Cf") for text in tag.strings for char in text)


def _cell_of(tag: Tag) -> Tag | None:
    for above in itertools.islice(tag.parents, NEAR):
        if above.name in CELLS or above.get("role") in CELL_ROLES:
            return above
    return None


def _has_words(cell: Tag) -> bool:
    return any(re.search(r"\w", text) for text in cell.strings)


def _says_a_word(tag: Tag, words: str, *, is_alone: bool, is_one_of_many: bool) -> bool:
    is_verdict = VERDICT.fullmatch(words.strip(" .:!")) is not None
    if is_in_control(tag):
        return False
    size = size_of(tag) if tag.name == "img" else 0
    if LARGE < size < UNKNOWN or (size > SMALL and PHOTO.search(str(tag.get("src") or ""))):
        return False
    if is_alone:
        return tag.name != "img" or is_verdict or is_one_of_many or size <= SMALL
    if tag.name == "img" and not is_verdict:
        return False  # a picture among words is for signs.py to judge
    key, before, after = words_key(words), *(words_key(beside(tag, is_after=side)) for side in (False, True))
    if not before + after:
        return is_verdict and tag.name != "img"  # as in a cell, where boxes stand like a table
    if f" {before}".endswith(f" {key}") or f"{after} ".startswith(f"{key} "):
        return False  # the words stand beside it
    is_title = any(above.name in HEADING_TAGS for above in itertools.islice(tag.parents, NEAR))
    return is_verdict or not (is_title or LOOKS.issuperset(key.split()))
