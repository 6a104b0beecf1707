from django.apps import apps
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
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
        return mark_safe("".join(conditional_escape(child.render(context)) for child in value))  # noqa: S308 - escaped
