"""Lines that only work the page: to its top, to the page or the slide before, and what a form says once it is sent."""

from __future__ import annotations

import re

from bs4 import Tag

from .acts import has_words
from .measure import Measure

LINES = ("p", "div", "a", "span", "li")
LONGEST = 40  # characters
TOP = re.compile(r"#(?:(?:\w+-)?top|top-?of-?page|_?pagetop|back-?to-?top|up)", re.I)
BACK = re.compile(r"\bhistory\s*\.\s*(?:back|go)\s*\(|^javascript:\s*(?:window\s*\.\s*)?(?:print|close)\s*\(", re.I)
OUTCOMES = {"success", "done", "fail", "failed", "error", "errors", "thanks", "sent"}
TURNS = {"prev", "previous", "next"}
LONGEST_LABEL = 25
LONGEST_OUTCOME = 200


def leads_to_top(tag: Tag, measure: Measure) -> bool:
    """A line that is nothing but a link to the top of the page."""
    link = _only_link(tag, measure) if measure.text == measure.near else None
    return link is not None and TOP.fullmatch(str(link.get("href") or "").strip()) is not None


def only_goes_back(tag: Tag, measure: Measure) -> bool:
    """A line that is nothing but a link by which a script goes back to the page before, or prints or closes this one."""
    link = _only_link(tag, measure)
    return link is not None and any(BACK.search(str(link.get(key) or "").strip()) for key in ("href", "onclick"))


def _only_link(tag: Tag, measure: Measure) -> Tag | None:
    if tag.name not in LINES or not 0 < measure.text == measure.links + measure.near < LONGEST:
        return None
    links = [tag] if tag.name == "a" else tag.find_all("a", limit=2)
    return links[0] if len(links) == 1 else None


def is_told_by_form(tag: Tag, measure: Measure) -> bool:
    """It waits in a box that holds the form and nothing else but what that says."""
    if tag.name not in ("div", "p") or not 0 < measure.text < LONGEST_OUTCOME or not has_words(tag, OUTCOMES):
        return False
    if tag.parent is None or re.search(r"\d", tag.get_text()):
        return False
    beside = tag.parent.find_all(True, recursive=False, limit=5)
    forms = [child for child in beside if child.name == "form"]
    return len(forms) == 1 and all(has_words(child, OUTCOMES) for child in beside if child is not forms[0])


def turns_slides(tag: Tag, measure: Measure) -> bool:
    """A button by its role or by what it says to a script, which is named for the slide before or after."""
    if tag.name not in ("a", "div", "span") or not 0 < measure.text < LONGEST_LABEL or not has_words(tag, TURNS):
        return False
    acts = tag.get("role") == "button" or any(tag.has_attr(key) for key in ("data-slide", "data-bs-slide"))
    return acts and not measure.links and re.search(r"\d", tag.get_text()) is None
