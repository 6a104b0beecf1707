from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from beatcancer_wagtail.blocks.groups import TEXT
from beatcancer_wagtail.blocks.walk import rich_text_html
from beatcancer_wagtail.conf import library_settings


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links. Headings come from sections, so that no text can break the outline."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.own_features = self.features

    @property
    def field(self):
        """The form field, with the buttons of this block or else those that the settings name now."""
        features = list(library_settings().RICH_TEXT_FEATURES) if self.own_features is None else self.own_features
        if "field" not in self.__dict__ or features != self.features:
            self.features = features
            self.__dict__["field"] = super().field
        return self.__dict__["field"]

    def get_searchable_content(self, value):
        """Worked out once for each text: a save asks for it some eight times, and in a long article that took seconds."""
        if not self.search_index:
            return []
        source, found = getattr(value, "searchable", (None, None))
        if source != value.source:
            found = super().get_searchable_content(value)
            value.searchable = value.source, found
        return list(found)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["html"] = mark_safe(rich_text_html(value))  # noqa: S308 - the editor's own rich text, as Wagtail does
        return context

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = TEXT
        template = "beatcancer_wagtail/blocks/text.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("Paragraphs, lists and links")
        preview_value = (
            "<p>A biopsy takes a small piece of tissue, so that a specialist can look at it under a microscope.</p>"
            "<ul><li>It shows whether there are cancer cells.</li><li>It shows which kind they are.</li></ul>"
        )


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {TextBlock: "beatcancer_wagtail.blocks.TextBlock"}
