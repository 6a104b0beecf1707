"""What a row will do to the library. The same for a dry run and for the import itself; nothing is stored here."""

from dataclasses import dataclass, field

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from taggit.models import Tag

from beatcancer_wagtail.importer.books.differences import changes_told, differences, label, python_values
from beatcancer_wagtail.importer.books.shelf import Shelf, why_in_doubt
from beatcancer_wagtail.importer.states import CHANGED, CREATED, REFUSED, UNCHANGED
from beatcancer_wagtail.models import BookSnippet


@dataclass(slots=True)
class Plan:
    state: str
    reason: str = ""
    book: BookSnippet | None = None  # as it will be
    tags: list[str] = field(default_factory=list)  # to be added
    tag_records: list[Tag] = field(default_factory=list)  # the same once they are stored
    changes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    needs_look: bool = False


def plan_row(values: dict, shelf: Shelf, *, may_change: bool = True) -> Plan:
    """``may_change``: whether books that exist may be given a new draft."""
    match = shelf.find(values)
    if match.doubt:
        return Plan(REFUSED, why_in_doubt(match))
    book = BookSnippet.objects.filter(pk=match.key).first() if match.key is not None else None
    if book is None:  # also when somebody has deleted it meanwhile
        return _new(values, shelf)
    draft = book.get_latest_revision_as_object()
    if not (match.same_title or match.same_people):
        said = _("The library has this ISBN for quite another book: “%(title)s”. Correct the number here, or there.")
        return Plan(REFUSED, said % {"title": draft.title})
    changed, tags, warnings = differences(draft, values)
    plan = Plan(CHANGED, book=draft, tags=tags, warnings=warnings, changes=changes_told(draft, changed, tags))
    if not match.same_title:
        plan.needs_look = True
        plan.warnings.append(
            _("The library has this ISBN under quite another title: “%(title)s”. Check the number.")
            % {"title": draft.title}
        )
    if not plan.changes:
        plan.state = UNCHANGED
        return plan
    if not may_change:
        return Plan(REFUSED, _("The library has this book already, and you may not change it. Ask somebody who may."))
    for name, value in changed.items():
        setattr(draft, name, value)
    return _checked(plan)


def _new(values: dict, shelf: Shelf) -> Plan:
    if not values.get("title"):
        return Plan(REFUSED, _why_no_book("isbn" in values))
    book = BookSnippet(locale=shelf.locale, live=False, has_unpublished_changes=True, **python_values(values))
    return _checked(Plan(CREATED, book=book, tags=values.get("tags", [])))


def _why_no_book(has_isbn: bool) -> str:
    if has_isbn:
        return _("The title is missing, and the library has no book with this ISBN. Fill in the title.")
    return _("The title is missing. Fill it in, or give the ISBN of a book that the library has.")


def _checked(plan: Plan) -> Plan:
    try:
        plan.book.full_clean()
    except ValidationError as error:
        return Plan(REFUSED, reason_of(error), warnings=plan.warnings)
    return plan


def reason_of(error: ValidationError) -> str:
    """What the model says of a book that it does not take, with the names of the fields."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        " ".join(messages) if name == "__all__" else f"{capfirst(_label(name))}: {' '.join(messages)}"
        for name, messages in error.message_dict.items()
    )


def _label(name: str) -> str:
    try:
        return label(name)
    except FieldDoesNotExist:
        return name
