from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from beatcancer_wagtail.links import is_safe_link, validate_link
from beatcancer_wagtail.models.base_page import BASE_PAGE


class CallToAction(PreviewableMixin, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model):
    """One clear next step, written once and shown wherever it is chosen."""

    heading = models.CharField(_("heading"), max_length=160)
    text = models.TextField(_("text"), max_length=400, blank=True)
    button_text = models.CharField(_("words on the button"), max_length=60)
    page = models.ForeignKey(
        BASE_PAGE, verbose_name=_("page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    url = models.CharField(_("address"), max_length=500, blank=True, validators=[validate_link])

    panels = [
        FieldPanel("heading"),
        FieldPanel("text", help_text=_("One or two sentences.")),
        FieldPanel("button_text", help_text=_("Say what happens: “Join a group”, not “Click here”.")),
        MultiFieldPanel(
            [
                FieldPanel("page", help_text=_("Choose a page, or fill in the address below.")),
                FieldPanel(
                    "url", help_text=_("For example https://example.org/groups, /donate/, tel:+44… or mailto:…")
                ),
            ],
            heading=_("Where the button leads"),
        ),
    ]
    search_fields = [
        index.SearchField("heading", boost=2),
        index.AutocompleteField("heading"),
        index.SearchField("text"),
        index.FilterField("live"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("call to action")
        verbose_name_plural = _("calls to action")
        ordering = ["heading", "pk"]

    def __str__(self):
        return self.heading

    def clean(self):
        super().clean()
        if self.page_id and self.url:
            message = _("Choose a page or give an address, not both.")
        elif not self.page_id and not self.url:
            message = _("Choose a page, or give an address.")
        else:
            return
        raise ValidationError({"page": message, "url": message})

    def get_target(self, request=None) -> str:
        """Where the button leads: the page's address if it is live, else the URL, else ""."""
        if self.page_id:
            return (self.page.get_url(request) or "") if self.page.live else ""
        return self.url if self.url and is_safe_link(self.url) else ""

    def get_preview_template(self, request, mode_name):
        return "beatcancer_wagtail/call_to_action_preview.html"
