"""A guess at the encoding of bytes that are no UTF-8 and declare nothing that fits."""

from __future__ import annotations

import re
import unicodedata

from bs4 import Tag

from ..drops import gettext_noop
from ..outline import Fact, Sentence

TAGS = re.compile(rb"<(script|style)\b.*?</\1|<[^>]{0,2000}>", re.I | re.S)
LANGUAGE = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z-]{2,12})", re.I)
# Encodings by what a page's own ``lang`` says.
BY_LANGUAGE = {
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh-tw": ("big5hkscs",),
    "zh-hk": ("big5hkscs",),
    "zh": ("gb18030", "big5hkscs"),
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "uk": ("cp1251", "koi8-u"),
    "be": ("cp1251",),
    "bg": ("cp1251",),
    "sr": ("cp1251", "cp1250"),
    "mk": ("cp1251",),
    "el": ("cp1253", "iso8859-7"),
    "he": ("cp1255", "iso8859-8"),
    "ar": ("cp1256", "iso8859-6"),
    "fa": ("cp1256",),
    "ur": ("cp1256",),
    "tr": ("cp1254",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "pl": ("iso8859-2", "cp1250"),
    "cs": ("cp1250", "iso8859-2"),
    "sk": ("cp1250", "iso8859-2"),
    "hu": ("cp1250", "iso8859-2"),
    "hr": ("cp1250", "iso8859-2"),
    "sl": ("cp1250", "iso8859-2"),
    "ro": ("cp1250", "iso8859-16"),
    "lt": ("cp1257",),
    "lv": ("cp1257",),
    "et": ("cp1257",),
}
MANY_BYTES = ("cp932", "euc_jp", "gb18030", "big5hkscs", "cp949")
ONE_BYTE = ("cp1251", "koi8-r", "cp1253", "cp1255", "cp1256", "cp874", "cp1250")
OTHER_SCRIPT = gettext_noop(
    "The page says that its language is “%(language)s”, but it holds no letter of that language. Compare the text with the source: it may be in another encoding."
)
CYRILLIC = re.compile("[\u0400-\u04ff]")
ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
HAN = re.compile("[\u3041-\u30fe\u3400-\u9fff]")
LETTERS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur"), ARABIC),
    **dict.fromkeys(("zh", "ja"), HAN),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "th": re.compile("[\u0e01-\u0e7f]"),
}
FEW = 6  # letters
MIXED = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
# Frequent enough to tell one East Asian encoding from another, which otherwise all decode to rare characters.
FREQUENT = frozenset(
    "的一是不了在人有我他这这個个上们來来到时時大地为為子中你说說生国國年着就那和要她出也得里后後自以会會家可下而过過天去能对對小多然于於心学學么之都好看起发發当當没沒成只如事把还還用第样樣"
)


def letters_of(language: str) -> re.Pattern[str] | None:
    """The letters of a language that is not written in Latin ones."""
    code = language.casefold()
    return None if "latn" in code else LETTERS.get(code.split("-")[0])


def misread(data: bytes, text: str) -> str:
    """The encoding in which a page has letters of its language, where it has none as it was read; or ""."""
    letters = letters_of(_language(data))
    if letters is None or letters.search(text):
        return ""
    name = guessed_encoding(data)
    sample = TAGS.sub(b" ", data[:300_000]).decode(name, "replace")
    found = len(letters.findall(sample))
    return name if found >= FEW and len(MIXED.findall(sample)) <= found * 0.15 else ""


def script_told(root: Tag, language: Fact | None) -> list[Sentence]:
    letters = letters_of(language.value) if language else None
    if language is None or letters is None:
        return []
    text = root.get_text(" ")
    is_other = not letters.search(text) and any(map(str.isalpha, text))
    return [Sentence(OTHER_SCRIPT, language=language.value)] if is_other else []


def _language(data: bytes) -> str:
    language = LANGUAGE.search(data[:8192])
    return language[1].decode("ascii").casefold() if language else ""


def guessed_encoding(data: bytes) -> str:
    code = _language(data)
    sample = TAGS.sub(b" ", data[:300_000])[:60_000]
    for key in (code, code.split("-")[0]):
        fitting = [name for name in BY_LANGUAGE.get(key, ()) if _decodes(data, name)]
        if fitting:
            return max(fitting, key=lambda name: _score(sample, name) if name in TOLD_APART else 0.0)
    scores = {name: _score(sample, name) for name in (*MANY_BYTES, *ONE_BYTE)}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.8 else "cp1252"


def _decodes(data: bytes, name: str) -> bool:
    text = data[:300_000].decode(name, "replace")
    return text.count("\ufffd") <= 2 + len(text) // 2000


def _score(sample: bytes, name: str) -> float:
    """From 0 to 1: how much of the text beyond ASCII looks like words of the script that the encoding is for."""
    text = sample.decode(name, "replace")
    beyond = [char for char in text if char > "\x7f"]
    if len(beyond) < 6:
        return 0.0
    bad = beyond.count("\ufffd")
    if bad > len(beyond) * 0.02 + 1:
        return 0.0
    if name in MANY_BYTES:
        return _east_asian(beyond, name)
    return _one_script(text, beyond, name)


def _east_asian(beyond: list[str], name: str) -> float:
    kana = sum("\u3041" <= char <= "\u30fe" for char in beyond)
    half = sum("\uff61" <= char <= "\uff9f" for char in beyond)
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in beyond)
    han = sum("\u4e00" <= char <= "\u9fff" for char in beyond)
    frequent = sum(char in FREQUENT for char in beyond)
    all_of_them = len(beyond)
    if name in ("cp932", "euc_jp"):
        # Much kana is no accident: no other encoding's bytes look like it, while these look like rare Hangul.
        certain = 0.3 if kana > all_of_them * 0.3 else 0.0
        return (kana + han) / all_of_them + certain if kana > all_of_them * 0.15 and half < all_of_them * 0.1 else 0.0
    if name == "cp949":
        return hangul / all_of_them if hangul > han else 0.0
    return min(1.0, (han / all_of_them) * (0.5 + frequent / all_of_them * 4)) if not kana else 0.3


SCRIPTS = {
    "cp1251": "CYRILLIC",
    "koi8-r": "CYRILLIC",
    "koi8-u": "CYRILLIC",
    "iso8859-5": "CYRILLIC",
    "cp866": "CYRILLIC",
    "cp1253": "GREEK",
    "iso8859-7": "GREEK",
    "cp1255": "HEBREW",
    "cp1256": "ARABIC",
    "iso8859-6": "ARABIC",
    "cp874": "THAI",
    "cp1250": "LATIN",
}


TOLD_APART = {*SCRIPTS, *MANY_BYTES} - {"cp1250"}  # the accents of Latin letters look alike in two encodings


def _one_script(text: str, beyond: list[str], name: str) -> float:
    letters = [char for char in beyond if char.isalpha() or unicodedata.combining(char)]
    if not letters:
        return 0.0
    script = SCRIPTS[name]
    own = sum(unicodedata.name(char, "").startswith(script) for char in letters)
    share = own / len(beyond)
    if script == "LATIN":
        east = sum(char in "ąćęłńóśźżčďěňřšťůžőűľĺŕăâîșțşţ" for char in letters)
        return 0.85 if east > len(letters) * 0.6 and sum(char in "łęąśżěřůőűčšžť" for char in letters) > 5 else 0.0
    # A foreign script takes whole words; accents of a Latin text stand alone between ASCII letters.
    mixed = len(MIXED.findall(text))
    if mixed > len(beyond) * 0.15:
        return 0.0
    if script == "CYRILLIC":
        # The same bytes give capitals in the middle of words in the wrong Cyrillic encoding.
        odd = len(re.findall(r"[а-я][А-Я]", text))
        share -= odd / max(1, len(letters)) * 2
        share -= sum(char in "ЁёҐґЂЃѓ†‡€‰ЉЊЌЋЏђљњќћџ" for char in beyond) / len(beyond)
    if script == "HEBREW":
        # Its letters are Russian ones in the other encoding, but for the last of that alphabet, which any Russian text has.
        beyond_hebrew = len(re.findall(r"[ыэюяА-Я]", text.encode(name, "replace").decode("cp1251", "replace")))
        share += 0.1 if beyond_hebrew <= len(letters) * 0.02 else -0.5
    return share
