"""Who wrote the page."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from ..outline import Fact
from .dates import MONTH
from .declared import Declared, plain
from .vocabulary import HEADING_TAGS, class_reason, classes_of, words_of_class

META = (
    "dc:creator",
    "dcterm:creator",
    "citation_author",
    "author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "article:author_name",
    "article:author",
    "og:author",
    "book:author",
)
BY = re.compile(
    r"^\s*(?:(?:article |story |words |text |written |posted |published |reviewed |medically reviewed )?by|von|par|por|di|da|door|av|af|автор|autor(?:in)?|auteur|autore|作者|文|撰文|記者|记者|بقلم|كتب|(?:words|text|texte|texto|testo|tekst|النص)(?=\s*[:：]))"
    r"(?=[\s:：])[\s:：]*",
    re.I,
)
ABOUT = re.compile(
    r"^\s*(?:about (?:the )?(?:authors?|writers?)|über (?:den autor|die autor(?:in|en|innen))|zur person|à propos de l.auteure?|(?:sobre|acerca de) (?:el|la|los|las|o|a|os|as) autor(?:a|es|as)?"
    r"|(?:l.|sull.)autore|over de auteur|об авторе|o autor(?:ze|ce|ovi)|关于作者|關於作者|著者について|저자 소개|عن (?:الكاتب|المؤلف)|על (?:המחבר|הכותב)ת?)\b[\s:：]*",
    re.I,
)
# What follows a name and is none: who took the pictures, or her work, in small letters.
BESIDE_NAME = re.compile(
    r"\s*(?:[,;|./]\s*(?:photo|foto|picture|image|bild|illustration|imagen|imágen|fotograf|video|vidéo|vídeo|الصور|صور)[^\W\d_]*\b.*"
    r"|[,;|]\s*(?-i:(?!(?:and|und|et|y|e|en|i|og|och|af|av|de|den|der|da|das|do|dos|di|del|della|du|la|le|van|vom|von|zu|zum|zur|ter|ben|bin|ibn|al|el)\b)[a-zà-öø-ÿ]).*)$",
    re.I | re.S,
)
DAY = rf"\b(?:{'|'.join(sorted(MONTH))})\.?\s+\d{{1,2}}\b"
ENDS = re.compile(
    rf"\s*(?:{DAY}|[|•·\n]|\s[–—-]\s|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|updated|published|posted|on|last|\d{{1,2}}[:.]\d{{2}})\b|\d{{1,4}}).*$",
    re.I | re.S,
)
ADDRESS = re.compile(r"^(?:https?:|//|www\.)|^@|^\S+@\S+$", re.I)
_NOBODY = """
admin administrator author editor staff webmaster unknown none null anonymous fail user root undefined
"""
NOBODY = frozenset(_NOBODY.split())


def author_of(soup: BeautifulSoup, declared: Declared, root: Tag) -> Fact | None:
    names = [name for name in declared.names_of(declared.article.get("author")) if _is_name(name)]
    if names:
        return Fact(", ".join(names), "JSON-LD author")
    for key in META:
        names = [BY.sub("", name) for name in declared.metas.get(key, ()) if _is_name(name)]
        if names:
            return Fact(", ".join(dict.fromkeys(names)), f"meta {key}")
    return _visible(soup, root)


def _is_name(text: str) -> bool:
    return 1 < len(text) <= 150 and not ADDRESS.search(text) and text.casefold() not in NOBODY


def _visible(soup: BeautifulSoup, root: Tag) -> Fact | None:
    """A byline, best inside or just above the content; the byline of a reader's comment is none."""
    found: list[tuple[int, str, str]] = []
    near = {id(above) for above in root.parents}
    for tag in soup.find_all(_may_be_byline, limit=200):
        parents = list(tag.parents)
        if any(
            class_reason(above)[0] in ("comments", "related") or above.name in ("nav", "footer")
            for above in parents[:-1]
            if isinstance(above, Tag)
        ):
            continue
        name = name_in(tag)
        if name:
            inside = any(above is root for above in parents)
            distance = 0 if inside else next((n for n, above in enumerate(parents) if id(above) in near), 50)
            found.append((distance, name, _source(tag)))
    if not found:
        return None
    _, name, source = min(found, key=lambda entry: entry[0])
    return Fact(name, source)


def _may_be_byline(tag: Tag) -> bool:
    if "author" in (tag.get("rel") or ()) or "author" in str(tag.get("itemprop") or "").casefold():
        return tag.name not in ("meta", "link")
    words = {word for name in (*classes_of(tag), str(tag.get("id") or "")) if name for word in words_of_class(name)}
    return (
        bool(words & {"byline", "author", "authors", "writtenby", "dateline"})
        and len(tag.find_all(True, limit=25)) < 25
    )


def name_in(tag: Tag) -> str:
    whole = plain(tag.get_text(" "))
    if BY.match(whole) and whole.endswith(".") and BY.sub("", whole).islower():
        return ""  # "By mouth only."
    inner = tag.find(attrs={"itemprop": "name"}) or tag.find(class_="fn")
    text = ABOUT.sub("", plain((inner or _named_in_box(tag)).get_text(" ")))
    text = BY.sub("", ENDS.sub("", text) if not BY.match(text) else ENDS.sub("", BY.sub("", text)))
    text = BESIDE_NAME.sub("", re.sub(r"\s+(?=[,;])", "", text)).strip(" ,;:")
    return text if _is_name(text) and len(text) <= 80 and len(text.split()) <= 10 else ""


def _named_in_box(tag: Tag) -> Tag:
    """In a box about the author: what follows its heading, not all that it says of her."""
    headings = tag.find_all(HEADING_TAGS, limit=3)
    if not headings or not ABOUT.match(plain(headings[0].get_text(" "))):
        return tag
    return headings[1] if len(headings) > 1 else headings[0].find_next(("p", "a", "b", "strong", "span", "li")) or tag


def _source(tag: Tag) -> str:
    return "rel=author" if "author" in (tag.get("rel") or ()) else "byline"
