"""Tables of books as spreadsheets write them, and as people break them."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.importer.books.opening import read_books
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from tests.importer.book_files import GARDEN, HEADER, LANTERN, csv_of, read, row_of

FULL = "The Winter Garden;Ada Example|Ben Sample;978-0-306-40615-7;Seed Hall;2019;Short.;Waiting|Gardens;4,25;1.511;Shelf;31.01.2026"
VALUES = {
    "title": "The Winter Garden",
    "authors": ["Ada Example", "Ben Sample"],
    "isbn": GARDEN,
    "publisher": "Seed Hall",
    "year": 2019,
    "blurb": "Short.",
    "tags": ["Waiting", "Gardens"],
    "rating_value": "4.25",
    "rating_count": 1511,
    "rating_source": "Shelf",
    "rating_as_of": "2026-01-31",
}


def refusal(data, **options):
    with pytest.raises(CannotReadBooks) as refused:
        read(data, **options)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_that_spreadsheets_write_is_read(encoding):
    row = row_of(csv_of("Frühling – “Übung”;Zoé Exämple", encoding=encoding))
    assert row.values["title"] == "Frühling – “Übung”"
    assert row.values["authors"] == ["Zoé Exämple"]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_full_row(sign):
    assert row_of(csv_of(FULL).replace(b";", sign.encode())).values == VALUES


def test_commas_part_cells_too():
    data = b'Title,Author,ISBN,Rating,Source,Stand\n"Winter, again",Ada Example|Ben Sample,,"4,5",Shelf,2026-01-31\n'
    row = row_of(data)
    assert row.values["title"] == "Winter, again"
    assert row.values["authors"] == ["Ada Example", "Ben Sample"]
    assert row.values["rating_value"] == "4.50"


def test_the_row_as_it_was_given_is_kept():
    assert row_of(b"title;Shelf mark;isbn\nWinter; B 7 ;0-306-40615-2\n").raw == {
        "title": "Winter", "Shelf mark": "B 7 ", "isbn": "0-306-40615-2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Titel;Untertitel;Autor(en);Verlag;Erscheinungsjahr;Schlagwörter",
            ("subtitle", "authors", "publisher", "year"),
        ),
        ("Titre;Sous-titre;Auteur·e·s;Éditeur;Année;Mots-clés", ("subtitle", "authors", "publisher", "year")),
        (
            "BOOK TITLE;Sub-Title;Author(s);Publisher:;Publication year;Key words",
            ("subtitle", "authors", "publisher", "year"),
        ),
    ],
)
def test_headers_are_known_in_three_languages(header, fields):
    values = row_of(f"{header}\nA;B;C;D;2001;e\n".encode()).values
    assert values["title"] == "A"
    assert [values[field] for field in fields] == ["B", ["C"], "D", 2001]
    assert values["tags"] == ["e"]


def test_note_is_a_rating_in_french_only():
    table = "{};note;source;date de la note\nL'hiver;4,5;Rayon;31/01/2026\n"
    assert row_of(table.format("titre").encode()).values["rating_value"] == "4.50"
    assert "rating_value" not in row_of(table.format("title").encode()).values


@pytest.mark.parametrize(
    "isbn",
    ['="9780306406157"', '"=""9780306406157"""', "ISBN 978-0-306-40615-7", "0-306-40615-2", "9780306406157.0",
     "'9780306406157", "306406152", "ISBN-10: 0306406152 (pbk.)", "９７８０３０６４０６１５７"],
)  # fmt: skip
def test_every_way_to_write_an_isbn(isbn):
    row = row_of(f"title;isbn\nWinter;{isbn}\n".encode())
    assert (row.problem, row.values["isbn"]) == ("", GARDEN)


def test_a_zero_that_a_spreadsheet_dropped_is_told():
    assert "0306406152" in row_of(b"title;isbn\nWinter;306406152\n").warnings[0]


@pytest.mark.parametrize("isbn", ["9.78E+12", "9,78031E+12", "9780310000000"])
def test_digits_that_a_spreadsheet_has_rounded_are_lost(isbn):
    problem = row_of(f"title;isbn\nWinter;{isbn}\n".encode()).problem
    assert "rounded" in problem
    assert "format of that column to text" in problem


def test_two_columns_for_one_isbn_must_agree():
    header = b"title;isbn13;isbn10\n"
    assert row_of(header + b"Winter;9780306406157;0306406152\n").values["isbn"] == GARDEN
    assert "two books" in row_of(header + b"Winter;9780306406157;2070408507\n").problem


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("isbn;9780306406158", "check digit"),
        ("year;soon", "no year"),
        ("year;0000", "no year"),
        ("rating;8", "more than 5"),
        ("rating;good", "no number"),
        ("number of ratings;12.5", "no whole number"),
        ("number of ratings;1.234,567", "no whole number"),
    ],
)
def test_what_cannot_be_read_refuses_the_row_and_says_what_to_do(cell, problem):
    name, _, value = cell.partition(";")
    first, second = read(f"title;{name};source;as of\nWinter;{value};Shelf;2026-01-31\nSpring;;;\n".encode())
    assert problem in first.problem
    assert first.problem.endswith(".")
    assert (second.problem, second.values) == ("", {"title": "Spring"})


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("4,25", "4.25"), ("4.2 / 5", "4.20"), ("4,5 von 5", "4.50"), ("3.9 out of 5 stars", "3.90"), ("0", "0.00"),
     ("4,5 von 5 Sternen", "4.50")],
)  # fmt: skip
def test_ratings_with_point_and_comma(written, read_as):
    row = row_of(f"title;rating;source;as of\nWinter;{written};Shelf;2026-01-31\n".encode())
    assert row.values["rating_value"] == read_as


@pytest.mark.parametrize("written", ["2026-01-31", "31.01.2026", "31/01/2026", "01/31/2026", "31 January 2026", "31. Januar 2026",
                                     "January 31, 2026", "31 janv. 2026", "20260131", "2026-1-31", "2026-01-31T00:00:00"])  # fmt: skip
def test_dates(written):
    row = row_of(f'title;rating;source;as of\nWinter;4;Shelf;"{written}"\n'.encode())
    assert row.values["rating_as_of"] == "2026-01-31"


def test_a_date_with_two_readings_is_not_guessed():
    row = row_of(b"title;rating;source;as of\nWinter;4;Shelf;03/04/2026\n")
    assert "two ways" in row.problem
    row = row_of(b"titre;note;source;date de la note\nL'hiver;4;Rayon;03/04/2026\n")
    assert row.values["rating_as_of"] == "2026-04-03"


@pytest.mark.parametrize("given_", [";;", "Shelf;;", ";2026-01-31;"])
def test_a_rating_without_source_or_date_is_left_out_and_the_book_comes(given_):
    row = row_of(f"title;rating;source;as of;x\nWinter;4.5;{given_}\n".encode())
    assert row.values == {"title": "Winter"}
    assert "left out" in row.warnings[0]


def test_source_and_date_may_be_said_for_the_whole_file():
    data = b"title;number of ratings\nWinter;1,511\nSpring;\n"
    first, second = read(data, defaults={"rating_source": "Shelf", "rating_as_of": "2026-01-31"})
    assert first.values["rating_count"] == 1511
    assert first.values["rating_source"] == "Shelf"
    assert second.values == {"title": "Spring"}


@pytest.mark.parametrize(
    ("written", "number"),
    [("1511", 1511), ("1,511", 1511), ("1 511 000", 1511000), ("1511.0", 1511), ("1511.00", 1511)],
)
def test_how_many_ratings(written, number):
    row = row_of(f'title;ratings;source;as of\nWinter;"{written}";Shelf;2026-01-31\n'.encode())
    assert row.values["rating_count"] == number


def test_mark_up_in_a_description_becomes_text():
    first, second = read(
        b"title,description\nWinter,<p>One &amp; two</p><p>Three<br>four</p>\nSummer,a < b &amp; c > d\n"
    )
    assert first.values["blurb"] == "One & two\n\nThree\nfour"
    assert second.values["blurb"] == "a < b &amp; c > d"


def test_tags_are_parted_by_commas_only_where_nothing_else_parts_them():
    first, second = read(b"title\ttags\nA\tGrief, Hope\nB\tGrief, and after|Hope\n")
    assert first.values["tags"] == ["Grief", "Hope"]
    assert second.values["tags"] == ["Grief, and after", "Hope"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n \n", "empty"),
        (b"\0" * 500, "empty"),
        (HEADER.encode(), "only a header"),
        (b"Winter;Ada\nSpring;Ben\n", "No row names the columns"),
        (b"title;Titel;isbn\nA;B;C\n", "“title”, “Titel”"),
        (b"title;" + b";".join(b"c%d" % n for n in range(300)), "columns"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "no text"),
        (b"%PDF-1.7 x", "PDF"),
        (b"<!doctype html><p>x", "web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Excel"),
        (b"\xef\xbb\xbftitle\nA\xff\n", "UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_with_one_sentence(data, said):
    problem = refusal(data)
    assert said in problem
    assert problem.endswith(".")


def test_noise_is_refused():
    assert refusal(b"\x00\x01\x02" + os.urandom(20_000)).endswith(".")


def test_too_many_rows_are_refused_before_anything_else_happens():
    data = HEADER.encode() + b"\n" + b"A;B;;;;;;;;;\n" * 200_000
    assert "more than 20000" in refusal(data)


def test_ragged_rows():
    short, long, blank = read(b"title;authors;isbn\nA\nB;C;;D\nE;F;;;;\n")
    assert short.values == {"title": "A"}
    assert short.warnings
    assert "4 cells" in long.problem
    assert long.raw["isbn"] == ";D"
    assert blank.values == {"title": "E", "authors": ["F"]}


def test_nul_bytes_are_no_part_of_a_text():
    assert row_of(b"title;authors\nWin\0ter;Ada\n").values["title"] == "Winter"


def test_an_open_quotation_mark_costs_its_own_row_only():
    rows = read(b'title;authors\nA;"B\n' + b"C;D\n" * 300)
    assert "quotation mark" in rows[0].problem
    assert [row.values for row in rows[1:]] == [{"title": "C", "authors": ["D"]}] * 300


def test_the_rest_of_a_cell_that_was_never_closed_is_no_book():
    rows = read(b'title;authors;description\nA;B;"One line\nand another\nC;D;E\n')
    assert [bool(row.problem) for row in rows] == [True, True, False]
    assert "row 2" in rows[1].problem
    assert rows[0].raw == {"title": "A", "authors": "B", "description": '"One line'}
    assert rows[1].raw == {"title": "", "authors": "", "description": "and another"}


def test_quotation_marks_within_a_text():
    rows = read(
        b'title;authors\nThe 5" disc;A\nHe said "hi";B\n"Well ""quoted""";C\n"Two\nlines";D\n"bad "one" here";E\nF;G\n'
    )
    assert [row.values.get("title") for row in rows] == [
        'The 5" disc',
        'He said "hi"',
        'Well "quoted"',
        "Two lines",
        None,
        "F",
    ]
    assert [row.line for row in rows] == [2, 3, 4, 5, 7, 8]


@pytest.mark.parametrize("cell", [b"x" * 10_000_000, b'"' + b"x" * 10_000_000 + b'"', b'"' * 10_000_001, b"x" * 60_000])
def test_a_huge_cell_is_refused_alone(cell):
    first, second = read(b"title;authors\n" + cell + b";A\nB;C\n")
    assert "characters" in first.problem
    assert second.values["title"] == "B"


def test_a_header_may_stand_below_a_heading_and_say_its_sign():
    assert row_of(b"sep=;\nOur shelf;;\n;;\ntitle;authors;isbn\nA;B;\n").line == 5


def test_a_cell_of_the_header_may_have_two_lines():
    first, second = read(b'Our "list"\nTitle;"Year of\nthe edition";Year\nWinter;x;2019\nSpring;;2020\n')
    assert (first.line, first.values) == (4, {"title": "Winter", "year": 2019})
    assert second.values == {"title": "Spring", "year": 2020}
    assert row_of(b'Title;5" x 8";Year;a "\nWinter;x;2019;y\n').values == {"title": "Winter", "year": 2019}


def test_a_table_of_one_column_keeps_its_commas():
    assert row_of(b"title\nWinter, spring; and so on\n").values["title"] == "Winter, spring; and so on"


def test_columns_that_nobody_reads_are_named():
    assert "“Shelf mark”" in read_books(io.BytesIO(b"title;Shelf mark\nA;1\n")).notes[0]


def test_what_a_reader_site_exports():
    data = (
        b"Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Year Published\n"
        b'1,Winter,Ada Example,"Example, Ada","Ben Sample","=""2070408507""","=""9782070408504""",0,4.33,1999\n'
        b'2,Spring,Ada Example,"Example, Ada",,"=""""","=""""",0,4.33,\n'
    )
    first, second = read(data)
    assert first.values == {"title": "Winter", "authors": ["Ada Example", "Ben Sample"], "isbn": LANTERN, "year": 1999}
    assert second.values == {"title": "Spring", "authors": ["Ada Example"]}


@given(st.text(alphabet="\";,\n\r\tab='", max_size=60))
def test_no_text_breaks_the_reader(text):
    try:
        rows = read(b"title;authors;isbn\n" + text.encode())
    except CannotReadBooks:
        return
    assert [row.line for row in rows] == sorted(row.line for row in rows)
    assert not any(row.problem and row.values for row in rows)


@pytest.mark.parametrize("cell", ['=HYPERLINK(""http://x.example"")', "=B2", "=Sheet1!$B$2", "= @SUM(1)", '=-A1&""x""'])
@pytest.mark.parametrize("field", ["title", "authors", "publisher", "tags", "description"])
def test_a_formula_is_refused_where_words_should_stand(field, cell):
    row = row_of(f'title;{field if field != "title" else "subtitle"}\n"{cell}";"{cell}"\n'.encode())
    assert "holds a formula" in row.problem
    assert "Write what it should say." in row.problem


@pytest.mark.parametrize("title", ["= 4", "=", "-ism", "+1", "@home", "1 = 2", "=The Tide", "=B"])
def test_a_title_that_only_looks_like_one_is_taken(title):
    assert row_of(f"title;year\n{title};2019\n".encode()).values["title"] == title
