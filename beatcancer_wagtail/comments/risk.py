"""Words that suggest that somebody is in danger. They raise a flag for a person to look; they decide nothing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from beatcancer_wagtail.comments.risk_words import HARMLESS, RISK_WORDS
from beatcancer_wagtail.conf import library_settings

_NO_WORD = re.compile(r"[\W_]+")


def risk_reasons(text: str) -> list[str]:
    """The phrases of ``RISK_WORDS`` and of the setting ``COMMENTS_RISK_WORDS`` that ``text`` holds, as they stand there.

    Phrases of every language count on every page: people in need write in their own.
    """
    said = f" {plain(text)} "
    for phrases in HARMLESS.values():
        for phrase in phrases:
            said = _pattern(phrase).sub(" . ", said)  # a dot, so that what stood around it makes no new phrase
    return [phrase for phrase in dict.fromkeys(_phrases()) if _pattern(phrase).search(said)]


def _phrases() -> Iterator[str]:
    for table in (RISK_WORDS, library_settings().COMMENTS_RISK_WORDS):
        for phrases in table.values():
            yield from phrases


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = (re.escape(plain(word)) + (r"\w*" if word.endswith("*") else "") for word in phrase.split())
    return re.compile(f" {' '.join(words)} " if plain(phrase) else r"(?!)")  # nothing fits what is no word


def plain(text: str) -> str:
    """Small letters without marks, with one blank between words; what joins the parts of a word is left out."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(
        letter for letter in letters if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    return _NO_WORD.sub(" ", re.sub(r"['’‘ʼ`´]", "", letters)).strip()
