"""Resources: the pages that a library lists, whatever model they are of.

A page is a resource because its class wears :class:`Resource` (``ArticleMixin`` does), not because
it is one particular model: our ``ArticlePage``, a site's own article, or both.
"""

from collections.abc import Iterable
from functools import cache

import swapper
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction

from beatcancer_wagtail.tagged import with_tags

swapper.set_app_prefix("wagtailcore", "wagtail")

NEWEST_FIRST = ("-first_published_at", "-pk")  # equal dates in a fixed order, so that no page shows twice


class Resource:
    """Marks a page class as something that a library lists.

    Whoever wears it provides ``summary``, ``hero_image``, ``reading_minutes`` and ``tags``.
    """


def base_page_model() -> type[Page]:
    """Wagtail's page model, or the site's own base (``WAGTAIL_PAGE_MODEL``, Wagtail 8)."""
    return swapper.load_model("wagtailcore", "Page")


def resource_models() -> list[type[Page]]:
    """Every installed page model that wears :class:`Resource`."""
    return [model for model in apps.get_models() if issubclass(model, Resource)]


def public_pages(model: type[Page] | None = None) -> QuerySet:
    """Pages that a stranger may read, of ``model`` or base pages: live, and not private in any way.

    Private is what Wagtail asks a password, a login or a group for: the page itself, a page above it, or
    the page that it is an alias of. Unlike Wagtail's ``public()`` this needs no statement of its own.
    """
    return (model or base_page_model())._default_manager.filter(~Exists(_restrictions()), live=True)


def _beginning(path: str) -> Substr:
    return Substr(OuterRef(path), 1, Length("page__path"))


@cache
def _restrictions() -> QuerySet:
    on_the_way = Q(page__path=_beginning("path")) | Q(page__path=_beginning("alias_of__path"))
    return PageViewRestriction.objects.filter(on_the_way)


def public_resources(model: type[Page] | None = None) -> QuerySet:
    """The resources that a stranger may read: of one model, or base pages of all of them."""
    if model is not None:
        return public_pages(model)
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


def load_resources(ids: Iterable[int], *, tags: bool = False) -> list[Page]:
    """The specific pages with these ids, in this order, in one statement for each model.

    Ids that no longer exist, or are no resources, are left out.
    """
    ids = list(ids)
    found: dict[int, Page] = {}
    for model in resource_models():
        if missing := [pk for pk in ids if pk not in found]:
            found |= {page.pk: page for page in listable(model._default_manager.filter(pk__in=missing), tags=tags)}
    return [found[pk] for pk in ids if pk in found]


def newest(pages, count: int) -> list[Page]:
    """The ``count`` newest resources of ``pages``.

    ``pages`` is a function such as :func:`public_resources`: called with a model it returns pages of that
    model, without one base pages. With one model installed that makes one statement instead of two.
    """
    models = resource_models()
    if len(models) == 1:
        return list(listable(pages(models[0])).order_by(*NEWEST_FIRST)[:count])
    return load_resources(pages().order_by(*NEWEST_FIRST).values_list("pk", flat=True)[:count])


def related_resources(page: Page | None, count: int) -> list[Page]:
    """The newest public resources that share a tag with ``page``, which is not among them."""
    if page is None or page.pk is None:
        return newest(public_resources, count)
    own = [item.tag_id for item in page.beatcancer_tagged_items.all()]
    sharing = tagged_items().filter(content_object=OuterRef("pk"), tag__in=own)
    return newest(lambda model=None: public_resources(model).filter(Exists(sharing)).exclude(pk=page.pk), count)
