"""All tags of a record in the statement that loads it, on every database."""

import pytest
from django.db import connection

from beatcancer_wagtail.models import BookSnippet
from beatcancer_wagtail.tagged import keep_tags
from tests.builders import article_model, make_article, make_book

pytestmark = pytest.mark.django_db

ODD_NAMES = [
    "plain", "with, comma", 'with "quotes"', "it's", "100 %", "%s", "back\\slash", "Ärzte", "أورام", "肿瘤", "\U0001f600",
    "a.b", "a|b", "<b>", "unit\x1fseparator", "record\x1eseparator", "line\nbreak", " blanks ",
]  # fmt: skip


def from_one_statement(book):
    return BookSnippet.objects.for_display().get(pk=book.pk)


def test_odd_names_are_the_same_from_one_statement_and_from_many(django_assert_num_queries):
    book = make_book(tags=ODD_NAMES)
    assert len(BookSnippet.objects.get(pk=book.pk).tag_names) == len(ODD_NAMES)
    assert from_one_statement(book).tag_names == BookSnippet.objects.get(pk=book.pk).tag_names


def test_tags_are_in_alphabetical_order_whatever_the_case():
    book = make_book(tags=["b", "C", "a", "D"])
    assert from_one_statement(book).tag_names == ["a", "b", "C", "D"]


def test_each_record_has_its_own(django_assert_num_queries):
    for tags in (["a", "b"], [], ["b", "c", "d"]):
        make_book(title=repr(tags), tags=tags)
    with django_assert_num_queries(1):
        found = {book.title: book.tag_names for book in BookSnippet.objects.for_display()}
    assert found == {"['a', 'b']": ["a", "b"], "[]": [], "['b', 'c', 'd']": ["b", "c", "d"]}


def test_names_longer_than_the_database_joins_are_whole():
    """MySQL cuts what it joins after 1,024 bytes unless it is told otherwise."""
    if connection.vendor == "mysql":
        with connection.cursor() as cursor:
            cursor.execute("SET SESSION group_concat_max_len = 1024")
    names = sorted(f"Subject number {number} of a long list of subjects" for number in range(10, 60))
    book = make_book(tags=names)
    assert from_one_statement(book).tag_names == names


def test_slugs_come_with_their_names():
    article = make_article(tags=["Tests and scans"])
    assert article_model().objects.get(pk=article.pk).tag_labels == [("Tests and scans", "tests-and-scans")]


def test_changed_tags_are_seen_at_once_on_the_same_record():
    article = make_article(tags=["Before"])
    assert [tag.name for tag in article.tag_labels] == ["Before"]
    article.tags.set(["After"])
    assert [tag.name for tag in article.tag_labels] == ["After"]
    article.save()
    assert [tag.name for tag in article.tag_labels] == ["After"]


def test_tags_kept_for_showing_need_no_further_statement(django_assert_num_queries):
    article = article_model().objects.get(pk=make_article(tags=["A"]).pk)
    keep_tags(article, "beatcancer_tagged_items")
    with django_assert_num_queries(0):
        assert [tag.name for tag in article.tag_labels] == ["A"]
