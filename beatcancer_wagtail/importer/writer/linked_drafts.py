"""Links to pages that readers cannot see yet: whoever publishes one of two should publish both."""

import json
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.resources import base_page_model

LINKED, CHUNK, SHOWN = "linked", 100, 20
# A link in rich text and the page of a button, however often what is stored is JSON within JSON.
_LINK = re.compile(r'<a (?=[^<>]*linktype=\\*"page\\*")[^<>]*?\bid=\\*"(\d+)|\\*"page\\*": (\d+)')


def note_linked_drafts(run: ImportRun) -> None:
    """Keep for each row the titles of the drafts that its page links to. To be called once all links are settled."""
    rows = run.rows.filter(state__in=[states.CREATED, states.CHANGED], page__latest_revision__isnull=False)
    rows = rows.order_by("pk").values_list("pk", "page_id", "page__latest_revision__content")
    chunk: dict[int, set[int]] = {}
    for pk, page_id, content in rows.iterator(chunk_size=CHUNK):
        linked = {int(number) for found in _LINK.findall(json.dumps(content)) for number in found if number}
        if linked := linked - {page_id}:
            chunk[pk] = linked
        if len(chunk) == CHUNK:
            _keep(chunk)
            chunk = {}
    _keep(chunk)


def _keep(chunk: dict[int, set[int]]) -> None:
    drafts = base_page_model().objects.filter(pk__in=set().union(*chunk.values()), live=False)
    titles = dict(drafts.order_by("path").values_list("pk", "draft_title"))
    changed = []
    for row in ImportRow.objects.filter(pk__in=chunk).only("report"):
        if told := [title for pk, title in titles.items() if pk in chunk[row.pk]]:
            row.report[LINKED] = told
            changed.append(row)
    ImportRow.objects.bulk_update(changed, ["report"])


def linked_told(report: dict) -> list[str]:
    """One sentence about the drafts that a page links to, if there are any."""
    if not (titles := report.get(LINKED)):
        return []
    shown = ", ".join(_("“%(title)s”") % {"title": title} for title in titles[:SHOWN])
    more = len(titles) - SHOWN
    shown += ngettext(" and %d more", " and %d more", more) % more if more > 0 else ""
    said = _("It links to pages that are drafts: %(titles)s. Publish them together, or readers find nothing there.")
    return [said % {"titles": shown}]
