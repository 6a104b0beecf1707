"""One statement that finds, counts and ranks: the reader's conditions and the index meet inside the database."""

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, Expression, QuerySet
from modelsearch.utils import get_descendants_content_types_pks

from beatcancer_wagtail.search.dialects import SQL, Dialect, Wanted

RANKED = 1000  # so many of the best, by where the words stand, are compared by their whole text


class Matching(Expression):
    """The ids of the records of a model whose index entries match, as a subselect."""

    output_field = BigIntegerField()

    def __init__(self, dialect: Dialect, model, wanted: Wanted):
        super().__init__()
        self.dialect, self.model, self.wanted = dialect, model, wanted

    def as_sql(self, compiler, connection):
        sql, params = _hits(self.dialect, self.model, self.wanted)
        return f"(SELECT {self.dialect.key} {sql})", params


def ranked_ids(dialect: Dialect, records: QuerySet, wanted: Wanted, start: int, stop: int) -> tuple[int, list[int]]:
    """How many of ``records`` match, and the ids from ``start`` to ``stop``."""
    connection = connections[records.db]
    allowed = _ids(records.filter(pk__in=Matching(dialect, records.model, wanted)))
    try:
        sql, params = allowed.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return 0, []
    ranked, own_params = _ranked(dialect, records.model, wanted)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH allowed(id) AS {dialect.materialized} ({sql}) {ranked}", [*params, *own_params, stop - start, start])
        rows = cursor.fetchall()
    if rows or not start:
        return (rows[0][1], [row[0] for row in rows]) if rows else (0, [])
    return ranked_ids(dialect, records, wanted, 0, 1)[0], []


def _ranked(dialect: Dialect, model, wanted: Wanted) -> SQL:
    tier, tier_params = dialect.tier(wanted)
    rank, rank_params = dialect.rank(wanted)
    hits, params = _hits(dialect, model, wanted)
    sql = (
        f"SELECT {dialect.key}, (SELECT COUNT(*) FROM allowed), {tier} AS tier, {rank} * entry.title_norm AS score"
        f" {hits} AND {dialect.key} IN (SELECT id FROM allowed)"
        " ORDER BY tier DESC, score DESC, 1 DESC LIMIT %s OFFSET %s"
    )
    return sql, [*tier_params, *rank_params, *params]


def _hits(dialect: Dialect, model, wanted: Wanted) -> SQL:
    kinds = ", ".join(map(str, sorted(get_descendants_content_types_pks(model))))
    condition, params = dialect.condition(wanted)
    return f"FROM {dialect.source} WHERE {condition} AND entry.content_type_id IN ({kinds})", params


def _ids(records: QuerySet) -> QuerySet:
    """The ids of ``records``, each once."""
    ids = records.order_by().values("pk")
    joined = [table for table in records.query.alias_map.values() if getattr(table, "join_field", None)]
    return ids.distinct() if any(table.join_field.one_to_many or table.join_field.many_to_many for table in joined) else ids
