"""Books into the library: drafts, each once, and nothing of an editor's work lost."""

import datetime
import threading
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections
from taggit.models import Tag
from wagtail.models import Locale, ModelLogEntry, Revision

from beatcancer_wagtail.models import BookSnippet
from tests.builders import make_book, make_editor
from tests.importer.book_files import GARDEN, LANTERN, PRODUCT, TIDE, csv_of, onix_of
from tests.importer.book_library import bring_in, draft_of, only_book, states

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

FULL = {
    "title": "The Winter Garden",
    "authors": "Ada Example|Ben Sample",
    "isbn": GARDEN,
    "publisher": "Seed Hall",
    "year": "2019",
    "description": "Short.",
    "tags": "Waiting|Gardens",
    "rating": "4,25",
    "number of ratings": "1.511",
    "rating source": "Shelf",
    "rating as of": "2026-01-31",
}


def full(**changes):
    return csv_of({**FULL, **{name.replace("_", " "): value for name, value in changes.items()}})


def test_a_new_book_is_a_draft_with_all_that_the_row_says():
    user = make_editor()
    (row,) = bring_in(full(), user=user)
    book = only_book()
    assert (row.state, row.book, row.title) == ("created", book, "The Winter Garden")
    assert (book.live, book.has_unpublished_changes, book.revisions.count()) == (False, True, 1)
    assert (book.author_names, book.isbn, book.year) == (["Ada Example", "Ben Sample"], GARDEN, 2019)
    assert (book.rating_value, book.rating_count, book.rating_source) == (Decimal("4.25"), 1511, "Shelf")
    assert book.rating_as_of == datetime.date(2026, 1, 31)
    assert not book.rating_is_own
    assert book.tag_names == ["Gardens", "Waiting"]
    assert draft_of(book).tag_names == ["Gardens", "Waiting"]
    assert book.latest_revision.user == user
    assert [entry.action for entry in ModelLogEntry.objects.all()] == ["wagtail.create"]


def test_the_draft_can_be_published_as_it_is():
    bring_in(full())
    only_book().latest_revision.publish()
    book = only_book()
    assert (book.live, book.tag_names) == (True, ["Gardens", "Waiting"])


@pytest.mark.parametrize("data", [full(), onix_of(PRODUCT).encode()], ids=["table", "message"])
def test_the_same_file_twice_is_one_book_and_one_revision(data):
    bring_in(data)
    (again,) = bring_in(data)
    assert (again.state, again.source) == ("unchanged", "Row 2" if data[:1] != b"<" else "Product 1")
    assert (BookSnippet.objects.count(), Revision.objects.count()) == (1, 1)


@pytest.mark.parametrize("isbn", ["0-306-40615-2", "978-0-306-40615-7"])
def test_a_book_is_known_by_its_isbn_with_ten_digits_or_thirteen(isbn):
    book = make_book(title="The Winter Garden", isbn=GARDEN)
    (row,) = bring_in(full(isbn=isbn))
    assert (row.state, row.book) == ("changed", book)
    assert BookSnippet.objects.count() == 1


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("THE WINTER GARDEN", "Example, Ada"),
        ("The Wintër-Garden", "ada example|Ben Sample"),
        ("The Winter Garden!", "Ben Sample"),
    ],
)
def test_or_else_by_title_and_author_however_they_are_written(title, authors):
    make_book(title="The Winter Garden", authors="Ada Example\nBen Sample")
    bring_in(full(title=title, authors=authors))
    assert BookSnippet.objects.count() == 1


def test_a_subtitle_may_stand_in_the_title():
    make_book(title="The Winter Garden: What Still Grows", authors="Ada Example")
    bring_in(csv_of("The Winter Garden;What Still Grows;Ada Example", header="title;subtitle;authors"))
    assert BookSnippet.objects.count() == 1


@pytest.mark.parametrize("row", ["The Winter Garden;Part one;Cy Other", "The Winter Garden;Part two;Ada Example"])
def test_another_author_or_another_volume_is_another_book(row):
    make_book(title="The Winter Garden", subtitle="Part one", authors="Ada Example")
    assert states(bring_in(csv_of(row, header="title;subtitle;authors"))) == ["created"]


@pytest.mark.parametrize(
    ("known", "given", "state"),
    [
        ("がん", "かん", "created"),
        ("मान", "मीन", "created"),
        ("كتاب", "كِتاب", "changed"),
        ("Élan", "Elan", "changed"),
        ("בית־חולים", "בֵּית חוֹלִים", "changed"),
    ],
)
def test_signs_that_make_another_word_are_no_accents(known, given, state):
    make_book(title=known, authors="Ada Example")
    assert states(bring_in(csv_of(f"{given};Ada Example", header="title;authors"))) == [state]


@pytest.mark.parametrize("known", [{"isbn": TIDE}, {"authors": ""}])
def test_where_nobody_can_tell_the_row_is_refused(known):
    make_book(**{"title": "The Winter Garden", "authors": "Ada Example", **known})
    (row,) = bring_in(full(isbn=GARDEN if "isbn" in known else ""))
    assert row.state == "refused"
    assert row.report["raw"]["title"] == "The Winter Garden"
    assert BookSnippet.objects.count() == 1


def test_a_draft_that_an_editor_has_corrected_is_known_as_it_is_now():
    book = make_book(live=False, title="Wintre Gardn", authors="Ada Example", isbn="")
    book.title, book.isbn = "The Winter Garden", GARDEN
    book.save_revision()
    (row,) = bring_in(full())
    assert (row.state, row.book) == ("changed", book)


def test_what_changes_becomes_a_draft_and_readers_see_what_they_saw():
    book = make_book(title="The Winter Garden", isbn=GARDEN, publisher="Old House", blurb="Short.", tags=["gardens"])
    (row,) = bring_in(full(), user=make_editor())
    book.refresh_from_db()
    assert (book.live, book.publisher, book.has_unpublished_changes) == (True, "Old House", True)
    assert (draft_of(book).publisher, draft_of(book).year) == ("Seed Hall", 2019)
    assert "Publisher: “Old House” becomes “Seed Hall”." in row.report["changes"]
    assert "Year: “2019” is new." in row.report["changes"]
    assert not any("Short." in change for change in row.report["changes"])
    assert "Tags that are new here: Waiting." in row.report["changes"]


def test_an_empty_cell_erases_nothing_and_tags_are_only_added():
    book = make_book(title="The Winter Garden", isbn=GARDEN, publisher="Seed Hall", subtitle="Still", tags=["Hope"])
    bring_in(csv_of({"title": "The Winter Garden", "isbn": GARDEN, "tags": "Waiting"}))
    draft = draft_of(book)
    assert (draft.publisher, draft.subtitle, draft.author_names) == (
        "Seed Hall",
        "Still",
        ["Ada Example", "Ben Sample"],
    )
    assert draft.tag_names == ["Hope", "Waiting"]


def test_a_row_with_an_isbn_alone_changes_a_book_but_makes_none():
    book = make_book(isbn=GARDEN)
    rows = bring_in(csv_of({"isbn": GARDEN, "year": "2019"}, {"isbn": TIDE, "year": "2019"}, {"year": "2001"}))
    assert states(rows) == ["changed", "refused", "refused"]
    assert rows[0].title == book.title
    assert draft_of(book).year == 2019


def test_an_isbn_under_quite_another_title_needs_a_look():
    make_book(title="Cooking for Two", isbn=GARDEN, authors="Ada Example")
    (row,) = bring_in(full())
    assert row.needs_look
    assert "Cooking for Two" in " ".join(row.report["warnings"])


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    "known", [{"title": "Cooking for Two", "authors": ""}, {"title": "The Quiet Ward", "authors": "Nell Other"}]
)
def test_an_isbn_of_quite_another_book_is_refused(known, dry_run):
    book = make_book(isbn=GARDEN, **known)
    (row,) = bring_in(full(), dry_run=dry_run)
    assert (row.state, row.book) == ("refused", None)
    assert f"quite another book: “{known['title']}”" in row.reason
    assert draft_of(book).title == known["title"]


def test_an_isbn_whose_book_has_no_author_yet_is_known_by_a_word_of_its_title():
    make_book(title="Winter in the garden", isbn=GARDEN, authors="")
    (row,) = bring_in(full())
    assert row.state == "changed"


def test_somebody_who_may_not_change_books_adds_only():
    book = make_book(title="The Winter Garden", isbn=GARDEN)
    rows = bring_in(csv_of(FULL, {"title": "The Tide", "authors": "Ada Example"}), may_change=False)
    assert states(rows) == ["refused", "created"]
    assert book.revisions.count() == 0


RATED = {"rating_value": Decimal("4.00"), "rating_count": 900, "rating_source": "Shelf"}


def rated(as_of, **fields):
    return make_book(isbn=GARDEN, **{**RATED, "rating_as_of": datetime.date.fromisoformat(as_of), **fields})


def test_a_newer_rating_replaces_all_of_an_older_one():
    book = rated("2025-01-31")
    bring_in(full())
    draft = draft_of(book)
    assert (draft.rating_value, draft.rating_count, draft.rating_as_of.year) == (Decimal("4.25"), 1511, 2026)


@pytest.mark.parametrize(
    ("known", "row"),
    [
        ({"as_of": "2026-05-01"}, {}),  # the library's is newer
        ({"as_of": "2025-01-31"}, {"number of ratings": ""}),  # the number would be of another day
        ({"as_of": "2025-01-31", "rating_url": "https://shelf.example.org/"}, {"rating source": "Other"}),
    ],
)
def test_ratings_of_two_sources_or_two_days_are_never_mixed(known, row):
    book = rated(**known)
    (imported,) = bring_in(csv_of({**FULL, **row}))
    draft = draft_of(book)
    assert (draft.rating_value, draft.rating_count, draft.rating_source) == (Decimal("4.00"), 900, "Shelf")
    assert "left out" in " ".join(imported.report["warnings"])


def test_no_rating_is_invented():
    (row,) = bring_in(full(rating_source=""))
    book = only_book()
    assert (book.rating_value, book.rating_count, book.rating_source) == (None, None, "")
    assert "left out" in row.report["warnings"][0]


def test_a_tag_is_made_once_however_it_is_written():
    Tag.objects.create(name="Überleben")
    bring_in(
        csv_of(
            {"title": "A", "tags": "überleben|Hope"},
            {"title": "B", "tags": "HOPE|hope"},
            {"title": "C", "tags": "Hope"},
        )
    )
    assert sorted(Tag.objects.values_list("name", flat=True)) == ["Hope", "Überleben"]
    assert BookSnippet.objects.get(title="A").tag_names == ["Hope", "Überleben"]


def test_a_bad_row_stops_no_other():
    rows = bring_in(
        csv_of({"title": "A"}, {"title": "B", "isbn": "9780306406158"}, {"title": "C", "year": "9999"}, {"title": "D"})
    )
    assert states(rows) == ["created", "refused", "refused", "created"]
    assert rows[2].reason.startswith("Year:")
    assert list(BookSnippet.objects.values_list("title", flat=True)) == ["A", "D"]


def test_what_the_database_will_not_take_is_refused_as_a_whole(monkeypatch):
    original = BookSnippet.save_revision

    def failing(self, *args, **kwargs):
        if self.title == "B":
            raise DatabaseError("no")
        return original(self, *args, **kwargs)

    monkeypatch.setattr(BookSnippet, "save_revision", failing)
    rows = bring_in(csv_of({"title": "A"}, {"title": "B", "tags": "Fresh"}, {"title": "C", "tags": "Fresh"}))
    assert states(rows) == ["created", "refused", "created"]
    assert rows[1].report["raw"]["title"] == "B"
    assert list(BookSnippet.objects.values_list("title", flat=True)) == ["A", "C"]
    assert BookSnippet.objects.get(title="C").tag_names == ["Fresh"]


def test_a_book_that_stands_in_a_file_twice():
    other = {**FULL, "publisher": "Other House"}
    rows = bring_in(
        csv_of(FULL, FULL, other, {"title": "The Winter Garden", "isbn": "0306406152"}, {**FULL, "isbn": LANTERN})
    )
    assert states(rows) == ["created", "unchanged", "refused", "unchanged", "refused"]
    assert "Row 2" in rows[2].reason
    assert (BookSnippet.objects.count(), Revision.objects.count()) == (1, 1)


def test_tags_in_another_order_or_spelling_say_nothing_new():
    rows = bring_in(csv_of("Winter;Ada;Hope|Grief", "Winter;Ada;grief|hope", header="title;authors;tags"))
    assert states(rows) == ["created", "unchanged"]


@pytest.mark.parametrize("isbn", ["", GARDEN])
def test_what_another_import_has_stored_meanwhile_is_known(isbn):
    from beatcancer_wagtail.importer.books.writing import BookWriter

    one, other = BookWriter(), BookWriter()
    for writer, state in ((one, "created"), (other, "unchanged"), (one, "unchanged")):
        plan = writer.store({"title": "The Tide", "authors": ["Ada Example"], "isbn": isbn})
        assert plan.state == state
        writer.keep(plan)
    assert only_book().title == "The Tide"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="its test database is of one process")
def test_two_imports_at_once_make_no_book_twice():
    line = csv_of(*({"title": f"Evening {number}", "authors": "Ada Example"} for number in range(20)))
    locale = Locale.get_default()
    start, found = threading.Barrier(2), []

    def work():
        try:
            start.wait(20)
            found.extend(states(bring_in(line, locale=locale)))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == ["created"] * 20 + ["unchanged"] * 20
    assert BookSnippet.objects.count() == 20


def test_a_dry_run_says_the_same_and_stores_nothing(django_assert_num_queries):
    make_book(title="The Winter Garden", isbn=GARDEN, publisher="Old House")
    data = csv_of(
        FULL, FULL, {"title": "B", "isbn": "1"}, {"title": "C", "tags": "New|Tags"}, {"title": "D", "year": "3000"}
    )
    before = Revision.objects.count(), Tag.objects.count()
    dry = bring_in(data, dry_run=True)
    assert (BookSnippet.objects.count(), Revision.objects.count(), Tag.objects.count()) == (1, *before)
    assert {row.pk for row in dry} == {None}
    told = [(row.position, row.source, row.title, row.state, row.reason, row.report["changes"]) for row in dry]
    real = bring_in(data)
    assert told == [(row.position, row.source, row.title, row.state, row.reason, row.report["changes"]) for row in real]
    assert states(real) == ["changed", "unchanged", "refused", "created", "refused"]


def test_books_of_another_language_are_other_books():
    german = Locale.objects.create(language_code="de")
    make_book(title="The Winter Garden", isbn=GARDEN)
    assert states(bring_in(full(), locale=german)) == ["created"]
    assert BookSnippet.objects.filter(isbn=GARDEN).count() == 2
    assert states(bring_in(full(), locale=german)) == ["unchanged"]


def test_signs_that_no_database_keeps_are_left_out():
    (row,) = bring_in(b"title;x\nWin\x00ter\x08;a\x00b\n")
    assert (row.state, only_book().title) == ("created", "Winter")
