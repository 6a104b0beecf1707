"""What a page is besides its body: title, summary, date, tags and the picture at its top."""

import datetime
import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Q, TextField
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import slugify
from django.utils.translation import gettext as _
from taggit.models import Tag
from wagtail.models import Page

from beatcancer_wagtail.importer.words import words_of
from beatcancer_wagtail.importer.writer.long_texts import cut
from beatcancer_wagtail.importer.writer.rich_text import paragraphs, plain

MAX_SLUG, MAX_TAG, MAX_TAGS = 200, 100, 30


def title_of(document: Mapping[str, Any], name: str) -> tuple[str, str]:
    """The title that fits, and its rest."""
    title = plain(document.get("title"))
    if not title:
        stem = posixpath.splitext(posixpath.basename(name))[0]
        title = stem.replace("-", " ").replace("_", " ").strip() or _("Untitled")
    return cut(title, 255)


def summary_of(document: Mapping[str, Any], limit: int | None, body_words: list[str]) -> tuple[str, str]:
    """The summary that fits, and all of it when it was cut and its words stand nowhere else."""
    summary = plain(document.get("summary"))
    short, rest = cut(summary, limit)
    words = words_of(summary)
    return short, summary if rest and not _stands_in(words, body_words) else ""


def _stands_in(words: list[str], among: list[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(among)} "


def date_of(text: str) -> tuple[datetime.datetime | None, str]:
    """A day in the past, and what is wrong with it."""
    if not text:
        return None, ""
    try:
        day = parse_datetime(text)
        if day is None and (date := parse_date(text[:10])):
            day = datetime.datetime.combine(date, datetime.time(12))
    except (ValueError, OverflowError):
        day = None
    if day is None:
        return None, _("The date %(date)s is none, so it was left out.") % {"date": text[:40]}
    try:
        if settings.USE_TZ and timezone.is_naive(day):
            day = timezone.make_aware(day)
        elif not settings.USE_TZ and timezone.is_aware(day):
            day = timezone.make_naive(day)
        if day.year < 1970 or day > timezone.now():
            return None, _("The date %(date)s is in the future or before 1970, so it was left out.") % {
                "date": text[:40]
            }
    except (ValueError, OverflowError):
        return None, _("The date %(date)s is none, so it was left out.") % {"date": text[:40]}
    return day, ""


def slug_of(document: Mapping[str, Any], title: str) -> str:
    unicode_allowed = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    try:
        last = posixpath.basename(unquote(urlsplit(str(document.get("address") or "")).path).rstrip("/"))
    except ValueError:
        last = ""
    for source in (str(document.get("slug") or ""), posixpath.splitext(last)[0], title):
        if slug := slugify(source, allow_unicode=unicode_allowed)[:MAX_SLUG].strip("-_"):
            return slug
    return "page"


def free_slug(slug: str, parent: Page) -> str:
    """``slug``, or with the first number behind it that no sibling has; one statement, however many there are."""
    siblings = (
        parent.get_children().filter(Q(slug=slug) | Q(slug__startswith=f"{slug}-")).values_list("slug", flat=True)
    )
    taken = set(siblings)
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def tags_of(document: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The names of the tags, as the site writes them where it has them, and those that are too long or too many."""
    wanted: dict[str, str] = {}
    left_out = []
    for tag in document.get("tags") or ():
        name = " ".join(str(tag).replace(",", " ").split())
        if len(name) > MAX_TAG or len(wanted) >= MAX_TAGS:
            left_out.append(name)
        elif name:
            wanted.setdefault(name.casefold(), name)
    if wanted:
        same = Q()
        for name in wanted.values():
            same |= Q(name__iexact=name)
        for tag in Tag.objects.filter(same).order_by("-pk"):
            if tag.name.casefold() in wanted:
                wanted[tag.name.casefold()] = tag.name
    return list(wanted.values()), left_out


def own_field_for(model: type[Page], name: str) -> str:
    """The name of a site's own text field for a fact that the library's articles have no field for; else ""."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return name if isinstance(field, (CharField, TextField)) and not field.choices else ""


def as_first_paragraph(document: Mapping[str, Any], *texts: str) -> dict[str, Any]:
    """The document with ``texts`` in front of its body."""
    html = paragraphs([text for text in texts if text])
    if not html:
        return dict(document)
    return {**document, "body": [{"type": "rich_text", "value": html}, *(document.get("body") or ())]}
