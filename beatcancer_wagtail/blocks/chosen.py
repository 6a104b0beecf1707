"""The records that blocks choose - pictures, pages, books - fetched for a whole body together.

Wagtail fetches them for each stream by itself: an article with a picture in each of its ten sections would ask
the database ten times for one picture.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from types import MappingProxyType
from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from beatcancer_wagtail.memory import remembered

Fetch = Callable[[list[int]], dict[int, Model]]


class FetchedTogether:
    """Put before a chooser block: what it chooses is fetched with what its like choose elsewhere in the body."""

    @property
    def kind(self) -> tuple[type, type[Model]]:
        """What choosers must share to be fetched together."""
        return type(self), self.model_class

    def fetch(self, ids: list[int]) -> dict[int, Model]:
        """The records with these ids, in one statement."""
        return self.model_class._default_manager.order_by().in_bulk(ids)

    def fetch_remembered(self, ids: list[int]) -> dict[int, Model]:
        """The same from the cache, as long as nothing in the library changes."""
        block, model = self.kind
        name = f"{block.__module__}.{block.__qualname__} {model._meta.label} {ids}"
        return remembered(name, lambda: self.fetch(ids))

    def bulk_to_python(self, values):
        values = list(values)
        records = _together.get().get(self.kind)
        if records is None or not records.ids.issuperset(filter(None, values)):
            records = _Records(values, self.fetch)
        return [records.give(value) for value in values]


class _Records:
    def __init__(self, ids: Iterable[int | None], fetch: Fetch, at_hand: Mapping[int, Model] | None = None):
        self.ids, self._fetch, self._at_hand = {pk for pk in ids if pk}, fetch, at_hand or {}
        self._given = set()

    @cached_property
    def _by_id(self) -> dict[int, Model]:
        missing = sorted(self.ids - self._at_hand.keys())
        return {**self._at_hand, **(self._fetch(missing) if missing else {})}

    def give(self, pk: int | None) -> Model | None:
        """The record, each time another object: blocks write on what they choose."""
        record = self._by_id.get(pk)
        if record is None or pk not in self._given:
            self._given.add(pk)
            return record
        return copy(record)


_together: ContextVar[Mapping[tuple, _Records]] = ContextVar("beatcancer_wagtail_chosen", default=MappingProxyType({}))


@contextmanager
def fetched_together(body: StreamValue, at_hand: Mapping[type, Mapping[int, Model]], *, fresh: bool = False):
    """Within it, blocks of ``body`` find what they choose in one statement for each kind of chooser, or in none.

    ``at_hand`` are records that need not be fetched, by id, for each class of chooser block. ``fresh`` records
    come from the database even if they are remembered.
    """
    found: list[tuple[FetchedTogether, int]] = []
    _find_chosen(body.stream_block, body.raw_data, found)
    records = {}
    for kind, chooser in {chooser.kind: chooser for chooser, _pk in found}.items():
        ids = [pk for other, pk in found if other.kind == kind]
        fetch = chooser.fetch if fresh else chooser.fetch_remembered
        records[kind] = _Records(ids, fetch, at_hand.get(type(chooser)))
    token = _together.set(records)
    try:
        yield
    finally:
        _together.reset(token)


def _find_chosen(block: blocks.Block, raw: Any, found: list[tuple[FetchedTogether, int]]) -> None:
    """Add each chooser of ours in stored data to ``found``, with the id of what it chooses."""
    if not raw:
        return
    if isinstance(block, blocks.FieldBlock):
        if isinstance(block, FetchedTogether):
            found.append((block, raw))
    elif isinstance(block, blocks.StreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                _find_chosen(child, item["value"], found)
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            value = item["value"] if isinstance(item, dict) and "type" in item else item
            _find_chosen(block.child_block, value, found)
    elif isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            _find_chosen(child, raw.get(name), found)


class AnyPageChooserBlock(FetchedTogether, blocks.PageChooserBlock):
    """Chooses a page of any model."""

    @cached_property
    def widget(self):
        from beatcancer_wagtail.widgets import PageChooser  # which imports models

        return PageChooser(target_models=self.target_models, can_choose_root=self.can_choose_root)

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class PictureChooserBlock(FetchedTogether, ImageChooserBlock):
    """Chooses the image of a :class:`DescribedImageBlock`."""


class DescribedImageBlock(ImageBlock):
    """Wagtail's image with alternative text."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = PictureChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser
