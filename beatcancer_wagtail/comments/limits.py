"""How often somebody may write, and how long what tells so is kept."""

import re
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.senders import network_of

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_FOR_ONE_PAGE = 600  # an hour, from everybody together
SHORTEST_REPEATED = 20  # "Thank you" may be said by many
BATCH = 500


class NotTaken(Exception):
    """A comment is not taken. ``str()`` says why, in words for the writer."""


class TooManyComments(NotTaken):
    def __init__(self):
        super().__init__(_("Many comments have come in the last hour. Please wait a little, then send yours again."))


class SameWordsAgain(NotTaken):
    def __init__(self):
        super().__init__(_("We already have a comment with these words."))


def text_key(text: str) -> str:
    """A keyed hash of the words alone, to recognise them when they come again; "" for a few words."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    if len(words) < SHORTEST_REPEATED:
        return ""
    return salted_hmac("beatcancer_comments.text", words, algorithm="sha256").hexdigest()


def keep_within_limits(comment: Comment) -> None:
    """Raise ``TooManyComments`` or ``SameWordsAgain``, or do nothing.

    The same form does not count against itself: a second click comes while the first is being stored.
    """
    now, most = timezone.now(), library_settings().COMMENTS_PER_HOUR
    others = Comment.objects.exclude(form_key=comment.form_key)
    lately = others.filter(created_at__gte=now - AN_HOUR, is_staff=False)
    if comment.sender and most > 0 and lately.filter(sender__startswith=network_of(comment.sender)).count() >= most:
        raise TooManyComments
    if lately.filter(page_id=comment.page_id).count() >= MOST_FOR_ONE_PAGE:
        raise TooManyComments
    if comment.text_key and others.filter(text_key=comment.text_key, created_at__gte=now - A_DAY).exists():
        raise SameWordsAgain


def forget_senders(most: int | None = None) -> int:
    """Erase what tells who wrote after ``COMMENTS_SENDER_DAYS``, of ``most`` comments or of all; return of how many."""
    before = timezone.now() - timedelta(days=max(1, library_settings().COMMENTS_SENDER_DAYS))
    old = Comment.objects.filter(created_at__lt=before)
    old = old.filter(sender__isnull=False) if most else old.exclude(sender=None, text_key="", form_key=None)
    # Asked for first: where there is nothing to do, which is nearly always, nothing is locked.
    ids = list(old.order_by().values_list("pk", flat=True)[:most])
    batches = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
    return sum(Comment.objects.filter(pk__in=some).update(sender=None, form_key=None, text_key="") for some in batches)
