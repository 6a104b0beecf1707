"""How long an average adult takes to read a text in silence.

The speeds are those of a review of 190 studies (https://doi.org/10.1016/j.jml.2019.104047); Wagtail's
editor shows minutes from the same figures, so that editor and reader are told the same.
"""

import math
from collections.abc import Mapping

WORDS_PER_MINUTE: Mapping[str, int] = {
    "ar": 181,
    "de": 260,
    "en": 238,
    "es": 278,
    "fi": 195,
    "fr": 214,
    "he": 224,
    "it": 285,
    "ko": 226,
    "nl": 228,
    "sv": 218,
    "zh": 260,
}


def words_per_minute(language: str, overrides: Mapping[str, int] | None = None) -> int:
    """Reading speed for a language code such as ``"en"`` or ``"pt-br"``; English when it is unknown."""
    own = {name.lower(): speed for name, speed in (overrides or {}).items()}
    speeds = {**WORDS_PER_MINUTE, **own}
    language = language.lower()
    base = language.split("-")[0]
    return speeds.get(language) or speeds.get(base) or speeds["en"]


def minutes_to_read(words: int, speed: int) -> int:
    """Whole minutes, at least 1; a half is rounded up, as the editor's own panel rounds.

    ``speed`` is in words per minute and must be positive.
    """
    if speed <= 0:
        raise ValueError("The reading speed must be more than 0 words per minute.")
    return max(1, math.floor(words / speed + 0.5))
