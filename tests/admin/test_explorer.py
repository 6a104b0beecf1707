"""What readers said, in the page explorer below a library."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beatcancer_wagtail.models import FeedbackAnswer
from tests.builders import home_page, make_article, make_editor, make_library, make_plain_page, make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


def answer(page, *helpful):
    FeedbackAnswer.objects.bulk_create(FeedbackAnswer(page_id=page.pk, helpful=one) for one in helpful)


def explore(client, page, query=""):
    response = client.get(reverse("wagtailadmin_explore", args=[page.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.searches
@pytest.mark.parametrize("typed", ["%22", "%20%20", "%00", "liver+%22met"])
@pytest.mark.parametrize("name", ["wagtailadmin_explore", "wagtailadmin_explore_results"])
def test_its_search_takes_whatever_is_typed(editor, name, typed):
    library = make_library()
    assert editor.get(reverse(name, args=[library.pk]) + f"?q={typed}").status_code == 200


def row_of(html, page):
    (row,) = (row for row in re.findall(r"<tr[^>]*>.*?</tr>", html, re.S) if f"/pages/{page.pk}/edit/" in row)
    return row


def test_each_page_says_how_many_found_it_helpful(editor):
    library = make_library()
    good, bad, silent = make_article(library), make_article(library), make_article(library)
    answer(good, True, True, False)
    answer(bad, False)
    html = explore(editor, library)
    assert "2 of 3" in row_of(html, good)
    assert "0 of 1" in row_of(html, bad)
    assert " of " not in row_of(html, silent)


@pytest.mark.skipif(not apps.is_installed("wagtail_modeladmin"), reason="there is no desk to link to")
def test_the_number_leads_to_the_answers_for_those_who_may_read_them(client):
    library = make_library()
    article = make_article(library)
    answer(article, True)
    client.force_login(make_editor("reader", permissions=["view_feedbackanswer"], pages=[home_page()]))
    (link,) = re.findall(r'href="([^"]*answers[^"]*)"', row_of(explore(client, library), article))
    assert client.get(link).status_code == 200
    client.force_login(make_editor("writer", pages=[home_page()]))
    row = row_of(explore(client, library), article)
    assert "1 of 1" in row
    assert "answers" not in row


def test_all_kinds_of_page_are_listed_below_a_library(editor):
    library = make_library()
    article, plain, inner = make_article(library), make_plain_page(library), make_library(library, title="Inner")
    html = explore(editor, library)
    for page in (article, plain, inner):
        assert row_of(html, page)
    content_type = article.content_type_id
    html = explore(editor, library, f"?content_type={content_type}")
    assert f"/pages/{article.pk}/edit/" in html
    assert f"/pages/{plain.pk}/edit/" not in html.partition("<tbody>")[2]


def test_search_in_the_explorer_has_the_column_too(editor):
    library = make_library()
    answer(make_article(library, title="Staging"), True)
    assert explore(editor, library, "?ordering=title")
    results = editor.get(reverse("wagtailadmin_explore_results", args=[library.pk]), {"ordering": "title"})
    assert "1 of 1" in results.content.decode()


def test_the_list_of_all_libraries_lists_libraries_only(editor):
    library = make_library()
    article = make_article(library)
    url = reverse("wagtailadmin_pages:type_use", args=[library._meta.app_label, library._meta.model_name])
    html = editor.get(url).content.decode()
    assert f"/pages/{library.pk}/edit/" in html
    assert f"/pages/{article.pk}/edit/" not in html


def test_the_column_costs_one_statement(editor, settings):
    library = make_library()

    def statements():
        explore(editor, library)
        with CaptureQueriesContext(connection) as captured:
            explore(editor, library)
        return len(captured)

    for _ in range(3):
        answer(make_article(library), True, False)
    with_column = statements()
    settings.BEATCANCER_WAGTAIL = {"FEEDBACK": False}
    assert with_column == statements() + 1
    assert "Helpful" not in explore(editor, library)
