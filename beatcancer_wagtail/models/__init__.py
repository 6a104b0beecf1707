"""Mixins first, the concrete models last."""

from beatcancer_wagtail.models.article import ArticleMixin, ArticlePage
from beatcancer_wagtail.models.books import BookSnippet, BookTag
from beatcancer_wagtail.models.listing import ResourceListingMixin, ResourceListingPage
from beatcancer_wagtail.models.tags import ResourceTag

__all__ = [
    "ArticleMixin",
    "ArticlePage",
    "BookSnippet",
    "BookTag",
    "ResourceListingMixin",
    "ResourceListingPage",
    "ResourceTag",
]
