"""What one graph is about: a page where it stands, asked for by one request."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from beatcancer_wagtail.models import Organisation
from beatcancer_wagtail.pictures import picture_file
from beatcancer_wagtail.places import Place
from beatcancer_wagtail.resource_list import ResourceList
from beatcancer_wagtail.site_words import words_of_site
from beatcancer_wagtail.translations import language_of

Node = dict[str, Any]

# The size that the top of an article has already, so that no picture is made for search engines alone.
SHARED_PICTURE = "fill-1280x720|format-jpeg|preserve-svg"


@dataclass
class Subject:
    """A page with all that several nodes say about it.

    ``listing`` is the list on it, if any; whatever it lists, it knows its ``number`` and whether it ``is_plain``.
    """

    page: Page
    place: Place
    request: HttpRequest | None = None
    listing: ResourceList | None = None

    @property
    def organisation_id(self) -> str:
        return f"{self.place.root}/#organization"

    @property
    def website_id(self) -> str:
        return f"{self.place.root}/#website"

    def part(self, name: str) -> str:
        """The ``@id`` of something on this page."""
        return f"{self.address}#{name}"

    @cached_property
    def address(self) -> str:
        """The page's address; further pages of a list have their own."""
        number = self.listing.number if self.listing else 1
        return f"{self.place.address}?page={number}" if number > 1 else self.place.address

    @cached_property
    def language(self) -> str:
        return language_of(self.page)

    def language_of(self, record) -> str:
        """That of something on the page, which is mostly the page's own."""
        return self.language if record.locale_id == self.page.locale_id else language_of(record)

    @cached_property
    def organisation(self) -> Organisation | None:
        return words_of_site(self.request).organisation

    @cached_property
    def site_name(self) -> str:
        """What the site calls itself; its host where it has no name."""
        site = Site.find_for_request(self.request)
        return (site and site.site_name) or getattr(settings, "WAGTAIL_SITE_NAME", "") or self.place.root

    @cached_property
    def publisher_name(self) -> str:
        return (self.organisation.name if self.organisation else "") or self.site_name

    @cached_property
    def description(self) -> str:
        """What the page says of itself, in the words that an editor chose for search engines, else for readers."""
        names = ("search_description", "summary", "introduction")
        return next((text for name in names if (text := getattr(self.page, name, ""))), "")

    @property
    def is_preview(self) -> bool:
        return bool(getattr(self.request, "is_preview", False)) or self.page.pk is None

    def picture(self, image, spec: str = SHARED_PICTURE) -> Node:
        """An ImageObject; empty without an image that others could show."""
        if (file := picture_file(image, spec)) is None:
            return {}
        url = self.place.full(file.url)
        return {
            "@type": "ImageObject",
            "@id": url,
            "url": url,
            "contentUrl": url,
            "width": file.width,
            "height": file.height,
        }
