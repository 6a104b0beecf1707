"""The content of a page as an outline: every node that a block of the article can hold, in reading order."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from bs4 import Tag

from beatcancer_wagtail.importer.drops import gettext_noop
from beatcancer_wagtail.importer.markup import DEFAULT_FEATURES
from beatcancer_wagtail.importer.outline import Outline, Sentence
from beatcancer_wagtail.importer.reader.found import FoundPage
from beatcancer_wagtail.importer.reader.questions import find_questions
from beatcancer_wagtail.importer.reader.walk.handlers import handler_of
from beatcancer_wagtail.importer.reader.walk.names import HEADINGS
from beatcancer_wagtail.importer.reader.walk.panels import panel_titles, text_behind, titles_with_panels, toggle_labels
from beatcancer_wagtail.importer.reader.walk.seen import seen_words, show_quotation_marks
from beatcancer_wagtail.importer.reader.walk.titles import question
from beatcancer_wagtail.importer.reader.walk.walker import Known, Walker

STRIKES = gettext_noop(
    "Words that are struck out in the source stand as plain text: “%(words)s”. Take out what no longer holds."
)
LONGEST_STRIKES = 300
HARDLY_ANY = gettext_noop(
    "Hardly any text was found in the content of this page. Look at what was left out. If a script fills the page, open it in a browser, save what you see as HTML and import that; otherwise name the element that holds the text with a selector."
)
BEHIND_PANELS = gettext_noop(
    "“%(words)s” stood behind folded panels or tabs and belongs to none of them. Now it stands below the last one's heading, “%(title)s”. Move it, or give it a heading of its own."
)
MOST_BEHIND = 20
SHOWN = 80  # characters
FEWEST_WORDS = 8  # "Please wait, the page is loading" is no article
DECLARED_ONLY = gettext_noop("The page tells search engines of questions that it does not show; they were left out.")


def outline_of(found: FoundPage, *, features: Collection[str] = DEFAULT_FEATURES) -> Outline:
    root = found.root
    show_quotation_marks(root)
    words = seen_words([root])  # before the questions are found, which takes labels such as "A:" off
    questions = find_questions(root, found.soup)
    panels = list(titles_with_panels(root, questions))
    titles = panel_titles(root, panels)
    known = Known(questions, _containers(root), titles, toggle_labels(root, titles), as_found=found.as_found)
    walker = Walker(features, found.address, known, handler_of)
    walker.on_question = question
    walker.walk([root])
    nodes = walker.take()
    if questions.declared_only:
        walker.warn(DECLARED_ONLY)
    look = list(found.look)
    if struck := [" ".join(text.split()) for text in walker.lost_strikes]:
        look.append(Sentence(STRIKES, words="”, “".join(struck)[:LONGEST_STRIKES]))
    for title, behind in islice(text_behind(root, panels, titles, questions), MOST_BEHIND):
        look.append(Sentence(BEHIND_PANELS, title=title[:SHOWN], words=behind[:SHOWN]))
    if len(words) < FEWEST_WORDS:
        look.append(Sentence(HARDLY_ANY))
    return Outline(
        metadata=found.metadata,
        nodes=nodes,
        dropped=[*found.dropped, *walker.dropped],
        words=words,
        warnings=[*found.warnings, *walker.warnings],
        look=look,
        encoding=found.encoding,
    )


def _containers(root: Tag) -> set[int]:
    """Lists whose items have headings: they are a row of sections."""
    found: set[int] = set()
    for heading in root.find_all(list(HEADINGS)):
        for parent in heading.parents:
            if parent is root or id(parent) in found or parent.name in ("table", "blockquote"):
                break
            if parent.name in ("li", "ul", "ol"):
                found.add(id(parent))
    return found
