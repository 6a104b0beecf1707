"""How each database asks Wagtail's own index: the words, the condition, the tiers and the rank.

A tier says where the words stand: all in the title (2), all in what is completed while typing, which is
title, summary and tags (1), or anywhere (0).
"""

# ruff: noqa: S608 - only names of tables and columns are put into statements; what readers type is a parameter

import re
from collections.abc import Iterator, Sequence
from sqlite3 import sqlite_version_info

from django.apps import apps
from django.db import connections
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

SHORTEST_BEGINNING = 3  # fewer letters begin too many words

Wanted = Sequence[Sequence[str]]  # every group must be there, in any of its variants
SQL = tuple[str, list]


class Dialect:
    """One database. In what it returns, ``bc_entry`` is Wagtail's table of index entries."""

    key_type = ""
    materialized = ""

    def __init__(self, backend):
        self.backend = backend
        self.entries = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table

    @property
    def key(self) -> str:
        """The id of the record that an entry belongs to."""
        return f"CAST(bc_entry.object_id AS {self.key_type})"

    def hits(self, kinds: str, wanted: Wanted) -> SQL:
        """From where, and on what condition: the entries of these content types that match."""
        condition, params = self.condition(wanted)
        return f"FROM {self.entries} bc_entry WHERE {condition} AND bc_entry.content_type_id IN ({kinds})", params

    def ranked(self, wanted: Wanted) -> SQL:
        """From where the ``best`` come with their ``score``, which is higher the better they match."""
        score, params = self.score(wanted)
        score = f"{score} * CASE WHEN best.tier > 1 THEN bc_entry.title_norm ELSE 1 END AS score"
        return f", {score} FROM best JOIN {self.entries} bc_entry ON bc_entry.id = best.entry, counted", params

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
        # The limit, which the number of the best never reaches, keeps SQLite from joining in the full-text index.
        scored = (
            f"SELECT rowid AS entry, -bm25({self.index}, 1.0, 1.0, 5.0) AS score"  # autocomplete, body, title
            f" FROM {self.index} WHERE {self.index} MATCH %s AND +rowid IN (SELECT entry FROM best) LIMIT 1000000"
        )
        sql = (
            ", scored.score * CASE WHEN best.tier > 1 THEN bc_entry.title_norm ELSE 1 END AS score"
            f" FROM best JOIN ({scored}) scored ON scored.entry = best.entry"
            f" JOIN {self.entries} bc_entry ON bc_entry.id = best.entry, counted"
        )
        return sql, [self._words("title body", wanted, each=True)]

    def _inside(self, columns: str, wanted: Wanted) -> SQL:
        sql = f"+bc_entry.id IN (SELECT rowid FROM {self.index} WHERE {self.index} MATCH %s)"
        return sql, [self._words(columns, wanted)]

    def _words(self, columns: str, wanted: Wanted, *, each: bool = False) -> str:
        groups = (" OR ".join(texts) for texts in self._texts(wanted, each=each))
        return f"{{{columns}}} : ({' AND '.join(f'({group})' for group in groups)})"

    def _texts(self, wanted: Wanted, *, each: bool):
        for group in texts(wanted, each=each):
            yield [f"{self._quoted(text)}{'*' if begins else ''}" for text, begins in group]

    def _quoted(self, text: str) -> str:
        return '"{}"'.format(text.replace('"', '""'))


class PostgreSQL(Dialect):
    """The words are in a subselect so that the planner does not know them. It would count on many rows, read all of
    the table and unpack each text; the indexes of title and body answer without any text.

    Wagtail has an index for the title and one for the body, so each group of words is looked up by itself.
    """

    key_type = "bigint"
    materialized = "MATERIALIZED"

    def condition(self, wanted):
        sql, params = [], []
        for number in range(len(wanted)):
            query, query_params = self._query(wanted, self.backend.config, only=number)
            sql.append(f"title @@ {query} OR body @@ {query}")
            params += query_params * 2
        if len(wanted) == 1:
            return f"({sql[0]})", params
        return " AND ".join(f"bc_entry.id IN (SELECT id FROM {self.entries} WHERE {group})" for group in sql), params

    def tier(self, wanted):
        whole, params = self._query(wanted, self.backend.config)
        begun, begun_params = self._query(wanted, self.backend.autocomplete_config)
        sql = f"CASE WHEN bc_entry.title @@ {whole} THEN 2 WHEN bc_entry.autocomplete @@ {begun} THEN 1 ELSE 0 END"
        return sql, [*params, *begun_params]

    def score(self, wanted):
        query, params = self._query(wanted, self.backend.config, each=True)
        return f"ts_rank(bc_entry.title || bc_entry.body, {query}, 1)", params

    def _query(self, wanted: Wanted, config: str | None, *, only: int | None = None, each: bool = False) -> SQL:
        """All groups of words, or only one of them.

        Where the language leaves a word out, so are its variants: "living with cancer" must not ask for "withs".
        A group alone that is left out is any of the others.
        """
        groups = [" | ".join(group) for group in self._texts(wanted, each=each)]
        configs = [config] if config else []
        call = "to_tsquery(%s::regconfig, %s)" if config else "to_tsquery(%s)"
        instead = "" if only is None else " | ".join(f"({group})" for group in groups)
        sql, params = [], []
        for number, group in enumerate(groups):
            if only in (None, number):
                sql.append(f"CASE WHEN numnode({call}) > 0 THEN {call} ELSE {call} END")
                params += [*configs, self._quoted(wanted[number][0]), *configs, group, *configs, instead]
        return f"(SELECT {' && '.join(sql)})", params

    def _quoted(self, text: str) -> str:
        return "'{}'".format(text.replace("\\", "\\\\").replace("'", "''"))

    def _texts(self, wanted: Wanted, *, each: bool = False):
        for group in texts(wanted, each=each):
            yield [f"{self._quoted(text)}{':*' if begins else ''}" for text, begins in group]


class MySQL(Dialect):
    key_type = "signed"
    # What InnoDB leaves out of its index can be no condition.
    shortest = 3
    left_out = frozenset(("about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when", "where",
                          "who", "will", "with", "und", "www"))  # fmt: skip

    def condition(self, wanted):
        return self._all("title, bc_entry.body", wanted)

    def tier(self, wanted):
        title, title_params = self._all("title", wanted)
        begun, begun_params = self._all("autocomplete", wanted)
        return f"CASE WHEN {title} THEN 2 WHEN {begun} THEN 1 ELSE 0 END", [*title_params, *begun_params]

    def score(self, wanted):
        sql, params = self._all("title, bc_entry.body", wanted)
        return f"({sql.replace(' AND ', ' + ').replace(' OR ', ' + ')})", params

    def _all(self, columns: str, wanted: Wanted) -> SQL:
        """A question for each group: InnoDB loses a group after one that ends with a phrase."""
        match = f"MATCH(bc_entry.{columns}) AGAINST (%s IN BOOLEAN MODE)"
        groups = list(self._groups(wanted)) or list(self._groups(wanted, parts=True)) or [[""]]
        sql = " AND ".join(f"({' OR '.join([match] * len(questions))})" for questions in groups)
        return sql, [question for questions in groups for question in questions]

    def _groups(self, wanted: Wanted, *, parts: bool = False) -> Iterator[list[str]]:
        """For each group its words in one question, and each phrase in one of its own: InnoDB loses what stands beside it.

        A phrase cannot be the beginning of one, so that no variant is left out for another. A group with a word that
        the index does not hold is left out, or with ``parts`` only that word: of "her 2" is left HER2.
        """
        for group in texts(wanted, each=True):
            found = [(re.findall(r"\w+", text), begins) for text, begins in group]
            known = [(words, begins) for words, begins in found if len(words) != 1 or not self._is_left_out(words[0])]
            if len(known) < len(found) and not parts:
                continue
            single = dict.fromkeys(f"{words[0]}{'*' if begins else ''}" for words, begins in known if len(words) == 1)
            phrases = dict.fromkeys(f'"{" ".join(words)}"' for words, _begins in known if len(words) > 1)
            if questions := [*([" ".join(single)] if single else []), *phrases]:
                yield questions

    def _is_left_out(self, word: str) -> bool:
        return len(word) < self.shortest or word in self.left_out


def texts(wanted: Wanted, *, each: bool = False) -> Iterator[list[tuple[str, bool]]]:
    """For each group its variants, and whether the variant also stands for all words that begin so.

    What another one stands for is left out, unless ``each`` is to count: what is written exactly so ranks higher.
    """
    for number, variants in enumerate(wanted, start=1):
        begins = number == len(wanted)
        beginnings = [text for text in variants if begins and len(text) >= SHORTEST_BEGINNING and text[-1].isalnum()]
        shortest = [text for text in beginnings if not any(text != b and text.startswith(b) for b in beginnings)]
        exact = variants if each else [text for text in variants if not text.startswith(tuple(shortest))]
        yield [*((text, False) for text in exact), *((text, True) for text in shortest)]


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
