"""Tables of two columns: questions on one side, answers on the other."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import PageElement

from .pairs import Pair, pair_of
from .reading import Reading, first_in
from .wording import folded

_HEADS = frozenset(
    folded(word)
    for word in [
        "question",
        "questions",
        "faq",
        "frage",
        "fragen",
        "pregunta",
        "preguntas",
        "domanda",
        "domande",
        "pergunta",
        "perguntas",
        "vraag",
        "vragen",
        "fråga",
        "frågor",
        "spørgsmål",
        "spørsmål",
        "pytanie",
        "pytania",
        "otázka",
        "otázky",
        "dotaz",
        "kérdés",
        "soru",
        "вопрос",
        "вопросы",
        "питання",
        "السؤال",
        "سؤال",
        "質問",
        "问题",
        "問題",
        "질문",
        "q",
    ]
)


def table_pairs(reading: Reading, heads: list[PageElement]) -> Iterator[Pair]:
    """Pairs of tables whose rows all have two cells; a row "Question | Answer" above them goes to ``heads``."""
    tables = [tag for tag in reading.tags if tag.name == "table"]
    starts = [reading.start(tag) for tag in tables]
    for tag in tables:
        start, end = reading.span(tag)
        if first_in(starts, start + 1, end) >= 0:  # a table around others lays out the page
            continue
        rows = [row for row in tag.find_all("tr") if reading.has(row)]
        cells = [[cell for cell in row.find_all(["td", "th"], recursive=False) if reading.has(cell)] for row in rows]
        pairs = [(row, pair) for row, pair in zip(rows, cells, strict=True) if len(pair) == 2]
        if len(pairs) < 2 or len(pairs) * 5 < len(rows) * 4:
            continue
        named = folded(reading.text_of(pairs[0][1][0])).rstrip(":") in _HEADS
        found = [pair_of(reading, first, [second], "table") for _row, (first, second) in pairs[named:]]
        good = [pair for pair in found if pair]
        if len(good) < len(pairs) - named or (not named and sum(pair.likeness for pair in good) < 0.6 * len(good)):
            continue
        if named:
            heads.append(pairs[0][0])
        yield from good
