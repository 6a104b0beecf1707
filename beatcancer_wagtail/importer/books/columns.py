"""Which column holds what: headers in English, German and French, however they are written."""

import re
import unicodedata
from collections import Counter

from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from beatcancer_wagtail.models import BookSnippet

PROBLEM = "problem"
# Those of Latin, Greek and Cyrillic letters, and the vowels that Hebrew and Arabic may leave out. Elsewhere, as in
# Japanese and Hindi, such signs make another word.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\ufe00-\ufe0f]"
)

WORDINGS = {
    "title": "title; book title; title of the book; main title; titel; buchtitel; haupttitel; titre; titre du livre",
    "subtitle": "subtitle; sub title; untertitel; zusatz zum titel; sous titre",
    "authors": (
        "author; authors; author s; author name; author names; written by; by; autor; autoren; autorin; autorinnen;"
        " autor in; autor innen; autor en; verfasser; verfasserin; verfasser in; verfasserinnen; von; auteur; auteurs;"
        " auteur s; autrice; autrices; auteur e; auteur e s; auteure; auteures"
    ),
    "more_authors": (
        "additional authors; other authors; co authors; coauthors; second author; weitere autoren; koautoren;"
        " co autoren; mitautoren; coauteurs; co auteurs; autres auteurs"
    ),
    "blurb": (
        "blurb; description; summary; synopsis; abstract; short description; beschreibung; kurzbeschreibung;"
        " klappentext; zusammenfassung; inhalt; inhaltsangabe; resume; presentation; quatrieme de couverture"
    ),
    "isbn": "isbn; isbn number; isbn no; isbn nr; isbn nummer; isbn s; numero isbn; no isbn; n isbn",
    "isbn_13": "isbn 13; isbn13; ean; ean 13; ean13; gtin; gtin 13",
    "isbn_10": "isbn 10; isbn10",
    "publisher": (
        "publisher; publishers; publishing house; published by; verlag; editeur; editeurs; maison d edition; editions"
    ),
    "year": (
        "year; year published; year of publication; publication year; published; publication date; pub date; pubdate;"
        " date of publication; published on; jahr; erscheinungsjahr; veroffentlichungsjahr; erschienen;"
        " erscheinungsdatum; veroffentlicht; erscheinungstermin; annee; annee de publication; annee de parution;"
        " date de publication; date de parution; parution"
    ),
    "tags": (
        "tag; tags; tag list; keyword; keywords; key words; subject; subjects; topic; topics; category; categories;"
        " genre; genres; bookshelves; schlagwort; schlagworte; schlagworter; stichwort; stichworte; stichworter; thema;"
        " themen; kategorie; kategorien; mot cle; mots cles; sujet; sujets; theme; themes; categorie; etiquettes"
    ),
    "rating_value": (
        "rating; rating value; average rating; avg rating; mean rating; stars; score; bewertung; durchschnitt;"
        " durchschnittliche bewertung; durchschnittsbewertung; sterne; note moyenne; note sur 5; evaluation; etoiles"
    ),
    "rating_count": (
        "rating count; ratings count; ratings; number of ratings; count of ratings; votes; anzahl bewertungen;"
        " anzahl der bewertungen; bewertungen; zahl der bewertungen; stimmen; nombre de notes; nombre d evaluations;"
        " nombre d avis; nombre de votes; evaluations; avis"
    ),
    "rating_source": (
        "rating source; ratings source; source; source of rating; source of the rating; source of ratings; quelle;"
        " quelle der bewertung; bewertungsquelle; source de la note; source de l evaluation; source des notes"
    ),
    "rating_url": (
        "rating url; rating address; rating link; source url; source address; address of the source; url of the source;"
        " adresse der quelle; url der quelle; url der bewertung; adresse de la source; url de la source; url de la note"
    ),
    "rating_as_of": (
        "rating as of; ratings as of; rating date; date of rating; date of the rating; as of; rated on; stand;"
        " stand der bewertung; datum der bewertung; bewertung vom; bewertung am; note du; note au; date de la note;"
        " date de l evaluation; date des notes"
    ),
    "cover_alt": "cover alt; alternative text of the cover; alternativtext des umschlags",
    "notification": "notification; notification type",
    PROBLEM: PROBLEM,
}
_FIELDS = {wording.strip(): field for field, all_ in WORDINGS.items() for wording in all_.split(";")}
_ONLY_IN_FRENCH = {"note": "rating_value"}
_FRENCH = frozenset({"titre", "titre du livre", "auteur", "auteurs", "annee", "editeur"})
_GERMAN = frozenset({"titel", "buchtitel", "autor", "autoren", "autorin", "jahr", "verlag"})
_ISBN = frozenset({"isbn", "isbn_13", "isbn_10"})
_NAMED = [
    "title", "subtitle", "authors", "blurb", "isbn", "publisher", "year", "tags", "rating_value", "rating_count",
    "rating_source", "rating_url", "rating_as_of", "cover_alt",
]  # fmt: skip


def fold(text: str) -> str:
    """``text`` without accents, capitals and signs: what two wordings of one thing have in common."""
    plain = unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).casefold()
    kept = "".join(sign if sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc") else " " for sign in plain)
    return " ".join(kept.split())


def is_header(cells: list[str]) -> bool:
    """Whether a row names its columns: one of them must be the title, or an ISBN."""
    found = set(_fields_of(cells))
    return "title" in found or bool(found & _ISBN and len(found - {None}) > 1)


def how_many_known(cells: list[str]) -> int:
    return len(set(_fields_of(cells)) - {None})


class Columns:
    """The header of a table: the name of each column, and which field it fills."""

    def __init__(self, header: list[str]) -> None:
        if len(header) > limits.COLUMNS:
            said = {"number": len(header), "most": limits.COLUMNS}
            raise CannotReadBooks(
                _(
                    "The header has %(number)d columns; %(most)d are the most. Keep the ones that say something of a book."
                )
                % said
            )
        self.names = _told_apart(header)
        self.fields = _fields_of(header)
        # In these languages a date such as 03/04/2026 has one reading only.
        self.day_first = bool((_FRENCH | _GERMAN) & {fold(name) for name in header})
        self._refuse_two_of_a_kind()
        self.unused = [
            name
            for name, field, cell in zip(self.names, self.fields, header, strict=True)
            if not field and cell.strip()
        ]

    @property
    def is_corrected(self) -> bool:
        """Whether this is a file of ours that somebody has corrected."""
        return PROBLEM in self.fields

    def _refuse_two_of_a_kind(self) -> None:
        for field, number in Counter(self.fields).items():
            if field and field != PROBLEM and number > 1:
                same = [name for name, of in zip(self.names, self.fields, strict=True) if of == field]
                raise CannotReadBooks(
                    _("The columns %(columns)s say the same thing. Keep one of them, or rename the other.")
                    % {"columns": ", ".join(f"“{name}”" for name in same)}
                )

    def notes(self) -> list[str]:
        """What to say of the table as a whole."""
        if not self.unused:
            return []
        names = ", ".join(f"“{name[:60]}”" for name in self.unused[:20])
        return [_("Columns that are not used: %(names)s.") % {"names": names}]

    def raw(self, cells: list[str]) -> dict[str, str]:
        """The cells by the name of their column, without the column "problem" that we add ourselves."""
        return {
            name: cell
            for name, field, cell in zip(self.names, self.fields, [*cells, *[""] * len(self.names)], strict=False)
            if field != PROBLEM
        }

    def by_field(self, cells: list[str]) -> dict[str, str]:
        """The cells that are filled in, by field."""
        return {
            field: cell
            for field, cell in zip(self.fields, cells, strict=False)
            if field and field != PROBLEM and cell.strip()
        }


def _fields_of(header: list[str]) -> list[str | None]:
    folded = [fold(name) for name in header]
    known = {**_in_this_language(), **_FIELDS}
    if _FRENCH & set(folded):
        known |= _ONLY_IN_FRENCH
    return [known.get(name) for name in folded]


def _in_this_language() -> dict[str, str]:
    """What the admin calls the fields: an export of the list of books is read again."""
    return {fold(str(BookSnippet._meta.get_field(name).verbose_name)): name for name in _NAMED}


def _told_apart(header: list[str]) -> list[str]:
    names, seen = [], Counter()
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split())[:200] or _("Column %(number)d") % {"number": number}
        seen[name] += 1
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return names
