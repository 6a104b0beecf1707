"""A site with its own base page (Wagtail 8), image model and user model, and its own article instead of ours."""

from tests.settings.core_only import *  # noqa: F403
from tests.settings.core_only import INSTALLED_APPS

INSTALLED_APPS = [
    "tests.custom_user",
    "tests.custom_base",
    "tests.custom_site",
    "wagtail.contrib.typed_table_block",
    "beatcancer_wagtail.comments",
    "beatcancer_wagtail.events",
    "beatcancer_wagtail.importer",
    "wagtail.contrib.settings",
    "wagtail_modeladmin",
    *INSTALLED_APPS,
]
WAGTAIL_PAGE_MODEL = "custom_base.BasePage"
WAGTAILIMAGES_IMAGE_MODEL = "custom_base.CreditedImage"
AUTH_USER_MODEL = "custom_user.Editor"
BEATCANCER_WAGTAIL_ARTICLEPAGE_MODEL = "custom_site.SiteArticlePage"
