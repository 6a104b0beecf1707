"""Small pages of our own for the importer's tests."""

from __future__ import annotations

from bs4 import BeautifulSoup

from beatcancer_wagtail.importer.convert import DEFAULT_FEATURES
from beatcancer_wagtail.importer.coverage import coverage_of, kept_words
from beatcancer_wagtail.importer.mapper import document_of
from beatcancer_wagtail.importer.outline import Metadata, Outline
from beatcancer_wagtail.importer.reader.found import FoundPage
from beatcancer_wagtail.importer.reader.walk import outline_of

ADDRESS = "https://clinic.example/patients/page"


def outline(html: str, *, features=DEFAULT_FEATURES, address: str = ADDRESS) -> Outline:
    """The outline of a content that the reader has found already."""
    soup = BeautifulSoup(f"<html><body><main>{html}</main></body></html>", "lxml")
    return outline_of(FoundPage(soup.main, soup, Metadata(), address=address), features=features)


def body(html: str, **options) -> list[dict]:
    return document_of(outline(html, **options))["body"]


def rich_texts(html: str, **options) -> list[str]:
    return [block["value"] for block in body(html, **options) if block["type"] == "rich_text"]


def coverage(html: str, **options):
    found = outline(html, **options)
    return coverage_of(found.words, kept_words(document_of(found)["body"]), found.dropped)
