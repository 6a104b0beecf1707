from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from beatcancer_wagtail.blocks.groups import MEDIA
from beatcancer_wagtail.blocks.text import TextBlock


class TableBlock(blocks.StructBlock):
    """A table with a caption and true header cells."""

    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Short text"), required=False)),
            ("rich_text", TextBlock(label=_("Text with lists or links"), required=False)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
        help_text=_("Give it a caption that says what the table shows."),
    )
    row_headers = blocks.BooleanBlock(
        label=_("The first column names the rows"),
        required=False,
        default=True,
        help_text=_("Screen readers then say the name of the row with each cell."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        label_format = _("Table")
        group = MEDIA
        template = "beatcancer_wagtail/blocks/table.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Rows and columns with a caption")
        preview_value = {
            "table": {
                "columns": [{"type": "text", "heading": "Test"}, {"type": "text", "heading": "What it shows"}],
                "rows": [
                    {"values": ["Ultrasound", "Soft tissue, by sound"]},
                    {"values": ["CT scan", "Thin slices of the body, by X-rays"]},
                ],
                "caption": "Two common scans",
            },
            "row_headers": True,
        }
