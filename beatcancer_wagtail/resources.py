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
from wagtail.models import Page

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.privacy import IS_PRIVATE
from beatcancer_wagtail.tagged import tags_of, with_tags

swapper.set_app_prefix("wagtailcore", "wagtail")

PRIVACY = "bc_private"
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
    """Every installed page model that wears :class:`Resource`."""
    return tuple(model for model in apps.get_models() if issubclass(model, Resource))


def public_pages() -> QuerySet:
    """Base pages that a stranger may read: live, and not private in any way.

    Private is what Wagtail asks a password, a login or a group for: the page itself, a page above it, or
    the page that it is an alias of. Unlike Wagtail's ``public()`` this needs no statement of its own.
    """
    return base_page_model()._default_manager.filter(~Q(IS_PRIVATE), live=True)


def with_privacy(pages: QuerySet) -> QuerySet:
    """``pages`` such that :func:`public_ones` needs no statement."""
    return pages.annotate(**{PRIVACY: IS_PRIVATE})


def public_ones(pages: Iterable[Page]) -> list[Page]:
    """Those of ``pages`` that a stranger may read, in the same order."""
    pages = list(pages)
    unknown = [page.pk for page in pages if PRIVACY not in page.__dict__]
    public = set(public_pages().filter(pk__in=unknown).values_list("pk", flat=True)) if unknown else set()
    return [page for page in pages if page.pk in public or (page.live and not page.__dict__.get(PRIVACY, True))]


def public_resources() -> QuerySet:
    """The resources that a stranger may read, of every model, as base pages."""
    content_types = ContentType.objects.get_for_models(*resource_models()).values()
    return public_pages().filter(content_type_id__in=sorted(kind.pk for kind in content_types))


def listable(pages: QuerySet, *, tags: bool = False) -> QuerySet:
    """Specific pages with what a list shows of them; the body stays in the database."""
    pages = pages.select_related("hero_image").defer("body")
    return with_resource_tags(pages) if tags else pages


def with_resource_tags(pages: QuerySet) -> QuerySet:
    """``pages`` with their tags in the same statement; see :mod:`beatcancer_wagtail.tagged`."""
    return with_tags(pages, tagged_items().model)


def tagged_items() -> QuerySet:
    """The tags of all resources, one row for each tag of each page."""
    return apps.get_model("beatcancer_wagtail", "ResourceTag").objects.all()


def load_resources(ids: Iterable[int], *, tags: bool = False, privacy: bool = False) -> list[Page]:
    """The specific pages with these ids, in this order, in one statement for each model.

    Ids that no longer exist, or are no resources, are left out.
    """
    ids = list(ids)
    found: dict[int, Page] = {}
    for model in resource_models():
        if missing := [pk for pk in ids if pk not in found]:
            pages = listable(model._default_manager.filter(pk__in=missing).order_by(), tags=tags)
            found |= {page.pk: page for page in (with_privacy(pages) if privacy else pages)}
    return [found[pk] for pk in ids if pk in found]


def newest(
    count: int, *, pages: Callable[[], QuerySet] = public_resources, name: str = "library", but: Page | None = None
) -> list[Page]:
    """The ``count`` newest resources that ``pages()``, base pages, holds; without the page ``but``.

    Which ones is remembered under ``name``, so that the library may grow; whether they are still public is not.
    """

    def work_out() -> list[int]:
        return list(pages().order_by(*NEWEST_FIRST).values_list("pk", flat=True)[: count + 1])

    ids = remembered(f"{name}.newest.{count}", work_out)
    return public_ones(load_resources([pk for pk in ids if but is None or pk != but.pk][:count], privacy=True))


def related_resources(page: Page | None, count: int) -> list[Page]:
    """The newest public resources that share a tag with ``page``, which is not among them."""
    if page is None or page.pk is None:
        return newest(count)
    slugs = [tag.slug for tag in tags_of(page, "beatcancer_tagged_items")]

    def sharing_a_tag() -> QuerySet:
        return public_resources().filter(
            Exists(tagged_items().filter(content_object=OuterRef("pk"), tag__slug__in=slugs))
        )

    return newest(count, pages=sharing_a_tag, name=f"library.tagged.{' '.join(slugs)}", but=page)
