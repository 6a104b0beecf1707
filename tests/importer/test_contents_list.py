"""The page's own list of contents goes, with its heading; every other list stays."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert

WORDS = "Two cups of larch tea a day are enough for most people, and three are too many for anybody at all."
SECTIONS = "".join(f'<h2 id="{name.lower()}">{name}</h2><p>{WORDS}</p>' for name in ("Brewing", "Storing", "Serving"))
LINKS = "".join(f'<li><a href="#{name.lower()}">{name}</a></li>' for name in ("Brewing", "Storing", "Serving"))
ADDRESS = "https://tea.example/larch"
FULL_LINKS = LINKS.replace("#", f"{ADDRESS}#")


def converted(html: str, **options) -> dict:
    page = f"<html><head><title>Larch tea</title></head><body><main><h1>Larch tea</h1>{html}</main></body></html>"
    return convert(page.encode(), address=ADDRESS, **options).document


def told(document: dict) -> list[str]:
    return [part["text"] for part in document["report"]["dropped"] if part["reason"] == "contents"]


def headings(document: dict) -> list[str]:
    return [block["value"]["heading"] for block in document["body"] if block["type"] == "section"]


def test_what_a_remedy_contains_stays_with_its_doses():
    doses = '<p><a href="#brewing">Larch 5 g</a>, <a href="#storing">Ginger 3 g</a></p>'
    document = converted(f"<p>{WORDS}</p><h2>Contents</h2>{doses}{SECTIONS}")
    assert told(document) == []
    assert "Larch 5 g" in str(document["body"])


@pytest.mark.parametrize(
    "contents",
    [
        f"<ul>{LINKS}</ul>",
        f"<h2>Contents</h2><ul>{LINKS}</ul>",
        f'<div id="toc"><div><h2>Contents</h2><span>[<a href="#">hide</a>]</span></div><ul>{LINKS}</ul></div>',
        f"<section><h3>On this page</h3><ol>{LINKS}</ol></section>",
        f"<p><b>In this article</b></p><div><ul>{LINKS}</ul></div>",
        f"<details><summary>Table of contents</summary><ul>{LINKS}</ul></details>",
        f"<div class=contents><p class=topic-title>Inhaltsverzeichnis</p><ul>{LINKS}</ul></div>",
        "<p><a href='#brewing'>Brewing</a> | <a href='#storing'>Storing</a> | <a href='#serving'>Serving</a></p>",
        f"<ul>{FULL_LINKS}</ul>",
        "<ul><li><a href='#brewing'>1 Brewing</a></li><li>2. <a href='#storing'>Storing</a></li><li><a href='#serving'><span>3</span> <span>Serving</span></a></li></ul>",
        "<h2>Contents</h2><ul><li><a href='#brewing'>How to brew it</a></li><li><a href='#storing'>How to keep it</a></li></ul>",
        "<table><tr><td><b>Contents</b><ul><li><a href='#brewing'>Brewing</a><ul><li><a href='#storing'>Storing</a></li></ul></li></ul></td></tr></table>",
    ],
)
def test_a_list_of_contents_goes_with_its_heading(contents):
    document = converted(f"<p>{WORDS}</p>{contents}{SECTIONS}")

    assert headings(document) == ["Brewing", "Storing", "Serving"]
    assert "brew" in " ".join(told(document)).casefold()
    assert '"#' not in str(document["body"])
    assert document["report"]["coverage"]["percent"] == 100
    assert not document["report"]["needs_a_look"]


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li><a href='#brewing'>Brewing</a> takes an hour</li><li><a href='#storing'>Storing</a></li><li><a href='#serving'>Serving</a></li></ul>",
        "<ul><li><a href='#brewing'>Brewing</a></li><li><a href='/cups'>Cups and pots</a></li><li><a href='#serving'>Serving</a></li></ul>",
        "<ul><li><a href='#brewing'>Use soft water</a></li><li><a href='#storing'>Keep it dark</a></li><li><a href='#serving'>Drink it warm</a></li></ul>",
        "<h2>Contents</h2><ul><li>Larch needles</li><li>Dried apple</li></ul>",
        "<h2>Contents</h2><p>One packet holds fifty grams of needles.</p>",
        "<p>See <a href='#brewing'>Brewing</a>, <a href='#storing'>Storing</a> and <a href='#serving'>Serving</a>.</p>",
        "<p><a href='#brewing'>Brewing</a></p>",
    ],
)
def test_other_lists_and_links_stay(html):
    document = converted(f"<p>{WORDS}</p>{html}{SECTIONS}")

    assert told(document) == []
    assert document["report"]["coverage"]["percent"] == 100


def test_labels_that_stand_nowhere_else_stay():
    labels = "<ul><li><a href='#one'>Brewing</a></li><li><a href='#two'>Storing</a></li><li><a href='#three'>Serving</a></li></ul>"
    panels = "".join(f"<div id={name}><p>{WORDS} Panel {name}.</p></div>" for name in ("one", "two", "three"))
    document = converted(labels + panels)

    assert "Storing" in str(document["body"])


def test_what_follows_a_list_of_contents_is_not_under_its_heading():
    document = converted(f"<h2>Contents</h2><ul>{LINKS}</ul><p>{WORDS}</p>{SECTIONS}")

    assert [block["type"] for block in document["body"]] == ["rich_text", "section", "section", "section"]


def test_the_page_as_found_keeps_its_list_of_contents():
    document = converted(f"<p>{WORDS}</p><h2>Contents</h2><ul>{LINKS}</ul>{SECTIONS}", as_found=True)

    assert headings(document)[0] == "Contents"
