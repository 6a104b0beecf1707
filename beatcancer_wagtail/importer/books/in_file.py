"""A book that stands in a file twice."""

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books.cells import same
from beatcancer_wagtail.importer.books.identity import Index
from beatcancer_wagtail.importer.books.planning import Plan
from beatcancer_wagtail.importer.books.row import BookRow
from beatcancer_wagtail.importer.books.shelf import identity_of
from beatcancer_wagtail.importer.states import REFUSED, UNCHANGED


class InFile:
    """The rows of a file that have been taken so far: which of two that differ is right, only a person can say."""

    def __init__(self) -> None:
        self._index = Index()
        self._rows: dict[int, tuple[str, dict]] = {}

    def keep(self, row: BookRow) -> None:
        key = len(self._rows)
        self._rows[key] = (where(row), row.values)
        self._index.add(key, identity_of(row.values))

    def plan_of(self, row: BookRow) -> Plan | None:
        """What becomes of ``row`` because of one before it; None when it is the first of its kind."""
        match = self._index.find(identity_of(row.values))
        keys = [match.key] if match.key is not None else list(match.others)
        if not keys:
            return None
        said = {"place": ", ".join(self._rows[key][0] for key in keys[:3])}
        if all(_says_nothing_new(self._rows[key][1], row.values) for key in keys):
            return Plan(UNCHANGED, warnings=[_("%(place)s says all of this already.") % said])
        return Plan(
            REFUSED,
            _(
                "%(place)s is about the same book, or another edition of it, and says something else. Put what is right"
                " into one row."
            )
            % said,
        )


def where(row: BookRow) -> str:
    """The place of a row in its file, as a person finds it."""
    if row.place:
        return row.place
    said = {"sheet": row.sheet, "line": row.line}
    return (_("%(sheet)s, row %(line)d") if row.sheet else _("Row %(line)d")) % said


def _says_nothing_new(before: dict, values: dict) -> bool:
    tags = {same(tag) for tag in values.get("tags", [])} <= {same(tag) for tag in before.get("tags", [])}
    return tags and all(before.get(name) == value for name, value in values.items() if name != "tags")
