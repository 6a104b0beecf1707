from collections.abc import Sequence
from urllib.parse import urlencode

from django.db import models
from django.db.models import Max
from django.http import HttpResponse
from django.urls import Resolver404
from wagtail.url_routing import RouteResult

from beatcancer_wagtail.feed_addresses import feed_asked_for, feed_paths
from beatcancer_wagtail.memory import remembered

# How many addresses of a library are purged or redirected at most; the others grow old by themselves.
MOST_PAGES, MOST_TAGS = 20, 50


class ListingAddresses(models.Model):
    """What a library answers below its own address, and what others are told of these addresses."""

    class Meta:
        abstract = True

    def feed_asked_for(self, path_components: Sequence[str]) -> RouteResult | None:
        asked = feed_asked_for(path_components)
        return RouteResult(self, kwargs=asked) if asked else None

    def serve_feed(self, request, feed: str, tag: str) -> HttpResponse:
        from beatcancer_wagtail.feeds import feed_response  # which shows what the models hold

        return feed_response(self, request, feed, tag)

    def get_route_paths(self):
        """With the feeds, so that readers who subscribed follow when the library moves."""
        return [*super().get_route_paths(), *(f"/{path}" for path in feed_paths(self._frequent_tags))]

    def resolve_subpage(self, path: str):
        """What Wagtail's redirects ask before they lead to a path below a page; raises Resolver404 for any but a feed."""
        asked = feed_asked_for(path.strip("/").split("/"))
        if not asked:
            raise Resolver404({"path": path})
        return self.serve, (), asked

    def get_cached_paths(self):
        """All that changes when a resource does: the pages of the list, the filters of the tags, the feeds."""
        pages = min(MOST_PAGES, -(-self.resource_total // self.page_size))
        numbered = [f"?page={number}" for number in range(2, pages + 1)]
        tags = self._frequent_tags
        return [
            *super().get_cached_paths(),
            *numbered,
            *(f"?{urlencode({'tag': tag})}" for tag in tags),
            *feed_paths(tags),
        ]

    def get_sitemap_urls(self, request=None):
        """One address, changed when the newest change of what it lists was published."""
        newest = remembered(f"{self._name}.changed", lambda: self.get_resources().aggregate(Max("last_published_at")))
        urls = super().get_sitemap_urls(request)
        for url in urls:
            moments = (url.get("lastmod"), newest["last_published_at__max"])
            url["lastmod"] = max(filter(None, moments), default=None)
        return urls

    @property
    def _frequent_tags(self) -> list[str]:
        tags = sorted(self.library_tags, key=lambda tag: -tag[2])
        return [slug for _name, slug, _count in tags[:MOST_TAGS]]
