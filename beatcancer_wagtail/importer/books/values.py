"""From the cells of one row to the fields of a book."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books import cells, limits
from beatcancer_wagtail.importer.books.cells import BadCell, one_line, parted, same, tidy
from beatcancer_wagtail.importer.books.plain import plain_or_as_it_is
from beatcancer_wagtail.importer.books.row import BookRow

DELETED = "05"  # ONIX code list 1
_LINES = {"title": 255, "subtitle": 255, "publisher": 160, "cover_alt": 255}
# Nothing that is one of these is longer; what is cut off here is refused all the same, and no pattern runs for ever.
_SHORT = frozenset(
    {"isbn", "isbn_13", "isbn_10", "year", "rating_value", "rating_count", "rating_as_of", "notification"}
)
_SHORT_CHARACTERS = 200
# As in =HYPERLINK("…") or =-Sheet1!B2; "= 4" or "=The Tide" may be a title.
_FORMULA = re.compile(r"=\s*[@+\-]?\s*(?:[^\W\d_][\w.]*\(|(?:[\w']{1,40}!)?\$?[A-Za-z]{1,3}\$?[0-9]+(?!\w))")
RATING = ("rating_value", "rating_count", "rating_source", "rating_url", "rating_as_of")


def make_row(
    line: int,
    raw: dict[str, str],
    given: dict[str, str],
    *,
    sheet: str = "",
    defaults: dict[str, str] | None = None,
    day_first: bool = False,
) -> BookRow:
    """``given`` holds the cells that are filled in, by field; ``defaults`` the source and date of all ratings of a file."""
    row = BookRow(line=line, raw=raw, sheet=sheet)
    try:
        row.values = _values(given, defaults or {}, row.warnings, day_first=day_first)
    except BadCell as error:
        row.problem = str(error)
    return row


def _values(
    given: dict[str, str], defaults: dict[str, str], warnings: list[str], *, day_first: bool
) -> dict[str, object]:
    for field, cell in given.items():
        if len(cell) > limits.CELL_CHARACTERS:
            said = {"field": field, "number": len(cell), "most": limits.CELL_CHARACTERS}
            raise BadCell(
                _("The cell “%(field)s” holds %(number)d characters; %(most)d are the most. Shorten it.") % said
            )
    given = {field: text for field, cell in given.items() if (text := tidy(cell))}
    for field, text in given.items():
        if _FORMULA.match(text):
            raise BadCell(
                _("The cell “%(field)s” holds a formula: %(text)s. Write what it should say.")
                % {"field": field, "text": text[:60]}
            )
    for field in _SHORT.intersection(given):
        given[field] = given[field][:_SHORT_CHARACTERS]
    if given.get("notification", "").zfill(2) == DELETED:
        raise BadCell(
            _(
                "The publisher withdraws this book. Nothing is deleted here: unpublish it yourself if the library has it."
            )
        )
    values: dict[str, object] = {
        field: _line(field, given[field], longest) for field, longest in _LINES.items() if field in given
    }
    if blurb := plain_or_as_it_is(given.get("blurb", "")):
        values["blurb"] = blurb
    if authors := _once(parted(given.get("authors", "")) + parted(given.get("more_authors", ""))):
        values["authors"] = authors
    if tags := _tags(given.get("tags", "")):
        values["tags"] = tags
    if number := _isbn(given, warnings):
        values["isbn"] = number
    if "year" in given:
        values["year"] = cells.year(given["year"])
    return {field: value for field, value in values.items() if value} | _rating(
        given, defaults, warnings, day_first=day_first
    )


def _line(field: str, text: str, longest: int) -> str:
    text = one_line(plain_or_as_it_is(text))
    if len(text) > longest:
        said = {"field": field, "number": len(text), "most": longest}
        raise BadCell(_("The cell “%(field)s” holds %(number)d characters; %(most)d are the most. Shorten it.") % said)
    return text


def _isbn(given: dict[str, str], warnings: list[str]) -> str:
    found = {}
    for field in ("isbn_13", "isbn", "isbn_10"):
        if field in given:
            number, warning = cells.isbn(given[field])
            found[number] = field
            warnings += [warning] if warning else []
    if len(found) > 1:
        raise BadCell(
            _("The columns with the ISBN name two books: %(numbers)s. Leave the right one only.")
            % {"numbers": ", ".join(found)}
        )
    return next(iter(found), "")


def _tags(text: str) -> list[str]:
    tags = _once(parted(text, commas=True))
    if long := [tag for tag in tags if len(tag) > limits.TAG_CHARACTERS]:
        raise BadCell(
            _("The tag “%(tag)s…” is longer than %(most)d characters. Part tags with | or shorten it.")
            % {"tag": long[0][:40], "most": limits.TAG_CHARACTERS}
        )
    if len(tags) > limits.TAGS:
        raise BadCell(
            _("A book may have %(most)d tags; this row has %(number)d. Keep the ones that readers look for.")
            % {"most": limits.TAGS, "number": len(tags)}
        )
    return tags


def _once(names: list[str]) -> list[str]:
    return list({same(name): name for name in reversed(names)}.values())[::-1]


def _rating(
    given: dict[str, str], defaults: dict[str, str], warnings: list[str], *, day_first: bool
) -> dict[str, object]:
    """A rating is taken with its source and its date, or left out: without them nobody knows what it says."""
    values: dict[str, object] = {}
    readers: dict[str, Callable] = {
        "rating_value": cells.rating,
        "rating_count": lambda text: (cells.whole_number(text), ""),
    }
    for field, read in readers.items():
        if field in given:
            values[field], warning = read(given[field])
            warnings += [warning] if warning else []
    if not values:
        return {}
    source = _line("rating_source", given.get("rating_source") or defaults.get("rating_source", ""), 80)
    as_of = (
        cells.day(given["rating_as_of"], day_first=day_first)
        if "rating_as_of" in given
        else defaults.get("rating_as_of", "")
    )
    if not (source and as_of):
        missing = _("source and date") if not (source or as_of) else _("a date") if source else _("a source")
        warnings.append(
            _(
                "The rating was left out, because it comes without %(missing)s. Fill in the columns “rating source” and"
                " “rating as of”, or say them for the whole file."
            )
            % {"missing": missing}
        )
        return {}
    values |= {"rating_source": source, "rating_as_of": as_of}
    if url := given.get("rating_url", ""):
        values["rating_url"] = url
    return values
