"""Parts of a page that any site template can place."""

from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from laces.components import Component

from beatcancer_wagtail.calls import CLOSING, closing_call
from beatcancer_wagtail.models.listing import find_listing, latest_ids
from beatcancer_wagtail.models.site_settings import PREVIEWED_BANNER
from beatcancer_wagtail.resources import public_resources_with
from beatcancer_wagtail.site_words import words_of_site

BANNER_IS_PLACED = "beatcancer_banner_is_placed"  # on the request, for the preview


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


class Optional(Component):
    """Writes nothing, not even a blank, when there is nothing to show: when ``get_context_data`` returns None."""

    def render_html(self, parent_context=None):
        context = self.get_context_data(parent_context)
        return get_template(self.template_name).render(context) if context else SafeString("")


class Banner(Optional):
    """The site's survey banner while it is on, in its time, and leads somewhere.

    The HTML is the same for everybody, so that any proxy may keep it.
    """

    template_name = "beatcancer_wagtail/components/banner.html"

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        if request is not None:
            setattr(request, BANNER_IS_PLACED, True)
        previewed = getattr(request, PREVIEWED_BANNER, None)
        banner = previewed or words_of_site(request).banner
        if banner is None:
            return None
        target = banner.get_target(request)
        if not previewed and not (target and banner.is_due(timezone.now())):
            return None
        is_timed = bool(banner.starts_at or banner.ends_at)
        return {"banner": banner, "target": target, "scripted": (banner.dismissible or is_timed) and not previewed}


class ClosingCallBand(Optional):
    """The call to action that closes ``page``, large and as wide as the window; nothing where there is none."""

    template_name = "beatcancer_wagtail/components/closing_call.html"

    def __init__(self, page=None, *, heading_level: int = 2):
        self.page, self.heading_level = page, heading_level

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        call = closing_call(request, self.page)
        if call is None:
            return None
        return {"call": call, "target": call.get_target(request), "size": CLOSING, "level": str(self.heading_level)}
