"""Folded parts of leaflets and of procedures: their titles begin as questions do, and they are no FAQ."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert

PANELS = [
    "<details><summary>{}</summary><p>{}</p></details>",
    "<div class=card><h3><button aria-expanded=false>{}</button></h3><div>{}</div></div>",
    "<div class=card><div class=card-header><h5><button data-toggle=collapse>{}</button></h5></div><div class=collapse>{}</div></div>",
    "<div class=accordion-item><h3 class=accordion-header>{}</h3><div class=accordion-body><p>{}</p></div></div>",
]
TITLES = [
    ("en", ["What happens before", "What happens during", "What happens after"]),
    ("en", ["1. What Larchol is and what it is used for", "2. What you need to know", "3. How to take Larchol"]),
    ("de", ["1. Was Larchol ist", "2. Was Sie beachten sollten", "3. Wie Sie Larchol einnehmen"]),
    ("fr", ["1. Qu'est-ce que Larchol", "2. Quelles sont les informations à connaître", "3. Comment prendre Larchol"]),
    ("es", ["1. Qué es Larchol", "2. Qué necesita saber", "3. Cómo tomar Larchol"]),
    ("it", ["1. Cos'è Larchol e a cosa serve", "2. Cosa deve sapere", "3. Come prendere Larchol"]),
    ("nl", ["1. Wat is Larchol en waarvoor", "2. Wanneer mag u Larchol niet gebruiken", "3. Hoe gebruikt u Larchol"]),
    ("pt", ["1. O que é Larchol", "2. O que precisa de saber", "3. Como tomar Larchol"]),
    ("ar", ["1. ما هو لارشول وما هي دواعيه", "2. ما يجب أن تعرفه", "3. كيف تتناول لارشول"]),
]
ANSWERS = ["Do not eat for 6 hours before it.", "You lie still for 20 minutes on your back.", "Do not drive for a day."]


def body(html: str, language: str = "en", head: str = "") -> list[dict]:
    page = f"<html lang={language}><head><title>Larchol</title>{head}</head><body><main><h1>Larchol</h1><p>Ask your tea cook. Read all of it before you begin.</p>{html}</main></body></html>"
    return convert(page.encode()).document["body"]


def folded(panel: str, titles: list[str], around: str = "<div class=accordion>{}</div>") -> str:
    return around.format("".join(panel.format(*pair) for pair in zip(titles, ANSWERS, strict=True)))


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize(("language", "titles"), TITLES)
def test_titles_without_question_marks_head_sections(panel, language, titles):
    found = body(folded(panel, titles), language)
    page = json.dumps(found, ensure_ascii=False)
    assert '"faq"' not in page
    assert [block["value"]["heading"].replace("’", "'") for block in found if block["type"] == "section"] == titles


@pytest.mark.parametrize("panel", PANELS)
def test_they_are_an_faq_where_the_page_says_so(panel):
    titles = TITLES[0][1]
    asked = [
        {"@type": "Question", "name": one, "acceptedAnswer": {"text": told}}
        for one, told in zip(titles, ANSWERS, strict=True)
    ]
    declared = f'<script type="application/ld+json">{json.dumps({"@type": "FAQPage", "mainEntity": asked})}</script>'
    for html, head in (
        ("<h2>FAQ</h2>" + folded(panel, titles), ""),
        (folded(panel, titles, "<div class=faq>{}</div>"), ""),
        (folded(panel, titles), declared),
    ):
        assert json.dumps(body(html, "en", head)).count('"question"') == 3


@pytest.mark.parametrize(
    "told",
    ["See section 2.", "Siehe Abschnitt 2.", "Voir rubrique 2.", "Ver sección 2.", "Vedere il paragrafo 2.",
     "Zie rubriek 2.", "Ver secção 2.", "انظر القسم 2.", "See section <b>2</b>.", "See question 2."],
)  # fmt: skip
def test_questions_keep_the_numbers_that_a_text_refers_to(told):
    html = (
        f"<h2>FAQ</h2><details><summary>1. What is it?</summary><p>A tea. {told}</p></details>"
        "<details><summary>2. Who may drink it?</summary><p>Nobody under 6 years.</p></details>"
        "<details><summary>3. How much?</summary><p>Two cups.</p></details>"
    )
    asked = json.dumps(body(html))
    assert '"1. What is it?"' in asked
    assert '"2. Who may drink it?"' in asked
    assert '"1. What is it?"' not in json.dumps(body(html.replace(told, "Drink 2 cups.")))
