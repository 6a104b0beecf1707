"""What stands around the title: the name of the section goes where it is plainly that, and nothing that says something."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import read_page

LEAD = "Cold larch tea for a sore throat: how much is too much for you."
FIRST = "Larch tea is a mild drink, and this page says how much of it is too much for an adult."
TEXT = f"<p>{FIRST}</p>" * 6
HEAD = f'<meta name=description content="{LEAD}"><meta property="article:published_time" content="2021-05-07">'
MENU = "<nav><a href=/health>Health</a><a href=/recall>Recalled</a><a href=/news>News</a></nav>"


def read(body: str, *, menu: str = MENU):
    page = (
        f"<html lang=en><head><title>Larch tea</title>{HEAD}</head><body>{menu}<article>{body}</article></body></html>"
    )
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
@pytest.mark.parametrize("lead", ["", f"<p class=dek>{LEAD}</p>", f"<div class=top><p class=dek>{LEAD}</p></div>"])
def test_a_link_of_the_menu_alone_above_the_title_goes_and_is_told(kicker, title, lead):
    found = read(f"<div>{title.format(kicker)}{lead}</div>{TEXT}")

    assert begins_with(found) == FIRST
    assert [drop.text for drop in found.dropped if drop.reason in ("title", "tags")] == ["Larch tea", "Health"]
    assert found.metadata.summary.value == LEAD


@pytest.mark.parametrize(
    "above",
    [
        "<p>Health</p>",
        "<p><a href=/d>Read this first</a> if you are pregnant.</p>",
        "<a href=tel:116117>Call at night</a>",
        "<p>Not for children under 6. <a href=/health>Health</a></p>",
        "<p><a href=/stop>Recalled: stop taking it</a></p>",
        "<p><a href=/recall>Recalled: stop taking it</a></p>",
        "<p><a href=/pregnant>Do not use in pregnancy</a></p>",
    ],
)
@pytest.mark.parametrize("menu", ["", MENU])
def test_what_says_something_above_the_title_stays(above, menu):
    found = read(f"{above}<h1>Larch tea</h1>{TEXT}", menu=menu)

    assert {drop.text for drop in found.dropped} <= {"Larch tea", "Health Recalled News"}


def test_a_picture_with_a_link_above_the_title_stays():
    found = read(
        f"<figure><a href=/health><img src=/a.jpg><figcaption>Health</figcaption></a></figure><h1>Larch tea</h1>{TEXT}"
    )

    assert found.root.find("img") is not None


def test_a_sentence_that_the_page_declares_as_its_description_is_no_heading():
    found = read(f"<h1>Larch tea</h1><h2>{LEAD}</h2>{TEXT}<h2>Doses</h2>{TEXT}")

    assert [tag.get_text() for tag in found.root.find_all("h2")] == ["Doses"]
    assert begins_with(found) == LEAD


@pytest.mark.parametrize("name", ["h2", "h2 class=q"])
def test_a_heading_that_the_page_declares_as_its_description_stays_a_heading(name):
    question = f"<{name}>{LEAD[:-1]}?</h2>"
    found = read(f"<h1>Larch tea</h1>{question}{TEXT}<{name}>How much may I drink?</h2>{TEXT}")

    assert len(found.root.find_all("h2")) == 2


def test_what_leads_into_a_list_stays_though_it_is_declared():
    found = read(f"<h1>Larch tea</h1><div class=warn><p class=t>{LEAD}</p><ul><li>Fever<li>Rash</ul></div>{TEXT}")

    assert begins_with(found) == LEAD
