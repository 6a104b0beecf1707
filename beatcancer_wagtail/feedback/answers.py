"""What becomes of an answer: counted once for each reader, limited, completed, forgotten."""

from datetime import timedelta

from django.db import IntegrityError, router, transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Revision

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.models import FeedbackAnswer
from beatcancer_wagtail.reader_posts import when_not_busy
from beatcancer_wagtail.senders import network_of

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_FROM_ONE_NETWORK = 60  # an hour; a whole hospital may be one network
MOST_FOR_ONE_PAGE = 600  # an hour
BATCH = 500


class TooManyAnswers(Exception):
    """One network, or all together for one page, have answered too often within an hour."""


def give_answer(page, revision_id: int, *, helpful: bool, sender: str | None) -> FeedbackAnswer:
    """Store one reader's answer; the second within a day replaces the first. Raises ``TooManyAnswers``."""
    erase_senders()
    prune_answers(BATCH)
    said = {"helpful": helpful, "revision_id": _revision_of(page, revision_id)}
    return when_not_busy(lambda: _count_once(page, sender, said), FeedbackAnswer)


def _count_once(page, sender: str | None, said: dict[str, object]) -> FeedbackAnswer:
    own = FeedbackAnswer.objects.filter(page_id=page.pk, sender=sender) if sender else FeedbackAnswer.objects.none()
    # Another computer of the same hospital looks the same: what somebody wrote is theirs, and stays with their answer.
    if own.exclude(text="").exists():
        own.update(sender=None)
    if not own.exists():  # asked first, since even an update of nothing waits for all other writers on SQLite
        _keep_within_limits(page, sender)
        try:
            with transaction.atomic(using=router.db_for_write(FeedbackAnswer)):
                return FeedbackAnswer.objects.create(page_id=page.pk, sender=sender, **said)
        except IntegrityError:
            pass  # the same reader, at the same moment
    own.update(**said)
    return own.get()


def add_words(answer: FeedbackAnswer, text: str) -> None:
    """Keep what a reader wrote beside the answer; the second time replaces the first."""
    FeedbackAnswer.objects.filter(pk=answer.pk).update(text=text)


def erase_senders() -> int:
    """Forget who answered, a day later; return how many answers became anonymous."""
    old = FeedbackAnswer.objects.filter(sender__isnull=False, created_at__lt=timezone.now() - A_DAY)
    return _in_batches(old, lambda answers: answers.update(sender=None))


def prune_answers(most: int | None = None) -> int:
    """Delete answers older than ``DESK_DAYS``, ``most`` of them or all; return how many went."""
    if (days := library_settings().DESK_DAYS) < 1:
        return 0
    old = FeedbackAnswer.objects.filter(created_at__lt=timezone.now() - timedelta(days=days))
    return _in_batches(old, lambda answers: answers.delete()[0], most)


def _in_batches(answers: QuerySet, do, most: int | None = None) -> int:
    # Asked for first: where there is nothing to do, which is nearly always, nothing is locked.
    ids = list(answers.order_by().values_list("pk", flat=True)[:most])
    return sum(do(answers.filter(pk__in=ids[start : start + BATCH])) for start in range(0, len(ids), BATCH))


def _keep_within_limits(page, sender: str | None) -> None:
    lately = FeedbackAnswer.objects.filter(created_at__gte=timezone.now() - AN_HOUR)
    if sender and lately.filter(sender__startswith=network_of(sender)).count() >= MOST_FROM_ONE_NETWORK:
        raise TooManyAnswers
    if lately.filter(page_id=page.pk).count() >= MOST_FOR_ONE_PAGE:
        raise TooManyAnswers


def _revision_of(page, revision_id: int) -> int | None:
    """The id, unless that revision has been deleted since the article was shown."""
    known = Revision.objects.filter(pk=revision_id, object_id=str(page.pk)).exists() if revision_id else False
    return revision_id if known else None
