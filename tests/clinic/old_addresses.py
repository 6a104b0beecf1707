from wagtail.contrib.redirects.models import Redirect

from beatcancer_wagtail.importer.models import ImportedPage


def lead_old_addresses_on(site):
    """From each old address to the page that it became, once readers can see that page."""
    pages = ImportedPage.objects.filter(page__live=True).exclude(address="")
    for old in pages.select_related("page"):
        path = Redirect.normalise_path(old.address)
        for old_path in (path, path.removesuffix(".html")):  # which a program that mirrors a site may have added
            Redirect.objects.get_or_create(old_path=old_path, site=site, defaults={"redirect_page": old.page})
