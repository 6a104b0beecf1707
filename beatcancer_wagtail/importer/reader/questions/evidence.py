"""What a group of questions and answers is when it is not an FAQ: an interview, a quiz, a menu."""

from __future__ import annotations

import re
from collections import defaultdict

from .elements import attribute
from .pairs import Pair
from .reading import Reading
from .wording import ANSWER_LABEL, folded

_FIELDS = frozenset(("radio", "checkbox"))
_YOU = re.compile(
    r"\b(?:(?:what|how|when|why|where) (?:did|made|inspired|drew|got|motivated|brought|led|do|would|is|are|was|were|has|have) (?:you|your)\b|did you|do you|have you|are you|were you|can you (?:tell|talk|describe|explain)"
    r"|could you (?:tell|talk|describe|explain)|tell us|tell me|your (?:book|career|work|research|team|first|favou?rite|life|story|film|novel|career)|wie haben sie|wie sind sie|was hat sie|woran arbeiten|comment avez-vous|avez-vous|qu'est-ce qui vous|como empezaste|usted)\b"
)
_SPEAKER = re.compile(
    r"\s*(?:[A-ZÀ-Þ\u0400-\u042f][\w.'’-]*(?: [A-ZÀ-Þ\u0400-\u042f][\w.'’-]*){0,4}|[A-Z]{2,5})\s*[:：]\s"
)


def is_interview(reading: Reading, pairs: list[Pair]) -> bool:
    asked = sum(bool(_YOU.search(folded(pair.wording))) for pair in pairs)
    return asked * 3 >= len(pairs) or are_speakers(reading, pairs)


def are_speakers(reading: Reading, pairs: list[Pair]) -> bool:
    """Answers that begin with a name and a colon, the same one again and again."""
    names: dict[str, int] = defaultdict(int)
    for pair in pairs:
        text = " ".join(reading.text_of(node, 80) for node in pair.answer[:2] if reading.has(node))
        found = _SPEAKER.match(text)
        if found and not begins_with_label(reading, pair):
            names[found.group().strip()] += 1
    return bool(names) and max(names.values()) * 2 >= max(len(pairs), 2) and max(names.values()) >= 2


def begins_with_label(reading: Reading, pair: Pair) -> bool:
    """Whether the answer says "A:" first."""
    text = ""
    for node in pair.answer[:4]:
        text += (reading.text_of(node, 60) if reading.has(node) else "") + " "
        if len(text) > 30:
            break
    return bool(ANSWER_LABEL.match(text.strip()))


def asks_for_input(reading: Reading, group: list[Pair]) -> bool:
    """A quiz, a poll or a form."""
    return sum(_has_fields(reading, pair) for pair in group) * 3 > len(group)


def _has_fields(reading: Reading, pair: Pair) -> bool:
    for answer in pair.answer:
        for node in reading.things(*reading.span(answer)):
            if node.name in {"select", "textarea"} or (
                node.name == "input" and attribute(node, "type").lower() in _FIELDS
            ):
                return True
    return False


def is_links(reading: Reading, pair: Pair) -> bool:
    """An answer of links alone is a menu."""
    total = linked = links = 0
    for answer in pair.answer:
        total += reading.size_of(answer)
        for node in reading.links(*reading.span(answer)):
            linked += reading.size_of(node)
            links += 1
    return links > 1 and linked * 10 >= total * 9
