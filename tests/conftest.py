import os
import sys

import django
import hypothesis
import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.cache import cache


def pytest_report_header():
    database = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Python {python}, Django {django.__version__}, Wagtail {wagtail.__version__}, {database}"


# A slow machine is no failure.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


def pytest_configure():
    """A run that is meant for one database must never fall back to another."""
    required = os.environ.get("BEATCANCER_REQUIRE_DATABASE", "")
    if not settings.DATABASES["default"]["ENGINE"].endswith(required):
        raise pytest.UsageError(f"This run needs {required}; DATABASE_URL names another database, or none.")


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Counts and site roots outlive a test in the cache, while their pages are rolled back."""
    cache.clear()


def pytest_ignore_collect(collection_path):
    """Tests that use the models of tests/testapp run where that app is installed."""
    if collection_path.suffix == ".py" and not apps.is_installed("tests.testapp"):
        return "tests.testapp" in collection_path.read_text() or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """MariaDB's full-text index finds a row only once it is committed, so tests that search commit there."""
    for item in items if "mysql" in settings.DATABASES["default"]["ENGINE"] else []:
        if item.get_closest_marker("searches"):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
