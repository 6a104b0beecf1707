"""From the bytes of a page to the documented JSON, with the proof of what was kept. No database, no network."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from beatcancer_wagtail.importer.coverage import Coverage, coverage_of, kept_words
from beatcancer_wagtail.importer.mapper import document_of
from beatcancer_wagtail.importer.markup import DEFAULT_FEATURES
from beatcancer_wagtail.importer.outline import Dropped, Outline
from beatcancer_wagtail.importer.reader import read_page
from beatcancer_wagtail.importer.reader.walk import outline_of

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

__all__ = ["DEFAULT_FEATURES", "Converted", "convert"]


@dataclass(slots=True)
class Converted:
    document: dict[str, Any]
    outline: Outline
    coverage: Coverage


def convert(
    data: bytes,
    *,
    address: str = "",
    selector: str = "",
    features: Collection[str] = DEFAULT_FEATURES,
    encoding: str = "",
    drop: Sequence[str] = (),
    as_found: bool = False,
) -> Converted:
    """``features``: of the editor that will open the text. ``drop``: CSS selectors of what is to be left out.

    ``as_found``: the page as it is, for a record or another program: cells may hold blocks, and the page's own list of
    contents, the controls in its headings and the name of the site in its title stay. What is to be stored is tidied.

    Raises ``CannotRead``, and nothing else, for what is no page.
    """
    found = read_page(data, address=address, selector=selector, encoding=encoding, drop=drop, as_found=as_found)
    outline = outline_of(found, features=features)
    document = _printable(document_of(outline, as_found=as_found))
    for part in outline.dropped:
        part.text = _printable(part.text)
    coverage = coverage_of(outline.words, kept_words(document["body"]), outline.dropped)
    document["report"] = {
        "coverage": coverage.as_json(),
        "needs_a_look": coverage.needs_a_look() or bool(outline.look),
        "look": outline.look,
        "dropped": [_told(part) for part in outline.dropped],
        "warnings": outline.warnings,
        "encoding": outline.encoding,
    }
    return Converted(document, outline, coverage)


def _printable(value: Any) -> Any:
    """Without what no database and no file takes: NUL and its like, and half characters, which hidden data may hold."""
    if isinstance(value, str):
        return UNPRINTABLE.sub("", value)
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    if isinstance(value, dict):
        return {name: _printable(inner) for name, inner in value.items()}
    return value


def _told(part: Dropped) -> dict[str, Any]:
    """What was left out, for people: never anything that could be taken for mark-up."""
    return {**asdict(part), "text": part.text.replace("<", "‹").replace(">", "›")}
