"""The package in a site that has its own base page (new in Wagtail 8), image, user and article."""

import pytest
import wagtail

from tests.other_settings import run_python, run_tests

pytestmark = pytest.mark.skipif(wagtail.VERSION < (8,), reason="Wagtail 7.4 has no custom base page")


@pytest.mark.own_database
def test_everything_works_on_the_sites_own_models():
    run_tests(
        "custom_base_page",
        "tests/custom_base",
        "tests/admin/test_articles.py",
        "tests/comments/test_moderation.py",
        "tests/comments/test_page_rules.py",
        "tests/events/test_event_listing.py",
        "tests/events/test_event_page.py",
        "tests/importer/test_articles.py",
        "tests/importer/test_import_articles.py",
        "tests/importer/test_pictures.py",
        "tests/models",
        "tests/test_migrations.py",
        "tests/test_resources.py",
    )


WRONG_ORDER = """
import django
from django.conf import settings
from tests.settings import custom_base_page as site

values = {name: getattr(site, name) for name in dir(site) if name.isupper()}
first = "beatcancer_wagtail"
values["INSTALLED_APPS"] = [first, *(app for app in site.INSTALLED_APPS if app != first)]
settings.configure(**values)
django.setup()
"""


def test_wrong_order_of_apps_is_explained():
    done = run_python(WRONG_ORDER)
    assert done.returncode
    said = done.stderr.strip().splitlines()[-1]
    assert said == (
        "django.core.exceptions.ImproperlyConfigured: WAGTAIL_PAGE_MODEL is custom_base.BasePage: "
        "list 'custom_base' before 'beatcancer_wagtail' in INSTALLED_APPS."
    )
