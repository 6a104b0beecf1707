"""Names of columns that stand in each cell for small screens are said once, at the head of the column."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
HEAD = "<thead><tr><th>Age</th><th>Dose</th></tr></thead>"


def table(rows: str, head: str = HEAD, **options) -> tuple[list, dict]:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p><table>{head}{rows}</table><p>{WORDS}</p></main></body></html>"
    found = convert(page.encode(), **options).document
    return next(block["value"]["data"] for block in found["body"] if block["type"] == "table"), found["report"]


def rows(cell: str, count: int = 2) -> str:
    made = ["<tr>" + cell.format("Age", n) + cell.format("Dose", f"{n}00 ml") + "</tr>" for n in range(1, count + 1)]
    return "".join(made)


@pytest.mark.parametrize("head", [HEAD, "<tr><th>Age</th><th>Dose</th></tr>"])
@pytest.mark.parametrize(
    "cell",
    [
        "<td><span class=tea-table__heading aria-hidden=true>{0} </span>{1}</td>",
        "<td><span aria-hidden=true>{0}</span>{1}</td>",
        "<td><b class=cell-label>{0}:</b> {1}</td>",
        "<td data-label={0}><span>{0}</span> {1}</td>",
        "<td><div><div class=x>{0}</div><div>{1}</div></div></td>",
        "<td><strong>{0}</strong>: {1}</td>",
    ],
)
def test_the_name_of_the_column_is_said_once(cell, head):
    for as_found in (False, True):
        data, report = table(rows(cell), head, as_found=as_found)

        assert data == [["Age", "Dose"], ["1", "100 ml"], ["2", "200 ml"]]
        assert [part["text"].strip(": ") for part in report["dropped"] if part["reason"] == "repeat"].count("Dose") == 2
        assert report["coverage"]["percent"] == 100
        assert not report["needs_a_look"]


def test_one_row_needs_a_sign():
    assert table(rows("<td><span aria-hidden=true>{0} </span>{1}</td>", 1))[0][1] == ["1", "100 ml"]
    assert table(rows("<td><b>{0}</b> {1}</td>", 1))[0][1] == ["<b>Age</b> 1", "<b>Dose</b> 100 ml"]


@pytest.mark.parametrize(
    "cell",
    [
        "<td><b>{0}</b></td>",  # all of the cell
        "<td>{1} <b>{0}</b></td>",  # not at its beginning
        "<td><b>{0} low</b> {1}</td>",  # not the name of the column
        "<td>{0} {1}</td>",  # no element of its own
    ],
)
def test_what_is_no_repetition_stays(cell):
    data, report = table(rows(cell))

    assert all("Dose" in row[1] for row in data)
    assert not [part for part in report["dropped"] if part["reason"] == "repeat"]


def test_a_word_in_some_cells_only_stays():
    made = "<tr><td>1</td><td><b>Dose</b> 100 ml</td></tr><tr><td>2</td><td>200 ml</td></tr>"

    assert table(made)[0][1] == ["1", "<b>Dose</b> 100 ml"]
