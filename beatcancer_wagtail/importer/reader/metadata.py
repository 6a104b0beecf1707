"""The page's facts, each with where it came from: what an article declares, then what the page declares, then what it shows."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from ..outline import Fact, Metadata
from ..words import CJK
from .addresses import absolute
from .datelines import own_date
from .dates import iso_date, parted_by_dates
from .declared import Declared, plain, shown_text
from .people import author_of
from .shapes import block_above
from .titles import corrected, shown_title, title_of
from .vocabulary import class_reason

PUBLISHED = (
    "article:published_time", "og:published_time", "dc:date.issued", "dcterm:issued", "dcterm:created", "dc:date", "dcterm:date", "citation_publication_date",
    "citation_date", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date",
    "article.published", "cxenseparse:recs:publishtime", "creation_date", "article:published",
)  # fmt: skip
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "dcterm:modified",
    "dc:date.modified",
    "datemodified",
    "last-modified",
    "lastmod",
    "revised",
)
_RTL = """
ar he fa ur ps sd ug yi dv ckb iw
"""
RTL = frozenset(_RTL.split())
LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$")
MOST_TAGS = 30
LONGEST_LINE = 200  # characters, of one with a date
LONGEST_SUMMARY = 400  # characters, of one that is taken from the text
# As advertisers and the site's own machines want it.
_MACHINES = re.compile(
    r"[a-z][\w-]*[:=]\S+|null|none|undefined|nan|true|false|(?-i:[A-Z0-9]+(?:_[A-Z0-9]+)+)"
    r"|(?:section|category|(?:content|page|article)[-_]?type|template|layout)(?:-|[_:=]\s?)\S+",
    re.IGNORECASE,
)


def metadata_of(
    soup: BeautifulSoup, declared: Declared, root: Tag, address: str, base: str, *, as_found: bool = False
) -> Metadata:
    language = _language(declared, root)
    code = language.value if language else ""
    title = corrected(title_of(soup, declared), soup, root)
    return Metadata(
        title=title if as_found else shown_title(title, soup, declared, root),
        summary=_summary(declared, root, with_notes=as_found),
        author=author_of(soup, declared, root),
        date=_published(soup, declared, root, code),
        modified=_modified(declared, code),
        language=language,
        direction=_direction(root, code),
        image=_image(declared, base),
        address=_address(soup, declared, address, base),
        tags=_tags(soup, declared),
    )


def _summary(declared: Declared, root: Tag, *, with_notes: bool) -> Fact | None:
    choices = [declared.of_article("description", "abstract")]
    choices += [
        declared.meta(name)
        for name in ("dc:description", "dcterm:abstract", "og:description", "description", "twitter:description")
    ]
    for value, source in choices:
        if value:
            return Fact(value, source)
    for paragraph in root.find_all("p", limit=20):
        text = shown_text(paragraph, with_notes=with_notes)
        if len(text) >= 60:
            return Fact(_shortened(text), "first paragraph")
    return None


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_SUMMARY:
        return text
    end = max(text.rfind(mark, 0, LONGEST_SUMMARY) for mark in (". ", "! ", "? ", "。"))
    return (
        text[: end + 1].strip() if end > LONGEST_SUMMARY // 3 else text[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
    )


def _published(soup: BeautifulSoup, declared: Declared, root: Tag, language: str) -> Fact | None:
    for value, source in (
        declared.of_article("datePublished", "dateCreated"),
        *(declared.meta(name) for name in PUBLISHED),
    ):
        found = iso_date(value, language)
        if found:
            return Fact(found, source)
    for tag in soup.find_all(attrs={"itemprop": re.compile("^datePublished$", re.I)}, limit=5):
        found = iso_date(tag.get("datetime") or tag.get("content") or tag.get_text(), language)
        if found:
            return Fact(found, "itemprop=datePublished")
    return _shown(soup, root, language)


def _shown(soup: BeautifulSoup, root: Tag, language: str) -> Fact | None:
    """The date that the page shows with its title; a date within its text is none of its own."""
    for tag in root.find_all("time", limit=5) or soup.find_all("time", limit=3):
        if any(
            class_reason(above)[0] in ("comments", "related")
            for above in list(tag.parents)[:-2]
            if isinstance(above, Tag)
        ):
            continue
        found = iso_date(tag.get("datetime"), language) or iso_date(tag.get_text(), language)
        if found := own_date(found, language, _label_of(tag, language)):
            return Fact(found, "time")
    top: Tag = root
    for above in root.parents:
        if above.name in ("html", "[document]"):
            break
        top = above
    for tag in top.find_all(
        lambda tag: class_reason(tag)[0] == "byline" or "date" in " ".join(tag.get("class") or ()).split(), limit=10
    ):
        text = plain(tag.get_text(" "))
        found = own_date(text, language) if len(text) < LONGEST_LINE else ""
        if found:
            return Fact(found, "byline")
    return None


def _label_of(tag: Tag, language: str) -> str:
    """What the line says of a date: its words behind the date before it, and those of the element."""
    block = block_above(tag)
    own = plain(tag.get_text(" "))
    line = plain(block.get_text(" ")) if block is not None else ""
    before = line.split(own)[0] if own and len(line) <= LONGEST_LINE else ""
    return f"{parted_by_dates(before, language)[1]} {own}"


def _modified(declared: Declared, language: str) -> Fact | None:
    for value, source in (declared.of_article("dateModified"), *(declared.meta(name) for name in MODIFIED)):
        found = iso_date(value, language)
        if found:
            return Fact(found, source)
    return None


def _language(declared: Declared, root: Tag) -> Fact | None:
    choices = [
        (str(tag.get("lang") or tag.get("xml:lang") or ""), f"{tag.name} lang")
        for tag in (root, *root.parents)
        if isinstance(tag, Tag)
    ]
    choices += [
        declared.of_article("inLanguage"),
        declared.meta("content-language"),
        declared.meta("dc:language"),
        declared.meta("og:locale"),
        declared.meta("language"),
    ]
    for value, source in choices:
        code = value.split(",")[0].strip().replace("_", "-").casefold()
        if LANGUAGE.match(code):
            return Fact(code, source)
    return None


def _direction(root: Tag, language: str) -> Fact | None:
    for tag in (root, *root.parents):
        value = str(tag.get("dir") or "").casefold() if isinstance(tag, Tag) else ""
        if value in ("ltr", "rtl"):
            return Fact(value, f"{tag.name} dir")
    if language.split("-")[0] in RTL:
        return Fact("rtl", "language")
    return None


def _image(declared: Declared, base: str) -> Fact | None:
    image = declared.article.get("image")
    if isinstance(image, list):
        image = image[0] if image else ""
    if isinstance(image, dict):
        image = declared.by_id.get(str(image.get("@id")), image)
        image = image.get("url") or image.get("contentUrl") or image.get("@id")
    choices = [
        (declared.text_of(image), "JSON-LD image"),
        *(
            declared.meta(name)
            for name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
        ),
    ]
    for value, source in choices:
        found = absolute(base, value)
        if found:
            return Fact(found, source)
    return None


def _address(soup: BeautifulSoup, declared: Declared, address: str, base: str) -> Fact | None:
    if absolute("", address):
        return Fact(absolute("", address), "given")
    link = soup.find("link", rel="canonical", href=True)
    for value, source in ((link["href"] if link else "", "canonical"), declared.meta("og:url")):
        found = absolute(base, value)
        if found:
            return Fact(found, source)
    return None


def _tags(soup: BeautifulSoup, declared: Declared) -> list[Fact]:
    found: dict[str, Fact] = {}

    def add(values: list[str], source: str) -> None:
        for value in values:
            text = plain(value).strip(" ,;#")
            if 1 < len(text) <= 100 and len(found) < MOST_TAGS and not _MACHINES.fullmatch(text):
                found.setdefault(text.casefold(), Fact(text, source))

    keywords = declared.article.get("keywords")
    listed = (
        [declared.text_of(part) for part in keywords]
        if isinstance(keywords, list)
        else declared.text_of(keywords).split(",")
    )
    add(listed if len(listed) > 1 else ",".join(listed).split(","), "JSON-LD keywords")
    add(declared.metas.get("article:tag", []), "article:tag")
    for name in ("dc:subject", "news_keywords", "keywords", "citation_keywords", "parsely-tags"):
        for content in declared.metas.get(name, ()):
            parts = re.split(r"[,;，、；]", content)
            add(content.split() if len(parts) == 1 and CJK.search(content) else parts, f"meta {name}")
    add([tag.get_text() for tag in soup.find_all("a", rel="tag", limit=MOST_TAGS)], "rel=tag")
    return list(found.values())
