"""What readers can search for: one kind for each hook, each with a count of its own."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.models import Site

from beatcancer_wagtail.resources import site_path

HOOK = "register_beatcancer_search_kind"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def no_text(result: Any) -> str:
    """For kinds whose results show all that is searched."""
    return ""


@dataclass(frozen=True)
class Kind:
    """One kind of result: resources, events, books, or what a site adds.

    ``records`` gives everything of this kind that the reader of a request may find, of this site only;
    an indexed model, no slices. ``load`` turns ids into what ``template`` shows, in the same order,
    leaving out what has gone. The template gets ``result`` and ``query``. ``text`` is the long text of a
    result, from which an excerpt is taken when neither title nor summary say why it was found.
    """

    name: str  # in the address, ?kind=events
    label: str | Promise  # a heading, in the plural: "Events"
    records: Callable[[HttpRequest], QuerySet]
    load: Callable[[list[int]], list]
    template: str
    order: int = 500
    text: Callable[[Any], str] = no_text


def all_kinds() -> list[Kind]:
    """Every kind that hooks register, in their order; raises ImproperlyConfigured when two of them clash."""
    found: dict[str, Kind] = {}
    for register in hooks.get_hooks(HOOK):
        kind, said_by = register(), f"{register.__module__}.{register.__qualname__}"
        if not isinstance(kind, Kind):
            raise ImproperlyConfigured(
                f"The hook {HOOK} wants a beatcancer_wagtail.search.kinds.Kind; {said_by} returned {kind!r}."
            )
        if not _NAME.fullmatch(kind.name):
            raise ImproperlyConfigured(
                f"{said_by} names its kind of search {kind.name!r}. A name stands in addresses: use up to 40 small"
                " letters, digits, hyphens and underscores."
            )
        if kind.name in found:
            raise ImproperlyConfigured(f"Two kinds of search are called {kind.name!r}. Rename the one of {said_by}.")
        found[kind.name] = kind
    return sorted(found.values(), key=lambda kind: (kind.order, kind.name))


def of_this_site(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Those of ``pages`` that stand on the request's own site, in the language of the request; without a site, none."""
    path = site_path(request=request)
    return of_site_at(path, pages) if path else pages.none()


def of_site_at(path: str, pages: QuerySet) -> QuerySet:
    """Those of ``pages`` that stand on the site whose pages begin with ``path``, a :func:`site_path`."""
    inside = [root.root_path for root in Site.get_site_root_paths() if root.root_path != path]
    for nested in inside:
        if nested.startswith(path):  # another site in the middle of this one's tree
            pages = pages.exclude(url_path__startswith=nested)
    return pages.filter(url_path__startswith=path)
