"""The SQL statements of one request, and which of them are the same but for their values."""

import re
from collections import Counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

_TRANSACTION = re.compile(r"(SAVEPOINT|RELEASE|BEGIN|COMMIT|ROLLBACK)")


class Statements(list):
    """The SQL of the statements in the order in which they ran."""

    @property
    def repeated(self) -> list[str]:
        """The shapes of statements that ran more than once."""
        return [shape for shape, times in Counter(map(_shape, self)).items() if times > 1]

    def __repr__(self):
        return "\n" + "\n".join(f"{number:2} {sql[:150]} ... {sql[-200:]}" for number, sql in enumerate(self, start=1))


def statements_of(client, url, **params) -> Statements:
    """What a second visit asks the database: what the first one remembered stays remembered."""
    for _warm in range(2):
        assert client.get(url, params).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(url, params)
    return Statements(query["sql"] for query in captured.captured_queries if not _TRANSACTION.match(query["sql"]))


def _shape(sql: str) -> str:
    sql = re.sub(r"IN \([^)]*\)", "IN (?)", sql)
    return re.sub(r"\s+", " ", re.sub(r"'(?:[^']|'')*'|\b\d+\b|%s", "?", sql))
