import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.blocks.rendering import shown
from tests.builders import (
    block,
    items,
    make_article,
    make_library,
    make_plain_page,
    related,
    restrict,
    text,
)
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db


def titles(soup):
    return all_words(soup, ".bc-related__link")


def on(day):
    return datetime.datetime(2026, 3, day, 12, tzinfo=datetime.timezone.utc)


# Chosen pages


def test_chosen_pages_stand_in_the_editors_order():
    one, two, three = (make_article(title=title) for title in ("One", "Two", "Three"))

    assert titles(shown(related(three, one, two))) == ["Three", "One", "Two"]


def test_chosen_pages_may_be_of_any_kind():
    page, library, article = (
        make_plain_page(title="Plain"),
        make_library(title="Library"),
        make_article(title="Article"),
    )

    assert titles(shown(related(page, library, article))) == ["Plain", "Library", "Article"]


def test_a_page_that_is_no_resource_has_no_empty_list_below_it():
    assert not shown(related(make_plain_page())).select("ul ul")


def test_pages_that_a_stranger_may_not_read_are_left_out():
    seen, draft, private = make_article(title="Seen"), make_article(live=False), make_article(title="Private")
    below = make_article(make_library(title="Staff"), title="Below a private page")
    restrict(private)
    restrict(below.get_parent(), "password", password="secret")

    assert titles(shown(related(draft, private, below, seen))) == ["Seen"]


def test_where_none_may_be_read_nothing_is_shown_in_their_place():
    make_article(title="Not chosen")

    assert not shown(related(make_article(live=False))).find(True)


def test_a_page_that_is_gone_leaves_the_others(client):
    kept, gone = make_article(title="Kept"), make_article(title="Gone")
    article = make_article(body=[related(gone, kept), text("<p>The end.</p>")])
    gone.delete()
    page = read(client, article.url)

    assert titles(page) == ["Kept"]
    assert "The end." in words(page)


def test_a_page_does_not_list_itself(client):
    other = make_article(title="Other")
    article = make_article(title="Itself")
    article.body = [related(article, other)]
    article.save_revision().publish()

    assert titles(read(client, article.url)) == ["Other"]


def test_a_resource_comes_with_its_summary_and_reading_time():
    soup = shown(related(make_article(title="One", summary="What one is.")))

    assert "What one is." in words(soup)
    assert "1 min read" in words(soup)


# Nothing chosen


def article_about(*tags, title, day=1, **fields):
    return make_article(title=title, tags=tags, published=on(day), **fields)


def test_without_a_choice_the_latest_with_a_tag_in_common_are_shown(client):
    article_about("Liver", title="Old on the liver", day=1)
    article_about("Liver", "Scans", title="New on the liver", day=5)
    article_about("Scans", title="On scans", day=3)
    article_about("Lung", title="On the lung", day=9)
    article_about(title="On nothing", day=9)
    article_about("Liver", title="A draft", day=9, live=False)
    restrict(article_about("Liver", title="Private", day=9))
    article = article_about("Liver", "Scans", title="This one", day=7, body=[related(count=12)])

    assert titles(read(client, article.url)) == ["New on the liver", "On scans", "Old on the liver"]


def test_no_more_are_shown_than_the_editor_said(client):
    for day in range(1, 6):
        article_about("Liver", title=f"Day {day}", day=day)
    article = article_about("Liver", title="This one", body=[related(count=2)])

    assert titles(read(client, article.url)) == ["Day 5", "Day 4"]


@pytest.mark.parametrize("count", [None, 0])
def test_without_a_number_three_are_shown(client, count):
    for day in range(1, 6):
        article_about("Liver", title=f"Day {day}", day=day)
    article = article_about("Liver", title="This one", body=[related(count=count)])

    assert len(titles(read(client, article.url))) == 3


def test_without_tags_there_is_nothing_in_common(client):
    make_article(title="Another")
    page = read(client, make_article(body=[related(), text("<p>The end.</p>")]).url)

    assert not page.select(".bc-related")


@pytest.mark.parametrize("pages", [items(None), items(999_999)])
def test_a_choice_of_nothing_counts_as_none(client, pages):
    article_about("Liver", title="Another")
    stored = block("related", {"heading": "Read next", "pages": pages, "count": 3})
    article = article_about("Liver", title="This one", body=[stored])

    assert titles(read(client, article.url)) == ["Another"]


def test_the_draft_that_is_previewed_does_not_list_itself():
    article_about("Liver", title="Another")
    article = article_about("Liver", title="This one", body=[related()])
    answer = article.make_preview_request(None, "")

    assert 'bc-related__link" href="/another/"' in answer.render().content.decode()
    assert 'bc-related__link" href="/this-one/"' not in answer.content.decode()


@pytest.mark.parametrize("chosen", [False, True])
def test_many_take_as_many_statements_as_one(client, chosen):
    def article_with(number):
        tag = f"Tag {number}"
        others = [article_about(tag, title=f"Number {number} {n}", day=n + 1) for n in range(number)]
        return article_about(tag, title=f"With {number}", body=[related(*others if chosen else (), count=12)])

    def count(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    one, twelve = article_with(1), article_with(12)
    assert count(twelve.url) == count(one.url)
