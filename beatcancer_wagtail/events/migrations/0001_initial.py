"""Made on Wagtail 7.4, then made to fit a custom base page, image model and page models."""

import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import swapper
from django.db import migrations, models
from wagtail.images import get_image_model_string

import beatcancer_wagtail.events.states
import beatcancer_wagtail.events.zones
import beatcancer_wagtail.fields
from beatcancer_wagtail.migration_dependencies import migration_that_creates

# Wagtail 8 lets a site have its own base page (WAGTAIL_PAGE_MODEL); on Wagtail 7.4 this is wagtailcore.Page.
swapper.set_app_prefix("wagtailcore", "wagtail")
PAGE = swapper.get_model_name("wagtailcore", "Page")
IMAGE = get_image_model_string()


def link_to_base_page():
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="+",
        serialize=False,
        to=PAGE,
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("beatcancer_wagtail", "0001_initial"),
        ("taggit", "0005_auto_20220424_2025"),
        ("wagtailcore", "0094_alter_page_locale"),
        migration_that_creates(PAGE),
        migration_that_creates(IMAGE),
    ]

    operations = [
        migrations.CreateModel(
            name="EventListingPage",
            fields=[
                ("introduction", models.TextField(blank=True, max_length=600, verbose_name="introduction")),
                (
                    "page_size",
                    models.PositiveSmallIntegerField(
                        default=20,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="events on each page",
                    ),
                ),
                ("show_search", models.BooleanField(default=True, verbose_name="show the search field")),
                ("show_filters", models.BooleanField(default=True, verbose_name="show the filters")),
                ("empty_text", models.TextField(blank=True, max_length=600, verbose_name="text when nothing is found")),
                ("page_ptr", link_to_base_page()),
            ],
            options={
                "verbose_name": "list of events",
                "verbose_name_plural": "lists of events",
                "swappable": "BEATCANCER_EVENTS_EVENTLISTINGPAGE_MODEL",
            },
            bases=(PAGE, models.Model),
        ),
        migrations.CreateModel(
            name="EventPage",
            fields=[
                ("summary", models.TextField(max_length=400, verbose_name="summary")),
                ("hero_alt", models.CharField(blank=True, max_length=255, verbose_name="alternative text")),
                ("hero_caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                ("hero_credit", models.CharField(blank=True, max_length=160, verbose_name="credit")),
                ("body", beatcancer_wagtail.fields.BodyField(blank=True, verbose_name="body")),
                (
                    "time_zone",
                    models.CharField(
                        choices=beatcancer_wagtail.events.zones.time_zone_choices,
                        default=beatcancer_wagtail.events.zones.default_time_zone,
                        max_length=64,
                        verbose_name="time zone",
                    ),
                ),
                ("all_day", models.BooleanField(default=False, verbose_name="all day")),
                (
                    "status",
                    models.CharField(
                        choices=beatcancer_wagtail.events.states.status_choices,
                        default="scheduled",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                ("status_note", models.TextField(blank=True, max_length=400, verbose_name="what people should know")),
                (
                    "mode",
                    models.CharField(
                        choices=beatcancer_wagtail.events.states.mode_choices,
                        default="in_person",
                        max_length=16,
                        verbose_name="how people attend",
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=160, verbose_name="venue")),
                ("address", models.TextField(blank=True, max_length=400, verbose_name="address")),
                ("access_notes", models.TextField(blank=True, max_length=600, verbose_name="access")),
                ("join_url", models.URLField(blank=True, max_length=500, verbose_name="link to take part")),
                ("organiser", models.CharField(blank=True, max_length=160, verbose_name="organiser")),
                ("cost", models.CharField(blank=True, max_length=160, verbose_name="cost")),
                ("booking_url", models.URLField(blank=True, max_length=500, verbose_name="where to book")),
                ("calendar_uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("calendar_sequence", models.PositiveIntegerField(default=0, editable=False)),
                ("calendar_facts", models.CharField(blank=True, editable=False, max_length=64)),
                ("calendar_changed_at", models.DateTimeField(editable=False, null=True)),
                ("page_ptr", link_to_base_page()),
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
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "swappable": "BEATCANCER_EVENTS_EVENTPAGE_MODEL",
            },
            bases=(PAGE, models.Model),
        ),
        migrations.CreateModel(
            name="EventDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(blank=True, default=uuid.uuid4)),
                ("start_date", models.DateField(null=True, verbose_name="date")),
                ("start_time", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("end_date", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="until")),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=beatcancer_wagtail.events.states.date_status_choices,
                        max_length=16,
                        verbose_name="this date",
                    ),
                ),
                ("starts_at", models.DateTimeField(editable=False, null=True)),
                ("ends_at", models.DateTimeField(editable=False, null=True)),
                ("is_off", models.BooleanField(default=False, editable=False)),
                (
                    "event",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beatcancer_event_dates", to=PAGE
                    ),
                ),
            ],
            options={
                "verbose_name": "date",
                "verbose_name_plural": "dates",
                "indexes": [
                    models.Index(fields=["ends_at", "starts_at"], name="bc_event_date_end"),
                    models.Index(fields=["event", "ends_at"], name="bc_event_date_event"),
                ],
            },
        ),
    ]
