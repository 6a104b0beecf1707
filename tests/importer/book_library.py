"""Files of books brought into the library, and what it holds afterwards."""

import io

from beatcancer_wagtail.models import BookSnippet


def bring_in(data, *, dry_run=False, defaults=None, **options):
    """The rows of the import, as they are kept."""
    from beatcancer_wagtail.importer.books.opening import read_books
    from beatcancer_wagtail.importer.books.writing import write_books
    from beatcancer_wagtail.importer.models import ImportRun

    run = ImportRun(kind="books", source="books.csv")
    run.dry_run = dry_run
    if not dry_run:
        run.save()
    book = read_books(io.BytesIO(data), defaults=defaults)
    return list(write_books(run, book, dry_run=dry_run, **options))


def states(rows):
    return [row.state for row in rows]


def only_book():
    return BookSnippet.objects.get()


def draft_of(book):
    """What the next publication of a book would show."""
    return BookSnippet.objects.get(pk=book.pk).get_latest_revision_as_object()
