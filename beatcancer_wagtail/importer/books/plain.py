"""Descriptions come with mark-up; a book's description is plain text, in which paragraphs are parted by a blank line."""

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString, Tag

_LOOKS_LIKE_HTML = re.compile(r"</?(?:p|br|b|i|em|strong|ul|ol|li|div|span|h[1-6]|a|dl|dt|dd)\b[^<>]*>", re.IGNORECASE)
_PARAGRAPHS = frozenset(
    ["p", "div", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article"]
)
_LINES = frozenset(["li", "dt", "dd", "tr"])
_NOT_READ = frozenset(["script", "style", "template", "head", "title"])
_PARAGRAPH, _LINE = "\x1d", "\x1e"


def plain_text(html: str) -> str:
    """The text of HTML or XHTML, with its paragraphs and list items on lines of their own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(_without_comments(html), "html.parser")
    return _laid_out("".join(_pieces(soup)))


def plain_or_as_it_is(text: str) -> str:
    """Plain text stays as it is; what is plainly mark-up becomes text."""
    return plain_text(text) if _LOOKS_LIKE_HTML.search(text) else text


def _without_comments(html: str) -> str:
    """Comments and declarations, thousands of which the parser would look for an end of, again and again."""
    kept, place = [], 0
    while (start := html.find("<!--", place)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        kept.append(html[place:start])
        place = end + 3
    kept.append(html[place:])
    text = "".join(kept).replace("<![CDATA[", "").replace("]]>", "")
    return text.replace("<!", "&lt;!").replace("<?", "&lt;?")


def _pieces(root: Tag):
    """Without recursion: hostile mark-up nests deeper than Python does."""
    stack: list = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield node
        elif isinstance(node, NavigableString):
            if type(node) is NavigableString:
                yield str(node).translate({ord(_PARAGRAPH): None, ord(_LINE): None})
        elif node.name == "br":
            yield _LINE
        elif node.name not in _NOT_READ:
            edge = _PARAGRAPH if node.name in _PARAGRAPHS else _LINE if node.name in _LINES else ""
            stack.append(edge)
            stack.extend(reversed(node.contents))
            stack.append("– " if node.name == "li" else "")
            stack.append(edge)


def _laid_out(text: str) -> str:
    paragraphs = []
    for paragraph in text.split(_PARAGRAPH):
        lines = (" ".join(line.split()) for line in paragraph.split(_LINE))
        if whole := "\n".join(line for line in lines if line and line != "–"):
            paragraphs.append(whole)
    return "\n\n".join(paragraphs)
