"""Questions and answers in every form that pages have them in: ``find_questions`` is all that others need."""

from __future__ import annotations

from bs4.element import Tag

from .breaks import part_lines, part_text
from .declared import declared_questions
from .found import DeclaredQuestion, FoundAll, FoundQuestion, FoundQuestions
from .search import search

__all__ = ["DeclaredQuestion", "FoundAll", "FoundQuestion", "FoundQuestions", "find_questions"]


def find_questions(root: Tag, soup: Tag) -> FoundAll:
    """All questions in ``root``, each once, and those that ``soup`` declares and ``root`` does not show.

    Lines that only ``<br>`` parts, and the words "A:" before an answer, are changed in place.
    """
    declared = declared_questions(soup)
    part_lines(root)
    found, splits = search(root, soup, declared)
    if splits:
        for text, start, end in splits:
            part_text(text, start, end)
        found, _splits = search(root, soup, declared)
    return found
