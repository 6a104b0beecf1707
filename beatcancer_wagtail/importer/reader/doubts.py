"""What goes, and yet may be a part of the article: the page then needs a look."""

from __future__ import annotations

from bs4 import NavigableString, Tag

from ..amounts import MEASURED, says_no
from ..words import words_key
from .content import Finder, is_landmark, landmark_above
from .people import BY
from .shapes import first_words
from .titles import is_alike
from .vocabulary import HEADING_TAGS, heading_reason

# In these a "no" is one of the article; others say it of themselves, such as "No spam" and "Don't miss it".
TELLING = frozenset(
    ["share", "footer", "form", "gallery", "header", "navigation", "noscript", "outside", "popup", "related", "sidebar"]
)
# How old something is or how long it takes to read stands in boxes of links too.
MEASURING = frozenset(["footer", "form", "header", "noscript", "outside", "popup"])
OF_SITES = frozenset(["footer", "header", "navigation"])
LONGEST = 2000  # characters


class Doubts:
    """Asked of each element that goes from one page."""

    def __init__(self, core: Tag, finder: Finder, title: str):
        self.finder = finder
        self.title = words_key(title)
        self.core = core
        self.landmark = None if is_landmark(core) else landmark_above(core)

    def has(self, tag: Tag, reason: str) -> bool:
        if reason == "outside" and not self._is_beside(tag):
            return False
        reason = self.finder.reasons.get(id(tag), reason)
        if reason not in TELLING:
            return False
        # Where the whole page is the text, its head and its foot may be the site's.
        is_whole = self.core.name == "body" and reason in OF_SITES
        if not any(is_landmark(above) or (above is self.core and not is_whole) for above in tag.parents):
            return False
        if heading_reason(first_words(tag)) in ("newsletter", "feedback", "comments"):
            return False
        titles = [heading for heading in headings_of(tag) if self._is_title(heading)]
        own = own_words(tag, titles)
        if reason == "noscript" and "script" in own.casefold():
            return False
        if says_no(own) or (reason in MEASURING and MEASURED.search(own) is not None):
            return True
        return reason == "outside" and not BY.match(own) and self._says_something(tag, titles)

    def _is_beside(self, tag: Tag) -> bool:
        """Within what the page calls its content, where the text does not fill it."""
        return self.landmark is not None and any(above is self.landmark for above in tag.parents)

    def _is_title(self, heading: Tag) -> bool:
        text = words_key(heading.get_text(" "))
        return text in self.title or is_alike(text, self.title)

    def _says_something(self, tag: Tag, titles: list[Tag]) -> bool:
        """A heading or a run of words of which nothing leads away; the page's title is said by its facts."""
        of = self.finder.measures.of
        measure = of(tag)
        if 2 * measure.near > measure.text:
            return False
        said = words_key(own_words(tag, headings_of(tag)))
        if said and (f" {said} " in f" {self.title} " or is_alike(said, self.title)):
            return False  # the last of the places that lead to the page
        for heading in headings_of(tag):
            here = of(heading)
            is_own = here.text and not (here.links or here.near or heading_reason(heading.get_text(" ")))
            if is_own and not any(heading is title for title in titles):
                return True
        return measure.prose > sum(of(title).prose for title in titles)


def headings_of(tag: Tag) -> list[Tag]:
    return [tag] if tag.name in HEADING_TAGS else tag.find_all(HEADING_TAGS)


def own_words(tag: Tag, but: list[Tag]) -> str:
    """The words that lead nowhere, without those of some elements in it."""
    without = {id(part) for part in but}
    parts: list[str] = []
    length = 0
    stack: list[object] = [tag]
    while stack and length < LONGEST:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name not in ("a", "script", "style") and id(node) not in without:
                stack += reversed(node.contents)
        elif type(node) is NavigableString:
            parts.append(str(node))
            length += len(node)
    return " ".join(" ".join(parts).split())
