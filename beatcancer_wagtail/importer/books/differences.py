"""What a row changes in a book. Empty cells change nothing, and nothing that an editor has added is taken away."""

from decimal import Decimal

from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books.cells import same
from beatcancer_wagtail.importer.books.values import RATING
from beatcancer_wagtail.models import BookSnippet

PLAIN = ("title", "subtitle", "blurb", "isbn", "publisher", "year", "cover_alt")


def python_values(values: dict) -> dict:
    """The values of a row as the model's fields hold them, without the tags."""
    fields = {name: values[name] for name in (*PLAIN, *RATING) if name in values}
    if "authors" in values:
        fields["authors"] = "\n".join(values["authors"])
    if "rating_value" in fields:
        fields["rating_value"] = Decimal(fields["rating_value"])
    if "rating_as_of" in fields:
        fields["rating_as_of"] = BookSnippet._meta.get_field("rating_as_of").to_python(fields["rating_as_of"])
    return fields


def differences(book: BookSnippet, values: dict) -> tuple[dict, list[str], list[str]]:
    """The fields of ``book`` that a row changes, the tags that it adds, and warnings."""
    given = python_values(values)
    rating = {name: given.pop(name) for name in RATING if name in given}
    warnings = [problem] if rating and (problem := _why_not_rated(book, rating)) else []
    if rating and not warnings:
        given |= rating
    changed = {name: value for name, value in given.items() if not _equal(name, getattr(book, name), value)}
    has = {same(tag.name) for tag in book.tags.all()}
    return changed, [tag for tag in values.get("tags", []) if same(tag) not in has], warnings


def _equal(name: str, old, new) -> bool:
    if name == "authors":
        return [line.strip() for line in old.splitlines() if line.strip()] == new.splitlines()
    if isinstance(new, str):
        return "\n".join((old or "").splitlines()).strip() == new
    return old == new


def _why_not_rated(book: BookSnippet, rating: dict) -> str:
    """A rating is one statement: its numbers never come from two sources or two days."""
    if book.rating_value is None and book.rating_count is None:
        return ""
    if book.rating_as_of and rating["rating_as_of"] < book.rating_as_of:
        return _("The rating was left out: the library has a newer one, of %(date)s.") % {
            "date": date_format(book.rating_as_of)
        }
    same_source = same(book.rating_source) == same(rating["rating_source"])
    if same_source and book.rating_as_of == rating["rating_as_of"]:
        return ""
    needed = ["rating_value", "rating_count", *([] if same_source else ["rating_url"])]
    missing = [name for name in needed if getattr(book, name) not in (None, "") and name not in rating]
    if not missing:
        return ""
    return _(
        "The rating was left out: the library has one of another source or day, and this row lacks the %(fields)s to"
        " replace all of it."
    ) % {"fields": ", ".join(label(name) for name in missing)}


def changes_told(book: BookSnippet, changed: dict, tags: list[str]) -> list[str]:
    """A sentence for each change, to be asked for before it is made."""
    told = []
    for name, new in changed.items():
        old = getattr(book, name)
        said = {"field": capfirst(label(name)), "old": _shown(old), "new": _shown(new)}
        told.append(
            (_("%(field)s: “%(old)s” becomes “%(new)s”.") if said["old"] else _("%(field)s: “%(new)s” is new.")) % said
        )
    if tags:
        told.append(_("Tags that are new here: %(tags)s.") % {"tags": ", ".join(tags)})
    return told


def label(name: str) -> str:
    return str(BookSnippet._meta.get_field(name).verbose_name)


def _shown(value) -> str:
    text = "" if value is None else ", ".join(str(value).splitlines())
    return Truncator(text).chars(120)
