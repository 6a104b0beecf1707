import importlib
import sys

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.writer import MigrationWriter
from wagtail import blocks

from beatcancer_wagtail.blocks import ArticleBodyBlock, QuoteBlock
from beatcancer_wagtail.fields import BodyField, ISBNField
from beatcancer_wagtail.models import ArticlePage
from tests.builders import block, items, make_article, text
from tests.testapp.models import BodyWithHotline, NewsPage

OWN_BODY = "tests.testapp.models.BodyWithHotline"


class StreamWithPlainText(blocks.StreamBlock):
    words = blocks.CharBlock()


# What a migration says


def test_no_block_gets_into_a_migration():
    field = BodyField([("quote", QuoteBlock())], verbose_name="body", blank=True, max_num=3)

    _, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs) == ("beatcancer_wagtail.fields.BodyField", [], {"verbose_name": "body", "blank": True})
    assert "Block" not in MigrationWriter.serialize(field)[0]


@pytest.mark.django_db
def test_a_sites_own_body_block_makes_no_migration(settings, capsys):
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}
    call_command("makemigrations", check=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out


def test_a_field_that_came_from_a_migration_has_the_blocks_of_the_setting(settings):
    _, _, args, kwargs = ArticlePage._meta.get_field("body").deconstruct()
    historical = BodyField(*args, **kwargs)

    assert type(historical.stream_block) is ArticleBodyBlock
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}
    assert type(historical.stream_block) is BodyWithHotline


# Which blocks a field has


def test_the_blocks_follow_the_setting(settings):
    field = ArticlePage._meta.get_field("body")
    assert "hotline" not in field.stream_block.child_blocks

    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}
    assert list(field.stream_block.child_blocks)[-1] == "hotline"

    settings.BEATCANCER_WAGTAIL = {}
    assert "hotline" not in field.stream_block.child_blocks


@pytest.mark.parametrize("own", [StreamWithPlainText, StreamWithPlainText(), [("words", blocks.CharBlock())]])
def test_a_field_with_blocks_of_its_own_ignores_the_setting(settings, own):
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}

    assert list(BodyField(own).stream_block.child_blocks) == ["words"]


def test_a_copy_of_a_field_keeps_its_blocks_and_limits():
    field = BodyField([("words", blocks.CharBlock())], blank=True, min_num=1, max_num=3)
    copy = field.clone().clone()

    assert list(copy.stream_block.child_blocks) == ["words"]
    assert (copy.stream_block.meta.min_num, copy.stream_block.meta.max_num) == (1, 3)
    assert copy.stream_block.required is False


@pytest.mark.parametrize("blank", [True, False])
def test_a_body_may_be_left_out_where_the_field_says_so(blank):
    assert BodyField(blank=blank).stream_block.required is not blank


@pytest.mark.django_db
def test_a_sites_own_block_shows_in_an_article(client, settings):
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}
    hotline = block("hotline", {"number": "116 117", "hours": items({"days": "Every day", "time": "8 to 20"})})
    article = make_article(body=[text("<p>Before.</p>"), hotline])

    html = client.get(article.url).content.decode()
    assert '<p class="hotline">116 117, Every day 8 to 20</p>' in html
    assert "<p>Before.</p>" in html


def test_every_process_loads_the_sites_blocks_when_it_starts(settings):
    """Else one process would number the blocks differently from another, and previews in the editor would fail."""
    name = "tests.testapp.own_body"
    sys.modules.pop(name, None)
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": f"{name}.OwnBody"}
    apps.get_app_config("beatcancer_wagtail").ready()

    assert name in sys.modules


def test_a_misspelt_body_block_stops_the_start_with_advice(settings):
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": "tests.testapp.models.BodyWithHotlin"}

    with pytest.raises(ImproperlyConfigured, match=r"BODY_BLOCK.*Give the dotted path of a StreamBlock class"):
        apps.get_app_config("beatcancer_wagtail").ready()


# Changing blocks that hold content


rename_opening_hours = importlib.import_module("tests.testapp.migrations.0002_rename_opening_hours")


class BodyBeforeTheRename(ArticleBodyBlock):
    hotline = rename_opening_hours.HotlineBlock()


def migrate():
    state = MigrationLoader(connection).project_state(
        [("testapp", "0001_initial"), ("beatcancer_wagtail", "0001_initial")]
    )
    migration = rename_opening_hours.Migration("0002_rename_opening_hours", "testapp")
    migration.apply(state, connection.schema_editor())


@pytest.mark.django_db
@pytest.mark.parametrize("model", [ArticlePage, NewsPage])
def test_a_data_migration_reaches_what_stands_inside_another_block(client, settings, model):
    """The worked example of the how-to guides: live text, draft and other blocks all come through."""
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": "tests.test_fields.BodyBeforeTheRename"}
    hotline = block("hotline", {"number": "116 117", "times": items({"days": "Every day", "at": "8 to 20"})})
    page = make_article(model=model, body=[text("<p>Before.</p>"), hotline])
    page.title = "A draft"
    page.save_revision()
    settings.BEATCANCER_WAGTAIL = {"BODY_BLOCK": OWN_BODY}
    assert "8 to 20" not in client.get(page.url).content.decode()

    migrate()

    html = client.get(page.url).content.decode()
    assert '<p class="hotline">116 117, Every day 8 to 20</p>' in html
    assert "<p>Before.</p>" in html
    draft = model.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.title == "A draft"
    assert [child.block_type for child in draft.body] == ["text", "hotline"]
    assert draft.body[1].value["hours"][0]["time"] == "8 to 20"


def test_freezing_a_field_leaves_others_alone():
    old = ArticlePage._meta.get_field("body").clone()
    old.freeze(StreamWithPlainText())

    assert list(old.stream_block.child_blocks) == ["words"]
    assert "section" in ArticlePage._meta.get_field("body").stream_block.child_blocks


# ISBN


class Shelf(models.Model):
    isbn = ISBNField(blank=True)

    class Meta:
        managed = False
        app_label = "fields_test"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("978-92-95055-12-4", "9789295055124"), (" 0-8044-2957-x ", "9780804429573"), ("", "")],
)
def test_an_isbn_is_stored_as_thirteen_digits(typed, stored):
    shelf = Shelf(isbn=typed)
    shelf.full_clean()

    assert shelf.isbn == stored


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("978-92", "An ISBN has 13 digits, or 10 on older books. Hyphens and spaces do not matter."),
        ("979-0-2600-0043-8", "An ISBN with 13 digits starts with 978, or with 979 but not 9790."),
        (
            "978-92-95055-12-5",
            "The check digit of this ISBN is wrong. Compare the number with the one on the book.",
        ),
    ],
)
def test_a_wrong_isbn_is_refused_with_advice(typed, advice):
    with pytest.raises(ValidationError) as caught:
        Shelf(isbn=typed).full_clean()

    assert caught.value.message_dict == {"isbn": [advice]}
