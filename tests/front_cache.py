"""A cache in front of the site, which notes what it is told to drop."""

import pytest
from django.apps import apps
from wagtail.contrib.frontend_cache.backends import BaseBackend

ROOT = "http://localhost"
dropped: set[str] = set()


class FakeCache(BaseBackend):
    """Notes what it is told to drop."""

    def purge(self, url):
        dropped.add(url)


@pytest.fixture
def cache_in_front(settings, monkeypatch):
    """As if ``wagtail.contrib.frontend_cache`` were installed and a cache stood in front; who purges connects itself."""
    settings.WAGTAILFRONTENDCACHE = {"fake": {"BACKEND": f"{__name__}.FakeCache"}}
    installed = apps.is_installed
    monkeypatch.setattr(apps, "is_installed", lambda name: name == "wagtail.contrib.frontend_cache" or installed(name))
    dropped.clear()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)
