"""What stands behind the end of a page is shown by browsers, so it is read: a second page, or text after a stray end."""

from __future__ import annotations

import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader.soup import soup_of

LONG = (
    "Sleep comes and goes with age, and most people over sixty wake twice in a night, which is no illness at all. " * 5
)
ARTICLE = f"<h1>Sleep</h1><p>{LONG}</p><p>Never more than 7 mg in one night.</p>"
MENU = "<nav><a href=/>Zaphome</a> <a href=/a>Zap A to Z</a></nav>"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{MENU}</body></html><html><head><title>Sleep</title></head><body>{ARTICLE}</body></html>",
        f"<html><body>{MENU}</body></html><!DOCTYPE html><html><head><title>Sleep</title><style>p {{}}</style></head><main>{ARTICLE}</main></html>",
        f"<html><head><title>Sleep</title></head><body>{MENU}</body></html>{ARTICLE}",
        f"<html><head><title>Sleep</title></head><body>{MENU}</body></html><html><body></body></html><html><body>{ARTICLE}</body></html>",
        f"<html><head><title>Sleep</title></head></html>{ARTICLE}",
        f"<html><head><title>Sleep</title></head><main>{ARTICLE}</main></html>",
    ],
)
def test_the_article_is_read(page):
    found = convert(page.encode()).document
    assert found["title"] == "Sleep"
    body = json.dumps(found["body"])
    assert "Never more than 7 mg in one night." in body
    assert "wake twice" in body
    assert "Zap" not in body


@pytest.mark.parametrize(
    "end",
    ["</body></html><p>%s</p>", "</body><p>%s</p></html>", "</body></html>%s", "</html><div><p>%s</p></div></body>"],
)
def test_text_after_the_end_is_read(end):
    page = (
        f"<html><head><title>Sleep</title></head><body><h1>Sleep</h1><p>{LONG}</p>" + end % "Never with 7 ml of beer."
    )
    assert "Never with 7 ml of beer." in json.dumps(convert(page.encode()).document["body"])


def test_everything_stands_in_its_order():
    page = "<title>T</title></head><main>a</main></head><body>b</body>c</html>d<html><head><title>U</title></head><body>e</body></html>f"
    body = soup_of(page).body
    for title in body.find_all("title"):  # nobody sees it
        title.extract()
    assert "".join(body.get_text().split()) == "abcdef"


def test_words_behind_the_end_stay_apart():
    assert soup_of("<p>a</p></body></html><b>b</b> <i>c</i>").body.get_text() == "ab c"


def test_a_page_of_ends_is_read_in_time():
    soup = soup_of("<p>a</p></body></html>\n" * 9000)
    assert soup.body.get_text().split() == ["a"] * 9000


def test_a_body_in_an_odd_place_is_left_alone():
    assert soup_of(
        "<?xml version='1.0'?><x:doc xmlns:x='urn:x'><frameset><body><p>a</p></body></frameset></x:doc>"
    ).get_text()
