"""The package alone, in a site as ``wagtail start`` makes it: what works beside other apps works without them."""

import pytest

from tests.other_settings import run_tests


@pytest.mark.own_database
def test_with_one_line_in_installed_apps():
    run_tests(
        "core_only",
        "tests/core_only",
        "tests/admin/test_articles.py",
        "tests/admin/test_books.py",
        "tests/admin/test_site_settings.py",
        "tests/models",
        "tests/test_migrations.py",
        "tests/test_queries.py",
    )
