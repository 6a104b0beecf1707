"""Pages whose content is empty, or nearly so: nothing of the kind may be stored without a word."""

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.coverage import coverage_of

HEAD = "<!doctype html><html lang=en><head><title>Iron test</title></head><body>"
TEXT = "<h1>Iron test</h1><p>Come to room 12 at 8 am.</p><p>The result comes by letter after 4 days.</p>"
SIGN_IN = "<form class=login><h2>Sign in</h2><label>Name <input name=n></label><button>Go</button></form>"
EMPTY = [
    "<main></main><footer>Imprint</footer>",
    "<header><a href=/>Home</a></header><main></main><footer>Imprint</footer>",
    "<div id=root></div><noscript>You need to turn on scripts to read this page, since it is drawn by one.</noscript>",
    "<div id=app>Loading…</div>",
    "<nav><a href=/>Home</a></nav><main><img src=/chart.png alt=''></main>",
]


def read(body):
    return convert((HEAD + body).encode()).document


def words(document):
    return json.dumps(document["body"], ensure_ascii=False)


@pytest.mark.parametrize(
    "page",
    [
        f"<header><a href=/>Home</a></header><form id=f method=post action=/p><div>{TEXT}</div></form>",
        f"<form method=post action=/p><div class=top><a href=/>Home</a><input name=q></div><div>{TEXT}</div></form>",
        f"<form class=search-form method=post action=/p>{TEXT}<input type=email></form>",
        f"<form method=post>{TEXT.replace('h1', 'h2')}</form>",
    ],
)
def test_a_form_around_the_whole_page_is_no_form(page):
    assert "room 12 at 8 am" in words(read(page))
    assert "letter after 4 days" in words(read(page))


def test_a_form_in_the_page_is_one():
    document = read(f"<main>{TEXT}{SIGN_IN}</main>")

    assert "Sign in" not in words(document)
    assert "room 12" in words(document)


@pytest.mark.parametrize("body", EMPTY)
def test_a_page_without_text_needs_a_look(body):
    report = read(body)["report"]

    assert report["needs_a_look"]
    assert any("save what you see" in said for said in report["look"])


def test_nothing_at_all_is_not_all_of_the_text():
    coverage = coverage_of([], [])

    assert (coverage.percent, coverage.order) == (0, 0)
    assert coverage.needs_a_look(below=0)


def test_a_short_text_is_a_text():
    assert not read("<main><h1>Iron test</h1><p>We send the result by letter after 4 days.</p></main>")["report"][
        "look"
    ]


def test_a_page_with_text_has_no_such_sentence():
    assert read(f"<main>{TEXT}</main>")["report"]["look"] == []
