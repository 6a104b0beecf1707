"""The sitemap: every page that a stranger may read, with its other languages, in parts of bounded size."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import base_page_model, public_pages
from beatcancer_wagtail.translations import is_multilingual, versions_of

# SQLite before 3.32 takes 999 values in one statement, and a part has to ask for the translations of its pages.
PART = 900
MIME_TYPE = "application/xml"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The whole sitemap, or for a large site the list of its parts, or with ``?part=2`` one of them."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    parts = Paginator(pages_of_site(site.pk), PART)
    asked = request.GET.get("part")
    if asked is None and parts.num_pages > 1:
        address = f"{_root(site.pk)}{request.path}"
        context = {"addresses": [f"{address}?part={number}" for number in parts.page_range]}
        return render(request, "beatcancer_wagtail/sitemap_index.xml", context, content_type=MIME_TYPE)
    number = _number(asked or "1")
    if number not in parts.page_range:
        raise Http404
    context = {"urls": urls_of(parts.page(number).object_list, request, site_id=site.pk)}
    return render(request, "beatcancer_wagtail/sitemap.xml", context, content_type=MIME_TYPE)


def pages_of_site(site_id: int) -> QuerySet:
    """The public pages below the site's root, and below its translations; not those of a site within it, and no aliases."""
    paths = Site.get_site_root_paths()
    own = {path.root_path for path in paths if path.site_id == site_id}
    within, without = Q(pk=None), Q(pk=None)
    for path in {path.root_path for path in paths}:
        if path in own:
            within |= Q(url_path__startswith=path)
        elif any(path.startswith(root) for root in own):
            without |= Q(url_path__startswith=path)
    return public_pages().filter(within, alias_of=None).exclude(without).order_by("path")


def urls_of(pages: Iterable[Page], request=None, *, site_id: int) -> list[dict]:
    """What the pages say in ``get_sitemap_urls()``, with ``alternates`` for those in several languages."""
    pages = list(pages)
    own = _those_with_own_urls(pages)
    languages = versions_of(pages, request, site_id=site_id) if is_multilingual() else {}
    found = []
    for page in pages:
        place = place_of(page, request)
        for url in own.get(page.pk, page).get_sitemap_urls(request) if place else ():
            is_itself = url["location"] == place.address
            found.append({"alternates": languages.get(page.translation_key, []) if is_itself else [], **url})
    return found


def _those_with_own_urls(pages: list[Page]) -> dict[int, Page]:
    """Only where a class has its own way to list itself must its table be read, in one statement for the class."""
    found: dict[int, Page] = {}
    for pk, model in _models_with_own_urls().items():
        if ids := [page.pk for page in pages if page.content_type_id == pk]:
            found |= model._default_manager.defer_streamfields().in_bulk(ids)
    return found


def _models_with_own_urls() -> dict[int, type[Page]]:
    kinds = ContentType.objects.get_for_models(*_classes_with_own_urls())
    return {kind.pk: model for model, kind in kinds.items()}


@cache
def _classes_with_own_urls() -> tuple[type[Page], ...]:
    base = base_page_model()
    return tuple(model for model in apps.get_models() if issubclass(model, base) and _lists_itself(model, base))


def _lists_itself(model: type[Page], base: type[Page]) -> bool:
    return model.get_sitemap_urls is not base.get_sitemap_urls


def _root(site_id: int) -> str:
    return next(path.root_url for path in Site.get_site_root_paths() if path.site_id == site_id)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
