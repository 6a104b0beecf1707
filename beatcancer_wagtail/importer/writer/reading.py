"""The pure part of the importer, called for one page, and what its report says."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.coverage import Coverage, coverage_of
from beatcancer_wagtail.importer.outline import Dropped, Sentence
from beatcancer_wagtail.importer.words import words_of
from beatcancer_wagtail.importer.writer.articles import Written
from beatcancer_wagtail.importer.writer.draft import Draft
from beatcancer_wagtail.importer.writer.mapping import OVERRIDES, address_below

SHOWN_MISSING = 100
HEAD_BYTES = 500_000
LONGEST_FACT = 500
_LINK = re.compile(rb"<link\s[^<>]{0,2000}>", re.IGNORECASE)


class Unreadable(ValueError):
    """Carries the full sentence with which the reader refused a page."""


@dataclass
class Found:
    """What the reader found: the words before anything was mapped, what it left out, and the report on both."""

    words: list[str]
    dropped: list[Dropped]
    address: str = ""
    report: dict[str, Any] = field(default_factory=dict)
    look: list[Sentence] = field(default_factory=list)


def document_from(data: bytes, options: dict[str, Any], features: frozenset[str], *, alone: bool) -> tuple[dict, Found]:
    """The JSON of one page, with what the mapping says of it; raises Unreadable."""
    from beatcancer_wagtail.importer.convert import convert  # which needs the extra; a check says so when it is missing
    from beatcancer_wagtail.importer.reader import CannotRead

    address = address_of(options, alone)
    try:
        converted = convert(
            data,
            address=address,
            selector=options.get("selector") or "",
            features=features,
            drop=tuple(options.get("drop") or ()),
            encoding=options.get("encoding") or "",
        )
    except CannotRead as error:
        raise Unreadable(translated(error.message)) from error
    document = dict(converted.document)
    outline = converted.outline
    for name in OVERRIDES:
        if options.get(name):
            document[name] = options[name]
            document["provenance"] = {**(document.get("provenance") or {}), name: "mapping"}
    if options.get("tags"):
        document["tags"] = [*(document.get("tags") or ()), *options["tags"]]
    document.pop("report", None)
    if address and (canonical := _canonical(data, address)):
        document["canonical"] = canonical
    report = {
        "dropped": [{"reason": part.reason, "text": part.text, "where": part.where} for part in outline.dropped],
        "warnings": [translated(sentence) for sentence in outline.warnings],
        "provenance": document.get("provenance") or {},
        "facts": {name: _shown(document.get(name)) for name in document.get("provenance") or {}},
        "encoding": outline.encoding,
    }
    return document, Found(outline.words, outline.dropped, address, report, outline.look)


def translated(sentence: Sentence) -> str:
    """What the pure part says, in the language that is active."""
    values = {
        name: number_format(value, force_grouping=True) if isinstance(value, int) else value
        for name, value in sentence.values.items()
    }
    return _(sentence.template) % values if values else _(sentence.template)


def _canonical(data: bytes, address: str) -> str:
    """The address that a page says itself, beside the one that was given for it; "" when it says none."""
    for link in _LINK.findall(data[:HEAD_BYTES]):
        tag = BeautifulSoup(link, "html.parser").link
        if tag is None or not tag.get("href") or "canonical" not in tag.get_attribute_list("rel"):
            continue
        with contextlib.suppress(ValueError):
            canonical = urljoin(address, tag["href"].strip())
            return canonical if canonical.isprintable() else ""
    return ""


def _shown(value: Any) -> str:
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value or ""))[:LONGEST_FACT]


def address_of(options: dict[str, Any], alone: bool) -> str:
    """The page's own address, as far as the call or the mapping says it; "" otherwise."""
    if options.get("address"):
        return options["address"]
    if (url := options.get("url") or "") and alone:
        return url
    base = options.get("url_base") or url
    return address_below(base, options["name"]) if base and options.get("name") else ""


def tell_coverage(row, found: Found, draft: Draft) -> None:
    """How much of what was found stands in the draft, in which order, and which passages do not."""
    coverage = coverage_of(found.words, draft.words, found.dropped)
    row.coverage, row.words_found, row.words_stored = coverage.percent, coverage.words_found, len(draft.words)
    limit = library_settings().IMPORT_NEEDS_A_LOOK
    row.needs_look = coverage.needs_a_look(limit) or bool(found.look)
    row.report |= {
        "coverage": coverage.percent,
        "order": coverage.order,
        "missing": coverage.missing[:SHOWN_MISSING],
        "moved": coverage.moved[:SHOWN_MISSING],
        "added": _besides(coverage.added, draft.addresses)[:SHOWN_MISSING],
        "doubtful": coverage.doubtful[:SHOWN_MISSING],
        "look": [*(_reasons(coverage, limit) if coverage.needs_a_look(limit) else ()), *map(translated, found.look)],
    }


def _besides(added: list[str], addresses: list[str]) -> list[str]:
    """Without the addresses that the writer wrote out itself: of these the notes tell."""
    of_addresses = {word for address in addresses for word in words_of(address)}
    return [passage for passage in added if not of_addresses.issuperset(passage.split())]


def _reasons(coverage: Coverage, limit: float) -> Iterator[str]:
    """Why somebody should look at the page, in full sentences."""
    if number := len(coverage.doubtful):
        yield ngettext(
            "%(number)d passage that was left out reads like a text.",
            "%(number)d passages that were left out read like a text.",
            number,
        ) % {"number": number}
    if coverage.words_found and coverage.percent < limit:
        yield _("Words of the source are missing in the draft.")
    if coverage.words_found and coverage.order < limit:
        yield _("Words of the source stand in another order in the draft.")


def add_to_report(row, written: Written) -> None:
    """What became of the page: what was changed in it, what is new in it, and its pictures."""
    if written.draft is not None:
        row.report |= {"notes": written.draft.notes, "unfilled": written.draft.unfilled}
    row.report |= {"changes": written.changes, "pictures": written.pictures}
    if written.is_edited and written.changes:
        look_at(row, _("The draft was edited since the last import."))
    if written.had_title:
        said = _("Its address or the name of its file is that of “%(title)s”, which was imported before.") + " "
        said += _("If it is another page, leave it out, and import it with an address of its own.")
        look_at(row, said % {"title": written.had_title})


def look_at(row, why: str) -> None:
    """Somebody should look at the page, and ``why``."""
    row.needs_look = True
    row.report["look"] = [*(said for said in row.report.get("look", []) if said != why), why]
