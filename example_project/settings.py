"""The demo's settings: what a Wagtail site needs, and the two lines that bring the library.

Everything that is not about the library is what ``wagtail start`` writes, kept as short as it can be.
"""

import os
from pathlib import Path

import django

PROJECT = Path(__file__).resolve().parent
DATA = Path(os.environ.get("DEMO_DATA", PROJECT.parent / "var")).resolve()  # database and media; ignored by git

# The library. The second line gives editors the table block.
LIBRARY_APPS = [
    "beatcancer_wagtail",
    "beatcancer_wagtail.comments",
    "beatcancer_wagtail.events",
    "beatcancer_wagtail.importer",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail_modeladmin",
]

INSTALLED_APPS = [
    "example_project",
    *LIBRARY_APPS,
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# The library's own settings. Every one has a default, so a site may have none of this.
BEATCANCER_WAGTAIL = {"BASE_TEMPLATE": "base.html", "CONTENT_ELEMENT": "main"}

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "demo.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "example_project.urls"
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

WAGTAIL_SITE_NAME = "Wrenfield Cancer Trust"
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('DEMO_PORT', '8000')}"  # where mails to moderators lead
WAGTAILIMAGES_WEBP_QUALITY = 56  # drawings stay clean, pages stay light
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the demo asks nobody outside this machine for anything
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Mail goes into a folder, and nowhere else: to moderators, and to writers whose comment has appeared.
DEFAULT_FROM_EMAIL = "library@wrenfield.example"
if django.VERSION >= (6, 1):
    MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": DATA / "mail"},
        }
    }
else:
    EMAIL_BACKEND, EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", DATA / "mail"

# For a demo on your own machine only. A real site reads these from its environment.
SECRET_KEY = "demo-only-not-a-secret"
DEBUG = os.environ.get("DEMO_DEBUG") == "1"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
