"""What an element looks like, apart from what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from .acts import has_words, is_opener
from .measure import INLINE, Measure, Measures
from .vocabulary import FOOT, HEADING_TAGS, SOURCES, class_reason, heading_reason

GALLERY = {"gallery", "slideshow", "galleries", "slideshows", "photogallery"}
BOXES = {"card", "panel", "box", "tile", "table", "accordion", "block", "section", "callout"}
CALLOUTS = {"note", "warning", "info", "important", "tip", "callout", "alert", "caution", "danger", "hint", "box"}
CALLOUTS |= {"highlight", "infobox", "fact", "facts", "key"}
OPENS_ALL = re.compile(
    r"(?:(?:show|open|expand|hide|close|collapse|view) all\b.{0,20}|(?:alle|alles) .{0,20}(?:öffnen|schließen|anzeigen|ausklappen|einklappen)"
    r"|(?:tout|toutes?) .{0,20}|.{0,20}\btout(?:es)?\b.{0,20}|(?:mostrar|abrir|ver|cerrar) tod[oa]s?.{0,20}|(?:mostra|apri|chiudi) tutt[oi].{0,20}"
    r"|すべて.{0,10}|全部.{0,6}|展开全部|عرض (?:الكل|كل .{0,20})|إظهار الكل|הצג הכל)",
    re.I,
)
QUESTION_MARKS = ("?", "？", "؟", ";")


def is_gallery(tag: Tag, measure: Measure, total: Measure) -> bool:
    """Many pictures with captions of their own within an article that has text enough without them."""
    if tag.name not in ("div", "section", "ul", "aside") or total.prose - measure.prose < 800:
        return False
    if not has_words(tag, GALLERY):
        return False
    return len(tag.find_all("img", limit=8)) == 8 or len(tag.find_all("li", limit=8)) == 8


def is_plain_button(tag: Tag, measure: Measure) -> bool:
    """A button that only acts. One that opens a panel holds a question or a heading, which is content."""
    text = " ".join(tag.get_text(" ").split())
    if OPENS_ALL.fullmatch(text) and not text.endswith(QUESTION_MARKS):
        return True
    if is_opener(tag):
        return measure.text <= 2
    if tag.find(HEADING_TAGS) or tag.find_parent((*HEADING_TAGS, "dt", "summary")):
        return False
    return measure.text < 25 and not text.endswith(QUESTION_MARKS)


def is_pictured(tag: Tag) -> bool:
    """A formula for screen readers that a picture beside it shows to everyone, with the formula as its description."""
    if tag.name not in ("span", "div") or "none" not in str(tag.get("style") or "") or tag.find("math") is None:
        return False
    beside = tag.find_next_sibling(True)
    return beside is not None and beside.name == "img" and bool(beside.get("alt"))


def is_part_of_box(tag: Tag) -> bool:
    """The foot of a card or a panel is no foot of the site."""
    return has_words(tag, BOXES)


def is_content_like(tag: Tag, measure: Measure) -> bool:
    """An aside that says something: a warning, a note, a box of facts within the article."""
    if str(tag.get("role") or "") in ("note", "alert") and measure.any_link_share < 0.6 and measure.prose:
        return True
    if measure.any_link_share > 0.25 or not measure.text:
        return False
    if has_words(tag, CALLOUTS):
        return True
    if class_reason(tag)[0] or heading_reason(first_words(tag)) or tag.find(("form", "input")) is not None:
        return False
    return measure.links == 0 or (
        tag.find(("table", "dl")) is not None and tag.find_parent(("article", "main")) is not None
    )


def is_text_in_nav(tag: Tag, measure: Measure) -> bool:
    """Some builders of pages make the panel of an accordion a ``nav``: it holds paragraphs, hardly a link."""
    if tag.get("role") or measure.prose < 25 or measure.any_link_share > 0.25:
        return False
    return tag.find("p") is not None and tag.find_parent(("header", "footer", "nav", "aside")) is None


def is_end_of_article(tag: Tag, measure: Measure) -> bool:
    """The foot of an article that says something, such as its sources; not who runs the site."""
    if tag.find_parent(("article", "main", "section", "blockquote", "figure")) is None or measure.text < 12:
        return False
    text = tag.get_text(" ")
    if FOOT.search(text) or class_reason(tag)[0] not in ("", "footer"):
        return False
    if heading_reason(first_words(tag)) not in ("", "related"):
        return False
    heading = tag.find(HEADING_TAGS)
    if heading is not None and SOURCES.fullmatch(" ".join(heading.get_text(" ").split())):
        return True
    if heading_reason(first_words(tag)) or has_teasers(tag):
        return False
    return measure.prose >= 30 and measure.any_link_share < 0.2


def is_page_header(tag: Tag, measure: Measure) -> bool:
    """The site's own head, with its menu and its name; the head of an article or a section holds its title."""
    if measure.prose > 200 or tag.find_parent(("article", "main", "section")):
        return False
    has_menu = tag.find(("nav", "form", "input")) is not None
    if tag.find("h1") is not None:
        return has_menu and measure.any_link_share > 0.5
    return has_menu or measure.links > 0 or tag.find(HEADING_TAGS) is None


def is_of_part(tag: Tag, measures: Measures) -> bool:
    """The head or the foot of a card or a panel, which leads nowhere: what is around it holds a part of the page's text."""
    measure = measures.of(tag)
    if tag.parent is None or measure.links or measure.near or measure.acts or not measure.text:
        return False
    return measure.text < measures.of(tag.parent).text < measures.all_text / 2


def is_sign_up(tag: Tag, measure: Measure, total: Measure) -> bool:
    """A few words about a form for an e-mail address, in whatever language."""
    if tag.name not in ("div", "section", "aside", "form") or measure.text > 400 or measure.prose > total.prose * 0.3:
        return False
    return tag.find("input", attrs={"type": "email"}) is not None and tag.find(("table", "ul", "ol", "dl")) is None


def has_teasers(tag: Tag) -> bool:
    return sum(_is_teaser(link) for link in tag.find_all("a", href=True, limit=50)) >= 2


def _is_teaser(link: Tag) -> bool:
    """A link that is a line of its own, not a word in a sentence."""
    if link.find_parent((*HEADING_TAGS, "li")) is not None or link.find(HEADING_TAGS) is not None:
        return True
    return all(node is None or getattr(node, "name", None) == "br" for node in _neighbours(link))


def _neighbours(link: Tag) -> list[object]:
    def first(nodes: Iterable[object]) -> object:
        return next((node for node in nodes if isinstance(node, Tag) or str(node).strip()), None)

    return [first(link.previous_siblings), first(link.next_siblings)]


def is_last_line(tag: Tag) -> bool:
    """An address after everything else: who runs the site, not whom to turn to."""
    if tag.find_parent(("main", "article", "section")):
        return False
    after = tag.find_next_sibling(True)
    before = tag.find_previous_sibling(True)
    return after is None and before is not None and before.name == "hr"


def is_link_list(tag: Tag, measure: Measure) -> bool:
    """Nothing but links that lead away, under nothing that says what they are."""
    if measure.prose > 60 or measure.link_share < 0.8 or tag.name in ("ol", "table", *HEADING_TAGS):
        return False
    if len(tag.find_all("a", href=True, limit=3)) < 3 or (
        tag.name != "ul" and tag.find((*HEADING_TAGS, "summary", "button", "ol")) is not None
    ):
        return False
    before = element_before(tag)
    if before is None:
        return True
    text = " ".join(before.get_text(" ").split())
    return not (before.name in HEADING_TAGS or text.endswith((":", "：")) or SOURCES.fullmatch(text))


def is_foot_line(tag: Tag, measure: Measure) -> bool:
    """Who runs the site and what rights they keep, in a few words."""
    if measure.text >= 300 or tag.find((*HEADING_TAGS, "table")) is not None:
        return False
    return FOOT.search(tag.get_text(" ")) is not None or (measure.text < 160 and _is_small_print(tag))


def _is_small_print(tag: Tag) -> bool:
    small = tag if tag.name == "small" else tag.find(("small", "font"))
    if small is None or (small.name == "font" and str(small.get("size")) not in ("1", "-1", "-2")):
        return False
    return tag.get_text().split() == small.get_text().split() and tag.find_parent(("article", "main")) is None


def element_before(tag: Tag) -> Tag | None:
    """The element before, with nothing but space between."""
    return _first_element(tag.previous_siblings)


def element_after(tag: Tag) -> Tag | None:
    return _first_element(tag.next_siblings)


def _first_element(siblings: Iterable[PageElement]) -> Tag | None:
    for node in siblings:
        if isinstance(node, Tag):
            return node
        if type(node) is NavigableString and node.strip():
            return None
    return None


def loose_length(tag: Tag) -> int:
    """Characters of text right in the element, in none of its children."""
    return sum(len(child.strip()) for child in tag.contents if type(child) is NavigableString)


def block_above(tag: Tag) -> Tag | None:
    above = tag.parent
    for _ in range(12):
        if above is None or above.name not in INLINE:
            break
        above = above.parent
    return above


def first_words(tag: Tag) -> str:
    for text in tag.stripped_strings:
        return str(text)
    return ""


def teasers_on(tag: Tag) -> set[int]:
    """The teasers of an index page, which is none below ten: articles whose heading is a link to somewhere else."""
    top = tag
    for above in tag.parents:
        top = above
    found = [article for article in top.find_all("article", limit=500) if _leads_elsewhere(article)]
    return {id(article) for article in found} if len(found) >= 10 else set()


def _leads_elsewhere(article: Tag) -> bool:
    """The author or the topic may stand as a heading of its own above the title."""
    links = (h.find("a", href=True) or h.find_parent("a", href=True) for h in article.find_all(HEADING_TAGS, limit=2))
    return any(link is not None and not str(link["href"]).startswith("#") for link in links)
