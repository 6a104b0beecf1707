"""Ids that stand several times on a page: each label heads the panel beside it, in its own row."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
TABS = '<ul class="nav nav-tabs">{}</ul><div>{}</div>'
LABEL = '<li><a data-toggle=tab href="#t{n}">{label}</a></li>'
PANEL = '<div class=tab-pane id="t{n}"><p>{text}</p></div>'
SETS = {
    "Adults": [("Tea", "Three cups."), ("Syrup", "Two spoons.")],
    "Children": [("Drops", "Seven drops."), ("Lozenges", "Never.")],
}


def document(html: str) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}</main></body></html>"
    return convert(page.encode()).document


def texts(found: dict) -> dict[str, str]:
    """The words below each heading, without those of the headings below it."""
    told: dict[str, str] = {}
    stack = list(found["body"])
    while stack:
        block = stack.pop()
        if block["type"] == "section":
            inner = block["value"]["content"]
            told[block["value"]["heading"]] = "".join(one["value"] for one in inner if one["type"] == "rich_text")
            stack += inner
    return told


def tabs(label: str, panel: str, frame: str, *, turned: bool = False) -> str:
    """Each set numbers its panels from 1; ``turned``: they stand in another order than their labels."""
    html = ""
    for name, pairs in SETS.items():
        labels = "".join(label.format(n=n, label=text) for n, (text, _) in enumerate(pairs))
        panels = [panel.format(n=n, text=text) for n, (_, text) in enumerate(pairs)]
        html += f"<h2>{name}</h2>" + frame.format(labels, "".join(panels[::-1] if turned else panels))
    return html


FORMS = {
    "link": (LABEL, PANEL, TABS),
    "in a box": (LABEL, PANEL, f"<div>{TABS}</div>"),
    "aria": (
        "<button role=tab aria-controls=t{n}>{label}</button>",
        "<div role=tabpanel id=t{n}><p>{text}</p></div>",
        "<div role=tablist>{}</div>{}",
    ),
    "labelled": (
        "<button role=tab id=t{n}>{label}</button>",
        "<div role=tabpanel aria-labelledby=t{n}><p>{text}</p></div>",
        "<div role=tablist>{}</div>{}",
    ),
    "script": (
        """<button onclick="show(event, 't{n}')">{label}</button>""",
        "<div id=t{n}><p>{text}</p></div>",
        "<div class=choice>{}</div>{}",
    ),
    "data of both": (
        '<a data-w="Tab {n}" class=x-link>{label}</a>',
        '<div data-w="Tab {n}" class=x-pane><p>{text}</p></div>',
        "<div><div class=tab-menu>{}</div><div>{}</div></div>",
    ),
}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_tabs_of_two_rows_head_the_panels_of_their_own(form, turned):
    found = document(tabs(*FORMS[form], turned=turned))

    assert texts(found) == {"Adults": "", "Children": ""} | {
        label: f"<p>{text}</p>" for pairs in SETS.values() for label, text in pairs
    }
    assert not found["report"]["needs_a_look"]


ITEMS = (
    "<div class=item><h3><button aria-expanded=false aria-controls=a{n}>{label}</button></h3><div id=a{n}><p>{text}</p></div></div>",
    "<div class=item><button aria-expanded=false aria-controls=a>{label}</button><div id=a><p>{text}</p></div></div>",
    "<h3><a data-toggle=collapse href=#a{n}>{label}</a></h3><div id=a{n} class=collapse><p>{text}</p></div>",
)


@pytest.mark.parametrize("item", ITEMS)
def test_titles_of_two_accordions_stay(item):
    html = ""
    for name, pairs in SETS.items():
        items = [item.format(n=n, label=text, text=f"{said} {WORDS}") for n, (text, said) in enumerate(pairs)]
        html += f"<h2>{name}</h2>{''.join(items)}"
    found = document(html)

    assert texts(found) == {"Adults": "", "Children": ""} | {
        label: f"<p>{text} {WORDS}</p>" for pairs in SETS.values() for label, text in pairs
    }
    assert [drop["reason"] for drop in found["report"]["dropped"]] == ["title"]


def test_questions_of_two_accordions_stay():
    asked = [["May I drink it?", "May I bathe in it?"], ["May I sell it?", "May I grow it?"]]
    html = "".join(
        f"<h2>{name}</h2>"
        + "".join(ITEMS[0].format(n=n, label=text, text="Now and then.") for n, text in enumerate(row))
        for name, row in zip(("Questions and answers", "More questions"), asked, strict=True)
    )
    groups = [block["value"]["items"] for block in document(html)["body"] if block["type"] == "faq"]

    assert [[item["question"] for item in items] for items in groups] == asked


@pytest.mark.parametrize(
    "html",
    [
        "<p><a href=#dose>See the dose</a></p><h2 id=dose>Dose</h2><p>Two cups.</p><h2 id=dose>Other dose</h2><p>One cup.</p>",
        "<p><a href=#dose>See the dose</a> or <a href=#dose>the dose</a></p><h2 id=dose>Dose</h2><p>Two cups.</p><h2 id=dose>Other dose</h2><p>One cup.</p>",
    ],
)
def test_a_link_to_an_id_that_stands_twice_leads_to_the_first(html):
    sections = [block["value"] for block in document(html)["body"] if block["type"] == "section"]

    assert [section["anchor"] for section in sections] == ["dose", "dose"]
