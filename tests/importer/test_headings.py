"""Headings: their own words, without the controls that sites put into them, and the address only where all of it is a link."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.convert import convert
from tests.importer.contents import outline

TEXT = "<p>Two cups of larch tea a day are enough for most people, and three are too many for anybody at all.</p>"


def document(html: str, *, head: str = "<title>Larch tea</title>", **options) -> dict:
    page = f"<html><head>{head}</head><body><main><h1>Larch tea</h1>{TEXT}{html}</main></body></html>"
    return convert(page.encode(), address="https://tea.example/larch", **options).document


def sections(blocks: list[dict]) -> list[tuple[int, str]]:
    found = []
    for block in blocks:
        if block["type"] == "section":
            found.append((block["value"]["level"], block["value"]["heading"]))
            found += sections(block["value"]["content"])
    return found


def only_section(html: str) -> dict:
    (block,) = [block for block in document(html)["body"] if block["type"] == "section"]
    return block["value"]


@pytest.mark.parametrize(
    "heading",
    [
        '<h2>Brewing<span class="mw-editsection"><span>[</span><a href="/w/index.php?title=Tea&amp;action=edit">edit</a><span>]</span></span></h2>',
        '<h2><span id="Brewing">Brewing</span> <span class="editsection">[<a href="/edit?s=1">Bearbeiten</a> | <a href="/edit?s=1&amp;q">Quelltext bearbeiten</a>]</span></h2>',
        '<h2>Brewing [<a href="/page/edit">edit</a>]</h2>',
        '<h2>Brewing <small>(<a href="/w/?action=edit" title="Edit section: Brewing">編集</a>)</small></h2>',
        '<h2>Brewing <button type="button">Copy link</button></h2>',
        '<h2>Brewing <button class="share" aria-label="Share">Share</button></h2>',
        '<h2>Brewing<a class="headerlink" href="#brewing" title="Permalink to this heading">¶</a></h2>',
        '<h2>Brewing <a href="#brewing">#</a></h2>',
        '<h2><a class="anchor" href="#brewing" aria-hidden="true"><span class="icon"></span></a>Brewing</h2>',
        '<h2>Brewing<a class="hash-link" href="#brewing" aria-label="Direct link to Brewing">\u200b</a></h2>',
        '<h2>Brewing <a class="anchor-link" href="#brewing"><span class="sr-only">Link to this section</span></a></h2>',
        '<h2>Brewing <a href="#brewing"><img src="/link.png" alt="Permalink" width="12"></a></h2>',
        '<h2>Brewing <a class="permalink" href="#brewing">Permalink</a></h2>',
        '<h2>Brewing <a class="social-share" href="https://social.example/?u=x">Post</a></h2>',
        '<h2>Brewing <a role="button" class="copy-link">Kopieren</a></h2>',
        '<h2><button>Share</button> Brewing <a href="#brewing">Link</a> <a href="/w/?action=edit">edit</a> <a href="#brewing">¶</a></h2>',
    ],
)
def test_a_control_is_no_word_of_the_heading(heading):
    section = only_section(f"{heading}{TEXT}")

    assert section["heading"] == "Brewing"
    assert "url" not in section
    assert [block["type"] for block in section["content"]] == ["rich_text"]


@pytest.mark.parametrize("size", ['width="600" height="400"', 'style="width: 400px"'])
def test_a_picture_in_a_heading_is_no_control(size):
    found = document(f'<h2>Doses <a href="#all"><img src="/chart.png" alt="" {size}></a></h2>{TEXT}')

    assert "chart.png" in str(found["body"])


def test_what_a_control_says_is_told():
    report = document(f'<h2>Brewing <span class="editsection">[<a href="/e">edit</a>]</span></h2>{TEXT}')["report"]

    assert [(part["reason"], part["text"]) for part in report["dropped"] if part["reason"] == "control"] == [
        ("control", "[ edit]")
    ]
    assert report["coverage"]["percent"] == 100


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("<h2>Share</h2>", "Share"),
        ('<h2><a href="#sharing">Share</a></h2>', "Share"),
        ('<h2>How to <a href="/words/edit-a-text">edit</a> a recipe</h2>', "How to edit a recipe"),
        ('<h2>Steep, <em>then</em> <a href="/share-tea">share</a></h2>', "Steep, then share"),
        (
            '<h2><a class="permalink" href="/larch">Brewing larch</a> <small>at home</small></h2>',
            "Brewing larch at home",
        ),
        ('<h2>Brewing <span class="label">New</span></h2>', "Brewing New"),
        ('<h2>Doses <a href="#note-1">[1]</a></h2>', "Doses [1]"),
        ('<h2>Cups (<a href="/small">small</a>)</h2>', "Cups (small)"),
        ('<h2>How to <a href="/edit/">edit</a> text</h2>', "How to edit text"),
        ('<h2>From tea <a href="#n">→</a> to syrup</h2>', "From tea → to syrup"),
        ('<h2>Tabletten <a href="#halves">teilen</a></h2>', "Tabletten teilen"),
        ('<h2>Age <a href="#n">≥</a> 50</h2>', "Age ≥ 50"),
        ('<h2>Heat <a href="#n">±</a> 5</h2>', "Heat ± 5"),
        ('<h2>Shared decision <a class="share" href="/x">5 mg daily</a></h2>', "Shared decision 5 mg daily"),
    ],
)
def test_the_words_of_a_heading_stay(heading, text):
    assert only_section(f"{heading}{TEXT}")["heading"] == text


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ('<h2><a id="brew" class="anchor" href="#brew">#</a>Brewing</h2>', "brew"),
        ('<h2 id="own"><a id="brew" class="anchor" href="#brew">#</a>Brewing</h2>', "own"),
        ('<h2><a name="brew"></a>Brewing</h2>', "brew"),
    ],
)
def test_links_within_the_page_still_find_the_heading(heading, anchor):
    assert only_section(f"{heading}{TEXT}")["anchor"] == anchor


@pytest.mark.parametrize(
    ("heading", "url"),
    [
        ('<h2><a href="/brew">Brewing</a></h2>', "https://tea.example/brew"),
        ('<h2><a href="/brew">Brewing <em>larch</em></a> ›</h2>', "https://tea.example/brew"),
        ('<h2><a href="/brew">Brewing</a> <a href="/brew">larch</a></h2>', "https://tea.example/brew"),
        ('<a href="/brew"><h2>Brewing</h2></a>', "https://tea.example/brew"),
        ('<h2><a href="/brew">Brewing</a> larch</h2>', None),
        ('<h2><a href="/brew">Brewing</a> <a href="/larch">larch</a></h2>', None),
        ('<h2>Brewing <a href="/larch">larch</a></h2>', None),
        ('<h2><a href="#brew">Brewing</a></h2>', None),
    ],
)
def test_a_heading_has_an_address_only_where_all_its_words_are_one_link(heading, url):
    assert only_section(f"{heading}{TEXT}").get("url") == url


def test_a_link_on_a_part_of_a_heading_is_told():
    (warning,) = outline('<h2>Brewing <a href="https://tea.example/larch">larch</a></h2>').warnings

    assert warning.values == {"heading": "Brewing larch", "address": "https://tea.example/larch"}


def test_the_page_as_found_keeps_its_controls_and_each_link_of_a_heading():
    heading = '<h2>Brewing <span class="editsection">[<a href="/edit">edit</a>]</span></h2>'
    body = document(f"{heading}{TEXT}", as_found=True)["body"]
    (section,) = [block["value"] for block in body if block["type"] == "section"]

    assert section["heading"] == "Brewing [edit]"
    assert (section.get("url"), section["links"]) == (None, [{"url": "https://tea.example/edit"}])
