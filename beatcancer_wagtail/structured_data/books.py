"""Books on the shelves of a page."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from beatcancer_wagtail.models import BookSnippet
from beatcancer_wagtail.structured_data.script import without_empty
from beatcancer_wagtail.structured_data.subject import Node, Subject

COVER = "height-540|format-jpeg|preserve-svg"  # what shelves show as well
LOWEST_RATING, HIGHEST_RATING = 0, 5


def book_nodes(books: Iterable[BookSnippet], subject: Subject) -> list[Node]:
    """One node for each published book, however many shelves it stands on."""
    shown = list({book.pk: book for book in books if book.live}.values())
    prefetch_related_objects([book.cover for book in shown if book.cover], "renditions")
    return [without_empty(_node(book, subject)) for book in shown]


def _node(book: BookSnippet, subject: Subject) -> Node:
    return {
        "@type": "Book",
        "@id": f"{subject.place.root}/#book-{book.pk}",
        "name": book.title,
        "alternativeHeadline": book.subtitle,
        "author": [{"@type": "Person", "name": name} for name in book.author_names],
        "description": book.blurb,
        "image": subject.picture(book.cover, COVER),
        "inLanguage": subject.language_of(book),
        "isbn": book.isbn,
        "publisher": {"@type": "Organization", "name": book.publisher} if book.publisher else {},
        "datePublished": f"{book.year:04}" if book.year else "",
        "keywords": book.tag_names,
        "aggregateRating": _rating(book),
    }


def _rating(book: BookSnippet) -> Node:
    """Only what the site's own readers said: search engines forbid ratings that are taken from elsewhere."""
    if not book.rating_is_own or book.rating_value is None or not book.rating_count:
        return {}
    return {
        "@type": "AggregateRating",
        "ratingValue": float(book.rating_value),
        "ratingCount": book.rating_count,
        "bestRating": HIGHEST_RATING,
        "worstRating": LOWEST_RATING,
    }
