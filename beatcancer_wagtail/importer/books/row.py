"""A file of books and its rows, whatever kind of file it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field


class CannotReadBooks(Exception):
    """Nothing of a file can be used. ``str(error)`` is a full sentence that says what to do."""


@dataclass(slots=True)
class BookRow:
    """One row of a file, read and checked as far as that goes without the library.

    ``raw`` is the row as it was given, column by column. ``values`` holds what is filled in, by the name of the
    model's field, as JSON takes it. A row with a ``problem`` is refused.
    """

    line: int
    raw: dict[str, str]
    values: dict[str, object] = field(default_factory=dict)
    problem: str = ""
    warnings: list[str] = field(default_factory=list)
    sheet: str = ""
    place: str = ""  # how the report calls it, if not by its row


@dataclass(slots=True)
class BookFile:
    """The rows of a file, read while one goes through them, once. ``notes`` are full sentences about the whole file."""

    rows: Iterator[BookRow]
    notes: list[str] = field(default_factory=list)
    delimiter: str = ","

    def __iter__(self) -> Iterator[BookRow]:
        return self.rows
