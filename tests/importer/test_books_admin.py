"""Importing books in the admin: upload, preview, confirmation, result, correction."""

import datetime

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Locale

from beatcancer_wagtail.models import BookSnippet
from tests.builders import make_book, make_editor, make_superuser
from tests.importer.book_files import GARDEN, PRODUCT, csv_of, onix_of, xlsx_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

START, UPLOAD = "/admin/import/", "/admin/import/books/"
MAY = ["add_importrun", "add_booksnippet", "change_booksnippet"]
MIXED = csv_of(
    {"title": "The Winter Garden", "authors": "Ada Example", "isbn": GARDEN},
    {"title": "=The Tide", "isbn": "12"},
    {"title": "The Lantern", "tags": "Light"},
)


@pytest.fixture
def editor(client):
    """Somebody who may import, and add and change books."""
    client.user = make_editor(permissions=MAY)
    client.force_login(client.user)
    return client


def file_of(data=MIXED, name="books.csv"):
    return SimpleUploadedFile(name, data)


def begin(client, data=MIXED, name="books.csv", **fields):
    """Upload, and the import that it made."""
    from beatcancer_wagtail.importer.models import ImportRun

    response = client.post(UPLOAD, {"file": file_of(data, name), **fields})
    assert response.status_code == 302, response.context["form"].errors
    return ImportRun.objects.first()


def url(run, name=""):
    return f"{START}{run.pk}/{name}"


def correction_url(run):
    return f"{UPLOAD}{run.pk}/correction.csv"


def confirm(client, run, *, leave=()):
    rows = run.rows.exclude(state="refused")
    taken = [row.pk for row in rows if row.title not in leave]
    shown = ",".join(str(row.pk) for row in rows)
    return client.post(url(run, "confirm/"), {"shown": shown, "take": taken, "confirm": "1"}, follow=True)


def content(response):
    return b"".join(response).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (MIXED, "books.csv"),
        (xlsx_of([["Title", "Author", "ISBN"], ["The Winter Garden", "Ada Example", GARDEN]]), "books.xlsx"),
        (onix_of(PRODUCT).encode(), "feed.xml"),
    ],
)
def test_an_upload_is_a_dry_run_first(editor, data, name):
    run = begin(editor, data, name)
    assert (BookSnippet.objects.count(), run.state) == (0, "waiting")
    page = editor.get(url(run)).content.decode()
    assert "The Winter Garden" in page
    assert "New draft" in page


def test_the_preview_says_what_each_row_will_do_and_why_not(editor):
    make_book(title="The Lantern", authors="", tags=["Light"])
    make_book(title="The Winter Garden", isbn=GARDEN, authors="Ada Sample")
    page = editor.get(url(begin(editor))).content.decode()
    assert "An ISBN has 13 digits" in page
    assert "New revision" in page
    assert "Ada Sample" in page
    assert "Nothing new" in page


def test_confirmed_it_makes_drafts_with_links_to_them(editor):
    run = begin(editor)
    page = confirm(editor, run).content.decode()
    run.refresh_from_db()
    assert (run.state, BookSnippet.objects.count()) == ("finished", 2)
    for book in BookSnippet.objects.all():
        assert (book.live, book.latest_revision.user) == (False, editor.user)
        assert f"/admin/snippets/beatcancer_wagtail/booksnippet/edit/{book.pk}/" in page
    assert correction_url(run) in page


def test_what_is_not_ticked_is_left_out(editor):
    confirm(editor, begin(editor), leave=["The Lantern"])
    assert BookSnippet.objects.get().title == "The Winter Garden"


def test_confirmed_twice_it_makes_nothing_twice(editor):
    run = begin(editor)
    confirm(editor, run)
    confirm(editor, run)
    assert (BookSnippet.objects.count(), run.rows.filter(state="created").count()) == (2, 2)
    assert [book.revisions.count() for book in BookSnippet.objects.all()] == [1, 1]


def test_a_row_that_another_process_has_stored_is_left_alone(editor):
    from beatcancer_wagtail.importer.admin.books import Books

    run = begin(editor)
    row = run.rows.get(title="The Lantern")
    Books().store(row, editor.user)
    Books().store(
        run.rows.model(pk=row.pk, run=run, position=3, state="read", document={"title": "The Lantern"}),
        editor.user,
    )
    assert BookSnippet.objects.count() == 1


def test_the_library_may_have_changed_since_the_preview(editor):
    run = begin(editor)
    make_book(title="The Winter Garden", isbn=GARDEN, authors="Ada Example")
    confirm(editor, run)
    assert run.rows.get(title="The Winter Garden").state == "unchanged"
    assert BookSnippet.objects.filter(isbn=GARDEN).count() == 1


@pytest.mark.parametrize("way", ["confirm/", "discard/", "step/"])
def test_looking_stores_nothing(editor, way):
    run = begin(editor)
    editor.get(url(run, way))
    run.refresh_from_db()
    assert (run.state, BookSnippet.objects.count()) == ("waiting", 0)


def test_the_file_to_correct(editor):
    run = begin(editor)
    response = editor.get(correction_url(run))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    text = content(response)
    assert "'=The Tide" in text
    assert "An ISBN has 13 digits" in text
    assert "The Lantern" not in text
    again = begin(editor, text.replace('"12"', f'"{GARDEN}"').encode())
    assert list(again.rows.values_list("title", "state")) == [("=The Tide", "read")]


def test_one_row_shows_what_was_given(editor):
    run = begin(editor)
    row = run.rows.get(state="refused")
    page = editor.get(url(run, f"{row.pk}/")).content.decode()
    assert "=The Tide" in page
    assert row.reason.split(":")[0] in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"title;authors\n", "only a header"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "no text"),
        (b"Winter;Ada\n", "No row names the columns"),
        (b"<rss/>", "no ONIX message"),
        (b"title\n" + b"A\n" * 2_500, "more than 2000"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_at_the_field(editor, data, said):
    from beatcancer_wagtail.importer.models import ImportRun

    response = editor.post(UPLOAD, {"file": file_of(data)})
    assert response.status_code == 200
    assert said in str(response.context["form"].errors["file"])
    assert ImportRun.objects.count() == 0


def test_no_file(editor):
    assert "choose a file" in editor.post(UPLOAD, {}).content.decode()


def test_source_and_day_of_the_ratings(editor):
    data = csv_of({"title": "A", "rating": "4,5"})
    confirm(editor, begin(editor, data, rating_source="Shelf", rating_as_of="2026-01-31"))
    book = BookSnippet.objects.get()
    assert (book.rating_source, book.rating_as_of) == ("Shelf", datetime.date(2026, 1, 31))
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    response = editor.post(UPLOAD, {"file": file_of(data), "rating_as_of": tomorrow})
    assert "rating_as_of" in response.context["form"].errors


def test_the_language_is_asked_for_where_there_are_several(editor):
    assert b'name="locale"' not in editor.get(UPLOAD).content
    german = Locale.objects.create(language_code="de")
    assert b'name="locale"' in editor.get(UPLOAD).content
    confirm(editor, begin(editor, csv_of({"title": "A"}), locale=german.pk))
    assert BookSnippet.objects.get().locale == german


def test_a_stranger_is_sent_to_the_login(client):
    make_superuser()
    for address in (UPLOAD, f"{UPLOAD}1/correction.csv"):
        assert "/admin/login/" in client.get(address)["Location"]
        assert client.post(address).status_code == 302


@pytest.mark.parametrize("permissions", [[], ["add_booksnippet", "change_booksnippet"], ["view_importrun"]])
def test_an_editor_without_the_permission_to_import(client, permissions):
    from beatcancer_wagtail.importer.models import ImportRun

    client.force_login(make_editor(permissions=permissions))
    response = client.post(UPLOAD, {"file": file_of()})
    assert response.status_code in (302, 403)
    assert ImportRun.objects.count() == 0


def test_an_editor_who_may_import_but_not_add_books(client):
    from beatcancer_wagtail.importer.models import ImportRun

    client.force_login(make_editor(permissions=["add_importrun"]))
    client.post(UPLOAD, {"file": file_of()})
    assert ImportRun.objects.count() == 0


def test_who_may_add_but_not_change_adds_only(client):
    client.force_login(make_editor(permissions=["add_importrun", "add_booksnippet"]))
    book = make_book(title="The Winter Garden", isbn=GARDEN)
    run = begin(client)
    confirm(client, run)
    assert run.rows.get(title="The Winter Garden").state == "refused"
    assert (book.revisions.count(), BookSnippet.objects.count()) == (0, 2)


def test_who_may_no_longer_add_books_stores_none(editor):
    run = begin(editor)
    editor.user.groups.first().permissions.remove(
        *editor.user.groups.first().permissions.filter(codename="add_booksnippet")
    )
    confirm(editor, run)
    assert BookSnippet.objects.count() == 0


def test_the_import_of_somebody_else(editor, client):
    run = begin(editor)
    client.force_login(make_editor("other", permissions=MAY))
    for way in ("", "confirm/", "discard/"):
        client.post(url(run, way), {"confirm": "1"})
        assert client.get(url(run, way)).status_code in (302, 403)
    assert client.get(correction_url(run)).status_code in (302, 403)
    assert BookSnippet.objects.count() == 0
    client.force_login(make_editor("viewer", permissions=["view_importrun"]))
    assert client.get(correction_url(run)).status_code == 200


def test_numbers_of_no_import_and_of_articles(editor):
    from beatcancer_wagtail.importer.models import ImportRun

    articles = ImportRun.objects.create(kind="articles", source="x", started_by=editor.user, state="waiting")
    assert editor.get(correction_url(articles)).status_code == 404
    assert editor.get(f"{UPLOAD}999999/correction.csv").status_code == 404
    assert editor.post(correction_url(articles)).status_code == 405


@pytest.mark.parametrize("form", ["html", "csv", "json"])
def test_the_report_of_a_run(editor, form):
    run = begin(editor)
    before = editor.get(url(run, f"report.{form}")).content.decode()
    confirm(editor, run)
    for text in (before, editor.get(url(run, f"report.{form}")).content.decode()):
        assert "The Winter Garden" in text
        assert "An ISBN has 13 digits" in text


def test_columns_that_nobody_reads_are_named_above_the_table(editor):
    run = begin(editor, b"title;Shelf mark\nA;1\n")
    assert "“Shelf mark”" in editor.get(url(run)).content.decode()
