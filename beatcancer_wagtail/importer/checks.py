"""System checks of the importer. Each has its line in ``docs/reference/importer.md`` and its test."""

from importlib.util import find_spec

from django.core.checks import Error, register

from beatcancer_wagtail.conf import NAME, library_settings

NEEDED = ("lxml", "nh3")
ADVICE = "Install the extra: pip install 'beatcancer-wagtail[importer]'."
NUMBERS = (
    "IMPORT_MAX_PAGE_MB",
    "IMPORT_MAX_PICTURE_MB",
    "IMPORT_MAX_PIXELS",
    "IMPORT_MAX_ZIP_MB",
    "IMPORT_NEEDS_A_LOOK",
)


def is_installed(module: str) -> bool:
    return find_spec(module) is not None


@register("beatcancer_wagtail")
def check_extra(app_configs, **kwargs):
    """E001: a library that the importer reads pages with is not installed."""
    missing = [module for module in NEEDED if not is_installed(module)]
    if not missing:
        return []
    return [Error(f"The importer needs {' and '.join(missing)}.", hint=ADVICE, id="beatcancer_importer.E001")]


@register("beatcancer_wagtail")
def check_limits(app_configs, **kwargs):
    """E002: a limit of 0 or less would refuse everything."""
    values = library_settings()
    wrong = [name for name in NUMBERS if isinstance(getattr(values, name), (int, float)) and getattr(values, name) <= 0]
    hint = "Give a number above 0."
    return [Error(f"{NAME}[{name!r}] is not above 0.", hint=hint, id="beatcancer_importer.E002") for name in wrong]
