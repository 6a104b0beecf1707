"""Books in the editor: list, filters, exports, chooser, drafts, and who may do what."""

import csv
import datetime
import io
from decimal import Decimal

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.utils import quote
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from beatcancer_wagtail.models import BookSnippet
from tests.builders import make_article, make_book, make_editor, make_image, make_superuser, shelf
from tests.reading import read, words

pytestmark = pytest.mark.django_db

ALL_RIGHTS = [f"{action}_booksnippet" for action in ("add", "change", "delete", "publish")]


def url(name, *arguments):
    return reverse(BookSnippet.snippet_viewset.get_url_name(name), args=[quote(argument) for argument in arguments])


@pytest.fixture
def editor(client):
    """Somebody who may do everything with books and nothing else."""
    client.force_login(make_editor(permissions=ALL_RIGHTS))
    return client


def titles(client, **params):
    table = read(client, url("list"), **params).select_one("table.listing")
    found = words(table)
    return [title for title in BookSnippet.objects.order_by("title").values_list("title", flat=True) if title in found]


def form_data(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    forms = BeautifulSoup(answer.content.decode(), "html.parser").find_all("form")
    form = next(form for form in forms if form.find(attrs={"name": "title"}))
    form["id"] = "of-the-book"
    return querydict_from_html(str(form), form_id="of-the-book")


def save(client, address, action="", **values):
    data = form_data(client, address)
    data.update({"links-count": "0", **values})
    if action:
        data[f"action-{action}"] = "1"
    return client.post(address, {name: data[name] for name in data})


# The list


def test_list_shows_cover_authors_ratings_and_status(editor):
    make_book(title="Option B", authors="Sheryl Sandberg\nAdam Grant", rating_count=1234567, cover=make_image())
    make_book(title="Draft", live=False)
    table = read(editor, url("list")).select_one("table.listing")
    rows = {title: row for row in table.select("tbody tr") for title in ("Option B", "Draft") if title in words(row)}
    assert "Sheryl Sandberg, Adam Grant" in words(rows["Option B"])
    assert "1,234,567" in words(rows["Option B"])
    assert "live" in words(rows["Option B"]).lower()
    assert "draft" in words(rows["Draft"]).lower()
    assert rows["Option B"].img["alt"] == ""
    assert rows["Draft"].img is None


def test_list_says_what_is_scheduled(editor):
    kept = make_book(title="Later", live=False)
    kept.go_live_at = timezone.now() + datetime.timedelta(days=1)
    kept.save_revision().publish()
    assert "scheduled" in words(read(editor, url("list")).select_one("table.listing")).lower()
    assert not BookSnippet.objects.live().exists()


@pytest.mark.searches
def test_list_is_searched(editor):
    make_book(title="Option B", authors="Sheryl Sandberg")
    make_book(title="Being Mortal", authors="Atul Gawande")
    assert titles(editor, q="gawande") == ["Being Mortal"]
    assert titles(editor, q="opti") == ["Option B"]


@pytest.mark.parametrize("query", ['"', '"unclosed', "  ", "*", "AND", "x" * 20_000])
def test_odd_queries_break_neither_list_nor_chooser(editor, query):
    make_book()
    for address in (url("list"), chooser_url("choose"), chooser_url("choose_results")):
        assert editor.get(address, {"q": query}).status_code == 200


def test_list_is_filtered_by_status_year_and_tag(editor):
    option = make_book(title="Option B", year=2017, tags=["Grief", "Health"])
    make_book(title="Being Mortal", year=2014, tags=["Health"])
    make_book(title="Draft", live=False)
    grief = option.tags.get(name="Grief").pk
    health = option.tags.get(name="Health").pk
    assert titles(editor, live="true") == ["Being Mortal", "Option B"]
    assert titles(editor, live="false") == ["Draft"]
    assert titles(editor, year="2014") == ["Being Mortal"]
    assert titles(editor, tags=grief) == ["Option B"]
    assert titles(editor, tags=[grief, health]) == ["Being Mortal", "Option B"]


@pytest.mark.parametrize("params", [{"year": "x"}, {"live": "x"}, {"tags": "x"}, {"tags": "999999"}, {"p": "x"}])
def test_odd_filters_answer(editor, params):
    make_book()
    assert editor.get(url("list"), params).status_code == 200


@pytest.mark.parametrize("column", ["title", "-title", "authors", "-rating_count", "live", "nonsense"])
def test_list_is_ordered_by_its_columns(editor, column):
    make_book()
    assert editor.get(url("list"), {"ordering": column}).status_code == 200


# Exports


def make_complete_book():
    return make_book(
        title="Ärzte, “Quotes” and </script>",
        authors="One\nTwo",
        tags=["Grief", "Health"],
        isbn="9780812988406",
        year=2016,
        rating_value=Decimal("4.40"),
        rating_count=0,
        rating_source="A shop",
    )


def test_csv_has_every_field_of_every_book(editor):
    make_complete_book()
    make_book(title="Draft", live=False)
    answer = editor.get(url("list"), {"export": "csv"})
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 2
    row = next(row for row in rows if "Ärzte" in row["Title"])
    assert row["Title"] == "Ärzte, “Quotes” and </script>"
    assert row["Authors"] == "One\nTwo"
    assert row["ISBN"] == "9780812988406"
    assert "Grief, Health" in row.values()
    assert (row["Rating"], row["Number of ratings"]) == ("4.40", "0")


def test_exports_run_nothing(editor):
    make_book(title="=1+1", subtitle="-2+3")
    row = next(csv.DictReader(io.StringIO(editor.get(url("list"), {"export": "csv"}).getvalue().decode())))
    assert (row["Title"], row["Subtitle"]) == ("'=1+1", "'-2+3")
    answer = editor.get(url("list"), {"export": "xlsx"})
    title = list(openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active.rows)[1][0]
    assert (title.value, title.data_type) == ("=1+1", "s")


def test_xlsx_has_the_filtered_books_only(editor):
    make_complete_book()
    make_book(title="Draft", live=False)
    answer = editor.get(url("list"), {"export": "xlsx", "live": "true"})
    assert answer.status_code == 200
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][0] == "Ärzte, “Quotes” and </script>"


# The other views


def test_every_view_of_a_book_answers(editor):
    kept = make_complete_book()
    article = make_article(body=[shelf(kept)])
    for name in ("edit", "inspect", "copy", "history", "usage", "delete", "unpublish"):
        assert editor.get(url(name, kept.pk)).status_code == 200, name
    assert editor.get(url("add")).status_code == 200
    usage = words(read(editor, url("usage", kept.pk)))
    assert "1" in usage
    assert article.title in words(read_as_superuser(editor, url("usage", kept.pk)))


def read_as_superuser(client, address):
    client.force_login(make_superuser())
    return read(client, address)


def test_copy_starts_with_the_facts_of_the_book(editor):
    kept = make_complete_book()
    data = form_data(editor, url("copy", kept.pk))
    assert (data["title"], data["isbn"]) == (kept.title, kept.isbn)


def test_book_is_written_as_a_draft_then_published(editor):
    assert save(editor, url("add"), title="Option B", authors="A\nB").status_code == 302
    kept = BookSnippet.objects.get()
    assert not kept.live
    answer = save(editor, url("edit", kept.pk), "publish", isbn="978-0-8129-8840-6", tags="Grief, Health")
    assert answer.status_code == 302
    kept = BookSnippet.objects.get()
    assert (kept.live, kept.isbn, kept.tag_names) == (True, "9780812988406", ["Grief", "Health"])


def test_faults_are_shown_at_their_fields(editor):
    answer = save(
        editor, url("add"), "publish", title="", isbn="9780812988407", rating_value="4", rating_url="javascript:x"
    )
    assert answer.status_code == 200
    assert {"title", "isbn", "rating_source", "rating_url"} <= set(answer.context["form"].errors)
    assert "The check digit of this ISBN is wrong." in answer.content.decode()
    assert not BookSnippet.objects.exists()


def test_preview_in_the_editor_shows_what_is_being_typed(editor):
    kept = make_book(title="First title")
    data = form_data(editor, url("edit", kept.pk))
    data.update({"title": "Being typed", "links-count": "0"})
    address = url("preview_on_edit", kept.pk)
    answer = editor.post(address, {name: data[name] for name in data})
    assert answer.json()["is_valid"], answer.json()
    assert "Being typed" in words(read(editor, address, mode=""))


def test_deleting_a_book_leaves_the_article(editor, client):
    kept = make_book()
    article = make_article(body=[shelf(kept)])
    assert editor.post(url("delete", kept.pk)).status_code == 302
    assert not BookSnippet.objects.exists()
    assert read(client, article.url)


# The chooser


def chooser_url(name, *arguments):
    chooser = BookSnippet.snippet_viewset.chooser_viewset
    return reverse(chooser.get_url_name(name), args=arguments)


def test_chooser_shows_cover_and_authors(editor):
    make_book(title="Option B", authors="Sheryl Sandberg\nAdam Grant", cover=make_image())
    answer = editor.get(chooser_url("choose"))
    assert answer.status_code == 200
    html = answer.json()["html"]
    assert "Option B" in html
    assert "Sheryl Sandberg, Adam Grant" in html
    assert "max-48x64" in html


@pytest.mark.searches
def test_chooser_is_searched_by_title_and_author(editor):
    make_book(title="Option B", authors="Sheryl Sandberg")
    make_book(title="Being Mortal", authors="Atul Gawande")
    for query, found, missing in (("mortal", "Being Mortal", "Option B"), ("sandb", "Option B", "Being Mortal")):
        html = editor.get(chooser_url("choose_results"), {"q": query}).content.decode()
        assert found in html
        assert missing not in html


def test_chosen_book_comes_back_with_its_title(editor):
    kept = make_book(title="Option B")
    answer = editor.get(chooser_url("chosen", kept.pk))
    assert answer.json()["result"]["string"] == "Option B"


# Permissions


def views_of(kept):
    names = ["edit", "copy", "history", "usage", "delete", "unpublish", "inspect"]
    return [url("list"), url("add"), *[url(name, kept.pk) for name in names]]


def test_stranger_is_sent_to_the_login(client):
    kept = make_book()
    for address in [*views_of(kept), chooser_url("choose"), chooser_url("chosen", kept.pk)]:
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302, address
            assert answer.url.startswith("/admin/login/"), address


def test_editor_without_permission_is_refused(client):
    kept = make_book(title="Before")
    client.force_login(make_editor())
    for address in views_of(kept):
        for answer in (client.get(address), client.post(address, {"title": "After", "action-publish": "1"})):
            assert answer.status_code == 302, address
            assert answer.url == "/admin/", address
    kept.refresh_from_db()
    assert (kept.title, kept.live) == ("Before", True)


def test_editor_who_may_not_publish_leaves_the_public_book_alone(client):
    kept = make_book(title="Before")
    client.force_login(make_editor(permissions=["change_booksnippet"]))
    save(client, url("edit", kept.pk), "publish", title="After")
    kept.refresh_from_db()
    assert kept.title == "Before"
    assert client.get(url("delete", kept.pk)).status_code == 302
    assert client.post(url("unpublish", kept.pk)).status_code == 302
    kept.refresh_from_db()
    assert kept.live


def test_menu_shows_the_library_only_to_those_who_may_enter(client):
    client.force_login(make_editor("with", permissions=["change_booksnippet"]))
    assert "beatcancer-library" in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(make_editor("without"))
    assert "beatcancer-library" not in client.get(reverse("wagtailadmin_home")).content.decode()


# Statements


def statements(client, address, **params):
    client.get(address, params)
    cache.clear()  # the covers' sizes must not come from the cache only
    client.get("/admin/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, params).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("name", "params", "budget"),
    [("list", {}, 20), ("list", {"q": "Book"}, 22), ("list", {"export": "csv"}, 16), ("chooser", {}, 12)],
)
def test_list_and_chooser_cost_the_same_with_twenty_books(editor, name, params, budget):
    address = chooser_url("choose") if name == "chooser" else url("list")
    for _number in range(2):
        make_book(cover=make_image(), tags=["Health"])
    few = statements(editor, address, **params)
    for _number in range(18):
        make_book(cover=make_image(), tags=["Health", "Grief"])
    many = statements(editor, address, **params)
    assert few == many
    assert many <= budget
