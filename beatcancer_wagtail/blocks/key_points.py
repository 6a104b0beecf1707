from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.groups import TEXT
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings


class PointBlock(blocks.CharBlock):
    """One sentence to take away."""

    def __init__(self, **kwargs):
        super().__init__(label=_("Point"), max_length=300, **kwargs)
        # A list of single fields shows no label beside each, so a screen reader has to be told.
        self.field.widget.attrs["aria-label"] = self.label


class KeyPointsBlock(HeadedBlock):
    """The few sentences to take away, and a word of encouragement."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Key points"))
    points = blocks.ListBlock(
        PointBlock(),
        label=_("Points"),
        min_num=1,
        max_num=8,
        help_text=_("Three to five work best. One sentence each, the most important first."),
    )
    encouragement = blocks.CharBlock(
        label=_("Encouragement"),
        required=False,
        max_length=300,
        help_text=_("One warm sentence to end on. Promise nothing."),
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["points"] = [point for point in value.get("points") or () if point]
        return context

    class Meta:
        icon = "list-ul"
        label = _("Key points")
        label_format = "{heading}"
        group = TEXT
        template = "beatcancer_wagtail/blocks/key_points.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A panel with the few sentences to take away")
        form_layout = with_link_settings("heading", "points", "encouragement")
        preview_value = {
            "heading": "Key points",
            "points": [
                "A scan is a picture, not a verdict: your team reads it together with your other tests.",
                "You may ask for a copy of every report.",
                "It is fine to bring somebody with you.",
            ],
            "encouragement": "You do not have to remember everything at once.",
        }


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {PointBlock: "beatcancer_wagtail.blocks.PointBlock"}
