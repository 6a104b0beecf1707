from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.chosen import AnyPageChooserBlock
from beatcancer_wagtail.blocks.groups import LIBRARY
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings
from beatcancer_wagtail.blocks.previews import LibraryPreview
from beatcancer_wagtail.resources import load_resources, public_ones, related_ids, related_resources

DEFAULT_COUNT = 3
PREVIEW_HINT = _("Publish an article, and it shows here.")


class ResourceChooserBlock(LibraryPreview, AnyPageChooserBlock):
    """Chooses a page; resources come with what a list shows of them, in one statement for each model."""

    def fetch(self, ids):
        found = {page.pk: page for page in load_resources(ids)}
        if missing := [pk for pk in ids if pk not in found]:
            found |= super().fetch(missing)
        return found

    def get_preview_value(self):
        return next(iter(related_resources(None, 1)), None)

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/resource.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One page to read next")
        preview_hint = PREVIEW_HINT


class RelatedBlock(LibraryPreview, HeadedBlock):
    """Other resources to read next: those that the editor chose, else the latest that share tags."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Read next"))
    pages = blocks.ListBlock(
        ResourceChooserBlock(label=_("Page")),
        label=_("Pages"),
        default=[],
        help_text=_("Leave empty to show the latest resources that share tags with this page."),
    )
    count = blocks.IntegerBlock(
        label=_("How many at most"),
        default=DEFAULT_COUNT,
        min_value=1,
        max_value=12,
        help_text=_("When no pages are chosen."),
    )

    def ids_in(self, raw: dict, page) -> list[int]:
        """The ids of the resources that stored data of this block shows on ``page``."""
        raw = raw or {}
        items = [item["value"] if isinstance(item, dict) else item for item in raw.get("pages") or ()]
        return [pk for pk in items if pk] or related_ids(raw.get("count") or DEFAULT_COUNT, page)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        shown = context.get("page")
        chosen = [page for page in value.get("pages") or () if page is not None]
        if chosen:
            context["resources"] = [page for page in public_ones(chosen) if shown is None or page.pk != shown.pk]
        else:
            context["resources"] = related_resources(shown, value.get("count") or DEFAULT_COUNT)
        return context

    class Meta:
        icon = "link"
        label = _("Related resources")
        label_format = "{heading}"
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/related.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Other pages to read next")
        form_layout = with_link_settings("heading", "pages", "count")
        preview_value = {"heading": _("Read next"), "pages": [], "count": DEFAULT_COUNT}
        preview_hint = PREVIEW_HINT


def related_ids_in(body, page) -> list[int]:
    """The ids of all resources that the related blocks of ``body`` show on ``page``."""
    kinds = body.stream_block.child_blocks
    related = ((kinds.get(item["type"]), item["value"]) for item in body.raw_data)
    return [pk for block, raw in related if isinstance(block, RelatedBlock) for pk in block.ids_in(raw, page)]


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {ResourceChooserBlock: "beatcancer_wagtail.blocks.ResourceChooserBlock"}
