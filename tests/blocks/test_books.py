import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from beatcancer_wagtail.models import BookSnippet
from tests.blocks.rendering import BODY, shown
from tests.builders import block, items, make_article, make_book, make_image, shelf, text
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db


def titles(soup):
    return all_words(soup, ".bc-book__title")


def test_books_stand_in_the_order_the_editor_chose():
    first, second, third = (make_book(title=title) for title in ("Zebra", "Apple", "Mango"))

    assert titles(shown(shelf(second, first, third))) == ["Apple", "Zebra", "Mango"]


def test_a_book_may_stand_twice():
    book = make_book(title="Apple")

    assert titles(shown(shelf(book, book))) == ["Apple", "Apple"]


def test_books_that_are_not_published_stay_off_the_shelf():
    books = [make_book(title="Seen"), make_book(title="Draft", live=False), make_book(title="Also seen")]

    assert titles(shown(shelf(*books))) == ["Seen", "Also seen"]


def test_changes_that_are_not_published_do_not_show():
    book = make_book(title="Published title")
    book.title = "Title of the draft"
    book.save_revision()

    assert titles(shown(shelf(book))) == ["Published title"]


def test_a_book_that_is_gone_leaves_the_others_and_the_page(client):
    kept, gone = make_book(title="Kept"), make_book(title="Gone")
    article = make_article(body=[shelf(gone, kept), text("<p>The end.</p>")])
    gone.delete()
    page = read(client, article.url)

    assert titles(page) == ["Kept"]
    assert "The end." in words(page)


def test_saving_an_article_whose_book_is_gone_keeps_the_others(client):
    kept, gone = make_book(title="Kept"), make_book(title="Gone")
    article = make_article(body=[shelf(gone, kept)])
    gone.delete()
    article = type(article).objects.get(pk=article.pk)
    article.save_revision().publish()

    assert titles(read(client, article.url)) == ["Kept"]


@pytest.mark.parametrize("value", [items(), items(None), [], items(999_999)])
def test_a_shelf_with_nothing_on_it_is_not_shown(value):
    assert not shown(block("books", {"heading": "Books", "books": value})).find(True)


def test_a_shelf_of_drafts_is_not_shown():
    assert not shown(shelf(make_book(live=False), heading="Books to read")).find(True)


def test_heading_introduction_and_list_say_what_the_shelf_is():
    soup = shown(shelf(make_book(), heading="Books to read", introduction="For a quiet hour."))

    assert words(soup.h2) == "Books to read"
    assert soup.section["aria-labelledby"] == soup.h2["id"]
    assert "For a quiet hour." in words(soup)
    assert soup.ul["aria-label"] == "Books to read"


def test_the_shelf_can_be_scrolled_with_the_keyboard_and_has_no_dead_buttons():
    soup = shown(shelf(make_book()))

    assert soup.ul["tabindex"] == "0"
    assert soup.select_one("[data-bc-shelf-buttons]").has_attr("hidden")


def test_a_count_without_a_value_shows_no_stars():
    soup = shown(shelf(make_book(rating_count=614948, rating_source="A source")))

    assert "(614,948 ratings)" in words(soup)
    assert not soup.select(".bc-rating__stars")


def test_a_value_is_said_in_words_beside_the_stars():
    soup = shown(shelf(make_book(rating_value="4.39", rating_count=1, rating_source="A source")))

    assert words(soup.select_one(".bc-rating__value")) == "4.4 out of 5"
    assert soup.select_one(".bc-rating__stars")["aria-hidden"] == "true"
    assert "(1 rating)" in words(soup)


def test_twenty_books_take_as_many_statements_as_one(client):
    def article_with(number):
        books = [make_book(cover=make_image(), tags=["Cancer", f"Tag {n}"]) for n in range(number)]
        return make_article(body=[shelf(*books)])

    def count(url):
        client.get(url)  # pictures are made and remembered
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    one, twenty = article_with(1), article_with(20)
    assert count(twenty.url) == count(one.url)


def test_several_shelves_take_one_statement_for_their_books(client):
    books = [make_book() for _ in range(6)]
    article = make_article(body=[shelf(*books[:3]), shelf(*books[3:])])
    with CaptureQueriesContext(connection) as queries:
        client.get(article.url)

    table = BookSnippet._meta.db_table
    assert sum(f'FROM "{table}"' in query["sql"].replace("`", '"') for query in queries) == 1


def test_a_book_is_chosen_among_all_books_of_the_library():
    chooser = BODY.child_blocks["books"].child_blocks["books"].child_block

    assert chooser.target_model is BookSnippet
