from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from beatcancer_wagtail.blocks.action import SIZES
from beatcancer_wagtail.links import validate_link
from beatcancer_wagtail.models.base_page import BASE_PAGE
from beatcancer_wagtail.models.half_filled import HalfFilled
from beatcancer_wagtail.models.schedules import ScheduleKnown, with_schedules
from beatcancer_wagtail.targets import mark_public, require_one_target, target_is_private, target_of

TARGET_IS_PRIVATE = "target_is_private"


class CallQuerySet(models.QuerySet):
    def live(self):
        """Published calls only."""
        return self.filter(live=True)

    def for_display(self):
        """With the page that each leads to, and whether a stranger may read it, in this one statement."""
        return self.select_related("page").annotate(**{TARGET_IS_PRIVATE: target_is_private("page")})

    def for_editors(self):
        """With all that the editors' list shows of a call."""
        return with_schedules(self.for_display())


class CallToAction(
    HalfFilled,
    ScheduleKnown,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
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

    objects = CallQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("call to action")
        verbose_name_plural = _("calls to action")
        ordering = ["heading", "pk"]

    def __str__(self):
        return self.heading

    def clean(self):
        super().clean()
        if not self.may_be_half_filled:
            require_one_target(self.page_id, self.url)

    def get_target(self, request=None) -> str:
        """Where the button leads: the page's address if a stranger may read it, else the address given, else ""."""
        if hasattr(self, TARGET_IS_PRIVATE):
            mark_public(self.page, is_private=getattr(self, TARGET_IS_PRIVATE))
        return target_of(self.page, self.url, request)

    def get_preview_context(self, request, mode_name):
        sizes = [{"name": name, "label": label} for name, label in SIZES]
        return super().get_preview_context(request, mode_name) | {"target": self.get_target(request), "sizes": sizes}

    def get_preview_template(self, request, mode_name):
        return "beatcancer_wagtail/call_to_action_preview.html"
