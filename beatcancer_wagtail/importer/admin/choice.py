"""The rows of an import as the preview and the result list them, and which of them shall come."""

from django.db import transaction
from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.admin.kinds import PLANNED
from beatcancer_wagtail.importer.admin.limits import ROWS_SHOWN
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.states import CHANGED, CREATED, LEFT, READ, REFUSED, UNCHANGED, WAITING
from beatcancer_wagtail.paging import Paged

LOOK = "look"
URGENT = Q(needs_look=True) & ~Q(state__in=[REFUSED, LEFT])  # what does not come, nobody need look at
# What stands on top of a list: what somebody should look at, then what was refused.
URGENT_FIRST = Case(
    When(URGENT, then=Value(0)),
    When(state=REFUSED, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
NARROWING = {
    "": Q(),
    LOOK: URGENT,
    CREATED: Q(state=CREATED),
    CHANGED: Q(state=CHANGED),
    UNCHANGED: Q(state=UNCHANGED),
    REFUSED: Q(state=REFUSED),
    LEFT: Q(state=LEFT),
}


class Rows(Paged):
    """One page of the rows, and how many there are of each sort; two statements."""

    page_size = ROWS_SHOWN

    def __init__(self, run: ImportRun, *, page: int, show: str = ""):
        self.run, self.asked_page = run, page
        self.show = show if show in NARROWING else ""

    @cached_property
    def counts(self) -> dict[str, int]:
        names = {name or "total": Count("pk", filter=narrowing) for name, narrowing in NARROWING.items()}
        return self.run.rows.aggregate(**names, read=Count("pk", filter=Q(state=READ)))

    @property
    def listed(self) -> int:
        return self.counts[self.show or "total"]

    @cached_property
    def rows(self) -> list:
        rows = self.run.rows.filter(NARROWING[self.show]).defer("packed_source", "document")
        rows = rows.select_related("page", "book").order_by(URGENT_FIRST, "position")
        return list(rows[self.start : self.start + self.page_size])

    def page_url(self, number: int) -> str:
        parts = [f"show={self.show}" if self.show else "", f"p={number}" if number > 1 else ""]
        return "?" + "&".join(filter(None, parts))

    @cached_property
    def tabs(self) -> list[dict]:
        """What the list can be narrowed to; nothing that would be empty."""
        labels = {
            "": _("All"),
            LOOK: _("Needs a look"),
            REFUSED: _("Refused"),
            LEFT: _("Left out"),
            CREATED: _("New"),
            CHANGED: _("Changed"),
            UNCHANGED: _("Nothing new"),
        }
        tabs = [
            {"label": label, "count": self.counts[name or "total"], "url": f"?show={name}" if name else "?", "selected": name == self.show}
            for name, label in labels.items()
        ]  # fmt: skip
        tabs = [tab for tab in tabs if tab["count"] or tab["selected"]]
        return tabs if len(tabs) > 1 else []


def planned_counts(run: ImportRun) -> dict[str, int]:
    """How many of the rows that shall come will be new, changed or as they are."""
    found = run.rows.filter(state=READ).values_list(f"report__{PLANNED}").annotate(Count("pk")).order_by()
    counts = dict.fromkeys((CREATED, CHANGED, UNCHANGED), 0)
    for name, number in found:
        counts[name if name in counts else CREATED] += number
    return counts


def keep_choice(run: ImportRun, shown: str, taken) -> None:
    """Remember which of the rows that were ``shown`` (numbers with commas) are ticked; rows of others are not touched."""
    pks, taken = {int(pk) for pk in shown.split(",") if is_number(pk)}, {int(pk) for pk in taken if is_number(pk)}
    with transaction.atomic():
        if not ImportRun.objects.select_for_update().filter(pk=run.pk, state=WAITING).exists():
            return
        run.rows.filter(pk__in=pks & taken, state=LEFT).update(state=READ)
        run.rows.filter(pk__in=pks - taken, state=READ).update(state=LEFT)


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19
