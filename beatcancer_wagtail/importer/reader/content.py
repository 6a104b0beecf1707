"""Which part of the page is its content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bs4 import NavigableString, Tag

from .boilerplate import Boilerplate
from .datelines import words_beside_dates
from .dates import iso_date
from .evidence import reads_as_text
from .measure import Measure, measures_of
from .shapes import first_words, is_foot_line
from .vocabulary import HEADING_TAGS, class_reason, heading_reason

ENOUGH = 0.9  # of the page's text in the smallest element that counts as its core
LONGEST_DATE = 60  # characters
NEAR = 6  # elements between what is said above the head of the site and that head
STRUCTURE = ("table", "dl", "ul", "ol", "pre", "details", "figcaption")
SHOWN = ("img", "video", "audio", "iframe")
_WHOLE = """
p li blockquote ul ol dl dt dd pre figure details span a b i em strong font
"""
WHOLE = frozenset(_WHOLE.split())  # nothing in them is the whole content, however much of the page's text it is


def weight_of(measure: Measure) -> float:
    """Sentences count whole; cells, items and labels for a quarter."""
    return measure.prose + 0.25 * max(0.0, measure.text - measure.links - measure.near - measure.prose)


class Finder:
    def __init__(self, body: Tag):
        self.body = body
        self.measures = measures_of(body)
        self.boilerplate = Boilerplate(body, self.measures)
        self.reasons: dict[int, str] = {}
        self.weights: dict[int, float] = {}
        self._title: tuple[Tag, Tag | None, Tag | None] | None = None
        self._weigh()

    def _weigh(self) -> None:
        """The weight of each element without what in it is boilerplate, from the inside out."""
        order: list[Tag] = []
        stack = [self.body]
        while stack:
            tag = stack.pop()
            order.append(tag)
            for child in tag.contents:
                if not isinstance(child, Tag) or id(child) not in self.measures:
                    continue
                reason = self.boilerplate.reason(child)
                if reason:
                    self.reasons[id(child)] = reason
                else:
                    stack.append(child)
        for tag in reversed(order):
            if self._is_thin(tag):
                self.weights[id(tag)] = 0.0
                continue
            own = weight_of(self.measures.of(tag))
            inside = 0.0
            for child in tag.contents:
                if isinstance(child, Tag):
                    own -= weight_of(self.measures.of(child))
                    inside += self.weights.get(id(child), 0.0)
            self.weights[id(tag)] = max(0.0, own) + inside

    def judge_parts(self, tag: Tag) -> None:
        """The reasons of what stands right in an element that was to go as a whole, and stays."""
        for child in tag.find_all(True, recursive=False):
            if reason := self.boilerplate.reason(child):
                self.reasons[id(child)] = reason

    def _is_thin(self, tag: Tag) -> bool:
        """Teasers: links with a few words each. They hold no core, though they are kept where they stand within it."""
        measure = self.measures.of(tag)
        if tag.name not in ("div", "section", "td", "ul") or measure.any_link_share < 0.4 or measure.text < 60:
            return False
        return measure.prose < self.boilerplate.total.prose * 0.15 and measure.links > measure.near

    def weight(self, tag: Tag) -> float:
        return self.weights.get(id(tag), 0.0)

    def core(self) -> Tag:
        tag = self._landmark() or self.body
        while True:
            heaviest = max(_tags(tag), key=self.weight, default=None)
            if heaviest is None or self.weight(heaviest) < self.weight(tag) * ENOUGH or not self.weight(heaviest):
                return tag
            if heaviest.name in WHOLE or (heaviest.name == "table" and heaviest.find(("th", "caption"))):
                return tag
            tag = heaviest

    def _landmark(self) -> Tag | None:
        """The one element that the page itself calls its content, if it holds most of the text."""
        total = self.weight(self.body)
        best: Tag | None = None
        for tag in self.body.find_all(is_landmark):
            if self.weight(tag) > total * 0.5:
                best = tag  # the innermost of them comes last
        return best

    def widened(self, core: Tag) -> Tag:
        """The core, or the nearest element above it that holds all its siblings that are content as well."""
        root = core
        below = core
        for above in list(core.parents):
            if above is self.body.parent or not isinstance(above, Tag):
                break
            if any(self.belongs(child, core) for child in _tags(above) if child is not below) or _has_loose_text(above):
                root = above
            below = above
        return root

    def _is_headed(self, tag: Tag, measure: Measure) -> bool:
        """A heading with something under it, and not one of those over links to other pages."""
        heading = tag.find(HEADING_TAGS)
        if heading is None or heading_reason(heading.get_text(" ")):
            return False
        return measure.text - self.measures.of(heading).text >= 5

    def belongs(self, tag: Tag, core: Tag) -> bool:
        if id(tag) in self.reasons or self._is_above_the_head(tag, core):
            return False
        measure = self.measures.of(tag)
        if self._is_plain_part(tag, measure, core) or (tag.name != "h1" and self._heads_the_text(tag, core)):
            return True
        if measure.any_link_share > 0.3 or measure.text < 8:
            return False
        opener = self.boilerplate.windows.opener_of(tag)
        if opener is not None and any(above is core for above in opener.parents):
            return True
        landmark = landmark_above(core)
        is_text = measure.prose >= 60 or tag.find(STRUCTURE) is not None or tag.name in STRUCTURE
        is_text = is_text or self._is_headed(tag, measure)
        if landmark is not None and any(above is landmark for above in tag.parents):
            return is_text or (not measure.links and reads_as_text(tag))
        # Beside what the page itself calls its content, a line of text is most often one of the site.
        is_line = not is_text and landmark is None and reads_as_text(tag)
        if not measure.links and not class_reason(tag)[0] and (is_text or is_line):
            return True
        if landmark is not None and self.weight(landmark) > self.weight(self.body) * 0.8:
            # The page says where its content is and nearly all is there: what stands beside it must be plainly more of it.
            return False
        return measure.prose >= 150 and (measure.prose > self.weight(core) * 0.04 or tag.find(HEADING_TAGS) is not None)

    def _is_plain_part(self, tag: Tag, measure: Measure, core: Tag) -> bool:
        """Words or pictures within the article with nothing to follow, to fill in or to press, which nothing calls anything else."""
        if measure.links or measure.near or measure.far or measure.acts:
            return False
        if not measure.text and tag.name not in SHOWN and tag.find(SHOWN) is None:
            return False
        if tag.name in HEADING_TAGS:  # of a form or of something else that goes
            after = next((one for one in islice(_siblings_after(tag), NEAR) if one.name not in HEADING_TAGS), None)
            if after is not None and (id(after) in self.reasons or self.measures.of(after).acts):
                return False
        if not self._is_in_the_article(tag, core) or class_reason(tag)[0] or heading_reason(first_words(tag)):
            return False
        return not is_foot_line(tag, measure) and not is_only_a_date(tag, measure)

    def _is_in_the_article(self, tag: Tag, core: Tag) -> bool:
        """Below its title, within what the page calls its content or else within the smallest element that holds both."""
        landmark = landmark_above(core)
        is_within = landmark is not None and any(above is landmark for above in tag.parents)
        title, around = self._title_above(core)
        if title is None or title is tag:
            return is_within and title is None
        order = self.measures.order
        place = order.get(id(tag), 0)
        # Without a landmark, what shows no words after the text is as likely a banner.
        is_further = landmark is None and self.measures.of(tag).text > 0
        is_below = place > order[id(title)] and (is_further or place < order[id(core)])
        return is_within or (is_below and any(above is around for above in tag.parents))

    def _title_above(self, core: Tag) -> tuple[Tag | None, Tag | None]:
        """The main heading above the core, which is no part of the text but stands with the facts, and what holds both.

        Where the page has none, another heading right above the core, which is a part of the text.
        """
        if self._title is None or self._title[0] is not core:
            order = self.measures.order
            titles = self.body.find_all("h1")
            if not titles:
                path = {id(above) for above in core.parents}
                headings = (tag for tag in self.body.find_all(HEADING_TAGS) if id(tag.parent) in path)
                titles = [tag for tag in headings if self._heads_the_text(tag, core)]
            title = next((tag for tag in reversed(titles) if order.get(id(tag), len(order)) < order[id(core)]), None)
            above = {id(tag) for tag in title.parents} if title is not None else set()
            self._title = core, title, next((tag for tag in core.parents if id(tag) in above), None)
        return self._title[1:]

    def _heads_the_text(self, tag: Tag, core: Tag) -> bool:
        """A heading below which the text begins, perhaps after another heading; a date is none."""
        measure = self.measures.of(tag)
        if tag.name not in HEADING_TAGS or heading_reason(tag.get_text(" ")) or is_only_a_date(tag, measure):
            return False
        landmark = core if is_landmark(core) else landmark_above(core)
        if measure.links if landmark is None else not any(above is landmark for above in tag.parents):
            return False
        path = {id(core), *(id(above) for above in core.parents)}
        after = next(
            (sibling for sibling in islice(_siblings_after(tag), NEAR) if sibling.name not in HEADING_TAGS), None
        )
        if after is None or id(after) not in path:
            return False
        return landmark is not None or after.find("h1") is None  # where the title is there, this is the site's

    def _is_above_the_head(self, tag: Tag, core: Tag) -> bool:
        """What stands before the head of the site and has no heading is said by the site, such as who runs it."""
        if tag.name in HEADING_TAGS or tag.find(HEADING_TAGS) is not None:
            return False
        path = {id(core), *(id(above) for above in core.parents)}
        for sibling in islice(_siblings_after(tag), NEAR):
            if id(sibling) in path:
                return False
            if self.reasons.get(id(sibling)) == "header":
                return True
        return False


def is_landmark(tag: Tag) -> bool:
    return (
        tag.name in ("main", "article")
        or str(tag.get("role") or "").casefold() in ("main", "article")
        or "articlebody" in str(tag.get("itemprop") or "").casefold()
    )


def landmark_above(tag: Tag) -> Tag | None:
    return next((above for above in tag.parents if isinstance(above, Tag) and is_landmark(above)), None)


def is_only_a_date(tag: Tag, measure: Measure) -> bool:
    text = tag.get_text(" ") if measure.text <= LONGEST_DATE else ""
    return bool(iso_date(text)) and not words_beside_dates(text)


def _tags(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.contents if isinstance(child, Tag))


def _siblings_after(tag: Tag) -> Iterator[Tag]:
    return (sibling for sibling in tag.next_siblings if isinstance(sibling, Tag))


def _has_loose_text(tag: Tag) -> bool:
    return sum(len(child.strip()) for child in tag.contents if type(child) is NavigableString) > 60
