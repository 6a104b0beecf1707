"""Plain text in elements that are named after a menu, a foot or a form."""

from __future__ import annotations

import re

from bs4 import Tag

from ..words import words_of
from .acts import takes_words
from .dates import iso_date
from .evidence import FEW_LINKS, LEAST_WORDS
from .measure import Measure, Measures
from .people import BY
from .shapes import first_words, is_of_part, is_part_of_box
from .vocabulary import FOOT, class_reason, heading_reason

SENTENCE = re.compile(r"\w[.!?…](?:\s|$)|[。！？؟।]")
LEAST_MENU, LEAST_NOTE, LONGEST_NOTE = 20, 8, 300  # characters


def is_text_in_menu(tag: Tag, measure: Measure) -> bool:
    """A menu in which there is nothing to click: steps in sentences, or what is for lunch."""
    if measure.any_link_share > 0.1 or measure.text < LEAST_MENU:
        return False
    if tag.find_parent(("header", "footer", "nav", "aside")) is not None or tag.find(_acts) is not None:
        return False
    is_list = tag.name == "menu" or str(tag.get("role") or "").casefold() in ("menu", "directory")
    return is_list or SENTENCE.search(tag.get_text(" ")) is not None


def is_note(tag: Tag, measures: Measures) -> bool:
    """The last words of a section, a card or a panel: a source, a note; not who wrote it when, nor who runs the site."""
    text = " ".join(tag.get_text(" ").split())
    if measures.of(tag).any_link_share or not LEAST_NOTE <= len(text) <= LONGEST_NOTE:
        return False
    of_part = is_of_part(tag, measures)
    if class_reason(tag)[0] and not (of_part and is_part_of_box(tag)):
        return False
    if (
        not (of_part or tag.find_parent(("article", "main", "section")))
        or tag.find(("time", "img", "form")) is not None
    ):
        return False
    says_else = FOOT.search(text) or BY.match(text) or iso_date(text) or heading_reason(first_words(tag))
    return not says_else and tag.find(_acts) is None


def _acts(tag: Tag) -> bool:
    return (
        tag.name in ("button", "input", "select")
        or str(tag.get("role") or "").startswith(("menuitem", "button", "tab", "option"))
        or any(name[:2] == "on" for name in tag.attrs)
    )


def is_form_of_text(tag: Tag, measure: Measure, total: Measure) -> bool:
    """Much of the page's text, or nothing in it is to be typed: a list to tick. A question about the page is none."""
    says_much = measure.prose > 150 and tag.find(("table", "dl", "ol", "ul", "h2", "h3")) is not None
    if says_much or measure.prose > max(400, total.prose * 0.1):
        return True
    if measure.any_link_share >= FEW_LINKS or tag.find(takes_words) is not None or heading_reason(first_words(tag)):
        return False
    pressed = sum(len(words_of(button.get_text(" "))) for button in tag.find_all("button"))
    return len(words_of(tag.get_text(" "))) - pressed >= LEAST_WORDS
