"""One search by one reader: what every kind has, and the results of the kind that is shown."""

from functools import cached_property
from typing import Any, NamedTuple

from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from beatcancer_wagtail.addresses import address_of
from beatcancer_wagtail.paging import Paged, page_number
from beatcancer_wagtail.resources import site_path
from beatcancer_wagtail.search.highlight import SearchedWords, excerpt, shows_all
from beatcancer_wagtail.search.kinds import Kind, all_kinds
from beatcancer_wagtail.search.query import Found, clean_query, find
from beatcancer_wagtail.search.suggestions import KnownTag, did_you_mean, nearest_tags

PAGE_SIZE = 10
OVERLAY_SIZE = 6


class Tab(NamedTuple):
    """One kind, how many of it were found, and the link to them."""

    kind: Kind
    count: int
    url: str
    selected: bool


class Result(NamedTuple):
    """Something that was found, with an excerpt where its title and summary do not say why."""

    record: Any
    excerpt: SafeString


class SiteSearch(Paged):
    """What the reader of ``request`` finds with ``q`` (words), ``kind`` and ``page`` in the query string.

    Anything unusable in it counts as absent. Without a kind, the first that has something is shown.
    Each kind is asked once, for its count and for the ids of the page together.
    """

    def __init__(self, request: HttpRequest, *, page_size: int = PAGE_SIZE):
        self.request, self.page_size = request, page_size
        self.kinds = all_kinds()
        self.query = SearchedWords(clean_query(request.GET.get("q")))
        self.asked = next((kind for kind in self.kinds if kind.name == request.GET.get("kind")), None)
        self.asked_page = page_number(request.GET.get("page"))
        self.address = address_of("search")

    @cached_property
    def shown(self) -> Kind | None:
        """The kind whose results are shown; None when the site has no kinds at all."""
        with_hits = (kind for kind in self.kinds if self._found[kind.name].total)
        return self.asked or next(with_hits, None) or next(iter(self.kinds), None)

    @property
    def asked_name(self) -> str:
        """The name of the kind that the reader chose; "" for none, or one that is not there."""
        return self.asked.name if self.asked else ""

    @cached_property
    def tabs(self) -> list[Tab]:
        """Every kind with its count, zero or not."""
        return [
            Tab(kind, self._found[kind.name].total, self.url(kind=kind.name), kind is self.shown) for kind in self.kinds
        ]

    @property
    def other_tabs(self) -> list[Tab]:
        """The kinds that have something, but for the one that is shown."""
        return [tab for tab in self.tabs if tab.count and not tab.selected]

    @cached_property
    def total(self) -> int:
        """How many were found, of all kinds."""
        return sum(found.total for found in self._found.values())

    @cached_property
    def listed(self) -> int:
        """How many were found of the kind that is shown."""
        return self._found[self.shown.name].total if self.shown else 0

    @cached_property
    def results(self) -> list[Result]:
        """The results of this page, ready to be shown."""
        if not self.shown or not self.listed:
            return []
        found = self._found[self.shown.name]
        if self.number != self.asked_page:  # a page that does not exist is the first one
            found = self._find(self.shown, 1)
        return [Result(record, self._excerpt(record)) for record in self.shown.load(found.ids)]

    @cached_property
    def suggestion(self) -> str:
        """Other words, which do find something, for a query that finds nothing; "" when there are none."""
        words = did_you_mean(self.query, self._site) if self._is_in_vain else ""
        return words if words and any(self._count(kind, words) for kind in self.kinds) else ""

    @property
    def suggestion_url(self) -> str:
        return self.url(query=self.suggestion)

    @cached_property
    def tags(self) -> list[KnownTag]:
        """Tags near what was typed, when nothing was found."""
        return nearest_tags(self.query, self._site) if self._is_in_vain else []

    @property
    def said(self) -> str:
        """The counts in one line, for those who hear the page."""
        if not self.query:
            return ""
        return ", ".join(_("%(kind)s: %(count)s") % {"kind": tab.kind.label, "count": tab.count} for tab in self.tabs)

    @property
    def all_url(self) -> str:
        """The full page with what is shown here."""
        return self.url(kind=self.shown.name if self.shown else "")

    def page_url(self, number: int) -> str:
        return self.url(kind=self.shown.name if self.shown else "", page=number)

    def url(self, *, query: str | None = None, kind: str = "", page: int = 1) -> str:
        """The address of a search."""
        params = QueryDict(mutable=True)
        for name, value in (("q", self.query if query is None else query), ("kind", kind), ("page", page)):
            if value and value != 1:
                params[name] = str(value)
        return f"{self.address}?{params.urlencode()}" if params else self.address

    @cached_property
    def _found(self) -> dict[str, Found]:
        return {kind.name: self._find(kind, self._page_of(kind)) for kind in self.kinds}

    @property
    def _is_in_vain(self) -> bool:
        return bool(self.query and not self.total and self._site)

    @cached_property
    def _site(self) -> str:
        return site_path(request=self.request)

    def _count(self, kind: Kind, words: str) -> int:
        return find(kind.records(self.request), words, stop=0).total

    def _page_of(self, kind: Kind) -> int:
        return self.asked_page if self.asked in (None, kind) else 0

    def _find(self, kind: Kind, page: int) -> Found:
        if not self.query:
            return Found(0, [])
        start = max(0, page - 1) * self.page_size
        return find(kind.records(self.request), self.query, start=start, stop=start + self.page_size if page else 0)

    def _excerpt(self, record: Any) -> SafeString:
        shown = (str(getattr(record, "title", "") or record), str(getattr(record, "summary", "") or ""))
        text = self.shown.text(record) if self.shown and not shows_all(self.query, *shown) else ""
        return excerpt(text, self.query, shown=shown) if text else SafeString("")
