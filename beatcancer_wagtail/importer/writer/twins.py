"""A page that would become a second draft of one that is there already: only a person can tell."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.models import ImportRow
from beatcancer_wagtail.importer.words import words_of


def twin_told(row: ImportRow, parent: Page) -> str:
    """A sentence about a page of the same title below ``parent``, or earlier in the same import; "" when there is none.

    No database folds capitals and blanks as we do, so all titles are read, once for an import.
    """
    words = " ".join(words_of(row.title))
    if not words:
        return ""
    asked = row.run.__dict__
    pages = asked.setdefault("_titles_below", {})
    if parent.pk not in pages:
        pages[parent.pk] = _titles_below(parent)
    if "_titles_before" not in asked:
        asked["_titles_before"] = _titles_before(row)
    source = asked["_titles_before"].setdefault(words, row.source)
    pk, title = pages[parent.pk].get(words, (None, ""))
    if pk not in (None, row.page_id):
        said = _(
            "There is already a page called “%(title)s” below “%(parent)s”. If it is the same page, leave this one out."
        )
        return said % {"title": title, "parent": parent.get_admin_display_title()}
    if source != row.source:
        said = _("“%(file)s” of this import has the same title. If it is the same page, leave one of them out.")
        return said % {"file": source}
    return ""


def _titles_below(parent: Page) -> dict[str, tuple[int, str]]:
    found = {}
    for pk, *titles in parent.get_children().values_list("pk", "title", "draft_title"):
        for title in filter(None, titles):
            # The first page of a title stays, so that a page stored meanwhile does not hide the one it repeats.
            found.setdefault(" ".join(words_of(title)), (pk, " ".join((titles[1] or title).split())))
    return found


def _titles_before(row: ImportRow) -> dict[str, str]:
    """The source of each title among the earlier rows; a dry run, which stores none, has them from memory."""
    before = ImportRow.objects.filter(run_id=row.run_id, position__lt=row.position) if row.run_id else ()
    if row.run_id:
        before = before.exclude(state__in=[states.REFUSED, states.LEFT]).order_by("-position")
        before = before.values_list("title", "source")
    return {" ".join(words_of(title)): source for title, source in before}
