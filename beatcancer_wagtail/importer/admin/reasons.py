"""What the report of a row says, in the words of the screen."""

from typing import NamedTuple

from django.utils.translation import gettext

from beatcancer_wagtail.importer.drops import REASONS
from beatcancer_wagtail.importer.writer.told_facts import Told, told_facts

# What these name is not lost: it stands in the draft's own fields.
WITH_THE_FACTS = frozenset({"title", "byline", "date", "tags"})


class LeftOut(NamedTuple):
    reason: str
    passages: list[dict]


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


def provenance(row) -> list[Told]:
    """Each field of the draft, what it says, and where in the source that was found."""
    facts = {**(row.document or {}), **(row.report.get("facts") or {})}
    return told_facts(facts, row.report.get("provenance") or {}, all_fields=True)
