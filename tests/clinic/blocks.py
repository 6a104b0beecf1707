from wagtail import blocks

from beatcancer_wagtail.blocks import ArticleBodyBlock, HeadedBlock, SectionBlock, TextBlock
from beatcancer_wagtail.blocks.section import SectionPassagesBlock


class HelplineBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=80)
    number = blocks.CharBlock(max_length=40)
    hours = blocks.CharBlock(required=False, max_length=80)

    class Meta:
        icon = "mobile-alt"
        group = "Actions"
        label_format = "{name}"
        description = "A telephone number, and when somebody answers it"
        template = "clinic/helpline.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        preview_value = {"name": "Nurses' line", "number": "01632 960 000", "hours": "Weekdays, 9 to 5"}


class ClinicBodyBlock(ArticleBodyBlock):
    helpline = HelplineBlock()
    embed = None  # this site shows no videos


class ClinicPassagesBlock(SectionPassagesBlock):
    helpline = HelplineBlock()


class ClinicSectionBlock(SectionBlock):
    content = ClinicPassagesBlock(default=[("text", "")])  # starts with an empty text


class BodyWithHelplinesEverywhere(ArticleBodyBlock):
    section = ClinicSectionBlock()
    helpline = HelplineBlock()


class TimelineBlock(HeadedBlock):
    steps = blocks.ListBlock(TextBlock(label="Step"))

    class Meta:
        icon = "history"
        template = "clinic/timeline.html"


class BodyWithTimeline(ArticleBodyBlock):
    timeline = TimelineBlock()
