from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from beatcancer_wagtail.blocks.chosen import AnyPageChooserBlock
from beatcancer_wagtail.blocks.groups import ACTIONS
from beatcancer_wagtail.links import is_safe_link, validate_link
from beatcancer_wagtail.targets import target_problem

SIZES = [("band", _("Band in the middle of a page")), ("closing", _("Large, at the end of a page"))]


class CallToActionValue(blocks.StructValue):
    @property
    def target(self) -> str:
        """Where the button leads: the page's address if it is live, else the URL, else ""."""
        return self.get_target()

    def get_target(self, request=None) -> str:
        """The same, seen from the site of the request."""
        page = self.get("page")
        if page is not None:
            return page.get_url(request) or "" if page.live else ""
        url = self.get("url") or ""
        return url if url and is_safe_link(url) else ""


class CallToActionBlock(blocks.StructBlock):
    """One clear next step: a page of this site or an address elsewhere, never both."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=3, help_text=_("One or two sentences."))
    button_text = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=60,
        help_text=_("Say what happens: “Join a group”, not “Click here”."),
    )
    page = AnyPageChooserBlock(
        label=_("Page"), required=False, help_text=_("Choose a page, or fill in the address below.")
    )
    url = blocks.CharBlock(
        label=_("Address"),
        required=False,
        max_length=500,
        validators=[validate_link],
        search_index=False,
        help_text=_("For example https://example.org/groups, /donate/, tel:+44… or mailto:…"),
    )
    size = blocks.ChoiceBlock(label=_("Size"), choices=SIZES, default="band", search_index=False)

    def clean(self, value):
        errors = {}
        try:
            value = super().clean(value)
        except StructBlockValidationError as error:
            errors |= error.block_errors
        message = "" if self.is_deferred_validation else target_problem(value.get("page"), value.get("url"))
        if message:
            errors = {"page": ValidationError(message), "url": ValidationError(message)} | errors
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["target"] = value.get_target(context.get("request"))
        return context

    class Meta:
        icon = "pick"
        label = _("Call to action")
        label_format = "{heading}"
        group = ACTIONS
        value_class = CallToActionValue
        template = "beatcancer_wagtail/blocks/action.html"
        preview_template = "beatcancer_wagtail/blocks/preview.html"
        description = _("A heading, a sentence and one button")
        preview_value = {
            "heading": "You do not have to do this alone",
            "text": "Our groups meet every week, in person and online.",
            "button_text": "Find a group",
            "url": "/groups/",
            "size": "band",
        }
