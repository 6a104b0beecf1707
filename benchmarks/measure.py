"""Time and statements of one request, in process."""

import gc
import statistics
import time
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


class Cost(NamedTuple):
    """Median milliseconds of processor time and number of SQL statements."""

    milliseconds: float
    statements: int


def request_cost(path: str, *, rounds: int = 40) -> Cost:
    """What a warm anonymous GET of ``path`` costs; raises unless it answers 200."""
    client = Client(SERVER_NAME="localhost")
    for _warm in range(3):
        response = client.get(path)
        if response.status_code != 200:
            raise RuntimeError(f"{path} answered {response.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    statements = len(captured)
    return Cost(median_milliseconds(lambda: client.get(path), rounds), statements)


def costs(paths: dict[str, str], *, rounds: int = 40) -> dict[str, Cost]:
    """Like :func:`request_cost` for several paths, taken in turns so that a busy moment hits them all."""
    client = Client(SERVER_NAME="localhost")
    first = {name: request_cost(path, rounds=3) for name, path in paths.items()}
    samples: dict[str, list[float]] = {name: [] for name in paths}
    for _round in range(rounds):
        for name, path in paths.items():
            samples[name].append(_one(lambda path=path: client.get(path)))
    return {name: Cost(statistics.median(samples[name]), first[name].statements) for name in paths}


def median_milliseconds(work, rounds: int) -> float:
    return statistics.median(_one(work) for _round in range(rounds))


def _one(work) -> float:
    gc.collect()
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def forget_cache() -> None:
    cache.clear()
