"""What a search costs for a word that every article has, beside Wagtail's own ranked search."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection
from wagtail.search.query import PlainText

from beatcancer_wagtail.models import BookSnippet, ResourceListingPage
from beatcancer_wagtail.resources import base_page_model, public_pages, public_resources
from beatcancer_wagtail.search.query import find
from benchmarks.measure import seconds

WORD = "cancer"
FIRST_PAGE = 10
LONGEST = 20  # seconds that Wagtail's own way is given before it is stopped: it may take minutes


def everybody_has() -> str:
    """The word, after a look that it is one that nearly all have."""
    found, total = find(public_resources(), WORD, stop=0).total, public_resources().count()
    if found < total * 0.9:
        raise RuntimeError(f"Only {found} of {total} articles have the word.")
    return WORD


def ours() -> None:
    """The ranked first page of the resources, and the counts of two other kinds."""
    find(public_resources(), WORD, stop=FIRST_PAGE)
    find(public_pages().type(ResourceListingPage), WORD, stop=0)
    find(BookSnippet.objects.filter(live=True), WORD, stop=0)


def stock() -> None:
    """The ranked first page of the resources, as Wagtail's own search gives it."""
    allowed = base_page_model().objects.filter(pk__in=public_resources().order_by().values("pk"))
    list(allowed.search(PlainText(WORD, operator="and"))[:FIRST_PAGE])


def milliseconds(work: Callable[[], None], rounds: int) -> float:
    """The fastest, for what else the machine does only ever adds to it; of what was tried out once before."""
    work()
    return min(seconds(work) for _round in range(rounds)) * 1000


@contextmanager
def stopped_after(limit: int) -> Iterator[None]:
    """A statement that runs longer is an OperationalError."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        end = time.perf_counter() + limit
        connection.connection.set_progress_handler(lambda: time.perf_counter() > end, 100_000)
        try:
            yield
        finally:
            connection.connection.set_progress_handler(None, 0)
    else:
        name, unit = ("statement_timeout", 1000) if connection.vendor == "postgresql" else ("max_statement_time", 1)
        with connection.cursor() as cursor:
            cursor.execute(f"SET {name} = {limit * unit}")
            try:
                yield
            finally:
                cursor.execute(f"SET {name} = 0")


def measure(rounds: int) -> tuple[float, float | None]:
    """Milliseconds of our search and of Wagtail's own; None for the latter where it takes longer than LONGEST."""
    everybody_has()
    own = milliseconds(ours, rounds)
    try:
        with stopped_after(LONGEST):
            once = seconds(stock) * 1000
    except OperationalError:
        return own, None
    return own, once if once > 1000 else milliseconds(stock, rounds)
