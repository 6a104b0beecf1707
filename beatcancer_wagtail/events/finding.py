"""Events: the pages that wear :class:`Event`, and every query for those that a stranger may read."""

from collections.abc import Iterable
from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet, prefetch_related_objects
from wagtail.models import Page

from beatcancer_wagtail.events.states import IN_PERSON, MIXED, MOVED_ONLINE, ONLINE
from beatcancer_wagtail.privacy import IS_PRIVATE
from beatcancer_wagtail.resources import listable, public_pages, site_path, with_resource_tags

ROWS = "beatcancer_event_dates"
ON_THE_WAY = "beatcancer_event_listing"  # the listing through which Wagtail has come to the page of a request
ATTENDED = {
    IN_PERSON: Q(mode__in=[IN_PERSON, MIXED]) & ~Q(status=MOVED_ONLINE),
    ONLINE: Q(mode__in=[ONLINE, MIXED]) | Q(status=MOVED_ONLINE),
}


class Event:
    """Marks a page class as an event. Whoever wears it provides what ``EventMixin`` has."""


class EventListing:
    """Marks a page class as a list of events."""


@cache
def event_models() -> tuple[type[Page], ...]:
    """Every installed page model that wears :class:`Event`, subclasses before what they inherit from."""
    models = (model for model in apps.get_models() if issubclass(model, Event))
    return tuple(sorted(models, key=lambda model: -len(model.__mro__)))


def public_events() -> QuerySet:
    """The events that a stranger may read, of every model, as base pages."""
    content_types = ContentType.objects.get_for_models(*event_models()).values()
    return public_pages().filter(content_type_id__in=sorted(kind.pk for kind in content_types))


def attended(pages: QuerySet, mode: str) -> QuerySet:
    """Those of ``pages`` that people can attend in this way."""
    ways = [Q(pk__in=model._default_manager.filter(ATTENDED[mode]).order_by().values("pk")) for model in event_models()]
    return pages.filter(_any(ways)) if ways else pages.none()


def count_ways(pages: QuerySet) -> dict[str, int]:
    """How many of ``pages`` people can attend in each way; a mixed event counts for both."""
    found = dict.fromkeys(ATTENDED, 0)
    for model in _own_models():
        numbers = model._default_manager.filter(pk__in=pages.order_by().values("pk")).aggregate(
            **{mode: Count("pk", filter=condition) for mode, condition in ATTENDED.items()}
        )
        found = {mode: found[mode] + numbers[mode] for mode in found}
    return found


def load_events(ids: Iterable[int], *, body: bool = False) -> list[Page]:
    """The public events with these ids, in this order, with picture, tags and all dates.

    One statement for each model and one for the dates of all. Ids that a stranger may not read are left out.
    """
    ids = list(ids)
    found: dict[int, Page] = {}
    for model in event_models():
        if missing := [pk for pk in ids if pk not in found]:
            pages = model._default_manager.filter(~Q(IS_PRIVATE), live=True, pk__in=missing).order_by()
            pages = with_resource_tags(pages.select_related("hero_image")) if body else listable(pages, tags=True)
            found |= {page.pk: page for page in pages}
    events = [found[pk] for pk in ids if pk in found]
    prefetch_related_objects(events, ROWS)
    return events


def find_event_listing(request=None, page: Page | None = None) -> Page | None:
    """The listing above ``page``, else the first one of the site; None where there is none."""
    on_the_way = getattr(request, ON_THE_WAY, None)
    if on_the_way is not None and (page is None or page.path.startswith(on_the_way.path)):
        return on_the_way
    listings = public_pages().type(EventListing)
    above = listings.ancestor_of(page).order_by("-depth").first() if page is not None and page.path else None
    if above is None:
        listings = listings.filter(url_path__startswith=site_path(page, request)).order_by("depth", "path")
        above = listings.first()
    return above.specific if above else None


def _own_models() -> list[type[Page]]:
    """The models without those whose rows are rows of another one as well."""
    return [
        model
        for model in event_models()
        if not any(issubclass(model, other) for other in event_models() if other is not model)
    ]


def _any(conditions: list[Q]) -> Q:
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found
