"""What is tidied on the way to a draft: headings whose content went, labels of steps, names, marks of notes."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader import read_page

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
LINKS = "".join(f'<li><a href="/{name}">Tea of {name}</a></li>' for name in ("birch", "spruce", "alder", "rowan"))


def document(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}</main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch", **options).document


def outline(blocks: list[dict]) -> list[tuple[int, str]]:
    found = []
    for block in blocks:
        if block["type"] == "section":
            found.append((block["value"]["level"], block["value"]["heading"]))
            found += outline(block["value"]["content"])
    return found


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div>",
        f"<section><h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div></section>",
        f"<h2>Featured</h2><h3>From our shelves</h3><div class=related-posts><ul>{LINKS}</ul></div>",
        f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div><h2>Doses</h2><p>{WORDS}</p>",
    ],
)
def test_a_heading_goes_with_what_stood_below_it(html):
    found = document(html)

    assert "Featured" not in dict.fromkeys(text for _, text in outline(found["body"]))
    assert "Featured" in [part["text"] for part in found["report"]["dropped"]]
    assert found["report"]["coverage"]["percent"] == 100


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Featured</h2>",
        f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div><p>{WORDS}</p>",
        f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div><img src='/tea.jpg' alt='Tea'>",
        f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div><h3>Doses</h3><p>{WORDS}</p>",
    ],
)
def test_a_heading_with_something_below_it_or_that_never_had_anything_stays(html):
    assert "Featured" in [text for _, text in outline(document(html)["body"])]


def test_the_page_as_found_keeps_the_heading():
    html = f"<h2>Featured</h2><div class=related-posts><ul>{LINKS}</ul></div>"

    assert outline(document(html, as_found=True)["body"]) == [(2, "Featured")]


def steps(label: str, count: int = 3) -> str:
    return "".join(label.replace("1", str(number)) + f"<p>{number}: {WORDS}</p>" for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("<span class=head>Step 1</span>", "Step 1"),
        ("<p><b>Step 1:</b></p>", "Step 1:"),
        ("<div><span>Schritt 1</span></div>", "Schritt 1"),
        ("<p>Étape 1</p>", "Étape 1"),
        ("<p>第1步</p>", "第1步"),
        ("<p>الخطوة 1</p>", "الخطوة 1"),
    ],
)
def test_the_labels_of_steps_are_headings(label, text):
    found = document(f"<h2>Brewing</h2>{steps(label)}")

    assert outline(found["body"]) == [(2, "Brewing"), *((3, text.replace("1", str(number))) for number in (1, 2, 3))]
    assert found["report"]["coverage"]["percent"] == 100
    assert outline(document(f"<h2>Brewing</h2>{steps(label)}", as_found=True)["body"]) == [(2, "Brewing")]


def test_the_label_of_a_step_joins_the_heading_below_it():
    found = document(steps("<p>Step 1</p><h2>Pour slowly</h2>"))

    assert outline(found["body"])[0] == (2, "Step 1: Pour slowly")
    assert (found["report"]["coverage"]["percent"], found["report"]["coverage"]["order"]) == (100, 100)


@pytest.mark.parametrize("thing", ['<img src="/mix1.jpg" alt="Mix it">', "<table><tr><td></td></tr></table>"])
@pytest.mark.parametrize(
    "label", ["<div><span>Step 1</span>THING</div>", "<div><p>Step 1</p><p>THING</p></div>", "<p>Step 1 THING</p>"]
)
def test_what_stands_beside_the_label_of_a_step_stays(label, thing):
    html = steps(f"{label.replace('THING', thing)}<h3>Mix well</h3>", 2)
    body = str(document(html)["body"])

    assert body.count("Step 1") == body.count("Step 2") == 1
    if "img" in thing:
        places = [body.index(part) for part in ("Step 1", "mix1.jpg", "Step 2", "mix2.jpg")]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("label", "heading"),
    [
        ('<p id="s1">Step 1</p>', "<h3>Mix</h3>"),
        ('<div id="s1"><p>Step 1</p></div>', "<h3>Mix</h3>"),
        ('<div><a name="s1"></a><p>Step 1</p></div>', "<h3>Mix</h3>"),
    ],
)
def test_links_to_the_label_of_a_step_lead_to_its_heading(label, heading):
    found = document(f'<p>See <a href="#s2">the second</a>.</p>{steps(label + heading, 2)}')
    sections = [block["value"] for block in found["body"] if block["type"] == "section"]

    assert [(section["heading"], section["anchor"]) for section in sections] == [
        ("Step 1: Mix", "s1"),
        ("Step 2: Mix", "s2"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Step 1</p><p>{WORDS}</p>",
        f"<p>Step 1</p><p>{WORDS}</p><p>Step 1</p><p>{WORDS} Again.</p>",
        f"<p>Step 1 of it is slow.</p><p>{WORDS}</p><p>Step 2 of it is fast.</p><p>{WORDS} Again.</p>",
        f"<p>See <b>Step 1</b> and <b>Step 2</b>.</p><p>{WORDS} Again.</p>",
        "<table><tr><th>Step 1</th><th>Step 2</th></tr><tr><td>Pour</td><td>Wait</td></tr></table>",
        "<ul><li>Step 1</li><li>Step 2</li></ul>",
    ],
)
def test_other_lines_that_name_a_step_stay_text(html):
    assert outline(document(html)["body"]) == []


def author(html: str) -> str | None:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p></main>{html}</body></html>"
    fact = read_page(page.encode()).metadata.author
    return fact.value if fact else None


@pytest.mark.parametrize(
    "html",
    [
        '<div class="about-author"><h3>About the author</h3><h4 class="fn"><a rel="me" href="/ada">Ada Wren</a></h4><p>Ada works with trees.</p></div>',
        '<section class="author"><h3>About the Author</h3><div><h4>Ada Wren</h4><p>Ada works with trees.</p></div></section>',
        '<div class="author-bio"><h2>Über die Autorin</h2><p><b>Ada Wren</b></p><p>Ada arbeitet.</p></div>',
        '<div class="byline author vcard">By <a class="fn" href="/ada">Ada Wren</a> in Trees</div>',
        '<p class="author">About the author: Ada Wren</p>',
        '<div class="author"><span>Ada Wren</span></div>',
    ],
)
def test_the_author_is_a_name_and_not_the_box_about_her(html):
    assert author(html) == "Ada Wren"


def test_a_box_about_an_author_without_a_name_gives_none():
    assert (
        author(
            '<div class="author-bio"><h3>About the author</h3><p>She works with trees and writes of tea for all who like it.</p></div>'
        )
        is None
    )


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            'Larch tea is mild and warm, as everybody says.<sup><a href="#n1">[1]</a></sup> It is drunk in winter.<sup class="reference"><a href="#n2">2</a></sup>',
            "Larch tea is mild and warm, as everybody says. It is drunk in winter.",
        ),
        (
            'Larch tea is mild and warm, as everybody says.<a href="#n1"><sup>1</sup></a> It is drunk in winter.<sup>[<i><a href="/why">citation needed</a></i>]</sup>',
            "Larch tea is mild and warm, as everybody says. It is drunk in winter.",
        ),
        (
            "Larch tea holds up to 10<sup>9</sup> parts of H<sub>2</sub>O, as everybody knows by now.",
            "Larch tea holds up to 10⁹ parts of H₂O, as everybody knows by now.",
        ),
        (
            'Larch tea holds up to 10<sup><a href="#n9">9</a></sup> parts on 5 m<a href="#n2"><sup>2</sup></a> of ground, as we know.<sup><a href="#n3">3</a></sup>',
            "Larch tea holds up to 10⁹ parts on 5 m² of ground, as we know.",
        ),
        (
            'Larch tea was weighed in 2014<sup><a href="#n9">9</a></sup> by 30 people,<sup><a href="#n1">1</a></sup> of whom 5 <sup><a href="#n2">2</a></sup> liked it.',
            "Larch tea was weighed in 2014 by 30 people, of whom 5 liked it.",
        ),
    ],
)
def test_marks_of_notes_are_no_words_of_a_summary(text, summary):
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{text}</p><p>{WORDS}</p></main></body></html>"

    assert read_page(page.encode()).metadata.summary.value == summary


def test_how_many_found_a_page_helpful_is_no_content():
    found = document(
        '<div class="score"><span></span> <span>Found This Helpful</span></div>' + f"<p>{WORDS} Really.</p>"
    )

    assert "Helpful" not in str(found["body"])


# ---- What a line hides


def dropped_as(found: dict, reason: str) -> list[str]:
    return [part["text"] for part in found["report"]["dropped"] if part["reason"] == reason]


@pytest.mark.parametrize(
    ("html", "text", "hidden"),
    [
        (
            '<p>Sold since 2015<sup style="display:none"><a href="/e">update</a></sup> in towns.</p>',
            "Sold since 2015 in towns.",
            "update",
        ),
        ("<p>She was born <span hidden>some time</span> in May.</p>", "She was born in May.", "some time"),
        ('<ul><li>Brew <i style="color:red; DISPLAY : none">long</i> it.</li></ul>', "Brew it.", "long"),
        ("<p>Brew <b hidden>very <i hidden>long</i></b> it.</p>", "Brew it.", "very long"),
    ],
)
def test_words_that_a_line_hides_are_left_out_and_told(html, text, hidden):
    found = document(html)

    assert text in str(found["body"])
    assert dropped_as(found, "hidden") == [hidden]
    assert not found["report"]["needs_a_look"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>Take <span style="display:none">10 mg</span> some of it.</p>', "Take some of it."),
        (
            '<p>Take it by the <span style="color: red; visibility: hidden">ml</span> spoon.</p>',
            "Take it by the spoon.",
        ),
        ('<p>Take it by the <span style="display:none">ml</span> spoon.</p>', "Take it by the spoon."),
        (
            '<table><tr><th>Cup</th><th>Of</th></tr><tr><td>A</td><td><span style="display:none">0005</span><b>5 mg</b></td></tr></table>',
            "5 mg",
        ),
    ],
)
def test_a_number_or_a_unit_that_a_line_hides_makes_the_page_need_a_look(html, text):
    found = document(html)

    assert text in str(found["body"])
    assert "0005" not in str(found["body"])
    assert found["report"]["needs_a_look"]
    assert found["report"]["coverage"]["doubtful"] == dropped_as(found, "hidden")


@pytest.mark.parametrize(
    "html",
    [
        '<p>Brew it. <span id="rest" style="display:none">Then drink it.</span> <a href="#rest">Rest</a></p>',
        '<p>Brew it. <span id="rest" style="display:none">Then drink it.</span></p><img src="a.png" alt="x" onclick="show(\'rest\')">',
        '<p>Brew it. <span style="display:none">Then drink it.</span> <button>More</button></p>',
        '<p>Brew it. <span style="display:none">Then drink it.</span> <a href="javascript:;">More</a></p>',
        '<p>Brew it. <span class="more-text" style="display:none">Then drink it.</span></p>',
        '<p>Brew it. <span style="display:none">Then drink it, in small sips and not at all in haste, please.</span></p>',
        '<p>May I drink it? <span style="display:none">Then drink it.</span></p>',
        '<p><b>Drinking</b> <span style="display:none">Then drink it.</span></p>',
        '<p><span style="display:none">Then drink it.</span></p>',
        '<div style="display:none">Then drink it.</div>',
        '<p onclick="open(this)">Brew it. <span style="display:none">Then drink it.</span></p>',
        '<div class="accordion"><div>Brew it. <span style="display:none">Then drink it.</span></div></div>',
        '<p>Brew it. <span hidden="until-found">Then drink it.</span></p>',
    ],
)
def test_what_a_click_may_show_is_content(html):
    found = document(html)

    assert "Then drink it" in str(found["body"])
    assert dropped_as(found, "hidden") == []


def test_the_page_as_found_keeps_what_a_line_hides():
    found = document("<p>She was born <span hidden>some time</span> in May.</p>", as_found=True)

    assert "some time" in str(found["body"])


# ---- The controls of a player


FILM = '<video src="/tea.mp4" title="Brewing larch"></video>'
BAR = (
    '<div class="bar"><button title="Play"><span>Play</span></button><div class="volume"><button>Mute</button></div>'
    '<div role="slider"><span>Progress: 0%</span></div><div>Stream Type LIVE</div><div>1.5x</div><div>0:00 / 3:10</div></div>'
)


@pytest.mark.parametrize(
    "player",
    [
        f"<div class=player>{FILM}<button>Play Video</button>{BAR}</div>",
        f"<div class=player><div><div>{FILM}</div></div>{BAR}</div>",
        f"<div class=player>{FILM}<span>0:00</span><input type=range><button>Mute</button></div>",
    ],
)
def test_the_controls_of_a_player_are_no_words_of_the_page(player):
    found = document(f"{player}<p>Drink it warm.</p>")

    assert found["body"][-1]["value"].endswith("<p>Drink it warm.</p>")
    for words in ("Play", "Mute", "Progress", "Stream", "1.5x", "0:00"):
        assert words not in str(found["body"])
    assert "0:00" in " ".join(dropped_as(found, "control"))
    assert "tea.mp4" in str(found["body"])


@pytest.mark.parametrize(
    "text",
    [
        "<figcaption>Tea in a cup</figcaption>",
        "<p>Tea in a cup</p>",
        '<div class="bar"><button>Pause</button><div class="video-caption">Tea in a cup</div></div>',
        '<div class="transcript"><button>Show</button><div>Tea in a cup is what she pours for all of us here.</div></div>',
        "<div><button>Copy</button> Tea in a cup: 5 mg</div>",
        "<h3>Tea in a cup</h3>",
        "<div>Tea in a cup</div>",
    ],
)
def test_what_is_said_beside_a_player_stays(text):
    found = document(f"<div>{FILM}<button>Play</button>{text}</div>")

    assert "Tea in a cup" in str(found["body"])


def test_a_button_beside_a_film_without_a_player_takes_nothing_with_it():
    found = document(f"<div>{FILM}<div><button>Brew</button> <span>Tea in a cup</span></div></div>")

    assert "Tea in a cup" in str(found["body"])
