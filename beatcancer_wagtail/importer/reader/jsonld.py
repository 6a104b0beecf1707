"""JSON-LD as it is found in the wild: raw line breaks, trailing commas, stray quotation marks. Nothing here raises."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

MOST_CHARACTERS = 4_000_000
MOST_NODES = 200_000
DEEPEST = 200

_COMMENTS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$"
)
_CLOSES = re.compile(r"\s*(?:[,}\]:]|$)")
_ESCAPES = re.compile(
    r"\\u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|d[89a-f][0-9a-f]{2}|00[01][0-9a-f])", re.IGNORECASE
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BARE = re.compile(r"[^\s,{}\[\]:\"]+")


def json_ld(soup: Tag) -> list[dict[str, Any]]:
    """Every object that the page declares, those of lists and of ``@graph`` one by one."""
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", type=re.compile(r"ld\+json", re.IGNORECASE)):
        found += _objects(parsed(script.string or "".join(script.strings)))
    return found


def types_of(node: dict[str, Any]) -> set[str]:
    """The types of an object in lower case and without the vocabulary's address: {"faqpage"}."""
    value = node.get("@type", node.get("type", ""))
    names = value if isinstance(value, list) else [value]
    return {re.split(r"[/#:]", name.strip())[-1].casefold() for name in names if isinstance(name, str) and name.strip()}


def walked(start: Iterable[Any], leave: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    """All objects inside these, in order; what has a type of ``leave`` is passed over with everything in it."""
    stack = list(start)[::-1]
    seen = 0
    while stack and seen < MOST_NODES:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack += node[::-1]
        elif isinstance(node, dict) and not (leave and leave & types_of(node)):
            yield node
            stack += [value for value in node.values() if isinstance(value, (dict, list))][::-1]


def parsed(text: str) -> list[Any]:
    """The values in a script: as JSON where it is, else as good as can be read."""
    text = text.strip().lstrip("\ufeff")
    for _ in range(2):
        text = _COMMENTS.sub("", text).strip()
    if not text or len(text) > MOST_CHARACTERS:
        return []
    if re.match(r"[{\[]\s*&(?:quot|#34|#x22);", text):
        text = html.unescape(text)
    text = _CONTROLS.sub(" ", _ESCAPES.sub(_sound, text))
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return _Lenient(text).values()


def _sound(escape: re.Match[str]) -> str:
    """Half a character and control characters cannot be stored."""
    text = escape.group().lower()
    if len(text) > 6 or text in {"\\u0009", "\\u000a", "\\u000d"}:
        return escape.group()
    return "\\ufffd" if text.startswith("\\ud") else " "


def _objects(values: list[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    stack = values[::-1]
    while stack and len(found) < MOST_NODES:
        value = stack.pop()
        if isinstance(value, list):
            stack += value[::-1]
        elif isinstance(value, dict):
            graph = value.get("@graph")
            if isinstance(graph, (list, dict)):
                stack += graph[::-1] if isinstance(graph, list) else [graph]
            if not isinstance(graph, (list, dict)) or types_of(value):
                found.append(value)
    return found


class _Lenient:
    """A reader that takes what it can: a string ends only at a quotation mark before ``, : } ]``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def values(self) -> list[Any]:
        found = []
        while self._skip() < len(self.text):
            before = self.at
            value = self._value(0)
            if isinstance(value, (dict, list)):
                found.append(value)
            if self.at == before:
                self.at += 1
        return found

    def _skip(self, also: str = "") -> int:
        while self.at < len(self.text) and (self.text[self.at].isspace() or self.text[self.at] in also):
            self.at += 1
        return self.at

    def _value(self, depth: int) -> Any:
        if self._skip() >= len(self.text):
            return None
        char = self.text[self.at]
        if char in "{[" and depth < DEEPEST:
            self.at += 1
            return self._object(depth) if char == "{" else self._list(depth)
        if char == '"':
            return self._string()
        bare = _BARE.match(self.text, self.at)
        self.at = bare.end() if bare else self.at + 1
        return bare.group() if bare else None

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while self._skip(",;") < len(self.text):
            if self.text[self.at] in "}]":
                self.at += 1
                break
            key = self._value(DEEPEST)
            if self._skip() < len(self.text) and self.text[self.at] == ":":
                self.at += 1
                found[str(key)] = self._value(depth + 1)
        return found

    def _list(self, depth: int) -> list[Any]:
        found = []
        while self._skip(",;") < len(self.text):
            if self.text[self.at] in "}]":
                self.at += 1
                break
            found.append(self._value(depth + 1))
        return found

    def _string(self) -> str:
        start = end = self.at + 1
        while True:
            end = self.text.find('"', end)
            if end < 0:
                end = len(self.text)
                break
            slashes = end - len(self.text[start:end].rstrip("\\")) - start if self.text[end - 1] == "\\" else 0
            if slashes % 2 == 0 and _CLOSES.match(self.text, end + 1):
                break
            end += 1
        self.at = end + 1
        raw = self.text[start:end]
        quoted = re.sub(r'(?<!\\)((?:\\\\)*)"', r'\1\\"', raw)
        try:
            return str(json.loads(f'"{quoted}"', strict=False))
        except ValueError:
            return raw.replace('\\"', '"').replace("\\n", "\n").replace("\\/", "/")


def as_soup(markup: str) -> BeautifulSoup:
    """HTML that stands in a declaration, as nodes; entities that were escaped twice are read once more."""
    if "<" not in markup and re.search(r"&lt;/?[a-z]", markup):
        markup = html.unescape(markup)
    return BeautifulSoup(re.sub(r"&amp;(#?\w+;)", r"&\1", markup), "lxml")
