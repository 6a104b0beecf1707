from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.blocks.action import CallToActionBlock
from beatcancer_wagtail.blocks.books import BooksBlock
from beatcancer_wagtail.blocks.callout import CalloutBlock
from beatcancer_wagtail.blocks.embed import VideoBlock
from beatcancer_wagtail.blocks.faq import FAQBlock
from beatcancer_wagtail.blocks.key_points import KeyPointsBlock
from beatcancer_wagtail.blocks.media import PictureBlock
from beatcancer_wagtail.blocks.quote import QuoteBlock
from beatcancer_wagtail.blocks.related import RelatedBlock
from beatcancer_wagtail.blocks.reusable_call import ReusableCallBlock
from beatcancer_wagtail.blocks.section import SectionBlock
from beatcancer_wagtail.blocks.streams import LibraryStreamBlock
from beatcancer_wagtail.blocks.table import TableBlock
from beatcancer_wagtail.blocks.text import TextBlock


class ArticleBodyBlock(LibraryStreamBlock):
    """The body of an article. Subclass it and name the subclass in ``BODY_BLOCK`` to add your own blocks."""

    section = SectionBlock()
    text = TextBlock()
    key_points = KeyPointsBlock()
    callout = CalloutBlock()
    quote = QuoteBlock()
    image = PictureBlock()
    table = TableBlock()
    embed = VideoBlock()
    faq = FAQBlock()
    call_to_action = CallToActionBlock()
    reusable_call = ReusableCallBlock()
    books = BooksBlock()
    related = RelatedBlock()

    class Meta:
        icon = "doc-full"
        label = _("Article")
