"""What the library itself offers to the search: its resources and its books."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from beatcancer_wagtail.blocks.plain import plain_text
from beatcancer_wagtail.models.books import BookSnippet
from beatcancer_wagtail.resources import load_resources, public_resources
from beatcancer_wagtail.search.kinds import Kind, of_this_site


def resources() -> Kind:
    """The articles of this site, with what a site adds to them."""
    return Kind(
        name="resources",
        label=_("Resources"),
        records=lambda request: of_this_site(public_resources(), request),
        load=lambda ids: load_resources(ids, public=True, body=True),
        template="beatcancer_wagtail/components/search_resource.html",
        order=100,
        text=lambda resource: plain_text(resource.body),
    )


def books() -> Kind:
    """The published books of the reader's language."""
    return Kind(
        name="books",
        label=_("Books"),
        records=lambda request: BookSnippet.objects.live().filter(locale=Locale.get_active()),
        load=_load_books,
        template="beatcancer_wagtail/components/search_book.html",
        order=300,
    )


def _load_books(ids: list[int]) -> list[BookSnippet]:
    found = BookSnippet.objects.live().for_display().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]
