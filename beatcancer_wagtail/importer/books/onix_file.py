"""ONIX 3 for Books, product by product, however large the message is."""

import html.entities
from collections.abc import Iterator
from xml.etree.ElementTree import XMLParser, iterparse

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError
from defusedxml.ElementTree import iterparse as defused_iterparse
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.onix_product import row_of
from beatcancer_wagtail.importer.books.onix_tags import name_of
from beatcancer_wagtail.importer.books.row import BookFile, BookRow, CannotReadBooks
from beatcancer_wagtail.importer.books.values import make_row


def read_onix(file, defaults: dict[str, str] | None = None) -> BookFile:
    """The products of ``file``, a binary file; ``line`` is their number in it."""
    file.seek(0)
    return BookFile(_rows(file, defaults))


def _rows(file, defaults) -> Iterator[BookRow]:
    for number, product in enumerate(_products(file), 1):
        raw, notes = row_of(product)
        given = {field: cell for field, cell in raw.items() if cell}
        row = make_row(number, raw, given, defaults=defaults)
        row.warnings += notes
        row.place = _("Product %(number)d") % {"number": number}
        yield row


def _products(file) -> Iterator:
    source = _Measured(file)
    path: list = []
    others = 0
    try:
        _refuse_traps(source)
        file.seek(0)
        source.read_since = 0
        events = iterparse(source, events=("start", "end"), parser=_parser())  # noqa: S314 - after _refuse_traps
        for event, element in events:
            if event == "start":
                if not path:
                    _check_root(element)
                path.append(element)
                if len(path) > limits.PRODUCT_DEPTH:
                    raise CannotReadBooks(_("The elements of this file are nested too deep for ONIX. It is not read."))
                continue
            path.pop()
            if len(path) == 1:
                if name_of(element.tag) == "Product":
                    yield element
                else:
                    others += 1
                if others > limits.NO_PRODUCTS:
                    raise CannotReadBooks(
                        _("This file is full of what is no book. Ask whoever made it for plain ONIX 3.")
                    )
                path[0].clear()  # the root would keep every product
                source.read_since = 0
    except DefusedXmlException as error:
        raise CannotReadBooks(
            _(
                "This file declares XML entities of its own, as no ONIX message does. It is not read. Ask for a plain one."
            )
        ) from error
    except (ParseError, LookupError, ValueError) as error:
        raise CannotReadBooks(
            _("The file is no well-formed XML (%(problem)s). Ask whoever made it for a new one.") % {"problem": error}
        ) from error


def _refuse_traps(source) -> None:
    """Declarations can stand before the first element only, so that this look is enough.

    Python's own parser, which then reads the message, is ten times as fast as the defused one.
    """
    for _event in defused_iterparse(source, events=("start",), forbid_entities=True, forbid_external=True):
        return


def _parser() -> XMLParser:
    """The entities that HTML knows are known."""
    parser = XMLParser()  # noqa: S314 - after _refuse_traps
    parser.entity.update({name: chr(code) for name, code in html.entities.name2codepoint.items()})
    return parser


def _check_root(element) -> None:
    if name_of(element.tag) != "ONIXMessage":
        raise CannotReadBooks(
            _("This XML file is no ONIX message: it begins with <%(tag)s>. Upload ONIX 3, CSV or XLSX.")
            % {"tag": str(element.tag).rpartition("}")[2][:60]}
        )
    if element.get("release", "3").startswith(("1", "2")):
        raise CannotReadBooks(
            _("This is ONIX %(release)s. Ask the publisher for ONIX 3, or for a table as CSV or XLSX.")
            % {"release": element.get("release")[:10]}
        )


class _Measured:
    """A file that stops when one product becomes too long to be one."""

    def __init__(self, file) -> None:
        self._file = file
        self.read_since = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.read_since += len(data)
        if self.read_since > limits.PRODUCT_BYTES:
            raise CannotReadBooks(
                _("One product of this file is larger than %(number)d MB. It is not read. Ask for a plain one.")
                % {"number": limits.PRODUCT_BYTES // limits.MEGABYTE}
            )
        return data
