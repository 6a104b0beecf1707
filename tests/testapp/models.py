from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from beatcancer_wagtail.blocks import ArticleBodyBlock
from beatcancer_wagtail.models import ArticleMixin


class NewsPage(ArticleMixin, Page):
    """A site's own article, beside the package's."""

    place = models.CharField(max_length=80, blank=True)

    content_panels = Page.content_panels + ArticleMixin.article_panels + [FieldPanel("place")]
    search_fields = Page.search_fields + ArticleMixin.article_search_fields


class OpeningHoursBlock(blocks.StructBlock):
    days = blocks.CharBlock()
    time = blocks.CharBlock()


class HotlineBlock(blocks.StructBlock):
    number = blocks.CharBlock()
    hours = blocks.ListBlock(OpeningHoursBlock(), default=[])

    class Meta:
        template = "testapp/hotline.html"


class BodyWithHotline(ArticleBodyBlock):
    """What a site names in BODY_BLOCK to have a block of its own."""

    hotline = HotlineBlock()
