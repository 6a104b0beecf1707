"""An XLSX file is an archive of XML files. Whether it is one, and no trap, before openpyxl reads it."""

import re
import zipfile
import zlib
from typing import NamedTuple

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.utils.translation import gettext as _
from openpyxl.utils import column_index_from_string

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.row import CannotReadBooks

BROKEN = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_WORKBOOK = re.compile(r"xl/workbook\d*\.xml", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref=[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']"
)
_ROW = re.compile(rb"<(?:\w{1,20}:)?row[\s>/]|</(?:\w{1,20}:)?sheetData")
_ROW_TAG = 40
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_CHUNK = 1024 * 1024
_OVERLAP = 400


class Seen(NamedTuple):
    """What one look at a sheet shows: where cells are merged over rows (first row, last row, first column), formulas."""

    merges: list[tuple[int, int, int]]
    has_formulas: bool


def check_archive(file) -> None:
    """Raises CannotReadBooks for what is no workbook, and for what becomes too much when it is unpacked."""
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if not any(_WORKBOOK.fullmatch(part.filename) for part in parts):
                raise CannotReadBooks(
                    _("This archive is no Excel workbook. Save the table as XLSX or CSV and upload that.")
                )
            read = [part for part in parts if part.filename.lower().endswith((".xml", ".rels")) and part.file_size]
            if len(parts) > limits.PARTS or sum(part.file_size for part in read) > 2 * limits.SHEET_BYTES:
                raise _too_big()
            for part in read:
                _check_size(archive, part)
                _check_start(archive, part)
    except BROKEN as error:
        raise cannot_open() from error


def cannot_open() -> CannotReadBooks:
    return CannotReadBooks(
        _("This workbook is damaged or locked with a password. Open it in a spreadsheet, save it again as XLSX or CSV.")
    )


def _check_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Small elements take a hundred times their size in memory, and openpyxl keeps a whole row."""
    is_sheet, is_strings = _SHEET.fullmatch(part.filename), part.filename.lower().endswith("sharedstrings.xml")
    most = limits.SHEET_BYTES if is_sheet else limits.STRINGS_BYTES if is_strings else limits.PART_BYTES
    if part.file_size > most:
        raise _too_big()
    tags = 0
    rows = _Rows()
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            tags += chunk.count(b"<")
            if tags > (limits.SHEET_TAGS if is_sheet or is_strings else limits.PART_TAGS):
                raise _too_big()
            if b"\0" in chunk:  # UTF-16, which no spreadsheet writes
                raise cannot_open()
            if is_sheet:
                rows.look_at(chunk)


class _Rows:
    """How long the rows of a sheet are, while its text passes in chunks."""

    def __init__(self) -> None:
        self._before, self._at = b"", 0
        self._began: int | None = None

    def look_at(self, chunk: bytes) -> None:
        text = self._before + chunk
        for found in _ROW.finditer(text):
            self._check(self._at + found.start())
            self._began = None if found[0].startswith(b"</") else self._at + found.start()
        self._check(self._at + len(text))
        self._before = text[-_ROW_TAG:]
        self._at += len(text) - len(self._before)

    def _check(self, place: int) -> None:
        if self._began is not None and place - self._began > limits.ROW_BYTES:
            raise _too_big()


def _check_start(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Declarations stand before the first element; a workbook has none, so any is a trap."""
    try:
        with archive.open(part) as stream:
            for _event in iterparse(stream, events=("start",), forbid_dtd=True):
                return
    except DefusedXmlException as error:
        raise CannotReadBooks(
            _("This workbook declares XML entities, as no spreadsheet does. It is not read. Save it again as XLSX.")
        ) from error
    except ParseError as error:
        raise cannot_open() from error


def _too_big() -> CannotReadBooks:
    return CannotReadBooks(
        _("This workbook becomes too large when it is unpacked. Save the sheet with the books as CSV and upload that.")
    )


def look_at(file, path: str) -> Seen:
    """Read once through the sheet that is stored at ``path``: openpyxl does not tell this when it streams."""
    merges: dict[tuple[int, int, int], None] = {}
    has_formulas = False
    try:
        with zipfile.ZipFile(file) as archive, archive.open(path.lstrip("/")) as stream:
            before = b""
            while chunk := stream.read(_CHUNK):
                text = before + chunk
                has_formulas = has_formulas or bool(_FORMULA.search(text))
                for first, top, last, bottom in _MERGE.findall(text):
                    if top != bottom and len(merges) < limits.MERGES:
                        columns = column_index_from_string(first.decode()), column_index_from_string(last.decode())
                        merges[int(top), int(bottom), min(columns)] = None
                before = text[-_OVERLAP:]
    except BROKEN as error:
        raise cannot_open() from error
    return Seen(list(merges), has_formulas)
