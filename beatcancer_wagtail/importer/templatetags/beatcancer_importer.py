from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.admin.kinds import PLANNED
from beatcancer_wagtail.importer.admin.places import row_url
from beatcancer_wagtail.importer.admin.reasons import WITH_THE_FACTS, dropped_by_reason
from beatcancer_wagtail.importer.states import CHANGED, CREATED, LEFT, READ, REFUSED, UNCHANGED

register = template.Library()
# How Wagtail colours a state.
LOOKS = {CREATED: "primary", CHANGED: "primary", REFUSED: "critical"}


@register.filter
def will_be(row) -> str:
    """What a row is, or what it will be once the import is confirmed: one of the states of rows."""
    return row.report.get(PLANNED) or CREATED if row.state == READ else row.state


@register.filter
def state_words(row) -> str:
    words = {
        CREATED: _("New draft"),
        CHANGED: _("New revision"),
        UNCHANGED: _("Nothing new"),
        REFUSED: _("Refused"),
        LEFT: _("Left out"),
    }
    return words.get(will_be(row), row.get_state_display())


@register.filter
def state_look(row) -> str:
    return LOOKS.get(will_be(row), "")


@register.filter
def is_urgent(row) -> bool:
    """Whether somebody should look at it; what does not come, nobody need."""
    return row.needs_look and row.state not in (REFUSED, LEFT)


@register.filter
def why_look(row) -> list[str]:
    """Sentences that say what to look at."""
    return (row.report.get("look") or []) if is_urgent(row) else []


@register.filter
def missing_pictures(row) -> list[dict]:
    """The pictures of the source that the draft cannot have."""
    return [told for told in row.report.get("pictures") or [] if not told.get("stored")]


@register.filter
def left_out(row) -> str:
    """Why something was left out, each reason once; what stands with the page's facts is no loss."""
    dropped = dropped_by_reason(row.report, but=WITH_THE_FACTS)
    return " ".join(group.reason for group in dropped)


@register.filter
def remarks(row) -> list[str]:
    """What the reader noticed, and what stands in the draft otherwise than in the source."""
    return [*(row.report.get("warnings") or []), *(row.report.get("notes") or [])]


@register.filter
def percent(value) -> str:
    """Never rounded up to 100, so that one lost word shows."""
    if value is None:
        return "–"
    return number_format(100 if value >= 100 else min(int(value * 10) / 10, 99.9), 0 if value >= 100 else 1)


@register.simple_tag
def row_address(row, name="row") -> str:
    return row_url(row.run_id, row.pk, name)
