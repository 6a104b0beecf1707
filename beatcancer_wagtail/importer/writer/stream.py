"""The documented JSON becomes the body of the site's articles."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlock, StructValue
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue
from wagtail.embeds.blocks import EmbedValue

from beatcancer_wagtail.blocks.walk import children, holds_blocks, values
from beatcancer_wagtail.importer.writer.blocks import Writer
from beatcancer_wagtail.importer.writer.kinds import TEXT, block_for
from beatcancer_wagtail.importer.writer.places import Frame, Places
from beatcancer_wagtail.importer.writer.rich_text import features_of, paragraphs, settle, text_of
from beatcancer_wagtail.importer.writer.stored_text import stored_texts


class NoPlaceForText(ValueError):
    """The site's body has no block that takes text."""


@dataclass
class Built:
    """A body; ``changes`` tells what stands in it otherwise than in the source, ``unfilled`` what an editor must add.

    ``addresses`` stand in its text, and in the source only behind it.
    """

    body: StreamValue
    changes: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


def stream_of(
    document: Mapping[str, Any],
    *,
    body_block: StreamBlock,
    pictures: Mapping[str, Any] | None = None,
    language: str = "",
) -> Built:
    """The body of ``document`` in the site's own blocks, each through its own ``clean()`` as for a draft.

    ``pictures`` are images by the address that the document gives them; ``language`` is Django's code of the page's.
    Nothing is asked of the network.
    """
    stored: list[dict] = []
    writer = Writer(Places([Frame(body_block, stored)]), pictures or {}, language)
    try:
        writer.write_all(document.get("body") or [])
    except LookupError as error:
        raise NoPlaceForText(
            _("The body of the site's articles has no block for text, so nothing can be imported.")
        ) from error
    for passage, name, block in writer.places.passages:
        passage[name], came_through = settle(passage[name], features_of(block))
        if not came_through:
            writer.changes.append(
                _("A text lost marks or links that the editor does not offer; its words are kept: “%(text)s”")
                % {"text": text_of(passage[name])[:80]}
            )
    body = _cleaned(body_block, stored, writer)
    if writer.unstored:
        show_unstored(body, writer.unstored)
    return Built(body, writer.changes, writer.unfilled, writer.addresses)


def _cleaned(body_block: StreamBlock, stored: list[dict], writer: Writer) -> StreamValue:
    """What a block of the site's does not accept becomes text."""
    for _attempt in range(3):
        body = body_block.to_python(stored)
        ask_no_provider(body)
        try:
            return body_block.clean_deferred(body)
        except StreamBlockValidationError as error:
            writer.unfilled += [str(message) for message in error.non_block_errors]
            if not error.block_errors:
                return body
            for number, problem in error.block_errors.items():
                _as_text(body_block, stored, number, problem, writer)
    return body_block.to_python(stored)


def _as_text(
    body_block: StreamBlock, stored: list[dict], number: int, problem: ValidationError, writer: Writer
) -> None:
    text = block_for(TEXT, body_block)
    refused = body_block.child_blocks[stored[number]["type"]]
    lines = list(stored_texts(refused, stored[number]["value"]))
    if text is None or refused is text:
        writer.unfilled.append(_("The site's block “%(block)s” does not accept this text.") % {"block": refused.label})
        return
    html, _whole = settle(paragraphs(lines), features_of(text))
    stored[number] = {"type": text.name, "value": html, "id": stored[number]["id"]}
    writer.changes.append(
        _("The site's block “%(block)s” did not accept a part of the page (%(why)s); it is text now.")
        % {"block": refused.label, "why": "; ".join(_messages(problem)) or problem}
    )


def _messages(problem: ValidationError) -> list[str]:
    try:
        return [str(message) for message in problem.messages]
    except AttributeError:
        return []


def ask_no_provider(body: StreamValue) -> None:
    """Wagtail would fetch the player of each embed to see whether there is one; the writer has looked at the address."""
    for value in values(body):
        if isinstance(value, EmbedValue):
            value.html = value.url


def show_unstored(value: Any, images: Mapping[str, tuple[Any, str | None]]) -> None:
    """Put images that are in no database into the blocks that show them, for a preview."""
    for child in children(value):
        if child.id in images:
            image, alt = images[child.id]
            image = copy(image)
            image.contextual_alt_text, image.decorative = alt or "", alt == ""
            if isinstance(child.value, StructValue) and "image" in child.value:
                child.value["image"] = image
        elif holds_blocks(child):
            show_unstored(child.value, images)
