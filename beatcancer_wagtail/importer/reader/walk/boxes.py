"""Boxes that are set apart: notes and warnings, and calls to do something."""

from __future__ import annotations

import re

from bs4 import Tag

from beatcancer_wagtail.importer.outline import Action, Callout, Heading, Node, Picture, Quote, Text
from beatcancer_wagtail.importer.reader.vocabulary import classes_of
from beatcancer_wagtail.importer.reader.walk.names import ACTION_BOX, has_class, role
from beatcancer_wagtail.importer.words import text_of_html, words_of, words_of_html

URGENT = "danger|emergency|urgent|critical|911|999|call-now"
WARNING = "warning|warn|caution|attention|alert|important|achtung|warnung|advertencia|avertissement"
NOTE = (
    "note|notice|tip|hint|info|information|callout|admonition|hinweis|remarque|nota|good-to-know|did-you-know|key-point"
)
BOX = "box|block|panel|callout|message|card|alert|admonition|notice|banner|aside|inset|container|wrapper"
ALONE = re.compile(
    rf"^(?:(?P<urgent>{URGENT})|(?P<warning>{WARNING})|(?P<note>note|notice|tip|hint|callout|admonition|hinweis))$",
    re.I,
)
BOXED = re.compile(
    rf"^(?:\w+[-_]+)?(?:(?:{BOX})[-_]+(?:(?P<urgent>{URGENT})|(?P<warning>{WARNING})|(?P<note>{NOTE}))"
    rf"|(?:(?P<urgent2>{URGENT})|(?P<warning2>{WARNING})|(?P<note2>{NOTE}))[-_]*(?:{BOX}))$",
    re.IGNORECASE,
)
ELEMENTS = frozenset({"div", "aside", "section", "article", "p", "blockquote", "details"})
TITLE = re.compile(r"(?:^|[-_])(?:title|heading|header)$", re.IGNORECASE)
MOST_WORDS = 250


def callout_kind(tag: Tag) -> str:
    """ "note", "warning" or "urgent" for an element that says it is such a box, else ""."""
    if tag.name not in ELEMENTS:
        return ""
    kinds = set()
    for name in classes_of(tag):
        found = ALONE.match(name) or BOXED.match(name)
        if found:
            kinds |= {kind.rstrip("2") for kind, text in found.groupdict().items() if text}
    said = role(tag)
    if said == "alert":
        kinds.add("warning")
    elif said == "note":
        kinds.add("note")
    return next((kind for kind in ("urgent", "warning", "note") if kind in kinds), "")


def title_of(box: Tag) -> Tag | None:
    """The first element of a box, where its class says that it is the title."""
    first = box.find(True)
    while isinstance(first, Tag) and not has_class(first, TITLE) and first.find(True, recursive=False):
        first = first.find(True, recursive=False)
    return first if isinstance(first, Tag) and has_class(first, TITLE) else None


def callout_of(kind: str, nodes: list[Node], title: str = "") -> Callout | None:
    """The callout, or None where the box holds so much, or so little, that it is no callout.

    ``title``: the words of an element that is a heading by its class only.
    """
    headings = [node for node in nodes if isinstance(node, Heading)]
    texts = [node for node in nodes if isinstance(node, Text)]
    words = sum(len(words_of_html(node.html)) for node in texts)
    if not texts or words > MOST_WORDS or len(headings) > 1 or (headings and nodes[0] is not headings[0]):
        return None
    if any(not isinstance(node, (Heading, Text, Picture, Quote)) for node in nodes):
        return None
    linked = sum(len(words_of_html(link)) for node in texts for link in re.findall(r"<a [^>]*>(.*?)</a>", node.html))
    if not headings and linked * 5 >= words * 2:  # "Main article: ..."
        return None
    if headings:
        return Callout(kind, headings[0].text, nodes[1:], headings[0].level)
    heading, rest = _first_line(texts[0].html, title) if nodes[0] is texts[0] else ("", "")
    if heading:
        nodes = [Text(rest), *nodes[1:]] if rest else nodes[1:]
    return Callout(kind, heading, nodes) if nodes else None


def _first_line(html: str, title: str) -> tuple[str, str]:
    """A heading that is none by its tag: a bold first line, or the title, and what comes after it."""
    found = re.match(r"<p><b>([^<]{2,120})</b>(?:</p>|<br/>(?=.))", html)
    if not found and title:
        found = re.match(r"<p>((?:(?!</p>).){2,300})</p>", html)
        if found and (len(title) > 120 or words_of_html(found[1]) != words_of(title)):
            found = None
    if not found:
        return "", html
    rest = html[found.end() :]
    text = " ".join(text_of_html(found[1]).split())
    return text, rest if found[0].endswith("</p>") or not rest else "<p>" + rest


def is_action_box(tag: Tag) -> bool:
    return tag.name in ("div", "aside", "section") and has_class(tag, ACTION_BOX)


def action_of(nodes: list[Node]) -> Action | None:
    """A box with at most a heading, a sentence or two, and at its end one link that stands alone."""
    heading = nodes.pop(0).text if nodes and isinstance(nodes[0], Heading) else ""
    if len(nodes) != 1 or not isinstance(nodes[0], Text) or nodes[0].html.count("<a ") != 1:
        return None
    found = re.fullmatch(
        r'((?:<p>(?:(?!<a |<ul>|<ol>).)*</p>)*)<p><a href="([^"]+)">([^<]{2,60})</a></p>', nodes[0].html
    )
    if not found or not (heading or found[1]) or len(heading) > 160:
        return None
    text = "\n\n".join(text_of_html(part).strip() for part in re.findall(r"<p>(.*?)</p>", found[1]))
    if not heading:
        heading, text = (text, "") if len(text) <= 160 and "\n" not in text else ("", "")
    url = found[2].replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return Action(text_of_html(found[3]), url, heading, text) if heading else None
