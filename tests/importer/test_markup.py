import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from beatcancer_wagtail.importer.markup import DEFAULT_FEATURES, clean
from beatcancer_wagtail.importer.words import in_order, words_of, words_of_html

SCRIPTS = DEFAULT_FEATURES | {"superscript", "subscript", "strikethrough", "code"}


def saved(html: str, features=DEFAULT_FEATURES) -> str:
    """What is stored after an editor opened the text and saved it."""
    converter = ContentstateConverter(features=sorted(features))
    return re.sub(r' data-block-key="[^"]*"', "", converter.to_database_format(converter.from_database_format(html)))


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("loose words", "<p>loose words</p>"),
        ("<p> <strong>Take</strong> <em>one</em> </p><p>&nbsp;</p>", "<p><b>Take</b> <i>one</i></p>"),
        ("<div>one<p>two</p>three</div>", "<p>one</p><p>two</p><p>three</p>"),
        ("one<br><br>two<br>three", "<p>one</p><p>two<br/>three</p>"),
        ('<a href="/x">one<br>two</a>', '<p><a href="/x">one two</a></p>'),
        ("<b>one<br>two</b>", "<p><b>one<br/>two</b></p>"),
        ("<b>one </b>two", "<p><b>one</b> two</p>"),
        ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br/>b</li></ul>"),
        ("<ul><li>a<ul><li>b</li></ul>then</li></ul>", "<ul><li>a<ul><li>b</li></ul></li><li>then</li></ul>"),
        ("<ol><li>a<ul><li>b</li></ul>then</li><li>c</li></ol>", "<ol><li>a<br/>• b<br/>then</li><li>c</li></ol>"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<li>stray</li>", "<ul><li>stray</li></ul>"),
        ("<p>5&nbsp;mg &lt; 10&nbsp;mg</p>", "<p>5\u00a0mg &lt; 10\u00a0mg</p>"),
        ("<p>one<!-- two --><script>three</script></p>", "<p>one</p>"),
    ],
)
def test_text_takes_the_form_that_the_editor_stores(source, stored):
    assert clean(source) == stored
    assert saved(stored) == stored


@pytest.mark.parametrize(
    ("source", "stored"),
    [
        ("10<sup>9</sup>/L", "10⁹/L"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("H<sub>2</sub>O", "H₂O"),
        ("vitamin B<sub>12</sub>", "vitamin B₁₂"),
        ("Ca<sup>2+</sup>", "Ca²⁺"),
        ("the 4<sup>th</sup> day", "the 4th day"),
        ("see note<sup>a</sup>", "see noteᵃ"),
        ('10<span style="vertical-align: super; font-size: 8px">9</span>/L', "10⁹/L"),
        ('H<span class="subscript">2</span>O', "H₂O"),
    ],
)
def test_a_dose_is_never_changed_by_an_editor_without_superscript(source, stored):
    assert clean(source) == f"<p>{stored}</p>"
    assert words_of(stored) == words_of_html(source)


def test_superscript_stays_where_the_editor_has_it():
    assert clean("10<sup>9</sup> H<sub>2</sub>O", features=SCRIPTS) == "<p>10<sup>9</sup> H<sub>2</sub>O</p>"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/help", "https://clinic.example/help"),
        ("page-2", "https://clinic.example/a/page-2"),
        ("#doses", "#doses"),
        ("https://clinic.example/a/page#doses", "#doses"),
        ("mailto:nurse@clinic.example", "mailto:nurse@clinic.example"),
        ("tel:+44 20 7946 0000", "tel:+44%2020%207946%200000"),
        ("https://other.example/?a=1&amp;b=2", "https://other.example/?a=1&amp;b=2"),
    ],
)
def test_links_keep_their_address(address, kept):
    html = clean(f'<a href="{address}">Call</a>', address="https://clinic.example/a/page")
    assert html == f'<p><a href="{kept}">Call</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        " java\nscript:alert(1)",
        "java&#9;script:alert(1)",
        "\u0001javascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "http://[",
        "blob:https://clinic.example/1",
    ],
)
def test_a_link_that_could_do_harm_becomes_its_words(address):
    assert clean(f'<p>Do not <a href="{address}">press</a> this</p>') == "<p>Do not press this</p>"


def test_only_the_attributes_of_links_get_through():
    source = '<p onclick="x()" style="color:red" class="y"><b id="z" onmouseover=x()>Take</b> <a href="/t" onclick="x()" target="_blank">two</a></p>'
    assert clean(source) == '<p><b>Take</b> <a href="/t">two</a></p>'


INLINE = ["b", "i", "em", "strong", "a", "span", "sup", "sub", "s", "code"]
BLOCKS = ["p", "div", "ul", "ol", "li", "td", "section", "h3", "dl", "dt", "dd"]


def _wrapped(children):
    tag = st.sampled_from(INLINE + BLOCKS)
    return st.builds(_element, tag, st.lists(children, min_size=0, max_size=4))


def _element(tag, children):
    opening = '<a href="https://clinic.example/x">' if tag == "a" else f"<{tag}>"
    return f"{opening}{''.join(children)}</{tag}>"


leaves = st.one_of(
    st.text("ab 1\u00a0\n&;é漢", max_size=8).map(lambda text: text.replace("&", "&amp;")), st.just("<br>")
)
trees = st.recursive(leaves, _wrapped, max_leaves=25)


@given(trees, st.sampled_from([DEFAULT_FEATURES, SCRIPTS]))
def test_whatever_comes_survives_the_editor(source, features):
    html = clean(source, features=features)
    after = saved(html, features) if html else ""
    assert words_of_html(after) == words_of_html(html)
    assert shape(after) == shape(html)


def shape(html: str) -> list[str]:
    """Everything but where the marks begin and end, which the exporters of Wagtail 7 and 8 write differently."""
    return re.findall(r"</?(?:p|ul|ol|li|a)\b[^>]*>|<br/>|[^<]+", re.sub(r"</?(?:b|i|s|code|sup|sub)>", "", html))


@given(trees)
def test_cleaning_twice_changes_nothing(source):
    once = clean(source)
    assert clean(once) == once


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_order_is_measured_like_the_longest_common_sequence(found, kept):
    row = [0] * (len(kept) + 1)
    for word in found:
        before = 0
        for place, other in enumerate(kept, 1):
            row[place], before = before + 1 if word == other else max(row[place], row[place - 1]), row[place]
    assert in_order(found, kept) == (row[-1] / len(found) if found else 1.0)
