"""Where an answer begins and ends, and which lines among questions are none."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.words import words_of_html

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def body(html: str, head: str = "") -> list[dict]:
    page = (
        f"<html><head><title>Larch tea</title>{head}</head><body><main><h1>Larch tea</h1><p>{WORDS}</p>"
        f"{html}</main></body></html>"
    )
    return convert(page.encode()).document["body"]


def blocks_of(value: object) -> list[dict]:
    if isinstance(value, list):
        return [found for one in value for found in blocks_of(one)]
    if isinstance(value, dict):
        own = [value] if value.get("type") == "faq" else []
        return own + [found for one in value.values() for found in blocks_of(one)]
    return []


def items(html: str, head: str = "") -> list[tuple[str, str]]:
    return [
        (item["question"], " ".join(words_of_html(item["answer"])))
        for block in blocks_of(body(html, head))
        for item in block["value"]["items"]
    ]


BOLD = [
    ("Common questions", "May I swim?", "May I drink beer?", "May I drive?", "No.", "Never drink beer with larch tea"),
    ("Häufige Fragen", "Darf ich schwimmen?", "Darf ich Bier trinken?", "Darf ich fahren?", "Nein.", "Achtung"),
    ("Questions fréquentes", "Puis-je nager ?", "Puis-je boire ?", "Puis-je conduire ?", "Non.", "Jamais de bière"),
    ("Preguntas frecuentes", "¿Puedo nadar?", "¿Puedo beber?", "¿Puedo conducir?", "No.", "Nunca con cerveza"),
    ("Domande frequenti", "Posso nuotare?", "Posso bere?", "Posso guidare?", "No.", "Mai con la birra"),
    ("Veelgestelde vragen", "Mag ik zwemmen?", "Mag ik bier?", "Mag ik rijden?", "Nee.", "Nooit met bier"),
    ("Perguntas frequentes", "Posso nadar?", "Posso beber?", "Posso conduzir?", "Não.", "Nunca com cerveja"),
    ("الأسئلة الشائعة", "هل أسبح؟", "هل أشرب؟", "هل أقود؟", "لا.", "أبدا مع الشاي"),
]


@pytest.mark.parametrize(("heading", "first", "second", "third", "no", "never"), BOLD)
@pytest.mark.parametrize("follows", ["", "<p>It thins the tea.</p>"])
@pytest.mark.parametrize("which", ["no", "never"])
def test_a_bold_line_directly_after_a_bold_question_begins_its_answer(
    heading, first, second, third, no, never, follows, which
):
    line = no if which == "no" else never
    found = items(
        f"<h2>{heading}</h2><p><b>{first}</b></p><p>After 6 weeks.</p><p><b>{second}</b></p><p><b>{line}</b></p>"
        f"{follows}<p><b>{third}</b></p><p>After 2 weeks.</p>"
    )
    told = " ".join(words_of_html(line + follows))
    assert found == [(first, "after 6 weeks"), (second, told), (third, "after 2 weeks")]


def test_a_bold_sentence_within_an_answer_is_part_of_it():
    found = items(
        "<h2>FAQ</h2><p><strong>May I swim?</strong></p><p>After 6 weeks.</p><p><strong>May I drink beer?</strong></p>"
        "<p>It thins the tea.</p><p><strong>Do not drink it at all.</strong></p><p>Not even a sip.</p>"
        "<p><strong>May I drive?</strong></p><p>After 2 weeks.</p>"
    )
    assert found[1] == ("May I drink beer?", "it thins the tea do not drink it at all not even a sip")
    assert len(found) == 3


@pytest.mark.parametrize("note", ["Important", "Achtung:", "Attention", "Importante!", "Let op", "Atenção", "تنبيه"])
def test_a_bold_word_of_warning_within_an_answer_is_part_of_it(note):
    found = items(
        f"<h2>FAQ</h2><p><b>May I swim?</b></p><p>After 6 weeks.</p><p><b>{note}</b></p><p>Not in the sea.</p>"
        "<p><b>May I drink?</b></p><p>No.</p><p><b>May I drive?</b></p><p>After 2 weeks.</p>"
    )
    assert [question for question, _answer in found] == ["May I swim?", "May I drink?", "May I drive?"]
    assert found[0][1].endswith("not in the sea")


def test_a_bold_title_after_a_whole_answer_stays_a_question():
    found = items(
        "<h2>FAQ</h2><p><b>May I swim?</b></p><p>After 6 weeks.</p><p><b>I forgot a cup</b></p><p>Drink the next.</p>"
        "<p><b>May I drink?</b></p><p>No.</p><p><b>May I drive?</b></p><p>After 2 weeks.</p>"
    )
    assert [question for question, _answer in found][1] == "I forgot a cup"


def test_lines_that_a_bold_answer_and_its_question_share_a_paragraph_with():
    found = items(
        "<h2>FAQ</h2><p><b>May I swim?</b><br>After 6 weeks.</p><p><b>May I drink?</b><br><b>No.</b> It thins the tea.</p>"
        "<p><b>May I drive?</b><br>After 2 weeks.</p>"
    )
    assert found[1] == ("May I drink?", "no it thins the tea")


LISTS = [
    ("FAQ", "May I swim?", "May I drive?", "May I fly?", "Ask your tea cook.", "Answers"),
    (
        "Häufige Fragen",
        "Darf ich schwimmen?",
        "Darf ich fahren?",
        "Darf ich fliegen?",
        "Rufen Sie uns an.",
        "Antworten",
    ),
    ("Foire aux questions", "Puis-je nager ?", "Puis-je conduire ?", "Puis-je voler ?", "Appelez-nous.", "Réponses"),
    ("الأسئلة الشائعة", "هل أسبح؟", "هل أقود؟", "هل أطير؟", "اسألوا الطباخ.", "الأجوبة"),
]


@pytest.mark.parametrize(("heading", "first", "second", "third", "after", "_answers"), LISTS)
@pytest.mark.parametrize("mark", ["{}", "<p>{}</p>", "<strong>{}</strong>", "<span class=q>{}</span>"])
@pytest.mark.parametrize("kind", ["ul", "ol"])
def test_a_bare_list_of_questions_stays_a_list(heading, first, second, third, after, _answers, mark, kind):
    asked = "".join(f"<li>{mark.format(one)}</li>" for one in (first, second, third))
    found = body(f"<h2>{heading}</h2><{kind}>{asked}</{kind}><p>{after}</p>")
    assert not blocks_of(found)
    page = json.dumps(found, ensure_ascii=False)
    assert page.count("<li>") == 3
    assert f"<p>{after}</p>" in page


@pytest.mark.parametrize(("heading", "first", "second", "third", "_after", "answers"), LISTS)
def test_a_list_of_questions_and_a_list_of_answers_stay_lists(heading, first, second, third, _after, answers):
    found = body(
        f"<h2>{heading}</h2><ol><li>{first}</li><li>{second}</li><li>{third}</li></ol>"
        f"<h3>{answers}</h3><ol><li>Not for 6 weeks.</li><li>Not for 2 weeks.</li><li>Yes, after 3 days.</li></ol>"
    )
    assert not blocks_of(found)
    assert json.dumps(found).count("<li>") == 6


def test_bare_paragraphs_of_questions_are_no_faq():
    assert not items("<h2>FAQ</h2><p>May I swim?</p><p>May I drive?</p><p>May I fly?</p><p>Ask your tea cook.</p>")


def test_a_question_in_a_list_of_its_own_has_the_text_behind_the_list():
    found = items(
        "<h2>FAQ</h2><ol><li>May I swim?</li></ol><p>After 6 weeks.</p><ol start=2><li>May I drive?</li></ol><p>No.</p>"
    )
    assert found == [("May I swim?", "after 6 weeks"), ("May I drive?", "no")]


def test_the_items_of_an_answer_are_not_glued():
    found = items(
        "<h2>FAQ</h2><ul><li>May I swim?</li><li>In 6 weeks</li><li>Not in winter</li>"
        "<li>May I drive?</li><li>In 2 weeks</li><li>Not at night</li></ul>"
    )
    assert found == [("May I swim?", "in 6 weeks not in winter"), ("May I drive?", "in 2 weeks not at night")]


SOURCES = ["Sources", "References", "Further reading", "Quellen", "Literatur", "Références", "Bibliographie",
           "Fuentes", "Referencias", "Bibliografía", "Fonti", "Riferimenti", "Bronnen", "Referências", "Fontes",
           "المراجع", "المصادر"]  # fmt: skip
PANELS = [
    "<details><summary>{}</summary><p>{}</p></details>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<p><b>{}</b></p><p>{}</p>",
    "<h3>{}</h3><p>{}</p>",
    "<div class=faq-item><p class=faq-question>{}</p><p>{}</p></div>",
    "<div><h3><button aria-expanded=false>{}</button></h3><div>{}</div></div>",
]


@pytest.mark.parametrize("sources", SOURCES)
@pytest.mark.parametrize("panel", PANELS)
def test_sources_behind_the_questions_are_no_question(panel, sources):
    asked = [
        ("How much?", "Two cups."),
        ("How often?", "Twice a day."),
        ("With milk?", "No."),
        (sources, "Larch 2004."),
    ]
    html = "<h2>FAQ</h2>" + "".join(panel.format(*pair) for pair in asked)
    if panel.startswith("<dl>"):
        html = html.replace("</dl><dl>", "")
    assert [question for question, _answer in items(html)] == ["How much?", "How often?", "With milk?"]
    page = json.dumps(body(html), ensure_ascii=False)
    assert page.count(sources) == 1
    assert page.count("Larch 2004.") == 1
    assert items(html)[-1][1] == "no"


@pytest.mark.parametrize(
    ("ask", "mark"),
    [
        ("<h3>{}</h3>", "<p><b>Sources</b></p>"),
        ("<h3>{}</h3>", "<h4>Sources</h4>"),
        ("<p><b>{}</b></p>", "<p><b>Sources</b></p>"),
    ],
)
def test_the_sources_of_one_answer_stay_in_it(ask, mark):
    found = items(
        f"<h2>FAQ</h2>{ask.format('How much?')}<p>Two cups.</p>{mark}<p>Larch 2004.</p>"
        f"{ask.format('How often?')}<p>Twice.</p>{ask.format('With milk?')}<p>No.</p>"
    )
    assert found == [("How much?", "two cups sources larch 2004"), ("How often?", "twice"), ("With milk?", "no")]


def declared(*pairs: tuple[str, str]) -> str:
    asked = [
        {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": text}} for name, text in pairs
    ]
    data = json.dumps({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": asked})
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_shorter_declared_answer_cuts_nothing_off_the_one_that_is_shown(tag):
    found = items(
        f"<{tag}>How much may I drink?</{tag}><p>2 cups.</p><p>Not more.</p><{tag}>Storage</{tag}><p>Cool.</p>"
        f"<{tag}>May I swim?</{tag}><p>No.</p>",
        declared(("How much may I drink?", "2 cups."), ("May I swim?", "No.")),
    )
    assert found == [("How much may I drink?", "2 cups not more"), ("May I swim?", "no")]


@pytest.mark.parametrize("title", ["Travel", "Travel:", "Reisen:", "السفر:"])
def test_a_bold_title_above_some_of_the_questions_is_part_of_no_answer(title):
    html = (
        "<h2>FAQ</h2><p><b>May I swim?</b></p><p>After 6 weeks.</p><p><b>May I drink?</b></p><p>No.</p>"
        f"<p><b>{title}</b></p><p><b>May I fly?</b></p><p>After 2 weeks.</p><p><b>May I drive?</b></p><p>Yes.</p>"
    )
    assert items(html)[1:3] == [("May I drink?", "no"), ("May I fly?", "after 2 weeks")]
    assert f"<p><b>{title}</b></p>" in json.dumps(body(html), ensure_ascii=False)


@pytest.mark.parametrize("last", ["Do not drink at all.", "Never!"])
def test_a_bold_sentence_at_the_end_of_an_answer_is_part_of_it(last):
    found = items(
        f"<h2>FAQ</h2><p><b>May I swim?</b></p><p>After 6 weeks.</p><p><b>{last}</b></p>"
        "<p><b>May I drink?</b></p><p>No.</p><p><b>May I fly?</b></p><p>After 2 weeks.</p>"
    )
    assert found[0] == ("May I swim?", "after 6 weeks " + " ".join(words_of_html(last)))


def test_answers_of_one_bold_word_each():
    asked = [("May I swim?", "No"), ("May I drink?", "No"), ("May I fly?", "Yes"), ("May I drive?", "Yes")]
    html = "<h2>FAQ</h2>" + "".join(f"<p><b>{one}</b></p><p><b>{told}</b></p>" for one, told in asked)
    assert items(html) == [(one, told.lower()) for one, told in asked]


@pytest.mark.parametrize(
    "said", ["I forgot a cup.", "Help, I drank too much!", "Ich habe eine Tasse vergessen.", "J’ai oublié une tasse."]
)
def test_a_bold_sentence_of_the_reader_is_a_question(said):
    found = items(
        f"<h2>FAQ</h2><p><b>May I swim?</b></p><p>After a week.</p><p><b>{said}</b></p><p>Ask a nurse.</p>"
        "<p><b>May I drive?</b></p><p>After a day.</p><p><b>May I fly?</b></p><p>After a month.</p>"
    )

    assert found[1] == (said, "ask a nurse")
    assert found[0][1] == "after a week"
