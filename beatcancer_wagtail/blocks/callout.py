from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.groups import TEXT
from beatcancer_wagtail.blocks.text import TextBlock

KINDS = [("note", _("Note")), ("warning", _("Warning")), ("urgent", _("Urgent"))]


class CalloutBlock(blocks.StructBlock):
    """A passage set apart. Its kind is said in words before the heading, not by colour alone."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=KINDS,
        default="note",
        help_text=_("Urgent is for “get help now”. Use it rarely, so that it is believed."),
    )
    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=160,
        help_text=_("What to do, in a few words: “Call your team if you have a fever”."),
    )
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        label_format = "{kind}: {heading}"
        group = TEXT
        template = "beatcancer_wagtail/blocks/callout.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A note, a warning or an urgent instruction that must not be missed")
        preview_value = {
            "kind": "urgent",
            "heading": "Call for help now if you cannot breathe well",
            "text": "<p>Sudden trouble with breathing is an emergency. Call your emergency number.</p>",
        }
