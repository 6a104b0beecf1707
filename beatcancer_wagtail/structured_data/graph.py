"""The one graph of a page."""

import json
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resource_list import ResourceList
from beatcancer_wagtail.structured_data.lists import list_nodes
from beatcancer_wagtail.structured_data.page import page_nodes
from beatcancer_wagtail.structured_data.publisher import organisation_nodes, website_nodes
from beatcancer_wagtail.structured_data.script import json_of, without_empty
from beatcancer_wagtail.structured_data.subject import Node, Subject
from beatcancer_wagtail.structured_data.trail import breadcrumb_nodes

HOOK = "register_beatcancer_structured_data"
VOCABULARY = "https://schema.org"


def graph_for(request: HttpRequest | None, page: Page, listing: ResourceList | None = None) -> dict[str, Any]:
    """What a page says of itself in schema.org's words: ``{"@context": …, "@graph": [nodes]}``.

    Empty for a page without an address, and for a list that search engines are asked not to keep. ``listing`` is
    what the page shows of a library, so that nothing is asked twice. The nodes refer to each other by ``@id``.
    """
    return with_hooks(request, page, graph_text(request, page, listing))


def graph_text(request: HttpRequest | None, page: Page, listing: ResourceList | None = None) -> str:
    """The graph as JSON, without what hooks add to it; "" for none."""
    place = place_of(page, request)
    if place is None or (listing is not None and not listing.is_plain):
        return ""
    subject = Subject(page, place, request, listing)
    trail = breadcrumb_nodes(subject)
    itself, *parts = page_nodes(subject, has_trail=bool(trail))
    own = _own_nodes(page, request)
    itself["mainEntity"] = itself["mainEntity"] or [{"@id": node["@id"]} for node in own if "@id" in node]
    nodes = [*organisation_nodes(subject), *website_nodes(subject), itself, *parts, *list_nodes(subject), *trail, *own]
    return json_of(without_empty({"@context": VOCABULARY, "@graph": nodes}))


def with_hooks(request: HttpRequest | None, page: Page, text: str) -> dict[str, Any]:
    """The graph in ``text`` with what hooks add to it. They get what JSON knows: no dates, but how they are written."""
    if not text:
        return {}
    graph = json.loads(text)
    for hook in hooks.get_hooks(HOOK):
        hook(page, request, graph)
    return graph


def _own_nodes(page: Page, request) -> list[Node]:
    """What a page class of another app, or of a site, says in its method ``structured_data(request)``."""
    method = getattr(page, "structured_data", None)
    return list(method(request)) if callable(method) else []
