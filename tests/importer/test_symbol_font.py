"""Signs that old pages write with the letters of a font of signs."""

from __future__ import annotations

import pytest

from tests.importer.tea_pages import document, texts


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('Take 500 <font face="Symbol">m</font>g.', "Take 500 μg."),
        ('Take 500 <font face="symbol, serif"><span>m</span></font>g.', "Take 500 μg."),
        ('If <font face="Symbol">£</font> 50 kg.', "If ≤ 50 kg."),
        ('If <span style="font-family:Symbol">&#179;</span> 60.', "If ≥ 60."),
        ("If <span style='color: red; font-family: \"Symbol\", serif'>&#61611;a</span> 60.", "If ↔α 60."),
        ("Take 20 &#61549;g later.", "Take 20 μg later."),
        ('Take 20 <span style="font: 12pt Symbol">m</span>g.', "Take 20 μg."),
        ("If \uf0b3 50 kg, then \uf0a3 2.", "If ≥ 50 kg, then ≤ 2."),
        ("Warm <font face=Wingdings>ü</font> cold <font face=Wingdings>û</font>.", "Warm ✓ cold ✗."),
    ],
)
def test_a_letter_in_a_font_of_signs_is_its_sign(html, text, as_found):
    found = document(f"<p>{html}</p>", as_found=as_found)

    assert texts(found) == f"<p>{text}</p>"
    assert "became the signs that it shows" in found["report"]["warnings"][0]
    assert found["report"]["look"] == []


@pytest.mark.parametrize(
    "html",
    [
        'Take 500 <font face="Arial">m</font>g, £ 3.',
        'Take 500 <span style="font-family: Segoe UI Symbol">m</span>g.',
        "Take 500 <span style=\"font-family: Arial, 'Noto Symbol', Symbols\">m</span>g.",
        'Take <font face="Symbol"><font face="Arial">m</font></font>g.',
        'Take <i class="fa">\uf06d</i> 500 mg.',
        "\uf06d Milligrams and more",
    ],
)
def test_other_letters_stay_as_they_are(html):
    found = document(f"<p>{html}</p>")

    assert found["report"]["warnings"] == found["report"]["look"] == []
    assert "m" in texts(found)


def test_a_sign_that_nobody_knows_needs_a_look():
    found = document("<p>Take it \uf0e9 500 mg.</p>")

    assert "Take it \uf0e9 500 mg." in found["report"]["look"][0]


def test_words_in_a_font_of_signs_stay_and_need_a_look():
    found = document('<p style="font-family: Symbol">Take it warm.</p>')

    assert texts(found).endswith("Take it warm.</p>")
    assert "“Take it warm.”" in found["report"]["look"][0]


@pytest.mark.parametrize(
    ("font", "letter"), [("Symbol", "·"), ("Wingdings", "§"), ("Wingdings", "Ø"), ("Symbol", "\uf0b7")]
)
def test_the_bullets_of_a_word_processor_are_not_worth_telling(font, letter):
    mark = (
        f"<span style='font-family:{font}'>{letter}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;m </span></span>"
    )
    found = document(f"<p>{mark}Drink it.</p><p>{mark}Boil it.</p>")

    assert found["report"]["warnings"] == found["report"]["look"] == []
    assert "Drink it." in texts(found)
    assert "μ" not in texts(found)
