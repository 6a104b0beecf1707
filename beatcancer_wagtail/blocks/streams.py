from django.apps import apps
from django.utils.html import format_html_join
from wagtail import blocks

TABLES_APP = "wagtail.contrib.typed_table_block"


class LibraryStreamBlock(blocks.StreamBlock):
    """A stream of the library's blocks; its ``table`` is offered only where Wagtail's table app is installed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not apps.is_installed(TABLES_APP):
            self.child_blocks.pop("table", None)

    def render_basic(self, value, context=None):
        """The blocks one after another, each with its own template. A template for the stream as well is slow."""
        return format_html_join("", "{}", ((child.render(context),) for child in value))
