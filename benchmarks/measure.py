"""Time and statements of requests, in process."""

import gc
import re
import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from beatcancer_wagtail.memory import start_edition

Request = Callable[[], object]  # answers with a response

TRANSACTION = re.compile(r"(SAVEPOINT|RELEASE|BEGIN|COMMIT|ROLLBACK)")


class Statements(NamedTuple):
    """How many SQL statements, and how many of them repeat another one with other values."""

    total: int
    repeated: int


def statements(request: Request) -> Statements:
    """Of one request when all that is remembered was asked for just before.

    What is remembered lasts ``CACHE_SECONDS``, which is less than the other measurements take: without the first
    visit these figures would tell by chance of the one or the other.
    """
    checked(request)
    return _captured(request)


def statements_after_a_change(request: Request) -> int:
    """Of the first request after something was published."""
    start_edition()
    return _captured(request).total


def _captured(request: Request) -> Statements:
    with CaptureQueriesContext(connection) as captured:
        checked(request)
    queries = [query["sql"] for query in captured.captured_queries if not TRANSACTION.match(query["sql"])]
    return Statements(len(queries), len(queries) - len({_shape(sql) for sql in queries}))


def ratios(requests: Mapping[str, Request], rounds: int, *, to: str, cold: bool = False) -> dict[str, float]:
    """The time of each request as a multiple of that of ``to``.

    They are taken in turns, and compared within each round, so that a busy moment hits all of them; the
    median of the rounds counts. ``cold`` empties the cache before each request but ``to``.
    """
    for request in requests.values():
        checked(request)
        checked(request)
    samples: dict[str, list[float]] = {name: [] for name in requests}
    for _round in range(rounds):
        for name, request in requests.items():
            if cold and name != to:
                cache.clear()
            samples[name].append(seconds(request))
    return {
        name: statistics.median(own / floor for own, floor in zip(times, samples[to], strict=True))
        for name, times in samples.items()
    }


def seconds(request: Request) -> float:
    """Processor time where the database runs in this process, else time on the clock."""
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    gc.collect()
    started = clock()
    request()
    return clock() - started


def checked(request: Request):
    response = request()
    if response.status_code != 200:
        raise RuntimeError(f"{response.request['PATH_INFO']} answered {response.status_code}")
    return response


def _shape(sql: str) -> str:
    sql = re.sub(r"IN \([^)]*\)", "IN (?)", sql)
    return re.sub(r"\s+", " ", re.sub(r"'(?:[^']|'')*'|\b\d+\b|%s", "?", sql))
