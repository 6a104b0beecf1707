"""System checks. Each has its line in ``docs/reference/checks.md`` and its test."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Warning, register
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import Resolver404, resolve

from beatcancer_wagtail.addresses import NAMESPACE, address_of
from beatcancer_wagtail.blocks.streams import TABLES_APP
from beatcancer_wagtail.conf import NAME, NAMES, LibrarySettings, library_settings, site_values

SETTINGS_APP = "wagtail.contrib.settings"
DESK_APP = "wagtail_modeladmin"
TYPES = {
    "BASE_TEMPLATE": str,
    "BODY_BLOCK": str,
    "CONTENT_ELEMENT": str,
    "CACHE_BODIES": bool,
    "CACHE_SECONDS": int,
    "COMMENTS_KEEP_DAYS": int,
    "COMMENTS_MAX_LENGTH": int,
    "COMMENTS_MAX_LINKS": int,
    "COMMENTS_MODERATED": bool,
    "COMMENTS_PER_HOUR": int,
    "COMMENTS_PER_PAGE": int,
    "COMMENTS_REFUSED_DAYS": int,
    "COMMENTS_RISK_WORDS": Mapping,
    "COMMENTS_SENDER_DAYS": int,
    "COMMENTS_WAITING_DAYS": int,
    "DESK_DAYS": int,
    "DESK_SEARCHES": int,
    "FEEDBACK": bool,
    "IMPORT_COLLECTION": str,
    "IMPORT_KEEP_DAYS": int,
    "IMPORT_MAX_PAGE_MB": int,
    "IMPORT_MAX_PICTURE_MB": int,
    "IMPORT_MAX_PIXELS": int,
    "IMPORT_MAX_ZIP_MB": int,
    "IMPORT_NEEDS_A_LOOK": (int, float),
    "RICH_TEXT_FEATURES": Sequence,
    "SEARCH_VARIANTS": Sequence,
    "STYLESHEET": str,
    "TRUSTED_ADDRESS_HEADER": str,
    "WORDS_PER_MINUTE": Mapping,
}


@register("beatcancer_wagtail")
def check_settings(app_configs, **kwargs):
    """E001: the setting is no dictionary. E002: an unknown name in it. E003: a value of the wrong type."""
    if not isinstance(getattr(settings, NAME, {}), Mapping):
        return [Error(f"{NAME} must be a dictionary.", hint=f"Write {NAME} = {{…}}.", id="beatcancer_wagtail.E001")]
    found = []
    for name, value in site_values().items():
        if name not in NAMES:
            nearest = get_close_matches(str(name).upper(), NAMES, n=1)
            hint = f"Did you mean {nearest[0]}?" if nearest else f"The names are {', '.join(sorted(NAMES))}."
            found.append(Error(f"{NAME} has no setting {name!r}.", hint=hint, id="beatcancer_wagtail.E002"))
        elif not isinstance(value, TYPES[name]) or (TYPES[name] is Sequence and isinstance(value, str)):
            default = getattr(LibrarySettings(), name)
            hint = f"The default is {default!r}."
            found.append(Error(f"{NAME}[{name!r}] has the wrong type.", hint=hint, id="beatcancer_wagtail.E003"))
        elif name == "SEARCH_VARIANTS" and any(isinstance(group, str) for group in value):
            hint = "Give groups of words, for example [['kidney', 'renal']]."
            found.append(
                Error(f"{NAME}[{name!r}] has a text where a group should be.", hint=hint, id="beatcancer_wagtail.E003")
            )
        elif name == "WORDS_PER_MINUTE" and not all(isinstance(speed, int) and speed > 0 for speed in value.values()):
            hint = "Give whole numbers above 0, for example {'en': 220}."
            found.append(Error(f"{NAME}[{name!r}] has a wrong speed.", hint=hint, id="beatcancer_wagtail.E003"))
    return found


@register("beatcancer_wagtail")
def check_base_template(app_configs, **kwargs):
    """W001: the template that ours extend does not exist."""
    name = library_settings().BASE_TEMPLATE
    if not isinstance(name, str):
        return []  # E003 says so
    try:
        get_template(name)
    except TemplateSyntaxError as error:
        hint = "Mend the template: the pages of the library extend it."
        return [Warning(f"The base template {name!r} is broken: {error}", hint=hint, id="beatcancer_wagtail.W001")]
    except TemplateDoesNotExist:
        hint = f"Create it, or name your site's own in {NAME} = {{'BASE_TEMPLATE': '…'}}."
        return [Warning(f"The base template {name!r} does not exist.", hint=hint, id="beatcancer_wagtail.W001")]
    return []


@register("beatcancer_wagtail")
def check_tables(app_configs, **kwargs):
    """W002: without Wagtail's typed table block, editors cannot make tables."""
    if apps.is_installed(TABLES_APP):
        return []
    hint = (
        "Add 'wagtail.contrib.typed_table_block' to INSTALLED_APPS. "
        "Without it tables in existing articles are not shown, and saving an article drops them."
    )
    return [Warning("Editors have no table block.", hint=hint, id="beatcancer_wagtail.W002")]


@register("beatcancer_wagtail")
def check_desk(app_configs, **kwargs):
    """W004: without wagtail-modeladmin, editors do not see what readers searched for in vain and what they answered."""
    if apps.is_installed(DESK_APP):
        return []
    hint = f"Add {DESK_APP!r} to INSTALLED_APPS, or silence this check. Everything else works without it."
    return [Warning("Editors have no library desk.", hint=hint, id="beatcancer_wagtail.W004")]


@register("beatcancer_wagtail", deploy=True)
def check_addresses_of_readers(app_configs, **kwargs):
    """W005: behind a proxy all readers have one address, so that one reader's answer would replace the other's."""
    values = library_settings()
    behind_proxy = settings.SECURE_PROXY_SSL_HEADER or settings.USE_X_FORWARDED_HOST
    if not behind_proxy or values.TRUSTED_ADDRESS_HEADER or not values.FEEDBACK:
        return []
    hint = f"Name the header in which your proxy tells it: {NAME} = {{'TRUSTED_ADDRESS_HEADER': 'X-Forwarded-For'}}."
    message = "The library does not know the addresses of readers, for the site is behind a proxy."
    return [Warning(message, hint=hint, id="beatcancer_wagtail.W005")]


@register("beatcancer_wagtail")
def check_settings_app(app_configs, **kwargs):
    """W003: without Wagtail's app for settings, editors cannot change what the site says once for all its pages."""
    if apps.is_installed(SETTINGS_APP):
        return []
    hint = f"Add {SETTINGS_APP!r} to INSTALLED_APPS, or silence this check."
    message = "Editors cannot set the survey banner, the organisation and the closing call."
    return [Warning(message, hint=hint, id="beatcancer_wagtail.W003")]


@register("beatcancer_wagtail")
def check_addresses(app_configs, **kwargs):
    """W006: another view of the site stands before one of ours at the same address, as the search of a new project does."""
    taken = [address for name in ("search", "sitemap") if (address := address_of(name)) and not _is_ours(address, name)]
    hint = "Delete the other path from your urls.py, or include the library's under a prefix of its own."
    return [
        Warning(f"Another view answers at {address}, not the library's.", hint=hint, id="beatcancer_wagtail.W006")
        for address in taken
    ]


def _is_ours(address: str, name: str) -> bool:
    try:
        return resolve(address).view_name == f"{NAMESPACE}:{name}"
    except Resolver404:
        return True  # below a prefix that only the server knows
