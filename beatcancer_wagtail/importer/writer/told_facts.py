"""What a draft's fields say, and where in the source that was found, in words for people."""

from typing import Any, NamedTuple

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import get_language_info, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

FIELDS = {
    "title": gettext_lazy("Title"),
    "summary": pgettext_lazy("article", "Summary"),
    "author": gettext_lazy("Author"),
    "date": gettext_lazy("Date"),
    "modified": gettext_lazy("Last change"),
    "lang": gettext_lazy("Language"),
    "tags": gettext_lazy("Tags"),
    "image": gettext_lazy("Picture on top"),
    "address": gettext_lazy("Address"),
}
ALWAYS_TOLD = ("title", "summary", "author", "date")
# By how the name of a source begins; a name that says no more than the words is not shown.
_SOURCES = {
    "given": gettext_lazy("as it was given with the import"),
    "mapping": gettext_lazy("as the mapping says"),
    "h1": gettext_lazy("heading of the page"),
    "title": gettext_lazy("title of the browser window"),
    "byline": gettext_lazy("line below the heading"),
    "rel=author": gettext_lazy("line below the heading"),
    "first paragraph": gettext_lazy("first paragraph"),
    "time": gettext_lazy("date as readers saw it"),
    "canonical": gettext_lazy("address that the page gives itself"),
    "language": gettext_lazy("language of the page"),
    "html lang": gettext_lazy("language of the page"),
    "JSON-LD": gettext_lazy("data for search engines"),
    "itemprop": gettext_lazy("data for search engines"),
    "og:": gettext_lazy("data for social networks"),
    "twitter:": gettext_lazy("data for social networks"),
    "article:": gettext_lazy("data for social networks"),
}


class Told(NamedTuple):
    label: str
    value: str
    source: str


def told_facts(facts: dict[str, Any], provenance: dict[str, Any], *, all_fields: bool = False) -> list[Told]:
    """``all_fields``: also those that should be there and were not found."""
    told = []
    for name, label in FIELDS.items():
        value = _value(name, facts.get(name))
        if value or (all_fields and name in ALWAYS_TOLD):
            told.append(Told(str(label), value, _source(provenance.get(name)) if value else _("not found")))
    return told


def _value(name: str, value: Any) -> str:
    value = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    if name in ("date", "modified") and (day := _day(value)):
        return date_format(day)
    if name == "lang" and value:
        return _language(value)
    return value


def _day(text: str):
    try:
        return parse_date(text[:10])
    except ValueError:
        return None


def _language(code: str) -> str:
    try:
        return f"{get_language_info(code.lower())['name_translated']} ({code})"
    except KeyError:
        return code


def _source(found: Any) -> str:
    names = list(dict.fromkeys(map(str, found if isinstance(found, list) else [found or ""])))
    return ", ".join(_in_words(name) for name in names if name)


def _in_words(name: str) -> str:
    if name in _SOURCES:
        return str(_SOURCES[name])
    words = next((words for start, words in _SOURCES.items() if name.startswith(start)), _("hidden data of the page"))
    return f"{words}: {name}"
