"""What a page's body holds that search engines are told of: its questions, its books and how many words it has."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks.stream_block import StreamValue

from beatcancer_wagtail.blocks import BooksBlock, QuestionBlock
from beatcancer_wagtail.blocks.walk import children, holds_blocks, rich_text_html
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.structured_data.answers import safe_answer
from beatcancer_wagtail.structured_data.books import book_nodes
from beatcancer_wagtail.structured_data.script import without_empty
from beatcancer_wagtail.structured_data.subject import Node, Subject
from beatcancer_wagtail.text.plain import count_words

WORDS, QUESTIONS, BOOKS = "words", "questions", "books"


def facts_of_body(subject: Subject) -> dict[str, Any]:
    """``words`` (a number), ``questions`` and ``books`` (nodes); kept as long as nothing in the library changes."""
    body = getattr(subject.page, "body", None)
    if not isinstance(body, StreamValue):
        return {WORDS: 0, QUESTIONS: [], BOOKS: []}
    if subject.is_preview:
        return _facts(body, subject)
    page = subject.page
    name = f"structured data {page.pk} {subject.place.address} {page.latest_revision_id} {page.last_published_at}"
    return remembered(name, lambda: _facts(body, subject))


def _facts(body: StreamValue, subject: Subject) -> dict[str, Any]:
    found = list(_walk(body))
    books = [book for block, value in found if isinstance(block, BooksBlock) for book in value.get("books") or ()]
    texts = body.stream_block.get_searchable_content(body)
    facts = {
        WORDS: sum(count_words(str(text)) for text in texts),
        QUESTIONS: [_question(value, subject) for block, value in found if isinstance(block, QuestionBlock)],
        BOOKS: book_nodes([book for book in books if book is not None], subject),
    }
    return {
        name: [node for node in nodes if node] if isinstance(nodes, list) else nodes for name, nodes in facts.items()
    }


def _walk(value) -> Iterator[tuple]:
    for child in children(value):
        if child.block is not None and holds_blocks(child):
            yield child.block, child.value
            yield from _walk(child.value)


def _question(value, subject: Subject) -> Node:
    """A question with its answer; nothing unless both are there and the editor offers it."""
    answer = safe_answer(rich_text_html(value.get("answer")), subject.place)
    if not value.get("offered", True) or not value.get("question") or not answer:
        return {}
    anchor = value.get("anchor")
    return without_empty(
        {
            "@type": "Question",
            "@id": subject.part(anchor) if anchor else "",
            "name": value["question"],
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        }
    )
