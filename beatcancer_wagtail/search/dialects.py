"""How each database asks Wagtail's own index: the words, the condition, the tiers and the rank.

A tier says where the words stand: all in the title (2), all in what is completed while typing, which is
title, summary and tags (1), or anywhere (0).
"""

import re
from sqlite3 import sqlite_version_info
from collections.abc import Sequence

from django.apps import apps
from django.db import connections
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

SHORTEST_BEGINNING = 3  # fewer letters begin too many words

Wanted = Sequence[Sequence[str]]  # every group must be there, in any of its variants
SQL = tuple[str, list]


class Dialect:
    """One database. In what it returns, ``entry`` is Wagtail's table of index entries."""

    key_type = ""
    materialized = ""

    def __init__(self, backend):
        self.backend = backend
        self.entries = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table

    @property
    def key(self) -> str:
        """The id of the record that an entry belongs to."""
        return f"CAST(entry.object_id AS {self.key_type})"

    def hits(self, kinds: str, wanted: Wanted) -> SQL:
        """From where, and on what condition: the entries of these content types that match."""
        condition, params = self.condition(wanted)
        return f"FROM {self.entries} entry WHERE {condition} AND entry.content_type_id IN ({kinds})", params

    def ranked(self, wanted: Wanted) -> SQL:
        """From where the ``best`` come with their ``score``, which is higher the better they match."""
        score, params = self.score(wanted)
        score = f"{score} * CASE WHEN best.tier > 1 THEN entry.title_norm ELSE 1 END AS score"
        return f", {score} FROM best JOIN {self.entries} entry ON entry.id = best.entry, counted", params

    def condition(self, wanted: Wanted) -> SQL:
        raise NotImplementedError

    def tier(self, wanted: Wanted) -> SQL:
        raise NotImplementedError

    def score(self, wanted: Wanted) -> SQL:
        raise NotImplementedError


class SQLite(Dialect):
    """A plus before a column keeps SQLite from asking the full-text index once for each row.

    The content types come first because an index of theirs holds all that is needed of an entry: its rows
    hold the text, and to read them takes longer than to search.
    """

    key_type = "integer"

    def __init__(self, backend):
        super().__init__(backend)
        self.index = f"{self.entries}_fts"

    @property
    def materialized(self) -> str:
        return "MATERIALIZED" if sqlite_version_info >= (3, 35) else ""

    def condition(self, wanted):
        return self._inside("title body", wanted)

    def tier(self, wanted):
        title, title_params = self._inside("title", wanted)
        begun, begun_params = self._inside("title autocomplete", wanted)
        return f"CASE WHEN {title} THEN 2 WHEN {begun} THEN 1 ELSE 0 END", [*title_params, *begun_params]

    def ranked(self, wanted):
        score = f"-bm25({self.index}, 1.0, 1.0, 5.0)"  # of autocomplete, body and title
        sql = (
            f", {score} * CASE WHEN best.tier > 1 THEN entry.title_norm ELSE 1 END AS score"
            f" FROM {self.index} CROSS JOIN best ON best.entry = +{self.index}.rowid"
            f" CROSS JOIN {self.entries} entry ON entry.id = best.entry, counted WHERE {self.index} MATCH %s"
        )
        return sql, [self._words("title body", wanted)]

    def _inside(self, columns: str, wanted: Wanted) -> SQL:
        sql = f"+entry.id IN (SELECT rowid FROM {self.index} WHERE {self.index} MATCH %s)"
        return sql, [self._words(columns, wanted)]

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
    """The words are in a subselect so that the planner does not know them. It would count on many rows, read all of
    the table and unpack each text; the indexes of title and body answer without any text.

    Wagtail has an index for the title and one for the body, so each group of words is looked up by itself.
    """

    key_type = "bigint"
    materialized = "MATERIALIZED"

    def condition(self, wanted):
        sql, params = [], []
        for number, variants in enumerate(wanted, start=1):
            query, query_params = self._query([variants], self.backend.config, begins=number == len(wanted))
            sql.append(f"(title @@ {query} OR body @@ {query} OR numnode({query}) = 0)")
            params += query_params * 3
        if len(wanted) == 1:
            return sql[0], params
        return " AND ".join(f"entry.id IN (SELECT id FROM {self.entries} WHERE {group})" for group in sql), params

    def tier(self, wanted):
        whole, params = self._query(wanted, self.backend.config)
        begun, begun_params = self._query(wanted, self.backend.autocomplete_config)
        sql = f"CASE WHEN entry.title @@ {whole} THEN 2 WHEN entry.autocomplete @@ {begun} THEN 1 ELSE 0 END"
        return sql, [*params, *begun_params]

    def score(self, wanted):
        query, params = self._query(wanted, self.backend.config)
        return f"ts_rank(entry.title || entry.body, {query}, 1)", params

    def _query(self, wanted: Wanted, config: str | None, *, begins: bool = True) -> SQL:
        groups, params = [], []
        for number, variants in enumerate(wanted, start=1):
            texts = ["'{}'".format(variant.replace("\\", "\\\\").replace("'", "''")) for variant in variants]
            if begins and number == len(wanted):
                texts += [f"{text}:*" for text, variant in zip(texts, variants, strict=True) if is_beginning(variant)]
            groups.append(self._group)
            configs = [config] if config else []
            params += [*configs, texts[0], *configs, " | ".join(texts)]
        call = "to_tsquery(%s::regconfig, %s)" if config else "to_tsquery(%s)"
        return f"(SELECT {' && '.join(groups).replace('CALL', call)})", params

    # Where the word itself is one that the language's dictionary leaves out, so are its variants.
    _group = "CASE WHEN numnode(CALL) > 0 THEN CALL ELSE ''::tsquery END"


class MySQL(Dialect):
    key_type = "signed"
    shortest = 3  # InnoDB leaves shorter words out of its index

    def condition(self, wanted):
        return "MATCH(entry.title, entry.body) AGAINST (%s IN BOOLEAN MODE)", [self._words(wanted)]

    def tier(self, wanted):
        inside = "MATCH(entry.{}) AGAINST (%s IN BOOLEAN MODE)"
        sql = f"CASE WHEN {inside.format('title')} THEN 2 WHEN {inside.format('autocomplete')} THEN 1 ELSE 0 END"
        return sql, [self._words(wanted)] * 2

    def score(self, wanted):
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
