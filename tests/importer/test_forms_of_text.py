"""A form with nothing to type in is text: a list to tick, a test of oneself."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert

LONG = (
    "Call us if one of these is there, by day or by night, and do not wait for the morning when you are in doubt. " * 4
)


def document(part):
    page = f"<html><head><title>Sepsis</title></head><body><nav><a href=/>Home</a></nav><main><h1>Sepsis</h1><p>{LONG}</p>{part}<p>{LONG}</p></main></body></html>"
    return convert(page.encode()).document


TICKS = "".join(
    f"<div><input type=checkbox id=a{n}><label for=a{n}>{words}</label></div>"
    for n, words in enumerate(("slurred speech or confusion", "no urine for a day", "skin that is blue or pale"))
)


@pytest.mark.parametrize(
    "form",
    [
        f"<form class=checklist><fieldset><legend>Adults</legend>{TICKS}</fieldset></form>",
        f"<form>{TICKS}<input type=submit value=Print></form>",
        f"<form action=/x><input type=hidden name=t value=1>{TICKS}<button>Print</button></form>",
        "<form><p>How do you feel?</p><label><input type=radio>I have slurred speech</label><label><input type=radio>I am well</label></form>",
        "<form>Bei verwaschener Sprache (slurred speech) 112 wählen</form>",
    ],
)
def test_it_stays(form):
    assert "slurred speech" in json.dumps(document(form)["body"])


@pytest.mark.parametrize(
    "form",
    [
        f"<form><p>Zap me a letter</p>{TICKS}<input name=mail></form>",
        "<form><p>Zap us your thoughts</p><textarea></textarea></form>",
        "<form><label>Zap by town and street</label><select><option>a<option>b</select></form>",
        "<form><button>Zap it into my basket now</button></form>",
        "<form><a href=/zap>Zap this page</a> <a href=/b>Print this page</a></form>",
        "<form><h3>Was this page helpful?</h3><button>Zap</button><button>No</button></form>",
    ],
)
def test_what_asks_for_words_or_is_only_pressed_goes(form):
    assert "Zap" not in json.dumps(document(form)["body"])


def test_long_words_of_a_form_need_a_look():
    form = "<form><p>Tell us how you are. We read all of it, and a nurse calls you back within the day, at the number that you give us. Keep your tablets at hand.</p><input name=a></form>"
    found = document(form)
    assert "form" in [part["reason"] for part in found["report"]["dropped"]]
    assert found["report"]["needs_a_look"]
