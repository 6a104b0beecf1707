"""What an organisation says once for its whole site, in one statement for all of it, kept between requests.

Wagtail's own way, ``SurveyBanner.for_request()``, takes two statements for each setting and writes to the database when
a reader is the first to ask. Here a site without a setting has None in its place.

Saving one of the settings, publishing a call, publishing, moving or restricting a page starts a new edition
(:mod:`beatcancer_wagtail.memory`), so all of it is right at once, and in another process after ``CACHE_SECONDS``: also
whether the page is still public that a banner or a call leads to. Whether it is time for the banner is worked out
each time.
"""

from typing import NamedTuple

from wagtail.models import Site

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models import ClosingCall, Organisation, SurveyBanner
from beatcancer_wagtail.targets import mark_public, target_is_private

BANNER, ORGANISATION, CLOSING_CALL = "beatcancer_survey_banner", "beatcancer_organisation", "beatcancer_closing_call"
LINKS = {"banner_is_private": f"{BANNER}__page", "call_is_private": f"{CLOSING_CALL}__call__page"}
PICTURES = (f"{ORGANISATION}__logo", f"{ORGANISATION}__sharing_image")
ON_REQUEST = "beatcancer_site_words"


class SiteWords(NamedTuple):
    """The settings of one site; None where nobody has saved any."""

    banner: SurveyBanner | None = None
    organisation: Organisation | None = None
    closing_call: ClosingCall | None = None


def words_of_site(request) -> SiteWords:
    """What the site of ``request`` says; all None without a request or a site. Never writes."""
    if request is None:
        return SiteWords()
    if ON_REQUEST not in request.__dict__:
        site = Site.find_for_request(request)
        kept = remembered(f"words of site {site.pk}", lambda: _words(site.pk)) if site else ()
        setattr(request, ON_REQUEST, SiteWords(*kept))
    return getattr(request, ON_REQUEST)


def _words(pk: int) -> tuple:
    """A plain tuple, since it is kept where other versions of the package may find it."""
    sites = Site.objects.filter(pk=pk).select_related(*LINKS.values(), *PICTURES)
    site = sites.annotate(**{name: target_is_private(link) for name, link in LINKS.items()}).first()
    if site is None:
        return ()
    banner, organisation, closing = (getattr(site, name, None) for name in (BANNER, ORGANISATION, CLOSING_CALL))
    call = closing.call if closing else None
    mark_public(banner and banner.page, is_private=site.banner_is_private)
    mark_public(call and call.page, is_private=site.call_is_private)
    return banner, organisation, closing
