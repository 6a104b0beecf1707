"""Tags, each of them once, however it is written."""

from django.db import IntegrityError, transaction
from taggit.models import Tag

from beatcancer_wagtail.importer.books.cells import same


class Tags:
    def __init__(self) -> None:
        self._known: dict[str, Tag] | None = None

    def get(self, names: list[str]) -> list[Tag]:
        """A tag for each name; made where there is none yet. Within a transaction: only what it keeps is remembered."""
        return [self._known_tags.get(same(name)) or self._make(name) for name in names]

    def remember(self, tags: list[Tag]) -> None:
        self._known_tags.update({same(tag.name): tag for tag in tags})

    @property
    def _known_tags(self) -> dict[str, Tag]:
        if self._known is None:
            self._known = {same(tag.name): tag for tag in Tag.objects.order_by("-pk").iterator()}
        return self._known

    def _make(self, name: str) -> Tag:
        if tag := Tag.objects.filter(name__iexact=name).order_by("pk").first():
            return tag
        try:
            with transaction.atomic():
                return Tag.objects.create(name=name)
        except IntegrityError:  # a database that takes accents for decoration
            return Tag.objects.get(name=name)
