"""Which page an earlier import made of the same source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beatcancer_wagtail.importer.models import ImportedPage
from beatcancer_wagtail.importer.writer import facts
from beatcancer_wagtail.importer.writer.keys import address_key, file_key


@dataclass
class Article:
    """What is to be written. ``name`` is the path by which a page without an address is known again."""

    document: Mapping[str, Any]
    name: str
    address: str = ""

    @property
    def addresses(self) -> list[str]:
        return [address for address in (self.address, str(self.document.get("address") or "")) if address]

    @property
    def keys(self) -> list[str]:
        """By which it may be known, the surest first."""
        return [file_key(self.name), *filter(None, (address_key(address) for address in self.addresses))]

    @property
    def key(self) -> str:
        """Under which it is remembered."""
        return next(filter(None, (address_key(address) for address in self.addresses)), file_key(self.name))


def find_known(article: Article, *, apart: bool = False) -> ImportedPage | None:
    """What an earlier import made of it. ``apart``: another page of this import has the same address."""
    keys = [file_key(article.name)] if apart else article.keys
    found = {known.key: known for known in ImportedPage.objects.filter(key__in=keys).select_related("page", "revision")}
    return next((found[key] for key in keys if key in found and (apart or _may_be(found[key], article))), None)


def _may_be(known: ImportedPage, article: Article) -> bool:
    """Many files are called index.html: one that says another address is the same page only under the same title."""
    if known.key != file_key(article.name) or not article.addresses:
        return True
    if known.address:
        return address_key(known.address) in article.keys
    return not _has_another_title(known, article)


def _has_another_title(known: ImportedPage, article: Article) -> bool:
    had = known.revision.content["title"] if known.revision else known.page.title
    return had != facts.title_of(article.document, article.name)[0]


def renamed_since(known: ImportedPage, article: Article) -> bool:
    """Whether only the name of the file says that it is the page that was imported before."""
    by_name = known.key == file_key(article.name) and not article.addresses
    return by_name and _has_another_title(known, article)


def edited_since(known: ImportedPage) -> bool:
    return known.page.latest_revision_id != known.revision_id
