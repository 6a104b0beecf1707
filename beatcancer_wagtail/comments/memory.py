"""What is remembered of the comments' settings is dropped when they change."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from beatcancer_wagtail.comments.models import CommentSettings
from beatcancer_wagtail.memory import start_edition

UID = "beatcancer_comments.edition"


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(settings_changed, sender=CommentSettings, dispatch_uid=UID)


def settings_changed(**_signal) -> None:
    start_edition()
    transaction.on_commit(start_edition)
