"""The records that blocks choose - pictures, pages, books - fetched for a whole body together.

Wagtail fetches them for each stream by itself: an article with a picture in each of its ten sections would ask
the database ten times for one picture.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

_fetched: ContextVar[dict[type, "_Records"] | None] = ContextVar("beatcancer_wagtail_chosen_records", default=None)


class FetchedTogether:
    """Put before a chooser block: what it chooses is fetched with what its like choose elsewhere in the body."""

    def fetch(self, ids: list[int]) -> dict[int, Model]:
        """The records with these ids, in one statement."""
        return self.model_class._default_manager.order_by().in_bulk(ids)

    def bulk_to_python(self, values):
        values = list(values)
        records = (_fetched.get() or {}).get(type(self))
        if records is None or not records.ids.issuperset(filter(None, values)):
            records = _Records(self, values)
        return [records.give(value) for value in values]


class _Records:
    def __init__(self, block: FetchedTogether, ids):
        self.block, self.ids, self._given = block, {pk for pk in ids if pk}, set()

    @cached_property
    def _by_id(self) -> dict[int, Model]:
        return self.block.fetch(list(self.ids)) if self.ids else {}

    def give(self, pk: int | None) -> Model | None:
        """The record, each time another object: blocks write on what they choose."""
        record = self._by_id.get(pk)
        if record is None or pk not in self._given:
            self._given.add(pk)
            return record
        return copy(record)


@contextmanager
def fetched_together(body: Any):
    """Within it, blocks of ``body`` find what they choose in one statement for each kind of chooser."""
    found = []
    _find_chosen(body.stream_block, body.raw_data, found)
    choosers = {type(chooser): chooser for chooser, _pk in found}
    ids = {kind: [pk for chooser, pk in found if type(chooser) is kind] for kind in choosers}
    token = _fetched.set({kind: _Records(chooser, ids[kind]) for kind, chooser in choosers.items()})
    try:
        yield
    finally:
        _fetched.reset(token)


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
