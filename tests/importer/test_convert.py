import json

import pytest

from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.reader import CannotRead

PAGE = """<!doctype html><html lang="en"><head><title>Dry mouth | Our clinic</title>
<meta name="description" content="What helps when your mouth is dry."></head><body>
<nav><a href="/">Home</a> <a href="/wards">Wards</a></nav>
<main><h1>Dry mouth</h1><p>Treatment can make your mouth dry. It often gets better within weeks.</p>
<h2>What helps</h2><ul><li>Sip water often.</li><li>Suck ice.</li></ul>
<table><caption>Rinses</caption><tr><th>Rinse</th><th>How often</th></tr><tr><td>Salt water</td><td>4 times a day</td></tr></table>
<p>Use less than 10<sup>2</sup> ml <a href="/salt" onclick="steal()">of salt water</a>.<script>steal()</script></p>
<p><a href="javascript:steal()">Ask</a> a nurse.<img src="/m.jpg" alt="Mouth" onerror="steal()"></p></main>
<footer>Our clinic 2026</footer></body></html>"""


@pytest.fixture(scope="module")
def converted():
    return convert(PAGE.encode(), address="https://clinic.example/mouth")


def test_the_document_holds_facts_body_and_proof(converted):
    document = converted.document
    assert (document["title"], document["lang"], document["slug"]) == ("Dry mouth", "en", "mouth")
    assert document["summary"] == "What helps when your mouth is dry."
    assert [block["type"] for block in document["body"]] == ["rich_text", "section"]
    assert document["report"]["coverage"]["percent"] == 100
    assert document["report"]["needs_a_look"] is False
    assert json.loads(json.dumps(document)) == document


def test_what_was_left_out_is_in_the_report_with_its_reason(converted):
    texts = " ".join(drop["text"] for drop in converted.document["report"]["dropped"])
    assert "Wards" in texts
    assert "Our clinic 2026" in texts
    assert all(drop["reason"] for drop in converted.document["report"]["dropped"])


def test_nothing_that_could_run_gets_through(converted):
    assert "steal" not in json.dumps(converted.document["body"])
    assert "10²" in json.dumps(converted.document["body"], ensure_ascii=False)


def test_the_same_bytes_give_the_same_document():
    assert convert(PAGE.encode()).document == convert(PAGE.encode()).document


def test_a_selector_and_what_to_drop():
    document = convert(PAGE.encode(), selector="main", drop=["table"]).document
    assert "Rinses" not in json.dumps(document["body"])
    assert any(drop["reason"] == "mapping" for drop in document["report"]["dropped"])


@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"<html></html>"]
)
def test_what_is_no_page_is_refused_with_a_sentence(data):
    with pytest.raises(CannotRead) as refusal:
        convert(data)
    assert refusal.value.message.endswith(".")


def test_an_editor_with_superscript_keeps_it():
    html = json.dumps(convert(PAGE.encode(), features={"superscript", "link"}).document["body"])
    assert "10<sup>2</sup>" in html


def test_half_characters_in_hidden_data_are_left_out():
    data = '<script type="application/ld+json">{"@type": "Article", "headline": "Dry \\ud800mouth", "author": "A\\u0000nn"}</script>'
    document = convert(PAGE.replace("</head>", f"{data}</head>").encode()).document
    json.dumps(document, ensure_ascii=False).encode()
    assert "\\u0000" not in json.dumps(document)


@pytest.mark.parametrize(
    ("html", "is_told"),
    [
        ("<ol><li>Rinse</li><li value=2>Swallow</li></ol>", False),
        ("<ol><li>Rinse</li><li value=4>Swallow</li></ol>", True),
        ("<ol type=a><li>Rinse</li><li>Swallow</li></ol>", True),
        ("<ol start=3><li>Rinse</li><li>Swallow</li></ol>", True),
        ("<ol reversed><li>Rinse</li><li>Swallow</li></ol>", True),
    ],
)
def test_numbers_that_an_editors_list_cannot_show_are_told(html, is_told):
    report = convert(f"<main><h1>Tablets</h1><p>Begin with step a, in the morning.</p>{html}</main>".encode()).document[
        "report"
    ]

    assert any("its numbers" in said for said in report["warnings"]) is is_told
