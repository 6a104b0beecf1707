"""A book's facts: what is accepted, what is stored, what is shown."""

import datetime
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Locale

from beatcancer_wagtail.models import BookSnippet
from tests.builders import block, make_article, make_book, make_image, shelf
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db


def book(**fields):
    return BookSnippet(**{"title": "When the Results Come", **fields})


def check(**fields):
    """What the form would say, by field; nothing when the book is fine."""
    try:
        book(locale=Locale.get_active(), **fields).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


# ISBN


@pytest.mark.parametrize(
    "typed", ["9780812988406", "978-0-8129-8840-6", " 978 0 8129 8840 6 ", "0-8129-8840-X", "081298840x"]
)
def test_isbn_is_stored_as_thirteen_digits_however_it_is_typed(typed):
    kept = book(isbn=typed, locale=Locale.get_active())
    kept.full_clean()
    assert kept.isbn == "9780812988406"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("978081298840", "An ISBN has 13 digits, or 10 on older books. Hyphens and spaces do not matter."),
        ("no number", "An ISBN has 13 digits, or 10 on older books. Hyphens and spaces do not matter."),
        ("9790812988405", "An ISBN with 13 digits starts with 978, or with 979 but not 9790."),
        ("1230812988406", "An ISBN with 13 digits starts with 978, or with 979 but not 9790."),
        (
            "9780812988407",
            "The check digit of this ISBN is wrong. Compare the number with the one on the book.",
        ),
        ("0812988401", "The check digit of this ISBN is wrong. Compare the number with the one on the book."),
    ],
)
def test_wrong_isbn_is_refused_with_the_reason(typed, message):
    assert check(isbn=typed) == {"isbn": [message]}


def test_isbn_may_be_missing():
    assert check(isbn="") == {}


# Ratings


def test_rating_needs_its_source():
    assert list(check(rating_value=Decimal("4.2"))) == ["rating_source"]
    assert check(rating_value=Decimal("4.2"), rating_source="A shop") == {}
    assert list(check(rating_value=Decimal(0))) == ["rating_source"]


@pytest.mark.parametrize("value", ["-0.01", "5.01", "4.333"])
def test_rating_outside_its_range_is_refused(value):
    assert list(check(rating_value=Decimal(value), rating_source="A shop")) == ["rating_value"]


def test_number_of_ratings_may_stand_alone_and_is_never_negative():
    assert check(rating_count=614948) == {}
    assert list(check(rating_count=-1)) == ["rating_count"]


def test_rating_of_tomorrow_is_refused():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    assert list(check(rating_as_of=tomorrow)) == ["rating_as_of"]


@pytest.mark.parametrize("year", [1449, 2201])
def test_impossible_year_is_refused(year):
    assert list(check(year=year)) == ["year"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org/book", "//example.org"])
def test_link_with_an_unsafe_address_is_refused(url):
    kept = book(links=[block("link", {"label": "Borrow it", "url": url})])
    with pytest.raises(ValidationError):
        kept.links.stream_block.clean(kept.links)


def shown(**fields):
    """How readers see the book's card, as one line."""
    kept = make_book(tags=fields.pop("tags", ()), **fields)
    html = render_to_string("beatcancer_wagtail/components/book.html", {"book": kept, "level": 3})
    return BeautifulSoup(html, "html.parser")


def test_count_without_value_shows_the_count_and_no_stars():
    card = shown(rating_count=614948)
    assert words(card.select_one(".bc-rating")) == "(614,948 ratings)"
    assert not card.select(".bc-rating__stars")


def test_one_rating_is_no_plural():
    assert "(1 rating)" in words(shown(rating_count=1))


def test_no_rating_shows_nothing():
    assert not shown().select(".bc-rating")
    assert not shown(rating_count=0).select(".bc-rating")


def test_value_is_shown_in_words_with_its_source_and_date():
    card = shown(
        rating_value=Decimal("4.4"),
        rating_count=1511,
        rating_source="A book shop",
        rating_url="https://example.org/ratings",
        rating_as_of=datetime.date(2026, 1, 31),
    )
    rating = card.select_one(".bc-rating")
    assert words(rating) == "4.4 out of 5 (1,511 ratings) A book shop , Jan. 31, 2026"
    assert rating.a["href"] == "https://example.org/ratings"
    assert rating.select_one(".bc-rating__stars")["aria-hidden"] == "true"


def test_worst_rating_is_a_rating():
    assert "0 out of 5" in words(shown(rating_value=Decimal(0), rating_source="A shop"))


@pytest.mark.parametrize(
    ("value", "half_stars"),
    [("0", 0), ("0.24", 0), ("0.25", 1), ("3.25", 7), ("3.74", 7), ("4.25", 9), ("4.75", 10), ("5", 10)],
)
def test_stars_are_rounded_to_the_nearest_half_and_a_quarter_upwards(value, half_stars):
    assert book(rating_value=Decimal(value)).rating_half_stars == half_stars


@pytest.mark.parametrize(("language", "grouped"), [("en", "614,948"), ("de", "614.948"), ("fr", "614 948")])
def test_digits_are_grouped_as_the_language_groups_them(language, grouped):
    with translation.override(language):
        assert " ".join(book(rating_count=614948).rating_count_text.split()) == grouped


# Names, tags, cover


def test_authors_are_one_on_each_line_in_order():
    kept = book(authors="  Vicki A. Jackson \r\n\nDavid P. Ryan\n  ")
    assert kept.author_names == ["Vicki A. Jackson", "David P. Ryan"]
    assert book().author_names == []


def test_card_shows_what_is_known_and_leaves_out_the_rest():
    full = shown(
        title="Option B",
        subtitle="Facing adversity",
        authors="Sheryl Sandberg\nAdam Grant",
        blurb="For the days after.",
        tags=["Grief", "Health"],
        cover=make_image(),
        cover_alt="Two steps in blue",
        links=[block("link", {"label": "Borrow it", "url": "https://example.org/b"})],
    )
    assert words(full.h3) == "Option B Facing adversity"
    assert words(full.select_one(".bc-book__authors")) == "Sheryl Sandberg, Adam Grant"
    assert all_words(full, ".bc-book__tags li") == ["Grief", "Health"]
    assert full.img["alt"] == "Two steps in blue"
    assert full.select_one(".bc-book__links a")["href"] == "https://example.org/b"

    bare = shown(title="Bare", authors="", blurb="")
    assert words(bare) == "Bare Bare"  # the drawn cover, hidden from screen readers, and the title
    assert not bare.select("img, ul, a, .bc-book__authors, .bc-book__blurb")


def test_tags_are_the_same_from_one_statement_and_from_many():
    names = ["zebra", "Ärzte", "Biography", "comma, inside", 'quoted "twice"', "100 %", "back\\slash", "\U0001f600"]
    kept = make_book(tags=names)
    from_one = BookSnippet.objects.for_display().get(pk=kept.pk)
    from_many = BookSnippet.objects.get(pk=kept.pk)
    assert from_one.tag_names == from_many.tag_names
    assert sorted(from_one.tag_names) == sorted(names)


def test_book_without_tags_has_none(django_assert_num_queries):
    pk = make_book().pk
    with django_assert_num_queries(1):
        assert BookSnippet.objects.for_display().get(pk=pk).tag_names == []


def test_very_many_tags_are_all_there():
    names = [f"A rather long subject, number {number} of the shelf of this library" for number in range(60)]
    kept = make_book(tags=names)
    assert sorted(BookSnippet.objects.for_display().get(pk=kept.pk).tag_names) == sorted(names)


def test_deleted_cover_leaves_the_book():
    image = make_image()
    kept = make_book(cover=image)
    image.delete()
    kept.refresh_from_db()
    assert kept.cover is None


# Drafts, preview, languages


def test_only_published_books_are_live():
    make_book(title="Published")
    make_book(title="Draft", live=False)
    assert [kept.title for kept in BookSnippet.objects.live()] == ["Published"]


def test_draft_changes_are_not_shown_before_they_are_published(client):
    kept = make_book(title="First title")
    article = make_article(body=[shelf(kept)])
    kept.title = "Second title"
    revision = kept.save_revision()
    assert all_words(read(client, article.url), ".bc-book__title") == ["First title"]
    revision.publish()
    assert all_words(read(client, article.url), ".bc-book__title") == ["Second title"]


def test_unpublished_book_leaves_the_shelf(client):
    kept = make_book()
    article = make_article(body=[shelf(kept)])
    kept.unpublish()
    assert not read(client, article.url).select(".bc-book, .bc-books")


def test_preview_shows_the_draft_with_its_tags():
    kept = make_book(title="First title", tags=["Grief"])
    kept.title = "Second title"
    kept.tags.add("Health")
    kept.save_revision()
    preview = kept.get_latest_revision_as_object().make_preview_request()
    assert preview.status_code == 200
    for expected in ("Second title", "Grief", "Health", "noindex"):
        assert expected in preview.content.decode()


def test_book_is_translated_with_its_tags():
    french = Locale.objects.create(language_code="fr")
    kept = make_book(title="Option B", tags=["Grief"])
    copied = kept.copy_for_translation(french)
    copied.title = "Option B, en français"
    copied.save()
    kept, copied = BookSnippet.objects.get(pk=kept.pk), BookSnippet.objects.get(pk=copied.pk)
    assert copied.translation_key == kept.translation_key
    assert (kept.title, copied.title) == ("Option B", "Option B, en français")
    assert copied.tag_names == kept.tag_names == ["Grief"]
