"""What the report of a row says, in the words of the screen."""

from typing import NamedTuple

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.drops import REASONS

FIELDS = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "author": gettext_lazy("Author"),
    "date": gettext_lazy("Date"),
    "modified": gettext_lazy("Last change"),
    "lang": gettext_lazy("Language"),
    "tags": gettext_lazy("Tags"),
    "image": gettext_lazy("Picture on top"),
    "address": gettext_lazy("Address"),
}
# What these name is not lost: it stands in the draft's own fields.
WITH_THE_FACTS = frozenset({"title", "byline", "date", "tags"})


class LeftOut(NamedTuple):
    reason: str
    passages: list[dict]


class Origin(NamedTuple):
    label: str
    value: str
    source: str


def reason_text(code: str) -> str:
    """Why something was left out, as a sentence."""
    return gettext(REASONS[code]) if code in REASONS else code


def dropped_by_reason(report: dict, *, but: frozenset[str] = frozenset()) -> list[LeftOut]:
    """The passages that were left out, grouped by their reason, in the order in which they were met."""
    groups: dict[str, list[dict]] = {}
    for passage in report.get("dropped") or []:
        if passage.get("reason") in but:
            continue
        groups.setdefault(passage.get("reason", ""), []).append(passage)
    return [LeftOut(reason_text(code), passages) for code, passages in groups.items()]


def provenance(row) -> list[Origin]:
    """Each field of the draft, what it will say, and where in the source that was found."""
    document = row.document or {}
    found = row.report.get("provenance") or {}
    origins = []
    for name, label in FIELDS.items():
        value = document.get(name)
        value = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
        source = found.get(name, "")
        source = ", ".join(map(str, dict.fromkeys(source))) if isinstance(source, list) else str(source or "")
        if value or name in ("title", "summary", "author", "date"):
            origins.append(Origin(str(label), value, source if value else _("not found")))
    return origins
