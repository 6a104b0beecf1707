"""The demo's settings with the floor pages, on a database of its own."""

import os

from example_project.settings import *  # noqa: F403
from example_project.settings import DATA, INSTALLED_APPS

INSTALLED_APPS = ["benchmarks.floor", *INSTALLED_APPS]
DEBUG = False

if os.environ.get("DATABASE_URL"):
    import dj_database_url

    DATABASES = {"default": dj_database_url.config()}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "benchmarks.sqlite3"}}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5000}},
}
