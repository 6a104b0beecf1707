"""Excel workbooks, row by row."""

import datetime
import itertools
import re
import warnings
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.columns import Columns, is_header
from beatcancer_wagtail.importer.books.correction import undefused
from beatcancer_wagtail.importer.books.csv_file import no_header
from beatcancer_wagtail.importer.books.row import BookFile, BookRow, CannotReadBooks
from beatcancer_wagtail.importer.books.values import make_row
from beatcancer_wagtail.importer.books.xlsx_archive import BROKEN, Seen, cannot_open, check_archive, look_at

_TEXT_FORMULA = re.compile(r'=\s*"(?:[^"]|"")*"', re.DOTALL)
_ZEROS = re.compile(r"0{2,13}")
NO_RESULT, ERROR = "\ue000formula", "\ue000error:"  # signs that no font has, so no table either


def read_xlsx(file, defaults: dict[str, str] | None = None) -> BookFile:
    """The rows of every sheet that has a header, one sheet after the other."""
    check_archive(file)
    book = BookFile(iter(()))
    with_results = _quietly(lambda: load_workbook(file, read_only=True, data_only=True, keep_links=False))
    sheets = [sheet for sheet in with_results.worksheets if hasattr(sheet, "iter_rows")]
    if len(sheets) > limits.SHEETS:
        raise CannotReadBooks(
            _("The workbook has %(number)d sheets; %(most)d are the most. Put the books on one sheet.")
            % {"number": len(sheets), "most": limits.SHEETS}
        )
    tables, first = [], []
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            book.notes.append(_("The sheet “%(sheet)s” is hidden and was not read.") % {"sheet": sheet.title})
            continue
        rows = _texts(file, sheet)
        columns, seen = _header(rows)
        if columns is None:
            first = first or seen
            if seen:
                book.notes.append(
                    _("The sheet “%(sheet)s” was not read, because no row of it names the columns.")
                    % {"sheet": sheet.title}
                )
            continue
        book.notes += columns.notes()
        tables.append(_rows(rows, columns, sheet.title if len(sheets) > 1 else "", defaults))
    if not tables:
        if not first:
            raise CannotReadBooks(_("The workbook is empty. Upload a table with a header and one book in each row."))
        raise no_header(first)
    book.rows = itertools.chain.from_iterable(tables)
    return book


def _header(rows: Iterator[tuple[int, list[str]]]) -> tuple[Columns | None, list[str]]:
    first: list[str] = []
    for _number, cells in itertools.islice(rows, limits.HEADER_WITHIN):
        if is_header(cells):
            while cells and not cells[-1].strip():
                cells.pop()
            columns = Columns(cells)
            return (Columns([undefused(cell) for cell in cells]) if columns.is_corrected else columns), cells
        first = first or cells
    return None, first


def _rows(rows, columns: Columns, sheet: str, defaults) -> Iterator[BookRow]:
    for number, cells in rows:
        raw = {name: _shown(cell) for name, cell in columns.raw(cells).items()}
        if over := [cell for cell in cells[len(columns.names) :] if cell.strip()]:
            problem = _("Beside the last column stands “%(text)s”. Give that column a header, or empty the cell.")
            yield BookRow(number, raw, problem=problem % {"text": _shown(over[0])[:60]}, sheet=sheet)
            continue
        used = columns.by_field(cells)
        problem = next(
            (_why_not(columns, field, cell) for field, cell in used.items() if cell.startswith("\ue000")), ""
        )
        if problem:
            yield BookRow(number, raw, problem=problem, sheet=sheet)
            continue
        if columns.is_corrected:
            used = {field: undefused(cell) for field, cell in used.items()}
            raw = {name: undefused(cell) for name, cell in raw.items()}
        yield make_row(number, raw, used, sheet=sheet, defaults=defaults, day_first=columns.day_first)


def _why_not(columns: Columns, field: str, cell: str) -> str:
    name = columns.names[columns.fields.index(field)]
    if cell == NO_RESULT:
        return _(
            "The cell “%(name)s” holds a formula, and the file does not hold its result. Open the file in a spreadsheet,"
            " save it, and upload it again."
        ) % {"name": name}
    return _("The cell “%(name)s” shows %(error)s. Correct its formula, or write what it should say.") % {
        "name": name,
        "error": cell.removeprefix(ERROR),
    }


def _shown(cell: str) -> str:
    return "" if cell == NO_RESULT else cell.removeprefix(ERROR)


def _texts(file, sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with their numbers. Merged cells say the same in each of their rows."""
    seen = look_at(file, sheet._worksheet_path)
    formulas = _formulas(file, sheet.title) if seen.has_formulas else itertools.repeat(())
    merged = _Merged(seen)
    empty = 0
    sheet.reset_dimensions()  # a sheet may say that it is larger or smaller than it is
    for number, (row, formula_row) in enumerate(zip(_steps(sheet), formulas, strict=False), 1):
        cells = merged.fill(number, [_text(cell) for cell in row])
        for place, formula in enumerate(formula_row):
            if formula and place < len(cells) and not cells[place]:
                cells[place] = formula
        empty = 0 if any(cell.strip() for cell in cells) else empty + 1
        if empty > limits.EMPTY_ROWS:
            return
        if not empty:
            yield number, cells


def _formulas(file, title: str) -> Iterator[list[str]]:
    """For each row what to say of a formula that has no result: its text if it is one, or that there is none."""
    sheet = _quietly(lambda: load_workbook(file, read_only=True, keep_links=False))[title]
    sheet.reset_dimensions()
    for row in _steps(sheet):
        yield [_of_formula(cell.value) if cell.data_type == "f" else "" for cell in row]


def _of_formula(value: object) -> str:
    return value if isinstance(value, str) and _TEXT_FORMULA.fullmatch(value) else NO_RESULT


def _steps(sheet) -> Iterator:
    rows = sheet.iter_rows(max_col=limits.COLUMNS + 1)
    over = object()
    while (row := _quietly(lambda: next(rows, over))) is not over:
        yield row


def _quietly(do: Callable):
    """openpyxl warns of whatever a workbook has that it does not know; of that nothing is needed here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return do()
        except BROKEN as error:
            raise cannot_open() from error


class _Merged:
    """Merged cells: their text stands in the first of their rows only."""

    def __init__(self, seen: Seen) -> None:
        self._from: dict[int, list[tuple[int, int]]] = {}
        for top, bottom, column in seen.merges:
            self._from.setdefault(top, []).append((bottom, column - 1))
        self._open: list[tuple[int, int, str]] = []

    def fill(self, number: int, cells: list[str]) -> list[str]:
        self._open = [merge for merge in self._open if merge[0] >= number]
        # Only beside something that stands in the row itself: an empty row is no book.
        if any(cells):
            for _bottom, place, text in self._open:
                cells += [""] * (place + 1 - len(cells))
                cells[place] = cells[place] or text
        for bottom, place in self._from.get(number, ()):
            if place < len(cells) and cells[place] and len(self._open) < limits.MERGES_AT_ONCE:
                self._open.append((bottom, place, cells[place]))
        return cells


def _text(cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return f"{ERROR}{value}"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        value = int(value) if value.is_integer() and abs(value) < 1e16 else value
    if isinstance(value, int):
        return str(value).zfill(len(cell.number_format)) if _ZEROS.fullmatch(cell.number_format or "") else str(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).replace("\ue000", "")
