"""What a page declares about its questions: JSON-LD, microdata and RDFa."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4.element import PageElement, Tag

from ..jsonld import as_soup, json_ld, types_of, walked
from .elements import attribute
from .found import DeclaredQuestion
from .pairs import Pair, Stops, answer_after, pair_of
from .reading import Reading
from .wording import key_of

_ANSWERS = ("acceptedAnswer", "suggestedAnswer", "answer", "acceptedanswer", "AcceptedAnswer", "answers")
_QUESTIONS = ("name", "headline", "question", "text", "title")
# Questions of readers under a forum, and those that readers are asked, are not an FAQ.
_ELSEWHERE = frozenset(("qapage", "quiz", "discussionforumposting", "comment", "interview"))
MOST_DECLARED = 5_000


def declared_questions(soup: Tag) -> list[DeclaredQuestion]:
    """The questions of the JSON-LD, each once."""
    found: list[DeclaredQuestion] = []
    keys: set[str] = set()
    objects = json_ld(soup)
    for node in walked(objects, _ELSEWHERE):
        if not _is_question(node):
            continue
        question = _plain(_text(node, _QUESTIONS))
        answer = " ".join(filter(None, (_answer(value) for name in _ANSWERS if (value := node.get(name)))))
        key = key_of(question)
        if len(key) >= 3 and key not in keys:
            keys.add(key)
            found.append(DeclaredQuestion(question, answer))
        if len(found) >= MOST_DECLARED:
            break
    return found


def _is_question(node: dict[str, Any]) -> bool:
    kinds = types_of(node)
    return "question" in kinds or (not kinds and "acceptedAnswer" in node)


def _text(value: Any, names: tuple[str, ...]) -> str:
    """The first text under one of these names, through lists and values of a language."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return " ".join(filter(None, (_text(one, names) for one in value[:50] if not isinstance(one, list))))
    if isinstance(value, dict):
        for name in (*names, "@value"):
            inner = value.get(name)
            if isinstance(inner, (str, int, float)) and not isinstance(inner, bool) and str(inner).strip():
                return str(inner)
            if isinstance(inner, (list, dict)) and inner is not value:
                flat = inner[0] if isinstance(inner, list) and inner else inner
                if isinstance(flat, str):
                    return flat
                if isinstance(flat, dict) and isinstance(flat.get("@value"), str):
                    return str(flat["@value"])
    return ""


def _answer(value: Any) -> str:
    return _text(value, ("text", "articleBody", "description", "name", "answer"))


def _plain(markup: str) -> str:
    return (
        " ".join(as_soup(markup).get_text(" ").split()) if "<" in markup or "&" in markup else " ".join(markup.split())
    )


def marked_pairs(reading: Reading) -> Iterator[Pair]:
    """Questions marked up where they stand, with microdata or RDFa."""
    starts = [reading.start(tag) for tag in reading.tags if _is(tag, "question")]
    until = 0
    for tag in reading.tags:
        if not _is(tag, "question") or _within(tag, "qapage", "quiz"):
            continue
        start, end = reading.span(tag)
        if start < until:
            continue
        until = end
        words: Tag | None = None
        answers: list[PageElement] = []
        for node in reading.nodes[start + 1 : end]:
            if not isinstance(node, Tag) or (answers and reading.start(node) < reading.end(answers[-1])):
                continue
            names = _properties(node)
            if words is None and names & {"name", "headline", "question"} and reading.weight_of(node):
                words = node
            elif names & {"acceptedanswer", "suggestedanswer"} and reading.shown(*reading.span(node)):
                answers.append(node)
        if words is None or _inside(reading, words, answers):
            continue
        answers = [node for node in answers if reading.start(node) >= reading.end(words)]
        top = _up_to(reading, words, tag)
        if not answers:
            answers = answer_after(reading, top, Stops([place for place in starts if place > start][:1], end))
        pair = pair_of(reading, top, answers, "microdata", declared=True)
        if pair:
            yield pair


def _is(tag: Tag, kind: str) -> bool:
    names = f"{attribute(tag, 'itemtype')} {attribute(tag, 'typeof')}"
    return bool(names.strip()) and any(re.split(r"[/#:]", name)[-1].lower() == kind for name in names.split())


def _properties(tag: Tag) -> set[str]:
    names = f"{attribute(tag, 'itemprop')} {attribute(tag, 'property')}"
    return {re.split(r"[/#:]", name)[-1].lower() for name in names.split()}


def _within(tag: Tag, *kinds: str) -> bool:
    for number, parent in enumerate(tag.parents):
        if number > 60:
            break
        if any(_is(parent, kind) for kind in kinds):
            return True
    return False


def _inside(reading: Reading, words: Tag, answers: list[PageElement]) -> bool:
    place = reading.start(words)
    return any(reading.start(node) <= place < reading.end(node) for node in answers)


def _up_to(reading: Reading, words: Tag, item: Tag) -> Tag:
    """The question with its icons, but never beyond its own item."""
    wide = reading.widened(words)
    start, end = reading.span(item)
    return wide if start < reading.start(wide) and reading.end(wide) <= end and wide is not item else words
