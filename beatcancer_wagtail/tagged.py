"""The tags of many records in the statement that loads them.

``prefetch_related`` would take one statement more for every list on a page.
"""

from typing import NamedTuple

from django.db.models import Aggregate, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat

ANNOTATION = "bc_tags"
_BETWEEN_PARTS, _BETWEEN_TAGS = "\x1e", "\x1f"


class TagLabel(NamedTuple):
    """What a reader sees of a tag, and what a filter's address says."""

    name: str
    slug: str


class _Joined(Aggregate):
    """Texts in one, whatever the database calls that (Django's own ``StringAgg`` for all comes with 6.0)."""

    function = "GROUP_CONCAT"
    template = f"%(function)s(%(expressions)s, '{_BETWEEN_TAGS}')"
    output_field = TextField()

    def as_mysql(self, compiler, connection, **context):
        template = f"%(function)s(%(expressions)s SEPARATOR '{_BETWEEN_TAGS}')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def with_tags(records: QuerySet, tagged_items: QuerySet) -> QuerySet:
    """``records`` such that :func:`tags_of` needs no statement; ``tagged_items`` is their through model's queryset."""
    own = tagged_items.filter(content_object=OuterRef("pk")).order_by().values("content_object")
    joined = own.annotate(joined=_Joined(Concat("tag__name", Value(_BETWEEN_PARTS), "tag__slug")))
    return records.annotate(**{ANNOTATION: Subquery(joined.values("joined"), output_field=TextField())})


def tags_of(record, accessor: str) -> list[TagLabel]:
    """The tags of one record in alphabetical order, from :func:`with_tags` or else from the database."""
    joined = record.__dict__.get(ANNOTATION, False)
    if joined is False:
        found = [TagLabel(item.tag.name, item.tag.slug) for item in getattr(record, accessor).all()]
    else:
        found = [TagLabel(*tag.split(_BETWEEN_PARTS)) for tag in (joined or "").split(_BETWEEN_TAGS) if tag]
    return sorted(found, key=lambda tag: tag.name.casefold())
