"""Erasing many comments, each in its own transaction, so that a stop in the middle loses nothing."""

from django.db.models import QuerySet

from beatcancer_wagtail.comments import actions
from beatcancer_wagtail.comments.models import Comment

BATCH = 200


def erase_each(comments: QuerySet[Comment]) -> int:
    """Erase all of them, replies before what they reply to, so that no empty place stays without need."""
    ids = list(comments.order_by("-created_at", "-pk").values_list("pk", flat=True))
    erased = 0
    for start in range(0, len(ids), BATCH):
        some = Comment.objects.in_bulk(ids[start : start + BATCH])
        for pk in ids[start : start + BATCH]:
            # Another process may have been quicker, or the comment went with the one above it.
            if pk in some and Comment.objects.filter(pk=pk, erased_at=None).exists():
                actions.erase(some[pk])
                erased += 1
    return erased
