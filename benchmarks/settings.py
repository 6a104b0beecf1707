"""The demo's settings with the floor page, on a database and in a folder of their own."""

import os
from pathlib import Path

DATA_FOLDER = Path(os.environ.setdefault("DEMO_DATA", str(Path(__file__).resolve().parents[1] / "var" / "benchmarks")))

from example_project.settings import *  # noqa: E402, F403
from example_project.settings import INSTALLED_APPS  # noqa: E402

INSTALLED_APPS = ["benchmarks.floor", *INSTALLED_APPS]
DEBUG = False

# The figures are taken on a test database: made at the start, thrown away at the end.
if os.environ.get("DATABASE_URL"):
    import dj_database_url

    DATABASES = {"default": dj_database_url.config()}
else:
    NAME = DATA_FOLDER / "benchmarks.sqlite3"
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": NAME, "TEST": {"NAME": NAME}}}
