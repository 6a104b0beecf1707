"""The report: everything that became of every page, as a page, a table and data."""

import csv
import io
import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.utils.translation import override

from beatcancer_wagtail.importer import states
from tests.builders import make_library

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
            "provenance": {"title": "og:title", "tags": ["keywords", "keywords"]},
            "facts": {"title": "<script>alert(1)</script> مرحبا", "tags": "Tests, Waiting"},
            "doubtful": ["Nobody told us what to take with us. It was a long day."],
            "look": ["1 passage that was left out reads like a text."],
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

    dry = ImportRun(kind=states.ARTICLES, source="old")
    dry.dry_run = True
    rows = [ImportRow(run=dry, position=1, source="a.html", state=states.READ, report={"planned": states.CHANGED})]
    assert "nothing was stored" in render(dry, "html", rows)
    assert json.loads(render(dry, "json", rows))["pages"][0]["state"] == "changed"


def test_it_says_first_why_a_page_needs_a_look(run):
    soup = BeautifulSoup(render(run, "html"), "lxml")
    headings = [heading.get_text() for heading in soup.article.find_all("h3")]
    assert headings[:2] == ["Why it needs a look", "Left out, and yet it reads like a text"]
    doubtful = soup.article.find_all("h3")[1].find_next("li")
    assert doubtful.get_text() == "Nobody told us what to take with us. It was a long day."
    assert doubtful.find_parent("details") is None
    data = json.loads(render(run, "json"))["pages"][0]
    assert data["look"] == ["1 passage that was left out reads like a text."]
    assert data["doubtful"] == [doubtful.get_text()]


def test_pages_that_need_a_look_come_first(run):
    from beatcancer_wagtail.importer.models import ImportRow

    ImportRow.objects.create(run=run, position=3, source="c.html", title="Look at me", needs_look=True)
    soup = BeautifulSoup(render(run, "html"), "lxml")
    assert [article["id"] for article in soup.find_all("article")] == ["page-1", "page-3", "page-2"]
    assert [page["number"] for page in json.loads(render(run, "json"))["pages"]] == [1, 2, 3]


def test_facts_have_names_and_values(run):
    facts = BeautifulSoup(render(run, "html"), "lxml").article.dl
    said = {term.get_text(): " ".join(term.find_next("dd").get_text().split()) for term in facts.find_all("dt")}
    assert said["Title"] == "<script>alert(1)</script> مرحبا (data for social networks: og:title)"
    assert said["Tags"] == "Tests, Waiting (hidden data of the page: keywords)"


def test_the_draft_is_linked_where_the_site_says_its_own_address(run, settings):
    row = run.rows.first()
    row.page = make_library()
    row.save()
    settings.WAGTAILADMIN_BASE_URL = "https://site.example.org"
    link = BeautifulSoup(render(run, "html"), "lxml").article.find("a")
    assert link["href"] == f"https://site.example.org/admin/pages/{row.page_id}/edit/"


def test_a_missing_picture_is_told_once(run):
    from beatcancer_wagtail.importer.writer.media import missing_picture

    row = run.rows.first()
    row.report["unfilled"].append(missing_picture("https://old.example.org/x.png", "A map"))
    row.save()
    text = BeautifulSoup(render(run, "html"), "lxml").get_text()
    assert text.count("https://old.example.org/x.png") == 1
    assert "There is no summary." in text


def test_in_the_list_each_figure_has_its_name_where_the_column_heads_are_hidden(run):
    row = BeautifulSoup(render(run, "html"), "lxml").select_one(".overview tbody tr")
    told = [" ".join(cell.get_text(" ").split()) for cell in row.select("td.number")]
    assert told == ["Coverage 98.25 %", "Order 99.00 %", "Words 400"]
    assert len(row.select("td.number .label")) == 3


def test_facts_are_told_in_words_of_people(run):
    row = run.rows.first()
    found = {"date": "byline", "lang": "og:locale", "author": "JSON-LD author", "summary": "mapping"}
    said = {"date": "2021-05-04T10:00:00+02:00", "lang": "fr-CA", "author": "Ada Wren", "summary": "As we say."}
    row.report |= {"provenance": found, "facts": said}
    row.save()
    text = " ".join(BeautifulSoup(render(run, "html"), "lxml").article.dl.get_text(" ").split())
    for told in (
        "Date 4 May 2021 (line below the heading)",
        "Language French (fr-CA) (data for social networks: og:locale)",
        "Author Ada Wren (data for search engines: JSON-LD author)",
        "Summary As we say. (as the mapping says)",
    ):
        assert told in text.replace("( ", "(").replace(" )", ")").replace("May 4, 2021", "4 May 2021")


@pytest.mark.parametrize("state", [states.LEFT, states.REFUSED])
def test_what_does_not_come_needs_no_look(run, state):
    run.rows.update(state=state)
    assert json.loads(render(run, "json"))["counts"]["needs_look"] == 0
    assert not BeautifulSoup(render(run, "html"), "lxml").select(".look")


@pytest.mark.parametrize(("minutes", "parts"), [(0, 1), (5, 2)])
def test_the_end_is_told_where_it_says_more_than_the_beginning(run, minutes, parts):
    run.finished_at = run.created_at + timedelta(minutes=minutes)
    line = BeautifulSoup(render(run, "html"), "lxml").h1.find_next("p").get_text()
    assert len(line.split(" – ")) == parts


def test_names_of_files_keep_their_order_in_any_language(run):
    with override("ar"):
        soup = BeautifulSoup(render(run, "html"), "lxml")
    assert soup.html["dir"] == "rtl"
    assert soup.find("bdi", string="a.html")["dir"] == "ltr"
    assert [part.get_text()[-2:] for part in soup.select('td.number bdi[dir="ltr"]')] == [" %", " %"]
