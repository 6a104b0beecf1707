"""Readers see why something was found, and nothing that they typed or we wrote becomes markup."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.search.highlight import excerpt, highlight, shows_all


@pytest.mark.parametrize(
    ("text", "searched", "marked"),
    [
        ("How scans work", "scans", ["scans"]),
        ("How scans work", "SCAN", ["scans"]),
        ("One scan", "scans", ["scan"]),
        ("Scanning day", "scan", ["Scanning"]),
        ("We treat it. Treatment helps. Treated.", "treating", ["treat", "Treatment", "Treated"]),
        ("Scars and cars", "car", ["cars"]),
        ("Living with tiredness", "tired", ["tiredness"]),
        ("Tired of tests", "tests tired", ["Tired", "tests"]),
        ("CA-125, CA 125 and CA125", "CA-125", ["CA-125", "CA 125", "CA125"]),
        ("The gene BRCA1/2.", "brca1", ["BRCA1/2"]),
        ("La métastase", "metastase", ["métastase"]),
        ("Don't worry", "don't", ["Don't"]),
        ("Straße", "strasse", ["Straße"]),
        ("ما هو السرطان", "السرطان", ["السرطان"]),
        ("Nothing here", "zebra", []),
        ("Nothing here", "", []),
    ],
)
def test_marked_words(text, searched, marked):
    html = unescape(highlight(text, searched))
    assert [part.partition("</mark>")[0] for part in html.split("<mark>")[1:]] == marked
    assert html.replace("<mark>", "").replace("</mark>", "") == text


def test_only_the_last_word_may_be_the_beginning_of_one():
    assert highlight("cancer cells", "canc cell") == "cancer <mark>cells</mark>"
    assert highlight("cancer cells", "cell canc") == "<mark>cancer</mark> <mark>cells</mark>"


def test_variants_are_marked():
    html = highlight("Metastases are cancer that has spread; metastasis is one of them.", "metastasis")
    assert html.startswith("<mark>Metastases</mark>")
    assert "<mark>metastasis</mark>" in html


def test_markup_in_text_and_words_stays_text():
    html = highlight('<script>alert("x")</script> & <b>bold</b>', "script bold")
    assert html == (
        "&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; "
        "&lt;b&gt;<mark>bold</mark>&lt;/b&gt;"
    )
    assert "<img" not in excerpt('"><img src=x onerror=y> marrow', "marrow")


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_text_becomes_markup(text, searched):
    html = str(highlight(text, searched)).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in html
    assert ">" not in html
    assert str(excerpt(text, searched)).replace("<mark>", "").replace("</mark>", "").count("<") == 0


BODY = " ".join([f"Sentence number {number} says little." for number in range(40)])


def test_excerpt_begins_with_the_sentence_of_the_first_match():
    text = f"{BODY} Here the marrow is named for the first time. {BODY} The marrow again."
    said = excerpt(text, "marrow")
    assert said.startswith("… Here the <mark>marrow</mark> is named for the first time. Sentence number 0")
    assert said.endswith(" …")
    assert len(said) < 320


def test_excerpt_of_a_long_sentence_begins_between_words():
    said = excerpt("word " * 100 + "marrow" + " word" * 100, "marrow")
    assert said.startswith("… word word")
    assert "<mark>marrow</mark>" in said
    assert said.endswith("word …")


def test_excerpt_of_a_short_text_is_all_of_it():
    assert excerpt("Only marrow here.", "marrow") == "Only <mark>marrow</mark> here."


def test_excerpt_shows_the_word_that_the_reader_does_not_see_yet():
    text = f"Scans first. {BODY} Much later comes the marrow."
    assert "<mark>marrow</mark>" in excerpt(text, "scans marrow", shown=("About scans",))


def test_no_excerpt_without_a_match():
    assert excerpt(BODY, "marrow") == ""
    assert excerpt("", "marrow") == ""


def test_all_words_must_be_seen():
    assert shows_all("scans marrow", "About scans", "What is marrow?")
    assert not shows_all("scans marrow", "About scans")
