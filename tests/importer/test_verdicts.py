"""Ticks and crosses drawn by a font of icons: "Raw fish" with a cross must not read like "Boiled egg" with a tick."""

from __future__ import annotations

import pytest

from tests.importer.tea_pages import WORDS, document, texts

TICK, CROSS = '<i class="fas fa-check"></i>', '<i class="fas fa-times"></i>'
PAIRS = [
    (TICK, CROSS),
    ('<i class="bi bi-check-circle-fill" aria-hidden="true"></i>', '<i class="bi bi-x-circle"></i>'),
    ('<span class="dashicons dashicons-yes"></span>', '<span class="dashicons dashicons-no-alt"></span>'),
    (
        '<span class="icon"><svg class="e-font-icon-svg e-fas-check"></svg></span>',
        '<span class="icon"><svg aria-hidden="true" class="e-fas-times"></svg></span>',
    ),
    (
        '<svg class="leaflet-icon leaflet-icon__tick"><path/></svg>',
        '<svg class="leaflet-icon leaflet-icon__cross"><path/></svg>',
    ),
    ('<svg><use href="#icon-check"></use></svg>', '<svg><use xlink:href="/all.svg#ban"></use></svg>'),
    ('<svg data-icon="thumbs-up"></svg>', '<svg data-icon="thumbs-down"></svg>'),
    (
        '<span class="fa-li"><i class="fa fa-check-square-o"></i></span>',
        '<span class="fa-li"><i class="fa fa-ban"></i></span>',
    ),
    ('<span class="glyphicon glyphicon-ok"></span>', '<span class="glyphicon glyphicon-remove"></span>'),
    ('<span class="tick-icon"></span>', '<span class="cross"></span>'),
]


@pytest.mark.parametrize("as_found", [True, False])
@pytest.mark.parametrize(("tick", "cross"), PAIRS)
def test_items_of_a_list_with_ticks_and_crosses_keep_them(tick, cross, as_found):
    found = document(f"<ul><li>{cross} Raw fish</li><li>{tick}<span> Boiled egg</span></li></ul>", as_found=as_found)

    assert texts(found).replace("  ", " ") == "<ul><li>✗ Raw fish</li><li>✓ Boiled egg</li></ul>"
    assert found["report"]["coverage"]["percent"] == 100
    assert "“✗ Raw fish”, “✓ Boiled egg”" in str(found["report"]["warnings"])
    assert found["report"]["look"] == []


@pytest.mark.parametrize(("tick", "cross"), PAIRS)
def test_so_do_cells(tick, cross):
    html = f"<table><tr><th>Tea<th>Larch<th>Oak</tr><tr><td>Adults<td>{tick}<td>{cross} in May</tr><tr><td>Children<td>{cross}<td>{tick} in May</tr></table>"
    found = document(html)

    (data,) = [block["value"]["data"] for block in found["body"] if block["type"] == "table"]
    assert data[1:] == [["Adults", "✓", "✗ in May"], ["Children", "✗", "✓ in May"]]
    assert found["report"]["look"] == []


def test_so_do_headings_and_lines():
    found = document(f"<h2>{CROSS} Wine</h2><p>{WORDS}</p><h2>{TICK} Water</h2><p>{WORDS}</p>")
    assert [block["value"].get("heading") for block in found["body"][1:]] == ["✗ Wine", "✓ Water"]
    assert (
        texts(document(f"<p>{CROSS} Drive</p><p>{CROSS}Swim<br>{TICK}Walk</p>"))
        == "<p>✗ Drive</p><p>✗ Swim<br/>✓ Walk</p>"
    )


def test_a_sign_in_a_box_of_its_own_stands_before_the_words_of_its_card():
    card = "<div class=card><div class=card-icon>{}</div><div class=card-text><h3>{}</h3><p>Tea of it.</p></div></div>"
    found = document(f"<h2>Trees</h2>{card.format(CROSS, 'Yew')}{card.format(TICK, 'Larch')}")
    (section,) = [block["value"] for block in found["body"] if block["type"] == "section"]
    assert [block["value"].get("heading") for block in section["content"]] == ["✗ Yew", "✓ Larch"]


def test_items_and_cells_that_are_named_so_have_their_sign():
    html = "<ul><li class=cross>Yew</li><li class='item tick'><b>Larch</b></li><li class=cross>Do not boil</li></ul>"
    assert texts(document(html)) == "<ul><li>✗ Yew</li><li><b>✓ Larch</b></li><li>Do not boil</li></ul>"
    rows = "<tr><th>Tea<th>Safe</tr><tr><td>Yew<td class=no></td></tr><tr><td>Larch<td class=yes></td></tr><tr><td class=yes>Oak<td>Yes</td></tr>"
    (data,) = [
        block["value"]["data"] for block in document(f"<table>{rows}</table>")["body"] if block["type"] == "table"
    ]
    assert data[1:] == [["Yew", "✗"], ["Larch", "✓"], ["Oak", "Yes"]]


def test_a_sign_behind_the_words():
    assert (
        texts(document(f"<ul><li>Yew {CROSS}</li><li>Larch {TICK}</li></ul>"))
        == "<ul><li>Yew ✗</li><li>Larch ✓</li></ul>"
    )


def test_crosses_alone_are_no_bullets():
    assert (
        texts(document(f"<ul><li>{CROSS} Yew</li><li>{CROSS} Oak</li></ul>")) == "<ul><li>✗ Yew</li><li>✗ Oak</li></ul>"
    )


@pytest.mark.parametrize(
    "html",
    [
        f"<ul><li>{TICK} Yew</li><li>{TICK} Oak</li></ul>",
        '<ul><li><i class="fa fa-arrow-right"></i> Yew</li><li><i class="fa fa-circle"></i> Oak</li></ul>',
        '<p><i class="fab fa-x-twitter"></i> Yew</p><p><i class="fa fa-user-times"></i> Oak</p>',
        f"<p>{CROSS} Do not drink it.</p>",
        f'<p>{CROSS}<span class="sr-only">Not allowed:</span> Oak</p>',
        f"<p>Three {CROSS} a day.</p>",
        f'<p><a href="/x">{CROSS} Yew</a></p>',
        f'<div class="accordion"><div><h3>{CROSS} Yew</h3><p>{WORDS}</p></div></div>',
        f'<div class="toggle-title">{CROSS} Yew</div>',
        f"<div>{CROSS}</div>",
        "<ul><li class=tick>Yew</li><li class=tick>Oak</li></ul>",
        "<ul><li class=cross>Yew</li><li class=cross>Oak</li></ul>",
        f"<ul class=accordion><li class=no><h3>Yew</h3><p>{WORDS}</p></li><li class=yes><h3>Oak</h3><p>{WORDS}</p></li></ul>",
    ],
)
def test_other_icons_say_nothing(html):
    found = document(html)
    assert ("✗" in str(found["body"]), "✓" in str(found["body"])) == (False, False)


@pytest.mark.parametrize("as_found", [True, False])
def test_boxes_that_are_ticked_and_boxes_that_are_not(as_found):
    ticked, empty = "<input type=checkbox checked disabled>", "<input type=checkbox disabled>"
    html = f"<ul><li>{ticked} Rice</li><li><label>{empty} Salad</label></li></ul><table><tr><th>Food<th>Raw<th>Cooked</tr><tr><td>Fish<td>{empty}<td>{ticked}</tr></table>"
    found = document(html, as_found=as_found)

    assert texts(found) == "<ul><li>☑ Rice</li><li>☐ Salad</li></ul>"
    (data,) = [block["value"]["data"] for block in found["body"] if block["type"] == "table"]
    assert data[1] == ["Fish", "☐", "☑"]


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><input type=checkbox> Rice</li><li><input type=checkbox> Salad</li></ul>",
        f"<ul><li><input type=checkbox id=a checked><label for=a>Rice</label><div>{WORDS}</div></li><li><input type=checkbox id=b><label for=b>Salad</label><div>{WORDS}</div></li></ul>",
    ],
)
def test_boxes_to_tick_and_boxes_that_open_something_say_nothing(html):
    assert not set("☑☐✓✗") & set(str(document(html)["body"]))


@pytest.mark.parametrize(
    "icon",
    [
        '<svg class="block h-5 w-5"><path/></svg>',
        '<svg class="md:block sm:hidden"><path/></svg>',
        '<svg class="icon icon_x-small"><path/></svg>',
        '<svg class="icon icon--x-large"><path/></svg>',
        '<svg class="icon no-fill"><path/></svg>',
        '<i class="close icon"></i>',
        '<span role=button tabindex=0 data-dismiss=alert><i class="fa fa-times"></i></span>',
    ],
)
def test_how_an_icon_looks_and_what_closes_a_box_are_no_verdict(icon):
    found = document(f"<div>{icon} Take your tablets with food.</div>")

    assert "✗" not in str(found["body"])


def test_a_table_to_fill_in_is_not_filled_in():
    rows = "".join(f"<tr><td>{sign}<td class=yes><td class=no></tr>" for sign in ("Fever", "Rash", "Cough"))
    found = document(f"<table><tr><th>Sign<th>Yes<th>No</tr>{rows}</table>")

    assert not {"✓", "✗"} & set(str(found["body"]))
