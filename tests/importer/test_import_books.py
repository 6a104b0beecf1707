"""manage.py import_books"""

import io
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.models import Locale

from beatcancer_wagtail.models import BookSnippet
from tests.builders import make_book, make_editor
from tests.importer.book_files import GARDEN, PRODUCT, csv_of, onix_of, xlsx_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


@pytest.fixture
def file(tmp_path):
    def write(data, name="books.csv"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def run(*args, **options):
    out = io.StringIO()
    call_command("import_books", *args, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def runs():
    from beatcancer_wagtail.importer.models import ImportRun

    return ImportRun.objects.all()


MIXED = csv_of(
    {"title": "A", "authors": "Ada"}, {"title": "B", "isbn": "12"}, {"title": "C", "authors": "Cy", "year": "2001"}
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("books.csv", csv_of({"title": "The Winter Garden", "isbn": GARDEN})),
        ("books.xlsx", xlsx_of([["Title", "ISBN"], ["The Winter Garden", GARDEN]])),
        ("books.xml", onix_of(PRODUCT).encode()),
        ("books", onix_of(PRODUCT).encode()),
    ],
)
def test_every_kind_of_file_is_known_by_what_is_in_it(file, name, data):
    assert "The Winter Garden: New draft" in run(file(data, name))
    book = BookSnippet.objects.get()
    assert (book.isbn, book.live) == (GARDEN, False)


def test_each_row_is_told_and_kept_with_its_run(file):
    out = run(file(MIXED), user=make_editor().username)
    assert "Row 2: A: New draft" in out
    assert "Row 3: B: Refused\n    ISBN 12:" in out
    assert "New draft: 2; Refused: 1." in out
    (kept,) = runs()
    assert (kept.kind, kept.state, kept.source, str(kept.started_by)) == ("books", "finished", "books.csv", "editor")
    refused = kept.rows.get(state="refused")
    assert refused.reason.endswith(".")
    assert refused.report["raw"]["isbn"] == "12"
    assert kept.rows.exclude(book=None).count() == 2


def test_a_dry_run_says_the_same_and_stores_nothing(file):
    dry = run(file(MIXED), dry_run=True)
    assert (BookSnippet.objects.count(), runs().count()) == (0, 0)
    assert "nothing has been stored" in dry
    assert [line for line in dry.splitlines() if line[:4] == "Row "] == [
        line for line in run(file(MIXED)).splitlines() if line[:4] == "Row "
    ]


def test_the_second_time_nothing_happens(file):
    run(file(MIXED))
    out = run(file(MIXED))
    assert "Nothing new: 2; Refused: 1." in out
    assert BookSnippet.objects.count() == 2


def test_the_refused_rows_come_as_a_file_to_correct(file, tmp_path):
    to_correct = tmp_path / "again.csv"
    run(file(MIXED), refused=to_correct)
    text = to_correct.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].endswith('"problem"')
    to_correct.write_text(text.replace('"12"', f'"{GARDEN}"'), encoding="utf-8")
    assert "New draft: 1." in run(to_correct)


@pytest.mark.parametrize("form", ["json", "csv", "html"])
@pytest.mark.parametrize("dry_run", [True, False])
def test_a_report(file, tmp_path, form, dry_run):
    report = tmp_path / f"report.{form}"
    rows = csv_of({"title": "<script>A"}, {"title": "=B", "isbn": "12"})
    run(file(rows), report=report, dry_run=dry_run)
    text = report.read_text(encoding="utf-8-sig")
    assert "ISBN 12:" in text
    assert "<script>" not in text if form == "html" else "<script>A" in text
    if form == "json":
        assert [row["state"] for row in json.loads(text)["rows"]] == ["created", "refused"]
    if form == "csv":
        assert ",'=B," in text


def test_source_and_date_of_the_ratings_may_be_said(file):
    data = csv_of({"title": "A", "number of ratings": "1,511"})
    run(file(data), rating_source="Shelf", rating_date="2026-01-31")
    book = BookSnippet.objects.get()
    assert (book.rating_count, book.rating_source, str(book.rating_as_of)) == (1511, "Shelf", "2026-01-31")


def test_the_language_of_the_books(file):
    Locale.objects.create(language_code="de")
    run(file(csv_of({"title": "A"})), locale="de")
    assert BookSnippet.objects.get().locale.language_code == "de"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"locale": "tlh"}, "no such language"),
        ({"user": "nobody"}, "no user “nobody”"),
        ({"rating_date": "soon"}, "no date"),
        ({"rating_date": "2999-01-01"}, "--rating-date"),
        ({"rating_source": "x" * 81}, "80 characters"),
        ({"report": "report.pdf"}, "html, .csv or .json"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_stored(file, options, said):
    if "report" in options:
        options = {"report": Path(options["report"])}
    with pytest.raises(CommandError, match=said):
        run(file(csv_of({"title": "A"})), **options)
    assert BookSnippet.objects.count() == 0


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n" + b"\0" * 90, b"title\n", b"<rss/>", b"PK\x03\x04", onix_of(PRODUCT)[:-40].encode()],
)
def test_a_file_that_cannot_be_read_is_one_line(file, data):
    path = file(data)
    with pytest.raises(CommandError) as refused:
        run(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)
    assert (runs().count(), BookSnippet.objects.count()) == (0, 0)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"There is no file .*gone.csv"):
        run(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    "options",
    [
        {"locale": "tlh"},
        {"rating_source": "x" * 81},
        {"report": Path("report.pdf")},
        {"file": "gone.csv"},
        {"file": "."},
    ],
)
def test_what_the_terminal_shows_can_be_translated(file, tmp_path, monkeypatch, options):
    where = "beatcancer_wagtail.importer.management.commands.import_books._"
    monkeypatch.setattr(where, lambda text: f"[{text}]")
    given = dict(options)
    path = tmp_path / given.pop("file") if "file" in given else file(csv_of({"title": "A"}))
    with pytest.raises(CommandError, match=r"\[.*\]"):
        run(path, **given)


def test_a_kill_leaves_whole_books_and_the_next_run_goes_on(file, monkeypatch):
    make_book(title="Another")
    original = BookSnippet.save_revision

    def killed(self, *args, **kwargs):
        if self.title == "C":
            raise KeyboardInterrupt
        return original(self, *args, **kwargs)

    monkeypatch.setattr(BookSnippet, "save_revision", killed)
    with pytest.raises(KeyboardInterrupt):
        run(file(MIXED))
    assert sorted(BookSnippet.objects.values_list("title", flat=True)) == ["A", "Another"]
    assert runs().get().state == "stopped"
    monkeypatch.undo()
    assert "New draft: 1; Nothing new: 1; Refused: 1." in run(file(MIXED))
