"""The tags of many records in the statement that loads them.

``prefetch_related`` would take one statement more for every list on a page.
"""

import re
from functools import cache
from typing import NamedTuple

from django.db.models import Func, Model, OuterRef, QuerySet, Subquery, TextField

ANNOTATION, KEPT = "bc_tags", "bc_kept_tags"
_BETWEEN, _END = "\x1e", "\x1f"
# A slug never holds what stands after a name or a tag; a name that was imported might.
_TAG = re.compile(rf"(.*?){_BETWEEN}([^{_BETWEEN}{_END}]*){_END}", re.DOTALL)


class TagLabel(NamedTuple):
    """What a reader sees of a tag, and what a filter's address says."""

    name: str
    slug: str


class _Joined(Func):
    """The number of tags, then name and slug of each, in one text, whatever the database calls that.

    The number tells when the text was cut: MySQL does so after 1,024 bytes, unless it is told otherwise.
    """

    function = "GROUP_CONCAT"
    template = f"COUNT(*) || '{_BETWEEN}' || %(function)s(%(expressions)s || '{_END}', '')"
    arg_joiner = f" || '{_BETWEEN}' || "
    output_field = TextField()

    def as_mysql(self, compiler, connection, **context):
        joined = f"%(function)s(CONCAT(%(expressions)s, '{_END}') SEPARATOR '')"
        template = f"CONCAT(COUNT(*), '{_BETWEEN}', {joined})"
        return self.as_sql(compiler, connection, template=template, arg_joiner=f", '{_BETWEEN}', ", **context)

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
    found = _apart(record.__dict__[ANNOTATION]) if ANNOTATION in record.__dict__ else None
    if found is None:
        found = [TagLabel(item.tag.name, item.tag.slug) for item in getattr(record, accessor).select_related("tag")]
    return sorted(found, key=lambda tag: tag.name.casefold())


def _apart(joined: str | None) -> list[TagLabel] | None:
    """The tags in the text that the database made; None if it has been cut."""
    count, _, tags = (joined or f"0{_BETWEEN}").partition(_BETWEEN)
    found = [TagLabel(*tag) for tag in _TAG.findall(tags)]
    return found if len(found) == int(count) else None


def keep_tags(record, accessor: str) -> None:
    """Remember the tags of a record that is only going to be shown, so that no part of the page asks again."""
    record.__dict__[KEPT] = tags_of(record, accessor)
