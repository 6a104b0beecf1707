"""What one reader sees of a library: searched, filtered, ordered, a page at a time."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.models import Page

from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.paging import Choice, Paged, page_number
from beatcancer_wagtail.resources import load_resources, tagged_items
from beatcancer_wagtail.search.query import Found, clean_query, find, matching

MAX_TAGS = 5
REMEMBERED_TAGS = 2
LONGEST_SLUG = Tag._meta.get_field("slug").max_length

ORDERS = {
    "newest": (_("Newest first"), ("-first_published_at", "-id")),
    "oldest": (_("Oldest first"), ("first_published_at", "id")),
    "title": (_("A to Z"), ("title", "id")),
}
BEST = "best"  # only where there are words that something can match


class ResourceList(Paged):
    """The resources that one request asks a listing for.

    ``resources`` are base pages, already limited to what the reader may see; ``params`` is the query
    string: ``q`` (words), ``tag`` (slug, repeatable), ``order`` and ``page``. Anything unusable in it
    counts as absent, and a page that does not exist is the first one. What matches words best comes first,
    unless the reader asks for another order.
    """

    def __init__(
        self,
        resources: QuerySet,
        params: QueryDict,
        *,
        name: str,
        order: str = "newest",
        page_size: int = 12,
        featured: Sequence[int] = (),
    ):
        self.resources, self.name, self.plain_order, self.page_size = resources, name, order, page_size
        self.query = clean_query(params.get("q"))
        self.tag_slugs = list(dict.fromkeys(filter(_may_be_slug, params.getlist("tag"))))[:MAX_TAGS]
        self.order = params.get("order") if params.get("order") in self._orders else self.default_order
        self.asked_page = page_number(params.get("page"))
        self._featured = list(featured)

    @property
    def default_order(self) -> str:
        """The order of a list whose address names none."""
        return BEST if self.query else self.plain_order

    @property
    def _orders(self) -> dict[str, Promise]:
        labels = {key: label for key, (label, _fields) in ORDERS.items()}
        return {BEST: _("Best match"), **labels} if self.query else labels

    @property
    def is_filtered(self) -> bool:
        """Whether the reader narrowed the library by words or tags."""
        return bool(self.query or self.tag_slugs)

    @property
    def is_plain(self) -> bool:
        """Whether this is the listing as search engines should know it: neither narrowed nor reordered."""
        return not self.is_filtered and self.order == self.default_order

    @cached_property
    def total(self) -> int:
        """How many resources the library has, whatever the filters."""
        return remembered(f"{self.name}.total", self.resources.count)

    @cached_property
    def matches(self) -> int:
        """How many resources the filters leave."""
        if not self.is_filtered:
            return self.total
        if self.order == BEST:
            return self._best.total
        if self.query:
            return self._ordered.count()
        return self._remembered("matches", self._filtered.count)

    @cached_property
    def featured(self) -> list[Page]:
        """The editor's picks; only on the first page of the plain listing."""
        return [self._shown[pk] for pk in self._featured_ids if pk in self._shown]

    @cached_property
    def items(self) -> list[Page]:
        """The resources of this page of the list, ready to be shown."""
        return [self._shown[pk] for pk in self._item_ids if pk in self._shown]

    @cached_property
    def _shown(self) -> dict[int, Page]:
        return {
            page.pk: page for page in load_resources([*self._featured_ids, *self._item_ids], tags=True, public=True)
        }

    @property
    def _featured_ids(self) -> list[int]:
        return self._featured if self.is_plain and self.number == 1 else []

    @cached_property
    def _item_ids(self) -> list[int]:
        return self._ids_between(self.start, self.start + self.page_size)

    # Pages of the list

    @cached_property
    def listed(self) -> int:
        """How many the pages of the list hold; featured ones stand above them."""
        return max(0, self.matches - (len(self._featured) if self.is_plain else 0))

    @property
    def first_position(self) -> int:
        """The place in the whole list, from 1, of the first resource on this page of it; the editor's picks count."""
        picks = len(self._featured) if self.is_plain and self.number > 1 else 0
        return picks + self.start + 1

    def page_url(self, number: int) -> str:
        """See :class:`beatcancer_wagtail.paging.Paged`, which makes the links of it."""
        return self.url(page=number)

    # Filters

    @cached_property
    def tag_choices(self) -> list[Choice]:
        """Every tag of the resources left, with its count; the selected ones lead to the list without them."""
        rows = self._tag_rows
        shown = {slug for _name, slug, _count in rows}
        missing = [slug for slug in self.tag_slugs if slug not in shown]
        names = {slug: name for name, slug, _count in self._library_tags} if missing else {}
        return [
            Choice(
                name,
                self.url(
                    tags=[s for s in self.tag_slugs if s != slug] if slug in self.tag_slugs else [*self.tag_slugs, slug]
                ),
                slug in self.tag_slugs,
                count,
            )
            for name, slug, count in [*rows, *((names.get(slug, slug), slug, 0) for slug in missing)]
        ]

    @property
    def library_tag_choices(self) -> list[Choice]:
        """Every tag of the whole library, whatever the reader asked for: a way on when nothing was found."""
        return [Choice(name, self.url(query="", tags=[slug]), False, count) for name, slug, count in self._library_tags]

    @property
    def library_tags(self) -> list[tuple[str, str, int]]:
        """Name, slug and number of resources of each tag of the whole library."""
        return self._library_tags

    @property
    def active_tags(self) -> list[Choice]:
        return [choice for choice in self.tag_choices if choice.selected]

    @cached_property
    def order_choices(self) -> list[Choice]:
        return [Choice(label, self.url(order=key), key == self.order) for key, label in self._orders.items()]

    @property
    def url_without_query(self) -> str:
        return self.url(query="")

    def url(self, *, query=None, tags=None, order=None, page=1) -> str:
        """A relative link to this list with something changed."""
        params = QueryDict(mutable=True)
        query = self.query if query is None else query
        order = order or self.order
        default_order = BEST if query else self.plain_order
        if query:
            params["q"] = query
        params.setlist("tag", self.tag_slugs if tags is None else tags)
        if order != default_order and (query or order != BEST):
            params["order"] = order
        if page > 1:
            params["page"] = page
        return f"?{params.urlencode()}" if params.urlencode() else "?"

    # The database

    @cached_property
    def _filtered(self) -> QuerySet:
        pages = self.resources
        if self._asks_for_unknown_tag:
            return pages.none()
        for slug in self.tag_slugs:
            pages = pages.filter(pk__in=tagged_items().filter(tag__slug=slug).values("content_object"))
        return pages

    @cached_property
    def _ordered(self) -> QuerySet:
        pages = matching(self._filtered, self.query) if self.query else self._filtered
        pages = pages.order_by(*ORDERS[self.order][1])
        return pages.exclude(pk__in=self._featured) if self.is_plain and self._featured else pages

    @cached_property
    def _best(self) -> Found:
        """The page that the reader asked for, by match; how many match comes with it."""
        return self._find_best(self.asked_page)

    def _find_best(self, number: int) -> Found:
        stop = number * self.page_size
        return find(self._filtered, self.query, start=stop - self.page_size, stop=stop)

    def _ids_between(self, start: int, stop: int) -> list[int]:
        if self.order == BEST:
            return (self._best if self.number == self.asked_page else self._find_best(self.number)).ids
        if self.query:
            return self._find_ids(start, stop)
        left_out = self._featured if self.is_plain else []
        return self._remembered(f"{self.order}.{start}.{stop}.{left_out}", lambda: self._find_ids(start, stop))

    def _find_ids(self, start: int, stop: int) -> list[int]:
        ids = self._ordered.values_list("pk", flat=True)
        if start <= self.listed // 2:
            return list(ids[start:stop])
        from_the_end = ids.reverse()[max(0, self.listed - stop) : self.listed - start]
        return list(from_the_end)[::-1]

    @cached_property
    def _tag_rows(self) -> list[tuple[str, str, int]]:
        if self.query:
            return self._count_tags(matching(self._filtered, self.query).order_by().values("pk"))
        return self._remembered("tags", lambda: self._count_tags(self._filtered.order_by().values("pk")))

    @cached_property
    def _library_tags(self) -> list[tuple[str, str, int]]:
        return remembered(f"{self.name}.tags.[]", lambda: self._count_tags(self.resources.order_by().values("pk")))

    def _count_tags(self, pages) -> list[tuple[str, str, int]]:
        rows = Tag.objects.filter(beatcancer_resources__content_object__in=pages)
        rows = rows.annotate(resources=Count("beatcancer_resources")).order_by("name", "pk")
        return list(rows.values_list("name", "slug", "resources"))

    @cached_property
    def _asks_for_unknown_tag(self) -> bool:
        """Nothing has a tag that the library does not know, and nothing need be remembered about it."""
        return bool(self.tag_slugs) and not {slug for _name, slug, _count in self._library_tags}.issuperset(
            self.tag_slugs
        )

    def _remembered(self, what: str, count):
        if len(self.tag_slugs) > REMEMBERED_TAGS or self._asks_for_unknown_tag:
            return count()  # strangers must not be able to fill the cache with addresses that they make up
        return remembered(f"{self.name}.{what}.{sorted(self.tag_slugs)}", count)


def _may_be_slug(text: str) -> bool:
    return 0 < len(text) <= LONGEST_SLUG and "\x00" not in text
