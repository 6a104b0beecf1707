"""Made on Wagtail 7.4, then made to fit a custom base page."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import swapper
from django.conf import settings
from django.db import migrations, models

import beatcancer_wagtail.comments.states
from beatcancer_wagtail.migration_dependencies import migration_that_creates

swapper.set_app_prefix("wagtailcore", "wagtail")
PAGE = swapper.get_model_name("wagtailcore", "Page")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0094_alter_page_locale"),
        migration_that_creates(PAGE),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CannedReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("text", models.TextField(max_length=2000, verbose_name="reply")),
            ],
            options={
                "verbose_name": "canned reply",
                "verbose_name_plural": "canned replies",
                "ordering": ["title"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="CommentSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_paused", models.BooleanField(default=False, verbose_name="pause: nobody can write for now")),
                ("newest_first", models.BooleanField(default=False, verbose_name="newest comments first")),
                ("team_name", models.CharField(blank=True, max_length=60, verbose_name="name of your team")),
                ("next_steps", models.TextField(blank=True, max_length=400, verbose_name="what happens next")),
                (
                    "consent_text",
                    models.TextField(blank=True, max_length=1000, verbose_name="what the writer agrees to"),
                ),
                ("consent_version", models.PositiveIntegerField(default=1, editable=False)),
                ("help_text", models.TextField(blank=True, max_length=2000, verbose_name="help for somebody at risk")),
                ("moderators", models.TextField(blank=True, verbose_name="who is told by e-mail")),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_comment_settings",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "comments",
            },
        ),
        migrations.CreateModel(
            name="PageRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=beatcancer_wagtail.comments.states.page_states,
                        max_length=10,
                        verbose_name="comments",
                    ),
                ),
                (
                    "closes_after_days",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(36500)],
                        verbose_name="closed so many days after publication",
                    ),
                ),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_comment_rule",
                        to=PAGE,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule for comments",
                "verbose_name_plural": "rules for comments",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                (
                    "text",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="comment"
                    ),
                ),
                ("email", models.EmailField(blank=True, editable=False, max_length=254, verbose_name="e-mail")),
                ("email_key", models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                ("language", models.CharField(blank=True, editable=False, max_length=20, verbose_name="language")),
                ("is_staff", models.BooleanField(default=False, editable=False, verbose_name="by our staff")),
                (
                    "status",
                    models.CharField(
                        choices=beatcancer_wagtail.comments.states.statuses,
                        db_index=True,
                        default="pending",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, editable=False, verbose_name="sent"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="decided")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=beatcancer_wagtail.comments.states.reasons,
                        editable=False,
                        max_length=20,
                        verbose_name="reason",
                    ),
                ),
                (
                    "is_at_risk",
                    models.BooleanField(
                        db_index=True, default=False, editable=False, verbose_name="somebody may be at risk"
                    ),
                ),
                ("risk_reason", models.CharField(blank=True, editable=False, max_length=255, verbose_name="why")),
                (
                    "consent_text",
                    models.TextField(blank=True, editable=False, verbose_name="what the writer agreed to"),
                ),
                (
                    "consent_version",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="version of that"),
                ),
                ("redacted_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="shortened")),
                ("erased_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="erased")),
                ("form_key", models.CharField(blank=True, editable=False, max_length=32, null=True, unique=True)),
                ("sender", models.CharField(blank=True, db_index=True, editable=False, max_length=64, null=True)),
                ("text_key", models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beatcancer_comments",
                        to=PAGE,
                        verbose_name="page",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="beatcancer_comments.comment",
                        verbose_name="reply to",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ["-created_at", "-pk"],
                "permissions": [("moderate_comment", "Can moderate comments")],
                "default_permissions": (),
                "indexes": [models.Index(fields=["page", "status", "created_at"], name="beatcancer_comment_thread")],
            },
        ),
    ]
