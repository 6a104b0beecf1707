"""Made on Wagtail 7.4, then made to fit a custom base page, image model and page models."""

import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import swapper
import wagtail.fields
import wagtail.models.preview
from django.db import migrations, models
from wagtail.images import get_image_model_string

import beatcancer_wagtail.fields
import beatcancer_wagtail.models.listing
import beatcancer_wagtail.resources
from beatcancer_wagtail.migration_dependencies import migration_that_creates

# Wagtail 8 lets a site have its own base page (WAGTAIL_PAGE_MODEL); on Wagtail 7.4 this is wagtailcore.Page.
swapper.set_app_prefix("wagtailcore", "wagtail")
PAGE = swapper.get_model_name("wagtailcore", "Page")
IMAGE = get_image_model_string()


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("taggit", "0005_auto_20220424_2025"),
        ("wagtailcore", "0094_alter_page_locale"),
        migration_that_creates(PAGE),
        migration_that_creates(IMAGE),
    ]

    operations = [
        migrations.CreateModel(
            name="ResourceListingPage",
            fields=[
                ("introduction", models.TextField(blank=True, max_length=600, verbose_name="introduction")),
                (
                    "scope",
                    models.CharField(
                        choices=beatcancer_wagtail.models.listing.scope_choices,
                        default="children",
                        max_length=12,
                        verbose_name="lists",
                    ),
                ),
                (
                    "order",
                    models.CharField(
                        choices=beatcancer_wagtail.models.listing.order_choices,
                        default="newest",
                        max_length=8,
                        verbose_name="order",
                    ),
                ),
                (
                    "page_size",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="resources on each page",
                    ),
                ),
                ("featured", beatcancer_wagtail.fields.BodyField(blank=True, verbose_name="featured")),
                ("show_search", models.BooleanField(default=True, verbose_name="show the search field")),
                ("show_tags", models.BooleanField(default=True, verbose_name="show the tags as filters")),
                ("empty_text", models.TextField(blank=True, max_length=600, verbose_name="text when nothing is found")),
                (
                    "page_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=PAGE,
                    ),
                ),
            ],
            options={
                "verbose_name": "resource library",
                "verbose_name_plural": "resource libraries",
                "swappable": "BEATCANCER_WAGTAIL_RESOURCELISTINGPAGE_MODEL",
            },
            bases=(PAGE, models.Model),
        ),
        migrations.CreateModel(
            name="BookSnippet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("subtitle", models.CharField(blank=True, max_length=255, verbose_name="subtitle")),
                ("authors", models.TextField(blank=True, verbose_name="authors")),
                ("blurb", models.TextField(blank=True, verbose_name="description")),
                (
                    "cover_alt",
                    models.CharField(blank=True, max_length=255, verbose_name="alternative text of the cover"),
                ),
                ("isbn", beatcancer_wagtail.fields.ISBNField(blank=True, max_length=32, verbose_name="ISBN")),
                ("publisher", models.CharField(blank=True, max_length=160, verbose_name="publisher")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1450),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                ("links", beatcancer_wagtail.fields.BodyField(blank=True, verbose_name="links")),
                (
                    "rating_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="rating",
                    ),
                ),
                ("rating_count", models.PositiveIntegerField(blank=True, null=True, verbose_name="number of ratings")),
                ("rating_source", models.CharField(blank=True, max_length=80, verbose_name="source of the rating")),
                ("rating_url", models.URLField(blank=True, verbose_name="address of the source")),
                (
                    "rating_as_of",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[wagtail.fields.NoFutureDateValidator()],
                        verbose_name="rating as of",
                    ),
                ),
                (
                    "cover",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=IMAGE,
                        verbose_name="cover",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "book",
                "verbose_name_plural": "books",
                "ordering": ["title", "pk"],
                "abstract": False,
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="BookTag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged_items",
                        to="beatcancer_wagtail.booksnippet",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beatcancer_books", to="taggit.tag"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddField(
            model_name="booksnippet",
            name="tags",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="beatcancer_wagtail.BookTag",
                to="taggit.Tag",
                verbose_name="tags",
            ),
        ),
        migrations.CreateModel(
            name="ResourceTag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beatcancer_tagged_items", to=PAGE
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_resources",
                        to="taggit.tag",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ArticlePage",
            fields=[
                ("summary", models.TextField(max_length=400, verbose_name="summary")),
                ("hero_alt", models.CharField(blank=True, max_length=255, verbose_name="alternative text")),
                ("hero_caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                ("hero_credit", models.CharField(blank=True, max_length=160, verbose_name="credit")),
                ("body", beatcancer_wagtail.fields.BodyField(blank=True, verbose_name="body")),
                ("show_contents", models.BooleanField(default=True, verbose_name="show the contents list")),
                (
                    "date_modified",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[wagtail.fields.NoFutureDateValidator()],
                        verbose_name="last changed in substance",
                    ),
                ),
                ("computed_reading_minutes", models.PositiveSmallIntegerField(editable=False, null=True)),
                (
                    "reading_minutes_override",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(600),
                        ],
                        verbose_name="reading time in minutes",
                    ),
                ),
                (
                    "page_ptr",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=PAGE,
                    ),
                ),
                (
                    "hero_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=IMAGE,
                        verbose_name="picture",
                    ),
                ),
                (
                    "tags",
                    modelcluster.contrib.taggit.ClusterTaggableManager(
                        blank=True,
                        help_text="A comma-separated list of tags.",
                        through="beatcancer_wagtail.ResourceTag",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "swappable": "BEATCANCER_WAGTAIL_ARTICLEPAGE_MODEL",
            },
            bases=(beatcancer_wagtail.resources.Resource, PAGE, models.Model),
        ),
        migrations.AlterUniqueTogether(name="booksnippet", unique_together={("translation_key", "locale")}),
        migrations.AddConstraint(
            model_name="resourcetag",
            constraint=models.UniqueConstraint(fields=("tag", "content_object"), name="beatcancer_tag_once_a_page"),
        ),
    ]
