"""Headings, the titles of panels, and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import NavigableString, Tag
from bs4.element import PageElement

from beatcancer_wagtail.importer.drops import gettext_noop
from beatcancer_wagtail.importer.markup import BLOCKS, SILENT, is_text, safe_address
from beatcancer_wagtail.importer.markup.flow import Flow
from beatcancer_wagtail.importer.markup.spans import plain
from beatcancer_wagtail.importer.outline import Heading, Question, Questions
from beatcancer_wagtail.importer.reader.questions.found import FoundQuestion, FoundQuestions
from beatcancer_wagtail.importer.reader.walk.formulas import formula_text
from beatcancer_wagtail.importer.reader.walk.media import picture
from beatcancer_wagtail.importer.reader.walk.names import HEADINGS, UNSEEN, attribute
from beatcancer_wagtail.importer.reader.walk.walker import DONE, OPEN, THROUGH, Mode, Walker

LONGEST_HEADING = 400
NO_HEADING_HOLDS = ["ul", "ol", "dl", "table", "pre", "blockquote", "iframe", "video", "figure", *HEADINGS]
PERMALINKS = frozenset({"¶", "#", "§", "🔗", "⚓"})
PART_LINKED = gettext_noop("The heading “%(heading)s” had a link on some of its words, which is left out: %(address)s")
HIDDEN_ANSWER = gettext_noop(
    "An answer stands only in the page's hidden data for search engines; it was taken from there."
)


def heading(walker: Walker, tag: Tag) -> Mode:
    if tag.find(NO_HEADING_HOLDS):
        return OPEN
    text = line_of(walker, tag.contents)
    if not text or len(text) > LONGEST_HEADING:
        return OPEN
    level = HEADINGS.get(tag.name, 0)
    if not level:
        said = attribute(tag, "aria-level")
        level = int(said) if said in ("1", "2", "3", "4", "5", "6") else 2
    url, links = _links_of(walker, tag)
    if not walker.known.as_found:
        for address in links:
            walker.warn(PART_LINKED, heading=text, address=address)
    walker.add(Heading(text, level, anchor_of(tag), url, links))
    for image in tag.find_all(["img", "amp-img"]):
        picture(walker, image)
    return DONE


def _links_of(walker: Walker, tag: Tag) -> tuple[str, list[str]]:
    """Where the heading leads, if all its words do, else where some of them do; places in this page apart."""
    if url := walker.flow.link:
        return "" if url.startswith("#") else url, []
    addresses: dict[str, None] = {}
    for words in tag.find_all(string=re.compile(r"\w")):
        link = words.find_parent(["a", tag.name])
        addresses[safe_address(attribute(link, "href"), walker.base) if link is not None else ""] = None
    away = [address for address in addresses if address and not address.startswith("#")]
    return (away[0], []) if away and len(addresses) == 1 else ("", away)


def panel_title(walker: Walker, tag: Tag) -> Mode:
    text = line_of(walker, tag.contents)
    if not text:
        return THROUGH
    anchor = anchor_of(tag) or (anchor_of(tag.parent) if tag.name == "summary" else "")
    walker.add(Heading(text, walker.known.titles[id(tag)], anchor))
    return DONE


def question(walker: Walker, group: FoundQuestions, item: FoundQuestion) -> None:
    walker.add()
    for label in item.cut:
        walker.drop("label", label)
    if item.borrowed:
        walker.warn(HIDDEN_ANSWER)
    answer = [node for node in item.answer if node is not item.question_tag]
    asked = Question(item.question, walker.inside(answer, ours=True), item.anchor)
    last = walker.nodes[-1] if walker.nodes else None
    if isinstance(last, Questions) and walker.group is group:
        last.items.append(asked)
        return
    text, level = "", 0
    if group.heading is not None and group.items and group.items[0] is item:
        text = line_of(walker, group.heading.contents)
        level = HEADINGS.get(group.heading.name, 2)
    walker.add(Questions([asked], text, group.form, level))
    walker.group = group


def line_of(walker: Walker, nodes: Iterable[PageElement]) -> str:
    """The words of some nodes as one line of plain text."""
    flow = Flow(())
    for step, is_end in _steps(walker, nodes):
        if isinstance(step, NavigableString):
            flow.text(str(step))
        elif step.name == "math":
            flow.text("" if is_end else formula_text(step))
        elif step.name in BLOCKS or step.name == "br":
            flow.end_line()
        elif is_end:
            flow.close(step)
        else:
            flow.open(step)
    return " ".join(" ".join(plain(line.spans) for line in flow.take_lines()).split())


def _steps(walker: Walker, nodes: Iterable[PageElement]) -> Iterator[tuple[Tag | NavigableString, bool]]:
    stack: list[Iterator[PageElement]] = [iter(list(nodes))]
    parents: list[Tag] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if parents:
                yield parents.pop(), True
        elif isinstance(child, Tag):
            if child.name in SILENT or child.name in UNSEEN:
                continue
            if id(child) in walker.known.labels:
                walker.drop("label", child.get_text(" "), child.name)
                continue
            if child.name == "a" and child.get_text(strip=True) in PERMALINKS:
                continue
            yield child, False
            parents.append(child)
            stack.append(iter(() if child.name in ("math", "svg") else child.contents))
        elif isinstance(child, NavigableString) and is_text(child):
            yield child, False


def anchor_of(tag: Tag | None) -> str:
    """The name by which links within the page find this place."""
    if tag is None:
        return ""
    if found := attribute(tag, "id"):
        return found
    inner = tag.find(lambda child: child.has_attr("id") or (child.name == "a" and child.has_attr("name")))
    if isinstance(inner, Tag):
        return attribute(inner, "id") or attribute(inner, "name")
    before = tag.find_previous_sibling(True)
    if isinstance(before, Tag) and before.name in ("a", "span") and not before.get_text(strip=True):
        return attribute(before, "id") or attribute(before, "name")
    parent = tag.parent
    if parent is not None and parent.name in ("section", "div", "details") and parent.find(True) is tag:
        return attribute(parent, "id")
    return ""
