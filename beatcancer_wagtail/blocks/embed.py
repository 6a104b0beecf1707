from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.embeds.blocks import EmbedBlock
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedException

from beatcancer_wagtail.blocks.groups import MEDIA


class VideoBlock(blocks.StructBlock):
    """A video or other embed that asks its provider for nothing until the reader presses play."""

    url = EmbedBlock(
        label=_("Address"), help_text=_("The address of the video's page, for example on YouTube or Vimeo.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160, help_text=_("What the video shows."))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        url = value["url"].url if value.get("url") else ""
        context["url"] = url
        context["provider"] = (urlsplit(url).hostname or "").removeprefix("www.")
        context["player"] = _player(url)
        return context

    class Meta:
        icon = "media"
        label = _("Video")
        label_format = "{title}"
        group = MEDIA
        template = "beatcancer_wagtail/blocks/embed.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A video that is fetched from its provider only when the reader asks for it")
        preview_value = {
            "url": "https://www.example.org/video",
            "title": "What happens at a scan",
            "caption": "Three minutes, with subtitles.",
        }


def _player(url: str):
    """The provider's embed, or None: then the reader gets a link."""
    if not url:
        return None
    try:
        return get_embed(url)
    except EmbedException:
        return None
