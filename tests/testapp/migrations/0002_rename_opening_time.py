"""A field of a block inside another block gets a new name, and no article loses what it holds.

The migration keeps a copy of the blocks as they were. It needs only those on the way to the one that changes.
"""

from django.db import migrations
from wagtail import blocks
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RenameStructChildrenOperation


class OpeningHoursBlock(blocks.StructBlock):
    days = blocks.CharBlock()
    at = blocks.CharBlock()


class HotlineBlock(blocks.StructBlock):
    number = blocks.CharBlock()
    hours = blocks.ListBlock(OpeningHoursBlock())


class OldBody(blocks.StreamBlock):
    hotline = HotlineBlock()


class MigrateBody(MigrateStreamData):
    def migrate_stream_data_forward(self, apps, schema_editor):
        model = apps.get_model(self.app_name, self.model_name)
        model._meta.get_field(self.field_name).freeze(OldBody())
        super().migrate_stream_data_forward(apps, schema_editor)


RENAME = [(RenameStructChildrenOperation(old_name="at", new_name="time"), "hotline.hours.item")]


class Migration(migrations.Migration):
    dependencies = [("testapp", "0001_initial"), ("beatcancer_wagtail", "0001_initial")]

    operations = [
        MigrateBody("beatcancer_wagtail", "ArticlePage", "body", RENAME),
        MigrateBody("testapp", "NewsPage", "body", RENAME),
    ]
