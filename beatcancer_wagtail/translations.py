"""The languages of pages, and the same page in other languages."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import to_locale
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.places import Place, place_of
from beatcancer_wagtail.resources import public_pages

ANY_LANGUAGE = "x-default"


class Version(NamedTuple):
    """One language of a page: its tag (``"pt-BR"``, or ``"x-default"``) and full address."""

    language: str
    address: str


def is_multilingual() -> bool:
    return getattr(settings, "WAGTAIL_I18N_ENABLED", False)


def language_tag(code: str) -> str:
    """A language code of Django's as HTML, feeds and search engines write it: ``"pt-br"`` is ``"pt-BR"``."""
    return to_locale(code).replace("_", "-")


def language_code_of(page: Page) -> str:
    """Django's code of the language that a page is written in, without a statement of its own."""
    return (_codes().get(page.locale_id) if is_multilingual() else "") or settings.LANGUAGE_CODE


def language_of(page: Page) -> str:
    """The language that a page is written in, as HTML writes it."""
    return language_tag(language_code_of(page))


def versions(page: Page, place: Place, request=None) -> list[Version]:
    """The page in each language that a stranger may read it in, with its own; empty if there is only one.

    The last one is for readers of any other language: the version in the site's first language, if there is one.
    A page that only stands in for a translation, an alias, is none.
    """
    if not is_multilingual():
        return []
    return versions_of([page], request, site_id=place.site_id).get(page.translation_key, [])


def versions_of(pages: list[Page], request=None, *, site_id: int) -> dict:
    """The same for many pages of one site in one statement, by their translation key."""
    keys = {page.translation_key for page in pages}
    found = public_pages().filter(translation_key__in=keys, alias_of=None).order_by("locale_id")
    by_key: dict = {}
    for page in found.only("url_path", "path", "locale_id", "translation_key"):
        place = place_of(page, request)
        if place and place.site_id == site_id:
            by_key.setdefault(page.translation_key, {})[language_code_of(page)] = place.address
    return {key: _with_default(addresses) for key, addresses in by_key.items() if len(addresses) > 1}


def _with_default(addresses: dict[str, str]) -> list[Version]:
    found = [Version(language_tag(code), address) for code, address in sorted(addresses.items())]
    default = addresses.get(_first_language())
    return [*found, Version(ANY_LANGUAGE, default)] if default else found


def _first_language() -> str:
    try:
        return get_supported_content_language_variant(settings.LANGUAGE_CODE)
    except LookupError:
        return ""


def _codes() -> dict[int, str]:
    return dict(remembered("languages", lambda: list(Locale.objects.values_list("pk", "language_code"))))
