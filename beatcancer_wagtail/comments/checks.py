"""System checks of the comments. Each has its line in ``docs/reference/comments.md`` and its test."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import global_settings, settings
from django.core.checks import Error, Warning, register
from django.http.request import validate_host
from django.urls import NoReverseMatch, reverse
from wagtail.admin.utils import get_admin_base_url

from beatcancer_wagtail.addresses import NAMESPACE
from beatcancer_wagtail.conf import NAME, library_settings

SETTINGS_APP = "wagtail.contrib.settings"
NOBODYS_HOSTS = ["localhost", ".localhost", "127.0.0.1", "::1", "0.0.0.0", "example.com", "www.example.com"]  # noqa: S104 - compared, not bound


@register("beatcancer_wagtail")
def check_risk_words(app_configs, **kwargs):
    """E001: a plain text where a list of phrases should be would make a phrase of each of its letters."""
    table = library_settings().COMMENTS_RISK_WORDS
    if not isinstance(table, Mapping):
        return []  # the library's own check says so
    hint = "Give a list of phrases for each language, for example {'en': ['want to disappear', 'overdos*']}."
    return [
        Error(
            f"{NAME}['COMMENTS_RISK_WORDS'][{language!r}] is no list of phrases.",
            hint=hint,
            id="beatcancer_comments.E001",
        )
        for language, phrases in table.items()
        if not _are_phrases(phrases)
    ]


def _are_phrases(phrases) -> bool:
    if isinstance(phrases, str) or not isinstance(phrases, Sequence):
        return False
    return all(isinstance(phrase, str) and phrase.strip("* ") for phrase in phrases)


@register("beatcancer_wagtail")
def check_settings_app(app_configs, **kwargs):
    """W001: without Wagtail's app for settings nobody can say whom to tell, give telephone numbers, or pause."""
    if apps.is_installed(SETTINGS_APP):
        return []
    hint = f"Add {SETTINGS_APP!r} to INSTALLED_APPS."
    message = (
        "Nobody can set who is told of a comment at risk, nor the help that its writer sees, nor pause the comments."
    )
    return [Warning(message, hint=hint, id="beatcancer_comments.W001")]


@register("beatcancer_wagtail")
def check_addresses(app_configs, **kwargs):
    """W002: where the library's addresses are not included, readers have no form."""
    try:
        reverse(f"{NAMESPACE}:comments", args=[1])
    except NoReverseMatch:
        hint = "Write path('', include('beatcancer_wagtail.urls')) before Wagtail's own line in your urls.py."
        return [Warning("Readers have no form for comments.", hint=hint, id="beatcancer_comments.W002")]
    return []


@register("beatcancer_wagtail", deploy=True)
def check_addresses_of_readers(app_configs, **kwargs):
    """W003: behind a proxy all readers have one address, so that a few of them would use up the limit of all."""
    values = library_settings()
    behind_proxy = settings.SECURE_PROXY_SSL_HEADER or settings.USE_X_FORWARDED_HOST
    if not behind_proxy or values.TRUSTED_ADDRESS_HEADER or values.COMMENTS_PER_HOUR < 1:
        return []
    hint = f"Name the header in which your proxy tells it: {NAME} = {{'TRUSTED_ADDRESS_HEADER': 'X-Forwarded-For'}}."
    message = (
        f"All readers together may send {values.COMMENTS_PER_HOUR} comments an hour, for the site is behind a proxy."
    )
    return [Warning(message, hint=hint, id="beatcancer_comments.W003")]


@register("beatcancer_wagtail", deploy=True)
def check_sender_of_mails(app_configs, **kwargs):
    """W004: mails from Django's own default are refused by most servers, that of a comment at risk too."""
    if settings.DEFAULT_FROM_EMAIL != global_settings.DEFAULT_FROM_EMAIL:
        return []
    hint = "Set DEFAULT_FROM_EMAIL to an address of your domain, and check with manage.py sendtestemail."
    message = f"Mails about comments come from {settings.DEFAULT_FROM_EMAIL}, and many servers refuse that."
    return [Warning(message, hint=hint, id="beatcancer_comments.W004")]


@register("beatcancer_wagtail", deploy=True)
def check_address_of_the_editor(app_configs, **kwargs):
    """W005: where the address is that of ``wagtail start``, the mail about a comment at risk leads nowhere."""
    address = get_admin_base_url() or ""
    host = _host_of(address)
    if host and not validate_host(host, NOBODYS_HOSTS):
        return []
    hint = (
        "Set WAGTAILADMIN_BASE_URL to where your editors log in, without /admin, such as 'https://www.your-site.org'."
    )
    message = f"Mails to moderators lead to {address!r}, where no comment waits."
    return [Warning(message, hint=hint, id="beatcancer_comments.W005")]


def _host_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # an address in brackets that is none
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
