from django.urls import path

from beatcancer_wagtail.comments.views import comments


def comment_urls() -> list:
    """For the hook ``register_beatcancer_urls``."""
    return [path("comments/<int:page_id>/", comments, name="comments")]
