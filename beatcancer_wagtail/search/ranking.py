"""One statement that finds, counts and ranks: the reader's conditions and the index meet inside the database.

``hits`` are the index entries that match, each with its tier; ``allowed`` those of the records that are among them;
``best`` the first thousand by tier. Only those are compared by their whole text, which is what costs time.
"""

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, Expression, QuerySet
from modelsearch.utils import get_descendants_content_types_pks

from beatcancer_wagtail.search.dialects import SQL, Dialect, Wanted

RANKED = 500  # a round number of the best, by where the words stand, are compared by their whole text


class Matching(Expression):
    """The ids of the records of a model whose index entries match, as a subselect."""

    output_field = BigIntegerField()

    def __init__(self, dialect: Dialect, model, wanted: Wanted):
        super().__init__()
        self.dialect, self.model, self.wanted = dialect, model, wanted

    def as_sql(self, compiler, connection):
        hits, params = self.dialect.hits(_kinds(self.model), self.wanted)
        return f"(SELECT {self.dialect.key} {hits})", params


class Hits(Expression):
    """The ids in the table ``hits`` of the statement around."""

    output_field = BigIntegerField()

    def as_sql(self, compiler, connection):
        return "(SELECT id FROM hits)", []


def ranked_ids(dialect: Dialect, records: QuerySet, wanted: Wanted, start: int, stop: int) -> tuple[int, list[int]]:
    """How many of ``records`` match, and the ids from ``start`` to ``stop``."""
    total, ids = 0, []
    if start < RANKED:
        total, ids = _ids(dialect, records, wanted, _best, start, min(stop, RANKED))
    if stop > RANKED and (total > RANKED or start >= RANKED):
        total, more = _ids(dialect, records, wanted, _others, max(start, RANKED), stop)
        ids += more
    return total, ids


def _ids(dialect: Dialect, records: QuerySet, wanted: Wanted, order, start: int, stop: int) -> tuple[int, list[int]]:
    connection = connections[records.db]
    try:
        allowed = _each_once(records.filter(pk__in=Hits())).query.get_compiler(connection=connection)
        allowed_sql, allowed_params = allowed.as_sql()
    except EmptyResultSet:
        return 0, []
    hits, params = _hits(dialect, records.model, wanted)
    ordered, order_params = order(dialect, wanted)
    sql = (
        f"WITH hits AS {dialect.materialized} ({hits}), allowed(id) AS {dialect.materialized} ({allowed_sql}),"
        f" counted AS (SELECT COUNT(*) AS total FROM allowed), {ordered}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *allowed_params, *order_params, stop - start, start])
        rows = cursor.fetchall()
    if rows or not start:
        return (rows[0][1] if rows else 0), [row[0] for row in rows]
    return _ids(dialect, records, wanted, order, 0, 1)[0], []


def _hits(dialect: Dialect, model, wanted: Wanted) -> SQL:
    tier, tier_params = dialect.tier(wanted)
    hits, params = dialect.hits(_kinds(model), wanted)
    return f"SELECT entry.id AS entry, {dialect.key} AS id, {tier} AS tier {hits}", [*tier_params, *params]


def _best(dialect: Dialect, wanted: Wanted) -> SQL:
    """By tier and, within it, by the whole text; a word weighs the more the shorter the title is."""
    ranked, params = dialect.ranked(wanted)
    best = f"SELECT hits.entry, hits.id, hits.tier FROM hits WHERE hits.id IN (SELECT id FROM allowed) ORDER BY {PLACE} LIMIT {RANKED}"
    return (
        f"best AS {dialect.materialized} ({best})"
        f" SELECT best.id, counted.total {ranked} ORDER BY best.tier DESC, score DESC, best.id DESC LIMIT %s OFFSET %s",
        params,
    )


def _others(dialect: Dialect, wanted: Wanted) -> SQL:
    return (
        "best AS (SELECT 1) SELECT hits.id, counted.total FROM hits, counted WHERE hits.id IN (SELECT id FROM allowed)"
        f" ORDER BY {PLACE} LIMIT %s OFFSET %s",
        [],
    )


PLACE = "hits.tier DESC, hits.id DESC"


def _kinds(model) -> str:
    return ", ".join(map(str, sorted(get_descendants_content_types_pks(model))))


def _each_once(records: QuerySet) -> QuerySet:
    """The ids of ``records``, in any order."""
    ids = records.order_by().values("pk")
    joins = [table.join_field for table in records.query.alias_map.values() if getattr(table, "join_field", None)]
    return ids.distinct() if any(join.one_to_many or join.many_to_many for join in joins) else ids
