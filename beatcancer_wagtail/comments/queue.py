"""What waits for a moderator, and in which order."""

from django.db.models import Count, Min, Q
from django.urls import reverse

from beatcancer_wagtail.comments.models import Comment

LIST = "wagtailsnippets_beatcancer_comments_comment:list"


def waiting() -> dict:
    """How many wait, how many of them may be at risk, and the moment of the oldest; one statement."""
    return Comment.objects.waiting().aggregate(
        total=Count("pk"), at_risk=Count("pk", filter=Q(is_at_risk=True)), oldest=Min("created_at")
    )


def queue_url() -> str:
    return reverse(LIST)


def next_waiting(comment: Comment | None = None) -> Comment | None:
    """The next of the queue after ``comment``; the first one where nothing comes after it."""
    others = Comment.objects.waiting().urgent_first()
    if comment is None:
        return others.first()
    others = others.exclude(pk=comment.pk)
    later = Q(created_at__gt=comment.created_at) | Q(created_at=comment.created_at, pk__gt=comment.pk)
    after = Q(is_at_risk=comment.is_at_risk) & later
    if comment.is_at_risk:
        after |= Q(is_at_risk=False)
    return others.filter(after).first() or others.first()
