"""What stands around the title: the name of the section, the lead, the date. A draft begins with its text."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import read_page

LEAD = "Cold larch tea for a sore throat: how much is too much for you."
FIRST = "Larch tea is a mild drink, and this page says how much of it is too much for an adult."
TEXT = f"<p>{FIRST}</p>" * 6
HEAD = f'<meta name=description content="{LEAD}"><meta property="article:published_time" content="2021-05-07">'


def read(body: str, head: str = HEAD):
    page = f"<html lang=en><head><title>Larch tea</title>{head}</head><body><article>{body}</article></body></html>"
    return read_page(page.encode())


def begins_with(found) -> str:
    return next(found.root.stripped_strings)


@pytest.mark.parametrize(
    "kicker",
    [
        "<div class=labels><a href=/health>Health</a></div>",
        "<span class=rubric><a href=/health>Health</a></span>",
        "<p><a href=/health>Health</a></p>",
        "<a href=/health><span>Health</span></a>",
        "<h3><a href=/health>Health</a></h3>",
    ],
)
@pytest.mark.parametrize("title", ["{}<h1>Larch tea</h1>", "<header>{}<div><h1>Larch tea</h1></div></header>"])
def test_a_link_to_the_section_alone_above_the_title_goes_and_is_told(kicker, title):
    found = read(title.format(kicker) + TEXT)

    assert begins_with(found) == FIRST
    assert [drop.text for drop in found.dropped] == ["Larch tea", "Health"]


@pytest.mark.parametrize(
    "above",
    [
        "<p>Health</p>",
        "<p><a href=/d>Read this first</a> if you are pregnant.</p>",
        "<p><a href=tel:116117>Call 116117</a> at night.</p>",
        "<a href=tel:116117>Call at night</a>",
        "<p>Not for children under 6. <a href=/why>Why?</a></p>",
        "<p><a href=/recall>This medicine is being recalled: stop taking it now</a></p>",
    ],
)
def test_what_says_something_above_the_title_stays(above):
    found = read(f"{above}<h1>Larch tea</h1>{TEXT}")

    assert [drop.text for drop in found.dropped] == ["Larch tea"]


@pytest.mark.parametrize(
    "lead",
    [
        f"<h2 class=sub>{LEAD}</h2>",
        f"<p class=dek>{LEAD}</p>",
        f"<div class=dek>{LEAD}</div>",
        f"<header><p>{LEAD}</p></header>",
        f"<div class=top><p class=dek>{LEAD}</p></div>",
    ],
)
@pytest.mark.parametrize("kicker", ["", "<div class=labels><a href=/health>Health</a></div>"])
def test_the_lead_that_the_page_declares_is_no_heading_of_the_text(lead, kicker):
    found = read(f"{kicker}<h1>Larch tea</h1>{lead}{TEXT}<h2>Doses</h2>{TEXT}<h2>Signs</h2>{TEXT}")

    assert found.metadata.summary.value == LEAD
    assert [tag.get_text() for tag in found.root.find_all("h2")] == ["Doses", "Signs"]
    assert begins_with(found) in (FIRST, LEAD)


def test_a_date_that_stands_between_boxes_leaves_the_text():
    found = read(f"<h1>Larch tea</h1><div>{FIRST}</div><time>7 May 2021</time><div>{TEXT}</div>")

    assert [(drop.reason, drop.text) for drop in found.dropped] == [("title", "Larch tea"), ("date", "7 May 2021")]


def test_a_date_in_a_line_of_words_stays():
    found = read(f"<h1>Larch tea</h1><p>The rule of <time>7 May 2021</time> is no longer true, so take less.</p>{TEXT}")

    assert [drop.text for drop in found.dropped] == ["Larch tea"]
