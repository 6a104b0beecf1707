"""A page as it will look: the document in the fields of the site's article, nothing stored yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page

from beatcancer_wagtail.importer.writer import facts
from beatcancer_wagtail.importer.writer.article_class import article_model_below
from beatcancer_wagtail.importer.writer.block_ids import keep_ids
from beatcancer_wagtail.importer.writer.links import anchors_of, inexact_told, link_pages, link_within
from beatcancer_wagtail.importer.writer.shown_pictures import lead_of, pictures_in
from beatcancer_wagtail.importer.writer.stored_text import stored_words
from beatcancer_wagtail.importer.writer.stream import stream_of
from beatcancer_wagtail.translations import language_code_of


@dataclass
class Draft:
    """``fields`` are the page's; ``notes`` and ``unfilled`` full sentences for the report."""

    fields: dict[str, Any]
    tags: list[str]
    notes: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)
    awaited: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


def make_draft(
    document: Mapping[str, Any],
    model: type[Page],
    *,
    parent: Page,
    name: str,
    pictures: Mapping[str, Any] | None = None,
    page: Page | None = None,
) -> Draft:
    """Everything of the document in the fields of ``model``. ``page`` is what an earlier import made of it."""
    pictures = pictures or {}
    body_block = model._meta.get_field("body").stream_block
    title, more_title = facts.title_of(document, name)
    given = {"body_block": body_block, "pictures": pictures, "language": language_code_of(parent)}
    built = stream_of(facts.as_first_paragraph(document, more_title), **given)
    words = stored_words(built.body)
    summary, whole = facts.summary_of(document, model._meta.get_field("summary").max_length, words)
    if whole:
        built = stream_of(facts.as_first_paragraph(document, more_title, whole), **given)
        words = stored_words(built.body)
    notes, unfilled = list(built.changes), list(built.unfilled)
    if more_title:
        notes.insert(0, _("The title is longer than 255 characters; its rest is the first paragraph."))
    if whole:
        notes.insert(0, _("The summary is too long for its field; all of it is the first paragraph as well."))
    if not summary:
        unfilled.insert(0, _("There is no summary."))
    draft = Draft({"title": title, "summary": summary}, [], notes, unfilled)
    draft.words, draft.addresses = words, built.addresses
    _add_facts(draft, document, model, parent, pictures)
    draft.fields["body"], draft.awaited = _linked(built.body, document, model, name, draft, page)
    return draft


def _add_facts(draft: Draft, document, model, parent, pictures) -> None:
    draft.tags, left_out = facts.tags_of(document)
    if left_out:
        draft.notes.append(
            _("Tags that are too long or too many were left out: %(tags)s") % {"tags": ", ".join(left_out)[:500]}
        )
    for name in ("date", "modified"):
        day, problem = facts.date_of(str(document.get(name) or ""))
        if problem:
            draft.notes.append(problem)
        elif day and name == "date":
            draft.fields["first_published_at"] = day
        elif day:
            draft.fields["date_modified"] = day.date()
    author = str(document.get("author") or "")
    if author and (own := facts.own_field_for(model, "author")):
        draft.fields[own] = author[: model._meta.get_field(own).max_length or len(author)]
    elif author:
        draft.notes.append(
            _("The page names its author: “%(author)s”. Articles here have no field for that.")
            % {"author": author[:200]}
        )
    src, alt = lead_of(document)
    hero = pictures.get(src)
    shown = [pictures.get(src) for src, _alt in pictures_in(document.get("body"))]
    if hero is not None and hero not in shown:  # else readers would see it twice
        draft.fields["hero_image"] = hero
        draft.fields["hero_alt"] = str(alt or "")[:255]
    language = str(document.get("lang") or "").partition("-")[0].lower()
    own_language = language_code_of(parent).partition("-")[0]
    if language and language != own_language:
        draft.notes.append(
            _("The page says that it is in the language “%(language)s”; it stands below a page in “%(own)s”.")
            % {"language": language, "own": own_language}
        )
    elif document.get("direction") == "rtl" and not get_language_info(own_language)["bidi"]:
        draft.notes.append(_("The page is written from right to left. Readers see the draft from left to right."))


def _linked(body, document, model, name, draft: Draft, page: Page | None):
    """The body with anchors settled and links led to them and to the pages that are imported already."""
    if page is not None:
        body = body.stream_block.to_python(keep_ids(body.get_prep_value(), page.body.get_prep_value()))
    holder = model(body=body, pk=page and page.pk, locale=page and page.locale)
    before = dict(anchors_of(holder.body))
    holder.compute_reading_minutes = int  # which takes long, and is done when the page is saved
    holder.settle_body()
    anchors = {before[key]: anchor for key, anchor in anchors_of(holder.body) if before.get(key)}
    addresses = [str(document.get("address") or "")]
    body, awaited, inexact = link_pages(
        link_within(holder.body, addresses, anchors), name, addresses[0], but=page and page.pk
    )
    if inexact:
        draft.notes.append(inexact_told(inexact))
    return body, awaited


def draft_of(document: Mapping[str, Any], *, parent: Page, user=None) -> Page:
    """An unsaved page for a preview, without its pictures."""
    model = article_model_below(parent)
    draft = make_draft(document, model, parent=parent, name="")
    page = model(owner=user, live=False, slug=facts.slug_of(document, draft.fields["title"]), **draft.fields)
    page.locale = parent.locale
    if draft.tags:
        page.tags.add(*draft.tags)
    page.settle_body()
    return page
