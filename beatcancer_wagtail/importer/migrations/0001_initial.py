"""Made on Wagtail 7.4, then made to fit a custom base page and image model."""

import django.db.models.deletion
import django.utils.timezone
import swapper
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string

import beatcancer_wagtail.importer.states
from beatcancer_wagtail.migration_dependencies import migration_that_creates

swapper.set_app_prefix("wagtailcore", "wagtail")
PAGE = swapper.get_model_name("wagtailcore", "Page")
IMAGE = get_image_model_string()


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("beatcancer_wagtail", "0002_people_find_things"),
        ("wagtailcore", "0094_alter_page_locale"),
        migration_that_creates(PAGE),
        migration_that_creates(IMAGE),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportedPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True)),
                ("name", models.TextField()),
                ("file_key", models.CharField(db_index=True, max_length=64)),
                ("also_key", models.CharField(blank=True, db_index=True, max_length=64)),
                ("address", models.TextField(blank=True)),
                ("content_hash", models.CharField(max_length=64)),
                ("imported_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("pictures", models.JSONField(default=dict)),
                ("awaited", models.JSONField(default=list)),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="beatcancer_imported_from", to=PAGE
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ImportedPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True)),
                ("image", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=IMAGE)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=beatcancer_wagtail.importer.states.kinds, max_length=10, verbose_name="kind"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=beatcancer_wagtail.importer.states.run_states,
                        default="reading",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("source", models.CharField(max_length=255, verbose_name="source")),
                ("options", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="started"),
                ),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="finished")),
                ("problem", models.TextField(blank=True, verbose_name="problem")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=PAGE,
                        verbose_name="below",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="started by",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-created_at", "-pk"],
                "default_permissions": ("add", "view", "delete"),
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField(verbose_name="number")),
                ("source", models.CharField(max_length=500, verbose_name="source")),
                ("address", models.TextField(blank=True, verbose_name="address")),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                (
                    "state",
                    models.CharField(
                        choices=beatcancer_wagtail.importer.states.row_states,
                        default="read",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("needs_look", models.BooleanField(default=False, verbose_name="needs a look")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("coverage", models.FloatField(blank=True, null=True, verbose_name="coverage in per cent")),
                ("words_found", models.PositiveIntegerField(blank=True, null=True, verbose_name="words found")),
                ("words_stored", models.PositiveIntegerField(blank=True, null=True, verbose_name="words stored")),
                ("report", models.JSONField(blank=True, default=dict, editable=False)),
                ("document", models.JSONField(blank=True, editable=False, null=True)),
                ("packed_source", models.BinaryField(blank=True, null=True)),
                (
                    "book",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="beatcancer_wagtail.booksnippet",
                        verbose_name="book",
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
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="beatcancer_importer.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported row",
                "verbose_name_plural": "imported rows",
                "ordering": ["run", "position"],
                "default_permissions": ("view",),
                "constraints": [models.UniqueConstraint(fields=("run", "position"), name="beatcancer_importer_row")],
            },
        ),
        migrations.CreateModel(
            name="ImportUpload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="beatcancer_importer.importrun",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("run", "key"), name="beatcancer_importer_upload")],
            },
        ),
    ]
