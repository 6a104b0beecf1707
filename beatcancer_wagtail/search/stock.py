"""The way through a search backend that we know nothing about, such as Elasticsearch: what it offers everybody."""

from collections.abc import Sequence

from django.db.models import QuerySet
from modelsearch.backends.base import FilterFieldError
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Or, Phrase, PlainText, SearchQuery


def ranked_ids(records: QuerySet, wanted: Sequence[Sequence[str]], start: int, stop: int) -> tuple[int, list[int]]:
    """How many of ``records`` match, and the ids from ``start`` to ``stop``, in the backend's order."""
    try:
        found = _search(_by_id(records), wanted)
        return found.count(), [record.pk for record in found[start:stop]]
    except FilterFieldError:  # the model has no FilterField for its id
        ids = _allowed(records, wanted)
        return len(ids), ids[start:stop]


def matching(records: QuerySet, wanted: Sequence[Sequence[str]]) -> QuerySet:
    """The records that match."""
    return records.filter(pk__in=[record.pk for record in _search(records.model._default_manager.order_by(), wanted)])


def query_for(wanted: Sequence[Sequence[str]]) -> SearchQuery:
    """Every one of the groups, in any of its variants, as Wagtail's own classes say it."""
    groups = [Or([_text(variant) for variant in variants]) for variants in wanted]
    return And(groups)


def _text(variant: str) -> SearchQuery:
    return Phrase(variant) if " " in variant else PlainText(variant, operator="and")


def _by_id(records: QuerySet) -> QuerySet:
    """The same records, with conditions that every backend understands."""
    return records.model._default_manager.filter(pk__in=records.order_by().values("pk"))


def _allowed(records: QuerySet, wanted: Sequence[Sequence[str]]) -> list[int]:
    found = [record.pk for record in _search(records.model._default_manager.order_by(), wanted)]
    allowed = set(records.order_by().filter(pk__in=found).values_list("pk", flat=True))
    return [pk for pk in found if pk in allowed]


def _search(records: QuerySet, wanted: Sequence[Sequence[str]]):
    return get_search_backend().search(query_for(wanted), records)
