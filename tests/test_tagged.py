import pytest
from taggit.models import Tag

from beatcancer_wagtail.models import BookSnippet, BookTag
from beatcancer_wagtail.models.tags import ResourceTag
from beatcancer_wagtail.tagged import tags_of, with_tags
from tests.builders import article_model, make_article, make_book

pytestmark = pytest.mark.django_db

NAMES = [
    "Liver, gall bladder",
    "Tom & Jerry's <b>",
    "سرطان الثدي",
    "癌症",
    "👍",
    'a "quoted" tag',
    "back\\slash",
    "tab\there",
    "unit\x1fseparator",
    "record\x1eseparator",
    "%s {} {{ x }}",
]


def all_books():
    return with_tags(BookSnippet.objects.all(), BookTag)


def test_tags_come_with_the_statement_that_loads_their_records(django_assert_num_queries):
    for number in range(5):
        make_book(title=f"Book {number}", tags=["Cancer", f"Tag {number}"])

    with django_assert_num_queries(1):
        names = [[tag.name for tag in tags_of(book, "tagged_items")] for book in all_books().order_by("title")]

    assert names == [["Cancer", f"Tag {number}"] for number in range(5)]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_hold_anything(name):
    tag = Tag.objects.create(name=name)
    book = make_book()
    book.tags.add(tag, Tag.objects.create(name="Zebra"))
    book.save()

    assert set(tags_of(all_books().get(), "tagged_items")) == {(tag.name, tag.slug), ("Zebra", "zebra")}


def test_a_name_that_looks_like_several_tags_stops_no_page():
    """Nobody can type it; an import could bring it."""
    book = make_book()
    book.tags.add(Tag.objects.create(name="a\x1eb\x1fc"), Tag.objects.create(name="\x1f\x1e\x1f"))
    book.save()

    assert tags_of(all_books().get(), "tagged_items")


def test_a_record_without_tags_has_none(django_assert_num_queries):
    make_book()
    book = all_books().get()

    with django_assert_num_queries(0):
        assert tags_of(book, "tagged_items") == []


def test_tags_are_in_alphabetical_order_whatever_their_capitals():
    make_book(tags=["breast", "Zebra", "Anaemia", "lung"])

    assert [tag.name for tag in tags_of(all_books().get(), "tagged_items")] == ["Anaemia", "breast", "lung", "Zebra"]


def test_a_name_has_its_slug_beside_it():
    tag = Tag.objects.create(name="Living with it", slug="living")
    article = make_article()
    article.tags.add(tag)
    article.save()

    listed = with_tags(article_model().objects.all(), ResourceTag).get(pk=article.pk)
    assert tags_of(listed, "beatcancer_tagged_items") == [("Living with it", "living")]


def test_a_record_by_itself_takes_one_statement_for_all_its_tags(django_assert_num_queries):
    make_book(tags=["One", "Two", "Three", "Four"])
    book = BookSnippet.objects.get()

    with django_assert_num_queries(1):
        assert len(tags_of(book, "tagged_items")) == 4


def test_tags_of_a_draft_are_those_of_the_draft():
    book = make_book(tags=["Published"])
    book.tags.set(["Drafted"])
    book.save_revision()

    assert book.get_latest_revision_as_object().tag_names == ["Drafted"]
    assert BookSnippet.objects.get().tag_names == ["Published"]


def test_records_that_were_never_saved_have_the_tags_they_were_given():
    book = BookSnippet(title="Preview")
    assert book.tag_names == []

    book.tags.add("New")
    assert book.tag_names == ["New"]


def test_tagging_twice_shows_the_tag_once():
    article = make_article(tags=["Liver"])
    article.tags.add("Liver")
    article.save()

    assert [tag.name for tag in article_model().objects.get(pk=article.pk).tag_labels] == ["Liver"]
