from beatcancer_wagtail.models import ArticleMixin
from tests.custom_base.models import BasePage


class SiteArticlePage(ArticleMixin, BasePage):
    content_panels = BasePage.content_panels + ArticleMixin.article_panels
    search_fields = BasePage.search_fields + ArticleMixin.article_search_fields
