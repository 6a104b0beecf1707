from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.admin.kinds import PLANNED
from beatcancer_wagtail.importer.admin.places import row_url
from beatcancer_wagtail.importer.admin.reasons import WITH_THE_FACTS
from beatcancer_wagtail.importer.states import CHANGED, CREATED, LEFT, READ, REFUSED, UNCHANGED, row_states
from beatcancer_wagtail.importer.writer.alike import alike
from beatcancer_wagtail.importer.writer.left_out import dropped_by_reason
from beatcancer_wagtail.importer.writer.linked_drafts import linked_told
from beatcancer_wagtail.importer.writer.report import but_pictures, needs_look

register = template.Library()
# How Wagtail colours a state.
LOOKS = {CREATED: "primary", CHANGED: "primary", REFUSED: "critical"}


@register.filter
def will_be(row) -> str:
    """What a row is, or what it will be once the import is confirmed: one of the states of rows."""
    return if_ticked(row) if row.state == READ else row.state


@register.filter
def if_ticked(row) -> str:
    """What a row of the preview will be once the import is confirmed, if it is ticked then."""
    return row.report.get(PLANNED) or CREATED


@register.filter
def state_words(state: str) -> str:
    words = {
        CREATED: _("New draft"),
        CHANGED: _("New revision"),
        UNCHANGED: _("Nothing new"),
        REFUSED: _("Refused"),
        LEFT: _("Left out"),
    }
    return str(words.get(state) or dict(row_states()).get(state, ""))


@register.filter
def state_look(state: str) -> str:
    """The class that gives a state its colour."""
    return f"w-status--{LOOKS[state]}" if state in LOOKS else ""


@register.filter
def is_urgent(row) -> bool:
    """Whether somebody should look at it; what does not come, nobody need."""
    return needs_look(row)


@register.filter
def why_look(row) -> list[str]:
    """Sentences that say what to look at."""
    return (row.report.get("look") or []) if is_urgent(row) else []


@register.filter
def missing_pictures(row) -> list[dict]:
    """The pictures of the source that the draft cannot have."""
    return [told for told in row.report.get("pictures") or [] if not told.get("stored")]


@register.filter
def pictures_that_come(row) -> list[dict]:
    """The others."""
    return [told for told in row.report.get("pictures") or [] if told.get("stored")]


@register.filter
def left_out(row) -> str:
    """Why something was left out, each reason once; what stands with the page's facts is no loss."""
    dropped = dropped_by_reason(row.report, but=WITH_THE_FACTS)
    return " ".join(group.reason for group in dropped)


@register.filter
def remarks(row) -> list[str]:
    """What the reader noticed, what stands in the draft otherwise than in the source, and which drafts it links to."""
    return [*(row.report.get("warnings") or []), *(row.report.get("notes") or []), *linked_told(row.report)]


register.filter("alike", alike)


@register.filter
def to_add(row) -> list[str]:
    """What an editor must add; of missing pictures it is said elsewhere."""
    return but_pictures(row.report)


@register.filter
def bdi(text) -> str:
    """A piece of another text, apart from the order in which the text around it is written."""
    return format_html("<bdi>{}</bdi>", text)


@register.filter
def ltr(text) -> str:
    """A file name or an address: left to right, whatever stands around it."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)


@register.filter
def percent(value) -> str:
    """Never rounded up to 100, so that one lost word shows."""
    if value is None:
        return "–"
    return number_format(100 if value >= 100 else min(int(value * 10) / 10, 99.9), 0 if value >= 100 else 1)


@register.filter
def covered(row) -> str:
    """The share of the words that is covered, as one thing that no language reorders."""
    return format_html('<bdi dir="ltr">{} %</bdi>', percent(row.coverage))


@register.simple_tag
def row_address(row, name="row") -> str:
    return row_url(row.run_id, row.pk, name)
