"""What is remembered of the comments' settings is dropped when they change."""

from django.db.models.signals import post_delete, post_save

from beatcancer_wagtail.comments.models import CommentSettings
from beatcancer_wagtail.signals import library_changed

UID = "beatcancer_comments.edition"


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(library_changed, sender=CommentSettings, dispatch_uid=UID)
