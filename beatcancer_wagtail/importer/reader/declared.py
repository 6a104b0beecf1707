"""What a page declares of itself: meta tags and the article among its JSON-LD, as plain text."""

from __future__ import annotations

import html
import itertools
import re
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag

from ..markup.scripts import lowered, raised
from .jsonld import json_ld, types_of, walked
from .measure import BLOCKS

ARTICLE = re.compile(r"(?:article|posting|^report|^medicalwebpage|^howto)$")
LONGEST = 5000
LONGEST_BODY = 200_000
MOST_NOTES = 200
NOTE = re.compile(r"\[.{1,40}\]|\d{1,3}|[a-z*†‡§¶]", re.I)
# A raised number behind a number or a unit is a power, even where it links to a note; behind a year it is a note.
BEFORE_POWER = re.compile(r"(?:(?<!\d)(?!(?:1[89]|20)\d\d$)\d+|(?<![^\W\d_])[kcmµμdn]?m)$")
NEAR = 6  # elements around a raised sign
SHIFTS = {"sup": raised, "sub": lowered}
SHIFTED = re.compile(r"<(sup|sub)\b[^<>]{0,200}>([^<>]{0,50})</\1>", re.I)


def plain(value: object) -> str:
    """A value as one line of text: entities and tags undone, which many sites put twice."""
    text = html.unescape(str(value or "")[:LONGEST])
    if "<" in text:
        text = SHIFTED.sub(lambda match: SHIFTS[match[1].lower()](match[2]), text)
        text = re.sub(r"<[a-zA-Z/!][^<>]{0,500}>", " ", text)
    text = "".join(char for char in text if char >= " " or char in "\t\n\r")
    return " ".join(text.replace("\ufffe", "").split())


class Declared:
    def __init__(self, soup: BeautifulSoup):
        self.metas: dict[str, list[str]] = {}
        # What a page gives twice is meant in the newer way, as a property.
        for tag in sorted(soup.find_all("meta", content=True), key=lambda tag: not tag.has_attr("property")):
            content = plain(tag["content"])
            names = " ".join(str(tag.get(key) or "") for key in ("property", "name", "itemprop", "http-equiv"))
            for name in names.casefold().split():
                if content:
                    self.metas.setdefault(name.replace("dcterms.", "dcterm:").replace("dc.", "dc:"), []).append(content)
        nodes = json_ld(soup)
        self.everything = list(walked(nodes))
        self.by_id = {
            node["@id"]: node for node in self.everything if isinstance(node.get("@id"), str) and len(node) > 1
        }
        self.article = self._article(soup)

    def meta(self, *names: str) -> tuple[str, str]:
        """The first of these that the page has, and its name."""
        for name in names:
            for content in self.metas.get(name, ()):
                return content, name
        return "", ""

    def _article(self, soup: BeautifulSoup) -> dict[str, Any]:
        nodes = [node for node in self.everything if any(ARTICLE.search(name) for name in types_of(node))]
        if len(nodes) < 2:
            return nodes[0] if nodes else {}
        seen = {" ".join(tag.get_text(" ").casefold().split()) for tag in soup.find_all(("h1", "title"), limit=8)}
        seen |= {value.casefold() for value in self.metas.get("og:title", ())}
        for node in nodes:
            if plain(node.get("headline") or node.get("name")).casefold() in seen:
                return node
        return nodes[0]

    def of_article(self, *keys: str) -> tuple[str, str]:
        for key in keys:
            text = self.text_of(self.article.get(key))
            if text:
                return text, f"JSON-LD {key}"
        return "", ""

    def text_of(self, value: Any) -> str:
        """A text, a list's first text, or an object's name or address."""
        for _ in range(5):
            if isinstance(value, list):
                value = next((part for part in value if part), "")
            elif isinstance(value, dict):
                value = self._resolved(value)
                value = value.get("name") or value.get("@value") or value.get("url") or value.get("contentUrl") or ""
            else:
                break
        return plain(value) if isinstance(value, (str, int, float)) else ""

    def body_of_article(self) -> str:
        """The text of the article, as some pages declare it whole, even where they show a part."""
        body = self.article.get("articleBody")
        return body[:LONGEST_BODY] if isinstance(body, str) else ""

    def names_of(self, value: Any) -> list[str]:
        """The names of one or more people or bodies."""
        parts = value if isinstance(value, list) else [value]
        names: list[str] = []
        for part in parts[:20]:
            if isinstance(part, dict):
                part = self._resolved(part).get("name")
            name = self.text_of(part)
            if name and name not in names:
                names.append(name)
        return names

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        if "name" not in node and isinstance(node.get("@id"), str):
            return self.by_id.get(node["@id"], node)
        return node


def heading_text(tag: Tag) -> str:
    return shown_text(tag).strip(" ¶#§")


def shown_text(tag: Tag, *, with_notes: bool = True) -> str:
    """The text as one line; raised and lowered signs stay so, since 10⁹ is not 109."""
    notes = (
        set() if with_notes else {id(mark) for mark in tag.find_all(["sup", "a"], limit=MOST_NOTES) if _is_note(mark)}
    )
    parts: list[str] = []
    length = 0
    for node in tag.descendants:
        if isinstance(node, Tag):
            parts.append(" " if node.name in BLOCKS else "")
        elif type(node) is NavigableString:
            length += len(node)
            if length > LONGEST:  # no title and no summary; headings may stand within headings, thousands deep
                break
            if notes and any(id(above) in notes for above in itertools.islice(node.parents, NEAR)):
                continue
            near = itertools.islice(node.parents, NEAR)
            shift = next((above.name for above in near if above.name in SHIFTS or above is tag), "")
            parts.append(SHIFTS[shift](str(node)) if shift in SHIFTS else str(node))
    return " ".join("".join(parts).split())


def _is_note(mark: Tag) -> bool:
    """The mark of a note, such as a raised "[1]" that leads to the foot of the page; 10⁹ is none."""
    text = " ".join(mark.get_text().split())
    if not NOTE.fullmatch(text):
        return False
    if text.isdigit() and BEFORE_POWER.search(str(mark.find_previous(string=True) or "")):
        return False
    if mark.name == "sup":
        link = mark.find("a", href=True)
        return text.startswith("[") or (link is not None and str(link["href"]).startswith("#"))
    return str(mark.get("href") or "").startswith("#") and mark.find("sup") is not None
