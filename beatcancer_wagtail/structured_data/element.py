"""The graph of a page as the element that stands in its head."""

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page

from beatcancer_wagtail.addresses import address_of
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resource_list import ResourceList
from beatcancer_wagtail.resources import Resource
from beatcancer_wagtail.structured_data.graph import HOOK, graph_for, graph_text, with_hooks
from beatcancer_wagtail.structured_data.script import script_of


def element_for(request: HttpRequest | None, page: Page, listing: ResourceList | None = None) -> SafeString:
    """That of an article is kept as long as nothing in the library changes; what hooks add is asked for each time."""
    place = place_of(page, request)
    if place is None or listing is not None or not _is_the_same_for_all(request, page):
        return script_of(graph_for(request, page, listing))
    edition = f"{page.latest_revision_id} {page.last_published_at}"
    name = f"structured data of {page.pk} {edition} {place.address} {get_language()} {address_of('search')}"
    if not hooks.get_hooks(HOOK):
        return SafeString(remembered(name, lambda: str(script_of(graph_for(request, page)))))
    text = remembered(f"{name} without hooks", lambda: graph_text(request, page))
    return script_of(with_hooks(request, page, text))


def _is_the_same_for_all(request, page: Page) -> bool:
    if not isinstance(page, Resource) or page.pk is None or getattr(request, "is_preview", False):
        return False
    return not hasattr(page, "structured_data")
