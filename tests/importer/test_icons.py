"""Icons whose label is the only place where a word of the text stands: that word is in the text afterwards."""

from __future__ import annotations

import re

import pytest

from tests.importer.tea_pages import WORDS, document, texts

NO = '<svg role="img" aria-label="no"><path/></svg>'


def table(*cells: str) -> str:
    rows = "".join(f"<tr><td>Drink {place}</td><td>{cell}</td></tr>" for place, cell in enumerate(cells))
    return f"<table><tr><th>Drink</th><th>Allowed</th></tr>{rows}</table>"


def cells(found: dict) -> list[object]:
    (grid,) = [block["value"]["data"] for block in found["body"] if block["type"] == "table"]
    return [row[1] for row in grid[1:]]


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("icon", "word"),
    [
        (NO, "no"),
        ('<i class="fa fa-times" title="no"></i>', "no"),
        ("<svg role=img><title>no</title><path d='M0'/></svg>", "no"),
        ('<span class="cross" role="img" aria-label="Not allowed"></span>', "Not allowed"),
        ('<i class="fa" title="nein">\uf00d</i>', "nein"),
        ('<larch-icon aria-label="لا"></larch-icon>', "لا"),
        ('<span><svg aria-label="interdit icône"><path/></svg></span>', "interdit"),
        ('<svg aria-label="arrow down"><path/></svg>', "arrow down"),
    ],
)
def test_an_icon_alone_in_a_cell_is_its_word(icon, word, as_found):
    found = document(table(icon, "Yes"), as_found=as_found)

    assert cells(found) == [word, "Yes"]
    assert (found["report"]["coverage"]["percent"], found["report"]["coverage"]["added"]) == (100, [])
    assert f"“{word}”" in str(found["report"]["warnings"])


@pytest.mark.parametrize(
    "images",
    [
        ('<img src="/no.png" alt="no" width="48">', '<img src="/yes.jpg" alt="yes" width="20">'),
        ('<img src="/red.png" alt="after meals">', '<img src="/red.png" alt="after meals">'),
    ],
)
def test_a_small_picture_alone_in_a_cell_is_its_word(images):
    found = document(table(*images))

    assert cells(found) == [re.findall('alt="(.*?)"', image)[0] for image in images]
    assert "image" not in [block["type"] for block in found["body"]]


def test_photographs_in_cells_stay_pictures():
    found = document(table('<img src="/larch.png" alt="A larch">', '<img src="/oak.jpg" alt="no">'))

    assert [block["value"]["alt"] for block in found["body"] if block["type"] == "image"] == ["A larch", "no"]


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '<ul><li><svg role="img" aria-label="Don’t"></svg> run</li></ul>',
            "<ul><li>Don’t run</li></ul>",
        ),
        ('<p><img src="/no.svg" alt="Do not"> take 5 mg with wine.</p>', "<p>Do not take 5 mg with wine.</p>"),
        ('<p><i title="Nicht"></i>mit Wein trinken.</p>', "<p>Nicht mit Wein trinken.</p>"),
        ('<p>Take <svg aria-label="half a cup"></svg> of it.</p>', "<p>Take half a cup of it.</p>"),
        (f"<p>Larch: {NO}.</p>", "<p>Larch: no.</p>"),
    ],
)
def test_an_icon_in_a_line_is_its_word(html, text, as_found):
    found = document(html, as_found=as_found)

    assert texts(found) == text
    assert found["report"]["coverage"]["percent"] == 100


@pytest.mark.parametrize("as_found", [True, False])
def test_a_verdict_alone_in_a_box_is_its_word(as_found):
    found = document(f"<div class=line><div>Wine</div><div>{NO}</div></div><p>{WORDS}</p>", as_found=as_found)

    assert "<p>Wine</p><p>no</p>" in texts(found)


def test_a_verdict_in_a_heading_is_a_word_of_it():
    assert "Never Boil it" in str(document(f'<h2><svg aria-label="Never"></svg> Boil it</h2><p>{WORDS}</p>')["body"])


@pytest.mark.parametrize(
    "html",
    [
        '<p><svg aria-hidden="true" aria-label="no"></svg> Take it warm.</p>',
        '<p><a href="/x"><svg aria-label="no"></svg> Take it warm.</a></p>',
        '<h2><svg aria-label="leaf"></svg> Take it warm.</h2>',
        '<p><svg aria-label="Arrow right icon"></svg> Take it warm.</p>',
        '<p>Take it warm.<i class="fa" title="opens in a new window"></i></p>',
        '<p><svg aria-label="warning"></svg> Warning: take it warm.</p>',
        '<p>Take it warm.</p><div><svg aria-label="larch"></svg></div>',
        '<p><span title="A tree">Larch</span> tea.</p>',
        '<p>Share: <a href="https://x.example/share"><i title="no"></i></a></p>',
    ],
)
def test_decoration_says_nothing(html):
    assert document(html)["report"]["warnings"] == []


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    "sign",
    [
        "<svg><path/></svg>",
        '<svg aria-hidden="true"></svg>',
        '<i class="fa fa-circle"></i>',
        '<span class="icon-red"></span>',
    ],
)
def test_a_sign_without_a_label_in_a_cell_needs_a_look(sign, as_found):
    found = document(table(sign, "Yes"), as_found=as_found)

    assert "empty in the draft: “Drink 0”" in found["report"]["look"][0]


@pytest.mark.parametrize(
    "cell", ["", "<span></span>", '<i class="fa"></i> Yes', '<a href="/x"><svg></svg></a>', '<span class="dot"></span>']
)
def test_other_cells_need_none(cell):
    assert document(table(cell, "Yes"))["report"]["look"] == []


def test_the_same_word_elsewhere_in_the_line_is_another():
    assert "Do not drink it, and do not boil it." in texts(
        document('<p><i title="Do not"></i> drink it, and do not boil it.</p>')
    )
