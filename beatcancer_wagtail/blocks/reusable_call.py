from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from beatcancer_wagtail.blocks.action import SIZES
from beatcancer_wagtail.blocks.chosen import FetchedTogether
from beatcancer_wagtail.blocks.groups import ACTIONS
from beatcancer_wagtail.blocks.previews import LibraryPreview


class CallChooserBlock(FetchedTogether, SnippetChooserBlock):
    """Chooses a call to action; any number of them come with the pages they lead to in one statement."""

    def __init__(self, **kwargs):
        super().__init__("beatcancer_wagtail.CallToAction", **kwargs)

    def fetch(self, ids):
        return {call.pk: call for call in self.model_class.objects.for_display().filter(pk__in=ids).order_by()}

    def newest(self):
        """The call that was published last, or None."""
        return self.model_class.objects.for_display().live().order_by("-pk").first()

    class Meta:
        icon = "pick"
        label = _("Call to action")


class ReusableCallBlock(LibraryPreview, blocks.StructBlock):
    """A call to action of the library, as it is now. One that is not published, or leads nowhere, is not shown."""

    call = CallChooserBlock(label=_("Call to action"))
    size = blocks.ChoiceBlock(label=_("Size"), choices=SIZES, default="band", search_index=False)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        call = value.get("call")
        context["target"] = call.get_target(context.get("request")) if call is not None and call.live else ""
        return context

    def get_preview_value(self):
        return self.normalize({"call": self.child_blocks["call"].newest(), "size": "band"})

    class Meta:
        icon = "pick"
        label = _("Call to action from the library")
        label_format = "{call}"
        group = ACTIONS
        template = "beatcancer_wagtail/blocks/reusable_call.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("One that is written once and kept up to date in the library")
        preview_hint = _("Publish a call to action, and it shows here.")


# Migrations of a site that uses the block by itself name it where it is public, whichever file it stands in.
DECONSTRUCT_ALIASES = {CallChooserBlock: "beatcancer_wagtail.blocks.CallChooserBlock"}
