"""What on a page is no content, and why. Hidden is no reason: what is collapsed or in a tab is content."""

from __future__ import annotations

from bs4 import Tag

from .evidence import begins_with_text, is_borne_out, is_text
from .measure import INLINE, Measure, Measures
from .mechanics import is_told_by_form, leads_to_top, only_goes_back, turns_slides
from .plain_texts import is_form_of_text, is_note, is_text_in_menu
from .shapes import (
    block_above,
    element_after,
    element_before,
    first_words,
    has_teasers,
    is_content_like,
    is_end_of_article,
    is_gallery,
    is_last_line,
    is_of_part,
    is_page_header,
    is_part_of_box,
    is_pictured,
    is_plain_button,
    is_sign_up,
    is_text_in_nav,
    loose_length,
    teasers_on,
)
from .vocabulary import HEADING_TAGS, ROLES, TO_TOP, WEAK, class_reason, heading_reason, names_of
from .windows import Windows

CONTROLS = {"input", "select", "textarea", "option", "datalist"}
TAGS = {"nav": "navigation", "menu": "navigation", "footer": "footer", "dialog": "popup"}
GO_WITH_THEIR_HEADING = {"related", "share", "comments", "newsletter"}
LOOKS = {"control", "sidebar", "popup", "navigation", "related", "tags", "feedback", "comments", "consent"}
NEVER = {"html", "body", "main", "h1", "tr", "tbody", "thead", "th", "summary", "dt", "dd"}
TEXT_BLOCKS = {*HEADING_TAGS, "p", "li", "dt", "dd", "summary", "td", "th", "figcaption", "blockquote"}
LISTS = {"div", "section", "ul", "ol", "table", "article", "details", "td"}


class Boilerplate:
    """Judges the elements of one page."""

    def __init__(self, top: Tag, measures: Measures):
        self.measures = measures
        self.total = measures.of(top)
        self.windows = Windows(top, measures)
        self._loose: dict[int, int] = {}
        self._teasers: set[int] | None = None
        self._titles: int | None = None  # the main headings of the page

    def reason(self, tag: Tag) -> str:
        """Why this element goes as a whole, or ""."""
        if tag.name in NEVER or (tag.name == "li" and not names_of(tag)):
            return ""
        if is_pictured(tag):
            return "repeat"
        if tag.name in INLINE and self._in_a_sentence(tag):
            return ""
        measure = self.measures.of(tag)
        if tag.name == "form" and self._is_page(tag, measure):
            return ""
        if only_goes_back(tag, measure) or (leads_to_top(tag, measure) and TO_TOP.search(tag.get_text(" ").strip())):
            return "navigation"
        if is_told_by_form(tag, measure):
            return "form"
        if turns_slides(tag, measure):
            return "control"
        if is_gallery(tag, measure, self.total):
            return "gallery"
        if measure.prose > self.total.prose * 0.5 and measure.prose > 100:
            # On a short page the foot of the site or what readers wrote may be longer than the text.
            if class_reason(tag)[0] == "comments" == heading_reason(first_words(tag)) and is_borne_out(
                tag, measure, "comments"
            ):
                return "comments"
            return self._by_tag(tag, measure) if tag.name in TAGS and measure.prose < self.total.prose * 0.9 else ""
        if tag.name in HEADING_TAGS:
            return self._of_heading(tag)
        reason = (
            self._by_role(tag, measure)
            or self._by_tag(tag, measure)
            or self._by_class(tag, measure)
            or self._by_heading(tag, measure)
            or ("newsletter" if is_sign_up(tag, measure, self.total) else "")
            or self._by_teaser(tag, measure)
        )
        return "" if reason == "popup" and self.windows.opener_of(tag) is not None else reason

    def _is_page(self, tag: Tag, measure: Measure) -> bool:
        """The whole page in one element, as some servers write their forms: it holds the title, or most of the text."""
        if self._titles is None:
            self._titles = len([*tag.parents][-1].find_all("h1"))
        holds_titles = bool(self._titles) and len(tag.find_all("h1")) == self._titles
        return holds_titles or 2 * (measure.text - measure.links) > self.total.text - self.total.links

    def _in_a_sentence(self, tag: Tag) -> bool:
        """Whether the element stands within running text, where a class name says nothing of the text."""
        above = block_above(tag)
        if above is None:
            return False
        own = self._loose.get(id(above))
        if own is None:
            own = self._loose[id(above)] = loose_length(above)
        if above.name in ("p", "dt", "figcaption", "summary", *HEADING_TAGS):
            return self.measures.of(above).text > self.measures.of(tag).text + 1
        return own > 3 or (own > 0 and above.name in TEXT_BLOCKS)

    def _of_heading(self, tag: Tag) -> str:
        """A heading goes with the links to other articles that stand under it."""
        if heading_reason(tag.get_text(" ")) not in GO_WITH_THEIR_HEADING:
            return self._above_teaser(tag)
        after = element_after(tag)
        reason = self.reason(after) if after is not None and after.name not in HEADING_TAGS else ""
        return reason if reason in GO_WITH_THEIR_HEADING else ""

    def _by_role(self, tag: Tag, measure: Measure) -> str:
        role = str(tag.get("role") or "").split(" ")[0].casefold()
        reason = ROLES.get(role, "")
        if reason == "sidebar" and is_content_like(tag, measure):
            return ""
        if reason == "navigation" and (measure.prose > 60 or tag.find(attrs={"role": "tabpanel"}) is not None):
            # Some accordions call the whole of themselves a list of tabs.
            return ""
        return "" if reason == "navigation" and is_text_in_menu(tag, measure) else reason

    def _by_tag(self, tag: Tag, measure: Measure) -> str:
        if tag.name == "form":
            return "" if is_form_of_text(tag, measure, self.total) else "form"
        if tag.name in CONTROLS:
            return "control" if measure.prose < 120 else ""
        if tag.name == "button":
            is_plain = is_plain_button(tag, measure) and not self.windows.opens_text(tag)
            return "control" if is_plain or self.windows.opens_what_is_above(tag) else ""
        if tag.name == "aside":
            return "" if is_content_like(tag, measure) or self._only_named_so(tag, measure) else "sidebar"
        if tag.name == "header" or tag.name.endswith("-header"):
            return "header" if is_page_header(tag, measure) and not is_of_part(tag, self.measures) else ""
        is_quoted = tag.name == "footer" and tag.find_parent(("blockquote", "figure"))
        if is_quoted or (tag.name == "footer" and (is_end_of_article(tag, measure) or is_note(tag, self.measures))):
            return ""
        if tag.name in ("nav", "menu") and is_text_in_menu(tag, measure):
            return ""
        if tag.name == "address":
            return "footer" if is_last_line(tag) else ""
        if tag.name == "nav" and is_text_in_nav(tag, measure):
            return ""
        return TAGS.get(tag.name, "")

    def _only_named_so(self, tag: Tag, measure: Measure) -> bool:
        """An aside of text without a link, of which nothing but its class says that it is something else."""
        reason, word = class_reason(tag)
        says_so = reason in ("popup", "sidebar") and word not in WEAK
        return bool(reason) and not says_so and not measure.links and is_text(tag, measure, reason)

    def _by_class(self, tag: Tag, measure: Measure) -> str:
        reason, word = class_reason(tag)
        if reason == "contents":
            # A list of contents within the content is one of its lists; a menu goes, and its title and its button with it.
            is_menu = measure.near and not measure.links and measure.text - measure.near < 60
            return reason if is_menu and tag.find("nav") is not None else ""
        if not reason:
            return ""
        if self._is_in_a_row(tag) or is_text(tag, measure, reason):
            return ""
        if tag.name in TEXT_BLOCKS and measure.prose >= 30 and measure.any_link_share < 0.3:
            # A paragraph of text: its class says how it looks, unless it is one of these.
            return reason if reason in ("advert", "newsletter", "byline") and measure.text < 200 else ""
        if not measure.links and not measure.acts and reason in LOOKS and self._fills_a_block(tag):
            return ""
        if reason == "popup" and tag.name == "a":
            return ""  # it opens a window, and is none
        if word in ("footer", "foot") and not measure.links and is_part_of_box(tag):
            return ""
        if reason in ("comments", "consent") or (reason == "related" and heading_reason(first_words(tag)) == "related"):
            return reason
        if word in WEAK:
            acts = measure.prose < 80 and measure.acts
            return reason if measure.any_link_share > 0.35 or acts else ""
        if measure.prose > 600 and measure.any_link_share < 0.2:
            return ""
        return reason

    def _is_in_a_row(self, tag: Tag) -> bool:
        """A cell of a table of data stays in its place."""
        if tag.name not in ("td", "th") or self.measures.of(tag).any_link_share >= 0.3:
            return False
        return tag.find_parent("table") is not None and not self.measures.of(tag).acts

    def _fills_a_block(self, tag: Tag) -> bool:
        """It is a paragraph, a cell or an item, or all that stands in one."""
        above: Tag | None = tag
        text = self.measures.of(tag).text
        for _ in range(4):
            if above is None or self.measures.of(above).text != text:
                return False
            if above.name in TEXT_BLOCKS:
                return True
            above = above.parent
        return False

    def _by_heading(self, tag: Tag, measure: Measure) -> str:
        if tag.name not in LISTS or measure.prose > max(400, self.total.prose * 0.25):
            return ""
        heading = first_words(tag)
        before = element_before(tag)
        if before is not None and before.name in HEADING_TAGS:
            heading_above = before.get_text(" ")
            if heading_reason(heading_above) == "related":
                heading = heading_above if not heading_reason(heading) else heading
        reason = heading_reason(heading) if heading else ""
        if reason in ("share", "advert", "feedback", "newsletter", "comments"):
            return reason if self._has_evidence(tag, measure, reason, heading) else ""
        if reason == "related":
            rest = measure.text - (len(heading) if first_words(tag) == heading else 0)
            if rest <= 0 or len(tag.find_all("a", href=True, limit=2)) < 2 or begins_with_text(tag, heading):
                return ""
            # Links within sentences are the author's; teasers have theirs in headings or items.
            return reason if measure.links > rest * 0.6 or (measure.links > rest * 0.2 and has_teasers(tag)) else ""
        return ""

    def _has_evidence(self, tag: Tag, measure: Measure, reason: str, heading: str) -> bool:
        """Something to press, to fill in or to follow, or nothing but that heading, since a heading may mean anything."""
        rest = measure.text - len(heading)
        if measure.fields or (measure.frames and measure.prose < 60):
            return True
        if measure.links + measure.near > rest * 0.4 > 0 and not begins_with_text(tag, heading):
            return True
        if reason in ("newsletter", "comments"):
            return False
        is_all = rest <= 0 and tag.find(HEADING_TAGS) is None
        return is_all or (measure.text < 300 and measure.buttons > 0)

    def _above_teaser(self, tag: Tag) -> str:
        """A topic that stands as a heading above the title of a teaser, and goes with it."""
        above = tag.parent
        if above is None or above.name != "article" or tag.find("a") is not None:
            return ""
        after = [child for child in tag.find_next_siblings("div") if child.find(HEADING_TAGS)]
        return self._by_teaser(after[0], self.measures.of(after[0])) if len(after) == 1 else ""

    def _by_teaser(self, tag: Tag, measure: Measure) -> str:
        """A title that leads to another article, with a line of it, on a page that holds many of these."""
        if tag.name != "div" or measure.link_share < 0.2 or measure.prose > 300:
            return ""
        if self._teasers is None:
            self._teasers = teasers_on(tag)
        return "related" if any(id(above) in self._teasers for above in tag.parents) else ""
