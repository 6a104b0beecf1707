"""Whatever the tree of elements: no word is lost, none changes its place, and what comes out is safe."""

import json
import re
from dataclasses import fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.importer.coverage import coverage_of, kept_words
from beatcancer_wagtail.importer.mapper import document_of
from beatcancer_wagtail.importer.outline import Picture
from tests.importer.contents import outline

INLINE = [
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "del",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "u",
]
BLOCKS = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "label", "legend", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "ul",
]  # fmt: skip
TABLES = ["table", "tbody", "tr", "td", "th", "caption", "thead"]
CLASSES = [
    "",
    "note",
    "warning-box",
    "alert",
    "caption",
    "credit",
    "btn",
    "cta",
    "faq",
    "accordion",
    "card",
    "wp-caption",
]
ROLES = ["", "", "", "note", "alert", "heading", "presentation", "button"]

words = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "5", "mg", "10", "Wärme", "دواء", "薬", "Yes?", "No."]),
    min_size=1,
    max_size=4,
).map(" ".join)
voids = st.sampled_from(
    [
        "<br>", "<hr>", '<img src="/a.jpg" alt="Seen only">', '<img src="/b.png">',
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>', "<wbr>", "<!-- unseen -->",
    ]
)  # fmt: skip


def element(tag, kind, role, children):
    attributes = (f' class="{kind}"' if kind else "") + (f' role="{role}"' if role else "")
    if tag == "a":
        attributes += ' href="/page"'
    if tag in ("td", "th") and kind == "card":
        attributes += ' colspan="2" rowspan="2"'
    return f"<{tag}{attributes}>{''.join(children)}</{tag}>"


def wrapped(children):
    tag = st.one_of(st.sampled_from(INLINE), st.sampled_from(BLOCKS), st.sampled_from(TABLES))
    return st.builds(element, tag, st.sampled_from(CLASSES), st.sampled_from(ROLES), st.lists(children, max_size=4))


trees = st.recursive(st.one_of(words, words, voids), wrapped, max_leaves=30)


@given(trees)
def test_no_word_is_lost_or_moved(html):
    found = outline(html)
    document = document_of(found)
    coverage = coverage_of(found.words, kept_words(document["body"]), found.dropped)
    assert coverage.missing == []
    assert coverage.moved == []
    assert coverage.percent == coverage.order == (100.0 if coverage.words_found else 0.0)


@given(trees)
def test_the_same_holds_while_layout_is_kept(html):
    found = outline(html)
    document = document_of(found, as_found=True)
    coverage = coverage_of(found.words, kept_words(document["body"]), found.dropped)
    assert coverage.percent == coverage.order == (100.0 if coverage.words_found else 0.0)


def pictures(value):
    """The address of each picture of an outline or of a body, in reading order."""
    if isinstance(value, Picture):
        yield value.src
    elif is_dataclass(value):
        yield from pictures([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, dict):
        yield from [value["src"]] if "src" in value else pictures(list(value.values()))
    elif isinstance(value, list):
        for inner in value:
            yield from pictures(inner)


@given(trees)
def test_no_picture_is_lost(html):
    found = outline(html)
    before = sorted(pictures(found.nodes))
    assert sorted(pictures(document_of(found)["body"])) == before


def texts(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


@given(trees)
def test_only_the_allowed_tags_come_out_and_all_are_closed(html):
    body = document_of(outline(html))["body"]
    json.dumps(body)
    for text in texts(body):
        open_tags = []
        for end, name in re.findall(r"<(/?)([a-z]+)[^>]*?>", text.replace("<br/>", "")):
            assert name in {"p", "ul", "ol", "li", "a", "b", "i"}
            if end:
                assert open_tags.pop() == name
            else:
                open_tags.append(name)
        assert open_tags == []


def sections(blocks, above=1):
    for block in blocks:
        if block["type"] == "section":
            yield above, block["value"]
            yield from sections(block["value"]["content"], block["value"]["level"])


@given(trees)
def test_no_level_of_heading_is_skipped(html):
    for above, section in sections(document_of(outline(html))["body"]):
        assert section["level"] == above + 1 <= 4
        assert section["heading"].strip()
