"""The way from the home page to a page."""

from django.utils.translation import pgettext
from wagtail.models import Page

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models.listing import find_listing
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import Resource, public_pages, site_path
from beatcancer_wagtail.structured_data.subject import Node, Subject


def breadcrumb_nodes(subject: Subject) -> list[Node]:
    """The same steps that readers see; nothing for a home page."""
    page = subject.page
    root = site_path(page)
    if not root or page.url_path == root:
        return []
    steps = _library(subject) if isinstance(page, Resource) else _above(page, root, subject)
    named = [(pgettext("breadcrumb", "Home"), subject.place.home), *steps, (page.title, subject.place.address)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(named, start=1)
    ]
    return [{"@type": "BreadcrumbList", "@id": subject.part("breadcrumb"), "itemListElement": items}]


def _library(subject: Subject) -> list[tuple[str, str]]:
    listing = find_listing(subject.request, subject.page)
    if not listing or not subject.page.is_descendant_of(listing):
        return []
    place = place_of(listing, subject.request)
    return [(listing.title, place.address)] if place else []


def _above(page: Page, root: str, subject: Subject) -> list[tuple[str, str]]:
    def work_out() -> list[tuple[str, str]]:
        found = public_pages().ancestor_of(page).filter(url_path__startswith=root).exclude(url_path=root)
        found = found.order_by("depth").only("title", "url_path", "path", "locale_id")
        places = [(step.title, place_of(step, subject.request)) for step in found]
        return [(title, place.address) for title, place in places if place]

    return [tuple(step) for step in remembered(f"above {page.pk} {subject.place.address}", work_out)]
