"""What one ONIX product says of a book, as the cells of a row."""

import html
import re
from collections.abc import Iterator

from defusedxml.ElementTree import tostring
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.books.onix_tags import name_of
from beatcancer_wagtail.importer.books.plain import plain_or_as_it_is, plain_text

# The code lists of ONIX that matter here.
_ISBN_13, _GTIN_13, _ISBN_10 = "15", "03", "02"
_DISTINCTIVE_TITLE = "01"
_OF_PRODUCT = "01"
_PUBLISHED, _FIRST_PUBLISHED = "01", "11"
_DESCRIPTION, _SHORT_DESCRIPTION = "03", "02"
_FOR_READERS = frozenset({"", "00", "03", "05", "06"})
_KEYWORDS = "20"
_FRONT_COVER = "01"
_WROTE, _EDITED = {"A01", "A02", "A03", "A04", "A09"}, {"B01", "B02", "C01"}
_PUBLISHER_ROLES = ("01", "")
_HTML_FORMATS = frozenset({"02", "05", "html", "xhtml"})
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#?\w{2,8});", re.IGNORECASE)
COLUMNS = ("isbn", "title", "subtitle", "authors", "publisher", "year", "blurb", "tags", "notification")


def row_of(product) -> tuple[dict[str, str], list[str]]:
    """The cells by the names of :data:`COLUMNS`, and what the report says besides."""
    descriptive, collateral, publishing = (
        _child(product, name) for name in ("DescriptiveDetail", "CollateralDetail", "PublishingDetail")
    )
    title, subtitle = _title(descriptive)
    notes = [
        _("The file names a cover at %(address)s. Pictures are not fetched: add it yourself if you may use it.")
        % {"address": address}
        for address in _covers(collateral)
    ]
    cells = {
        "isbn": _isbn(product),
        "title": title,
        "subtitle": subtitle,
        "authors": " | ".join(_authors(descriptive)),
        "publisher": _publisher(publishing),
        "year": _year(publishing),
        "blurb": _blurb(collateral),
        "tags": " | ".join(_keywords(descriptive)),
        "notification": _text(product, "NotificationType"),
    }
    return cells, notes


def _children(parent, name: str) -> Iterator:
    return (child for child in parent if name_of(child.tag) == name) if parent is not None else iter(())


def _child(parent, name: str):
    return next(_children(parent, name), None)


def _text(parent, name: str) -> str:
    child = _child(parent, name)
    return _plain(child) if child is not None else ""


def _plain(element) -> str:
    """The text of an element, which may hold XHTML, or HTML that is escaped."""
    inner = [html.escape(element.text or "", quote=False), *(tostring(child, encoding="unicode") for child in element)]
    if len(element):
        return plain_text(re.sub(r"(</?)\w+:", r"\1", "".join(inner)))
    text = element.text or ""
    is_html = element.get("textformat", "").lower() in _HTML_FORMATS and _MARKUP.search(text)
    return plain_text(text) if is_html else plain_or_as_it_is(text).strip()


def _isbn(product) -> str:
    by_kind: dict[str, str] = {}
    for identifier in _children(product, "ProductIdentifier"):
        by_kind.setdefault(_text(identifier, "ProductIDType"), _text(identifier, "IDValue"))
    gtin = by_kind.get(_GTIN_13, "")
    of_a_book = gtin if re.sub(r"\D", "", gtin).startswith(("978", "979")) else ""
    return by_kind.get(_ISBN_13) or of_a_book or by_kind.get(_ISBN_10, "")


def _title(descriptive) -> tuple[str, str]:
    """The distinctive title of the product itself, not of its series."""
    details = list(_children(descriptive, "TitleDetail"))
    details.sort(key=lambda detail: _text(detail, "TitleType") != _DISTINCTIVE_TITLE)
    for detail in details:
        elements = list(_children(detail, "TitleElement"))
        elements.sort(key=lambda element: _text(element, "TitleElementLevel") != _OF_PRODUCT)
        for element in elements:
            title = _text(element, "TitleText")
            if not title:
                prefix, rest = _text(element, "TitlePrefix"), _text(element, "TitleWithoutPrefix")
                # "L’" and the like stand close to what follows.
                title = f"{prefix}{'' if prefix.endswith(('’', chr(39))) else ' '}{rest}".strip()
            if title:
                return title, _text(element, "Subtitle")
    return "", ""


def _authors(descriptive) -> list[str]:
    """Who wrote it, in the order of the title page; those who edited or compiled a book that nobody wrote."""
    found = []
    for place, contributor in enumerate(_children(descriptive, "Contributor")):
        roles = {_plain(role) for role in _children(contributor, "ContributorRole")}
        number = _text(contributor, "SequenceNumber")
        order = int(number) if re.fullmatch(r"[0-9]{1,6}", number) else 999_999
        if name := _name(contributor):
            found.append((order, place, roles, name.replace("|", "/")))
    found.sort(key=lambda entry: entry[:2])
    for kinds in (_WROTE, _EDITED):
        if names := [name for _order, _place, roles, name in found if roles & kinds]:
            return list(dict.fromkeys(names))
    return []


def _name(contributor) -> str:
    if name := _text(contributor, "PersonName"):
        return name
    parts = ("TitlesBeforeNames", "NamesBeforeKey", "PrefixToKey", "KeyNames", "NamesAfterKey", "SuffixToKey")
    if _text(contributor, "KeyNames"):
        return " ".join(text for part in parts if (text := _text(contributor, part)))
    last, comma, first = _text(contributor, "PersonNameInverted").partition(",")
    return f"{first} {last}".strip() if comma else last or _text(contributor, "CorporateName")


def _publisher(publishing) -> str:
    publishers = list(_children(publishing, "Publisher"))
    publishers.sort(key=lambda publisher: _text(publisher, "PublishingRole") not in _PUBLISHER_ROLES)
    names = [_text(publisher, "PublisherName") for publisher in publishers]
    names += [_text(imprint, "ImprintName") for imprint in _children(publishing, "Imprint")]
    return next(filter(None, names), "")


def _year(publishing) -> str:
    dates = {_text(date, "PublishingDateRole"): _text(date, "Date") for date in _children(publishing, "PublishingDate")}
    date = dates.get(_PUBLISHED) or dates.get(_FIRST_PUBLISHED) or ""
    return date[:4] if re.match(r"[0-9]{4}(?:[0-9]{2}){0,2}(?:$|T)", date) else date


def _blurb(collateral) -> str:
    texts: dict[str, str] = {}
    for content in _children(collateral, "TextContent"):
        audiences = {_plain(audience) for audience in _children(content, "ContentAudience")} or {""}
        if audiences & _FOR_READERS and (text := _text(content, "Text")):
            texts.setdefault(_text(content, "TextType"), text)
    return texts.get(_DESCRIPTION) or texts.get(_SHORT_DESCRIPTION, "")


def _keywords(descriptive) -> list[str]:
    found: dict[str, None] = {}
    for subject in _children(descriptive, "Subject"):
        if _text(subject, "SubjectSchemeIdentifier") == _KEYWORDS:
            text = _text(subject, "SubjectHeadingText")
            words = re.split(r"[;|\n]" if re.search(r"[;|\n]", text) else ",", text)
            found |= dict.fromkeys(word for part in words if (word := " ".join(part.split())))
    return list(found)


def _covers(collateral) -> list[str]:
    addresses: dict[str, None] = {}
    for resource in _children(collateral, "SupportingResource"):
        if _text(resource, "ResourceContentType") == _FRONT_COVER:
            for version in _children(resource, "ResourceVersion"):
                addresses |= dict.fromkeys(_plain(link)[:500] for link in _children(version, "ResourceLink"))
    return [address for address in addresses if address][:3]
