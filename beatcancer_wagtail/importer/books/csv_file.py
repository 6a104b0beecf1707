"""CSV as spreadsheets write it, and as people break it."""

import csv
import itertools
from collections import deque
from collections.abc import Iterator

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.cells import tidy
from beatcancer_wagtail.importer.books.columns import Columns, how_many_known, is_header
from beatcancer_wagtail.importer.books.correction import undefused
from beatcancer_wagtail.importer.books.encodings import open_text
from beatcancer_wagtail.importer.books.row import BookFile, BookRow, CannotReadBooks
from beatcancer_wagtail.importer.books.values import make_row

DELIMITERS = ";,\t|"


def read_csv(file, defaults: dict[str, str] | None = None) -> BookFile:
    """The rows of ``file``, a binary file that can be rewound. Nothing of it is kept."""
    lines = _Lines(open_text(file))
    columns, delimiter = _header(lines)
    return BookFile(_rows(lines, columns, delimiter, defaults), notes=columns.notes(), delimiter=delimiter)


class _Lines:
    """The lines of a text with their numbers; some can be put back. NUL bytes are no part of any text."""

    def __init__(self, text) -> None:
        self._text = enumerate(text, 1)
        self._back: deque[tuple[int, str]] = deque()

    def __iter__(self):
        return self

    def __next__(self) -> tuple[int, str]:
        if self._back:
            return self._back.popleft()
        number, line = next(self._text)
        return number, line.replace("\0", "") if "\0" in line else line

    def put_back(self, lines: list[tuple[int, str]]) -> None:
        self._back.extendleft(reversed(lines))


def _header(lines: _Lines) -> tuple[Columns, str]:
    """The first row that names its columns, and the sign that parts them."""
    first: list[str] = []
    seen = list(itertools.islice(lines, limits.HEADER_WITHIN))
    for place, (_number, line) in enumerate(seen):
        text = line.strip("\r\n\ufeff")
        if not text.strip() or text.lower().startswith("sep="):
            continue
        if len(text) > limits.RECORD_CHARACTERS:
            break
        record, rest = line, seen[place + 1 :]
        named = _named(record)
        while not named and rest and record.count('"') % 2:  # a cell of the header may have several lines
            record += rest.pop(0)[1]
            named = _named(record)
        if named:
            delimiter = max(named, key=lambda sign: (how_many_known(named[sign]), len(named[sign])))
            lines.put_back(rest)
            columns = Columns(named[delimiter])
            if columns.is_corrected:
                columns = Columns([undefused(cell) for cell in named[delimiter]])
            # In a table of one column nothing parts it from others, so that commas belong to the text.
            return columns, delimiter if len(columns.names) > 1 else "\t"
        first = first or max((_cells(text, sign) or [text] for sign in DELIMITERS), key=len)
    if not first and not any(line.strip("\r\n\ufeff \t") for _number, line in seen):
        raise CannotReadBooks(_("The file is empty. Upload a table with a header and one book in each row."))
    raise no_header(first)


def _named(record: str) -> dict[str, list[str]]:
    """The cells of a row by each sign that parts it into the names of columns."""
    text = record.strip("\r\n\ufeff")
    if len(text) > limits.RECORD_CHARACTERS:
        return {}
    return {delimiter: cells for delimiter in DELIMITERS if (cells := _cells(text, delimiter)) and is_header(cells)}


def no_header(first: list[str]) -> CannotReadBooks:
    """What to say of a table without a row that names its columns."""
    found = ", ".join(f"“{text[:40]}”" for cell in first[:8] if (text := tidy(cell))) or _("nothing that can be read")
    return CannotReadBooks(
        _(
            "No row names the columns. The first row should say “title”, “authors”, “isbn” and so on; it says:"
            " %(found)s."
        )
        % {"found": found}
    )


def _rows(lines: _Lines, columns: Columns, delimiter: str, defaults) -> Iterator[BookRow]:
    open_since = 0  # the line of a quotation mark that was never closed
    for number, record in _records(lines, delimiter, len(columns.names)):
        if not record.strip():
            continue
        cells = _cells(record, delimiter)
        problem = _why_not(record, cells, columns, delimiter, open_since)
        if cells is None and record.count('"') % 2:
            open_since = number
        elif cells and len(cells) >= len(columns.names):
            open_since = 0
        if problem:
            is_rest = bool(open_since and open_since != number)
            yield BookRow(line=number, raw=_raw(record, cells, columns, delimiter, is_rest=is_rest), problem=problem)
        elif any(cell.strip() for cell in cells):
            yield _row(number, record, cells, columns, defaults)


def _why_not(record: str, cells: list[str] | None, columns: Columns, delimiter: str, open_since: int) -> str:
    width = len(columns.names)
    if len(record) > limits.RECORD_CHARACTERS:
        said = {"number": len(record), "most": limits.RECORD_CHARACTERS}
        return _("The row holds %(number)d characters; %(most)d are the most. Shorten it.") % said
    if cells is None:
        return _(
            "A quotation mark in this row is never closed, or stands alone. Write quotation marks within a cell twice,"
            " and put the cell between two of them."
        )
    if open_since and len(cells) < width and any(cells):
        return _(
            "This seems to be the rest of row %(number)d, in which a quotation mark is never closed. Correct that row;"
            " if this is one of its own, fill in all of its columns."
        ) % {"number": open_since}
    if any(cell.strip() for cell in cells[width:]):
        sign = {";": _("semicolon"), ",": _("comma"), "\t": _("tab")}.get(delimiter, delimiter)
        return _(
            "The row has %(cells)d cells, the header only %(columns)d. Put a cell that holds a %(sign)s between"
            " quotation marks."
        ) % {"cells": len(cells), "columns": width, "sign": sign}
    return ""


def _row(number: int, record: str, cells: list[str], columns: Columns, defaults) -> BookRow:
    if columns.is_corrected:
        cells = [undefused(cell) for cell in cells]
    row = make_row(number, columns.raw(cells), columns.by_field(cells), defaults=defaults, day_first=columns.day_first)
    if len(cells) < len(columns.names):
        row.warnings.append(
            _("Only %(cells)d of %(columns)d columns are there. The missing ones were taken for empty.")
            % {"cells": len(cells), "columns": len(columns.names)}
        )
    if "\ufffd" in record:
        row.warnings.append(_("Some signs of this row cannot be read. Save the file as UTF-8 and upload it again."))
    return row


def _records(lines: _Lines, delimiter: str, width: int) -> Iterator[tuple[int, str]]:
    """Each record with the number of its first line. A quotation mark that is never closed costs its own line only."""
    for number, line in lines:
        if line.count('"') % 2 == 0 or len(line) > limits.RECORD_CHARACTERS or _stands(line, delimiter, width):
            yield number, line
            continue
        record, taken = _whole(line, lines, delimiter, width)
        if not record:
            lines.put_back(taken)
        yield number, record or line


def _whole(line: str, lines: _Lines, delimiter: str, width: int) -> tuple[str, list[tuple[int, str]]]:
    """A record over several lines, or "" where no end of it can be found, and the lines that were taken for it."""
    record, taken = line, []
    for following in itertools.islice(lines, limits.RECORD_LINES):
        taken.append(following)
        record += following[1]
        if len(record) > limits.RECORD_CHARACTERS:
            break
        if following[1].count('"') % 2:
            if _stands(record, delimiter, width):
                return record, taken
            if not _is_open(record, delimiter):
                break
    return "", taken


def _stands(record: str, delimiter: str, width: int) -> bool:
    """Whether ``record`` is a whole row of a table with ``width`` columns."""
    cells = _cells(record, delimiter)
    return cells is not None and len(cells) <= width


def _is_open(record: str, delimiter: str) -> bool:
    """Whether more lines could make a row of ``record``."""
    try:
        _parsed(record, delimiter)
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _cells(record: str, delimiter: str) -> list[str] | None:
    """The cells of one record; None where its quotation marks make no sense."""
    try:
        return _parsed(record, delimiter)
    except csv.Error:
        return None


def _parsed(record: str, delimiter: str) -> list[str]:
    reader = csv.reader([record.rstrip("\r\n")], delimiter=delimiter, strict=True, skipinitialspace=True)
    return next(reader, [])


def _raw(record: str, cells: list[str] | None, columns: Columns, delimiter: str, *, is_rest: bool) -> dict[str, str]:
    """A refused row as it goes into the file to correct: nothing of it is lost, nothing in it is a book by accident."""
    if is_rest:
        return columns.raw([*[""] * (len(columns.names) - 1), record.strip()])
    if cells is None:
        cells = record.rstrip("\r\n").split(delimiter) if len(record) <= limits.RECORD_CHARACTERS else [record]
    raw = columns.raw(cells)
    if over := cells[len(columns.names) :]:
        last = columns.names[-1]
        raw[last] = delimiter.join([raw.get(last, ""), *over])
    return raw
