"""How much text stands in each element, how much of it in links, and how much of it in sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString, Script, Stylesheet

from .acts import is_button, is_field, is_voice
from .vocabulary import HEADING_TAGS

_BLOCKS = """
address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol option p pre section select
summary table tbody td tfoot th thead title tr ul video audio object noscript br
"""
_INLINE = """
a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s small span strong sub sup time tt u var wbr
"""
_UNSEEN = """
script style template head title noscript noembed noframes annotation annotation-xml object textarea select option
datalist
"""
BLOCKS = frozenset(_BLOCKS.split())
INLINE = frozenset(_INLINE.split())
UNSEEN = frozenset(_UNSEEN.split())
MIN_RUN = 25  # characters of a run of text from which on it may be a sentence
TO_CALL = re.compile(r"\s*(?:(?:tel|sms):|mailto:[^?])", re.I)
SENTENCE_ENDS = ".!?:;。！？؟।…"


@dataclass(slots=True)
class Measure:
    text: int = 0  # characters
    links: int = 0  # of them in links that lead elsewhere
    near: int = 0  # of them in links that lead to a place in this page
    prose: float = 0.0  # characters of runs that read like sentences, links apart
    pieces: int = 0  # runs of text
    far: int = 0  # links that lead elsewhere
    fields: int = 0
    buttons: int = 0
    frames: int = 0
    voices: int = 0  # elements that say who wrote something, or when

    @property
    def link_share(self) -> float:
        return self.links / self.text if self.text else 0.0

    @property
    def any_link_share(self) -> float:
        return (self.links + self.near) / self.text if self.text else 0.0

    @property
    def acts(self) -> int:
        return self.fields + self.buttons


def is_call(tag: Tag) -> bool:
    """A number to call or an address to write to is text; a letter without an address is one to share the page."""
    return tag.name == "a" and TO_CALL.match(str(tag.get("href") or "")) is not None


class Measures(dict[int, Measure]):
    """The measure of each element below the one it was made of, and the heading that it stands under."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: dict[int, Tag] = {}
        self.by_id: dict[str, Tag] = {}
        self.order: dict[int, int] = {}
        self.all_text = 0

    def of(self, tag: Tag) -> Measure:
        return self.get(id(tag)) or NOTHING


NOTHING = Measure()


def length_of(text: str) -> int:
    """Characters, runs of white space counted as one; an East Asian character says about as much as three letters."""
    length = len(" ".join(text.split()))
    if length and not text.isascii():
        length += 2 * sum("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in text)
    return length


def measures_of(top: Tag) -> Measures:
    found = Measures()
    _Walk(found).of(top)
    found.all_text = found.of(top).text
    return found


class _Walk:
    def __init__(self, found: Measures):
        self.found = found
        self.loose: dict[int, bool] = {}

    def of(self, top: Tag) -> None:
        # By hand and not by calling itself: pages are nested deeper than Python lets calls go.
        run = [0, 0, 0]  # text, links, near of the run of text that is open
        ends = ""
        heading: Tag | None = None
        stack: list[tuple[Tag, bool, str]] = [(top, False, "")]
        open_elements: list[Measure] = []
        while stack:
            node, leaving, link = stack.pop()
            if leaving:
                if self._is_block(node):
                    self._close(run, ends, open_elements)
                    ends = ""
                measure = open_elements.pop()
                if open_elements:
                    above = open_elements[-1]
                    above.text += measure.text
                    above.links += measure.links
                    above.near += measure.near
                    above.prose += measure.prose
                    above.pieces += measure.pieces
                    above.far += measure.far
                    above.fields += measure.fields
                    above.buttons += measure.buttons
                    above.frames += measure.frames
                    above.voices += measure.voices
                continue
            if not isinstance(node, Tag):
                if not isinstance(node, NavigableString) or isinstance(node, (PreformattedString, Script, Stylesheet)):
                    continue
                length = length_of(node)
                if length:
                    measure = open_elements[-1]
                    measure.text += length
                    run[0] += length
                    if link:
                        if link == "near":
                            measure.near += length
                            run[2] += length
                        else:
                            measure.links += length
                            run[1] += length
                    ends = node.rstrip()[-1:]
                continue
            if open_elements:
                above = open_elements[-1]
                above.fields += is_field(node)
                above.buttons += is_button(node)
                above.frames += node.name == "iframe"
                above.voices += is_voice(node)
            if node.name in UNSEEN:
                continue
            if self._is_block(node):
                self._close(run, ends, open_elements)
                ends = ""
            if node.name in HEADING_TAGS:
                heading = node
            elif heading is not None:
                self.found.headings[id(node)] = heading
            if node.get("id"):
                self.found.by_id.setdefault(str(node["id"]), node)
            self.found.order[id(node)] = len(self.found.order)
            measure = Measure()
            self.found[id(node)] = measure
            open_elements.append(measure)
            stack.append((node, True, link))
            if node.name == "a" and node.has_attr("href") and not is_call(node):
                link = "near" if str(node["href"]).lstrip().startswith("#") else "far"
                measure.far += link == "far"
            stack.extend((child, False, link) for child in reversed(node.contents))

    def _is_block(self, tag: Tag) -> bool:
        """An element with a name of its own is a block, but within running text."""
        if "-" not in tag.name or tag.parent is None:
            return tag.name in BLOCKS
        loose = self.loose.get(id(tag.parent))
        if loose is None:
            among = tag.parent.contents
            has_text = any(type(child) is NavigableString and child.strip() for child in among)
            has_blocks = any(isinstance(child, Tag) and child.name in BLOCKS for child in among)
            loose = self.loose[id(tag.parent)] = has_text and not has_blocks
        return not loose

    def _close(self, run: list[int], ends: str, open_elements: list[Measure]) -> None:
        if run[0] and open_elements:
            measure = open_elements[-1]
            measure.pieces += 1
            length = run[0]
            if length >= MIN_RUN:
                own = length - run[1] - run[2]
                # What is nearly all link is a teaser or a menu, however long.
                if own > length * 0.4:
                    measure.prose += own if length >= 80 or (ends and ends in SENTENCE_ENDS) else own * 0.5
        run[0] = run[1] = run[2] = 0
