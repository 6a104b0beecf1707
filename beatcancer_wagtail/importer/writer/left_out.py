"""What was left out of a page, and why, in words for people."""

from typing import NamedTuple

from django.utils.translation import gettext

from beatcancer_wagtail.importer.drops import REASONS


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
