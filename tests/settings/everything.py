"""The package with all that goes with it, beside a site's own article, block and template."""

from tests.settings.core_only import *  # noqa: F403
from tests.settings.core_only import INSTALLED_APPS

INSTALLED_APPS = [
    "tests.testapp",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail_modeladmin",
    "beatcancer_wagtail.comments",
    "beatcancer_wagtail.events",
    "beatcancer_wagtail.importer",
    *INSTALLED_APPS,
]
