"""What the head of a page tells search engines, feed readers and whoever shows a link to it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import to_locale
from wagtail.models import Page

from beatcancer_wagtail.feed_addresses import MIME_TYPES, feed_path
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.models.listing import ResourceListingMixin, find_listing
from beatcancer_wagtail.pictures import PictureFile, picture_file
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import Resource, public_pages, site_path
from beatcancer_wagtail.structured_data.page import modified_at, published_at
from beatcancer_wagtail.structured_data.subject import SHARED_PICTURE, Subject
from beatcancer_wagtail.translations import ANY_LANGUAGE, Version, language_code_of, versions


class FeedLink(NamedTuple):
    """What a browser or a feed reader needs to offer a feed."""

    title: str
    address: str
    mime_type: str


@dataclass
class PageMeta:
    """The facts that ``components/meta.html`` writes."""

    subject: Subject

    @property
    def page(self) -> Page:
        return self.subject.page

    @property
    def is_kept(self) -> bool:
        """Whether search engines should keep this page: not a list that a reader narrowed or reordered."""
        return self.subject.listing is None or self.subject.listing.is_plain

    @cached_property
    def canonical(self) -> str:
        """The address that search engines should know; that of the original for an alias on the same site."""
        if not self.is_kept:
            return ""
        return self._address_of_original() or self.subject.address

    def _address_of_original(self) -> str:
        if not self.page.alias_of_id:
            return ""
        original = public_pages().filter(pk=self.page.alias_of_id).first()
        place = place_of(original, self.subject.request) if original else None
        return place.address if place and place.site_id == self.subject.place.site_id else ""

    @property
    def own_description(self) -> str:
        """The description, unless the site's base template writes the one that Wagtail's editors fill in."""
        return "" if getattr(self.page, "search_description", "") else self.subject.description

    @property
    def title(self) -> str:
        return getattr(self.page, "seo_title", "") or self.page.title

    @property
    def is_article(self) -> bool:
        return isinstance(self.page, Resource)

    @cached_property
    def picture(self) -> PictureFile | None:
        """The page's own picture, else the one that the organisation has for shared links."""
        return self._own_picture or self._file(self.subject.organisation and self.subject.organisation.sharing_image)

    @cached_property
    def _own_picture(self) -> PictureFile | None:
        return self._file(getattr(self.page, "hero_image", None))

    @property
    def picture_text(self) -> str:
        return getattr(self.page, "hero_alt", "") if self._own_picture else ""

    def _file(self, image) -> PictureFile | None:
        file = picture_file(image, SHARED_PICTURE)
        return file and file._replace(url=self.subject.place.full(file.url))

    @property
    def published(self) -> datetime | None:
        return published_at(self.page)

    @property
    def modified(self) -> date | datetime | None:
        return modified_at(self.page)

    @property
    def tags(self) -> list[str]:
        return [tag.name for tag in self.page.tag_labels] if self.is_article else []

    @property
    def locale(self) -> str:
        return _territorial(language_code_of(self.page))

    @property
    def other_locales(self) -> list[str]:
        codes = (version.language for version in self.versions if version.language != ANY_LANGUAGE)
        return [found for code in codes if (found := _territorial(code)) and found != self.locale]

    @cached_property
    def versions(self) -> list[Version]:
        """The page in other languages; not for further pages of a list, which hold other things there."""
        if not self.is_kept or self.subject.address != self.subject.place.address or self.page.alias_of_id:
            return []
        return versions(self.page, self.subject.place, self.subject.request)

    @cached_property
    def feeds(self) -> list[FeedLink]:
        """The feeds of the library that the page is, belongs to, or could lead to."""
        if isinstance(self.page, ResourceListingMixin):
            tags = self.subject.listing.active_tags if self.subject.listing else []
            slugs = self.subject.listing.tag_slugs if len(tags) == 1 else []
            asked = [(f"{self.page.title}: {tags[0].label}", slugs[0])] if slugs and tags[0].count else []
            return [
                link for title, tag in [(self.page.title, ""), *asked] for link in self._links(self.page, title, tag)
            ]
        if self.is_article:
            return self._feeds_of(find_listing(self.subject.request, self.page))
        within = site_path(self.page)
        name = f"feeds for {within} {self.subject.place.root}"
        return [
            FeedLink(*link) for link in remembered(name, lambda: self._feeds_of(find_listing(self.subject.request)))
        ]

    def _feeds_of(self, listing: Page | None) -> list[FeedLink]:
        return self._links(listing, listing.title) if listing else []

    def _links(self, listing: Page, title: str, tag: str = "") -> list[FeedLink]:
        place = place_of(listing, self.subject.request)
        if place is None:
            return []
        names = {"atom": "Atom", "rss": "RSS"}
        return [
            FeedLink(f"{title} ({names[kind]})", place.address + feed_path(kind, tag), mime_type)
            for kind, mime_type in MIME_TYPES.items()
        ]


def meta_of(page: Page, request=None, listing=None) -> PageMeta | None:
    """None for a page without an address."""
    place = place_of(page, request)
    return PageMeta(Subject(page, place, request, listing)) if place else None


def _territorial(code: str) -> str:
    """A language with its country, as OpenGraph wants it (``"en_GB"``); "" where the site names no country."""
    locale = to_locale(code)
    return locale if locale[-3:-2] == "_" and locale[-2:].isupper() else ""
