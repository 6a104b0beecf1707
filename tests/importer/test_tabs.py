"""Each panel of a row of tabs gets its label as its heading, however the page says which is whose."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.coverage import kept_words

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
FIRST, SECOND = f"<p>Ten of them cough. {WORDS}</p>", f"<p>One of them sneezes. {WORDS}</p>"


def document(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1><p>{WORDS}</p>{html}<h2>Later</h2><p>{WORDS}</p></main></body></html>"
    return convert(page.encode(), **options).document


def text(found: dict) -> str:
    return " ".join(kept_words(found["body"]))


def row(label: str, frame: str = "<div>{}</div>") -> str:
    return frame.format(label.format(0, "Common") + label.format(1, "Rare"))


def panels(panel: str, frame: str = "{}") -> str:
    return frame.format(panel.format(0, FIRST) + panel.format(1, SECOND))


RADIO = "<input type=radio name=t id=t{0}><label for=t{0}>{1}</label>"
IN_TURN = RADIO.format(0, "Common") + f"<div class=pane>{FIRST}</div>" + RADIO.format(1, "Rare") + f"<div class=pane>{SECOND}</div>"  # fmt: skip
BY_ID = panels("<div id=p{0}>{1}</div>")
IN_A_BOX = panels("<div class=pane>{1}</div>", "<div>{}</div>")


@pytest.mark.parametrize(
    "html",
    [
        # an id that a script names
        row("""<button class=tablinks onclick="show(event, 'p{0}')">{1}</button>""", "<div class=tab>{}</div>") + BY_ID,
        row("""<a href="#" onclick='show("p{0}")'>{1}</a>""", "<div class=choice>{}</div>") + BY_ID,
        row("""<li onclick="show('#p{0}')">{1}</li>""", "<ul>{}</ul>") + f"<div>{BY_ID}</div>",
        row("<button data-open=p{0}>{1}</button>") + BY_ID,
        row("<li data-tab=p{0}>{1}</li>", "<ul class=tabs>{}</ul>") + BY_ID,
        # a word that label and panel share
        row("<span data-w=p{0}>{1}</span>", "<div class=tabs>{}</div>") + panels("<div data-w=p{0}>{1}</div>"),
        # links
        row("<li><a href=#p{0}>{1}</a></li>", "<ul class=tab-nav>{}</ul>") + BY_ID,
        "<div id=tabs>" + row("<li><a href=#p{0}>{1}</a></li>", "<ul>{}</ul>") + BY_ID + "</div>",
        row("<li><a href=#p{0}>{1}</a></li>", "<ul class=onglets>{}</ul>") + BY_ID,
        row("<li><a href=#p{0}>{1}</a></li>", "<ul>{}</ul>") + "<div>" + BY_ID + "</div>",
        "<div>" + row("<a href=#p{0}>{1}</a>", "<div><div class=pestañas>{}</div></div>") + BY_ID + "</div>",
        # the order
        row("<li><a href=#>{1}</a></li>", "<ul class=tabs>{}</ul>") + IN_A_BOX,
        "<div class=tea_tabs>"
        + row("<li class=tea_{0}><a href=#>{1}</a></li>", "<ul class=tea_tabs_controls>{}</ul>")
        + panels("<div class='tea_tab tea_{0}'><div>{1}</div></div>", "<div class=tea_all>{}</div>")
        + "</div>",
        "<div class=tabs>" + row("<button>{1}</button>") + panels("<section>{1}</section>", "<div>{}</div>") + "</div>",
        row("<button role=tab>{1}</button>", "<div role=tablist>{}</div>") + panels("<div class=pane>{1}</div>"),
        # radio buttons
        row(RADIO) + IN_A_BOX,
        f"<div>{RADIO.format(0, 'Common')}{RADIO.format(1, 'Rare')}{IN_A_BOX}</div>",
        f"<div>{IN_TURN}</div>",
    ],
)
def test_each_panel_is_headed_by_its_label(html):
    for as_found in (False, True):
        found = document(html, as_found=as_found)
        rest = [block["value"] for block in found["body"] if block["type"] == "section"]
        sections = [section for section in rest if section["heading"] in ("Common", "Rare")]

        assert [section["heading"] for section in sections] == ["Common", "Rare"]
        assert "cough" in text({"body": sections[0]["content"]})
        assert "sneezes" in text({"body": sections[1]["content"]})
        assert text(found).count("common") == text(found).count("rare") == 1


@pytest.mark.parametrize(
    "html",
    [
        row("<button>{1}</button>", "<div class=tabs>{}</div>") + FIRST + SECOND,
        row("<button role=tab>{1}</button>", "<div role=tablist>{}</div>") + f"<div>{FIRST}</div>",
        row("<li><a href=#>{1}</a></li>", "<ul class=tabs>{}</ul>") + FIRST + SECOND,
        row("<a href=#p{0}>{1}</a>", "<nav class=tabs>{}</nav>") + FIRST + SECOND,
        row(RADIO) + FIRST + SECOND,
    ],
)
def test_labels_without_a_panel_stay_as_text(html):
    assert "common rare ten of them" in text(document(html))


@pytest.mark.parametrize(
    "html",
    [
        row("<li><a href=/tea/{0}>{1}</a></li>", "<ul class=tabs>{}</ul>") + IN_A_BOX,
        row("<button>Print</button>", "<div class=tabs>{}</div>") + IN_A_BOX,
        row("<button data-toggle=modal data-target=#m{0}>{1}</button>") + panels("<div id=m{0} role=dialog>{1}</div>"),
    ],
)
def test_what_leads_elsewhere_or_acts_is_no_label(html):
    sections = [block["value"]["heading"] for block in document(html)["body"] if block["type"] == "section"]

    assert sections == ["Later"]


def test_a_list_of_contents_is_no_row_of_tabs():
    contents = row("<li><a href=#p{0}>{1} signs of it</a></li>", "<ul>{}</ul>")
    html = (
        contents
        + f"<section id=p0><h2>What is common</h2>{FIRST}</section><section id=p1><h2>What is rare</h2>{SECOND}</section>"
    )
    sections = [block["value"]["heading"] for block in document(html)["body"] if block["type"] == "section"]

    assert sections == ["What is common", "What is rare", "Later"]


TABLIST = "<div role=tablist><button role=tab aria-controls=a>Adults</button><button role=tab aria-controls=b>Children</button>{}</div>"


def test_other_words_in_a_list_of_tabs_stay():
    html = TABLIST.format("<p>Do not take both doses.</p>") + "<div id=a><p>5 mg</p></div><div id=b><p>1 mg</p></div>"

    assert "adults 5 mg children 1 mg" in text(document(html))
    assert "do not take both doses" in text(document(html))


def test_of_two_panels_with_one_id_the_first_is_meant():
    html = TABLIST.format("") + "<div id=a><p>5 mg</p></div><div id=b><p>1 mg</p></div><div id=b><p>Other</p></div>"

    assert "adults 5 mg children 1 mg" in text(document(html))


def test_marks_of_notes_are_no_tabs():
    html = "<p>Take it at night.<sup><a href='#fn1' data-fn=fn1>1</a><a href='#fn2' data-fn=fn2>2</a></sup></p><ol><li id=fn1>Or late.</li><li id=fn2>Not early.</li></ol>"

    assert "take it at night or late not early" in text(document(html)).replace("1 ", "").replace("2 ", "")
    assert not any(said in str(document(html)["body"]) for said in ("'heading': '1'", "'heading': '2'"))


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + row("<a href=#p{0}>{1}</a> signs of it ", "{}") + "</p>" + BY_ID,
        row("<a href=#p{0}>{0}</a> ", "<p>{}</p>") + BY_ID,
        row("<li><a href=#p{0}>{1}?</a></li>", "<ul>{}</ul>") + BY_ID,
        row("<li><a href=#p{0}>{1}</a></li>", "<ul>{}</ul>") + panels("<p id=p{0}>So</p><div>{1}</div>"),
        row("<li><a href=#p{0}>{1}</a></li>", "<ul>{}</ul>") + "<div><div>" + BY_ID + "</div></div>",
        row("<a href=#p{0}>{1}</a>", "<header>{}</header>") + BY_ID,
        row("<li><a href=#p{0}>{1}</a></li>", "<ul>{}</ul>") + panels("<div id=p{0}>{1}</div><p>Between.</p>"),
    ],
)
def test_other_links_within_the_page_are_no_labels(html):
    sections = [block["value"]["heading"] for block in document(html)["body"] if block["type"] == "section"]

    assert sections == ["Later"]


SHOWN_BY = {
    "alpine": ('<button x-on:click="tab={0}">{1}</button>', '<div x-show="tab==={0}">{1}</div>'),
    "alpine, words": (
        """<button x-on:click="tab = 'p{0}'">{1}</button>""",
        """<div x-show="tab == 'p{0}'" x-cloak>{1}</div>""",
    ),
    "vue": ("""<li v-on:click="show('p{0}')">{1}</li>""", """<div v-show="open === 'p{0}'">{1}</div>"""),
    "angular": ('<button ng-click="tab = {0}">{1}</button>', '<div ng-show="tab == {0}">{1}</div>'),
}
HIDDEN = f"<div>{FIRST}</div><div style='display: none'>{SECOND}</div>"
HIDDEN_BY_NAME = f"<div class='pane on'>{FIRST}</div><div class=pane hidden>{SECOND}</div>"
BUTTON = "<button class=css-{0}>{1}</button>"


def sections(found: dict) -> dict[str, str]:
    return {
        block["value"]["heading"]: text({"body": block["value"]["content"]})
        for block in found["body"]
        if block["type"] == "section"
    }


def assert_each_has_its_heading(found: dict) -> None:
    told = sections(found)
    assert {"Common", "Rare", "Later"} == set(told)
    assert "cough" in told["Common"]
    assert "sneezes" in told["Rare"]


@pytest.mark.parametrize(
    "html",
    [
        *(f"<div>{row(label, '{}')}{panels(panel)}</div>" for label, panel in SHOWN_BY.values()),
        *(f"<div>{row(label)}<div>{panels(panel)}</div></div>" for label, panel in SHOWN_BY.values()),
        # in another order than the buttons
        *(
            f"<div>{row(label)}{panel.format(1, SECOND)}{panel.format(0, FIRST)}</div>"
            for label, panel in SHOWN_BY.values()
        ),
    ],
)
def test_plain_buttons_head_the_boxes_that_they_show(html):
    found = document(html)
    assert_each_has_its_heading(found)
    assert not found["report"]["needs_a_look"]


@pytest.mark.parametrize(
    "html",
    [
        f"<div>{row(BUTTON)}{HIDDEN}</div>",
        f"<div>{row(BUTTON, '{}')}{HIDDEN}</div>",
        f"<div>{row(BUTTON)}<div>{HIDDEN_BY_NAME}</div></div>",
        f"<div>{row('<li>' + BUTTON + '</li>', '<ul>{}</ul>')}{HIDDEN}</div>",
        f"<div>{row(BUTTON)}<div><div>{HIDDEN}</div></div></div>",
        f"<div>{row(BUTTON)}<div class='pane on'>{FIRST}</div><div class='pane hidden'>{SECOND}</div></div>",
    ],
)
def test_boxes_that_only_their_order_assigns_need_a_look(html):
    found = document(html)
    assert_each_has_its_heading(found)
    assert any("Common, Rare" in line for line in found["report"]["look"])


BOXES = f"<div class=pane>{FIRST}</div><div class=pane>{SECOND}</div>"


@pytest.mark.parametrize(
    "html",
    [
        f"<div>{row(BUTTON)}<div>{BOXES}</div></div>",  # nothing bears it out
        f"<div>{row(BUTTON)}{BOXES}<p>More of it.</p></div>",
        f"<div>{row(BUTTON)}<div class=pane><p>Ten of them.</p></div><div class=pane><p>One.</p></div></div>",
        f"<div>{row(BUTTON)}{HIDDEN}<div hidden>{WORDS}</div></div>",
        f"<div>{row(SHOWN_BY['alpine'][0])}{FIRST}{SECOND}</div>",
        f"<div>{row(SHOWN_BY['alpine'][0])}{panels('<div x-show=tab==7{0}>{1}</div>')}</div>",
        f"<div>{row(BUTTON)}<div class=lead>{FIRST}</div><div class=far style='display:none'>{SECOND}</div></div>",
    ],
)
def test_buttons_that_may_show_boxes_stay_and_the_page_needs_a_look(html):
    found = document(html)

    assert "common rare ten of them" in text(found)
    assert list(sections(found)) == ["Later"]
    assert any("Common, Rare" in line for line in found["report"]["look"])


@pytest.mark.parametrize(
    "html",
    [
        row("<button>Print</button><button>Download</button>") + HIDDEN,
        row(BUTTON) + FIRST + SECOND,
        row(BUTTON, "<form>{}</form>") + HIDDEN,
        row(BUTTON) + f"<div>{FIRST}</div><div class=modal style='display:none'>{SECOND}</div>",
        row("<button type=submit>{1}</button>") + HIDDEN,
    ],
)
def test_other_buttons_need_no_look(html):
    found = document(html)

    assert list(sections(found)) == ["Later"]
    assert not found["report"]["needs_a_look"]


OWN = "<x-tab-group>{}{}</x-tab-group>"


@pytest.mark.parametrize(
    "html",
    [
        OWN.format(
            row("<x-tab slot=nav panel=p{0}>{1}</x-tab>", "{}"), panels("<x-tab-panel name=p{0}>{1}</x-tab-panel>")
        ),
        OWN.format(
            row("<x-tab slot=nav panel=p{0}>{1}</x-tab>", "{}"),
            f"<x-tab-panel name=p1>{SECOND}</x-tab-panel><x-tab-panel name=p0>{FIRST}</x-tab-panel>",
        ),
        "<my-tabs>"
        + row("<my-tab-title tab=p{0}>{1}</my-tab-title>", "<my-tab-nav>{}</my-tab-nav>")
        + f"<my-tab tab=p1>{SECOND}</my-tab><my-tab tab=p0>{FIRST}</my-tab></my-tabs>",
        "<my-tabs>"
        + row("<my-tab aria-selected=true>{1}</my-tab>", "{}")
        + panels("<my-tab-panel>{1}</my-tab-panel>")
        + "</my-tabs>",
        "<my-tabs>"
        + row("<my-tab id=p{0}>{1}</my-tab>", "{}")
        + panels("<my-tab-panel aria-labelledby=p{0}>{1}</my-tab-panel>")
        + "</my-tabs>",
        "<my-tabs><my-tab>Common</my-tab>"
        + f"<my-tab-panel>{FIRST}</my-tab-panel><my-tab>Rare</my-tab><my-tab-panel>{SECOND}</my-tab-panel></my-tabs>",
    ],
)
def test_tabs_of_a_site_s_own_elements_head_their_panels(html):
    told = sections(document(html))

    assert {"Common", "Rare", "Later"} == set(told)
    assert "cough" in told["Common"]
    assert "sneezes" in told["Rare"]


@pytest.mark.parametrize(
    "html",
    [
        OWN.format(row("<x-tab panel=p{0}>{1}</x-tab>", "{}"), panels("<x-tab-panel name=p0>{1}</x-tab-panel>")),
        OWN.format(row("<x-tab panel=p{0}>{1}</x-tab>", "{}"), f"<x-tab-panel name=p0>{FIRST}{SECOND}</x-tab-panel>"),
        OWN.format(row("<x-tab>{1}</x-tab>", "{}"), f"{FIRST}{SECOND}"),
    ],
)
def test_such_tabs_without_a_panel_each_stay_as_text(html):
    assert "common rare ten of them" in text(document(html))


def levels(found: dict) -> list[tuple[str, int]]:
    stack, told = found["body"][::-1], []
    while stack:
        block = stack.pop()
        if block["type"] == "section":
            told.append((block["value"]["heading"], block["value"]["level"]))
            stack += block["value"]["content"][::-1]
    return told


ROW_OF_TABS = "<div class=tabs><ul role=tablist><li><a role=tab href=#{0}>One {0}</a></li><li><a role=tab href=#{1}>Two {1}</a></li></ul>{2}</div>"
OWN_ROW = "<my-tabs><my-tab>One own</my-tab><my-tab>Two own</my-tab><my-panel-tab><h4>Deep</h4></my-panel-tab><my-panel-tab><p>Words.</p></my-panel-tab></my-tabs>"
PANEL_OF_TABS = "<div role=tabpanel id={0}><p>Some words of the text.</p>{1}</div>"


def tab_row(first: str, second: str, inner: str = "") -> str:
    return ROW_OF_TABS.format(first, second, PANEL_OF_TABS.format(first, "") + PANEL_OF_TABS.format(second, inner))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (tab_row("a", "b") + tab_row("c", "d"), [("One a", 2), ("Two b", 2), ("One c", 2), ("Two d", 2)]),
        (tab_row("a", "b", "<h3>Inside</h3><p>More.</p>") + tab_row("c", "d"), [("One a", 2), ("Two b", 2), ("Inside", 3), ("One c", 2), ("Two d", 2)]),
        ("<h2>Dose</h2>" + tab_row("a", "b") + f"<div>{tab_row('c', 'd')}</div>", [("Dose", 2), ("One a", 3), ("Two b", 3), ("One c", 3), ("Two d", 3)]),
        (tab_row("a", "b", tab_row("e", "f")) + tab_row("c", "d"), [("One a", 2), ("Two b", 2), ("One e", 3), ("Two f", 3), ("One c", 2), ("Two d", 2)]),
        (tab_row("a", "b") + OWN_ROW + OWN_ROW.replace("own", "more"), [("One a", 2), ("Two b", 2), ("One own", 2), ("Deep", 3), ("Two own", 2), ("One more", 2), ("Deep", 3), ("Two more", 2)]),
        (tab_row("a", "b") + "<h3>Cold</h3>" + tab_row("c", "d"), [("One a", 2), ("Two b", 2), ("Cold", 3), ("One c", 4), ("Two d", 4)]),
    ],
)  # fmt: skip
def test_a_second_row_of_tabs_stands_beside_the_first(html, expected):
    assert levels(document(html)) == [*expected, ("Later", 2)]


FOLDS = "<details><summary>Cool</summary><p>Some words.</p></details><details><summary>Warm</summary><p>Some words.</p></details>"


@pytest.mark.parametrize(
    ("html", "level"),
    [
        (tab_row("a", "b") + FOLDS, 2),
        (tab_row("a", "b") + f"<div>{FOLDS}</div>", 2),
        (tab_row("a", "b", FOLDS), 3),
        (tab_row("a", "b") + "<h3>Keep it</h3>" + FOLDS, 4),
    ],
)
def test_folded_panels_behind_tabs_stand_beside_them(html, level):
    assert [found for found in levels(document(html)) if found[0] in ("Cool", "Warm")] == [
        ("Cool", level),
        ("Warm", level),
    ]


def test_a_row_that_is_called_tabs_needs_no_look():
    found = document("<div>" + row(BUTTON, "<div class=tabs>{}</div>") + f"<div>{HIDDEN}</div></div>")

    assert set(sections(found)) == {"Common", "Rare", "Later"}
    assert not found["report"]["needs_a_look"]


@pytest.mark.parametrize("key", ["x-show", "v-if"])
def test_a_box_that_every_other_button_shows_is_given_to_none(key):
    buttons = "".join(f"<button x-on:click=\"who='{name}'\">{name}</button>" for name in ("adult", "child"))
    html = f"<div><div>{buttons}</div><div {key}=\"who !== 'child'\"><p>Take 500 mg.</p></div><div {key}=\"who !== 'adult'\"><p>Take 125 mg.</p></div></div>"
    found = document(html)

    sections = {
        block["value"]["heading"]: str(block["value"]["content"])
        for block in found["body"]
        if block["type"] == "section"
    }
    assert "500" not in sections.get("child", "")
    assert found["report"]["needs_a_look"]
