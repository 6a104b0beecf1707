"""The migration of the events fits every site, as that of the library does (tests/test_migrations.py)."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.test_migrations import changes

OURS = "beatcancer_events"


@pytest.mark.django_db
def test_models_and_migrations_agree():
    assert changes(OURS) == ""


@pytest.mark.django_db
def test_neither_language_nor_zone_of_a_site_makes_a_migration(settings):
    settings.LANGUAGE_CODE = "de"
    settings.TIME_ZONE = "Asia/Tokyo"
    assert changes(OURS) == ""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_migration_goes_back_and_forth():
    everything = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        MigrationExecutor(connection).migrate([(OURS, None)])
        assert not [name for name in connection.introspection.table_names() if name.startswith(OURS)]
    finally:
        MigrationExecutor(connection).migrate(everything)
    assert [name for name in connection.introspection.table_names() if name.startswith(OURS)]


def test_migration_names_no_release_newer_than_the_oldest_supported():
    ours = [node for (app, _name), node in MigrationLoader(None).disk_migrations.items() if app == OURS]
    wanted = {dependency for node in ours for dependency in node.dependencies}
    assert max(name for app, name in wanted if app == "wagtailcore") == "0094_alter_page_locale"
    assert max(name for app, name in wanted if app == "taggit") == "0005_auto_20220424_2025"
