"""Whether what an element is called is true: a name alone drops no text, since names say how things look as often as what they are."""

from __future__ import annotations

import re

from bs4 import NavigableString, Tag

from ..amounts import COUNTED
from ..words import CJK
from .measure import INLINE, Measure, is_call
from .people import ABOUT
from .shapes import block_above, first_words
from .vocabulary import FOOT, HEADING_TAGS, class_reason, heading_reason

# These name a line of a few words, such as "Advertisement" or "By Ada Wren"; the others name a box of links or controls.
LINES = {"account", "advert", "byline", "comments", "consent", "newsletter", "search", "share", "tags"}
FILLED = ("p", "li", "td", "th", "dd", "dt", "figcaption", "blockquote")
ENOUGH = 40  # characters in sentences
LEAST_WORDS = 3
LAST_WORDS = 200
MOST_LINKS = 5
ENDS = re.compile(r"(?<!\.)[.!。！।۔]$")
COUNTING = {"comments", "control", "footer", "navigation", "share"}  # votes, pages and the like
NAMELESS = {*LINES, "navigation"}  # titles and names stand in these
FEW_LINKS = 0.3
PERSON = re.compile(r"author|by-?lines?|bio|writtenby")
COOKIES = re.compile(r"cookie|galletas|ملفات تعريف|куки|饼干|クッキー|쿠키", re.I)
PRIVACY = re.compile(
    r"privacy|datenschutz|confidentialité|privacidad|riservatezza|privacidade|الخصوصية|隐私|プライバシー|개인정보|конфиденциальн",
    re.I,
)
ALSO_OF_ARTICLES = {"discussion", "comment", "response", "responses", "kommentar", "commentaire", "diskussion"}
COMMENTS = re.compile(
    r"\b(?:comment|kommentar|commentaire|comentario|commento|reactie|comentário)|تعليق|评论|評論|コメント|комментар|댓글",
    re.I,
)
HOW_MANY = re.compile(r"\d+\D{0,3} \w+|\w+ \(?\d+\)?")


def is_text(tag: Tag, measure: Measure, reason: str) -> bool:
    """Text of the page, whatever it is called: sentences, and nothing that would bear out the name."""
    if is_borne_out(tag, measure, reason):
        return False
    if measure.prose >= ENOUGH:
        return True
    return reason != "byline" and _says_something(tag, reason)


def is_borne_out(tag: Tag, measure: Measure, reason: str) -> bool:
    heading = first_words(tag)
    if reason == "comments":
        return _are_comments(tag, measure, heading)
    if reason == "consent":
        return _asks_for_consent(measure, tag.get_text(" "))
    # What opens above the page, and is text, has a button to close it.
    is_window = reason == "popup" and measure.prose >= ENOUGH and not measure.links
    if (measure.fields if is_window else measure.acts) > 0:
        return True
    if measure.any_link_share >= FEW_LINKS or heading_reason(heading) == reason != "related":
        return True
    if reason == "byline":
        return _is_byline(tag, measure)
    if reason == "related":
        return measure.far > 1 and _leads_away(tag, measure)
    if reason == "footer":
        return tag.name == "footer" or FOOT.search(tag.get_text(" ")) is not None
    return reason in LINES and (measure.frames > 0 or _leads_away(tag, measure))


def _are_comments(tag: Tag, measure: Measure, heading: str) -> bool:
    """Several people said them, there is a form to add one, or their heading counts them.

    A heading of another kind, or one that articles have too, takes more than that.
    """
    if measure.prose < ENOUGH:
        says_so = HOW_MANY.fullmatch(heading) or COMMENTS.search(tag.get_text(" "))
        return bool(measure.acts or measure.voices or measure.frames or says_so)
    says_so = heading_reason(heading) == "comments" and heading.casefold() not in ALSO_OF_ARTICLES
    if says_so or tag.find(HEADING_TAGS) is None:
        if measure.fields or measure.voices or HOW_MANY.fullmatch(heading):
            return True
        return measure.far > 0 and COMMENTS.search(tag.get_text(" ")) is not None
    return measure.voices > 1 or bool(measure.fields and measure.voices)


def _is_byline(tag: Tag, measure: Measure) -> bool:
    title = tag.find(HEADING_TAGS)
    if measure.far or measure.voices or (title is not None and ABOUT.match(title.get_text(" "))):
        return True
    is_sentence = ENDS.search(tag.get_text(" ").strip()) is not None
    return title is None and (PERSON.search(class_reason(tag)[1]) is not None or not is_sentence)


def _asks_for_consent(measure: Measure, text: str) -> bool:
    if measure.acts:
        return COOKIES.search(text) is not None or PRIVACY.search(text) is not None
    return measure.far > 0 and COOKIES.search(text) is not None


def _leads_away(tag: Tag, measure: Measure) -> bool:
    """By a link that is no word in the middle of a sentence."""
    if not measure.far:
        return False
    links = [tag] if tag.name == "a" else tag.find_all("a", href=True, limit=MOST_LINKS + 1)
    return len(links) > MOST_LINKS or not all(map(_is_in_a_sentence, links))


def begins_with_text(tag: Tag, heading: str) -> bool:
    """Right below the heading stands a paragraph without a link: links to other pages follow an author's text too."""
    for node in tag.find_all(string=re.compile(r"\w"), limit=5):
        text = " ".join(node.split())
        if text == heading or node.find_parent(HEADING_TAGS) is not None:
            continue
        block = node.parent if node.parent is None or node.parent.name not in INLINE else block_above(node.parent)
        return block is not None and block.find("a") is None and len(text) >= ENOUGH and not node.find_parent("a")
    return False


def _is_in_a_sentence(link: Tag) -> bool:
    around = (link.previous_sibling, link.next_sibling)
    return all(isinstance(node, NavigableString) and re.search(r"\w", node) for node in around)


def reads_as_text(tag: Tag) -> bool:
    """It ends as a sentence does, or holds an amount or a number to call."""
    text = _last_words(tag)
    return bool(text) and (bool(ENDS.search(text) or COUNTED.search(text)) or tag.find(is_call) is not None)


def _last_words(tag: Tag) -> str:
    """Nothing where there are too few for a line of text; Chinese and Japanese put no space between theirs."""
    words = tag.get_text(" ").split()
    text = " ".join(words[-LAST_WORDS:])
    return text if len(words) >= LEAST_WORDS or CJK.search(text) else ""


def _says_something(tag: Tag, reason: str) -> bool:
    """A paragraph, a cell or an item in it holds a few words, or all of it reads as a sentence."""
    text = _last_words(tag)
    if not text:
        return False
    if ENDS.search(text) or (reason not in COUNTING and COUNTED.search(text)):
        return True
    if tag.name == "dl" or tag.find(("th", "dl")) is not None:
        return True
    if tag.name in ("ul", "ol"):
        return reason not in NAMELESS
    inner = [tag] if tag.name in FILLED else tag.find_all(FILLED, limit=20)
    return reason not in NAMELESS and any(
        len(part.get_text(" ").split()) >= LEAST_WORDS for part in inner if not part.get("role")
    )
