from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.embeds.blocks import EmbedBlock
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from beatcancer_wagtail.blocks.groups import MEDIA
from beatcancer_wagtail.memory import remembered


class VideoBlock(blocks.StructBlock):
    """A video or other embed that asks its provider for nothing until the reader presses play."""

    url = EmbedBlock(
        label=_("Address"), help_text=_("The address of the video's page, for example on YouTube or Vimeo.")
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160, help_text=_("What the video shows."))
    caption = blocks.CharBlock(label=pgettext_lazy("picture or video", "Caption"), required=False, max_length=300)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        url = value["url"].url if value.get("url") else ""
        context["provider"] = _provider(url)
        context["url"] = url if context["provider"] else ""
        context["player"] = (
            remembered(f"embed {url}", lambda: stored_player(url), per_edition=False) if context["url"] else None
        )
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


def _provider(url: str) -> str:
    """The host that a reader is connected to, such as ``youtube.com``; "" when the address is no web address."""
    try:
        address = urlsplit(url)
    except ValueError:
        return ""
    return (address.hostname or "").removeprefix("www.") if address.scheme in ("https", "http") else ""


def stored_player(url: str) -> Embed | None:
    """The provider's embed as it was stored when an editor saved the address, or None: then the reader gets a link.

    No reader's request asks the provider for anything.
    """
    return Embed.objects.filter(hash=get_embed_hash(url)).first()
