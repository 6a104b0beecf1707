"""Mixins first, the concrete models last."""

from beatcancer_wagtail.models.article import ArticleMixin, ArticlePage
from beatcancer_wagtail.models.books import BookSnippet, BookTag
from beatcancer_wagtail.models.calls import CallToAction
from beatcancer_wagtail.models.feedback import FeedbackAnswer
from beatcancer_wagtail.models.listing import ResourceListingMixin, ResourceListingPage
from beatcancer_wagtail.models.searches import FailedSearch
from beatcancer_wagtail.models.site_settings import ClosingCall, Organisation, SurveyBanner
from beatcancer_wagtail.models.tags import ResourceTag

__all__ = [
    "ArticleMixin",
    "ArticlePage",
    "BookSnippet",
    "BookTag",
    "CallToAction",
    "ClosingCall",
    "FailedSearch",
    "FeedbackAnswer",
    "Organisation",
    "ResourceListingMixin",
    "ResourceListingPage",
    "ResourceTag",
    "SurveyBanner",
]
