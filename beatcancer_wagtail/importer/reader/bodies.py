"""One body for all that browsers show."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag

IN_HEAD = {"title", "meta", "link", "base", "script", "style", "noscript", "template", "object", "bgsound"}


def with_body(soup: BeautifulSoup) -> None:
    """What browsers show, though it stands outside the body, goes into it.

    The parser leaves ``<main>`` as a page's beginning in the head, what comes behind ``</body>`` after the body, and
    makes a second page of what follows a built-in head of the site that has ends of its own.
    """
    body = soup.body
    if soup.html is None or (body is not None and [above.name for above in body.parents] != ["html", soup.name]):
        return
    strays = _strays(soup, body)
    if body is None:
        if not any(map(_is_shown, strays)):
            return
        body = soup.new_tag("body")
        soup.html.append(body)
        strays.append(body)
    place = next(n for n, node in enumerate(strays) if node is body)
    for node in strays[place + 1 :]:
        body.insert(0, node)
    for node in reversed(strays[:place]):
        body.append(node)


def _strays(above: Tag, body: Tag | None) -> list[Any]:
    """Taken out, the last first; the body stays in its place among them."""
    start = 0
    if above.name == "head":
        start = next((n for n, node in enumerate(above.contents) if _is_shown(node)), len(above.contents))
    found: list[Any] = []
    for place in range(len(above.contents) - 1, start - 1, -1):
        node = above.contents[place]
        if node is body:
            found.append(node)
        elif isinstance(node, Tag) and node.name in ("html", "head", "body"):
            found += _strays(node, body)
        elif above.name == "head" or type(node) is NavigableString or _is_shown(node):
            found.append(node.extract(_self_index=place))
    return found


def _is_shown(node: Any) -> bool:
    if isinstance(node, Tag):
        return node.name not in IN_HEAD
    return type(node) is NavigableString and bool(node.strip())
