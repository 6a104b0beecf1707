"""Imports on the library desk, and what is forgotten in time."""

import csv
import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from tests.builders import make_article, make_book, make_editor, make_library, make_superuser

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]
on_the_desk = pytest.mark.skipif(not apps.is_installed("wagtail_modeladmin"), reason="there is no desk without it")

RUNS, ROWS = "/admin/beatcancer_wagtail/imports/", "/admin/beatcancer_wagtail/imported/"


@pytest.fixture
def reader(client):
    """Somebody who may look at imports, and nothing else."""
    client.force_login(make_editor("reader", permissions=["view_importrun", "view_importrow"]))
    return client


def make_run(*, days_ago=0, **fields):
    from beatcancer_wagtail.importer.models import ImportRun

    moment = timezone.now() - timedelta(days=days_ago)
    fields = {"kind": "articles", "state": "finished", "source": "old-site.zip", "created_at": moment, **fields}
    return ImportRun.objects.create(**fields)


def make_row(run=None, **fields):
    from beatcancer_wagtail.importer.models import ImportRow

    run = run or make_run()
    position = run.rows.count() + 1
    fields = {"source": f"{position}.html", "title": f"Page {position}", "state": "created", **fields}
    return ImportRow.objects.create(run=run, position=position, **fields)


def table(response):
    html = response.content.decode()
    return html.partition('<table class="listing')[2].partition("</table>")[0]


@on_the_desk
def test_strangers_and_other_editors_get_nowhere(client):
    make_row(title="Not for everybody")
    for address in (RUNS, ROWS):
        assert Client().get(address).status_code == 302
        client.force_login(make_editor(f"editor of {address[-9:-1]}"))
        response = client.get(address)
        assert response.status_code == 302
        assert "Not for everybody" not in response.content.decode()


@on_the_desk
def test_the_desk_leads_there(reader):
    home = reader.get("/admin/").content.decode()
    assert RUNS in home
    assert ROWS in home
    assert "/admin/import/" not in home


@on_the_desk
@pytest.mark.parametrize(("address", "heading"), [(RUNS, "Imports"), (ROWS, "Imported pages and books")])
def test_a_list_is_called_as_in_the_menu(reader, address, heading):
    assert heading in BeautifulSoup(reader.get(address).content, "lxml").h1.get_text()


@on_the_desk
def test_imports_of_one_name_are_told_apart_by_their_time(reader):
    runs = [make_run(), make_run(created_at=timezone.now() - timedelta(hours=3))]
    for run in runs:
        make_row(run)
    shown = reader.get(ROWS).content.decode()
    for run in runs:
        assert f"old-site.zip, {date_format(timezone.localtime(run.created_at), 'DATETIME_FORMAT')}" in shown


@on_the_desk
def test_deleting_does_not_stand_out(client):
    client.force_login(make_superuser())
    make_row()
    button = BeautifulSoup(client.get(RUNS).content, "lxml").select_one("ul.actions a")
    assert "no" not in button["class"]
    assert "button-secondary" in button["class"]


@on_the_desk
def test_a_refused_row_says_why(reader):
    make_row(source="empty.html", title="", state="refused", reason="The file is empty. Save it again.")
    shown = table(reader.get(ROWS))
    assert "empty.html" in shown
    assert "The file is empty. Save it again." in shown


@on_the_desk
def test_rows_lead_to_drafts_and_books(reader):
    page, book = make_article(title="Scans", live=False), make_book(title="A quiet year")
    make_row(page_id=page.pk)
    make_row(book=book, run=make_run(kind="books"))
    shown = table(reader.get(ROWS))
    assert f'href="/admin/pages/{page.pk}/edit/"' in shown
    assert "A quiet year" in shown
    assert f"/edit/{book.pk}/" in shown


@on_the_desk
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=refused", {"Bad page"}),
        ("look=yes", {"Doubtful"}),
        ("kind=books", {"A book"}),
        ("kind=articles&state=created", {"Doubtful", "Good"}),
        ("q=doubtful", {"Doubtful"}),
        ("q=nothing+there", set()),
        ("state=nonsense&look=perhaps&run=x&utm_source=mail", {"Bad page", "Doubtful", "Good", "A book"}),
    ],
)
def test_rows_are_narrowed(reader, query, expected):
    run = make_run()
    make_row(run, title="Bad page", state="refused", reason="It is no page.")
    make_row(run, title="Doubtful", needs_look=True)
    make_row(run, title="Good")
    make_row(make_run(kind="books"), title="A book")
    shown = table(reader.get(f"{ROWS}?{query}"))
    assert {title for title in ("Bad page", "Doubtful", "Good", "A book") if title in shown} == expected


@on_the_desk
def test_a_run_leads_to_its_refused_rows(reader):
    run = make_run()
    make_row(run, state="refused", reason="It is no page.")
    make_row(make_run(), title="Of another import", state="refused")
    assert f'href="{ROWS}?run={run.pk}&amp;state=refused"' in table(reader.get(RUNS)).replace("&state", "&amp;state")
    shown = table(reader.get(f"{ROWS}?run={run.pk}&state=refused"))
    assert "It is no page." in shown
    assert "Of another import" not in shown


@on_the_desk
@pytest.mark.parametrize(
    ("query", "expected"),
    [("kind=books", {"books.csv"}), ("state=waiting", {"left.zip"}), ("when=7", {"books.csv", "left.zip"})],
)
def test_runs_are_narrowed(reader, query, expected):
    make_run(source="books.csv", kind="books")
    make_run(source="left.zip", state="waiting")
    make_run(source="long-ago.zip", days_ago=40)
    shown = table(reader.get(f"{RUNS}?{query}"))
    assert {name for name in ("books.csv", "left.zip", "long-ago.zip") if name in shown} == expected


@on_the_desk
def test_rows_are_exported_without_formulas(reader):
    make_row(title="=1+1", state="refused", reason="It is no page.", coverage=None)
    response = reader.get(f"{ROWS}?export=csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert len(rows) == 1
    assert "'=1+1" in rows[0].values()
    assert "It is no page." in rows[0].values()


@on_the_desk
def test_runs_are_exported(reader):
    make_row(make_run(source="old-site.zip"))
    response = reader.get(f"{RUNS}?export=csv")
    row = next(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert "old-site.zip" in row.values()
    assert "1" in row.values()


@on_the_desk
@pytest.mark.parametrize("address", [RUNS, ROWS])
def test_200_rows_take_no_more_statements_than_one(reader, address):
    def statements():
        with CaptureQueriesContext(connection) as seen:
            assert reader.get(address).status_code == 200
        return len(seen)

    make_row(page_id=make_article().pk)
    reader.get(address)
    few = statements()
    from beatcancer_wagtail.importer.models import ImportRow

    library, book = make_library(), make_book()
    for _number in range(10):
        make_row(make_run(kind="books"), book=book)
    run = make_run()
    ImportRow.objects.bulk_create(
        ImportRow(run=run, position=n, source=f"{n}.html", title=f"Page {n}", state="created", page_id=library.pk)
        for n in range(1, 201)
    )
    assert statements() <= few
    assert few <= 25


@on_the_desk
def test_nobody_changes_a_row_by_hand(client):
    client.force_login(make_superuser())
    row = make_row()
    for address in (f"{ROWS}create/", f"{ROWS}edit/{row.pk}/", f"{RUNS}create/", f"{RUNS}edit/{row.run_id}/"):
        assert client.get(address).status_code == 404


@on_the_desk
def test_a_run_is_deleted_with_the_permission_for_it(client, reader):
    run = make_row().run
    reader.post(f"{RUNS}delete/{run.pk}/")
    assert type(run).objects.exists()
    client.force_login(make_superuser())
    client.post(f"{RUNS}delete/{run.pk}/")
    assert not type(run).objects.exists()


# What is forgotten


def filled(run, **fields):
    row = make_row(run, document={"title": "x"}, report={"missing": ["one"]}, **fields)
    row.source_data = b"<p>The source</p>"
    row.save()
    return row


def test_sources_go_in_time_and_reports_stay(settings, capsys):
    settings.BEATCANCER_WAGTAIL = {"IMPORT_KEEP_DAYS": 30}
    old, young = filled(make_run(days_ago=31, finished_at=timezone.now())), filled(make_run(days_ago=29))
    call_command("prune_imports")
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.source_data, old.document, old.report) == (b"", None, {"missing": ["one"]})
    assert young.source_data == b"<p>The source</p>"
    assert "1 source was forgotten." in capsys.readouterr().out


def test_an_import_that_nobody_confirmed_goes_as_a_whole(capsys):
    run = make_run(state="waiting", days_ago=91)
    filled(run, state="read")
    call_command("prune_imports")
    assert not type(run).objects.exists()
    assert "1 import that nobody confirmed is gone." in capsys.readouterr().out


def test_of_what_was_killed_long_ago_nothing_is_kept_either():
    killed, alive = (filled(make_run(days_ago=days, state="running"), state="read") for days in (200, 20))
    call_command("prune_imports", days=10)
    for row in (killed, alive):
        row.refresh_from_db()
    assert (killed.run.state, killed.state, killed.source_data) == ("stopped", "left", b"")
    assert (alive.run.state, alive.state, alive.source_data) == ("running", "read", b"<p>The source</p>")


def test_of_what_stopped_in_the_middle_the_rest_is_no_longer_offered():
    run = make_run(state="stopped", days_ago=91)
    filled(run)
    row = filled(run, state="read")
    call_command("prune_imports")
    row.refresh_from_db()
    assert row.state == "left"


@pytest.mark.parametrize(("setting", "days"), [(0, None), (90, 0)])
def test_with_0_everything_is_kept(settings, setting, days):
    settings.BEATCANCER_WAGTAIL = {"IMPORT_KEEP_DAYS": setting}
    row = filled(make_run(days_ago=4000))
    call_command("prune_imports", **({"days": days} if days is not None else {}))
    row.refresh_from_db()
    assert row.source_data


@on_the_desk
def test_a_row_is_not_deleted_alone(client):
    client.force_login(make_superuser())
    row = make_row()
    client.post(f"{ROWS}delete/{row.pk}/")
    row.refresh_from_db()
