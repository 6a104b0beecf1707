"""Words in plain text, counted as a reader's eye counts them."""

import re

# A word: letters or digits, with apostrophes, hyphen-less. "CA-125" is two words, "don't" is one,
# which is what the browser's word segmenter (and so Wagtail's editor panel) says as well.
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")

# Scripts that put no space between words, and roughly how many characters make one word in them.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CHARACTERS_PER_WORD = 1.7


def count_words(text: str) -> int:
    """Number of words in ``text``.

    Thai, Lao, Khmer, Chinese and Japanese are written without spaces; their words are estimated
    from the number of characters (1.7 to a word).
    """
    unspaced = len(_UNSPACED.findall(text))
    spaced = len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return spaced + round(unspaced / _CHARACTERS_PER_WORD)
