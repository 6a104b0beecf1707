"""Content that a person points at with CSS selectors."""

from __future__ import annotations

from collections.abc import Sequence

import soupsieve
from bs4 import BeautifulSoup, Tag

from ..drops import gettext_noop
from ..outline import Dropped
from .found import CannotRead
from .prune import remove, text_in

LONGEST = 100
NO_SELECTOR = gettext_noop(
    "“%(selector)s” is no CSS selector. Write it as in a style sheet, such as “main” or “div.article”."
)
FINDS_NOTHING = gettext_noop(
    "Nothing on this page is found with “%(selector)s”. Look at the page's source and correct it."
)


def selected(soup: BeautifulSoup, selector: str) -> list[Tag]:
    try:
        return list(soup.select(selector, limit=1000))
    except (soupsieve.SelectorSyntaxError, ValueError, NotImplementedError) as error:
        raise CannotRead("selector", NO_SELECTOR, selector=selector[:LONGEST]) from error


def chosen(soup: BeautifulSoup, selector: str) -> Tag:
    """The first element with text that the selector finds; all of them in one where they are several."""
    found = [tag for tag in selected(soup, selector) if text_in(tag) or tag.find("img")]
    if not found:
        raise CannotRead("selector", FINDS_NOTHING, selector=selector[:LONGEST])
    these = {id(tag) for tag in found}
    outermost = [tag for tag in found if not any(id(above) in these for above in tag.parents)]
    if len(outermost) == 1:
        return outermost[0]
    around = soup.new_tag("div")
    outermost[0].insert_before(around)
    for tag in outermost:
        around.append(tag.extract())
    return around


def drop_chosen(soup: BeautifulSoup, selectors: Sequence[str], dropped: list[Dropped]) -> None:
    for selector in selectors:
        for tag in selected(soup, selector):
            if tag.parent is not None and tag.name not in ("html", "body"):
                remove(tag, "mapping", dropped)
