"""Boxes side by side without a space between are no one word, and a word that is styled in parts is no two."""

from __future__ import annotations

import json
import re

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.coverage import coverage_of, kept_words

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def document(html: str, title: str = "<h1>Larch tea</h1>", **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main>{title}<p>{WORDS}</p>{html}</main></body></html>"
    return convert(page.encode(), **options).document


def text(found: dict) -> str:
    return " ".join(kept_words(found["body"]))


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<div role=table><div role=row><span role=cell>12</span><span role=cell>200 mg</span></div></div>", "12 200 mg"),
        ("<div role=table><span role=row><i role=cell>Child</i><i role=cell>half</i></span></div>", "child half"),
        ("<ul><li><span class=n>1</span><span class=t>100 mg</span></li></ul>", "1 100 mg"),
        ("<ul><li>1<span class=t>100 mg</span></li></ul>", "1 100 mg"),
        ("<ul><li>1<b>100 mg</b></li></ul>", "1 100 mg"),
        ("<p>On day <i>1</i>20 mg, then none.</p>", "day 1 20 mg then"),
        ("<p>Seen in 2019<a href=#n1>1</a> and later.</p>", "2019 1 and"),
        ("<table><tr><th>Cups</th></tr><tr><td><span>5</span><span>10 mg</span></td></tr></table>", "cups 5 10 mg"),
        ("<table><tr><th>Cups</th></tr><tr><td><b>5</b><i>10 mg</i></td></tr></table>", "cups 5 10 mg"),
        ('<div style="display: grid"><span>Day 1</span><span>20 mg</span><span>Day 2</span><span>40 mg</span></div>',
         "day 1 20 mg day 2 40 mg"),
        ("<div class=d-flex><span>daily</span><span>dose</span></div>", "daily dose"),
        ("<p>Drink <span class=tooltip>larch<span class=tooltiptext>a tree</span></span> tea.</p>", "drink larch a tree tea"),
        ("<p>Drink larch<span class=tooltip>a tree</span> tea.</p>", "drink larch a tree tea"),
        ("<p>6<span style='margin-left:.25em'>022</span><span style='margin-left:0.2em'>140</span> cups</p>", "6 022 140 cups"),
        ("<div><span class=col-1>one</span><span class=col-2>two</span></div>", "one two"),
        ("<p>Drink <a href=/l>larch<span class=sr-only>opens a window</span></a> tea.</p>", "larch opens a window tea"),
        ("<div><span class=number>42,900</span><span class=label>new cups</span></div>", "42 900 new cups"),
        ("<div><span class=number>54%</span><span class=label>drink it</span></div>", "54 drink it"),
        ("<div><b>42,900</b><span>new cups</span></div>", "42 900 new cups"),
        ("<div><span class=drink-name>tea</span><span class=drink-text>of needles</span></div>", "tea of needles"),
        ("<div><b>Headache</b><span>Common</span></div>", "headache common"),
        ("<div><span class=a>Headache</span><span class=b>Common</span></div>", "headache common"),
        ("<p><a href=/birch>birch</a><a href=/alder>alder</a></p>", "birch alder"),
        ("<div><label for=a>Common</label><label for=b>Rare</label></div>", "common rare"),
        ("<div><tea-cup>one</tea-cup><tea-cup>two</tea-cup></div>", "one two"),
        ("<h2><span class=num>2</span><span class=txt>3 cups</span></h2><p>A day.</p>", "2 3 cups a day"),
        ("<table><caption><b>1</b><i>2 cups</i></caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
         "1 2 cups a b 1 2"),
        ("<details><summary><span>1</span><span>2 cups?</span></summary><p>They are too many.</p></details>", "1 2 cups they"),
        ("<blockquote><p><span>1</span><span>2 cups</span></p></blockquote>", "1 2 cups"),
        ("<h3>Larch<span class=badge>100 mg</span></h3><p>Once a day.</p>", "larch 100 mg once"),
        ("<h3>Larch<span class='chip chip-new'>new</span></h3><p>Once a day.</p>", "larch new once"),
        ("<div><span style='position:absolute;left:9px;top:5px'>Larch</span><span style='position:absolute;top:9px'>one cup</span>"
         "<span style='position: absolute; top: 19px'><b>twice</b></span><b style='position:absolute'>birch</b></div>",
         "larch one cup twice birch"),
        ("<div><span style='left: 9px; top: 5px'>birch</span><span style='left: 9px; top: 15px'>tea</span></div>", "birch tea"),
        ("<div><span style='position:absolute'>Drink 2.</span><span style='position:absolute'>5 mg is</span></div>", "2 5 mg is"),
        ("<div><span style='position:fixed'>100 mg</span><span style='position:fixed'>twice</span></div>", "100 mg twice"),
        ("<p>Drink it. <i class=material-icons>warning</i>Stop at 10 mg</p>", "warning stop at 10 mg"),
    ],
)  # fmt: skip
def test_boxes_side_by_side_are_read_apart(html, wanted):
    for as_found in (False, True):
        found = document(html, as_found=as_found)

        assert wanted in text(found)
        assert found["report"]["coverage"]["percent"] == 100
        assert not found["report"]["coverage"]["added"]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p><b>L</b>arch tea is mild.</p>", "larch tea"),
        ("<p><span class=first>L</span><span>ar</span>ch tea is mild.</p>", "larch tea"),
        ("<p><span class=dropcap>1</span>00 cups are too many.</p>", "100 cups"),
        ('<p><span style="float: left; font-size: 3em">L</span>arch tea is mild.</p>', "larch tea"),
        ("<p><mark>lar</mark><span>ch tea</span></p>", "larch tea"),
        ("<p><mark>lar</mark><b>ch</b> tea</p>", "larch tea"),
        ("<p><span lang=EN>lar</span><span style='color: red'>ch tea</span> is mild.</p>", "larch tea"),
        ("<p><span>Larch</span><span>Tea</span></p>", "larchtea"),
        ("<p><span class=c1>lar</span><span class=c2>ch tea</span></p>", "larch tea"),
        ("<p><a href=/l>lar</a><a href=/l>ch tea</a></p>", "larch tea"),
        ("<p>H<sub>2</sub>O and 10<sup>9</sup> cups</p>", "h2o and 109 cups"),
        ("<p><span>10</span><sup>9</sup> and <i>10</i><span style='vertical-align: super'>9</span> cups</p>", "109 and 109 cups"),
        ("<p>Cups per year<sup><a href=#n1>1</a></sup> are many.</p>", "year1 are many"),
        ("<p>The <span class=tooltip>larch</span>es and pre<span class=tea-cell>cells</span></p>", "larches and precells"),
        ("<p><span style='margin-left: 0'>lar</span><span style='padding-left: 2px'>ch tea</span></p>", "larch tea"),
        ("<p>la<wbr>rch tea</p>", "larch tea"),
        ("<p>CO<span style='position:absolute; bottom:-.3em'>2</span> in tea</p>", "co2 in tea"),
        ("<p>Drink <i style='left:0;top:0;position:relative'>bir</i><i style='left:0;top:0;position:relative'>ch</i></p>", "birch"),
        ("<h2 class=flex><span>l</span><span>a</span><span>r</span><span>c</span><span>h</span></h2><p>Tea.</p>", "larch tea"),
        ("<p>120 <b>mm</b><i>Hg</i></p>", "120 mmhg"),
        ("<p><code><span class=n>tea</span><span class=m>12</span><span class=m>34</span></code></p>", "tea1234"),
    ],
)  # fmt: skip
def test_one_word_that_is_styled_in_parts_stays_one(html, wanted):
    found = document(html)

    assert wanted in text(found)
    assert not found["report"]["look"]


def test_numbers_that_were_parted_without_proof_need_a_look():
    found = document("<ul><li><span class=n>1</span><span class=t>100 mg</span></li></ul>")

    assert found["report"]["needs_a_look"]
    assert "“1 100 mg”" in found["report"]["look"][0]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<div role=row><span role=cell>12</span><span role=cell>200 ml</span></div>", "<p>12<br/>200 ml</p>"),
        ("<ul><li><span>1</span><span>100 ml</span></li></ul>", "<ul><li>1<br/>100 ml</li></ul>"),
        ("<p>On day <b>1</b><i>100 ml</i></p>", "<p>On day <b>1</b> <i>100 ml</i></p>"),
        ("<p>6<span style='margin-left:.25em'>022</span><span style='margin-left:.25em'>140</span></p>", "<p>6 022 140</p>"),
    ],
)  # fmt: skip
def test_two_numbers_in_boxes_stand_in_two_lines(html, wanted):
    """With a space between they would be 12,200 to many readers."""
    assert wanted in json.dumps(document(html)["body"])


def test_numbers_in_two_cells_and_numbers_outside_the_article_need_none():
    cells = "<div role=row><span role=cell>12</span><span role=cell>200 mg</span></div>"
    page = f"<body><nav><a href=/t>Teas <span>3</span><span>4</span></a></nav><main><h1>Tea</h1><p>{WORDS}</p>{cells}</main>"

    assert not document(cells)["report"]["look"]
    assert not convert(page.encode()).document["report"]["look"]


def test_the_title_is_read_in_the_same_way():
    found = document("", "<h1><span class=num>1</span><span class=txt>2 cups of tea</span></h1>")

    assert re.search("1 2 cups", found["title"] + text(found))
    assert "12 cups" not in found["title"]
    assert found["report"]["needs_a_look"]


def test_coverage_sees_two_numbers_that_became_one():
    coverage = coverage_of(["take", "12", "200", "mg"], ["take", "12200", "mg"])

    assert coverage.percent < 100
    assert coverage.added == ["12200"]


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(
    "image", ["<img src=/leaf.png alt=''>", "<img src=/leaf.png>", "<span><img src=/leaf.png></span>"]
)
def test_numbers_on_both_sides_of_a_picture_are_two(image, as_found):
    found = document(f"<p>Take 2{image}50 mg of it.</p>", as_found=as_found)

    assert "take 2 50 mg" in text(found)
    assert "“2 50 mg”" in found["report"]["look"][0]


def test_letters_on_both_sides_of_a_picture_are_one_word():
    assert "take larch tea" in text(document("<p>Take lar<img src=/spacer.gif alt=''>ch tea.</p>"))


@pytest.mark.parametrize("between", ["<input type=checkbox>", "<i class='fa fa-arrow-right'></i>", "<img src=gap.gif>"])
def test_numbers_on_both_sides_of_something_empty_are_two(between):
    assert "510" not in text(document(f"<p>Raise it from 5{between}10 mg a day.</p>"))


@pytest.mark.parametrize("tag", ["span", "p", "div"])
@pytest.mark.parametrize("style", ["position:absolute;left:{0}px;top:{1}px", "left: {0}px; top: {1}px"])
def test_a_page_laid_out_piece_by_piece_needs_a_look(tag, style):
    """In columns "Larch, birch, 5 mg, 50 mg" is in order, and nobody can tell which dose is whose."""
    cells = ["Tea", "Larch", "Birch", "A day", "500 mg", "30 mg"]
    pieces = "".join(
        f"<{tag} style='{style.format(x, y)}'>{cell}</{tag}>" for x, (y, cell) in enumerate(enumerate(cells))
    )
    page = f"<html><body><div>{pieces}</div></body></html>"
    found = convert(page.encode()).document

    assert "tea larch birch a day 500 mg 30 mg" in text(found)
    assert any("made from a PDF" in one for one in found["report"]["look"])


def test_a_few_placed_pieces_in_a_page_need_none():
    notes = "".join(f"<span style='position:absolute;left:0;top:{y}px'>Note</span> " for y in range(6))
    assert not document(f"<p>{WORDS}</p>{notes}")["report"]["look"]
