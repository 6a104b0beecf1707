"""The one door to the search index: what a reader typed goes in here, pages come out."""

import re
import unicodedata

from django.db.models import QuerySet

MAX_LENGTH = 200
MAX_WORDS = 24  # for MariaDB each word is one more bracket around the others, and 32 brackets are too many

_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_QUOTES = re.compile(r"[\"“”„«»]")


def clean_query(text: object) -> str:
    """What a reader typed, made safe for every search backend; "" when there is nothing to search for.

    Control and direction characters become blanks, quotes go (a lone one is a database error on SQLite),
    blanks are collapsed, and no more than 24 words and 200 characters are kept. Text without a letter or a digit is nothing.
    """
    typed = unicodedata.normalize("NFC", str(text or "")[: MAX_LENGTH * 5])
    typed = _QUOTES.sub(" ", _NOT_TEXT.sub(" ", typed))
    typed = " ".join(typed.split()[:MAX_WORDS])[:MAX_LENGTH].strip()
    return typed if any(character.isalnum() for character in typed) else ""


def search_pages(pages: QuerySet, text: object):
    """Those of ``pages`` that contain every word of ``text``, in the order that ``pages`` has.

    ``pages`` must already be limited to what the reader may see. Without a usable query they come
    back as they are. The result is lazy; slice or count it.
    """
    query = clean_query(text)
    if not query:
        return pages
    # The backends accept only filters on indexed fields, so that others go into a subquery.
    allowed = pages.model._default_manager.filter(id__in=pages.order_by().values("id"))
    allowed = allowed.order_by(*pages.query.order_by)
    return allowed.search(query, operator="and", order_by_relevance=False)


def matching_ids(pages: QuerySet, text: object) -> list[int]:
    """The ids of :func:`search_pages`, in order."""
    found = search_pages(pages, text)
    return [page.pk for page in found]
