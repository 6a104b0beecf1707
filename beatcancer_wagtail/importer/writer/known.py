"""Which page an earlier import made of the same source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

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
        addresses = (address_key(address) for address in self.addresses)
        return [file_key(self.name), *filter(None, (*addresses, self.also_key))]

    @property
    def key(self) -> str:
        """Under which it is remembered."""
        return next(filter(None, (address_key(address) for address in self.addresses)), file_key(self.name))

    @property
    def also_key(self) -> str:
        """Of the address that the page says itself, where another one was given for it; else ""."""
        key = address_key(str(self.document.get("canonical") or ""))
        return key if key != self.key else ""

    def other_key(self, key: str) -> str:
        """Of the surest of its addresses that is not remembered under ``key``; else ""."""
        return next((other for other in self.keys[1:] if other != key), "")


def find_known(article: Article, *, apart: bool = False) -> ImportedPage | None:
    """What an earlier import made of it. ``apart``: another page of this import has the same address."""
    keys = [file_key(article.name)] if apart else article.keys
    wanted = Q(key__in=keys)
    if not apart:  # a canonical address beside a given one is no proof: sites give one to several pages at times
        wanted |= Q(file_key=keys[0]) if len(keys) == 1 else Q(also_key=article.key)
    found = {known.key: known for known in ImportedPage.objects.filter(wanted).select_related("page", "revision")}
    sure = (found[key] for key in keys if key in found and (apart or _may_be(found[key], article)))
    return next(sure, None) or _by_another_mark([known for key, known in found.items() if key not in keys], article)


def _by_another_mark(others: list[ImportedPage], article: Article) -> ImportedPage | None:
    """By the address that a page said of itself, or by its place: several may share either, so the title decides."""
    return next((known for known in others if not _has_another_title(known, article)), None)


def _may_be(known: ImportedPage, article: Article) -> bool:
    """Many files are called index.html, and many pages say that they are the home page: there the title decides."""
    if known.key == article.also_key:
        return not _has_another_title(known, article)
    if known.key != file_key(article.name) or not article.addresses:
        return True
    if known.address:
        return address_key(known.address) in article.keys
    return not _has_another_title(known, article)


def _has_another_title(known: ImportedPage, article: Article) -> bool:
    return _title_of(known) != facts.title_of(article.document, article.name)[0]


def _title_of(known: ImportedPage) -> str:
    return known.revision.content["title"] if known.revision else known.page.title


def title_before(known: ImportedPage, article: Article) -> str:
    """The title of the page that it is taken for, where that was another one; "" where it was the same."""
    return _title_of(known) if _has_another_title(known, article) else ""


def edited_since(known: ImportedPage) -> bool:
    return known.page.latest_revision_id != known.revision_id
