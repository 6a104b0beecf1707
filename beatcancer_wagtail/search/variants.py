"""Other ways to write the same word: what is data stands in the tables, what is a rule stands below them.

A variant that is no word at all costs nothing, because no index holds it; so the rules may be generous.
A site adds groups of its own with the setting ``SEARCH_VARIANTS``.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from beatcancer_wagtail.conf import library_settings

MOST = 16  # variants of one word

# Words that mean the same. Several words in one text must stand one after the other.
GROUPS = (
    ("metastasis", "metastases", "metastatic", "metastasise", "metastasize"),
    ("brca1", "brca1/2", "brca1/brca2", "brca1 and brca2"),
    ("brca2", "brca1/2", "brca1/brca2", "brca1 and brca2"),
    ("brca", "brca1", "brca2", "brca1/2"),
    ("brca1/2", "brca1", "brca2"),
    ("chemo", "chemotherapy", "chemotherapies"),
    ("radiotherapy", "radiation therapy"),
    ("mri", "magnetic resonance imaging"),
    ("ct", "computed tomography"),
    ("ultrasound", "sonography"),
    ("x-ray", "xray", "x-rays", "xrays"),
    ("check-up", "checkup"),
    ("follow-up", "followup"),
    ("side-effect", "side effect", "side effects"),
    ("carcinoma", "carcinomas", "carcinomata"),
    ("vertebra", "vertebrae"),
    ("nucleus", "nuclei"),
    ("bacterium", "bacteria"),
    ("ovum", "ova"),
    ("ovary", "ovaries", "ovarian"),
    ("sleep", "sleeping", "sleepless", "insomnia"),
    ("eat", "eating", "eaten"),
    ("work", "working"),
    ("cope", "coping"),
    ("treat", "treating", "treated", "treatment"),
    ("scan", "scanning"),
    ("tired", "tiredness", "fatigue"),
    ("vomit", "vomiting", "sickness", "nausea"),
    ("bleed", "bleeding"),
    ("swell", "swelling", "swollen"),
    ("itch", "itching", "itchy"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("biopsy", "biopsies", "biopsied"),
    ("meniere", "ménière"),
    ("sjogren", "sjögren"),
    ("guillain-barre", "guillain-barré"),
    ("naive", "naïve"),
    ("programme", "program"),
    ("fibre", "fiber"),
    ("centre", "center"),
    ("litre", "liter"),
    ("grey", "gray"),
    ("ageing", "aging"),
    ("judgement", "judgment"),
    ("enrolment", "enrollment"),
    ("practise", "practice"),
    ("licence", "license"),
    ("defence", "defense"),
    ("fulfil", "fulfill"),
    ("mould", "mold"),
    ("sceptical", "skeptical"),
    ("draught", "draft"),
)

# What a question holds beside its subject: "is it my fault" asks for "fault". Only where another word is left.
LITTLE_WORDS = frozenset((
    "a", "an", "the", "and", "or", "but", "if", "so", "of", "to", "in", "on", "at", "by", "for", "from", "with",
    "about", "as", "into", "is", "it", "its", "it's", "am", "are", "be", "been", "being", "was", "were", "do",
    "does", "did", "has", "have", "had", "i", "i'm", "im", "i've", "me", "my", "we", "us", "our", "you", "your",
    "he", "him", "his", "she", "her", "they", "them", "their", "this", "that", "these", "those", "there", "here",
    "what", "which", "who", "whom", "why", "when", "where", "how", "will", "would", "can", "could", "should", "may",
    "might", "must", "shall", "going", "get", "getting", "got", "just", "please",
))  # fmt: skip

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "σ": "sigma", "ω": "omega",
}  # fmt: skip

# British and American: a pattern where one stands, and the other.
SPELLINGS = (
    (r"haem", "hem"), (r"\bhem", "haem"),
    (r"aem(?=i|o|u|$)", "em"), (r"(?<=[a-z])em(?=ia|ic)", "aem"),
    (r"oesoph", "esoph"), (r"\besoph", "oesoph"),
    (r"oedem", "edem"), (r"\bedem", "oedem"), (r"(?<=h)edem", "oedem"),
    (r"oestr", "estr"), (r"\bestr", "oestr"),
    (r"paed", "ped"), (r"\bped(?=iat)", "paed"), (r"(?<=ortho)ped", "paed"),
    (r"gynaec", "gynec"), (r"\bgynec", "gynaec"),
    (r"foet", "fet"), (r"\bfet(?=al|us)", "foet"),
    (r"faec", "fec"), (r"\bfec(?=al|es)", "faec"),
    (r"caec", "cec"), (r"\bcec(?=al|um)", "caec"),
    (r"coeli", "celi"), (r"\bceli(?=ac)", "coeli"),
    (r"rrhoea", "rrhea"), (r"rrhea", "rrhoea"),
    (r"\baetio", "etio"), (r"\betio", "aetio"),
    (r"anaesth", "anesth"), (r"anesth", "anaesth"),
    (r"caesar", "cesar"), (r"\bcesar", "caesar"),
    (r"pnoea", "pnea"), (r"pnea", "pnoea"),
    (r"sulph", "sulf"), (r"sulf", "sulph"),
    (r"(?<=[a-z]{2})our(?=$|s|al|ed|ing|less|able|ful)", "or"),
    (r"(tum|col|vap|lab|hum|fav|vig|behavi|neighb|flav|savi)or(?=$|s|al|ed|ing|less|able)", r"\1our"),
    (r"is(?=ation|ations|e|ed|es|ing)", "iz"), (r"iz(?=ation|ations|e|ed|es|ing)", "is"),
    (r"ys(?=e$|ed$|es$|ing$)", "yz"), (r"yz(?=e$|ed$|es$|ing$)", "ys"),
    (r"(?<=[a-z]{2}[ae])ll(?=ed$|ing$|er$|ers$)", "l"), (r"(?<=[a-z]{2}[ae])l(?=ed$|ing$|er$|ers$)", "ll"),
)  # fmt: skip

_CODE = re.compile(r"([^\W\d_]{1,6})[-/]?(\d{1,4}[^\W\d_]?)")
_LETTERS = re.compile(r"[^\W\d_]{1,4}")
_NUMBER = re.compile(r"\d{1,4}[^\W\d_]?")


def expand(words: Sequence[str]) -> list[list[str]]:
    """For each word the texts that count as the same, itself first; a text of several words is a phrase.

    Little words are left out, unless there are no others.
    """
    groups, telling = [], [word for word in words if _folded(word) not in LITTLE_WORDS]
    for place, word in enumerate(words):
        if telling and word not in telling:
            continue
        found = [word, *_phrases(words, place), *_variants(word.casefold()), *_joined(words, place)]
        groups.append(list(dict.fromkeys(text for text in found if any(map(str.isalnum, text))))[:MOST])
    return [group for group in groups if group]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").strip("?!.,;:")


def _variants(word: str) -> Iterator[str]:
    yield word
    if (owner := re.sub(r"['’]s$", "", word)) != word:
        yield from _variants(owner)
    known = [word, *_listed(word)]
    bases = [*known, *(form for text in known for form in (*_greek(text), *_codes(text), *_spellings(text)))]
    yield from bases
    for text in dict.fromkeys(bases):
        if " " not in text:
            yield from _forms(text)
            yield from _listed(text)
            yield from _plain(text)


def _groups() -> Iterator[list[str]]:
    for group in (*GROUPS, *library_settings().SEARCH_VARIANTS):
        if not isinstance(group, str):
            yield [str(text).casefold() for text in group]


def _listed(word: str) -> Iterator[str]:
    for group in _groups():
        if word in group:
            yield from group


def _phrases(words: Sequence[str], place: int) -> Iterator[str]:
    """What a listed text of several words also goes by: it counts for each of them."""
    typed = f" {' '.join(words).casefold()} "
    for group in _groups():
        if any(" " in text and words[place].casefold() in text.split() and f" {text} " in typed for text in group):
            yield from group


def _greek(word: str) -> Iterator[str]:
    """α and alpha; inside a word they may also stand apart: TNFα, TNF-α, TNF alpha."""
    for letter, name in GREEK.items():
        if name in (parts := word.split("-")):
            yield " ".join(letter if part == name else part for part in parts)
            yield "".join(letter if part == name else part for part in parts)
        elif letter in word:
            spelt = word.replace(letter, f" {name} ")
            yield " ".join(spelt.replace("-", " ").split())
            yield from (word.replace(letter, name), word.replace("-", ""))
            yield " ".join(word.replace(letter, f" {letter} ").replace("-", " ").split())


def _codes(word: str) -> Iterator[str]:
    """CA125, CA-125 and CA 125; the parts of any word with a hyphen may stand apart."""
    if "-" in word.strip("-"):
        yield " ".join(word.replace("-", " ").split())
    if code := _CODE.fullmatch(word):
        letters, number = code.groups()
        yield from (f"{letters}{number}", f"{letters} {number}", f"{letters}-{number}")


def _joined(words: Sequence[str], place: int) -> Iterator[str]:
    """Next to a word that makes a code of it, the code counts for both: "CA 125" finds CA125."""
    pairs = [(place - 1, place), (place, place + 1)]
    for first, second in pairs:
        if first < 0 or second >= len(words):
            continue
        left, right = words[first].casefold(), words[second].casefold()
        if _LETTERS.fullmatch(left) and (_NUMBER.fullmatch(right) or right in GREEK or right in GREEK.values()):
            yield left + right
            yield left + next((letter for letter, name in GREEK.items() if name == right), right)
            if _NUMBER.fullmatch(right):
                yield f"{left}-{right}"


def _spellings(word: str) -> Iterator[str]:
    for pattern, other in SPELLINGS:
        if (changed := re.sub(pattern, other, word)) != word:
            yield changed


def _forms(word: str) -> Iterator[str]:
    """Singular and plural, and -sis, -ses, -tic."""
    if len(word) < 4 or not word.isalpha() or not word.isascii():
        return
    if word.endswith("gnostic"):
        yield from (f"{word[:-4]}sis", f"{word[:-4]}ses")
    elif word.endswith("gnosis"):
        yield from (f"{word[:-3]}ses", f"{word[:-3]}stic")
    elif word.endswith("gnoses"):
        yield from (f"{word[:-3]}sis", f"{word[:-3]}stic")
    elif word.endswith("sis"):
        yield from (f"{word[:-3]}ses", f"{word[:-3]}tic")
    elif word.endswith("tic"):
        yield from (f"{word[:-3]}sis", f"{word[:-3]}ses")
    elif word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("ses"):
        yield from (word[:-1], word[:-2], f"{word[:-3]}sis", f"{word[:-3]}tic")
    elif word.endswith("es"):
        yield from (word[:-1], word[:-2])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield f"{word[:-1]}ies"
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{word}es"
    elif not word.endswith("s"):
        yield f"{word}s"


def _plain(word: str) -> Iterator[str]:
    """Without its accents."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    if plain != word:
        yield plain
