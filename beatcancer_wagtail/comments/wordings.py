"""The many ways in which the same words are written, made one, so that a phrase need be known only once."""

import re
import unicodedata

STOP = "."

_ALIKE = {
    # English: what is drawn together, or is not, and slips of those who write in a hurry
    "dont": ("do not", "donot", "don t", "dnt"),
    "doesnt": ("does not", "doesn t", "dosnt", "doesent"),
    "didnt": ("did not", "didn t"),
    "cant": ("cannot", "can not", "can t", "cnt"),
    "couldnt": ("could not", "couldn t"),
    "isnt": ("is not", "isn t"),
    "wasnt": ("was not", "wasn t"),
    "werent": ("were not", "weren t"),
    "wont": ("will not", "won t"),
    "wouldnt": ("would not", "wouldn t"),
    "im": ("i am", "i m"),
    "ive": ("i have", "i ve"),
    "id": ("i would", "i d"),
    "ill": ("i will", "i ll"),
    "hes": ("he is",),
    "lifes": ("life is",),
    "whats": ("what is", "what s"),
    "its": ("it is", "it s"),
    "myself": ("my self", "meself", "my selfe", "mysel", "mysefl", "myslef"),
    "want to": ("wanna", "wana", "want too", "wnat to", "wan to", "wont to", "want 2"),
    "going to": ("gonna", "gona", "going too", "goin to"),
    "anymore": ("any more", "anymor", "any longer"),
    "nobody": ("no one", "noone"),
    "tonight": ("to night", "tonite", "2night"),
    "all my": ("all of my",),
    "all the": ("all of the", "all these", "all of these"),
    "overdose": ("over dose", "overdoes"),
    "kill": ("kil", "killl"),
    "killing": ("kiling", "killin"),
    "living": ("livin", "liveing"),
    "breathe": ("breath",),
    # Arabic: "and" is written as one with the next word
    "لا": ("ولا",),
    "ما": ("وما",),
    "لم": ("ولم",),
    "مش": ("ومش",),
    "اريد": ("واريد",),
}
# Words that make it stronger and change nothing. Not "just" and "only": "I don't just want to live, I want to dance".
_STRONGER = (
    "really", "even", "actually", "honestly", "truly", "literally", "simply", "still", "seriously", "genuinely",
    "sometimes", "fucking", "bloody", "einfach", "wirklich", "echt", "manchmal", "vraiment", "simplement",
)  # fmt: skip
_HYPHENS = str.maketrans(dict.fromkeys("-‐‑–—", " "))
_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "_": " "})


def plain(text: str) -> str:
    """Small letters without marks, with one blank between words; a stop where something ends, be it a comma or a line."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(
        letter for letter in letters if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    letters = re.sub(r"['’‘ʼ`´]", "", letters).translate(_LETTERS)
    letters = re.sub(r"([aou])e", r"\1", letters)  # as many write ä, ö and ü
    return " ".join(re.sub(r"[^\w\s\-‐‑–—]+|\n+", f" {STOP} ", letters).translate(_HYPHENS).split())


_IN_ONE = {plain(other): plain(word) for word, others in _ALIKE.items() for other in others}


def in_one(words: str) -> str:
    """Plain words, each of those that mean the same written in one way."""
    weak = " ".join(word for word in words.split() if word not in _STRONGER)
    return _OTHERS.sub(lambda found: f" {_IN_ONE[found[1]]}", f" {weak} ").strip()


_OTHERS = re.compile(rf" ({'|'.join(sorted(_IN_ONE, key=len, reverse=True))})(?= )")
