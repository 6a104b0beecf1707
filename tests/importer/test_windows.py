"""A window that is opened from the text is a panel of it."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert

LONG = (
    "Call us if one of these is there, by day or by night, and do not wait for the morning when you are in doubt. " * 4
)
TABLE = "<table><tr><td>1 year</td><td>5 drops</td></tr><tr><td>2 years</td><td>7 drops</td></tr></table>"


def document(inner, after="", around=""):
    page = f"<html><head><title>Sleep</title></head><body><nav><a href=/>Home</a>{around}</nav><main><h1>Sleep</h1><p>{LONG}</p>{inner}<p>{LONG}</p></main>{after}</body></html>"
    return convert(page.encode()).document


def modal(inner):
    return f"<div class='modal fade' id=m1 role=dialog><div class=modal-dialog><div class=modal-content><div class=modal-header><h4>By age</h4><button data-dismiss=modal>Close</button></div><div class=modal-body>{inner}</div></div></div></div>"


OPENERS = [
    "<p>See the <a href='#m1' data-toggle=modal>doses by age</a>.</p>",
    "<p>See the <a href='#' data-bs-target='#m1' data-bs-toggle=modal>doses by age</a>.</p>",
    "<p>See the <button commandfor=m1 command=show-modal>doses by age</button>.</p>",
    "<p>See the <a href='javascript:;' data-open=m1>doses by age</a>.</p>",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_it_stays(opener):
    body = json.dumps(document(opener + modal(TABLE))["body"])
    assert "7 drops" in body
    assert "Close" not in body


@pytest.mark.parametrize("opener", OPENERS)
def test_so_does_one_at_the_end_of_the_page(opener):
    assert "7 drops" in json.dumps(document(opener, modal(TABLE))["body"])


@pytest.mark.parametrize(
    "inner", ["<dialog id=m1><p>Over 75: 2 drops.</p></dialog>", "<div popover id=m1>Over 75: 2 drops.</div>"]
)
def test_so_does_one_of_the_browsers_own(inner):
    assert "Over 75: 2 drops." in json.dumps(document(OPENERS[2] + inner)["body"])


@pytest.mark.parametrize(
    ("opener", "window"),
    [
        ("", modal("<p>Zap, and welcome.</p>")),
        (OPENERS[0], modal("<p>Zap in here.</p><input name=user><input type=password>")),
        (OPENERS[0], modal("<p>Zap: this site uses cookies.</p><button>Accept</button>")),
        (OPENERS[0], modal("<a href=/zap>Zap one</a> <a href=/b>Zap two</a>")),
    ],
)
def test_others_go(opener, window):
    assert "Zap" not in json.dumps(document(opener + window)["body"])
    assert "Zap" not in json.dumps(document(opener, window)["body"])


def test_one_that_the_menu_opens_goes():
    around = "<a href='#m1' data-toggle=modal>Help</a>"
    assert "Zap" not in json.dumps(document(modal("<p>Zap, and welcome.</p>"), around=around)["body"])


@pytest.mark.parametrize(
    "part",
    [
        "<section id=s2><h2>After</h2><div class=modal><h3>Zap us</h3></div></section>",
        "<aside id=s2 class=sidebar><h2>Zap and more</h2><a href=/zap>Zap it</a> Zap</aside>",
    ],
)
def test_a_link_to_a_place_in_the_page_opens_no_window(part):
    assert "Zap" not in json.dumps(document("<p>See <a href='#s2'>after</a>.</p>" + part)["body"])


def test_so_do_the_words_that_open_it():
    opener = "<p><button commandfor=m1 command=show-modal>For old people</button></p>"
    body = json.dumps(document(opener + "<dialog id=m1><p>2 drops.</p></dialog>")["body"])
    assert "For old people" in body
    assert "2 drops." in body
