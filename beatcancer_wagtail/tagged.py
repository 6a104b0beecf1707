"""The tags of many records in the statement that loads them.

``prefetch_related`` would take one statement more for every list on a page.
"""

import re
from functools import cache
from typing import NamedTuple

from django.db.models import Func, Model, OuterRef, QuerySet, Subquery, TextField

ANNOTATION, KEPT = "bc_tags", "bc_kept_tags"
_BETWEEN_PARTS, _BETWEEN_TAGS = "\x1e", "\x1f"
# A slug never holds what stands between; a name that was imported might.
_TAG = re.compile(rf"(.*?){_BETWEEN_PARTS}([^{_BETWEEN_PARTS}{_BETWEEN_TAGS}]*)(?:{_BETWEEN_TAGS}|\Z)", re.DOTALL)


class TagLabel(NamedTuple):
    """What a reader sees of a tag, and what a filter's address says."""

    name: str
    slug: str


class _Joined(Func):
    """Name and slug of all tags in one text, whatever the database calls that."""

    function = "GROUP_CONCAT"
    template = f"%(function)s(%(expressions)s, '{_BETWEEN_TAGS}')"
    arg_joiner = f" || '{_BETWEEN_PARTS}' || "
    output_field = TextField()

    def as_mysql(self, compiler, connection, **context):
        template = f"%(function)s(CONCAT(%(expressions)s) SEPARATOR '{_BETWEEN_TAGS}')"
        return self.as_sql(compiler, connection, template=template, arg_joiner=f", '{_BETWEEN_PARTS}', ", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def with_tags(records: QuerySet, through: type[Model]) -> QuerySet:
    """``records`` such that :func:`tags_of` needs no statement; ``through`` is the model that ties them to tags."""
    return records.annotate(**{ANNOTATION: _joined_tags(through)})


@cache
def _joined_tags(through: type[Model]) -> Subquery:
    # Built once: putting it together takes Django longer than the database needs to answer it.
    own = through._default_manager.filter(content_object=OuterRef("pk")).order_by()
    return Subquery(own.values_list(_Joined("tag__name", "tag__slug")), output_field=TextField())


def tags_of(record, accessor: str) -> list[TagLabel]:
    """The tags of one record in alphabetical order, from :func:`with_tags` or else from the database."""
    if KEPT in record.__dict__:
        return record.__dict__[KEPT]
    joined = record.__dict__.get(ANNOTATION, False)
    if joined is False:
        found = [TagLabel(item.tag.name, item.tag.slug) for item in getattr(record, accessor).select_related("tag")]
    else:
        found = [TagLabel(*tag) for tag in _TAG.findall(joined or "")]
    return sorted(found, key=lambda tag: tag.name.casefold())


def keep_tags(record, accessor: str) -> None:
    """Remember the tags of a record that is only going to be shown, so that no part of the page asks again."""
    record.__dict__[KEPT] = tags_of(record, accessor)
