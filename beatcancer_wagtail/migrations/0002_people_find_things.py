"""Made on Wagtail 7.4, then made to fit a custom base page and image model."""

import uuid

import django.db.models.deletion
import modelsearch.index
import swapper
import wagtail.models.preview
from django.db import migrations, models
from wagtail.images import get_image_model_string

import beatcancer_wagtail.links
import beatcancer_wagtail.models.site_settings

swapper.set_app_prefix("wagtailcore", "wagtail")
PAGE = swapper.get_model_name("wagtailcore", "Page")
IMAGE = get_image_model_string()


class Migration(migrations.Migration):
    dependencies = [("beatcancer_wagtail", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="booksnippet",
            name="rating_is_own",
            field=models.BooleanField(default=False, verbose_name="our own readers gave this rating"),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="hide_closing_call",
            field=models.BooleanField(default=False, verbose_name="no closing call on this page"),
        ),
        migrations.CreateModel(
            name="CallToAction",
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
                ("heading", models.CharField(max_length=160, verbose_name="heading")),
                ("text", models.TextField(blank=True, max_length=400, verbose_name="text")),
                ("button_text", models.CharField(max_length=60, verbose_name="words on the button")),
                (
                    "url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[beatcancer_wagtail.links.validate_link],
                        verbose_name="address",
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
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "call to action",
                "verbose_name_plural": "calls to action",
                "ordering": ["heading", "pk"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="articlepage",
            name="closing_call",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="beatcancer_wagtail.calltoaction",
                verbose_name="closing call",
            ),
        ),
        migrations.CreateModel(
            name="ClosingCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="beatcancer_wagtail.calltoaction",
                        verbose_name="call to action",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_closing_call",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "closing call",
            },
        ),
        migrations.CreateModel(
            name="FailedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.CharField(max_length=100, verbose_name="words")),
                ("kind", models.CharField(blank=True, max_length=40, verbose_name="searched in")),
                ("times", models.PositiveIntegerField(default=1, verbose_name="times")),
                ("first_at", models.DateTimeField(auto_now_add=True, verbose_name="first")),
                ("last_at", models.DateTimeField(db_index=True, verbose_name="last")),
            ],
            options={
                "verbose_name": "search that found nothing",
                "verbose_name_plural": "searches that found nothing",
                "ordering": ["-times", "-last_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("words", "kind"), name="beatcancer_failed_search_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("helpful", models.BooleanField(verbose_name="helpful")),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="what the reader wrote")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="when")),
                ("sender", models.CharField(blank=True, db_index=True, editable=False, max_length=64, null=True)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_feedback",
                        to=PAGE,
                        verbose_name="page",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of a reader",
                "verbose_name_plural": "answers of readers",
                "ordering": ["-created_at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("page", "sender"), name="beatcancer_feedback_once")],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=160, verbose_name="name")),
                ("legal_name", models.CharField(blank=True, max_length=200, verbose_name="legal name")),
                (
                    "kind",
                    models.CharField(
                        choices=beatcancer_wagtail.models.site_settings.organisation_kinds,
                        default="NGO",
                        max_length=40,
                        verbose_name="kind",
                    ),
                ),
                ("description", models.TextField(blank=True, max_length=400, verbose_name="description")),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                (
                    "contact_url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[beatcancer_wagtail.links.validate_link],
                        verbose_name="address of the contact page",
                    ),
                ),
                ("same_as", models.TextField(blank=True, verbose_name="the same organisation elsewhere")),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=IMAGE,
                        verbose_name="logo",
                    ),
                ),
                (
                    "sharing_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=IMAGE,
                        verbose_name="picture for shared links",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_organisation",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
            },
        ),
        migrations.CreateModel(
            name="SurveyBanner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_on", models.BooleanField(default=False, verbose_name="show the banner")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="text")),
                ("link_text", models.CharField(blank=True, max_length=60, verbose_name="words of the link")),
                (
                    "url",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[beatcancer_wagtail.links.validate_link],
                        verbose_name="address",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="from")),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="to")),
                ("dismissible", models.BooleanField(default=True, verbose_name="visitors can close it")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE,
                        verbose_name="page",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_survey_banner",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "survey banner",
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
    ]
