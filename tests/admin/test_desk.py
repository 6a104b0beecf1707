"""The library desk: what readers searched for in vain, and what they answered."""

import csv
import io
import re
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from beatcancer_wagtail.models import FailedSearch, FeedbackAnswer
from beatcancer_wagtail.searches import record_failed_search
from tests.builders import (
    article_model,
    home_page,
    make_article,
    make_book,
    make_editor,
    make_image,
    make_library,
    make_plain_page,
    make_site,
    make_superuser,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("wagtail_modeladmin"), reason="there is no desk without it"),
]

SEARCHES, ANSWERS = "/admin/beatcancer_wagtail/failed_searches/", "/admin/beatcancer_wagtail/answers/"
VIEWERS = ("view_failedsearch", "view_feedbackanswer")


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


@pytest.fixture
def reading_editor(client):
    """Somebody who may read the desk, and nothing else."""
    client.force_login(make_editor(permissions=VIEWERS))
    return client


def make_search(words="hair loss", *, kind="resources", times=1, days_ago=0):
    record_failed_search(words, kind)
    row = FailedSearch.objects.get(words=words, kind=kind)
    FailedSearch.objects.filter(pk=row.pk).update(
        times=times, last_at=timezone.now() - timezone.timedelta(days=days_ago)
    )
    row.refresh_from_db()
    return row


def make_answer(page, *, helpful=True, text="", revision=None, days_ago=0):
    answer = FeedbackAnswer.objects.create(page_id=page.pk, helpful=helpful, text=text, revision=revision)
    FeedbackAnswer.objects.filter(pk=answer.pk).update(created_at=timezone.now() - timezone.timedelta(days=days_ago))
    return answer


def shown(response):
    """What stands in the table."""
    html = response.content.decode()
    table = html.partition('<table class="listing')[2]
    return table.partition("<tbody>")[2].partition("</tbody>")[0]


def make_url(search):
    return f"{SEARCHES}make_article/{search.pk}/"


def draft_data(client, search, **values):
    form = client.get(make_url(search)).context["form"]
    return {"title": form["title"].value(), "library": form["library"].value() or "", **values}


# Who may see it


@pytest.mark.parametrize("url", [SEARCHES, ANSWERS])
def test_a_stranger_is_asked_to_log_in(client, url):
    response = client.get(url)
    assert response.status_code == 302
    assert "/login/" in response.url


@pytest.mark.parametrize("url", [SEARCHES, ANSWERS, f"{SEARCHES}?export=csv", f"{ANSWERS}?export=xlsx"])
def test_an_editor_without_the_permission_sees_nothing_of_it(client, url):
    client.force_login(make_editor(pages=[home_page()]))
    make_search("secret words")
    assert client.get(url).status_code == 302
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Library desk" not in home


def test_the_menu_leads_to_both_lists(reading_editor):
    home = reading_editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Library desk" in home
    for url in (SEARCHES, ANSWERS):
        assert url in home
        assert reading_editor.get(url).status_code == 200


def test_an_editor_who_may_read_one_list_does_not_see_the_other(client):
    client.force_login(make_editor(permissions=["view_failedsearch"]))
    assert client.get(SEARCHES).status_code == 200
    assert client.get(ANSWERS).status_code == 302


def test_the_permissions_can_be_given_to_a_group(editor):
    html = editor.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "search that found nothing" in html.lower()
    assert "answer of a reader" in html.lower()


@pytest.mark.parametrize("action", ["create/", "edit/{pk}/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_records_are_never_written_by_hand(editor, action, method):
    search, answer = make_search(), make_answer(make_article())
    assert getattr(editor, method)(SEARCHES + action.format(pk=search.pk)).status_code == 404
    assert getattr(editor, method)(ANSWERS + action.format(pk=answer.pk)).status_code == 404


def test_deleting_needs_its_own_permission(client):
    search = make_search()
    url = f"{SEARCHES}delete/{search.pk}/"
    client.force_login(make_editor("reader", permissions=VIEWERS))
    assert url not in client.get(SEARCHES).content.decode()
    client.post(url)
    assert FailedSearch.objects.exists()
    client.force_login(make_editor("keeper", permissions=[*VIEWERS, "delete_failedsearch"]))
    assert url in client.get(SEARCHES).content.decode()
    client.get(url)
    assert FailedSearch.objects.exists()
    client.post(url)
    assert not FailedSearch.objects.exists()


def test_what_is_deleted_is_not_kept_in_the_log(editor):
    search = make_search("jane doe, our street")
    assert "Delete" in editor.get(SEARCHES).content.decode()
    editor.post(f"{SEARCHES}delete/{search.pk}/")
    assert not FailedSearch.objects.exists()
    assert not ModelLogEntry.objects.filter(label__contains="jane").exists()


# The lists


def test_what_many_looked_for_stands_first(editor):
    make_search("rare", times=1)
    make_search("frequent", times=12)
    table = shown(editor.get(SEARCHES))
    assert table.index("frequent") < table.index("rare")
    assert ">12<" in table


def test_lists_that_are_empty_say_so(editor):
    assert "No search has failed yet." in editor.get(SEARCHES).content.decode()
    assert "No reader has answered yet." in editor.get(ANSWERS).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=newsletter",
        "words__regex=(",
        "nonsense__in=1",
        "helpful__exact=banana",
        "e=1",
        "when=x",
        "times=99999999999999999999999",
        "kind=%00",
        "page=x",
        "page=99999999999999999999999",
        "page=%D9%A1",
        "helpful=2",
        "p=0",
        "p=-1",
        "p=x",
        "p=999999",
        "p=" + "9" * 5000,
        "o=99",
        "o=-x.1.",
        "o=" + "9" * 5000,
        "q=%22",
        "q=%00",
        "q=" + "a%20" * 5000,
        "q=%25",
        "export=pdf",
        "export=",
        "_facets=1",
    ],
)
@pytest.mark.parametrize("url", [SEARCHES, ANSWERS])
def test_no_address_breaks_a_list(editor, url, query):
    make_search()
    make_answer(make_article())
    assert editor.get(f"{url}?{query}").status_code == 200


def test_unknown_parameters_do_not_hide_rows(editor):
    make_search("hair loss")
    assert "hair loss" in shown(editor.get(f"{SEARCHES}?utm_source=newsletter&words__startswith=x"))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("when=7", {"fresh"}),
        ("when=30", {"fresh", "of last week"}),
        ("times=2", {"of last week", "old"}),
        ("times=10", {"old"}),
        ("kind=events", {"old"}),
        ("kind=-", {"anywhere"}),
        ("kind=events&times=10&utm_source=x", {"old"}),
        ("q=FRESH", {"fresh"}),
        ("q=last+of", {"of last week"}),
        ("kind=resources&q=old", set()),
    ],
)
def test_searches_can_be_narrowed(editor, query, words):
    make_search("fresh")
    make_search("of last week", times=2, days_ago=10)
    make_search("old", kind="events", times=10, days_ago=300)
    make_search("anywhere", kind="", days_ago=400)
    table = shown(editor.get(f"{SEARCHES}?{query}"))
    assert set(re.findall(r"<td class=\"field-words[^>]*>\s*([^<]+?)\s*<", table)) == words


def test_answers_can_be_narrowed(editor):
    staging, diet = make_article(title="Staging"), make_article(title="Diet")
    make_answer(staging, helpful=True, text="The drawing.")
    make_answer(staging, helpful=False, days_ago=40)
    make_answer(diet, helpful=False, text="No recipes.")
    for query, rows in (
        ("", 3),
        ("helpful=yes", 1),
        ("helpful=no", 2),
        ("words=yes", 2),
        ("words=no", 1),
        ("when=30", 2),
        (f"page={diet.pk}", 1),
        (f"page={staging.pk}&helpful=no", 1),
        ("q=recipes", 1),
        ("q=staging", 2),
    ):
        assert shown(editor.get(f"{ANSWERS}?{query}")).count("<tr") == rows, query


def test_an_answer_shows_page_words_and_version(editor):
    article = make_article(title="Staging")
    seen = article.save_revision()
    seen.publish()
    make_answer(article, helpful=False, text="<script>alert(1)</script>\nTwo lines", revision=seen)
    table = shown(editor.get(ANSWERS))
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in table
    assert "&lt;script&gt;alert(1)" in table
    assert "as it is now" in table
    article.save_revision().publish()
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, seen.pk, "live"])
    assert compare in shown(editor.get(ANSWERS))
    assert editor.get(compare).status_code == 200


def test_a_list_costs_the_same_with_one_row_and_with_twenty(editor):
    def statements(url):
        with CaptureQueriesContext(connection) as captured:
            editor.get(url)
        return len(captured)

    def fill(count):
        for number in range(count):
            make_search(f"words {number} of {count}")
            article = make_article()
            make_answer(article, revision=article.save_revision())

    fill(1)
    editor.get(SEARCHES)
    before = {url: statements(url) for url in (SEARCHES, ANSWERS)}
    fill(20)
    assert {url: statements(url) for url in before} == before
    assert max(before.values()) <= 20


# Export


def rows_of(response):
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(io.StringIO(text)))


def test_zero_and_no_are_exported_as_such(editor):
    make_search("hair loss", times=0)
    make_answer(make_article(title="Staging"), helpful=False)
    assert rows_of(editor.get(f"{SEARCHES}?export=csv"))[1][:3] == ["hair loss", "0", "Resources"]
    title, address, helpful, text, version, when = rows_of(editor.get(f"{ANSWERS}?export=csv"))[1]
    assert (title, helpful, text, version) == ("Staging", "No", "", "")
    assert address.startswith("/")
    assert when.startswith(str(timezone.localdate().year))


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1+2", "@SUM(A1)", "|calc"])
def test_no_cell_of_a_csv_file_is_a_formula(editor, text):
    make_answer(make_article(title="=1+1"), text=text)
    row = rows_of(editor.get(f"{ANSWERS}?export=csv"))[1]
    assert row[0] == "'=1+1"
    assert row[3] == f"'{text}"


def test_no_part_of_a_text_becomes_a_formula_where_cells_end_at_a_semicolon_or_a_tab(editor):
    make_answer(make_article(), text="\t=1;=2; +3\n=4, but 5-6 and a = b; c")
    row = rows_of(editor.get(f"{ANSWERS}?export=csv"))[1]
    assert row[3] == "'\t'=1;'=2;' +3\n'=4, but 5-6 and a = b; c"


def test_both_formats_are_in_the_language_and_the_time_zone_of_the_editor(editor):
    make_answer(make_article(), helpful=True)
    profile = UserProfile.get_for_user(get_user_model().objects.get())
    profile.preferred_language, profile.current_time_zone = "de", "Asia/Tokyo"
    profile.save()
    rows = load_workbook(io.BytesIO(b"".join(editor.get(f"{ANSWERS}?export=xlsx")))).active.values
    _head, (*_others, helpful, _text, _version, when) = rows
    row = rows_of(editor.get(f"{ANSWERS}?export=csv"))[1]
    assert helpful == "Ja"
    assert (row[2], row[5]) == (helpful, str(when))


def test_a_workbook_keeps_texts_as_texts_and_numbers_as_numbers(editor):
    make_search("-itis", times=0)
    make_answer(make_article(title="Staging"), helpful=True, text="=1+1 \x0b😀")
    workbook = load_workbook(io.BytesIO(b"".join(editor.get(f"{SEARCHES}?export=xlsx"))))
    cells = list(workbook.active.rows)[1]
    assert (cells[0].value, cells[1].value, cells[1].data_type) == ("-itis", 0, "n")
    workbook = load_workbook(io.BytesIO(b"".join(editor.get(f"{ANSWERS}?export=xlsx"))))
    cells = list(workbook.active.rows)[1]
    assert (cells[2].value, cells[3].value, cells[3].data_type) == ("Yes", "=1+1 😀", "s")


def test_an_export_holds_what_the_list_shows_on_all_its_pages(editor):
    article, other = make_article(), make_article()
    FeedbackAnswer.objects.bulk_create(FeedbackAnswer(page_id=article.pk, helpful=True) for _ in range(60))
    make_answer(other, helpful=False)
    assert len(rows_of(editor.get(f"{ANSWERS}?export=csv&helpful=yes&p=2"))) == 61


# An article from a search


def test_the_second_of_two_clicks_waits_on_every_database(editor):
    """SQLite lets a transaction wait only if it begins by writing; else the second click is an error."""
    make_library()
    search = make_search("hair loss")
    data = draft_data(editor, search)
    with CaptureQueriesContext(connection) as captured:
        editor.post(make_url(search), data)
    statements = [query["sql"] for query in captured]
    begins = next(number for number, sql in enumerate(statements) if sql.startswith("SAVEPOINT"))
    assert statements[begins + 1].startswith("UPDATE")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection")
def test_several_clicks_at_once_make_one_draft(editor):
    make_library()
    search = make_search("hair loss")
    data = draft_data(editor, search)
    together, codes = Barrier(5), []

    def click():
        together.wait()
        browser = Client()
        browser.cookies = editor.cookies
        codes.append(browser.post(make_url(search), data).status_code)
        connections.close_all()

    clicks = [Thread(target=click) for _ in range(5)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert codes == [302] * 5
    assert article_model().objects.count() == 1


def test_an_article_of_another_site_with_the_same_title_is_in_nobodys_way(editor):
    library = make_library()
    make_article(make_site().root_page, title="Hair loss")
    search = make_search("hair loss")
    assert "There is an article" not in editor.get(make_url(search)).content.decode()
    editor.post(make_url(search), draft_data(editor, search))
    assert article_model().objects.child_of(library).get().title == "Hair loss"


def test_a_search_becomes_a_draft_below_the_library(editor):
    library = make_library()
    search = make_search("hair loss after chemo")
    assert make_url(search) in editor.get(SEARCHES).content.decode()
    response = editor.post(make_url(search), draft_data(editor, search))
    page = article_model().objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.title, page.live, page.get_parent().pk) == ("Hair loss after chemo", False, library.pk)
    assert page.latest_revision.user.get_username() == "admin"
    assert editor.get(response.url).status_code == 200


def test_the_editor_may_word_the_title_and_choose_the_library(editor):
    make_library(title="For patients")
    second = make_library(title="For nurses")
    search = make_search("hairloss")
    html = editor.get(make_url(search)).content.decode()
    assert "For patients" in html
    assert "For nurses" in html
    editor.post(make_url(search), {"title": "Hair loss", "library": second.pk})
    page = article_model().objects.get()
    assert (page.title, page.get_parent().pk) == ("Hair loss", second.pk)


def test_opening_the_form_makes_nothing(editor):
    make_library()
    search = make_search()
    assert editor.get(make_url(search)).status_code == 200
    assert not article_model().objects.exists()


@pytest.mark.parametrize("live", [True, False])
def test_the_same_words_make_no_second_article(editor, live):
    library = make_library()
    first = make_article(library, title="Hair Loss", live=live)
    search = make_search("hair loss")
    assert "already" in editor.get(make_url(search)).content.decode()
    response = editor.post(make_url(search), draft_data(editor, search), follow=True)
    assert article_model().objects.get().pk == first.pk
    assert "no second one was made" in response.content.decode()


def test_two_clicks_make_one_draft(editor):
    make_library()
    search = make_search()
    data = draft_data(editor, search)
    assert editor.post(make_url(search), data).url == editor.post(make_url(search), data).url
    assert article_model().objects.count() == 1


def test_an_article_needs_the_permission_to_add_one(client):
    library, search = make_library(), make_search()
    client.force_login(make_editor("reader", permissions=VIEWERS))
    assert make_url(search) not in client.get(SEARCHES).content.decode()
    for answer in (client.get(make_url(search)), client.post(make_url(search), {"title": "x", "library": library.pk})):
        assert answer.status_code == 302
        assert answer.url == reverse("wagtailadmin_home")
    assert not article_model().objects.exists()


def test_an_article_needs_the_permission_for_the_desk(client):
    library, search = make_library(), make_search()
    client.force_login(make_editor(pages=[home_page()]))
    client.post(make_url(search), {"title": "x", "library": library.pk})
    assert not article_model().objects.exists()


def test_an_editor_of_one_library_cannot_write_into_another(client):
    own, others, search = make_library(title="Own"), make_library(title="Others"), make_search()
    client.force_login(make_editor(permissions=VIEWERS, pages=[own]))
    assert "Others" not in client.get(make_url(search)).content.decode()
    assert client.post(make_url(search), {"title": "x", "library": others.pk}).status_code == 200
    assert not article_model().objects.exists()
    client.post(make_url(search), {"title": "x", "library": own.pk})
    assert article_model().objects.get().get_parent().pk == own.pk


def test_a_stranger_makes_no_article(client):
    library, search = make_library(), make_search()
    response = client.post(make_url(search), {"title": "x", "library": library.pk})
    assert "/login/" in response.url
    assert not article_model().objects.exists()


@pytest.mark.parametrize("data", [{"title": ""}, {"title": "x" * 256}, {"library": "x"}, {"library": "\x00"}])
def test_a_wrong_form_comes_back(editor, data):
    make_library()
    search = make_search()
    response = editor.post(make_url(search), draft_data(editor, search, **data))
    assert response.status_code == 200
    assert not article_model().objects.exists()


def test_a_page_that_is_no_library_takes_no_article(editor):
    make_library()
    plain, search = make_plain_page(), make_search()
    editor.post(make_url(search), draft_data(editor, search, library=plain.pk))
    assert not article_model().objects.exists()


def test_without_a_library_there_is_no_button(editor):
    search = make_search()
    assert "Make an article" not in editor.get(SEARCHES).content.decode()
    assert editor.get(make_url(search)).status_code == 302


@pytest.mark.parametrize("pk", ["999999", "x", "1' OR 1=1"])
def test_a_search_that_does_not_exist_is_not_found(editor, pk):
    make_library()
    assert editor.get(f"{SEARCHES}make_article/{pk}/").status_code == 404


def test_a_thumbnail_at_the_desk_has_an_empty_alternative_text():
    from beatcancer_wagtail.desk.records import DeskThumbnailMixin

    class Covers(DeskThumbnailMixin):
        thumb_image_field_name = "cover"

    html = Covers().admin_thumb(make_book(cover=make_image()))
    assert html.count('alt=""') == html.count("<img") == 1
    assert Covers().admin_thumb(make_book()) == ""
