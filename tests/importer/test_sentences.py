"""What the pure part says to people can be translated: a template that the catalogues know, and what goes into it."""

from __future__ import annotations

import ast
import copy
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils.translation import override

import beatcancer_wagtail.importer
from beatcancer_wagtail.importer.convert import convert
from beatcancer_wagtail.importer.outline import Sentence
from beatcancer_wagtail.importer.reader import CannotRead, read_page
from beatcancer_wagtail.importer.writer import reading

FOLDER = Path(beatcancer_wagtail.importer.__file__).parent
PAGE = "<main><h1>Larch tea</h1><p>Two cups of larch tea a day are enough for most people, and three are too many.</p>{}</main>"


def marked() -> set[str]:
    """The texts that makemessages finds in the part of the importer that knows nothing of Django."""
    found = set()
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "gettext_noop":
                found.add(ast.literal_eval(node.args[0]))
    return found


def refusal(data: bytes, **options) -> CannotRead:
    with pytest.raises(CannotRead) as refused:
        read_page(data, **options)
    return refused.value


def test_a_sentence_reads_in_english_wherever_a_text_does():
    said = Sentence("More than %(number)s parts in “%(name)s”.", number=40_000, name="a % sign")

    assert said == "More than 40,000 parts in “a % sign”."
    assert json.loads(json.dumps([said])) == [said]
    assert copy.deepcopy(said).values == {"number": 40_000, "name": "a % sign"}
    assert Sentence("100 % of it.") == "100 % of it."


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (b"", {}),
        (b"%PDF-1.7 text", {}),
        (b"PK\x03\x04" + bytes(range(256)), {}),
        (b"\x1f\x8b\x08" + bytes(300), {}),
        (b"{\\rtf1 text}", {}),
        (bytes(range(256)) * 40, {}),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", {}),
        (b"<html><body><div id=app></div></body></html>", {}),
        (PAGE.encode(), {"selector": "p["}),
        (PAGE.encode(), {"selector": ".not-here"}),
        (b"<p>" + b"<b>x</b>" * 60_000, {}),
        (b"<p>" + b"word " * 700_000, {}),
    ],
)
def test_each_refusal_is_a_template_that_the_catalogues_know(data, options):
    error = refusal(data, **options)

    assert error.message.template in marked()
    assert (
        str(error)
        == error.message
        == error.message.template
        % {name: f"{value:,}" if isinstance(value, int) else value for name, value in error.message.values.items()}
    )


def test_the_selector_stands_in_the_refusal_as_it_was_written():
    error = refusal(PAGE.encode(), selector=".100%not-here")

    assert ".100%not-here" in str(error)


@pytest.mark.parametrize(
    ("extra", "options"),
    [
        ("<ol start=4><li>Rest for a while</li></ol>", {}),
        ("", {"encoding": "klingon"}),
    ],
)
def test_each_warning_is_a_template_that_the_catalogues_know(extra, options):
    (warning,) = convert(PAGE.format(extra).encode(), **options).outline.warnings

    assert warning.template in marked()


@pytest.mark.parametrize(
    "extra",
    [
        "<p>Take <s>four</s> two.</p>",
        f"<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td colspan=2>{'Ask the ward. ' * 30}</td><td>3</td></tr></table>",
    ],
)
def test_each_sentence_about_what_needs_a_look_is_one_too(extra):
    (look,) = convert(PAGE.format(extra).encode()).outline.look

    assert look.template in marked()


def test_the_page_that_is_wrongly_declared_warns_with_both_names():
    page = '<meta charset="windows-1250">' + PAGE.format("<p>Für zwölf Tage</p>")
    warnings = convert(page.encode()).outline.warnings

    assert [warning.values for warning in warnings] == [{"declared": "windows-1250", "name": "utf-8"}]


def test_a_refusal_and_a_warning_come_in_the_language_of_the_editor(monkeypatch):
    known = {
        "Nothing on this page is found with “%(selector)s”. Look at the page's source and correct it.": "Nichts: %(selector)s.",
        "The encoding “%(encoding)s” is not known, so it was found out from the page.": "Unbekannt: %(encoding)s.",
        "More than %(number)s parts.": "Mehr als %(number)s Teile.",
    }
    monkeypatch.setattr(reading, "_", lambda text: known.get(text, text))
    with pytest.raises(reading.Unreadable, match=r"Nichts: \.none\."):
        reading.document_from(PAGE.encode(), {"selector": ".none"}, frozenset(), alone=True)
    _document, found = reading.document_from(PAGE.encode(), {"encoding": "klingon"}, frozenset(), alone=True)
    with override("de"):
        number = reading.translated(Sentence("More than %(number)s parts.", number=40_000))

    assert found.report["warnings"] == ["Unbekannt: klingon."]
    assert number == "Mehr als 40.000 Teile."


def test_a_picture_without_words_in_a_sentence_makes_the_row_need_a_look():
    page = PAGE.format('<p>Take <img src="/ge.gif"> 50 mg of it.</p>')
    _document, found = reading.document_from(page.encode(), {}, frozenset(), alone=True)
    row = SimpleNamespace(report={})
    reading.tell_coverage(row, found, SimpleNamespace(words=found.words, addresses=[]))

    assert row.needs_look
    (why,) = row.report["look"]
    assert "Take [ge.gif] 50 mg of it." in why
