"""A list inside a block gets a new name, and so does a field of its items. No article loses what it holds.

The migration keeps a copy of the blocks as they were, since today's code no longer knows the old names.
It needs only those on the way to what changes.
"""

from django.db import migrations
from wagtail import blocks
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RenameStructChildrenOperation


class TimeBlock(blocks.StructBlock):
    days = blocks.CharBlock()
    at = blocks.CharBlock()


class HotlineBlock(blocks.StructBlock):
    number = blocks.CharBlock()
    times = blocks.ListBlock(TimeBlock())


class OldBody(blocks.StreamBlock):
    hotline = HotlineBlock()


class MigrateBody(MigrateStreamData):
    def migrate_stream_data_forward(self, apps, schema_editor):
        model = apps.get_model(self.app_name, self.model_name)
        model._meta.get_field(self.field_name).freeze(OldBody())
        super().migrate_stream_data_forward(apps, schema_editor)


CHANGES = [
    (RenameStructChildrenOperation(old_name="at", new_name="time"), "hotline.times.item"),
    (RenameStructChildrenOperation(old_name="times", new_name="hours"), "hotline"),
]


class Migration(migrations.Migration):
    dependencies = [("testapp", "0001_initial"), ("beatcancer_wagtail", "0001_initial")]

    operations = [
        MigrateBody("beatcancer_wagtail", "ArticlePage", "body", CHANGES),
        MigrateBody("testapp", "NewsPage", "body", CHANGES),
    ]
