"""What every page may show and what must not cost more as the library grows, kept in Django's default cache.

Everything is kept for ``CACHE_SECONDS`` at most and dropped as soon as a page is published, unpublished,
moved, deleted or made private. With a cache that all processes share it is always right; with one for
each process (Django's default) another process may be late by that many seconds. ``CACHE_SECONDS: 0``
works everything out each time.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import django
from django.core.cache import cache
from django.utils.crypto import get_random_string

from beatcancer_wagtail import __version__
from beatcancer_wagtail.conf import library_settings

# What is kept holds pickled records, which another version may not be able to read.
PREFIX = f"beatcancer_wagtail.{__version__}.{django.get_version()}"
EDITION_KEY = f"{PREFIX}.edition"

Value = TypeVar("Value")


def remembered(name: str, work_out: Callable[[], Value], *, per_edition: bool = True) -> Value:
    """What ``work_out()`` returned last time, or now returns.

    ``name`` must say everything that the value depends on. With ``per_edition`` any change of the library
    counts as well.
    """
    seconds = library_settings().CACHE_SECONDS
    if seconds <= 0:
        return work_out()
    edition = cache.get_or_set(EDITION_KEY, lambda: get_random_string(12), seconds) if per_edition else "any"
    key = f"{PREFIX}.{edition}.{sha256(name.encode()).hexdigest()[:32]}"
    return cache.get_or_set(key, work_out, seconds)


def start_edition(**_signal) -> None:
    """The library has changed: everything that depends on it is worked out afresh."""
    cache.delete(EDITION_KEY)
