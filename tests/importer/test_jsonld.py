"""JSON-LD as sites really write it. Nothing raises, and what can be read is read."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.importer.reader.jsonld import json_ld, types_of, walked

FAQ = '"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Does it hurt?", "acceptedAnswer": {"@type": "Answer", "text": "No."}}]'


def of_type(soup, name):
    return [node for node in walked(json_ld(soup)) if name in types_of(node)]


def page(*scripts):
    return BeautifulSoup("".join(f'<script type="application/ld+json">{script}</script>' for script in scripts), "lxml")


@pytest.mark.parametrize(
    "script",
    [
        "{" + FAQ + "}",
        "\ufeff  {" + FAQ + "}  ",
        "[{" + FAQ + "}]",
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {' + FAQ + "}]}",
        "<!-- {" + FAQ + "} -->",
        "//<![CDATA[\n{" + FAQ + "}\n//]]>",
        "/* <![CDATA[ */ {" + FAQ + "} /* ]]> */",
        "{" + FAQ + "};",
        "{" + FAQ + ",}",
        "{" + FAQ.replace("}}]", "},},]") + "}",
        "{" + FAQ.replace("Does it", "Does\n\tit") + "}",
        "{" + FAQ.replace("No.", 'No, says "Ann" of us.') + "}",
        "{" + FAQ + "}{" + '"@type": "WebPage"' + "}",
        "{" + FAQ,
        "{" + FAQ.replace('"', "&quot;") + "}",
        "{" + FAQ.replace('"FAQPage"', '["WebPage", "http://schema.org/FAQPage"]') + "}",
        "{" + FAQ.replace('"FAQPage"', '"schema:FaqPage"') + "}",
    ],
)
def test_a_page_of_questions_is_read_whatever_is_wrong_with_it(script):
    [faq] = of_type(page(script), "faqpage")
    question = faq["mainEntity"][0]
    assert " ".join(question["name"].split()) == "Does it hurt?"
    assert question["acceptedAnswer"]["text"].startswith("No")


def test_every_script_and_every_object_of_a_graph_is_given():
    soup = page('{"@graph": [{"@type": "A"}, {"@type": "B"}]}', '[{"@type": "C"}, [{"@type": "D"}]]', "not json", "")
    assert [node["@type"] for node in json_ld(soup)] == ["A", "B", "C", "D"]


def test_scripts_of_other_types_are_left_alone():
    assert (
        json_ld(BeautifulSoup('<script>{"@type": "A"}</script><script type="text/template">{}</script>', "lxml")) == []
    )


def test_objects_inside_others_are_found_by_type():
    soup = page('{"@type": "WebPage", "about": [{"x": {"@type": "Person", "name": "Ann"}}]}')
    assert [node["name"] for node in of_type(soup, "person")] == ["Ann"]


@pytest.mark.parametrize(
    "script",
    [
        "[" * 20_000,
        '{"a":' * 20_000,
        '"' * 50_000,
        "{" * 50_000 + "}" * 50_000,
        '{"a": ' + "9" * 10_000 + "}",
        "[1, null, true, NaN, 1e999]",
        '{"@type": [1, null, {}], "@graph": 5}',
        "\\" * 9_999,
        '{"a": "' + '\\"' * 50_000,
    ],
)
def test_nothing_raises(script):
    soup = page(script)
    of_type(soup, "article")


def test_half_characters_and_control_characters_do_not_come_in():
    [node] = json_ld(page('{"name": "a\\ud800b\\u0000c\\ud83d\\ude00"}'))
    node["name"].encode("utf-8")
    assert node["name"] == "a\ufffdb c\U0001f600"


@given(st.text(alphabet='{}[]",:\\ \nab1&;<!-/*@', max_size=80))
def test_any_text_is_survived(text):
    soup = BeautifulSoup("<script type='application/ld+json'></script>", "lxml")
    soup.script.string = text
    assert all(isinstance(node, dict) for node in json_ld(soup))
