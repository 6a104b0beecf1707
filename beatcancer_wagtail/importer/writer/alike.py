"""Sentences of a report that differ only in what they are about are told once, with a list."""

import re
from collections.abc import Iterable
from typing import NamedTuple

FEW = 3  # that stand there one by one
# What a sentence is about: words in the quotation marks of any of our languages, an address, a file.
_OBJECT = re.compile(
    r"\u2068[^\u2069]*\u2069|“.*”|„.*“|«.*»|\S*/\S*[^\s:;,.()]|[^\s/]+\.[a-z]\w{1,4}(?=[\s:;,]|$)", re.DOTALL
)


class Alike(NamedTuple):
    """One sentence; where it stands for several, ``which`` holds what they are about."""

    sentence: str
    which: list[str]


def alike(sentences: Iterable[str]) -> list[Alike]:
    """The sentences in their order, each once. Of more than a few that are alike, the first place counts."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for sentence in dict.fromkeys(sentences):
        frame, about = _parted(sentence)
        groups.setdefault(frame, []).append((sentence, about))
    told = []
    for frame, members in groups.items():
        if len(members) > FEW:
            told.append(Alike(frame, [about for _sentence, about in members]))
        else:
            told += [Alike(sentence, []) for sentence, _about in members]
    return told


def _parted(sentence: str) -> tuple[str, str]:
    """The sentence with "…" in the place of what it is about, and that."""
    if found := _OBJECT.search(sentence):
        return f"{sentence[: found.start()]}…{sentence[found.end() :]}", found[0]
    start, colon, about = sentence.rpartition(": ")
    return (f"{start}: …", about) if colon else (sentence, "")
