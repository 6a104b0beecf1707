"""Pictures that stand for words, and formulas that a page holds twice: each is read once, in its place."""

from __future__ import annotations

import re

import pytest

from beatcancer_wagtail.importer.markup.tex import readable
from tests.importer.tea_pages import WORDS, document, texts

SIGN = '<img src="/ge.gif" alt="≥" width="12" height="12">'


def kinds(found: dict) -> list[str]:
    return [block["type"] for block in found["body"]]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>Weight {SIGN} 50 kg</p>", "<p>Weight ≥ 50 kg</p>"),
        ('<p>Take <img src="half.png" alt="½" style="height: 1em"> cup.</p>', "<p>Take ½ cup.</p>"),
        (
            '<p><img src="w.png" alt="Warning:" width="20" height="20"> not for children.</p>',
            "<p>Warning: not for children.</p>",
        ),
        ('<p>Up to <img src="ten9.gif" alt="10^9"> cells in it.</p>', "<p>Up to 10^9 cells in it.</p>"),
        ('<p>If <img class="tex" src="a.png" alt="\\alpha \\leq 2"> holds, rest.</p>', "<p>If α ≤ 2 holds, rest.</p>"),
        ('<p>Up to <img class="math" src="a.png" alt="10^{9}"> cells.</p>', "<p>Up to 10⁹ cells.</p>"),
        ('<p>So <img src="/math/render/svg/abc" alt="{\\displaystyle x_{1}\\times 2}">.</p>', "<p>So x₁ × 2.</p>"),
        ('<p>Well done <img class="emoji" src="s.svg" alt="🙂"></p>', "<p>Well done 🙂</p>"),
        ('<p>Well done <img class="wp-smiley" src="s.gif" alt=":-)"></p>', "<p>Well done :-)</p>"),
        (f"<ul><li>Weight {SIGN} 50 kg</li><li>Age</li></ul>", "<ul><li>Weight ≥ 50 kg</li><li>Age</li></ul>"),
        (f"<p>Weight <b>{SIGN} 50</b> kg</p>", "<p>Weight <b>≥ 50</b> kg</p>"),
    ],
)
def test_a_sign_that_is_a_picture_stands_in_its_sentence(html, text):
    found = document(html)

    assert texts(found) == text
    assert "image" not in kinds(found)
    assert not found["report"]["needs_a_look"]
    assert (found["report"]["coverage"]["percent"], found["report"]["coverage"]["added"]) == (100, [])


def test_a_formula_in_a_line_of_its_own_is_text():
    assert texts(document('<dl><dd><img class="tex" alt="{\\displaystyle A}" src="a.png"></dd></dl>')) == "<p>A</p>"


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>Weight {SIGN} 50 kg</h2><p>{WORDS}</p>",
        f"<figure><img src='/tea.jpg' alt='Tea'><figcaption>Weight {SIGN} 50 kg</figcaption></figure>",
        f"<table><tr><th>Weight</th><th>Cups</th></tr><tr><td>Weight {SIGN} 50 kg</td><td>2</td></tr></table>",
        f"<blockquote>Weight {SIGN} 50 kg</blockquote>",
        f"<h2>Frequently asked questions</h2><details><summary>Weight {SIGN} 50 kg?</summary><p>Two cups will do.</p></details><details><summary>How warm?</summary><p>Weight {SIGN} 50 kg: hot.</p></details>",
    ],
)
def test_a_sign_stands_in_its_place_wherever_there_is_text(html):
    found = document(html)

    assert "Weight ≥ 50 kg" in str(found["body"]), found["body"]
    assert "ge.gif" not in str(found["body"])


@pytest.mark.parametrize(
    "html",
    [
        '<p>Take <img src="/ge.gif"> 50 mg of it.</p>',
        '<p>Take <img src="/ge.gif" alt=""> 50 mg of it.</p>',
        '<p>Take <img src="/ge.gif" alt="ge.gif" width="12" height="12"> 50 mg of it.</p>',
        '<p>Take <img src="/ge.gif" alt="image">50 mg of it.</p>',
        '<p>It is <img src="/formula.svg" class="math">.</p>',
        '<ul><li>Take <img src="/ge.png" alt> 50 mg of it.</li></ul>',
    ],
)
def test_a_sign_without_words_makes_the_page_need_a_look(html):
    found = document(html)
    (why,) = found["report"]["look"]

    assert found["report"]["needs_a_look"]
    assert "image" in kinds(found)
    assert re.search(r"(Take|It is) \[(ge|formula)\.", why)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Take it <img src="/spacer.gif" alt=""> warm.</p>',
        '<p>Take it <img src="/track?u=1" width="1" height="1"> warm.</p>',
        '<p>Take it warm.<img src="/pixel.gif" alt=""></p>',
        '<p><img src="/leaf.png" alt="" width="16" height="16"> Take it warm.</p>',
        '<p><a href="/map"><img src="/map.gif"></a> Take it warm, or <a href="/x"><img src="/x.gif" alt=""> see more</a> of it.</p>',
    ],
)
def test_decoration_makes_no_page_need_a_look(html):
    found = document(html)

    assert found["report"]["look"] == []
    assert "spacer" not in str(found["body"])


@pytest.mark.parametrize(
    "html",
    [
        '<p><img src="/tea.jpg" alt="A cup of tea"> Take it warm.</p>',
        '<p>Take it warm, <img src="/tea.jpg" alt="A cup of tea"> and slowly.</p>',
        '<p>Take it warm, <img src="/tea.png" alt="A cup of tea" width="400" height="300"> and slowly.</p>',
        '<p>Take it warm, <img src="/tea.png" alt="A cup of tea" class="alignleft"> and slowly.</p>',
        '<p>Take it warm, <img src="/tea.jpg"> and slowly.</p>',
        '<p>Take it warm, <a href="/large.png"><img src="/tea.png" alt="A cup of tea"></a> and slowly.</p>',
    ],
)
def test_a_photograph_in_a_paragraph_stays_a_picture(html):
    found = document(html)

    assert "image" in kinds(found)
    assert "A cup" not in texts(found)
    assert found["report"]["look"] == []


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/img/transplant.png">',
        '<img src="/img/transfusion.gif" width="600" height="400">',
        '<img src="/img/clearance.png" alt="">',
        '<img src="/img/blanket.png">',
        '<img src="/img/blank.png" width="300" height="200">',
        '<img src="/img/pixelated-cells.png?v=2">',
    ],
)
def test_a_picture_whose_name_begins_like_a_gap_stays(image):
    assert "image" in kinds(document(f"<p>{image}</p>"))


@pytest.mark.parametrize("name", ["blank.gif", "spacer-2.png", "pixel.png?u=1", "clear1x1.gif", "blank_16x16.svg"])
def test_a_gap_of_unknown_size_is_no_picture(name):
    assert "image" not in kinds(document(f'<p><img src="/i/{name}" alt=""></p>'))


@pytest.mark.parametrize(
    "image",
    [
        '<img class="formula" src="/infant-formula.jpg" width="800" height="600" alt="A tin of formula">',
        '<img class="formula" src="/infant.jpg" alt="A tin of formula">',
        '<img src="/uploads/math/survival.png" width="800" alt="Survival by dose">',
    ],
)
def test_a_picture_that_is_named_after_formulas_stays(image):
    found = document(f"<p>{image}</p>")

    assert "image" in kinds(found)
    assert texts(found) == ""


def test_words_beside_a_formula_that_readers_aloud_skip_stay():
    formula = "<mjx-assistive-mml><math><mn>5</mn></math></mjx-assistive-mml>"
    for html in (
        f'<p>Give <span aria-hidden="true">at least</span> {formula} mg</p>',
        f'<p><b>Give <span aria-hidden="true">at least</span> {formula} mg</b></p>',
    ):
        assert "Give at least 5 mg" in texts(document(html)).replace("<b>", "")


def test_the_label_of_a_control_is_no_sign():
    found = document(
        '<div><button aria-expanded="false" aria-controls="a">Doses <img src="/plus.svg" alt="Expand" width="16" height="16"></button>'
        f'<div id="a"><p>{WORDS} Really.</p></div></div>'
    )

    assert "Expand" not in str(found["body"])


MATH = "<math><semantics><mrow><msup><mn>10</mn><mn>9</mn></msup></mrow><annotation encoding='application/x-tex'>10^9</annotation></semantics></math>"


@pytest.mark.parametrize(
    "formula",
    [
        f"<span class='katex'><span class='katex-mathml'>{MATH}</span><span class='katex-html' aria-hidden='true'><span>1</span><span>0</span><span>9</span></span></span>",
        f"<mjx-container><mjx-math aria-hidden='true'><mjx-utext>109</mjx-utext></mjx-math><mjx-assistive-mml>{MATH}</mjx-assistive-mml></mjx-container>",
        f"<span class='MathJax_Preview'>10^9</span><span class='MathJax'><nobr aria-hidden='true'><span>109</span></nobr><span class='MJX_Assistive_MathML'>{MATH}</span></span><script type='math/tex'>10^9</script>",
        '<span class="MathJax" data-mathml="'
        + MATH.replace('"', "'").replace("<", "&lt;")
        + '"><nobr><span>109</span></nobr></span>',
        f"<span class='mwe-math-element'><span style='display: none'>{MATH}</span><img src='/svg' alt='10^{{9}}' class='mwe-math-fallback-image-inline'></span>",
        MATH,
    ],
)
def test_a_formula_is_read_once(formula):
    found = document(f"<p>It holds {formula} cells.</p>")

    assert texts(found) == "<p>It holds 10⁹ cells.</p>"
    assert found["report"]["coverage"]["percent"] == 100


def test_what_stands_beside_a_formula_stays():
    found = document(f"<p>It holds <mjx-assistive-mml>{MATH}</mjx-assistive-mml> <b>live</b> cells.</p>")

    assert texts(found) == "<p>It holds 10⁹ <b>live</b> cells.</p>"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\displaystyle A}", "A"),
        (r"A^{\mathsf {H}}", "A^H"),
        (r"x^{2}\leq 4", "x² ≤ 4"),
        (r"\frac{a+b}{2c}", "(a+b)/(2c)"),
        (r"\alpha\times 10^{-3}", "α × 10⁻³"),
        (r"37^\circ\mathrm{C}", "37°C"),
        (r"\overline{x}", "x\u0305"),
        (r"\begin{pmatrix}1\end{pmatrix}", r"\begin{pmatrix}1\end{pmatrix}"),
        (r"{\displaystyle \unknown{x}}", r"\unknown{x}"),
        ("5 mg/kg", "5 mg/kg"),
        ("a_file_name", "a_file_name"),
    ],
)
def test_tex_reads_as_a_line_or_stays_as_it_is(tex, text):
    assert readable(tex) == text


def test_words_that_came_in_the_place_of_pictures_are_told_once_for_a_page():
    found = document(
        '<p>Larch <img src="/leaf.png" alt="A photo of a leaf"> here</p>'
        f'<p>Weight {SIGN} 50 kg</p><p>So <img class="tex" src="a.png" alt="\\alpha \\leq 2"> holds.</p>'
        '<p>Warm <img class="emoji" src="s.png" alt="🙂"> tea</p>'
    )

    assert "Larch A photo of a leaf here" in texts(found)
    (told,) = found["report"]["warnings"]
    assert told.startswith("Pictures within sentences that became text: 3.")
    assert "“A photo of a leaf”, “≥”, “α ≤ 2”" in told
    assert not found["report"]["needs_a_look"]


def test_nothing_is_told_of_pictures_where_none_became_text():
    assert document('<p>Tea.</p><img src="/leaf.png" alt="A leaf">')["report"]["warnings"] == []
