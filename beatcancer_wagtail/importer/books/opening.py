"""One file of books, whatever it is: found out from its content, never from its name."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.csv_file import read_csv
from beatcancer_wagtail.importer.books.onix_file import read_onix
from beatcancer_wagtail.importer.books.row import BookFile, BookRow, CannotReadBooks
from beatcancer_wagtail.importer.books.xlsx_file import read_xlsx

_START = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_books(file, *, most: int = limits.ROWS, defaults: dict[str, str] | None = None) -> BookFile:
    """The rows of ``file``, a binary file that can be rewound.

    Raises CannotReadBooks, here or while one goes through the rows: what is wrong with a file as a whole may show at
    its end only. ``defaults`` holds ``rating_source`` and ``rating_as_of`` for rows that do not say them.
    """
    read = _reader_of(file)
    file.seek(0, 2)
    size, largest = file.tell(), limits.ONIX_BYTES if read is read_onix else limits.TABLE_BYTES
    if size > largest:
        raise CannotReadBooks(
            _("The file has %(size)d MB; %(most)d MB are the most. Split it and upload the parts one after the other.")
            % {"size": size // limits.MEGABYTE, "most": largest // limits.MEGABYTE}
        )
    book = read(file, defaults)
    book.rows = _counted(book.rows, most)
    return book


def check_books(file, *, most: int = limits.ROWS) -> int:
    """The number of rows, once all of ``file`` has been gone through; raises CannotReadBooks before anything is stored."""
    return sum(1 for _row in read_books(file, most=most))


def _counted(rows: Iterator[BookRow], most: int) -> Iterator[BookRow]:
    number = 0
    for row in rows:
        number += 1
        if number > most:
            raise CannotReadBooks(
                _("The file has more than %(most)d books. Split it and upload the parts one after the other.")
                % {"most": most}
            )
        yield row
    if not number:
        raise CannotReadBooks(_("The file has no books, only a header. Put one book in each row below it."))


def _reader_of(file):
    file.seek(0)
    start = file.read(_START)
    if not start.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        file.seek(0)
        if not any(chunk.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe") for chunk in iter(lambda: file.read(1 << 20), b"")):
            raise CannotReadBooks(_("The file is empty. Upload a table with a header and one book in each row."))
    if start.startswith(b"PK"):
        return read_xlsx
    if start.startswith(_OLD_OFFICE):
        raise CannotReadBooks(
            _(
                "This is an old Excel file (.xls), or one with a password. Save it as XLSX without a password, or as CSV."
            )
        )
    if start.startswith(b"%PDF"):
        raise CannotReadBooks(_("This is a PDF. Ask for the table itself, as CSV or XLSX."))
    text = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        raise CannotReadBooks(_("This is a web page, not a table. Save the table as CSV or XLSX and upload that."))
    return read_onix if re.match(rb"<[?!a-z]", text) else read_csv
