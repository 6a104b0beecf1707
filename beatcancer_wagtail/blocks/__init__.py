"""The blocks of an article's body, one file for each idea."""

from beatcancer_wagtail.blocks.action import CallToActionBlock
from beatcancer_wagtail.blocks.body import ArticleBodyBlock
from beatcancer_wagtail.blocks.books import BookChooserBlock, BooksBlock
from beatcancer_wagtail.blocks.callout import CalloutBlock
from beatcancer_wagtail.blocks.embed import VideoBlock
from beatcancer_wagtail.blocks.faq import FAQBlock, QuestionBlock
from beatcancer_wagtail.blocks.headed import AnchorBlock, HeadedBlock
from beatcancer_wagtail.blocks.key_points import KeyPointsBlock, PointBlock
from beatcancer_wagtail.blocks.media import PictureBlock
from beatcancer_wagtail.blocks.quote import QuoteBlock
from beatcancer_wagtail.blocks.related import RelatedBlock, ResourceChooserBlock
from beatcancer_wagtail.blocks.reusable_call import CallChooserBlock, ReusableCallBlock
from beatcancer_wagtail.blocks.section import SectionBlock, SubsectionBlock
from beatcancer_wagtail.blocks.table import TableBlock
from beatcancer_wagtail.blocks.text import TextBlock

__all__ = [
    "AnchorBlock",
    "ArticleBodyBlock",
    "BookChooserBlock",
    "BooksBlock",
    "CallChooserBlock",
    "CallToActionBlock",
    "CalloutBlock",
    "FAQBlock",
    "HeadedBlock",
    "KeyPointsBlock",
    "PictureBlock",
    "PointBlock",
    "QuestionBlock",
    "QuoteBlock",
    "RelatedBlock",
    "ResourceChooserBlock",
    "ReusableCallBlock",
    "SectionBlock",
    "SubsectionBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
