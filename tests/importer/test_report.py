"""The report: everything that became of every page, as a page, a table and data."""

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup
from django.apps import apps

from beatcancer_wagtail.importer import states

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


@pytest.fixture
def run():
    from beatcancer_wagtail.importer.models import ImportRow, ImportRun

    run = ImportRun.objects.create(kind=states.ARTICLES, state=states.FINISHED, source="old <site>")
    ImportRow.objects.create(
        run=run,
        position=1,
        source="a.html",
        address="https://old.example.org/a/",
        title="<script>alert(1)</script> مرحبا",
        state=states.CREATED,
        needs_look=True,
        coverage=98.25,
        words_found=400,
        words_stored=393,
        report={
            "coverage": 98.25,
            "order": 99.0,
            "missing": ["seven words that are not there now"],
            "dropped": [{"reason": "share", "text": '=HYPERLINK("x")', "where": "div.share"}],
            "warnings": ["The date is none."],
            "notes": ["A heading is long."],
            "changes": [],
            "unfilled": ["There is no summary."],
            "pictures": [
                {
                    "src": "https://old.example.org/x.png",
                    "alt": "A map",
                    "stored": False,
                    "reason": "The server answered 404.",
                },
                {"src": "y.png", "alt": "", "stored": True, "reason": ""},
            ],
            "provenance": {"title": "og:title"},
        },
    )
    ImportRow.objects.create(run=run, position=2, source="b.pdf", state=states.REFUSED, reason="This is a PDF file.")
    return run


def render(run, form, rows=None):
    from beatcancer_wagtail.importer.writer.report import render

    return render(run, form, rows)


def test_as_a_page_it_needs_nothing_from_elsewhere_and_runs_nothing(run):
    html = render(run, "html")
    soup = BeautifulSoup(html, "lxml")
    assert not soup.find_all(["script", "link", "img", "iframe"])
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    assert soup.h1.get_text() == "Import of old <site>"
    text = " ".join(soup.get_text(" ").split())
    for said in (
        "<script>alert(1)</script> مرحبا",
        "98.25 %",
        "400",
        "seven words that are not there now",
        "There is no summary.",
        "https://old.example.org/x.png",
        "A map",
        "The server answered 404.",
        "This is a PDF file.",
        "og:title",
        "Buttons to share or follow.",
    ):
        assert said in text
    assert len(soup.select(".overview .look")) == 1


def test_as_a_table_it_has_a_line_for_each_page_and_runs_no_formula(run):
    rows = list(csv.DictReader(io.StringIO(render(run, "csv").removeprefix("\ufeff"))))
    assert [row["state"] for row in rows] == ["created", "refused"]
    assert rows[0]["coverage"] == "98.25"
    assert rows[0]["pictures_missing"] == "https://old.example.org/x.png (The server answered 404.)"
    assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row.values())


def test_as_data_it_has_everything(run):
    data = json.loads(render(run, "json"))
    assert data["counts"] == {"created": 1, "refused": 1, "needs_look": 1}
    assert data["pages"][0]["dropped"][0]["why"] == "Buttons to share or follow."
    assert data["pages"][0]["order"] == 99.0
    assert data["pages"][1]["reason"] == "This is a PDF file."


def test_a_dry_run_says_so_and_tells_what_would_be(run):
    from beatcancer_wagtail.importer.models import ImportRow, ImportRun

    dry = ImportRun(kind=states.ARTICLES, source="old", dry_run=True)
    rows = [ImportRow(run=dry, position=1, source="a.html", state=states.READ, report={"planned": states.CHANGED})]
    assert "nothing was stored" in render(dry, "html", rows)
    assert json.loads(render(dry, "json", rows))["pages"][0]["state"] == "changed"
