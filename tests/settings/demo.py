"""The demo as the browser tests see it: the example project, with a policy that allows nothing from elsewhere."""

import os
import tempfile

os.environ.setdefault("DEMO_DATA", tempfile.mkdtemp(prefix="beatcancer-demo-"))

from example_project.settings import *  # noqa: F403
from example_project.settings import DATABASES, MIDDLEWARE

MIDDLEWARE = [
    "tests.browser.strict_policy.StrictPolicyMiddleware",
    "django.middleware.locale.LocaleMiddleware",  # a browser that asks for Arabic gets pages from right to left
    *MIDDLEWARE,
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
