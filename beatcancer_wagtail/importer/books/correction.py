"""The rows that were refused, as a file to correct and upload again."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from beatcancer_wagtail.importer.books.columns import PROBLEM

# Wherever ``spreadsheets.defused`` puts an apostrophe, before digits that a spreadsheet would round or shorten, and
# before an apostrophe that stands there already: so that exactly what was put in can be taken out.
_AT_START, _WITHIN = r"(?='*(?:[=+\-@\t\r\n|%]|[0-9]{10,}\Z))", r"(?='* *[=+\-@|%])"
_PUT_IN = re.compile(rf"\A{_AT_START}|(?<=[;\t\r\n]){_WITHIN}")
_TAKE_OUT = re.compile(rf"\A'{_AT_START}|(?<=[;\t\r\n])'{_WITHIN}")
MARK = "\ufeff"  # without it spreadsheets take UTF-8 for something else


def defused_for_good(text: str) -> str:
    """As ``spreadsheets.defused``, such that :func:`undefused` gives back ``text``."""
    return _PUT_IN.sub("'", text)


def undefused(text: str) -> str:
    return _TAKE_OUT.sub("", text)


def correction_file(refused: Iterable[tuple[dict[str, str], str]], delimiter: str = ",") -> Iterator[str]:
    """CSV, piece by piece: the original columns, and why each row was refused, which a second upload ignores.

    ``refused`` is gone through twice: rows of several sheets, or products of a feed, do not fill the same columns.
    """
    columns = list(dict.fromkeys(name for raw, _problem in refused for name in raw if name.casefold() != PROBLEM))
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    yield MARK
    writer.writerow([defused_for_good(name) for name in [*columns, PROBLEM]])
    for raw, problem in refused:
        writer.writerow([defused_for_good(str(raw.get(name, ""))) for name in columns] + [defused_for_good(problem)])
        yield _emptied(buffer)
    yield _emptied(buffer)


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
