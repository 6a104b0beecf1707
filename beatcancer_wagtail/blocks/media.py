from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images import get_image_model

from beatcancer_wagtail.blocks.chosen import DescribedImageBlock
from beatcancer_wagtail.blocks.groups import MEDIA
from beatcancer_wagtail.blocks.previews import LibraryPreview


class PictureBlock(LibraryPreview, blocks.StructBlock):
    """A picture with its alternative text, a caption and a credit."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=pgettext_lazy("picture or video", "Caption"),
        required=False,
        max_length=300,
        help_text=_("What the reader should notice in the picture."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"), required=False, max_length=160, help_text=_("Who made it, for example “Drawing: A. Artist”.")
    )

    def get_preview_value(self):
        newest = get_image_model().objects.order_by("-pk").values_list("pk", flat=True).first()
        return self.to_python({**self.meta.preview_value, "image": {"image": newest, "decorative": True}})

    class Meta:
        icon = "image"
        label = _("Picture")
        label_format = "{caption}"
        group = MEDIA
        template = "beatcancer_wagtail/blocks/media.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A picture with alternative text, caption and credit")
        preview_value = {
            "caption": "Lymph nodes filter the fluid that drains from the tissues.",
            "credit": "Drawing: your organisation",
        }
        preview_hint = _("Add a picture to the library of images, and it shows here.")
