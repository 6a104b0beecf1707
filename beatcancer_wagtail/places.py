"""Where a page stands in the world: the parts of its full address."""

from typing import NamedTuple
from urllib.parse import urljoin

from django.urls import NoReverseMatch, reverse
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath


class Place(NamedTuple):
    """``root`` is the site's scheme and host without a slash at the end, ``address`` the page's full address."""

    site_id: int
    root: str
    address: str

    def full(self, url: str) -> str:
        """``url`` with scheme and host, whether it had them or not."""
        return urljoin(f"{self.root}/", url)

    @property
    def home(self) -> str:
        """Where the site begins, in the language of the request."""
        try:
            return self.full(reverse("wagtail_serve", args=[""]))
        except NoReverseMatch:
            return f"{self.root}/"


def place_of(page: Page | None, request=None) -> Place | None:
    """None for a page that has no address: it was never saved, or belongs to no site.

    Also for what is no page: a template may be shown without one, and then has "" in its place.
    """
    parts = page.get_url_parts(request) if page and page.url_path else None
    if parts is None or parts[1] is None or parts[2] is None:
        return None
    site_id, root, path = parts
    return Place(site_id, root, root + path)


def root_above(url_path: str) -> SiteRootPath | None:
    """The root of the site and language in which a page with this ``url_path`` stands; None outside every site."""
    roots = Site.get_site_root_paths()  # the innermost first; Wagtail remembers them
    return next((root for root in roots if url_path.startswith(root.root_path)), None)
