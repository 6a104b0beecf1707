"""Parts of a page that any site template can place."""

from django.utils.translation import ngettext
from laces.components import Component

from beatcancer_wagtail.models.listing import find_listing, latest_ids
from beatcancer_wagtail.resources import public_resources_with


class LatestResources(Component):
    """The newest resources of a library, and a link to all of them with their true number.

    ``listing`` is a page that wears ``ResourceListingMixin``; without it the library of the page that
    is shown, or else the first one of the site, is taken. ``page`` is left out of the list.
    """

    template_name = "beatcancer_wagtail/components/latest_resources.html"

    def __init__(
        self,
        count: int = 3,
        *,
        listing=None,
        page=None,
        heading: str = "",
        heading_level: int = 2,
        pictures: bool = True,
    ):
        self.count, self.listing, self.page = count, listing, page
        self.heading, self.heading_level, self.pictures = heading, heading_level, pictures

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        listing = self.listing or find_listing(request, self.page)
        total = listing.resource_total if listing else 0
        return {
            "resources": public_resources_with(
                latest_ids(self.count, listing, request=request, but=self.page), self.page
            ),
            "listing": listing,
            "total": total,
            "link_text": ngettext("View %(total)s resource", "View %(total)s resources", total) % {"total": total},
            "heading": self.heading,
            "heading_level": str(self.heading_level),
            "item_level": str(int(self.heading_level) + 1),
            "pictures": self.pictures,
            "request": request,
        }
