"""The feeds of a library: its newest resources as Atom and RSS."""

import re
from datetime import datetime, time
from datetime import timezone as fixed_zone
from hashlib import sha256
from urllib.parse import urlencode
from uuid import uuid5

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from wagtail.models import Page

from beatcancer_wagtail.feed_addresses import ATOM, RSS, feed_path
from beatcancer_wagtail.pictures import PictureFile, picture_file
from beatcancer_wagtail.places import place_of
from beatcancer_wagtail.resources import load_resources
from beatcancer_wagtail.structured_data.page import modified_at, published_at
from beatcancer_wagtail.structured_data.subject import SHARED_PICTURE, Subject

MOST_ENTRIES = 50
_EPOCH = datetime.fromtimestamp(0, fixed_zone.utc)
MEDIA = "http://search.yahoo.com/mrss/"
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed_response(listing: Page, request: HttpRequest, feed: str, tag: str = "") -> HttpResponse:
    """One feed of ``listing``; Http404 for a tag that nothing in it has."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    place = place_of(listing, request)
    name = {slug: name for name, slug, _count in listing.library_tags}.get(tag, "") if tag else ""
    if place is None or (tag and not name):
        raise Http404
    pages = load_resources(listing.newest_ids(MOST_ENTRIES, tag=tag), tags=True, public=True)
    made = _feed(Subject(listing, place, request), feed, tag, name, pages)
    response = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    # No date: what leaves a feed, because it became private or lost its tag, makes none of its dates later.
    response["ETag"] = etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag, response=response)


def _feed(subject: Subject, kind: str, tag: str, tag_name: str, pages: list[Page]) -> SyndicationFeed:
    listing, place = subject.page, subject.place
    title = f"{listing.title}: {tag_name}" if tag else listing.title
    entries = [(page, found) for page in pages if (found := place_of(page, subject.request))]
    feed = {ATOM: _Atom, RSS: _Rss}[kind](
        title=_writable(f"{title} – {subject.publisher_name}"),
        link=f"{place.address}?{urlencode({'tag': tag})}" if tag else place.address,
        description=_writable(subject.description or title),
        subtitle=_writable(subject.description) or None,
        language=subject.language,
        author_name=_writable(subject.publisher_name),
        author_link=f"{place.root}/",
        feed_url=place.address + feed_path(kind, tag),
        feed_guid=_lasting_id(listing, subject, f"feed {tag}"),
        changed=max([_changed(page) for page, _place in entries] or [_last_published(listing)]),
    )
    prefetch_related_objects([page.hero_image for page in pages if page.hero_image], "renditions")
    for page, found in entries:
        if found.site_id == place.site_id:
            _add(feed, page, found.address, subject)
    return feed


def _add(feed: SyndicationFeed, page: Page, address: str, subject: Subject) -> None:
    file = picture_file(page.hero_image, SHARED_PICTURE)
    feed.add_item(
        title=_writable(page.title),
        link=address,
        description=escape(_writable(page.summary)),
        author_name=_writable(subject.publisher_name),
        pubdate=published_at(page),
        updateddate=_changed(page),
        unique_id=_lasting_id(page, subject),
        unique_id_is_permalink=False,
        categories=[_writable(tag.name) for tag in page.tag_labels],
        picture=file and file._replace(url=subject.place.full(file.url)),
        picture_text=_writable(page.hero_alt),
    )


def _lasting_id(page: Page, subject: Subject, of: str = "") -> str:
    """An address for what has none that lasts: it outlives renaming, moving and a new domain."""
    return uuid5(page.translation_key, f"{subject.language_of(page)} {of}".strip()).urn


def _changed(page: Page) -> datetime:
    """When the page changed in substance, as a moment; a day begins at midnight, but never before the publication."""
    moment = modified_at(page)
    if moment is None:
        return _last_published(page)
    if not isinstance(moment, datetime):
        moment = timezone.make_aware(datetime.combine(moment, time.min))
    return moment


def _last_published(page: Page) -> datetime:
    return timezone.localtime(page.last_published_at or page.first_published_at or _EPOCH)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _picture_attributes(file: PictureFile) -> dict[str, str]:
    return {"url": file.url, "width": str(file.width), "height": str(file.height)}


class _WithPictures:
    """Pictures as Media RSS, which both kinds of feed may carry; its own elements need no length in bytes."""

    def latest_post_date(self):
        return self.feed["changed"]

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if (file := item["picture"]) is None:
            return
        attributes = _picture_attributes(file)
        handler.startElement("media:content", {**attributes, "type": file.mime_type, "medium": "image"})
        handler.addQuickElement("media:thumbnail", "", attributes)
        if item["picture_text"]:
            handler.addQuickElement("media:description", item["picture_text"], {"type": "plain"})
        handler.endElement("media:content")


class _Atom(_WithPictures, Atom1Feed):
    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:media": MEDIA}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if file := item["picture"]:
            handler.addQuickElement("link", "", {"rel": "enclosure", "href": file.url, "type": file.mime_type})


class _Rss(_WithPictures, Rss201rev2Feed):
    def rss_attributes(self):
        return {**super().rss_attributes(), "xmlns:media": MEDIA}
