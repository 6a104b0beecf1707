"""A site that has added one line to INSTALLED_APPS and nothing else."""

import sys

import pytest
from django.core.checks import run_checks

from beatcancer_wagtail.resources import resource_models
from beatcancer_wagtail.search.kinds import all_kinds
from tests.admin.forms import create_url
from tests.builders import article_model, make_article, make_library, make_superuser, section, table, text
from tests.reading import listed, read, words

pytestmark = pytest.mark.django_db


def blocks_of(block):
    return set(block.child_blocks)


def test_what_is_missing_is_said_by_checks():
    body = article_model()._meta.get_field("body").stream_block
    assert "table" not in blocks_of(body)
    assert {"section", "text", "faq", "books", "related", "call_to_action"} <= blocks_of(body)
    assert "table" not in blocks_of(body.child_blocks["section"].child_blocks["content"])
    missing = ["beatcancer_wagtail.W002", "beatcancer_wagtail.W003", "beatcancer_wagtail.W004"]
    assert sorted(message.id for message in run_checks()) == missing


def test_article_with_a_table_from_before_shows_the_rest(client):
    article = make_article(
        body=[table(["A"], ["B"]), section("Stages", table(["A"], ["B"]), text("<p>Still here.</p>"))]
    )
    page = read(client, article.url)
    assert "Still here." in words(page.article)
    assert not page.select("table")


def test_there_is_one_model_of_resource():
    assert resource_models() == (article_model(),)


def test_article_is_found_in_its_library_and_below_others(client):
    library = make_library()
    first = make_article(library, title="First", tags=["Scans"])
    below = make_article(first, title="Below", tags=["Scans"])
    draft = make_article(library, title="Draft", live=False)
    assert listed(read(client, library.url)) == ["First"]
    assert words(read(client, below.url).h1) == "Below"
    for missing in (draft.url, library.url + "nothing/", first.url + "nothing/", below.url + "nothing/"):
        assert client.get(missing).status_code == 404, missing


def test_editor_opens_the_form(client):
    client.force_login(make_superuser())
    answer = client.get(create_url(article_model(), make_library()))
    assert answer.status_code == 200
    assert "typed_table_block" not in answer.content.decode()


def test_without_the_app_there_are_no_events_to_find():
    assert "beatcancer_wagtail.events" not in sys.modules
    assert "events" not in [kind.name for kind in all_kinds()]
