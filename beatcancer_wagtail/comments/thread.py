"""The comments of a page as readers see them: one level of replies, in pages, in one statement."""

from collections.abc import Mapping
from functools import cached_property

from django.db.models import Case, Count, F, Q, QuerySet, When, Window
from django.db.models.functions import Coalesce, DenseRank
from django.http import QueryDict
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from beatcancer_wagtail.comments.addresses import LIST_ANCHOR, address_of_comments
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.states import APPROVED
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.paging import Choice, Paged, page_number

OLDEST, NEWEST = "oldest", "newest"
FEW = 250
# No e-mail address and no sender: what readers never see does not even come near a template.
SHOWN = ("pk", "page_id", "parent_id", "name", "text", "is_staff", "created_at", "redacted_at", "erased_at")
ORDERS = {OLDEST: pgettext_lazy("comments", "Oldest first"), NEWEST: pgettext_lazy("comments", "Newest first")}


def readable(page: Page) -> QuerySet[Comment]:
    """What readers see below ``page``: approved, and no reply to what is not approved."""
    shown = Comment.objects.approved().filter(page_id=page.pk)
    return shown.filter(Q(parent=None) | Q(parent__status=APPROVED))


class Thread(Paged):
    """One page of the comments; replies stand with what they reply to and do not count for its length.

    One statement up to ``FEW`` comments, which nearly all pages have: a plain one, and the rest is done here. Above that
    another, in which the database counts and sorts; Django takes longer to write it than the first takes as a whole.
    """

    def __init__(self, page: Page, params: Mapping[str, str] | None = None, *, newest_first: bool = False):
        self.page, params = page, params or {}
        self.default_order = NEWEST if newest_first else OLDEST
        self.order = params.get("order") if params.get("order") in ORDERS else self.default_order
        self.asked_page = page_number(params.get("page"))
        self.page_size = max(1, library_settings().COMMENTS_PER_PAGE)

    @cached_property
    def comments(self) -> list[Comment]:
        """Those of this page of the list, each with its replies in ``shown_replies``, oldest first."""
        comments = {row.pk: row for row in self._rows if row.parent_id is None}
        for comment in comments.values():
            comment.shown_replies = []
        for row in self._rows:
            if row.parent_id in comments and not row.erased_at:
                comments[row.parent_id].shown_replies.append(row)
        # The place of what was erased is kept for the sake of its replies.
        return [comment for comment in comments.values() if comment.shown_replies or not comment.erased_at]

    @property
    def total(self) -> int:
        """How many comments and replies there are to read."""
        return self._rows[0].bc_total if self._rows else 0

    @property
    def listed(self) -> int:
        """How many the pages of the list hold: without replies, with the places of what was erased."""
        return self._rows[0].bc_listed if self._rows else 0

    @cached_property
    def order_choices(self) -> list[Choice]:
        return [Choice(label, self.url(order=key), key == self.order) for key, label in ORDERS.items()]

    def page_url(self, number: int) -> str:
        """See :class:`beatcancer_wagtail.paging.Paged`, which makes the links of it."""
        return self.url(page=number)

    def url(self, *, order: str = "", page: int = 1) -> str:
        """A link to the comments with something changed. It never leads to the article, which has one page for all."""
        params = QueryDict(mutable=True)
        if (order or self.order) != self.default_order:
            params["order"] = order or self.order
        if page > 1:
            params["page"] = page
        return f"{address_of_comments(self.page)}{'?' if params else ''}{params.urlencode()}{LIST_ANCHOR}"

    @cached_property
    def _rows(self) -> list[Comment]:
        rows = self._rows_of(self.asked_page)
        return rows or (self._rows_of(1) if self.asked_page > 1 else [])

    @cached_property
    def _few(self) -> list[Comment] | None:
        """All that is approved, oldest first; None where that is too much to load."""
        approved = Comment.objects.approved().filter(page_id=self.page.pk).only(*SHOWN)
        rows = list(approved.order_by("created_at", "pk")[: FEW + 1])
        return rows if len(rows) <= FEW else None

    def _rows_of(self, number: int) -> list[Comment]:
        """What stands on a page of the list, top ones first."""
        return self._sorted_by_database(number) if self._few is None else self._sorted_here(number)

    def _sorted_here(self, number: int) -> list[Comment]:
        tops = [row for row in self._few if row.parent_id is None]
        known = {row.pk for row in tops}
        replies = [row for row in self._few if row.parent_id in known]
        total, listed = sum(not row.erased_at for row in (*tops, *replies)), len(tops)
        tops = tops[::-1] if self.order == NEWEST else tops
        here = tops[(number - 1) * self.page_size : number * self.page_size]
        for row in here:
            row.bc_total, row.bc_listed = total, listed
        return [*here, *replies] if here else []

    def _sorted_by_database(self, number: int) -> list[Comment]:
        way = "-" if self.order == NEWEST else ""
        began = [f"{way}bc_began", f"{way}bc_top"]
        last = number * self.page_size
        rows = readable(self.page).only(*SHOWN)
        rows = rows.annotate(bc_top=Coalesce("parent_id", "pk"), bc_began=Coalesce("parent__created_at", "created_at"))
        rows = rows.annotate(
            bc_place=Window(DenseRank(), order_by=began),
            bc_total=Window(Count(Case(When(erased_at=None, then=F("pk"))))),
            bc_listed=Window(Count(Case(When(parent=None, then=F("pk"))))),
        )
        rows = rows.filter(bc_place__gt=last - self.page_size, bc_place__lte=last)
        return list(rows.order_by("bc_place", "created_at", "pk"))
