"""Text that stands where one looks for none: in a field, a frame, a menu, a foot, a link to the top."""

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader import CannotRead

LONG = "Bring your tablets with you and arrive at seven. " * 6


def document(part):
    page = f"<html lang=en><head><title>Knee</title></head><body><header><a href=/>Home</a></header><main><h1>Knee</h1><p>{LONG}</p>{part}<h2>After</h2><p>{LONG}</p></main></body></html>"
    return convert(page.encode()).document


def text(part):
    return json.dumps(document(part)["body"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ('<p>Take <input value="20 mg" readonly> a day.</p>', "Take 20 mg a day."),
        ('<p>Take it on <input type=text value="Monday"> at 9.</p>', "Take it on Monday at 9."),
        ('<p>If in doubt, <input type=button value="ask for a scan"> soon.</p>', "If in doubt, ask for a scan soon."),
        ('<p>Take<input type=text value="20 mg" disabled>a day.</p>', "Take 20 mg a day."),
        ('<table><tr><th>Drug<th>Dose<tr><td>Iron<td><input value="20 mg" readonly></table>', '["Iron", "20 mg"]'),
        ("<ul><li>Iron: <textarea readonly>20 mg a day</textarea></li></ul>", "20 mg a day"),
        ("<iframe srcdoc='<p>Take 20 mg a day.</p>'></iframe>", "<p>Take 20 mg a day.</p>"),
        (
            "<iframe src=about:blank srcdoc='<style>p {}</style><h2>Dose</h2><p>20 mg a day</p>'></iframe>",
            '"heading": "Dose"',
        ),
        ("<nav class=steps><ol><li>Wash your hands.</li><li>Take 1 tablet.</li></ol></nav>", "Take 1 tablet."),
        ("<nav class=steps><p>Wash hands.</p><p>Take 1 tablet.</p></nav>", "Take 1 tablet."),
        ("<ul role=menu><li>Porridge 40 g</li><li>Soup 300 ml</li></ul>", "Porridge 40 g"),
        ("<ul role=directory><li>Ward 4: 2nd floor</li><li>Ward 5: 3rd floor</li></ul>", "Ward 5: 3rd floor"),
        ("<menu><li>Porridge 40 g</li><li>Soup 300 ml</li></menu>", "Soup 300 ml"),
        ("<section><h2>Evidence</h2><p>It works.</p><footer>Source: 14 studies</footer></section>", "14 studies"),
        ("<section><h2>Evidence</h2><p>It works.</p><footer>Not below 12 years</footer></section>", "below 12 years"),
        ("<ul><li><a href=#top>Warfarin</a></li><li>Iron</li></ul>", "Warfarin"),
        ("<table><tr><th>Drug<th>Dose<tr><td><a href=#top>Warfarin</a><td>5 mg</table>", "Warfarin"),
        ("<p><a href=#top>Warfarin</a></p>", "Warfarin"),
    ],
)
def test_it_stays(part, kept):
    assert kept in text(part)


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("<p>Find <input type=search value=Zap> here.</p>", "Zap"),
        ("<p>Link: <input readonly value=https://zap.example/a></p>", "zap"),
        ("<p>Go <input type=submit disabled value=Zap></p>", "Zap"),
        ("<p>Go <input type=hidden readonly value=Zap></p>", "Zap"),
        ("<form><p>Name <input readonly value=Zap></p></form>", "Zap"),
        ("<iframe srcdoc='<script>zap()</script>'></iframe>", "zap"),
        ("<iframe class=advert srcdoc='<p>Zap it away today.</p>'></iframe>", "Zap"),
        ("<nav><ul><li><a href=/zap>Zap one.</a></li><li><a href=/b>Zap two.</a></li></ul></nav>", "Zap"),
        ("<nav>Home › Wards and beds › Zap</nav>", "Zap"),
        ("<ul role=menu><li role=menuitem>Zap this for later</li><li role=menuitem>Copy it</li></ul>", "Zap"),
        ("<menu><li><button>Zap this for later</button></li><li>Copy it, please</li></menu>", "Zap"),
        ("<section><h2>It</h2><p>It works.</p><footer>Zap Wren, 3 May 2020</footer></section>", "Zap"),
        ("<section><h2>It</h2><p>It works.</p><footer>© Zap Clinic</footer></section>", "Zap"),
        ("<section><h2>It</h2><p>It works.</p><footer><a href=/zap>Zap and more</a></footer></section>", "Zap"),
        *(
            (f"<p><a href=#top>{words}</a></p>", words)
            for words in (
                "Back to top",
                "Nach oben",
                "Haut de page",
                "Volver arriba",
                "Torna su",
                "Naar boven",
                "Voltar ao topo",
                "إلى الأعلى",
                "do góry",
                "▲",
            )
        ),
    ],
)
def test_it_goes_as_before(part, gone):
    assert gone not in text(part)


def test_a_frame_is_as_safe_as_the_page():
    found = text("<iframe srcdoc='<p onclick=zap()>Take 20 mg <a href=javascript:zap()>a day</a>.</p>'></iframe>")

    assert "20 mg" in found
    assert "zap" not in found


def test_frames_are_no_way_around_the_limits():
    part = f"<iframe srcdoc='{'<b>a</b> ' * 9000}'></iframe>"

    with pytest.raises(CannotRead, match="too large"):
        document(part * 3)


HEADED = [
    '<x-row><x-item header="{}">{}</x-item><x-item header="{}">{}</x-item></x-row>',
    '<x-item heading="{}">{}</x-item><x-item heading="{}">{}</x-item>',
    '<sl-details summary="{}">{}</sl-details><sl-details summary="{}">{}</sl-details>',
    '<my-tabs><my-tab label="{}">{}</my-tab><my-tab label="{}">{}</my-tab></my-tabs>',
    '<div><my-fold title="{}"><div>{}</div></my-fold><my-fold title="{}"><div>{}</div></my-fold></div>',
]


@pytest.mark.parametrize("part", HEADED)
@pytest.mark.parametrize(
    ("first", "second"),
    [("Adults", "Children"), ("Erwachsene", "Kinder"), ("Взрослые", "Дети"), ("البالغون", "الأطفال")],
)
def test_a_title_in_an_attribute_heads_what_the_element_holds(part, first, second):
    part = part.format(first, "<p>Take 20 mg a day with water.</p>", second, "<p>Take 5 mg a day with water.</p>")
    sections = [block["value"] for block in document(part)["body"] if block["type"] == "section"]

    assert [section["heading"] for section in sections] == [first, second, "After"]
    assert "20 mg" in str(sections[0]["content"])
    assert "5 mg" in str(sections[1]["content"])


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (
            "<my-alert headline='Do not freeze it'><p>If it froze, throw it away.</p></my-alert>",
            "<p>Do not freeze it</p><p>If it froze",
        ),
        (
            "<my-alert headline='Do not freeze it'>If it froze, throw it away.</my-alert>",
            "<p>Do not freeze it</p><p>If it froze",
        ),
        ("<my-item question='May I swim?' answer='Not for 6 weeks.'></my-item>", "Not for 6 weeks."),
        ("<p>Take <x-term title='A drug'>aspirin</x-term> at 9.</p>", "Take aspirin at 9."),
        ("<p>Take <x-term header='A drug'>aspirin</x-term> at 9.</p>", "Take aspirin at 9."),
        ("<x-box header='true' label='{{ title }}'><p>Take it at 9.</p></x-box>", "<p>Take it at 9.</p>"),
        ("<x-box label='primary'><p>Take it at 9.</p></x-box>", "seven.</p><p>Take it at 9.</p>"),
        ("<x-box heading=':item.title'><p>Take it at 9.</p></x-box>", "seven.</p><p>Take it at 9.</p>"),
        ("<x-box header='big-one'><p>Take it at 9.</p></x-box>", "seven.</p><p>Take it at 9.</p>"),
        (
            "<x-box header='By night'><b>By night</b><p>Take it at 9.</p></x-box>",
            "seven.</p><p><b>By night</b></p><p>Take it at 9.</p>",
        ),
        (
            "<x-box header='By night'><b slot=header>At night</b><p>Take it at 9.</p></x-box>",
            "<p><b>At night</b></p><p>Take it at 9.</p>",
        ),
    ],
)
def test_words_in_attributes_of_elements_of_the_site_s_own(part, kept):
    found = document(part)

    assert kept in json.dumps(found["body"], ensure_ascii=False)
    assert found["report"]["coverage"]["percent"] == 100


CARDS = [
    ("Essen", "Gut kauen, und sechs Wochen keine Nüsse."),
    ("Trinken", "Zwei Liter am Tag."),
    ("شرب", "لتران في اليوم."),
]


@pytest.mark.parametrize(
    "card",
    [
        "<div class=card><header><p>{}</p></header><div>{}</div></div>",
        "<div class=panel><header class=panel-header><span>{}</span></header><div>{}</div></div>",
        "<app-panel><app-panel-header>{}</app-panel-header><app-panel-body><p>{}</p></app-panel-body></app-panel>",
        "<div class=card><p>{}</p><div>{}</div><footer class=card-footer>Only for adults</footer></div>",
    ],
)
def test_the_head_and_the_foot_of_a_card_are_no_head_and_no_foot_of_the_page(card):
    cards = "".join(card.format(*words) for words in CARDS)
    page = f"<html lang=de><head><title>Knee</title></head><body><header>Zap Hospital</header><h1>Knee</h1><p>{LONG}</p>{cards}<footer>Zap Foot</footer></body></html>"
    found = convert(page.encode()).document
    body = json.dumps(found["body"], ensure_ascii=False)
    for title, text in CARDS:
        assert body.index(title) < body.index(text)
    assert body.count("Only for adults") == 3 * ("Only" in card)
    assert "Zap" not in body


def test_questions_in_heads_of_panels_are_read():
    panels = "".join(
        f"<app-accordion><app-accordion-header>{question}</app-accordion-header><app-accordion-body><p>{answer}</p></app-accordion-body></app-accordion>"
        for question, answer in [("Can I swim?", "Not yet."), ("Can I drive?", "Not today."), ("Can I fly?", "Yes.")]
    )
    page = f"<html lang=en><head><title>Knee</title></head><body><h1>Knee</h1><h2>FAQ</h2>{panels}</body></html>"
    blocks = convert(page.encode()).document["body"]
    items = [item for block in blocks if block["type"] == "faq" for item in block["value"]["items"]]
    assert [item["question"] for item in items] == ["Can I swim?", "Can I drive?", "Can I fly?"]
