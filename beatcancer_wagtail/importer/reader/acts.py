"""What on a page is there to be pressed, filled in or followed, and who speaks: evidence that names alone do not give."""

from __future__ import annotations

from bs4 import Tag

from .vocabulary import HEADING_TAGS, class_reason, names_of, words_of_class

OPENS = ("aria-expanded", "aria-controls", "data-target", "data-bs-target", "data-toggle", "data-bs-toggle")
OPENERS = {"accordion", "collapsible", "collapse", "expander", "toggle", "faq", "question"}
FIELDS = ("form", "select", "textarea")
TICKED = ("hidden", "checkbox", "radio")  # many a panel of text is opened by a box to tick
TITLES = (*HEADING_TAGS, "dt", "summary")
PRESSED = ("submit", "button", "reset", "image")
ITEMS = {"comment", "comments", "commentlist", "reply", "replies"}


def has_words(tag: Tag, words: set[str]) -> bool:
    return any(words & set(words_of_class(name)) for name in names_of(tag))


def is_opener(tag: Tag) -> bool:
    return any(tag.has_attr(key) for key in OPENS) or has_words(tag, OPENERS)


def is_field(tag: Tag) -> bool:
    """Something to fill in."""
    if tag.name == "input":
        return str(tag.get("type") or "").casefold() not in TICKED
    return tag.name in FIELDS


def takes_words(tag: Tag) -> bool:
    """Something to type in or to choose from, where others tick a box or press a button."""
    if tag.name == "input":
        return str(tag.get("type") or "").casefold() not in (*TICKED, *PRESSED)
    return tag.name in ("select", "textarea")


def is_button(tag: Tag) -> bool:
    """Something to press. What opens a panel of text is none."""
    if tag.name != "button" and tag.get("role") != "button":
        return False
    in_title = tag.find(HEADING_TAGS) is not None or (tag.parent is not None and tag.parent.name in TITLES)
    return not in_title and not is_opener(tag)


def is_voice(tag: Tag) -> bool:
    """It says who wrote something, or when, or is what one of many wrote."""
    if tag.name == "time":
        return True
    if not tag.get("class"):
        return False
    reason, word = class_reason(tag)
    return reason == "byline" or word in ITEMS
