"""Workbooks, as they are and as somebody makes them to do harm."""

import datetime
import io

import pytest
from openpyxl.utils import get_column_letter

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.opening import read_books
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from tests.importer.book_files import GARDEN, LOOKED_UP, SHEET, read, row_of, with_part, xlsx_of

HEADER = ["Title", "Author", "ISBN", "Year", "Rating", "Rating source", "Rating as of", "Tags"]
PLAIN = [HEADER, ["Winter", "Ada"]]
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'


def refusal(data, **options):
    with pytest.raises(CannotReadBooks) as refused:
        read(data, **options)
    return str(refused.value)


def sheet_with(added, *, before=b"</sheetData>"):
    return with_part(xlsx_of(PLAIN), SHEET, lambda xml: xml.replace(before, added + before))


def test_a_sheet_with_numbers_and_dates_as_spreadsheets_keep_them():
    moment = datetime.datetime.combine(LOOKED_UP, datetime.time())
    row = row_of(
        xlsx_of([HEADER, ["Winter", "Ada|Ben", 9780306406157, datetime.date(2019, 4, 2), 4.25, "Shelf", moment, "a|b"]])
    )
    assert row.values == {
        "title": "Winter",
        "authors": ["Ada", "Ben"],
        "isbn": GARDEN,
        "year": 2019,
        "rating_value": "4.25",
        "rating_source": "Shelf",
        "rating_as_of": "2026-01-31",
        "tags": ["a", "b"],
    }


def test_an_isbn_that_the_cell_shows_with_its_zeros():
    data = xlsx_of([["Title", "ISBN"], ["Winter", 306406152]], formats={"B2": "0000000000"})
    row = row_of(data)
    assert (row.values["isbn"], row.warnings) == (GARDEN, [])


def test_an_isbn_that_has_been_rounded():
    first, second = read(xlsx_of([["Title", "ISBN"], ["Winter", 9.78e12], ["Spring", "9.78E+12"]]))
    assert "rounded" in first.problem
    assert "rounded" in second.problem


def test_formulas_without_a_result_are_not_taken_for_nothing():
    first, second = read(xlsx_of([["Title", "ISBN"], ["=A9", GARDEN], ['="Winter"', f'="{GARDEN}"']]))
    assert "formula" in first.problem
    assert second.values == {"title": "Winter", "isbn": GARDEN}


def test_the_result_of_a_formula_counts():
    data = with_part(
        xlsx_of([["Title", "ISBN"], ["=B9", GARDEN]]),
        SHEET,
        lambda xml: xml.replace(
            b'<c r="A2"><f>B9</f><v></v></c>', b'<c r="A2" t="str"><f>B9</f><v>Winter</v></c>'
        ).replace(b'<c r="A2"><f>B9</f><v/></c>', b'<c r="A2" t="str"><f>B9</f><v>Winter</v></c>'),
    )
    assert row_of(data).values["title"] == "Winter"


def test_an_error_in_a_cell_is_told():
    first, second = read(xlsx_of([["Title", "Author"], ["#REF!", "Ada"], ["Winter", "Ada"]]))
    assert "#REF!" in first.problem
    assert second.values["title"] == "Winter"


def test_all_sheets_with_a_header_are_read_and_the_others_named():
    sheets = [("New", PLAIN), ("Notes", [["Call the printer"]]), ("Old", [["Titel"], ["Herbst"]]), ("Bin", PLAIN)]
    book = read_books(io.BytesIO(xlsx_of(*sheets, hidden=["Bin"])))
    assert [(row.sheet, row.line, row.values["title"]) for row in book] == [("New", 2, "Winter"), ("Old", 2, "Herbst")]
    assert ["“Notes”" in book.notes[0], "hidden" in book.notes[1]] == [True, True]


def test_merged_and_empty_rows_and_a_heading_above():
    rows = [["Our shelf"], [], HEADER, ["Winter", "Ada"], ["Spring"], ["Summer"], [], ["Autumn", "Ben"]]
    read_rows = read(xlsx_of(rows, merged=["A1:H1", "B4:B6"]))
    assert [(row.line, row.values["title"], row.values["authors"]) for row in read_rows] == [
        (4, "Winter", ["Ada"]), (5, "Spring", ["Ada"]), (6, "Summer", ["Ada"]), (8, "Autumn", ["Ben"]),
    ]  # fmt: skip


def test_what_stands_beside_the_table_is_no_book():
    assert "“found by Ada”" in row_of(xlsx_of([["Title"], ["Winter", None, None, "found by Ada"]])).problem


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (xlsx_of([]), "empty"),
        (xlsx_of([HEADER]), "only a header"),
        (xlsx_of([["Winter", "Ada"]]), "No row names the columns"),
        (xlsx_of(PLAIN)[:900], "damaged"),
        (b"PK\x03\x04" + b"x" * 500, "damaged"),
        (with_part(xlsx_of(PLAIN), SHEET, lambda xml: xml[:-40]), "damaged"),
        (with_part(xlsx_of(PLAIN), SHEET, lambda xml: ENTITIES + xml), "entities"),
        (with_part(xlsx_of(PLAIN), "xl/sharedStrings.xml", lambda xml: ENTITIES + b"<sst/>"), "entities"),
        (with_part(xlsx_of(PLAIN), SHEET, lambda xml: (ENTITIES + xml).decode().encode("utf-16")), "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_with_one_sentence(data, said):
    problem = refusal(data)
    assert said in problem
    assert problem.endswith(".")


def test_an_archive_of_something_else():
    assert "no Excel workbook" in refusal(xlsx_of(PLAIN).replace(b"xl/workbook.xml", b"xl/workbonk.xml"))


@pytest.mark.parametrize(
    "added",
    [
        b" " * (limits.SHEET_BYTES + 1),
        b"<a/>" * (limits.SHEET_TAGS + 1),
        b'<row r="3">' + b'<c r="A3"><v>1</v></c>' * 60_000 + b"</row>",
    ],
    ids=["spaces", "elements", "a row"],
)
def test_what_becomes_too_large_when_it_is_unpacked(added):
    data = sheet_with(added)
    assert len(data) < 2_000_000
    assert "too large" in refusal(data)


def test_strings_that_become_too_large():
    data = with_part(
        xlsx_of(PLAIN), "xl/sharedStrings.xml", lambda xml: b"<sst>" + b" " * limits.STRINGS_BYTES + b"</sst>"
    )
    assert "too large" in refusal(data)


def test_a_row_far_below_and_a_row_far_to_the_right_do_not_hold_up():
    cells = b"".join(b'<c r="%s3"><v>1</v></c>' % get_column_letter(n).encode() for n in range(1, 5_000))
    first, second = read(
        sheet_with(b'<row r="3">' + cells + b'</row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')
    )
    assert first.values["title"] == "Winter"
    assert "Beside the last column" in second.problem


def test_a_huge_cell_is_refused_alone():
    cell = b'<row r="3"><c r="A3" t="inlineStr"><is><t>' + b"x" * 900_000 + b"</t></is></c></row>"
    first, second = read(sheet_with(cell))
    assert (first.problem, "900000" in second.problem) == ("", True)


def test_merged_cells_by_the_thousand():
    merges = b"".join(b'<mergeCell ref="B%d:B1048576"/>' % n for n in range(2, 20_000))
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n) for n in range(3, 2_000))
    data = with_part(
        xlsx_of(PLAIN), SHEET,
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData><mergeCells>" + merges + b"</mergeCells>"),
    )  # fmt: skip
    assert len(read(data)) == 1998


def test_too_many_rows():
    assert "more than 50" in refusal(xlsx_of([HEADER, *[["Winter", "Ada"]] * 60]), most=50)
