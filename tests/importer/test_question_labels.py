"""Labels of questions and answers: "A:" and "Q2." go, and never a figure of what is said."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.words import words_of_html

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def items(html: str) -> list[tuple[str, str]]:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p><h2>FAQ</h2>{html}</main></body></html>"
    body = convert(page.encode()).document["body"]
    blocks = [block for block in body if block["type"] == "faq"]
    return [
        (item["question"], " ".join(words_of_html(item["answer"])))
        for block in blocks
        for item in block["value"]["items"]
    ]


def listed(*pairs: tuple[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{asked}</dt><dd>{told}</dd>" for asked, told in pairs) + "</dl>"


@pytest.mark.parametrize(
    ("label", "answer", "kept"),
    [
        ("Q. How much?", "A. 1.5 ml of syrup", "1 5 ml of syrup"),
        ("Q. How much?", "A. 500 mg in all", "500 mg in all"),
        ("Q: How much?", "A: 500 mg in all", "500 mg in all"),
        ("Q: How much?", "A - 250 mg in all", "250 mg in all"),
        ("Q1: How much?", "A1: 250 mg in all", "250 mg in all"),
        ("Q1. How much?", "A1. 2 cups or 3", "2 cups or 3"),
        ("Q. How much?", "A 12 hour fast", "a 12 hour fast"),
        ("Q. How much?", "A 1.5 ml spoon", "a 1 5 ml spoon"),
        ("Q. How much?", "A 2 - 3 day rest", "a 2 3 day rest"),
        ("Q. How much?", "A: 2-3 cups", "2 3 cups"),
        ("F: Wie viel?", "A: 8 Stunden Abstand", "8 stunden abstand"),
        ("Frage: Wie viel?", "Antwort 8 Stunden Abstand", "antwort 8 stunden abstand"),
        ("Q. Combien ?", "R. 1,5 ml de sirop", "1 5 ml de sirop"),
        ("P. ¿Cuánto?", "R. 8 horas", "8 horas"),
        ("P - ¿Cuánto?", "R - 250 mg cada 6 horas", "250 mg cada 6 horas"),
        ("D. Quanto?", "R. 4 ore o meglio 6", "4 ore o meglio 6"),
        ("V: Hoeveel?", "A: 3 kopjes", "3 kopjes"),
        ("P: Quanto?", "R: 20 gotas", "20 gotas"),
        ("س. كم؟", "ج. 8 ساعات", "8 ساعات"),
        ("P: Ile?", "O: 5 ml", "5 ml"),
        ("P. Ile?", "Odp. 5 ml", "5 ml"),
        ("问：多久？", "答 3 小时", "答 3 小 时"),
        ("问：多久？", "答：3 小时", "3 小 时"),
    ],
)
def test_the_label_of_an_answer_takes_no_figure_of_it(label, answer, kept):
    found = items(listed((label, answer), (label[:-1] + " 2" + label[-1], answer)))
    assert [told for _, told in found] == [kept, kept]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("A:.5 ml", ".5 ml"), ("A .5 ml", "A .5 ml"), ("A.5 ml", "A.5 ml"), ("A: -5 °C", "-5 °C"), ("A:-5 °C", "-5 °C")],
)
def test_a_point_or_a_minus_before_a_figure_is_no_sign_of_a_label(answer, kept):
    page = listed(("Q. How much?", answer), ("Q. And how much then?", answer))
    whole = f"<html><head><title>T</title></head><body><main><p>{WORDS}</p><h2>FAQ</h2>{page}</main></body></html>"
    blocks = [block for block in convert(whole.encode()).document["body"] if block["type"] == "faq"]
    assert [item["answer"] for item in blocks[0]["value"]["items"]] == [f"<p>{kept}</p>"] * 2


@pytest.mark.parametrize(
    ("questions", "kept"),
    [
        (("Q. 500 mg or 1 g?", "Q. 2 - 3 cups?"), ("500 mg or 1 g?", "2 - 3 cups?")),
        (("Q 1. How much?", "Q 2. How often?"), ("How much?", "How often?")),
        (("Q1 How much?", "Q2 How often?"), ("How much?", "How often?")),
        (("Question 1 How much?", "Question 2 How often?"), ("How much?", "How often?")),
        (("D3 and larch tea?", "D3 and milk?"), ("D3 and larch tea?", "D3 and milk?")),
        (("K2 and larch tea?", "K2 and milk?"), ("K2 and larch tea?", "K2 and milk?")),
        (("Frage: 8 Tassen?", "Frage: 9 Tassen?"), ("8 Tassen?", "9 Tassen?")),
        (("P. ¿8 horas?", "P. 24 horas?"), ("¿8 horas?", "24 horas?")),
        (("س. 8 ساعات؟", "س. 24 ساعة؟"), ("8 ساعات؟", "24 ساعة؟")),
    ],
)
def test_the_label_of_a_question_takes_no_figure_of_it(questions, kept):
    found = items(listed(*((question, "A. Yes, that is so.") for question in questions)))
    assert tuple(asked for asked, _ in found) == kept


def folded(*titles: str) -> list[str]:
    html = "".join(f"<details><summary>{title}</summary><p>Two cups of it, {title}.</p></details>" for title in titles)
    return [asked for asked, _ in items(html)]


@pytest.mark.parametrize(
    ("titles", "kept"),
    [
        (["Rh +", "Rh −", "What is Rh?"], ["Rh +", "Rh −", "What is Rh?"]),
        (["HER2 -", "HER2 +", "What is HER2?"], ["HER2 -", "HER2 +", "What is HER2?"]),
        (["Blood rich in Na<sup>+</sup>", "What is Cl<sup>−</sup>"], ["Blood rich in Na⁺", "What is Cl⁻"]),
        (["How much? +", "How often? −"], ["How much?", "How often?"]),
        (["Keeping it +", "Drying it +", "Taking it +"], ["Keeping it", "Drying it", "Taking it"]),
        (["Keeping it <span>+</span>", "Drying it <span>−</span>"], ["Keeping it", "Drying it"]),
        (["Keeping it ▼", "Drying it ▲"], ["Keeping it", "Drying it"]),
    ],
)
def test_a_sign_goes_only_where_it_opens_the_panel(titles, kept):
    assert folded(*titles) == kept


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Should wounds be left <i>open</i>?", "Should wounds be left open?"),
        ("Should I take <span class=u>more</span> than two?", "Should I take more than two?"),
        ("Darf ich <span>mehr</span> als zwei Tassen?", "Darf ich mehr als zwei Tassen?"),
        ("Faut-il <small>fermer</small> la boîte ?", "Faut-il fermer la boîte ?"),
        ("¿Debo <span>cerrar</span> la caja?", "¿Debo cerrar la caja?"),
        ("How much? <span>Show</span>", "How much?"),
        ("How much? <i class=material-icons>add</i>", "How much?"),
        ("<i class=material-icons>add</i> How much?", "How much?"),
        ("How much? <span>Show</span> <span>Hide</span>", "How much?"),
        ("How much <span>Show</span> +", "How much"),
    ],
)
def test_a_word_within_a_question_is_no_icon(title, kept):
    assert folded(title, "And how often?")[0] == kept


def test_a_name_with_a_first_letter_is_no_label():
    found = items(
        listed(
            ("Q. What is in the tea?", "A. Larch."),
            ("Q. What is not?", "C. difficile is not."),
            ("S. aureus, too?", "A. No."),
            ("Q. And what in the cup?", "A. Water."),
        )
    )
    assert found[1][1] == "c difficile is not"
    assert found[2] == ("S. aureus, too?", "a no")
    assert found[3] == ("And what in the cup?", "water")


@pytest.mark.parametrize(
    ("questions", "kept"),
    [
        (["X-ray in winter?", "X-ray at night?"], ["X-ray in winter?", "X-ray at night?"]),
        (["i.v. or by mouth?", "i.v. at home?"], ["i.v. or by mouth?", "i.v. at home?"]),
        (["5-FU in winter?", "6-MP in winter?"], ["5-FU in winter?", "6-MP in winter?"]),
        (["1.5 ml or 2 ml?", "2.5 ml or 3 ml?"], ["1.5 ml or 2 ml?", "2.5 ml or 3 ml?"]),
        (["1 - 2 cups a day?", "2 - 3 cups a day?"], ["1 - 2 cups a day?", "2 - 3 cups a day?"]),
        (["1 - How much?", "2 - How often?"], ["How much?", "How often?"]),
        (["I. How much?", "II. How often?"], ["How much?", "How often?"]),
        (["1.How much?", "2.How often?"], ["How much?", "How often?"]),
    ],
)
def test_a_number_before_a_question_is_no_part_of_its_words(questions, kept):
    assert [asked for asked, _ in items(listed(*((question, "Yes, that is so.") for question in questions)))] == kept


@pytest.mark.parametrize(
    ("asks", "tells", "questions", "answer"),
    [
        ("问", "答", ("会痛吗？", "多久？", "可以喝吗？"), "3个月后"),
        ("問", "答", ("痛みますか？", "いつですか？", "飲めますか？"), "3か月後"),
        ("문", "답", ("아픈가요?", "언제인가요?", "마셔도 되나요?"), "3개월 뒤"),
        ("Q", "A", ("Does it hurt?", "How long?", "May I drink it?"), "in 3 months"),
    ],
)
def test_labels_in_boxes_of_their_own_go_together(asks, tells, questions, answer):
    html = "".join(
        f"<div class=faq-item><div class=q><i class=icon>{asks}</i>{one}</div><div class=a><i class=icon>{tells}</i>{answer}</div></div>"
        for one in questions
    )
    assert items(html) == [(one, " ".join(words_of_html(answer))) for one in questions]


def test_polish_lines_with_a_letter_in_front():
    html = "<p>P: Czy mogę pić?</p><p>O: Nie.</p><p>P: Ile?</p><p>O: 5 ml.</p><p>P: Czy boli?</p><p>O: Nie.</p>"
    assert items(html) == [("Czy mogę pić?", "nie"), ("Ile?", "5 ml"), ("Czy boli?", "nie")]
