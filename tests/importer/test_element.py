"""Elements are found quickly, and the same ones as BeautifulSoup finds."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from beatcancer_wagtail.importer.reader.soup import soup_of

PAGE = """
<html lang=en><head><title>Larch</title><meta name=author content=Ann><base target=_top></head><body class="page wide">
<div id=a class="box wide" data-x=""><p>One <b>two</b><b></b> <a href="#b" rel="tag nofollow">three</a></p><svg><g></g></svg></div>
<ul id=b role=tablist><li role=tab><a href="/x" rel=tag>x</a><li role=tab aria-controls=a>y<p>z</p></ul><app-text id="">w</app-text>
<input type=radio id=r><input type=text><script type="application/ld+json">{}</script></body></html>
"""
SEARCHES = [
    ((True,), {}),
    (("p",), {}),
    (("app-text",), {}),
    (("none",), {}),
    ((("a", "li"),), {}),
    ((["b", "p"],), {"limit": 2}),
    ((), {"id": True}),
    (("div",), {"id": True, "limit": 1}),
    ((), {"attrs": {"data-x": True}}),
    ((), {"attrs": {"aria-controls": "a"}, "role": "tab"}),
    (("a",), {"rel": "tag"}),
    (("a",), {"rel": "tag nofollow"}),
    (("a",), {"rel": re.compile("^nofollow")}),
    (("a",), {"href": re.compile("^#.")}),
    (("input",), {"type": "radio", "id": True}),
    (("div",), {"class_": "wide"}),
    (("body",), {"attrs": {"class": "wide"}}),
    ((lambda tag: tag.get("role") == "tab",), {}),
    ((lambda tag: tag.get("role"),), {"limit": 2}),
    (("p",), {"recursive": False}),
    ((), {"string": re.compile("t")}),
    (("b",), {"string": "two"}),
    ((re.compile("^[ab]$"),), {}),
]


@pytest.mark.parametrize("place", ["html", "body", "div", "b"])
@pytest.mark.parametrize(("names", "wanted"), SEARCHES)
def test_searches_find_what_beautifulsoup_finds(names, wanted, place):
    quick, plain = soup_of(PAGE), BeautifulSoup(PAGE, "lxml")

    quick, plain = quick.find(place), plain.find(place)
    assert shown(quick.find_all(*names, **wanted)) == shown(plain.find_all(*names, **wanted))
    wanted = {key: value for key, value in wanted.items() if key != "limit"}
    assert shown([quick.find(*names, **wanted)]) == shown([plain.find(*names, **wanted)])


def shown(found):
    return ["".join(str(one).split()) for one in found]


def test_one_that_is_sought_first_is_found_without_looking_at_the_others():
    page = soup_of(f"<div>{'<p>a</p>' * 5000}</div>")
    asked = []
    page.div.find(lambda tag: asked.append(tag) or True)

    assert len(asked) == 1
