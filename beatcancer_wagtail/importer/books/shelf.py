"""The books that the library has, as they are published and as their newest draft says."""

from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.models import Locale

from beatcancer_wagtail.importer.books.identity import NO_AUTHOR, OTHER_EDITION, Identity, Index, Match, identity
from beatcancer_wagtail.models import BookSnippet

FIELDS = ("title", "subtitle", "authors", "isbn")


class Shelf:
    """The books of one language, asked for once: a query for each row of a long file would take most of the time."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self._index = Index()
        self._newest = 0
        self._read(BookSnippet.objects.filter(locale=locale))

    def _read(self, books) -> None:
        for pk, *known in books.order_by("pk").values_list("pk", *FIELDS).iterator():
            self._add(pk, *known)
            self._newest = pk
        drafts = books.filter(has_unpublished_changes=True, latest_revision__isnull=False).order_by()
        for pk, content in drafts.values_list("pk", "latest_revision__content").iterator():
            self._add(pk, *(content.get(name) or "" for name in FIELDS))

    def alone(self) -> None:
        """Within a transaction: to its end no other import stores books here; what others have stored is known.

        A change that changes nothing, since not every database can lock a row as such.
        """
        Locale.objects.filter(pk=self.locale.pk).update(language_code=F("language_code"))
        newer = BookSnippet.objects.filter(locale=self.locale, pk__gt=self._newest)
        if newer.exists():
            self._read(newer)

    def _add(self, pk: int, title: str, subtitle: str, authors: str, isbn: str) -> None:
        self._index.add(pk, identity(title, subtitle, authors.splitlines(), isbn))

    def keep(self, book: BookSnippet) -> None:
        """Know ``book`` as it is now."""
        self._add(book.pk, book.title, book.subtitle, book.authors, book.isbn)

    def find(self, values: dict) -> Match:
        match = self._index.find(identity_of(values))
        if match.key is None and not match.doubt and (isbn := values.get("isbn")):
            # Somebody else may have stored it since the shelf was read.
            newer = BookSnippet.objects.filter(locale=self.locale, isbn=isbn).values_list("pk", flat=True).first()
            return Match(newer)
        return match


def identity_of(values: dict) -> Identity:
    return identity(
        values.get("title", ""), values.get("subtitle", ""), values.get("authors", []), values.get("isbn", "")
    )


def why_in_doubt(match: Match) -> str:
    """A full sentence for a row of which nobody can tell whether the library has that book."""
    if match.doubt == OTHER_EDITION:
        return _(
            "The library has this title by the same author with another ISBN. If that is the same book, change the ISBN"
            " there or leave it out here; if it is another book, give this one a subtitle that says so."
        )
    if match.doubt == NO_AUTHOR:
        return _(
            "The library has a book of this title, and without an author on both sides nobody can tell whether it is"
            " the same. Fill in the author, or the ISBN."
        )
    return _(
        "The library has this book more than once. Delete or correct the others there, then upload this row again."
    )
