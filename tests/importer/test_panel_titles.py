"""Titles of panels that say by no aria what they open."""

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.outline import Heading
from tests.importer.contents import coverage, outline

COMMON = "<p>Up to 1 in 10 people have an upset stomach.</p>"
RARE = "<p>Fewer than 1 in 1,000 people have a rash.</p><ul><li>Stop at once</li></ul>"
PAIRS = (("Common reactions", COMMON), ("Rare reactions", RARE))
FORMS = {
    "role": "<div class=s><div role=button tabindex=0>{}</div><div>{}</div></div>",
    "button": "<button type=button class=acc>{}</button><div class=box>{}</div>",
    "role in a row": "<span role=button>{}</span><div>{}</div>",
    "title and content": '<div class=s><div class="s-title">{}</div><div class="s-content">{}</div></div>',
    "header and body": '<div class=s><div class="s__header">{}</div><div class="s__body">{}</div></div>',
    "toggler": '<section><div class="toggler">{}</div><div class="accordion"><div>{}</div></div></section>',
    "heading and panel in a row": '<p class="tab-heading">{}</p><div class="tab-panel">{}</div>',
    "a sign": "<div><div class=acc-header><span class=acc-title>{}</span><span class=icon>+</span></div><div class=acc-content>{}</div></div>",
    "a sign before": "<div><div class=acc-header><i>▼</i> <span>{}</span></div><div class=acc-content>{}</div></div>",
    "slots": "<x-item><div><button></button><slot></slot></div><span slot=heading>{}</span>{}</x-item>",
    "items": "<ul><li><div class=itemTitle>{}</div><div class=itemContent>{}</div></li></ul>",
}


def headings(html):
    return [(node.text, node.level) for node in outline(html).nodes if isinstance(node, Heading)]


@pytest.mark.parametrize("form", FORMS)
def test_titles_of_panels_that_repeat_are_headings(form):
    html = "<h2>Side effects</h2>" + "".join(FORMS[form].format(*pair) for pair in PAIRS)

    assert headings(html) == [("Side effects", 2), ("Common reactions", 3), ("Rare reactions", 3)]
    assert coverage(html).percent == coverage(html).order == 100


@pytest.mark.parametrize("form", FORMS)
def test_one_alone_is_none(form):
    assert headings("<h2>Side effects</h2>" + FORMS[form].format(*PAIRS[0])) == [("Side effects", 2)]


@pytest.mark.parametrize(
    "html",
    [
        # cells, labels and values, buttons that act, sentences
        "<div class=t><div class=t-header><span>Drug</span><span>Dose</span></div><div class=t-body><p>Aspirin, 75 mg, in the morning</p></div></div>",
        "<div><div class=fact-title>Half-life</div><div class=fact-content>36 hours</div></div>",
        "<div class=bar><span role=button>Print</span><span role=button>Share</span></div><p>Take it with food.</p>",
        "<div><div class=x-title>Take it in the morning. Drink a glass of water.</div><div class=x-body><p>Then rest for an hour or two.</p></div></div>",
        "<div><div class=x-title><p>One</p><p>Two</p></div><div class=x-body><p>Then rest for an hour or two.</p></div></div>",
        "<div><a class=x-title href=/other>Another page</a><div class=x-body><p>Then rest for an hour or two.</p></div></div>",
        "<table><tr><td><div class=x-title>Scan {n}</div><div class=x-text><p>You lie on your back, and it hums.</p></div></td></tr></table>",
        "<figure><img src=/a.jpg><div class=x-title>Scan {n}</div><div class=x-text><p>You lie on your back, and it hums.</p></div></figure>",
        "<blockquote><div class=x-title>Scan {n}</div><div class=x-text><p>You lie on your back, and it hums.</p></div></blockquote>",
        "<div><p>A scan takes ten minutes.</p><span role=button>Find out more</span><div><p>You lie on your back, and it hums.</p></div></div>",
        "<div><div class=x-title>Of one kind</div><p>Then rest for an hour or two.</p></div>",
    ],
)
def test_what_is_no_title_of_a_panel_stays_text(html):
    twice = html.replace("{n}", "one") + html.replace("{n}", "two").replace("Drug", "Name")

    assert headings(f"<h2>Before</h2>{twice}") == [("Before", 2)]


def test_a_sign_within_a_title_stays():
    html = "".join(FORMS["header and body"].format(f"Iron <b>+</b> folate {n}", COMMON) for n in (1, 2))

    assert [text for text, _ in headings(html)] == ["Iron + folate 1", "Iron + folate 2"]


ROW = "<div class=acc>{}</div>"
ITEM = "<div><div class=acc-title>{}</div><div class=acc-body><p>{} need less of it, as their doctor tells them.</p></div></div>"
TABS = (
    "<div class=box><ul class=tabs><li><a href=#t1>Adults</a></li><li><a href=#t2>Children</a></li></ul>"
    "<div id=t1><p>They take it at night.</p></div><div id=t2><p>They do not take it.</p></div></div>"
)


HEADED = "<div><h3><button aria-expanded=false aria-controls={1}>{0}</button></h3><div id={1}><p>They take it at night.</p></div></div>"
FLAT = HEADED.removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    "html",
    [
        ROW.format(ITEM.format("Adults", "They") + ITEM.format("Children", "They")),
        TABS,
        HEADED.format("Adults", "p1") + HEADED.format("Children", "p2"),
        ROW.format(FLAT.format("Adults", "p1") + FLAT.format("Children", "p2")),
        FLAT.replace(" aria-controls={1}", "").format("Adults", "p1")
        + FLAT.replace(" aria-controls={1}", "").format("Children", "p2"),
    ],
)
@pytest.mark.parametrize(
    ("after", "is_told"),
    [
        ("<p>Everybody: 4 drops every 3 hours.</p>", True),
        ("<div><div><p>Everybody: 4 drops every 3 hours.</p></div></div>", True),
        ("<h2>Everybody</h2><p>4 drops every 3 hours.</p>", False),
        ("<section><h3>Everybody</h3><p>4 drops every 3 hours.</p></section>", False),
        ("", False),
    ],
)
def test_text_behind_folded_panels_that_comes_below_the_last_heading_is_told(html, after, is_told):
    page = f"<main><h1>Drops</h1><p>Some drops for the night, and who takes them.</p><h2>Who</h2>{html}{after}</main>"
    found = convert(page.encode()).document

    assert "Children" in json.dumps(found["body"])
    assert any("Everybody: 4 drops" in said and "“Children”" in said for said in found["report"]["look"]) is is_told


@pytest.mark.parametrize(
    ("first", "second"),
    [("Strength 5 <span>%</span>", "Strength 9 <span>%</span>"), ("<span>≥</span> 65", "<span>&lt;</span> 65")],
)
def test_a_sign_that_means_something_stays_at_the_end_of_a_title(first, second):
    html = ROW.format(ITEM.format(first, "They") + ITEM.format(second, "They"))
    found = json.dumps(
        convert(f"<main><h1>Cream</h1><p>For the skin.</p>{html}</main>".encode()).document["body"], ensure_ascii=False
    )

    assert all(sign in found for sign in (("5 %", "9 %") if "%" in first else ("≥", "<")))


MUCH = "5 mg once a day with a glass of water and some food, always at the same time."


@pytest.mark.parametrize(
    "row",
    [
        "<details><summary>{}</summary>{}</details>",
        "<div><button aria-expanded=false aria-controls={2}>{0}</button><div id={2}>{1}</div></div>",
        "<div><button data-bs-toggle=collapse data-bs-target=#{2}>{0}</button><div id={2}>{1}</div></div>",
        "<x-item><span slot=heading>{}</span>{}</x-item>",
        "<div><div class=acc-title>{}</div><div class=acc-body>{}</div></div>",
    ],
)
@pytest.mark.parametrize("told", [("Never.", MUCH), (MUCH, "No.")])
@pytest.mark.parametrize("frame", ["<p>{}</p>", "{}"])
def test_a_panel_of_one_word_keeps_its_heading(row, told, frame):
    pairs = [("Children", told[0], "p1"), ("Adults", told[1], "p2"), ("Keep it", "Cool", "p3")]
    html = "".join(row.format(title, frame.format(text), name) for title, text, name in pairs)

    assert headings(f"<h2>Dose</h2>{html}") == [("Dose", 2), ("Children", 3), ("Adults", 3), ("Keep it", 3)]


def test_a_panel_of_a_picture_keeps_its_heading_and_an_empty_one_is_none():
    html = "<details><summary>Where it sits</summary><img src=/a.jpg alt=''></details><details><summary>More <b>+</b></summary> – </details>"

    assert headings(f"<h2>Dose</h2>{html}") == [("Dose", 2), ("Where it sits", 3)]


@pytest.mark.parametrize(
    "html",
    [
        HEADED.format("Children", "p1"),  # one that opens a hint
        "".join(
            HEADED.format(title, name).replace("<h3>", f"<h3>{title} ")
            for title, name in (("Adults", "p1"), ("Children", "p2"))
        ),
    ],
)
def test_text_behind_a_hint_of_a_heading_is_the_heading_s(html):
    page = f"<main><h1>Drops</h1><p>Some drops for the night, and who takes them.</p>{html}<p>Everybody: 4 drops every 3 hours.</p></main>"

    assert not convert(page.encode()).document["report"]["look"]


@pytest.mark.parametrize(
    "card",
    [
        "<div class=card><div class=card-body><h{1} class=card-title>{0}</h{1}><p class=card-text>Some words of it.</p></div></div>",
        "<div class=col><div class=card><h{1} class=card-header>{0}</h{1}><div class=card-body><p>Some words of it.</p></div></div></div>",
    ],
)
@pytest.mark.parametrize("level", [3, 5])
def test_headings_of_a_row_of_cards_keep_one_level(card, level):
    html = "".join(card.format(title, level) for title in ("Eating", "Drinking", "Lifting"))

    assert headings(html) == [("Eating", level), ("Drinking", level), ("Lifting", level)]
    assert [found for _, found in headings(f"<h{level - 1}>Life</h{level - 1}>{html}")] == [level - 1, *[level] * 3]
