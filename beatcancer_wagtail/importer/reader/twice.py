"""Formulas that a page holds twice, to be seen and to be read aloud: the one that says more stays."""

from __future__ import annotations

from bs4 import BeautifulSoup, NavigableString, Tag

from ..markup import BLOCKS
from ..outline import Dropped
from .prune import remove
from .shapes import is_pictured

READ = (".katex-mathml", ".MJX_Assistive_MathML", "mjx-assistive-mml")
MOST = 5000


def read_once(soup: BeautifulSoup, dropped: list[Dropped], *, keep_pictures: bool) -> None:
    """``keep_pictures``: a formula that a picture shows stays a picture."""
    if soup.find(_is_formula) is None:
        return
    for tag in soup.select("span.MathJax[data-mathml]", limit=MOST):
        if tag.find("math") is None:
            formula = BeautifulSoup(str(tag["data-mathml"]), "lxml").find("math")
            if isinstance(formula, Tag):
                tag.clear()
                tag.append(formula.extract())
    for tag in soup.select(", ".join(READ), limit=MOST):
        if tag.find("math") is None or tag.parent is None:
            continue
        holds_words = tag.parent.name in BLOCKS or any(
            type(child) is NavigableString and child.strip() for child in tag.parent.contents
        )
        for other in [child for child in tag.parent.contents if isinstance(child, Tag) and _is_drawn(child)]:
            if _is_drawing(other) or not holds_words:
                remove(other, "repeat", dropped)
        preview = tag.parent.find_previous_sibling(True)
        if preview is not None and "MathJax_Preview" in (preview.get("class") or ()):
            remove(preview, "repeat", dropped)
    if keep_pictures:
        return
    for formula in soup.find_all("math", limit=MOST):
        around = formula.parent
        if around is not None and is_pictured(around):
            around.find_next_sibling(True).extract()


def _is_formula(tag: Tag) -> bool:
    return tag.name == "math" or tag.has_attr("data-mathml")


def _is_drawn(tag: Tag) -> bool:
    return _is_drawing(tag) or tag.get("aria-hidden") == "true"


def _is_drawing(tag: Tag) -> bool:
    return tag.name in ("mjx-math", "nobr") or "katex-html" in (tag.get("class") or ())
