"""A later import of a page: only what is new in the source is changed, on top of what editors wrote since."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page

from beatcancer_wagtail.importer.models import ImportedPage
from beatcancer_wagtail.importer.writer.changes import body_changes, comparable, text_change
from beatcancer_wagtail.importer.writer.draft import Draft

_FACTS_OF_THE_PAGE = ("first_published_at",)


def revise(latest: Page, known: ImportedPage, draft: Draft) -> list[str]:
    """Put into ``latest``, the latest version of the page, what is new, and tell it in words. Nothing is saved."""
    before = known.revision.as_object() if known.revision is not None else latest
    changes: list[str] = []
    for name, value in draft.fields.items():
        if name in _FACTS_OF_THE_PAGE:
            continue  # readers may have seen the page with another date by now
        said = _body(before, value) if name == "body" else _field(before, name, value)
        if said:
            setattr(latest, name, value)
            changes += said
    had = {tag.name for tag in before.tags.all()}
    if new_tags := [tag for tag in draft.tags if tag not in had]:
        latest.tags.add(*new_tags)
        changes.append(_("New tags: %(tags)s") % {"tags": ", ".join(new_tags)})
    return changes


def _body(before: Page, body) -> list[str]:
    return [] if comparable(before.body) == comparable(body) else body_changes(before.body, body)


def _field(before: Page, name: str, value: Any) -> list[str]:
    had = getattr(before, name)
    if had == value:
        return []
    labels = {
        "title": _("Title"),
        "summary": pgettext("article", "Summary"),
        "hero_image": _("Picture at the top"),
        "hero_alt": _("Alternative text of the picture at the top"),
        "date_modified": _("Last changed in substance"),
        "author": _("Author"),
    }
    return [text_change(labels.get(name, name), str(had or ""), str(value or ""))]
