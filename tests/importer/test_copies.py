"""What stands on a page and is no part of its article: copies that scripts make, and lines that only work the page."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."


def document(html: str, before: str = "", **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body>{before}<header><nav><a href=/>Home</a> <a href=/a>Teas</a></nav></header><div class=page><h1>Larch tea</h1><p>{WORDS * 3}</p>{html}<p>{WORDS * 3}</p></div></body></html>"
    return convert(page.encode(), address="https://tea.example/larch", **options).document


def slide(number: int, attributes: str = "", source: str = "src") -> str:
    return f'<div class="slide" {attributes}><figure><img {source}="/cup{number}.jpg" alt="Cup"><figcaption>Cup number {number} of all.</figcaption></figure></div>'.replace(
        'class="slide" class="', 'class="slide '
    )


@pytest.mark.parametrize("mark", ['class="slick-cloned"', 'class="swiper-slide-duplicate"', 'class="x__slide--clone"', 'class="item cloned"', 'aria-hidden="true"'])  # fmt: skip
@pytest.mark.parametrize("as_found", [True, False])
def test_a_slide_stands_once(mark, as_found):
    html = f"<div class=track>{slide(3, mark)}{slide(1)}{slide(2)}{slide(3)}{slide(1, mark)}</div>"
    found = document(html, as_found=as_found)
    body = str(found["body"])

    assert [body.count(f"Cup number {number} ") for number in (1, 2, 3)] == [1, 1, 1]
    assert body.index("number 1") < body.index("number 2") < body.index("number 3")
    assert [part["reason"] for part in found["report"]["dropped"]].count("repeat") == 2
    assert found["report"]["coverage"]["percent"] == 100
    assert not found["report"]["needs_a_look"]


@pytest.mark.parametrize(
    "html",
    [
        f"<div>{slide(1)}{slide(2, 'class=cloned')}</div>",
        f"<div><div>{slide(1)}</div></div><div>{slide(1, 'class=cloned')}</div>",
        "<div class=track><div class=cloned><p>Cup number 2 of all.</p></div><div class=cloned><p>Cup number 2 of all.</p></div></div>",
        "<ul><li>Cup number 2 of all.</li><li>Cup number 2 of all.</li></ul>",
        "<table><tr><td>Cup</td><td aria-hidden=true>Cup</td><td>number 2 of all</td></tr></table>",
        "<div>So <div aria-hidden=true>Cup</div> and <div>Cup</div> number 2 of all.</div>",
    ],
)
def test_what_is_no_copy_of_its_neighbour_stays(html):
    found = document(html)

    assert "repeat" not in [part["reason"] for part in found["report"]["dropped"]]
    assert str(found["body"]).count("Cup") >= 2 or "number 2" in str(found["body"])


@pytest.mark.parametrize(
    "html",
    [
        "<div><form><input type=text><input type=submit></form><div class='form-done'><p>Zap, thank you!</p></div><div class='form-fail'>Zap! Try again.</div></div>",
        "<p><a href='javascript:history.go(-1)'>Zap</a></p>",
        "<div><a href='#' onclick='window.history.back(); return false'>Zap</a></div>",
        "<a href='javascript:window.print()'>Zap it</a>",
        "<div><p>One.</p><a class=carousel-prev href='#c' role=button><span>Zap</span></a></div>",
        "<div><p>One.</p><a class=next href='#c' data-slide=next>Zap</a></div>",
        "<div class=x-toc-box><p>Zap of contents</p><a href='#'>Zap</a><nav><ul><li><a href='#d'>Doses</a></li><li><a href='#e'>Zapping</a></li></ul></nav></div>",
    ],
)
def test_lines_that_only_work_the_page_go(html):
    found = document(html)

    assert "Zap" not in str(found["body"])
    assert "Zap" in str(found["report"]["dropped"])


@pytest.mark.parametrize(
    "html",
    [
        "<div><form><input type=text></form><div class='heart-failure'>Zap goes the heart.</div></div>",
        "<div><form><input type=text></form><div class='success'>Zap: 9 of 10 were well.</div></div>",
        "<div><form><input type=text></form><p>Zap is for all.</p><div class='done'>Zap is done.</div></div>",
        "<div class='error'>Zap is a common error.</div>",
        "<p>Zap, or <a href='javascript:history.back()'>go back</a> to it.</p>",
        "<p><a href='javascript:show(4)'>Zap</a></p>",
        "<div class=next-steps>Zap</div>",
        "<p>The <span class=next role=button>Zap</span> is next.</p>",
        "<div role=button class=next>Zap 5 mg</div>",
        "<div class=toc><p>Zap of contents says what is in a cup of tea, which is more than water.</p><nav><a href='#d'>Doses</a></nav></div>",
    ],
)
def test_other_lines_stay(html):
    assert "Zap" in str(document(html)["body"])


BANNER = "<section class=banner><p>An official site of the town of Zap</p><button aria-expanded=false aria-controls=b>Here is how you know</button><div id=b hidden><p>Official sites belong to the town of Zap, as each of them says in its address.</p></div></section>"


def test_what_is_said_above_the_head_of_the_site_is_no_article():
    found = document(f"<h2>Doses</h2><p>{WORDS * 9}</p>", before=BANNER)

    assert "Zap" not in str(found["body"])
    assert "Zap" in str([part["text"] for part in found["report"]["dropped"] if part["reason"] == "outside"])


def test_an_article_may_begin_above_the_head_of_the_site():
    before = f"<div class=hero><h2>Zap is a tea</h2><p>{WORDS}</p></div>"

    assert "Zap" in str(document(f"<h2>Doses</h2><p>{WORDS}</p>", before=before)["body"])


def test_a_closed_panel_may_say_the_same_as_an_open_one():
    html = (
        "<h3>With milk?</h3><div aria-hidden=true>Yes, one tablet.</div><h3>With water?</h3><div>Yes, one tablet.</div>"
    )

    assert str(document(html)["body"]).count("Yes, one tablet.") == 2
