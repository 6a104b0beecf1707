"""The package's migration applies to an empty database and back, and nobody's makemigrations finds anything to write."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

OURS = "beatcancer_wagtail"


def changes(*labels):
    said = io.StringIO()
    try:
        call_command("makemigrations", *labels, check_changes=True, dry_run=True, verbosity=3, stdout=said)
    except SystemExit:
        return said.getvalue()
    return ""


@pytest.mark.django_db
def test_models_and_migrations_agree():
    assert changes() == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"RICH_TEXT_FEATURES": ["bold"]},
        {"BASE_TEMPLATE": "other.html", "CONTENT_ELEMENT": "div", "STYLESHEET": "", "CACHE_SECONDS": 0},
    ],
)
def test_no_setting_makes_a_migration(settings, values):
    settings.BEATCANCER_WAGTAIL = values
    assert changes() == ""


@pytest.mark.django_db
def test_no_language_makes_a_migration(settings):
    settings.LANGUAGE_CODE = "de"
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("fr", "Français")]
    settings.WAGTAIL_I18N_ENABLED = True
    assert changes() == ""


@pytest.mark.django_db
def test_tables_are_those_of_the_models():
    """Made by the migrations, since the tests' database is."""
    tables = set(connection.introspection.table_names())
    for model in apps.get_app_config(OURS).get_models():
        if model._meta.managed and not model._meta.swapped:
            assert model._meta.db_table in tables
            with connection.cursor() as cursor:
                found = connection.introspection.get_table_description(cursor, model._meta.db_table)
            columns = {field.column for field in model._meta.local_concrete_fields}
            assert {column.name for column in found} == columns


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_migration_goes_back_and_forth():
    executor = MigrationExecutor(connection)
    latest = [key for key in executor.loader.graph.leaf_nodes() if key[0] == OURS]
    dependants = [app for app in ("testapp", "custom_site") if app in executor.loader.migrated_apps]
    everything = executor.loader.graph.leaf_nodes()
    try:
        executor.migrate([(app, None) for app in dependants] + [(OURS, None)])
        assert not [name for name in connection.introspection.table_names() if name.startswith(OURS)]
    finally:
        MigrationExecutor(connection).migrate(everything)
    assert set(latest) <= set(MigrationExecutor(connection).loader.applied_migrations)


def test_migrations_name_no_release_newer_than_the_oldest_supported():
    """Made on the newest Wagtail they would name its newest migrations and crash on the oldest."""
    ours = [node for (app, _name), node in MigrationLoader(None).disk_migrations.items() if app == OURS]
    wanted = {dependency for node in ours for dependency in node.dependencies}
    assert max(name for app, name in wanted if app == "wagtailcore") == "0094_alter_page_locale"
    assert max(name for app, name in wanted if app == "taggit") == "0005_auto_20220424_2025"
