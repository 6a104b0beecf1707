"""Bytes to text. What the bytes show counts for more than what the page declares, since declarations are often wrong."""

from __future__ import annotations

import codecs
import re

from ..drops import gettext_noop
from ..outline import Sentence
from .found import CannotRead
from .guess import guessed_encoding, misread

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names, and nothing else: Python's codecs also hold "zip", "rot13" and the like.
NAMES = {
    "utf-8": "utf-8 utf8 unicode unicode-1-1-utf-8 x-unicode20utf8 utf-8-sig",
    "utf-16-le": "utf-16le utf-16 ucs-2 iso-10646-ucs-2 csunicode",
    "utf-16-be": "utf-16be unicodefffe",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1 ascii us-ascii ansi",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 latin3",
    "iso8859-4": "iso-8859-4 latin4",
    "iso8859-5": "iso-8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 iso-8859-6-e iso-8859-6-i arabic",
    "iso8859-7": "iso-8859-7 greek greek8",
    "iso8859-8": "iso-8859-8 iso-8859-8-e iso-8859-8-i hebrew visual logical",
    "iso8859-10": "iso-8859-10 latin6",
    "iso8859-13": "iso-8859-13",
    "iso8859-14": "iso-8859-14",
    "iso8859-15": "iso-8859-15 latin9 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "koi8-r koi8 koi koi8_r cskoi8r",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp866": "ibm866 cp866 866",
    "cp874": "windows-874 tis-620 iso-8859-11 dos-874",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 latin5 l5",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese iso-ir-58 csgb2312 hz-gb-2312",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
    "euc_jp": "euc-jp x-euc-jp eucjp",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji ms932 csshiftjis",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 korean windows-949 cseuckr",
}
WESTERN = ("cp1252", "iso8859-15", "mac-roman")
KNOWN = {alias: name for name, aliases in NAMES.items() for alias in aliases.split()}
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:()+-]{2,40})|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:()+-]{2,40})""",
    re.I,
)
PDF = gettext_noop("This is a PDF file, not a page. Save the page as HTML and try again.")
ARCHIVE = gettext_noop("This is a ZIP archive or an office document, not a page. Save the page as HTML and try again.")
PICTURE = gettext_noop("This is a picture, not a page. Save the page as HTML and try again.")
MEDIA = gettext_noop("This is a picture, a sound or a video, not a page. Save the page as HTML and try again.")
COMPRESSED = gettext_noop("This is a compressed file, not a page. Save the page as HTML and try again.")
OFFICE = gettext_noop("This is an old office document, not a page. Save the page as HTML and try again.")
RICH_TEXT = gettext_noop("This is a rich text document, not a page. Save the page as HTML and try again.")
PROGRAM = gettext_noop("This is a program, not a page. Save the page as HTML and try again.")
SOUND = gettext_noop("This is a sound or a video, not a page. Save the page as HTML and try again.")
DATABASE = gettext_noop("This is a database, not a page. Save the page as HTML and try again.")
NO_PAGE = (
    (b"%PDF", PDF),
    (b"PK\x03\x04", ARCHIVE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"RIFF", MEDIA),
    (b"\x1f\x8b", COMPRESSED),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ", COMPRESSED),
    (b"7z\xbc\xaf", COMPRESSED),
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"{\\rtf", RICH_TEXT),
    (b"\x7fELF", PROGRAM),
    (b"MZ\x90", PROGRAM),
    (b"OggS", SOUND),
    (b"ID3", SOUND),
    (b"\x00\x00\x01\x00", PICTURE),
    (b"SQLite format 3", DATABASE),
)
EMPTY = gettext_noop("The file is empty. Save the page again and try once more.")
WEB_ARCHIVE = gettext_noop("This is a web archive (MHTML). Save the page as “HTML only” and try again.")
NO_BYTES_OF_TEXT = gettext_noop("This is no page: most of its bytes are no text. Save the page as HTML and try again.")
UNKNOWN_ENCODING = gettext_noop("The encoding “%(encoding)s” is not known, so it was found out from the page.")
WRONG_ENCODING = gettext_noop("The page declares the encoding “%(declared)s”, but its bytes are %(name)s.")
LOST_CHARACTERS = gettext_noop(
    "Characters that could not be read and stand as “�”: %(number)s. Check the page's encoding."
)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def known_encoding(name: str) -> str:
    """The codec for what a page or a person calls an encoding, or ""."""
    return KNOWN.get(name.strip().strip("\"'").casefold(), "")


def decode(data: bytes, encoding: str = "") -> tuple[str, str, list[Sentence]]:
    """The text, the name of its encoding, and warnings."""
    refuse_what_is_no_page(data)
    warnings: list[Sentence] = []
    if encoding and not known_encoding(encoding):
        warnings.append(Sentence(UNKNOWN_ENCODING, encoding=encoding[:40]))
    text, name, wrong = _decoded(data, known_encoding(encoding))
    lost = text.count("\ufffd")
    if wrong:
        warnings.append(Sentence(WRONG_ENCODING, declared=wrong, name=name))
    strange = len(CONTROL.findall(text[:200_000]))
    if strange + text[:200_000].count("\ufffd") > max(20, len(text[:200_000]) * 0.1):
        raise CannotRead("binary", NO_BYTES_OF_TEXT)
    if lost:
        warnings.append(Sentence(LOST_CHARACTERS, number=lost))
    if strange or len(text) > 200_000:
        text = CONTROL.sub("", text)
    return text, name, warnings


def refuse_what_is_no_page(data: bytes) -> None:
    start = data[:4096].lstrip()
    if not data[:100_000].strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xfe\xff") and not data.strip(
        b"\x00 \t\r\n\x0c\xef\xbb\xbf\xfe\xff"
    ):
        raise CannotRead("empty", EMPTY)
    for magic, kind in NO_PAGE:
        if start.startswith(magic) and (len(magic) > 3 or b"<html" not in data[:4096].lower()):
            code = "pdf" if magic == b"%PDF" else "binary"
            raise CannotRead(code, kind)
    if start[:13].lower() == b"mime-version:" or (b"\nMIME-Version:" in start[:2000] and b"multipart/related" in start):
        raise CannotRead("mhtml", WEB_ARCHIVE)


def _decoded(data: bytes, asked: str) -> tuple[str, str, str]:
    for bom, name in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name, ""
    if asked:
        return data.decode(asked, "replace"), asked, ""
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, ""
    declared_as = declared_encoding(data)
    declared = known_encoding(declared_as)
    if (declared == "iso2022_jp" and b"\x1b" in data) or (declared_as.casefold() == "hz-gb-2312" and b"~{" in data):
        name = "hz" if declared == "gb18030" else declared
        return data.decode(name, "replace"), name, ""
    try:
        wrong = declared_as if declared not in ("", "utf-8", "utf-16-le", "utf-16-be") and not data.isascii() else ""
        return data.decode("utf-8"), "utf-8", wrong
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(data):
        return data.decode("utf-8", "beatcancer-stray-bytes"), "utf-8", ""
    if declared and not declared.startswith("utf"):
        text = data.decode(declared, "replace")
        # A single-byte encoding only has a few holes; what it cannot read is no sign that another is meant.
        if text.count("\ufffd") <= max(3, len(data) // 1000):
            name = misread(data, text) if declared in WESTERN else ""
            return (data.decode(name, "replace"), name, declared_as) if name else (text, declared, "")
    name = guessed_encoding(data)
    return data.decode(name, "replace"), name, declared_as if declared and declared != name else ""


def declared_encoding(data: bytes) -> str:
    match = DECLARED.search(data[:8192])
    return (match[1] or match[2]).decode("ascii") if match else ""


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: every second byte of the mark-up is zero."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 8 or sample.count(0) < half * 0.3:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) > max(even, odd) * 0.2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _nearly_utf8(data: bytes) -> bool:
    """A page in UTF-8 with a few stray bytes: cut short, or with a sentence pasted in from elsewhere."""
    text = data[:2_000_000].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return (bad <= 2 and good > bad) or good >= 9 * bad


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("beatcancer-stray-bytes", _stray_bytes)
