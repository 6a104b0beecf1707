"""Lists of a word processor are paragraphs with a sign in front of each, and become lists where nothing of them is lost."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


def item(sign: str, text: str, level: int = 1, number: int = 0, name: str = "MsoListParagraph") -> str:
    return (
        f"<p class={name} style='text-indent:-18.0pt;mso-list:l{number} level{level} lfo1'><![if !supportLists]>"
        f"<span style='mso-list:Ignore'>{sign}{GAP}</span><![endif]>{text}</p>\n"
    )


def document(html: str) -> dict:
    return convert(f"<html><body><h1>Tea</h1><p>{WORDS}</p>{html}<p>{WORDS}</p></body></html>".encode()).document


def rich(html: str) -> str:
    found = document(html)
    assert found["report"]["coverage"]["percent"] == 100
    assert not found["report"]["coverage"]["added"]
    return json.dumps(found["body"], ensure_ascii=False).replace(WORDS, "")


@pytest.mark.parametrize("sign", ["·", "•", "o", "§", "-", "–", "▪"])
@pytest.mark.parametrize("name", ["MsoListParagraph", "MsoListParagraphCxSpMiddle", "MsoListBullet", "MsoNormal"])
def test_bullets(sign, name):
    found = rich(item(sign, "Larch <b>400 mg</b>", name=name) + item(sign, "Not with milk", name=name))
    assert "<ul><li>Larch <b>400 mg</b></li><li>Not with milk</li></ul>" in found


def test_a_bullet_in_a_font_of_signs():
    one = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol'>{}</span>{}</p>"
    sign = f"<span style='mso-list:Ignore'>·{GAP}</span>"
    assert "<ul><li>Larch</li><li>Birch</li></ul>" in rich(one.format(sign, "Larch") + one.format(sign, "Birch"))


def test_a_list_within_a_list():
    found = rich(item("·", "Larch") + item("o", "5 mg", 2) + item("o", "7 mg", 2) + item("·", "Birch"))
    assert "<ul><li>Larch<ul><li>5 mg</li><li>7 mg</li></ul></li><li>Birch</li></ul>" in found


def test_a_list_that_skips_a_level():
    found = rich(item("·", "Larch") + item("·", "5 mg", 3) + item("·", "7 mg", 2) + item("·", "Birch"))
    plain = rich("<ul><li>Larch<ul><li>5 mg</li></ul><ul><li>7 mg</li></ul></li><li>Birch</li></ul>")
    assert found == plain


def test_numbers_that_count():
    """As with any list, bullets below numbers are what an editor can hold of them."""
    found = rich(item("1.", "Wash") + item("2.", "Take 2") + item("·", "with tea", 2) + item("3.", "Wait 10 minutes"))
    plain = rich("<ol><li>Wash</li><li>Take 2<ul><li>with tea</li></ul></li><li>Wait 10 minutes</li></ol>")
    assert found == plain
    assert found.count("<li>") == 4


def test_a_list_that_goes_back_above_its_first_level_stays_as_it_is():
    found = rich(item("·", "Larch", 2) + item("1.", "Wash", 1) + item("2.", "Dry", 1))
    assert "<li>" not in found


@pytest.mark.parametrize(
    "signs", [("4.", "5."), ("a)", "b)"), ("i.", "ii."), ("1.1", "1.2"), ("1.", "3."), ("✓", "✗"), ("1.",)]
)
def test_signs_that_a_list_would_lose_stay_in_front_of_their_words(signs):
    found = rich("".join(item(sign, f"Cup {place}") for place, sign in enumerate(signs)))
    assert "<li>" not in found
    for place, sign in enumerate(signs):
        assert f"<p>{sign} Cup {place}</p>" in found.replace("\\u00a0", " ").replace("\xa0", " ")


def test_two_lists_are_two():
    found = rich(item("1.", "Wash") + item("2.", "Dry") + item("1.", "Fill", number=1) + item("2.", "Drink", number=1))
    assert "<ol><li>Wash</li><li>Dry</li></ol>" in found
    assert "<ol><li>Fill</li><li>Drink</li></ol>" in found


def test_a_paragraph_between_ends_the_list():
    found = rich(item("1.", "Wash") + item("2.", "Dry") + "<p class=MsoNormal>Now wait.</p>" + item("3.", "Fill"))
    assert "<ol><li>Wash</li><li>Dry</li></ol><p>Now wait.</p><p>3." in found


def test_a_cleaned_page_has_the_sign_and_wide_spaces():
    one = "<p class=MsoListParagraph>{}&nbsp;&nbsp;&nbsp; {}</p>"
    found = rich(
        one.format("·", "Larch 5 mg") + one.format("<span>·</span>", "Birch") + "<p class=MsoListParagraph>End</p>"
    )
    assert "<ul><li>Larch 5 mg</li><li>Birch</li></ul><p>End</p>" in found


def test_words_that_only_look_like_a_sign_stay():
    found = rich(
        "<p class=MsoListParagraph>- 5 to 7 °C</p><p class=MsoListParagraph>o yes</p><p class=MsoNormal>·   x</p>"
    )
    assert "<p>- 5 to 7 °C</p><p>o yes</p>" in found
    assert "<li>" not in found


def test_it_takes_no_time_for_ten_thousand():
    html = "".join(item("·", f"Cup {place}") + "<p>Then.</p>" for place in range(3000))
    assert json.dumps(document(html)["body"]).count("<li>") == 3000
