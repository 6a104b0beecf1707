"""How long readers are told that an article takes."""

import pytest
from wagtail.models import Locale

from tests.builders import (
    article_model,
    block,
    call_to_action,
    callout,
    faq,
    home_page,
    items,
    key_points,
    make_article,
    make_image,
    picture,
    quote,
    related,
    section,
    subsection,
    table,
    text,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db

TWO_MINUTES = "word " * 476  # at 238 words a minute


def timed(*body, **fields):
    """An article that has only these words; its title is none."""
    return make_article(**{"live": False, "title": "–", "slug": "timed", "summary": "", "body": list(body), **fields})


def minutes(*body, **fields):
    return timed(*body, **fields).reading_minutes


def test_short_article_takes_a_minute():
    assert minutes(text("<p>One sentence.</p>")) == 1


@pytest.mark.parametrize(
    "body",
    [
        text(f"<p>{TWO_MINUTES}</p>"),
        section("", text(f"<p>{TWO_MINUTES}</p>")),
        section("", subsection("", subsection("", text(f"<p>{TWO_MINUTES}</p>")))),
        section(TWO_MINUTES),
        faq((TWO_MINUTES, "")),
        faq(("", f"<p>{TWO_MINUTES}</p>")),
        key_points(TWO_MINUTES),
        key_points("", encouragement=TWO_MINUTES),
        callout("", f"<p>{TWO_MINUTES}</p>"),
        quote(TWO_MINUTES, ""),
        quote("", TWO_MINUTES),
        call_to_action("", words=TWO_MINUTES),
        block("books", {"heading": "", "introduction": TWO_MINUTES, "books": []}),
    ],
    ids=[
        "text", "section", "sub-section", "heading", "question", "answer", "point", "encouragement", "callout",
        "quotation", "attribution", "call to action", "introduction to books",
    ],
)  # fmt: skip
def test_text_counts_wherever_it_stands(body):
    assert minutes(body) == 2


def test_text_in_tables_counts():
    if "table" not in article_model()._meta.get_field("body").stream_block.child_blocks:
        pytest.skip("these settings have no table block")
    half = "word " * 119
    assert minutes(table([half, "b"], [half, "c"], caption=half + half)) == 2


def test_caption_and_credit_of_a_picture_count():
    half = "word " * 238
    assert minutes(picture(make_image(), caption=half, credit=half)) == 2


def test_title_and_summary_count():
    assert minutes(summary=TWO_MINUTES) == 2
    assert minutes(title="word " * 50, slug="both", summary="word " * 307) == 2


def test_what_readers_do_not_see_does_not_count():
    other = make_article()
    silent = [
        section("", text(f'<p><a href="https://example.org/{"w/" * 600}">x</a></p>'), anchor="w-" * 20),
        call_to_action("", url="/" + "w/" * 200),
        related(other),
        *[call_to_action("", button_text="", size="closing") for _number in range(60)],
    ]
    assert minutes(*silent) == 1


def test_half_a_minute_is_rounded_up():
    assert minutes(text(f"<p>{'word ' * 357}</p>")) == 2  # 1.5
    assert minutes(text("word " * 356), slug="less") == 1


def test_reading_speed_is_that_of_the_language():
    french = Locale.objects.create(language_code="fr")
    body = [text("<p>" + "mot " * 321 + "</p>")]  # 1.35 minutes in English, 1.5 in French
    home = home_page().copy_for_translation(french)
    assert minutes(*body) == 1
    assert minutes(*body, parent=home) == 2


def test_site_sets_its_own_reading_speed(settings):
    settings.BEATCANCER_WAGTAIL = {"WORDS_PER_MINUTE": {"en": 119}}
    assert minutes(text(f"<p>{TWO_MINUTES}</p>")) == 4


def test_time_follows_the_text_at_every_save():
    article = timed(text(TWO_MINUTES), summary="–")
    assert article.reading_minutes == 2
    article.body = [text(TWO_MINUTES + TWO_MINUTES)]
    article.save_revision().publish()
    assert article_model().objects.get(pk=article.pk).reading_minutes == 4


def test_override_is_told_to_readers_and_survives_saving_and_publishing(client):
    article = make_article(reading_minutes_override=25)
    for _again in range(2):
        article = article_model().objects.get(pk=article.pk)
        article.save()
        article.body = [text(TWO_MINUTES + TWO_MINUTES)]
        article.save_revision().publish()
    article = article_model().objects.get(pk=article.pk)
    assert (article.reading_minutes, article.computed_reading_minutes) == (25, 4)
    assert "25 min read" in words(read(client, article.url).article)


def test_without_the_override_the_computed_time_is_back():
    article = make_article(reading_minutes_override=25)
    article.reading_minutes_override = None
    article.save_revision().publish()
    assert article_model().objects.get(pk=article.pk).reading_minutes == 1


def test_partial_save_leaves_the_time_alone():
    article = make_article()
    article_model().objects.filter(pk=article.pk).update(computed_reading_minutes=9)
    article = article_model().objects.get(pk=article.pk)
    article.title = "Renamed"
    article.save(update_fields=["title"])
    article.refresh_from_db()
    assert article.computed_reading_minutes == 9


def test_empty_list_in_a_block_is_no_obstacle():
    assert minutes(block("key_points", {"heading": "", "points": items()}), block("faq", {"questions": []})) == 1
