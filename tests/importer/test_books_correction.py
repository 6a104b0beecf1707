"""The refused rows as a file: safe in a spreadsheet, and read again as they were."""

import csv
import io

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.importer.books.correction import correction_file, defused_for_good, undefused
from beatcancer_wagtail.spreadsheets import defused
from tests.importer.book_files import GARDEN, csv_of, read
from tests.importer.book_library import bring_in, states

TRICKY = st.text(alphabet="=+-@|%;'\t\r\n a1", max_size=30)


@given(TRICKY | st.text(max_size=30))
def test_what_is_made_harmless_can_be_read_back(text):
    safe = defused_for_good(text)
    assert undefused(safe) == text
    assert defused(safe) == safe


@given(st.lists(st.fixed_dictionaries({"title": TRICKY, "=name": TRICKY}), max_size=4), st.sampled_from(";,\t"))
def test_no_cell_of_the_file_is_a_formula(rows, delimiter):
    text = "".join(correction_file([(row, "=problem") for row in rows], delimiter))
    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text[1:], newline=""), delimiter=delimiter):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")) for cell in row)


def test_digits_that_a_spreadsheet_would_round_are_kept_from_it():
    text = "".join(correction_file([({"title": "A", "isbn": GARDEN}, "No.")]))
    assert f'"\'{GARDEN}"' in text


def test_a_correction_is_uploaded_again_and_its_problem_ignored():
    if not apps.is_installed("beatcancer_wagtail.importer"):
        pytest.skip("the importer is not installed")
    raw = {"title": '=Tide "x"', "authors": "@Ada;+Ben", "isbn": GARDEN, "Shelf mark": "-1"}
    text = "".join(correction_file([(raw, "The year is wrong.")], ";"))
    (row,) = read(text.encode())
    assert row.raw == raw
    assert row.values == {"title": '=Tide "x"', "authors": ["@Ada", "+Ben"], "isbn": GARDEN}


@pytest.mark.django_db
@pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed")
def test_the_way_round_upload_correct_upload():
    from beatcancer_wagtail.importer.books.refused import RefusedRows

    rows = bring_in(csv_of({"title": "A", "year": "soon"}, {"title": "=B", "isbn": "9780306406158"}, {"title": "C"}))
    text = "".join(correction_file(RefusedRows(rows[0].run), ";"))
    assert text.splitlines()[0].endswith('"problem"')
    assert "no year" in text
    assert states(bring_in(text.encode())) == ["refused", "refused"]
    corrected = text.replace("soon", "2001").replace("9780306406158", GARDEN)
    assert states(bring_in(corrected.encode())) == ["created", "created"]
    assert states(bring_in(corrected.encode())) == ["unchanged", "unchanged"]


def test_a_cell_that_was_too_long_stays_too_long():
    (first,) = read(b"title;description\nA;" + b"x" * 60_000 + b"\n")
    text = "".join(correction_file([(first.raw, first.problem)], ";"))
    assert "characters" in read(text.encode())[0].problem
