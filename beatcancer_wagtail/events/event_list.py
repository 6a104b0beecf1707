"""What one reader sees of a list of events: coming or past, searched, filtered, a page at a time."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.models import Page

from beatcancer_wagtail.events.finding import ATTENDED, attended, count_ways, load_events
from beatcancer_wagtail.events.models.dates import EventDate
from beatcancer_wagtail.events.states import MODE_WORDS
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.paging import Choice, Paged, page_number
from beatcancer_wagtail.resource_list import MAX_TAGS
from beatcancer_wagtail.resources import tagged_items
from beatcancer_wagtail.search.query import clean_query, matching

COMING, PAST = "coming", "past"
Value = TypeVar("Value")
LONGEST_SLUG = Tag._meta.get_field("slug").max_length


class Month(NamedTuple):
    """The events of one page of the list that stand in one month; ``first`` is its first day."""

    first: date
    events: list[Page]


class EventList(Paged):
    """The events that one request asks a listing for, each of them once: at its next date, or at its last one.

    ``pages`` are base pages of events that the reader may see; ``params`` is the query string: ``when`` ("past"),
    ``q`` (words), ``tag`` (slug, repeatable), ``mode`` and ``page``. Anything unusable in it counts as absent, and a
    page that does not exist is the first one. Which events are coming is asked anew each minute. ``name`` stands for
    ``pages``: numbers and ids are remembered under it, unless the reader asks for words or tags of his own.
    """

    def __init__(
        self, pages: QuerySet, params: QueryDict, *, name: str, page_size: int = 20, now: datetime | None = None
    ):
        self.all_events, self.name, self.page_size = pages, name, page_size
        self.now = (now or timezone.now()).replace(second=0, microsecond=0)
        self.when = PAST if params.get("when") == PAST else COMING
        self.query = clean_query(params.get("q"))
        self.tag_slugs = list(dict.fromkeys(filter(_may_be_slug, params.getlist("tag"))))[:MAX_TAGS]
        self.mode = params.get("mode") if params.get("mode") in ATTENDED else ""
        self.asked_page = page_number(params.get("page"))

    @property
    def is_filtered(self) -> bool:
        """Whether the reader narrowed the list by words, tags or a way to attend."""
        return bool(self.query or self.tag_slugs or self.mode)

    @property
    def is_plain(self) -> bool:
        """Whether this is the list as search engines should know it."""
        return not self.is_filtered and self.when == COMING

    @property
    def is_past(self) -> bool:
        return self.when == PAST

    # Events

    @property
    def matches(self) -> int:
        """How many events the filters leave, of those that come or of those that are over."""
        return self._counts[self.when]

    @cached_property
    def _counts(self) -> dict[str, int]:
        return self._remembered("counts", self._count)

    def _count(self) -> dict[str, int]:
        dates = EventDate.objects.filter(event__in=self._narrowed.order_by().values("pk"), ends_at__isnull=False)
        found = dates.aggregate(
            all=Count("event", distinct=True), coming=Count("event", distinct=True, filter=Q(ends_at__gt=self.now))
        )
        return {COMING: found["coming"], PAST: found["all"] - found["coming"]}

    @cached_property
    def items(self) -> list[Page]:
        """The events of this page of the list, ready to be shown."""
        ids = self._rows.values_list("event_id", flat=True)[self.start : self.start + self.page_size]
        return load_events(self._remembered(f"ids.{self.number}.{self.page_size}", lambda: list(ids)))

    @property
    def months(self) -> list[Month]:
        """The same by month. What began in an earlier month and still goes on stands in this one."""
        found: dict[date, list[Page]] = {}
        for event in self.items:
            found.setdefault(self._month_of(event), []).append(event)
        return [Month(first, events) for first, events in found.items()]

    def _month_of(self, event: Page) -> date:
        row = event.main_date
        day = row.last_day if self.is_past else max(row.start_date, self.now.astimezone(event.zone).date())
        return day.replace(day=1)

    # Pages of the list

    @property
    def listed(self) -> int:
        return self.matches

    def page_url(self, number: int) -> str:
        return self.url(page=number)

    # Filters

    @property
    def when_choices(self) -> list[Choice]:
        """Coming and past, each with the number of events that the other filters leave there."""
        labels = {COMING: _("Coming"), PAST: _("Past")}
        return [
            Choice(label, self.url(when=when), when == self.when, self._counts[when]) for when, label in labels.items()
        ]

    @cached_property
    def mode_choices(self) -> list[Choice]:
        """The ways to attend, each with its count; the selected one leads to the list without it."""
        counts = self._remembered("ways", lambda: count_ways(self._pages_without_mode))
        return [
            Choice(MODE_WORDS[mode], self.url(mode="" if mode == self.mode else mode), mode == self.mode, counts[mode])
            for mode in ATTENDED
        ]

    @cached_property
    def tag_choices(self) -> list[Choice]:
        """Every tag of the events left, with its count; the selected ones lead to the list without them."""
        found = self._remembered("tags", self._count_tags)
        missing = set(self.tag_slugs) - {slug for _name, slug, _count in found}
        found = [*found, *((slug, slug, 0) for slug in self.tag_slugs if slug in missing)]
        return [
            Choice(name, self.url(tags=self._tags_with_or_without(slug)), slug in self.tag_slugs, count)
            for name, slug, count in found
        ]

    def _count_tags(self) -> list[tuple[str, str, int]]:
        rows = Tag.objects.filter(beatcancer_resources__content_object__in=self._rows.order_by().values("event"))
        rows = rows.annotate(events=Count("beatcancer_resources")).order_by("name", "pk")
        return list(rows.values_list("name", "slug", "events"))

    @property
    def active_choices(self) -> list[Choice]:
        """The filters that are on, each with the link to the list without it."""
        chosen = [Choice(f"“{self.query}”", self.url(query=""), True)] if self.query else []
        chosen += [choice for choice in self.mode_choices if choice.selected]
        return chosen + [choice for choice in self.tag_choices if choice.selected]

    def url(self, *, query=None, tags=None, mode=None, when=None, page=1) -> str:
        """A relative link to this list with something changed."""
        params = QueryDict(mutable=True)
        values = {
            "when": self.when if when is None else when,
            "q": self.query if query is None else query,
            "mode": self.mode if mode is None else mode,
        }
        params.update({name: value for name, value in values.items() if value and value != COMING})
        params.setlist("tag", self.tag_slugs if tags is None else tags)
        if page > 1:
            params["page"] = page
        return f"?{params.urlencode()}" if params.urlencode() else "?"

    def _tags_with_or_without(self, slug: str) -> list[str]:
        return [s for s in self.tag_slugs if s != slug] if slug in self.tag_slugs else [*self.tag_slugs, slug]

    # The database

    def _remembered(self, what: str, work_out: Callable[[], Value]) -> Value:
        if self.query or self.tag_slugs:
            return work_out()  # strangers must not be able to fill the cache with addresses that they make up
        return remembered(f"{self.name}.{self.when}.{self.mode}.{self.now:%Y%m%d%H%M}.{what}", work_out)

    @cached_property
    def _rows(self) -> QuerySet:
        return self._dates(self._narrowed, past=self.is_past)

    @property
    def _pages_without_mode(self) -> QuerySet:
        dates = self._dates(self._worded_and_tagged, past=self.is_past)
        return self.all_events.filter(pk__in=dates.order_by().values("event"))

    def _dates(self, pages: QuerySet, *, past: bool) -> QuerySet:
        dates = EventDate.objects.filter(event__in=pages.order_by().values("pk"))
        return dates.last_of_each(self.now) if past else dates.next_of_each(self.now)

    @cached_property
    def _worded_and_tagged(self) -> QuerySet:
        pages = matching(self.all_events, self.query) if self.query else self.all_events
        for slug in self.tag_slugs:
            pages = pages.filter(pk__in=tagged_items().filter(tag__slug=slug).values("content_object"))
        return pages

    @cached_property
    def _narrowed(self) -> QuerySet:
        return attended(self._worded_and_tagged, self.mode) if self.mode else self._worded_and_tagged


def _may_be_slug(text: str) -> bool:
    return 0 < len(text) <= LONGEST_SLUG and "\x00" not in text
