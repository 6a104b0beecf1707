"""The encoding of a text file, found without keeping the file in memory."""

import codecs
import io

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books.row import CannotReadBooks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 256 * 1024
_SEEN = 64 * 1024
_NO_TEXT = frozenset(range(32)) - {9, 10, 12, 13, 26, 0}


def encoding_of(file) -> str:
    """Mark, then UTF-16 without one, then strict UTF-8, then Windows-1252, in which spreadsheets still save."""
    file.seek(0)
    start = file.read(_SEEN)
    for mark, name in _MARKS:
        if start.startswith(mark):
            _refuse_what_breaks(file, name)
            return name
    if name := _utf_16_without_mark(start):
        return name
    if _is_binary(start):
        raise CannotReadBooks(_("This is no text. Save the table as CSV or XLSX and upload that."))
    return "utf-8" if _is_utf_8(file) else "cp1252"


def open_text(file) -> io.TextIOWrapper:
    """``file`` as text, with its line ends; bytes that mean nothing in Windows-1252 become the sign for that."""
    encoding = encoding_of(file)
    file.seek(0)
    return io.TextIOWrapper(_Unclosed(file), encoding=encoding, errors="replace", newline="")


class _Unclosed(io.RawIOBase):
    """Lets a wrapper go without closing the file that somebody else still reads."""

    def __init__(self, file) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _refuse_what_breaks(file, name: str) -> None:
    if not _decodes(file, name):
        raise CannotReadBooks(
            _("The file begins as %(name)s but is not. Save it again as UTF-8.")
            % {"name": name.upper().removesuffix("-SIG")}
        )


def _is_utf_8(file) -> bool:
    return _decodes(file, "utf-8")


def _decodes(file, name: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(name)()
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf_16_without_mark(start: bytes) -> str:
    """Text in Latin letters leaves every second byte empty."""
    sample = start[: len(start) // 2 * 2]
    if len(sample) < 8:
        return ""
    even, odd = sample[::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else ""


def _is_binary(start: bytes) -> bool:
    """A stray NUL is dirt, many of them, or many other control signs, are no text."""
    if not start:
        return False
    odd = sum(start.count(sign) for sign in _NO_TEXT)
    return odd > max(len(start) / 100, 5) or start.count(0) > len(start) / 4
