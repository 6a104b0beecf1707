"""What a drawing says, and what only browsers without scripts show: nothing of it goes without a word."""

import pytest

from beatcancer_wagtail.importer.convert import convert

SENTENCES = "<p>The chart says how much to take in the first week. Ask your nurse if you are not sure.</p>"


def body_of(html):
    page = f"<html><body><main><h1>Doses</h1>{SENTENCES}{html}{SENTENCES}</main></body></html>"
    found = convert(page.encode()).document
    return found, str(found["body"])


def test_the_words_of_a_drawing_are_text_and_need_a_look():
    found, body = body_of(
        "<svg viewBox='0 0 9 9'><title>Chart</title><desc>A chart</desc><style>text{}</style>"
        "<g><text>Day 1</text><text><tspan x=1>Take</tspan><tspan x=1 dy=2>5 mg</tspan></text></g></svg>"
    )

    assert "<p>Day 1; Take 5 mg</p>" in body
    assert "Chart" not in body
    assert "A chart" not in body
    assert any("Day 1; Take 5 mg" in sentence for sentence in found["report"]["look"])


def test_a_dose_that_is_drawn_in_a_sentence_stays_in_it():
    _, body = body_of("<p>Take <svg width=40 height=16><text>10 mg</text></svg> a day.</p>")

    assert "Take 10 mg a day." in body


def test_the_boxes_of_a_chart_keep_their_words():
    _, body = body_of(
        "<svg><g><foreignObject><div><p>Is it fever?</p><p>Call us</p></div></foreignObject></g><path d='M0'/></svg>"
    )

    assert "Is it fever? Call us" in body


def test_an_icon_says_nothing():
    found, body = body_of("<p>Call us <svg><title>Telephone</title><path d='M0'/></svg> today.</p>")

    assert "Call us today." in body
    assert not found["report"]["look"]


def test_a_drawing_in_a_figure_is_missed():
    found, body = body_of("<figure><svg><path d='M0'/></svg><figcaption>The lymph nodes</figcaption></figure>")

    assert "The lymph nodes" in body
    assert any("The lymph nodes" in sentence for sentence in found["report"]["look"])


def test_the_title_of_a_drawing_is_not_that_of_the_page():
    found, _ = body_of("<svg><title>Telephone</title></svg>")

    assert found["title"] == "Doses"


@pytest.mark.parametrize(
    ("text", "needs_look"),
    [
        ("Please switch JavaScript on.", False),
        ("Take 3 mg of it in the evening. " * 5, True),
    ],
)
def test_what_only_browsers_without_scripts_show_is_listed(text, needs_look):
    found, body = body_of(f"<noscript><p>{text}</p></noscript>")

    assert text.strip() not in body
    assert [drop["text"] for drop in found["report"]["dropped"] if drop["reason"] == "noscript"] == [text.strip()]
    assert found["report"]["needs_a_look"] is needs_look


def test_a_drawing_within_a_drawing_says_its_words_once():
    inner = "<svg><foreignObject><b>daily</b></foreignObject></svg>"
    _, body = body_of(f"<svg><foreignObject><div>5 mg {inner}</div></foreignObject></svg>")

    assert body.count("daily") == 1
