"""Pages that declare a longer text than they show: behind a paywall, or filled in by a script."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader import TEASER

SENTENCE = "Larch tea is a mild drink, and this page says how much of it is too much for an adult. "


def looks(body: str, shown: str, **more) -> list[str]:
    declared = json.dumps({"@type": "NewsArticle", "headline": "Larch tea", "articleBody": body, **more})
    page = f"<html lang=en><head><title>Larch tea</title><script type='application/ld+json'>{declared}</script></head><body><main><h1>Larch tea</h1><p>{shown}</p></main></body></html>"
    document = convert(page.encode()).document
    return [sentence for sentence in document["report"]["look"] if str(sentence).startswith(TEASER.split("%")[0])]


@pytest.mark.parametrize("body", [SENTENCE * 30, f"<p>{SENTENCE}</p>" * 30])
def test_a_page_that_shows_the_beginning_of_its_article_needs_a_look(body):
    assert looks(body, SENTENCE)
    assert looks(body, SENTENCE, isAccessibleForFree=False)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (SENTENCE * 30, SENTENCE * 30),
        (SENTENCE * 30, SENTENCE * 28),
        (SENTENCE * 3, SENTENCE),
        ("", SENTENCE),
        ([], SENTENCE),
    ],
)
def test_a_page_that_shows_all_or_nearly_all_of_it_does_not(body, shown):
    assert not looks(body, shown)
