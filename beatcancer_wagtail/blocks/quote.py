from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.groups import TEXT


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, and whose they are."""

    text = blocks.TextBlock(label=_("Quotation"), rows=4, help_text=_("Without quotation marks; the page adds them."))
    attribution = blocks.CharBlock(
        label=_("Who said it"),
        required=False,
        max_length=160,
        help_text=_("A name, or a role such as “A reader from Leeds”."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        label_format = "{text}"
        group = TEXT
        template = "beatcancer_wagtail/blocks/quote.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Somebody's own words, set apart")
        preview_value = {
            "text": "I wrote my questions on the back of an envelope. It was the best thing I took with me.",
            "attribution": "A reader, two years after treatment",
        }
