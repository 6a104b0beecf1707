"""Old pages write µ, ≤ and ✓ with letters in a font of signs: without the font "500 µg" would read "500 mg"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag

from ..drops import gettext_noop
from ..outline import Sentence, listing

SIGNS = gettext_noop(
    "Letters of a font of signs became the signs that it shows: “%(words)s”. Compare them with the source."
)
UNREADABLE = gettext_noop(
    "A sign of a font that no other program knows stands in the text: “%(words)s”. Compare it with the source and write what it shows."
)
SHOWN = 300  # characters
AROUND = 20
MOST = 2000  # places of signs without a font
FAMILY = re.compile(r"font(?:-family\s*:|\s*:[^;,]*\d\S*)\s*[\"']?(symbol|wingdings)[\"']?\s*(?:[,;!]|$)", re.I)
SETS = re.compile(r"(?:^|[;\s])font(?:-family)?\s*:", re.I)
BULLETS = re.compile("[•▪■●□❑❖➢\\s]*")
PRIVATE = re.compile("[\uf020-\uf0ff]")
WORD = re.compile(r"[A-Za-z]{4}")
# Before the words of a line, or alone, it is the sign of a font of icons, which says nothing more than they do.
WITHIN_WORDS = re.compile(
    r"((?<=\w)[\uf020-\uf0ff](?=\W*\w)|(?<=\w[\s(,])[\uf020-\uf0ff](?=\W*\w)|[\uf0a3\uf0b1\uf0b3](?=\s?\d))"
)
NO_TEXT = ("script", "style", "textarea")

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_FROM_A1 = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"
_SYMBOL = {
    **_GREEK,
    **dict(zip("\"$'*-@JV\\^`jv~", "∀∃∋∗−≅ϑς∴⊥‾ϕϖ∼", strict=True)),
    **{chr(code): sign for code, sign in enumerate(_FROM_A1, 0xA1)},
    "ñ": "⟩",
    "ò": "∫",
}
_WINGDINGS = {"û": "✗", "ü": "✓", "ý": "☒", "þ": "☑", "ß": "←", "à": "→", "á": "↑", "â": "↓", "l": "●", "n": "■"}
_WINGDINGS |= {"o": "□", "¨": "□", "q": "❑", "§": "▪", "Ø": "➢", "v": "❖", "J": "☺", "K": "😐", "L": "☹", "N": "☠"}
TABLES = {"symbol": str.maketrans(_SYMBOL), "wingdings": str.maketrans(_WINGDINGS)}
# Pasted from a word processor, without the font: beside words only these mean one thing, since fonts of icons use the rest.
BARE = {chr(0xF000 + ord(letter)): _SYMBOL[letter] for letter in "mabgdDW£³±´®¬¹»°·¥"}


@dataclass(slots=True)
class Signs:
    """What was read, and what was not, each with the element that it stands in."""

    read: list[tuple[Tag, str]] = field(default_factory=list)
    unread: list[tuple[Tag, str]] = field(default_factory=list)

    def told(self, root: Tag) -> list[Sentence]:
        return _sentence(SIGNS, self.read, root)

    def look(self, root: Tag) -> list[Sentence]:
        return _sentence(UNREADABLE, self.unread, root)

    def put(self, text: NavigableString, said: str) -> None:
        if said != text and not BULLETS.fullmatch(said):
            self.read.append((text.parent, " ".join(PRIVATE.sub("", said).split())))
        text.replace_with(NavigableString(said))


def read_symbol_fonts(soup: BeautifulSoup) -> Signs:
    signs = Signs()
    fonts: dict[int, str] = {}
    for tag in soup.find_all(True):
        around = fonts.get(id(tag.parent), "")
        if not around and tag.name != "font" and "style" not in tag.attrs:
            continue
        font = fonts[id(tag)] = _font_of(tag, around)
        for text in [child for child in tag.contents if type(child) is NavigableString] if font else []:
            if WORD.search(text):
                signs.unread.append((tag, " ".join(text.split())))  # nobody means "Τακε ιτ", and no browser shows it
            else:
                signs.put(text, _in_font(text, font))
    texts = [node for node in soup.descendants if type(node) is NavigableString and WITHIN_WORDS.search(node)]
    for text in texts[:MOST]:
        if text.parent is not None and text.parent.name not in NO_TEXT:
            parts = WITHIN_WORDS.split(text)  # text, sign, text, sign, text
            for place in range(1, len(parts), 2):
                if (sign := BARE.get(parts[place])) is not None:
                    parts[place] = sign
                else:
                    around = parts[place - 1][-AROUND:] + parts[place] + parts[place + 1][:AROUND]
                    signs.unread.append((text.parent, " ".join(around.split())))
            signs.put(text, "".join(parts))
    return signs


def _font_of(tag: Tag, around: str) -> str:
    """The font of signs that its text is set in, or ""."""
    style = str(tag.get("style") or "")
    if "font" in style.lower() and (match := FAMILY.search(style)):
        return match[1].lower()
    if tag.name == "font" and tag.get("face"):
        face = str(tag["face"]).split(",")[0].strip(" \"'").lower()
        return face if face in TABLES else ""
    return "" if SETS.search(style) else around


def _in_font(text: str, font: str) -> str:
    return PRIVATE.sub(lambda match: chr(ord(match[0]) - 0xF000), text).translate(TABLES[font])


def _sentence(text: str, signs: list[tuple[Tag, str]], root: Tag) -> list[Sentence]:
    words = [said for tag, said in signs if tag is root or any(above is root for above in tag.parents)]
    return listing(text, words, SHOWN)
