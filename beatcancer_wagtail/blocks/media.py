from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from beatcancer_wagtail.blocks.groups import MEDIA


class PictureBlock(blocks.StructBlock):
    """A picture with its alternative text, a caption and a credit."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=300, help_text=_("What the reader should notice in the picture.")
    )
    credit = blocks.CharBlock(
        label=_("Credit"), required=False, max_length=160, help_text=_("Who made it, for example “Drawing: A. Artist”.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        label_format = "{caption}"
        group = MEDIA
        template = "beatcancer_wagtail/blocks/media.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A picture with alternative text, caption and credit")
        preview_value = {
            "image": None,
            "caption": "Lymph nodes filter the fluid that drains from the tissues.",
            "credit": "Drawing: your organisation",
        }
