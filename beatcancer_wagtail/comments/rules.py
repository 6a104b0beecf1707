"""Whether a page takes comments: what it says itself, else the page above, else yes."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from beatcancer_wagtail.comments.commentable import Commentable
from beatcancer_wagtail.comments.models import PageRule
from beatcancer_wagtail.comments.states import HIDDEN, OPEN
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.resources import Resource


class Rule(NamedTuple):
    """What holds for one page now."""

    state: str = OPEN
    closes_at: datetime | None = None
    is_paused: bool = False
    from_page: int | None = None  # the id of the page that says ``state``; None where nobody has said anything
    days_from_page: int | None = None  # the same for ``closes_at``

    @property
    def has_ended(self) -> bool:
        return self.closes_at is not None and self.closes_at <= timezone.now()

    @property
    def can_read(self) -> bool:
        return self.state != HIDDEN

    @property
    def can_write(self) -> bool:
        return self.state == OPEN and not self.has_ended and not self.is_paused

    @property
    def why_not(self) -> str | Promise:
        """Why nobody can write, in words for readers; "" where they can."""
        if self.can_write:
            return ""
        if self.state == OPEN and not self.has_ended:
            return _("Comments are paused for now. Please come back later.")
        return _("Comments on this page are closed.")


def takes_comments(page: Page) -> bool:
    """Whether pages of this class take comments at all: articles, and whoever wears ``Commentable``."""
    return isinstance(page, (Resource, Commentable))


def rule_for(page: Page, request=None) -> Rule:
    """What holds for ``page``, in one statement beside the site's settings, which are remembered."""
    step = type(page).steplen
    above = [page.path[:end] for end in range(step, len(page.path) + 1, step)]
    stored = PageRule.objects.filter(page__path__in=above).order_by("-page__path")
    state, days, from_page, days_from_page = "", None, None, None
    for rule in stored.values_list("state", "closes_after_days", "page_id"):  # the nearest page first
        if not state and rule[0]:
            state, from_page = rule[0], rule[2]
        if days is None and rule[1] is not None:
            days, days_from_page = rule[1], rule[2]
    closes_at = page.first_published_at + timedelta(days=days) if days and page.first_published_at else None
    return Rule(state or OPEN, closes_at, words_for(page, request).is_paused, from_page, days_from_page)
