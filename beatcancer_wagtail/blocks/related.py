from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.groups import LIBRARY
from beatcancer_wagtail.blocks.headed import HeadedBlock, with_link_settings
from beatcancer_wagtail.resources import load_resources, public_pages, related_resources


class ResourceChooserBlock(blocks.PageChooserBlock):
    """Chooses a page; resources come with what a list shows of them, in one statement for each model."""

    def bulk_to_python(self, values):
        values = list(values)
        found = {page.pk: page for page in load_resources(value for value in values if value)}
        if missing := [value for value in values if value and value not in found]:
            found |= self.model_class.objects.in_bulk(missing)
        return [found.get(value) for value in values]

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")
        group = LIBRARY
        template = "beatcancer_wagtail/blocks/resource.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One page to read next")


class RelatedBlock(HeadedBlock):
    """Other resources to read next: those that the editor chose, else the latest that share tags."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160, default=_("Read next"))
    pages = blocks.ListBlock(
        ResourceChooserBlock(label=_("Page")),
        label=_("Pages"),
        default=[],
        help_text=_("Leave empty to show the latest resources that share tags with this page."),
    )
    count = blocks.IntegerBlock(
        label=_("How many at most"), default=3, min_value=1, max_value=12, help_text=_("When no pages are chosen.")
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        chosen = [page for page in value.get("pages") or () if page is not None]
        if chosen:
            visible = set(public_pages().filter(pk__in=[page.pk for page in chosen]).values_list("pk", flat=True))
            context["resources"] = [page for page in chosen if page.pk in visible]
        else:
            context["resources"] = related_resources(context.get("page"), value.get("count") or 3)
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
        preview_value = {"heading": "Read next", "pages": [], "count": 3}
