"""No word of the content may be lost, whatever the page is built of."""

from __future__ import annotations

from collections import Counter

import pytest

from beatcancer_wagtail.importer.reader import read_page

from .reader_pages import CONTENT, SKINS, page, words


def found_words(found) -> list[str]:
    return words(found.root.get_text(" ")) + words(found.metadata.title.value if found.metadata.title else "")


@pytest.mark.parametrize("skin", SKINS)
def test_no_word_is_lost_in_any_skin(skin):
    found = read_page(page(SKINS[skin]))

    missing = Counter(words(CONTENT)) - Counter(found_words(found))

    assert not missing, [(drop.reason, drop.where, drop.text) for drop in found.dropped]


@pytest.mark.parametrize("skin", SKINS)
def test_boilerplate_is_left_out_in_every_skin(skin):
    found = read_page(page(SKINS[skin]))

    assert [word for word in found_words(found) if word.startswith("zap")] == []


@pytest.mark.parametrize("skin", SKINS)
def test_what_is_left_out_is_told_word_for_word(skin):
    found = read_page(page(SKINS[skin]))

    told = words(" ".join(drop.text for drop in found.dropped)) + found_words(found)

    all_words = words(read_page(page(SKINS[skin]), selector="body").soup.get_text(" "))
    boilerplate = {word for word in all_words if word.startswith("zap")}
    assert boilerplate - {"zaptemplate"} <= set(told)


PLAIN = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult, says the label.</p><p>More than five cups is too much for anybody at all, so the label says.</p>"


@pytest.mark.parametrize(
    "box",
    [
        "<aside role=note><h3>Stop</h3><p>Never more than 4 g.</p></aside>",
        "<aside role=note><h3>Stop</h3><p>Never more than 4 g. Call <a href=tel:100>the night line</a>.</p></aside>",
        "<aside><p>Never more than 4 g.</p></aside>",
        "<div>Dose</div><nav class=panel><div><p>Never more than 4 g of it in a day.</p></div></nav>",
        "<div role=alert>Never more than 4 g.</div>",
        "<footer><p>Never more than 4 g of it in a day.</p></footer>",
        "<div class=promo><p>Never more than 4 g of it in a day, and drink water with it.</p></div>",
        "<p class=print-only>Never more than 4 g.</p>",
        "<div class=tooltip>Never more than 4 g.</div>",
        "<button class=accordion>Dose</button><div class=panel hidden><p>Never more than 4 g.</p></div>",
        "<input type=checkbox id=a><label for=a>Dose</label><div class=closed>Never more than 4 g.</div>",
        "<div class=modal id=m><h4>Dose</h4><p>Never more than 4 g of it in a day, and drink water with it each time.</p></div>",
        "<section id=search><h2>Search for help</h2><p>Never more than 4 g.</p></section>",
        "<h2>Related symptoms</h2><ul><li>Never more than 4 g.</li></ul>",
        "<h2>References</h2><ul><li><a href=/a>Never more</a></li><li><a href=/b>than 4 g</a></li><li><a href=/c>Cups</a></li></ul>",
        "<footer><h2>References</h2><ol><li><a href=/a>Never more than 4 g</a></li></ol></footer>",
        "<figure><img src=a.jpg alt=''><div class=overlay>Never more than 4 g.</div></figure>",
        "<table><caption class=visually-hidden>Never more</caption><tr><td>than 4 g</td></tr></table>",
    ],
)
def test_a_dose_stays_whatever_box_it_stands_in(box):
    found = read_page(f"<title>Tea</title><main><article>{PLAIN}{box}</article></main>".encode())

    text = " ".join(found.root.get_text(" ").split())
    assert "Never more" in text
    assert "4 g" in text


@pytest.mark.parametrize(
    "box",
    [
        "<nav><a href=/a>Zap next</a></nav>",
        "<section><h3>Dose</h3><p>One cup.</p><p><a href=#top>Zap to the top</a></p></section>",
        "<div class=author-box><p>Zap writes on trees.</p></div>",
        "<div class=tags><a href=/t/a>Zap</a> <a href=/t/b>tea</a></div>",
        "<section id=comments><h2>3 comments</h2><article class=comment><p>Zap took 5 cups and liked it very much indeed.</p></article></section>",
        "<section class=x><h2>Zap</h2><p>One letter a month.</p><form><input type=email><button>Zap</button></form></section>",
        "<h2>Related articles</h2><ul><li><a href=/a>Zap one</a></li><li><a href=/b>Zap two</a></li></ul>",
        "<div class=related><h3>You may also like</h3><a href=/a>Zap one</a><br><a href=/b>Zap two</a></div>",
        "<button type=button>Zap all</button>",
        "<div class='cookie-notice'>Zap cookies</div>",
        "<small>© 2031 Zap Ltd.</small>",
    ],
)
def test_what_surrounds_an_article_goes(box):
    found = read_page(f"<title>Tea</title><main><article>{PLAIN}{box}</article></main>".encode())

    assert "Zap" not in found.root.get_text(" ")


@pytest.mark.parametrize(
    "box",
    [
        f"<table><tr><th>Dose</th><td>{PLAIN}</td></tr><tr><th>20 kg</th><td>4 mg</td></tr></table>",
        f"<dl><dt>Dose</dt><dd>4 mg</dd><dt>Tea</dt><dd>{PLAIN}</dd></dl>",
        f"<details><summary>Dose</summary><p>4 mg</p><div>{PLAIN}</div></details>",
    ],
    ids=["table", "definitions", "panel"],
)
def test_a_part_of_a_box_is_not_all_of_the_content(box):
    found = read_page(f"<title>Tea</title><main><h1>Tea</h1>{box}</main>".encode())
    assert "4 mg" in found.root.get_text(" ")


def test_a_link_that_opens_a_window_is_no_window():
    last = '<p><a class="popup">Never take it every day!</a></p><p>See <a href="#" class="lightbox"><img src="dose.png" alt="4 mg"></a></p>'
    found = read_page(f"<title>Tea</title><main>{PLAIN * 3}{last}</main>".encode())
    assert "Never take it every day!" in found.root.get_text(" ")
    assert found.root.find("img") or "4 mg" in found.root.get_text(" ")


def test_links_to_other_articles_go_however_much_they_say():
    teasers = "<p>Zap and a long teaser of another tea, says he. <a href=/z>Zap</a></p>" * 20
    box = f"<div class=relatedposts><h3>Related</h3><div>{teasers}</div></div>"
    found = read_page(f"<title>Tea</title><main><article>{PLAIN * 10}{box}</article></main>".encode())

    assert "Zap" not in found.root.get_text(" ")
    assert "Related" not in found.root.get_text(" ")


def test_raised_signs_stay_raised_in_the_facts():
    body = "<h1>CO<sub>2</sub> and 10<sup>9</sup> cells</h1><p>Take 5 × 10<sup>9</sup> cells of it, which is the most that anybody should take in one day.</p>"

    facts = read_page(f"<main>{body}</main>".encode()).metadata

    assert facts.title.value == "CO₂ and 10⁹ cells"
    assert "5 × 10⁹ cells" in facts.summary.value
