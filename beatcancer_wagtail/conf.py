"""The package's settings: one dictionary, ``BEATCANCER_WAGTAIL``, in the site's settings module."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from django.conf import settings

NAME = "BEATCANCER_WAGTAIL"


@dataclass(frozen=True)
class LibrarySettings:
    """Every setting with its default. ``docs/reference/settings.md`` explains each."""

    BASE_TEMPLATE: str = "base.html"
    BODY_BLOCK: str = "beatcancer_wagtail.blocks.ArticleBodyBlock"
    CONTENT_ELEMENT: str = "main"
    CACHE_BODIES: bool = False
    CACHE_SECONDS: int = 60
    COMMENTS_KEEP_DAYS: int = 0
    COMMENTS_MAX_LENGTH: int = 2000
    COMMENTS_MAX_LINKS: int = 1
    COMMENTS_MODERATED: bool = True
    COMMENTS_PER_HOUR: int = 30
    COMMENTS_PER_PAGE: int = 20
    COMMENTS_REFUSED_DAYS: int = 30
    COMMENTS_RISK_WORDS: Mapping[str, Sequence[str]] = field(default_factory=dict)
    COMMENTS_SENDER_DAYS: int = 2
    COMMENTS_WAITING_DAYS: int = 180
    DESK_DAYS: int = 400
    DESK_SEARCHES: int = 1000
    FEEDBACK: bool = True
    IMPORT_COLLECTION: str = "Imported"
    IMPORT_KEEP_DAYS: int = 90
    IMPORT_MAX_PAGE_MB: int = 50
    IMPORT_MAX_PICTURE_MB: int = 20
    IMPORT_MAX_PIXELS: int = 50_000_000
    IMPORT_MAX_ZIP_MB: int = 1000
    IMPORT_NEEDS_A_LOOK: float = 99.5
    RICH_TEXT_FEATURES: Sequence[str] = (
        "bold",
        "italic",
        "ol",
        "ul",
        "link",
        "document-link",
        "superscript",
        "subscript",
    )
    SEARCH_VARIANTS: Sequence[Sequence[str]] = ()
    STYLESHEET: str = "beatcancer_wagtail/css/library.css"
    TRUSTED_ADDRESS_HEADER: str = ""
    WORDS_PER_MINUTE: Mapping[str, int] = field(default_factory=dict)


NAMES = frozenset(setting.name for setting in fields(LibrarySettings))


def site_values() -> Mapping[str, Any]:
    """What the site says, unchecked: ``settings.BEATCANCER_WAGTAIL`` or an empty dictionary."""
    values = getattr(settings, NAME, None)
    return values if isinstance(values, Mapping) else {}


def library_settings() -> LibrarySettings:
    """The settings in force now. Never keep the result: a site or a test may change them."""
    return LibrarySettings(**{name: value for name, value in site_values().items() if name in NAMES})
