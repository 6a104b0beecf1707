"""A cell that stands for several rows or columns says what it says in each of them: an editor's table joins no cells."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

HEAD = "<tr><th>Weight</th><th>Morning</th><th>Evening</th></tr>"


def converted(rows: str, **options) -> dict:
    page = f"<html><head><title>Doses</title></head><body><main><h1>Doses</h1><p>By weight, as the ward gives them.</p><table>{HEAD}{rows}</table></main></body></html>"
    return convert(page.encode(), **options).document


def data_of(document: dict) -> list[list[str]]:
    (table,) = [block["value"] for block in document["body"] if block["type"] == "table"]
    return table["data"][1:]


@pytest.mark.parametrize(
    ("rows", "data"),
    [
        (
            "<tr><th>10 kg</th><td>2 mg</td><td rowspan=2 id=e>3 mg</td></tr><tr><th>20 kg</th><td>4 mg</td></tr>",
            [["10 kg", "2 mg", "3 mg"], ["20 kg", "4 mg", "3 mg"]],
        ),
        (
            "<tr><th rowspan=2>10 kg</th><td>2 mg</td><td>3 mg</td></tr><tr><td>5 mg</td><td>6 mg</td></tr>",
            [["10 kg", "2 mg", "3 mg"], ["10 kg", "5 mg", "6 mg"]],
        ),
        (
            "<tr><th>10 kg</th><td rowspan=2 colspan=2>8 mg</td></tr><tr><th>20 kg</th></tr>",
            [["10 kg", "8 mg", "8 mg"], ["20 kg", "8 mg", "8 mg"]],
        ),
        (
            "<tr><td colspan=3>Adults</td></tr><tr><th>60 kg</th><td>8 mg</td><td>8 mg</td></tr>",
            [["Adults", "", ""], ["60 kg", "8 mg", "8 mg"]],
        ),
    ],
    ids=["down", "the first", "both", "as wide as the table"],
)
def test_each_row_says_its_dose(rows, data):
    document = converted(rows)
    assert data_of(document) == data
    coverage = document["report"]["coverage"]
    assert (coverage["percent"], coverage["order"], coverage["added"]) == (100, 100, [])


def test_it_is_told():
    document = converted("<tr><td>10 kg</td><td rowspan=2>2 mg</td></tr><tr><td>20 kg</td></tr>")
    assert "repeated in each of them" in document["report"]["warnings"][0]
    assert not document["report"]["needs_a_look"]


def test_a_number_for_several_columns_may_hold_once_for_all_so_it_needs_a_look():
    document = converted(
        "<tr><th>10 kg</th><td colspan=2>2 mg</td></tr><tr><th>20 kg</th><td>4 mg</td><td>3 mg</td></tr>"
    )
    assert "“2 mg”" in document["report"]["look"][0]


def test_what_is_too_long_to_be_repeated_needs_a_look():
    long = "Ask the ward before you give it. " * 12
    document = converted(
        f"<tr><th>10 kg</th><td colspan=2>{long}</td></tr><tr><th>20 kg</th><td>4 mg</td><td>3 mg</td></tr>"
    )
    assert data_of(document)[0][2] == ""
    assert document["report"]["needs_a_look"]
    assert "Ask the ward before you give it." in document["report"]["look"][0]


def test_as_found_the_cell_stands_once():
    document = converted("<tr><th>10 kg</th><td colspan=2>2 mg</td></tr>", as_found=True)
    assert data_of(document) == [["10 kg", "2 mg", ""]]


def test_a_question_with_two_answers_is_one_question():
    rows = "<tr><td rowspan=2>Does it hurt?</td><td>No.</td><td>Never.</td></tr><tr><td>At times.</td><td>Rarely.</td></tr>"
    assert str(converted(rows)["body"]).count("Does it hurt?") == 1


def test_copies_end_somewhere():
    document = converted("<tr>" + "<td rowspan=60>2 mg</td>" * 60 + "</tr>" + "<tr><td>1 mg</td></tr>" * 60)
    assert str(document["body"]).count("2 mg") < 4_000
    assert document["report"]["needs_a_look"]
