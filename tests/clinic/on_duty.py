from django.dispatch import receiver

from beatcancer_wagtail.comments.signals import comment_submitted

from .pager import page_whoever_is_on_duty


@receiver(comment_submitted)
def somebody_at_risk(comment, user, **kwargs):
    if comment.is_at_risk:
        page_whoever_is_on_duty(f"Comment {comment.pk} may come from somebody at risk.")
