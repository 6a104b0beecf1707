"""How each database asks Wagtail's own index: the words, the condition, the tiers and the rank.

A tier says where the words stand: all in the title (2), all in what is completed while typing, which is
title, summary and tags (1), or anywhere (0).
"""

import re
from collections.abc import Sequence

from django.apps import apps
from django.db import connections
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

SHORTEST_BEGINNING = 3  # fewer letters begin too many words

Wanted = Sequence[Sequence[str]]  # every group must be there, in any of its variants
SQL = tuple[str, list]


class Dialect:
    """One database. ``entry`` is the alias of Wagtail's table of index entries."""

    key_type = ""
    materialized = ""
    ranks_all = False

    def __init__(self, backend):
        self.backend = backend
        self.entries = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table

    @property
    def source(self) -> str:
        return f"{self.entries} entry"

    @property
    def key(self) -> str:
        return f"CAST(entry.object_id AS {self.key_type})"

    def condition(self, wanted: Wanted) -> SQL:
        raise NotImplementedError

    def tier(self, wanted: Wanted) -> SQL:
        raise NotImplementedError

    def rank(self, wanted: Wanted) -> SQL:
        """A number that is greater the better the match."""
        raise NotImplementedError


class SQLite(Dialect):
    key_type = "integer"

    def __init__(self, backend):
        super().__init__(backend)
        self.index = f"{self.entries}_fts"

    @property
    def materialized(self) -> str:
        return "MATERIALIZED" if connections["default"].Database.sqlite_version_info >= (3, 35) else ""

    @property
    def source(self) -> str:
        # A CROSS JOIN, so that stale statistics cannot make SQLite ask the index once for each entry.
        return f"{self.index} CROSS JOIN {self.entries} entry ON entry.id = {self.index}.rowid"

    def condition(self, wanted):
        return f"{self.index} MATCH %s", [self._words("title body", wanted)]

    def tier(self, wanted):
        inside = f"{self.index}.rowid IN (SELECT rowid FROM {self.index} WHERE {self.index} MATCH %s)"
        sql = f"CASE WHEN {inside} THEN 2 WHEN {inside} THEN 1 ELSE 0 END"
        return sql, [self._words("title", wanted), self._words("title autocomplete", wanted)]

    def rank(self, wanted):
        return f"-bm25({self.index}, 1.0, 1.0, 5.0)", []  # the columns are autocomplete, body and title

    def _words(self, columns: str, wanted: Wanted) -> str:
        groups = (" OR ".join(texts) for texts in self._texts(wanted))
        return f"{{{columns}}} : ({' AND '.join(f'({group})' for group in groups)})"

    def _texts(self, wanted: Wanted):
        for number, variants in enumerate(wanted, start=1):
            texts = [f'"{variant}"' for variant in variants]
            if number == len(wanted):
                texts += [f'"{variant}"*' for variant in variants if is_beginning(variant)]
            yield texts


class PostgreSQL(Dialect):
    key_type = "bigint"
    materialized = "MATERIALIZED"

    def condition(self, wanted):
        query, params = self._query(wanted, self.backend.config)
        return f"(entry.title || entry.body) @@ {query}", params

    def tier(self, wanted):
        whole, params = self._query(wanted, self.backend.config)
        begun, begun_params = self._query(wanted, self.backend.autocomplete_config)
        sql = f"CASE WHEN entry.title @@ {whole} THEN 2 WHEN entry.autocomplete @@ {begun} THEN 1 ELSE 0 END"
        return sql, [*params, *begun_params]

    def rank(self, wanted):
        query, params = self._query(wanted, self.backend.config)
        return f"ts_rank(entry.title || entry.body, {query}, 1)", params

    def _query(self, wanted: Wanted, config: str | None) -> SQL:
        words = " & ".join(f"({' | '.join(texts)})" for texts in self._texts(wanted))
        return ("to_tsquery(%s::regconfig, %s)", [config, words]) if config else ("to_tsquery(%s)", [words])

    def _texts(self, wanted: Wanted):
        for number, variants in enumerate(wanted, start=1):
            texts = ["'{}'".format(variant.replace("\\", "\\\\").replace("'", "''")) for variant in variants]
            if number == len(wanted):
                texts += [f"{text}:*" for text, variant in zip(texts, variants, strict=True) if is_beginning(variant)]
            yield texts


class MySQL(Dialect):
    key_type = "signed"
    shortest = 3  # InnoDB leaves shorter words out of its index

    def condition(self, wanted):
        return "MATCH(entry.title, entry.body) AGAINST (%s IN BOOLEAN MODE)", [self._words(wanted)]

    def tier(self, wanted):
        inside = "MATCH(entry.{}) AGAINST (%s IN BOOLEAN MODE)"
        sql = f"CASE WHEN {inside.format('title')} THEN 2 WHEN {inside.format('autocomplete')} THEN 1 ELSE 0 END"
        return sql, [self._words(wanted)] * 2

    def rank(self, wanted):
        return self.condition(wanted)

    def _words(self, wanted: Wanted) -> str:
        groups = []
        for number, variants in enumerate(wanted, start=1):
            texts = [" ".join(re.findall(r"\w+", variant)) for variant in variants]
            if any(len(text) < self.shortest for text in texts):
                continue
            last = number == len(wanted)
            groups.append(" ".join(f"{text}*" if last and text.isalnum() else f'"{text}"' for text in texts))
        return " ".join(f"+({group})" for group in groups)


def is_beginning(variant: str) -> bool:
    return len(variant) >= SHORTEST_BEGINNING and variant[-1].isalnum()


KNOWN = {
    "modelsearch.backends.database.sqlite.sqlite": ("sqlite", SQLite),
    "modelsearch.backends.database.postgres.postgres": ("postgresql", PostgreSQL),
    "modelsearch.backends.database.mysql.mysql": ("mysql", MySQL),
}


def dialect_for(records: QuerySet) -> Dialect | None:
    """The way to ask the index that holds ``records``; None if it is not in the same database, or unknown to us."""
    backend = get_search_backend()
    vendor, dialect = KNOWN.get(type(backend).__module__, (None, None))
    if dialect and connections[records.db].vendor == vendor and _has_number(records.model):
        return dialect(backend)
    return None


def _has_number(model) -> bool:
    key = model._meta.pk
    while key.remote_field:
        key = key.target_field
    return key.get_internal_type() in ("AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField")
