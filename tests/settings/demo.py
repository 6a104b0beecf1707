"""The demo as the browser tests see it: the example project, with a policy that allows nothing from elsewhere."""

import atexit
import os
import shutil
import tempfile

if "DEMO_DATA" not in os.environ:  # the tests name a folder; whoever only looks at the settings needs none
    os.environ["DEMO_DATA"] = tempfile.mkdtemp(prefix="beatcancer-demo-")
    atexit.register(shutil.rmtree, os.environ["DEMO_DATA"], ignore_errors=True)

from example_project.settings import *  # noqa: F403
from example_project.settings import DATABASES, MIDDLEWARE

MIDDLEWARE = [
    "tests.browser.strict_policy.StrictPolicyMiddleware",
    "django.middleware.locale.LocaleMiddleware",  # a browser that asks for Arabic gets pages from right to left
    *(name for name in MIDDLEWARE if "gzip" not in name.lower()),  # nothing to save on the way to the same machine
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# The editor's pages save and preview at the same time; each waits for the other instead of failing.
DATABASES["default"]["OPTIONS"] = {"timeout": 30, "transaction_mode": "IMMEDIATE"}

# Wagtail 8.0 answers 500 when somebody presses Publish while it is saving a new page by itself.
WAGTAIL_AUTOSAVE_INTERVAL = 0

# A page that fails says why in the server's log, which the tests print.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR"}},
}
