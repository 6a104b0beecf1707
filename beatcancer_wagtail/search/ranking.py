"""One statement that finds, counts and ranks: the reader's conditions and the index meet inside the database.

``listed`` are the index entries that match and whose record the reader may see, each with its tier; ``best`` the
first of them by tier. Only those are compared by their whole text, which is what takes time.
"""

# ruff: noqa: S608 - only names of tables and columns are put into statements; what readers type is a parameter

from collections.abc import Collection, Iterator

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, Expression, QuerySet
from django.db.models.expressions import Col
from django.db.models.lookups import Exact, In
from django.db.models.sql.where import AND, WhereNode
from modelsearch.utils import get_descendants_content_types_pks

from beatcancer_wagtail.resources import base_page_model
from beatcancer_wagtail.search.dialects import SQL, Dialect, Wanted

RANKED = 500
PLACE = "tier DESC, id DESC"  # newer records have higher ids


class Matching(Expression):
    """The ids of the records of a model whose index entries match, as a subselect."""

    output_field = BigIntegerField()

    def __init__(self, dialect: Dialect, model, wanted: Wanted):
        super().__init__()
        self.dialect, self.model, self.wanted = dialect, model, wanted

    def as_sql(self, compiler, connection):
        hits, params = self.dialect.hits(_listing(_kinds(self.model)), self.wanted)
        return f"(SELECT {self.dialect.key} {hits})", params


class Key(Expression):
    """The id of the record that the entry of the statement around belongs to."""

    output_field = BigIntegerField()

    def __init__(self, dialect: Dialect):
        super().__init__()
        self.dialect = dialect

    def as_sql(self, compiler, connection):
        return self.dialect.key, []


def ranked_ids(dialect: Dialect, records: QuerySet, wanted: Wanted, start: int, stop: int) -> tuple[int, list[int]]:
    """How many of ``records`` match, and the ids from ``start`` to ``stop``."""
    total, ids = 0, []
    if start < RANKED:
        total, ids = _ids(dialect, records, wanted, _best(dialect, wanted), start, min(stop, RANKED))
    if start >= RANKED or (stop > RANKED and total > RANKED):
        total, others = _ids(dialect, records, wanted, _others(), max(start, RANKED), stop)
        ids += others
    return total, ids


def count(dialect: Dialect, records: QuerySet, wanted: Wanted) -> int:
    """How many of ``records`` match."""
    try:
        listed, params = _listed(dialect, records, wanted, "1")
    except EmptyResultSet:
        return 0
    with connections[records.db].cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({listed}) listed", params)
        return cursor.fetchone()[0]


def _ids(
    dialect: Dialect, records: QuerySet, wanted: Wanted, ordered: SQL, start: int, stop: int
) -> tuple[int, list[int]]:
    try:
        tier, tier_params = dialect.tier(wanted)
        listed, params = _listed(dialect, records, wanted, f"bc_entry.id AS entry, {dialect.key} AS id, {tier} AS tier")
    except EmptyResultSet:
        return 0, []
    with connections[records.db].cursor() as cursor:
        cursor.execute(
            f"WITH listed AS {dialect.materialized} ({listed}), counted AS (SELECT COUNT(*) AS total FROM listed),"
            f" {ordered[0]} LIMIT %s OFFSET %s",
            [*tier_params, *params, *ordered[1], stop - start, start],
        )
        rows = cursor.fetchall()
    if rows or not start:
        return (rows[0][1] if rows else 0), [row[0] for row in rows]
    return _ids(dialect, records, wanted, ordered, 0, 1)[0], []


def _listed(dialect: Dialect, records: QuerySet, wanted: Wanted, columns: str) -> SQL:
    hits, params = dialect.hits(_listing(_asked_kinds(records)), wanted)
    if records.query.is_sliced:
        records = records.model._default_manager.filter(pk__in=list(records.values_list("pk", flat=True)))
    record = records.order_by().filter(pk=Key(dialect)).values("pk").query
    allowed, allowed_params = record.get_compiler(connection=connections[records.db]).as_sql()
    return f"SELECT {columns} {hits} AND EXISTS ({allowed})", [*params, *allowed_params]


def _best(dialect: Dialect, wanted: Wanted) -> SQL:
    """By tier and, within it, by the whole text; a word in a title weighs the more the shorter the title is."""
    ranked, params = dialect.ranked(wanted)
    best = f"SELECT entry, id, tier FROM listed ORDER BY {PLACE} LIMIT {RANKED}"
    sql = f"best AS {dialect.materialized} ({best}) SELECT best.id, counted.total {ranked}"
    return f"{sql} ORDER BY best.tier DESC, 3 DESC, best.id DESC", params


def _others() -> SQL:
    return f"others AS (SELECT id, tier FROM listed) SELECT id, total FROM others, counted ORDER BY {PLACE}", []


def _kinds(model) -> set[int]:
    """The content types that index entries of this model may have."""
    return set(get_descendants_content_types_pks(model))


def _asked_kinds(records: QuerySet) -> set[int]:
    """Those of them that ``records`` can have by their conditions, so that entries of others are never looked at.

    A page is always entered under its own content type, which its row names too.
    """
    kinds = _kinds(records.model)
    if records.model is base_page_model():
        return kinds.intersection(*_named_kinds(records.query.where, records.query.base_table))
    return kinds


def _named_kinds(conditions: WhereNode, table: str | None) -> Iterator[set[int]]:
    """What the conditions that must hold say about the content type of ``table``; a subselect tells nothing in advance."""
    if conditions.negated or conditions.connector != AND:
        return
    for condition in conditions.children:
        if isinstance(condition, WhereNode):
            yield from _named_kinds(condition, table)
        elif isinstance(condition, (In, Exact)) and _is_type_of(table, condition.lhs):
            keys = condition.rhs if isinstance(condition, In) else [condition.rhs]
            if isinstance(keys, Collection) and all(isinstance(key, int) for key in keys):
                yield set(keys)


def _is_type_of(table: str | None, column) -> bool:
    return isinstance(column, Col) and (column.alias, column.target.name) == (table, "content_type")


def _listing(kinds: set[int]) -> str:
    return ", ".join(map(str, sorted(kinds))) or "NULL"
