"""Resources: the pages that a library lists, whatever model they are of.

A page is a resource because its class wears :class:`Resource` (``ArticleMixin`` does), not because
it is one particular model: our ``ArticlePage``, a site's own article, or both.
"""

from collections.abc import Callable, Iterable
from functools import cache

import swapper
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, Site

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.places import root_above
from beatcancer_wagtail.privacy import IS_PRIVATE
from beatcancer_wagtail.tagged import tags_of, with_tags

swapper.set_app_prefix("wagtailcore", "wagtail")

IS_PUBLIC = "beatcancer_is_public"
TAGGED_ITEMS = "beatcancer_tagged_items"  # a page's rows of ResourceTag
NEWEST_FIRST = ("-first_published_at", "-pk")  # equal dates in a fixed order, so that no page shows twice


class Resource:
    """Marks a page class as something that a library lists.

    Whoever wears it provides ``summary``, ``hero_image``, ``body``, ``reading_minutes`` and ``tags``.
    """


def base_page_model() -> type[Page]:
    """Wagtail's page model, or the site's own base (``WAGTAIL_PAGE_MODEL``, Wagtail 8)."""
    return swapper.load_model("wagtailcore", "Page")


@cache
def resource_models() -> tuple[type[Page], ...]:
    """Every installed page model that wears :class:`Resource`, subclasses before what they inherit from."""
    models = (model for model in apps.get_models() if issubclass(model, Resource))
    return tuple(sorted(models, key=lambda model: -len(model.__mro__)))


def public_pages() -> QuerySet:
    """Base pages that a stranger may read: live, and not private in any way.

    Private is what Wagtail asks a password, a login or a group for: the page itself, a page above it, or
    the page that it is an alias of. Unlike Wagtail's ``public()`` this needs no statement of its own.
    """
    return base_page_model()._default_manager.filter(~Q(IS_PRIVATE), live=True)


def public_ones(pages: Iterable[Page]) -> list[Page]:
    """Those of ``pages`` that a stranger may read now, in the same order; each page is asked about once."""
    pages = list(pages)
    if unknown := [page for page in pages if not hasattr(page, IS_PUBLIC)]:
        ids = public_pages().filter(pk__in=[page.pk for page in unknown]).order_by().values_list("pk", flat=True)
        public = set(ids)
        for page in unknown:
            setattr(page, IS_PUBLIC, page.pk in public)
    return [page for page in pages if getattr(page, IS_PUBLIC)]


def public_resources() -> QuerySet:
    """The resources that a stranger may read, of every model, as base pages."""
    content_types = ContentType.objects.get_for_models(*resource_models()).values()
    return public_pages().filter(content_type_id__in=sorted(kind.pk for kind in content_types))


def listable(pages: QuerySet, *, tags: bool = False, body: bool = False) -> QuerySet:
    """Specific pages with what a list shows of them; without ``body`` that stays in the database."""
    pages = pages.select_related("hero_image")
    pages = pages if body else pages.defer("body")
    return with_resource_tags(pages) if tags else pages


def with_resource_tags(pages: QuerySet) -> QuerySet:
    """``pages`` with their tags in the same statement; see :mod:`beatcancer_wagtail.tagged`."""
    return with_tags(pages, tagged_items().model)


def tagged_items() -> QuerySet:
    """The tags of all resources, one row for each tag of each page."""
    return apps.get_model("beatcancer_wagtail", "ResourceTag").objects.all()


def load_resources(ids: Iterable[int], *, tags: bool = False, public: bool = False, body: bool = False) -> list[Page]:
    """The specific pages with these ids, in this order, in one statement for each model.

    Ids that no longer exist, or are no resources, are left out; with ``public`` also those that a stranger may not read.
    """
    ids = list(ids)
    found: dict[int, Page] = {}
    for model in resource_models():
        if missing := [pk for pk in ids if pk not in found]:
            pages = listable(model._default_manager.filter(pk__in=missing).order_by(), tags=tags, body=body)
            if public:
                pages = pages.filter(~Q(IS_PRIVATE), live=True)
            found |= {page.pk: page for page in pages}
    return [found[pk] for pk in ids if pk in found]


def site_path(page: Page | None = None, request=None) -> str:
    """How the ``url_path`` of all pages begins that are of the same site and language as ``page``, or as the request.

    It is "" where neither belongs to a site.
    """
    if page is not None and page.url_path:
        root = root_above(page.url_path)
        return root.root_path if root else ""
    site = Site.find_for_request(request)
    return site.root_page.localized.url_path if site else ""


def newest_ids(
    count: int,
    *,
    pages: Callable[[], QuerySet] = public_resources,
    name: str = "library",
    within: str = "",
    but: Page | None = None,
) -> list[int]:
    """The ids of the newest resources in ``pages()``, which are base pages; without that of the page ``but``.

    ``within`` is a :func:`site_path`. The ids are remembered under ``name``: to find them takes the longer the
    more the library holds.
    """

    def work_out() -> list[int]:
        found = pages().filter(url_path__startswith=within) if within else pages()
        return list(found.order_by(*NEWEST_FIRST).values_list("pk", flat=True)[: count + 1])

    ids = remembered(f"{name}.newest.{count}.{within}", work_out)
    return [pk for pk in ids if but is None or pk != but.pk][:count]


def newest(
    count: int, *, pages: Callable[[], QuerySet] = public_resources, name: str = "library", but: Page | None = None
) -> list[Page]:
    """The resources of :func:`newest_ids`, ready to be shown."""
    return public_resources_with(newest_ids(count, pages=pages, name=name, but=but), but)


def related_ids(count: int, page: Page) -> list[int]:
    """The ids of the newest resources of the site that share a tag with ``page``, which is not among them."""
    slugs = [tag.slug for tag in tags_of(page, TAGGED_ITEMS)]

    def sharing_a_tag() -> QuerySet:
        shared = tagged_items().filter(content_object=OuterRef("pk"), tag__slug__in=slugs)
        return public_resources().filter(Exists(shared))

    name = f"library.tagged.{' '.join(slugs)}"
    return newest_ids(count, pages=sharing_a_tag, name=name, within=site_path(page), but=page)


def related_resources(page: Page | None, count: int) -> list[Page]:
    """The newest resources that a stranger may read and that share a tag with ``page``, which is not among them."""
    ids = newest_ids(count) if page is None or page.pk is None else related_ids(count, page)
    return public_resources_with(ids, page)


def public_resources_with(ids: Iterable[int], page: Page | None = None) -> list[Page]:
    """Those with these ids that a stranger may read, in this order.

    ``page`` may have them at hand: an article loads all that it shows together, in ``resources_at_hand``.
    """
    ids = list(ids)
    found = getattr(page, "resources_at_hand", {})
    if missing := [pk for pk in ids if pk not in found]:
        found = {**found, **resources_by_id(missing)}
    return public_ones(found[pk] for pk in ids if pk in found)


def resources_by_id(ids: Iterable[int], *, beside: Page | None = None) -> dict[int, Page]:
    """The resources with these ids. What lists show of them is remembered; whether they are public is not.

    Of the page ``beside`` them the same statement asks whether it is public.
    """
    ids = list(dict.fromkeys(ids))
    pages = remembered(f"resources {ids}", lambda: load_resources(ids)) if ids else []
    public_ones([*pages, beside] if beside and beside.pk else pages)
    return {page.pk: page for page in pages}
