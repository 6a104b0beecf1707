"""Words that suggest that somebody is in danger. They raise a flag for a person to look; they decide nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from beatcancer_wagtail.comments.harmless_words import HARMLESS
from beatcancer_wagtail.comments.risk_words import RISK_WORDS
from beatcancer_wagtail.comments.wordings import STOP, in_one, plain
from beatcancer_wagtail.conf import library_settings


def risk_reasons(text: str) -> list[str]:
    """The phrases of ``RISK_WORDS`` and of the setting ``COMMENTS_RISK_WORDS`` that ``text`` holds, as they stand there.

    Phrases of every language count on every page: people in need write in their own.
    """
    said = f" {in_one(plain(text))} {STOP} "
    for phrases in HARMLESS.values():
        for phrase in phrases:
            said = _pattern(phrase).sub(" | ", said)  # a mark, so that what stood around it makes no new phrase
    with_stops, said = said, f" {in_one(said.replace(STOP, ' '))} "
    return [
        phrase
        for phrase in dict.fromkeys(_phrases())
        if _pattern(phrase).search(with_stops if phrase.endswith(STOP) else said)
    ]


def _phrases() -> Iterator[str]:
    for table in (RISK_WORDS, library_settings().COMMENTS_RISK_WORDS):
        for phrases in table.values():
            yield from phrases


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = in_one(" ".join(_with_asterisk(word) for word in phrase.split()))
    if not words.strip("* "):
        return re.compile(r"(?!)")  # nothing fits what is no word
    stop = rf"\{STOP} " if phrase.endswith(STOP) else ""
    return re.compile(" " + re.escape(words).replace(r"\*", r"\w*") + " " + stop)


def _with_asterisk(word: str) -> str:
    return plain(word).replace(STOP, "").strip() + ("*" if word.endswith("*") else "")
