"""The wording of a question without its icons and labels, and answers without "A:"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from bs4.element import NavigableString, Tag

from .elements import INLINE
from .found import FoundQuestion
from .pairs import Pair
from .reading import Reading
from .wording import (
    ANSWER_LABEL,
    COUNTED_ANSWER,
    COUNTED_QUESTION,
    LETTER_ALONE,
    NUMBER,
    QUESTION_LABEL,
    REFERENCE,
    SIGNS,
    key_of,
    likeness,
)

MOST_ANSWER = 20_000  # characters
_ENDS = re.compile(
    rf"^(?:[{re.escape(SIGNS.replace('-', ''))}]\s+|[+▶►▸]\s*)|\s+[{re.escape(SIGNS.replace('…', ''))}]+\s*$|[▼▾▲▴►▶▸⌄⌃＋+]+\s*$"
)
_MEANS = frozenset("+＋−–—-×↑↓✓✔✕✖")  # what a title may say: "Rh +", "HER2 −"
_UP = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


class Labels:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._leads: dict[int, str] = {}  # figures in an element of their own before a question: numbers, or part of it
        self._common: set[tuple[str, str]] = set()  # signs at the end of most titles of one form: they open panels

    def learn_signs(self, pairs: list[Pair]) -> None:
        forms = Counter(pair.form for pair in pairs)
        signs = Counter((pair.form, pair.wording.strip()[-1:]) for pair in pairs)
        self._common = {key for key, times in signs.items() if times > 1 and times * 2 > forms[key[0]]}

    def wording(self, pair: Pair, cut: list[str]) -> str:
        """The words of the question without icons and labels, with raised and lowered figures as characters."""
        parts: list[str] = []
        reading = self.reading
        for index in range(*reading.span(pair.tag)):
            node = reading.nodes[index]
            if isinstance(node, Tag):
                parts.append("" if node.name in INLINE else " ")
                continue
            text = str(node)
            is_label = reading.size(index, index + 1) and not reading.weight(index, index + 1)
            if is_label and reading.shown(index, index + 1):
                if any(map(key_of, parts)):
                    parts.append(text)
                    continue
                if key_of(text).isdecimal():
                    before = self._leads.get(id(pair.tag), "")
                    self._leads[id(pair.tag)] = f"{before} {text.strip()}".strip()
                    parts.append(" ")
                    continue
            if is_label or (text.strip() and not text.strip().strip(SIGNS) and node.parent.name not in ("sup", "sub")):
                cut.append(text.strip())
                parts.append(" ")
            else:
                parts.append(_raised(node, text))
        text = " ".join("".join(parts).split())
        for _ in range(2):
            sign = _ENDS.search(text)
            rest = sign.string[: sign.start()] + sign.string[sign.end() :] if sign else ""
            if sign and key_of(rest) and self._opens(sign, pair):
                cut.append(sign.group().strip())
                text = rest.strip()
        return text or pair.wording

    def _opens(self, sign: re.Match[str], pair: Pair) -> bool:
        """Whether a sign says that there is more to open, and nothing of the question: an arrow, or a "+" behind a "?"."""
        mark = sign.group().strip()
        before = sign.string[: sign.start()].rstrip()
        return (
            not before or not _MEANS.issuperset(mark) or likeness(before) >= 1 or (pair.form, mark[-1:]) in self._common
        )

    def cut(self, pairs: list[Pair], items: list[FoundQuestion]) -> None:
        """ "Q:" and "1." go where most questions have one; a name such as "S. aureus" stays."""
        labels = _labels([item.question for item in items], QUESTION_LABEL, COUNTED_QUESTION)
        alone = [
            any(LETTER_ALONE.fullmatch(cut) or QUESTION_LABEL.fullmatch(cut) for cut in item.cut) for item in items
        ]
        leads = [self._leads.get(id(item.question_tag), "") for item in items]
        for item, lead in zip(items, leads, strict=True):
            item.question = f"{lead} {item.question}" if lead else item.question
        numbers = [
            re.match(rf"({lead})\b\W*", item.question) if (lead := key_of(one)) else NUMBER.match(item.question)
            for item, one in zip(items, leads, strict=True)
        ]
        answers = [self._first_text(pair) for pair in pairs]
        marked = _labels([text or "" for text in answers], ANSWER_LABEL, COUNTED_ANSWER)
        if any(numbers) and any(map(self._refers, pairs)):
            numbers = [None] * len(items)
        many = [sum(map(bool, found)) * 5 >= len(items) * 3 and len(items) > 1 for found in (labels, numbers)]
        for index, item in enumerate(items):
            label, number = labels[index], numbers[index]
            sure = bool(label and re.match(r"\W*(?:q\W|q\d|\w{4,}|[^\x00-\u024f])", label.group(), re.IGNORECASE))
            labelled = bool(label) and (many[0] or sure or bool(marked[index])) and label.end() < len(item.question)  # type: ignore[union-attr]
            found = label if labelled else number if number and many[1] and _counts_up(numbers) else None
            if found and found.end() < len(item.question):
                item.cut.append(found.group().strip())
                item.question = item.question[found.end() :].strip()
            if (labelled or alone[index]) and answers[index] is not None:
                self._cut_answer(item, answers[index], marked[index])

    def _refers(self, pair: Pair) -> bool:
        spans = [self.reading.span(node) for node in pair.answer if self.reading.has(node)]
        return any(REFERENCE.search(self.reading.text(*span, most=MOST_ANSWER)) for span in spans)

    def _cut_answer(self, item: FoundQuestion, text: NavigableString, marked: re.Match[str] | None) -> None:
        found = marked or (LETTER_ALONE.fullmatch(text) if len(text.strip()) <= 2 else None)
        if found and text.parent is not None and len(text.parent.contents) < 2000:  # bs4 searches all of them
            item.cut.append(found.group().strip())
            rest = NavigableString(text[found.end() :])
            text.replace_with(rest)
            item.answer = [rest if node is text else node for node in item.answer]

    def _first_text(self, pair: Pair) -> NavigableString | None:
        if pair.borrowed:
            return None
        for answer in pair.answer:
            for index in range(*self.reading.span(answer)):
                node = self.reading.nodes[index]
                if isinstance(node, NavigableString) and node.strip():
                    return node
        return None


def _raised(node: NavigableString, text: str) -> str:
    name = node.parent.name if node.parent is not None else ""
    table = _UP if name == "sup" else _DOWN if name == "sub" else None
    if table and text.strip() and all(ord(char) in table for char in text.strip()):
        return text.translate(table)
    return text


def _labels(texts: list[str], label: re.Pattern[str], counted: re.Pattern[str]) -> list[re.Match[str] | None]:
    """A label with a sign behind it, or a number alone where these count all the texts."""
    found = [counted.match(text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) > 1 and numbers == [*range(numbers[0], numbers[0] + len(texts))]:
        return found
    found = [label.match(text) for text in texts]
    words = Counter(_word(match) for match in found if match)
    most = max(words.values(), default=0)
    # "C. difficile" among answers that begin with "A." is a name.
    is_one = most * 2 > words.total()
    return [match if match and (not is_one or words[_word(match)] == most) else None for match in found]


def _word(label: re.Match[str]) -> str:
    return "".join(filter(str.isalpha, label.group())).casefold()


def _counts_up(numbers: list) -> bool:
    """1, 2, 3, perhaps from 1 again in each part."""
    found = [int(next(filter(None, match.groups()), 0)) for match in numbers if match]
    steps = sum(second in {first + 1, 1} or not second for first, second in pairwise(found))
    return steps * 5 >= (len(found) - 1) * 4
