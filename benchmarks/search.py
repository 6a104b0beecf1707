"""How long a search takes for a word that every article has, beside Wagtail's own ranked search."""

import statistics
import time
from collections.abc import Callable

from wagtail.search.query import PlainText

from beatcancer_wagtail.models import BookSnippet, ResourceListingPage
from beatcancer_wagtail.resources import base_page_model, public_pages, public_resources
from beatcancer_wagtail.search.query import find

WORD = "cancer"
FIRST_PAGE = 10
LONGEST = 40_000  # articles that Wagtail's own way is given: it takes minutes beyond


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
    """The median, on the clock; what takes half a minute is not tried out before."""
    if rounds > 1:
        work()
    taken = []
    for _round in range(rounds):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def measure(size: int, rounds: int) -> tuple[float, float | None]:
    """Milliseconds of our search and of Wagtail's own; None for the latter where it would take minutes."""
    everybody_has()
    once_each = 1 if size > 1000 else rounds
    return milliseconds(ours, rounds), milliseconds(stock, once_each) if size <= LONGEST else None
