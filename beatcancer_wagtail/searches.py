"""Searches that found nothing: the words, how often and when. Never who."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, IntegrityError, router, transaction
from django.db.models import F
from django.utils import timezone

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.models import FailedSearch
from beatcancer_wagtail.search.query import clean_query

MAX_WORDS = 8  # a longer one is a sentence, and sentences tell about people
MAX_DIGITS = 5  # CA-125 and "stage 4 2024" have fewer; numbers of patients and telephones have more
MAX_LENGTH = FailedSearch._meta.get_field("words").max_length
MAX_KIND_LENGTH = FailedSearch._meta.get_field("kind").max_length
BATCH = 500

_ADDRESS = re.compile(r"@|://|\bwww\.")
_DATE = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b")

logger = logging.getLogger(__name__)


def record_failed_search(words: str, kind: str = "") -> None:
    """Count one search for ``words`` in ``kind`` ("" is everywhere) that found nothing.

    Words that may be about a person are not kept. A database that cannot be written to is logged, never raised: the
    reader asked for results, not for this.
    """
    if library_settings().DESK_SEARCHES < 1 or not (words := words_to_keep(words)):
        return
    try:
        _count(words, str(kind)[:MAX_KIND_LENGTH])
    except DatabaseError:
        logger.warning("A search that found nothing could not be recorded.", exc_info=True)


def words_to_keep(words: str) -> str:
    """``words`` as they are counted: cleaned and in lower case; "" for those that must not be kept.

    Not kept are e-mail and web addresses, what has more than five digits, dates, post codes, and more than eight words.
    """
    kept = clean_query(clean_query(words).casefold())
    too_much = len(kept) > MAX_LENGTH or len(kept.split()) > MAX_WORDS
    digits = sum(character.isdigit() for character in kept)
    about_somebody = digits > MAX_DIGITS or any(telling.search(kept) for telling in (_ADDRESS, _DATE, _POSTCODE))
    return "" if too_much or about_somebody else kept


def _count(words: str, kind: str) -> None:
    same = FailedSearch.objects.filter(words=words, kind=kind)
    now = timezone.now()

    def once_more() -> bool:
        return bool(same.update(times=F("times") + 1, last_at=now))

    def first_time() -> None:
        FailedSearch.objects.create(words=words, kind=kind, last_at=now)

    if _apart(once_more):
        return
    try:
        _apart(first_time)
    except IntegrityError:  # somebody else was first
        _apart(once_more)
    else:
        _apart(prune_failed_searches)


def _apart(step: Callable[[], Any]) -> Any:
    """Do one step in a transaction of its own: no lock outlives it, and its failure spoils nothing around it."""
    with transaction.atomic(using=router.db_for_write(FailedSearch)):
        return step()


def prune_failed_searches() -> int:
    """Drop what is older than ``DESK_DAYS``, then the least useful above ``DESK_SEARCHES``; return how many went.

    Least useful is what was searched least often, then longest ago. The newest tenth stays in any case, or nothing new
    could ever rise; so a robot that searches for rubbish drives out other rubbish, not what many people look for.
    """
    settings, gone = library_settings(), 0
    if settings.DESK_DAYS > 0:
        gone, _ = FailedSearch.objects.filter(last_at__lt=timezone.now() - timedelta(days=settings.DESK_DAYS)).delete()
    most = max(settings.DESK_SEARCHES, 0)
    total = FailedSearch.objects.count()
    if total <= most:
        return gone
    surplus = total - most + most // 20  # a little more, so that not every new search has to make room
    newest = FailedSearch.objects.order_by("-first_at", "-pk").values_list("pk", flat=True)[: most // 10]
    least_useful = FailedSearch.objects.exclude(pk__in=list(newest)).order_by("times", "last_at", "pk")
    ids = list(least_useful.values_list("pk", flat=True)[:surplus])
    for start in range(0, len(ids), BATCH):
        gone += FailedSearch.objects.filter(pk__in=ids[start : start + BATCH]).delete()[0]
    return gone
