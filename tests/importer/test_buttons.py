"""Buttons that hold words of the text stay, as words or as titles; buttons that only act go."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.coverage import kept_words

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def document(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}<h2>Later</h2><p>{WORDS}</p></main></body></html>"
    return convert(page.encode(), **options).document


def text(found: dict) -> str:
    return " ".join(kept_words(found["body"]))


def headings(blocks: list[dict]) -> list[str]:
    found = []
    for block in blocks:
        if block["type"] == "section":
            found += [block["value"]["heading"], *headings(block["value"]["content"])]
    return found


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>The <button type=button class=term>needle</button> stays for 6 minutes.</p>", "the needle stays for 6"),
        ("<p>Press <button>Print</button> to keep this page.</p>", "press print to keep"),
        ("<p><button class=popup>Needles</button> are green.</p>", "needles are green"),
        ("<p>Boil the <b><button class=tooltip>needles</button></b>.</p>", "boil the needles"),
        ("<div>Some drink <button>birch tea</button> instead.</div>", "some drink birch tea instead"),
        ("Do <button>not</button> boil it.<br>Take <button>birch tea</button> instead.", "do not boil it take birch"),
        ("<details><summary>Tea</summary><span>Do <button>not</button> boil it.</span></details>", "do not boil it"),
        ("<ul><li><button>Larch</button> 75 ml</li><li>Birch 80 ml</li></ul>", "larch 75 ml birch 80 ml"),
        ("<ul><li><button>Larch</button></li><li>Birch 80 ml</li></ul>", "larch birch 80 ml"),
        ("<ul><li>Cups:<button>12</button>3 ml</li></ul>", "cups 12 3 ml"),
        ("<table><tr><th>Tea</th><th>Dose</th></tr><tr><td><button>Larch</button></td><td>75 ml</td></tr></table>",
         "tea dose larch 75 ml"),
    ],
)  # fmt: skip
def test_a_word_that_is_a_button_stays_in_its_sentence_or_cell(html, wanted):
    for as_found in (False, True):
        found = document(html, as_found=as_found)

        assert wanted in text(found)
        assert found["report"]["coverage"]["percent"] == 100
    assert "button" not in json.dumps(found["body"])


def test_a_sentence_with_a_button_is_one_paragraph():
    found = document("<p>The <button>needle</button> stays for 6 minutes.</p>")

    assert "<p>The needle stays for 6 minutes.</p>" in json.dumps(found["body"])


@pytest.mark.parametrize(
    "html",
    [
        "<button class=acc>Strong tastes</button><div class=panel><p>{0}</p></div><button class=acc>Price</button><div class=panel><p>{0}</p></div>",
        "<div><button>Strong tastes</button><p>{0}</p></div><div><button>Price</button><p>{0}</p></div>",
        "<div class=item><div class=head><button>Strong tastes</button></div><div class=body>{0}</div></div><div class=item><div class=head><button>Price</button></div><div class=body>{0}</div></div>",
        "<ul><li><button>Strong tastes</button><div>{0}</div></li><li><button>Price</button><div>{0}</div></li></ul>",
    ],
)
def test_a_button_right_before_its_panel_is_the_heading_of_it(html):
    found = document(html.format(WORDS))

    assert headings(found["body"])[:2] == ["Strong tastes", "Price"]
    assert found["report"]["coverage"]["percent"] == 100


def test_one_button_before_a_paragraph_keeps_its_words_and_heads_nothing():
    found = document(f"<button class=term>Needles</button><p>{WORDS}</p>")

    assert headings(found["body"]) == ["Later"]
    assert "<p>Needles</p>" in json.dumps(found["body"])


def test_questions_that_are_buttons_are_still_questions():
    buttons = [
        f"<button class=acc>{title}</button><div><p>{WORDS}</p></div>"
        for title in ("Is it hot?", "Is it cold?", "Price")
    ]
    found = document(f"<h2>Frequently asked questions</h2>{''.join(buttons)}")

    asked = [item["question"] for block in found["body"] if block["type"] == "faq" for item in block["value"]["items"]]
    assert asked[:2] == ["Is it hot?", "Is it cold?"]
    assert "price" in text(found)


@pytest.mark.parametrize(
    "html",
    [
        "<p>{0} <button>{1}</button></p>",
        "<button>{1}</button><p>{0}</p>",
        "<ul><li>{0} <button>{1}</button></li></ul>",
        "<table><tr><th>Tea</th><th>Dose</th></tr><tr><td>Larch</td><td>75 ml <button>{1}</button></td></tr></table>",
        "<div><button>{1}</button><button>Something else</button></div><p>{0}</p>",
    ],
)
@pytest.mark.parametrize(
    "says",
    [
        "Print",
        "Share",
        "Weiterlesen",
        "En savoir plus",
        "Ver más",
        "Leggi di più",
        "Lees meer",
        "Ler mais",
        "عرض المزيد",
    ],
)
def test_a_button_that_only_acts_goes(html, says):
    found = document(html.format(WORDS, says))

    assert says.casefold() not in text(found)
    assert says in " ".join(part["text"] for part in found["report"]["dropped"])


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><button>1</button></li><li><button>2</button></li></ul>",
        "<table><tr><td><button>Larch</button></td><td><button>Birch</button></td></tr></table>",
        "<div><div><button>Larch</button></div><div><button>Birch tea of needles</button></div></div>",
        "<div>Size of the letters: <button>Large</button> <button>Larger</button></div>",
        "<div><div class=feedback>Was it good for you? <button>Very</button></div></div>",
        "<button>Larch</button><form><input name=q><p>What are you looking for here?</p></form>",
        "<button>Larch</button><div><a href=/1>Tea of birch</a> <a href=/2>Tea of spruce</a></div>",
    ],
)
def test_buttons_among_buttons_and_before_no_text_go(html):
    assert {"control", "feedback"} & {part["reason"] for part in document(html)["report"]["dropped"]}
