from django.apps import apps
from wagtail import blocks

TABLES_APP = "wagtail.contrib.typed_table_block"


class LibraryStreamBlock(blocks.StreamBlock):
    """A stream of the library's blocks; its ``table`` is offered only where Wagtail's table app is installed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not apps.is_installed(TABLES_APP):
            self.child_blocks.pop("table", None)
