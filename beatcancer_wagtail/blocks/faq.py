from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from beatcancer_wagtail.blocks.groups import QUESTIONS
from beatcancer_wagtail.blocks.headed import AnchorBlock, HeadedBlock, with_link_settings
from beatcancer_wagtail.blocks.text import TextBlock


class QuestionBlock(HeadedBlock):
    """One question that readers often ask, with its answer."""

    heading_field = "question"

    heading = None
    question = blocks.CharBlock(
        label=_("Question"), max_length=250, help_text=_("In a reader's own words, with a question mark.")
    )
    answer = TextBlock(label=_("Answer"), help_text=_("Answer in the first sentence, explain in the next."))
    anchor = AnchorBlock()
    offered = blocks.BooleanBlock(
        label=_("Offer to search engines"),
        required=False,
        default=True,
        help_text=_("Switch it off for a question that means little outside this page."),
    )

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"
        group = QUESTIONS
        template = "beatcancer_wagtail/blocks/question.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One question that readers often ask, with its answer")
        form_layout = BlockGroup(children=["question", "answer"], settings=["anchor", "offered"])
        preview_value = {
            "question": "Does staging hurt?",
            "answer": "<p>No. Staging is a way of describing the results of tests that you have had already.</p>",
        }


class FAQBlock(HeadedBlock):
    """Questions that open to show their answers, with or without JavaScript."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Frequently asked questions"))
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Frequently asked questions")
        label_format = "{heading}"
        group = QUESTIONS
        template = "beatcancer_wagtail/blocks/faq.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Questions and answers that the reader opens one by one")
        form_layout = with_link_settings("heading", "questions")
        preview_value = {
            "heading": "Frequently asked questions",
            "questions": [
                {
                    "question": "Does staging hurt?",
                    "answer": "<p>No. Staging describes the results of tests that you have had already.</p>",
                },
                {
                    "question": "May I bring somebody with me?",
                    "answer": "<p>Yes. A second pair of ears helps, and they can write things down.</p>",
                },
            ],
        }
