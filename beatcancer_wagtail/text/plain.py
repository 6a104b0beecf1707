"""Words in plain text, counted as a reader's eye counts them."""

import re
import unicodedata

# A word, as the browser's word segmenter (and so Wagtail's editor panel) sees it: "don't", "3.5" and "1,000"
# are one, "CA-125" is two.
_WORD = re.compile(r"\w*[^\W_]\w*(?:(?:['’.]|(?<=\d),(?=\d))\w*[^\W_]\w*)*")

# Scripts that put no space between words, and roughly how many characters make one word in them.
_CHARACTERS_PER_WORD = (
    # Chinese and Japanese
    (re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"), 1.7),
    # Thai, Lao, Burmese and Khmer
    (re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 4.5),
)

# Vowel signs, accents and invisible joiners belong to the letter before them.
_ATTACHED = frozenset({"Mn", "Mc", "Me", "Cf"})
_ZERO_WIDTH_SPACE = "\u200b"


def count_words(text: str) -> int:
    """Number of words in ``text``.

    Chinese, Japanese, Thai, Lao, Burmese and Khmer are written without spaces; their words are estimated
    from the number of characters.
    """
    words = 0
    for script, characters in _CHARACTERS_PER_WORD:
        text, found = script.subn(" ", text)
        words += round(found / characters)
    return words + len(_WORD.findall(_drop_attached(text)))


def _drop_attached(text: str) -> str:
    """``text`` without combining marks and invisible characters, so that a word is one run of letters."""
    if text.isascii():
        return text
    return "".join(c for c in text if c == _ZERO_WIDTH_SPACE or unicodedata.category(c) not in _ATTACHED)
