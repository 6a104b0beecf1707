from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.rich_text import RichText

from beatcancer_wagtail.blocks.action import CallToActionBlock
from beatcancer_wagtail.blocks.callout import CalloutBlock
from beatcancer_wagtail.blocks.embed import VideoBlock
from beatcancer_wagtail.blocks.groups import TEXT
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings
from beatcancer_wagtail.blocks.key_points import KeyPointsBlock
from beatcancer_wagtail.blocks.media import PictureBlock
from beatcancer_wagtail.blocks.quote import QuoteBlock
from beatcancer_wagtail.blocks.reusable_call import ReusableCallBlock
from beatcancer_wagtail.blocks.streams import LibraryStreamBlock
from beatcancer_wagtail.blocks.table import TableBlock
from beatcancer_wagtail.blocks.text import TextBlock

START_WITH_TEXT = [("text", "")]  # an editor who adds a section can write at once
PREVIEW_TEXT = "<p>Cancer cells can leave the place where they began and travel in the blood or in the lymph.</p>"


class PassagesBlock(LibraryStreamBlock):
    """What may stand under any heading."""

    text = TextBlock(required=False)
    callout = CalloutBlock()
    key_points = KeyPointsBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    table = TableBlock()
    embed = VideoBlock()
    call_to_action = CallToActionBlock()
    reusable_call = ReusableCallBlock()

    class Meta:
        icon = "list-ul"
        label = _("Content")
        required = False
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Text and media, one after another")
        preview_value = [{"type": "text", "value": PREVIEW_TEXT}]


class SectionMeta:
    icon = "title"
    label_format = "{heading}"
    group = TEXT
    template = "beatcancer_wagtail/blocks/section.html"
    preview_template = "beatcancer_wagtail/blocks/preview.html"
    form_layout = with_link_settings("heading", "content")
    preview_value = {"heading": "How cancer spreads", "content": [{"type": "text", "value": PREVIEW_TEXT}]}


def _holds_something(value) -> bool:
    return bool(strip_tags(value.source).strip() if isinstance(value, RichText) else value)


class FilledSection:
    """Put before a section: published, it has something below its heading."""

    def clean(self, value):
        value = super().clean(value)
        content = value.get("content") or ()
        if not self.is_deferred_validation and not any(_holds_something(child.value) for child in content):
            message = _("There is nothing below this heading yet. Write the text, or remove the section.")
            raise StructBlockValidationError(
                block_errors={"content": StreamBlockValidationError(non_block_errors=[message])}
            )
        return value


class InnermostSectionBlock(FilledSection, HeadedBlock):
    """A heading two levels below its section, with what belongs to it."""

    content = PassagesBlock(default=START_WITH_TEXT)

    class Meta(SectionMeta):
        label = _("Sub-section")
        description = _("A heading one level down, with its text and media")


class SubsectionPassagesBlock(PassagesBlock):
    subsection = InnermostSectionBlock()


class SubsectionBlock(FilledSection, HeadedBlock):
    """A heading one level below its section, with what belongs to it."""

    content = SubsectionPassagesBlock(default=START_WITH_TEXT)

    class Meta(SectionMeta):
        label = _("Sub-section")
        description = _("A heading one level down, with its text and media")


class SectionPassagesBlock(PassagesBlock):
    subsection = SubsectionBlock()


class SectionBlock(FilledSection, HeadedBlock):
    """A heading with all that belongs to it; sub-sections nest two levels deep."""

    content = SectionPassagesBlock(default=START_WITH_TEXT)

    class Meta(SectionMeta):
        label = _("Section")
        description = _("A heading with its text, media and sub-sections")
