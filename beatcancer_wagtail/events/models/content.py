"""What readers see of an event besides its facts: summary, picture, body and tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string

from beatcancer_wagtail.blocks.chosen import fetched_together
from beatcancer_wagtail.blocks.headed import OutlineEntry, outline
from beatcancer_wagtail.blocks.related import ResourceChooserBlock, related_ids_in
from beatcancer_wagtail.blocks.walk import expand_rich_text
from beatcancer_wagtail.fields import BodyField
from beatcancer_wagtail.models.tags import ResourceTagsManager
from beatcancer_wagtail.resources import TAGGED_ITEMS, resources_by_id
from beatcancer_wagtail.tagged import TagLabel, tags_of
from beatcancer_wagtail.text.outline import settle_anchors


class EventContent(models.Model):
    """The texts and the picture of an event, as an article has them."""

    summary = models.TextField(_("summary"), max_length=400)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(_("alternative text"), max_length=255, blank=True)
    hero_caption = models.CharField(_("caption"), max_length=300, blank=True)
    hero_credit = models.CharField(_("credit"), max_length=160, blank=True)
    body = BodyField(verbose_name=_("body"), blank=True)
    tags = ResourceTagsManager(verbose_name=_("tags"), through="beatcancer_wagtail.ResourceTag", blank=True)

    summary_panel = FieldPanel(
        "summary", help_text=_("Two sentences: what happens there, and whom it is for. Shown in lists and calendars.")
    )
    content_part_panels = [
        MultiFieldPanel(
            [
                FieldPanel("hero_image"),
                FieldPanel(
                    "hero_alt",
                    help_text=_(
                        "What the picture tells, for those who cannot see it. Leave empty if it is only decoration."
                    ),
                ),
                FieldPanel("hero_caption"),
                FieldPanel("hero_credit", help_text=_("Who made the picture.")),
            ],
            heading=_("Picture at the top"),
            classname="collapsed",
        ),
        FieldPanel("body"),
        FieldPanel("tags", help_text=_("Two or three are best. Readers filter the events by them.")),
    ]

    class Meta:
        abstract = True

    @property
    def tag_labels(self) -> list[TagLabel]:
        """Name and slug of each tag, in alphabetical order."""
        return tags_of(self, TAGGED_ITEMS)

    def get_outline(self) -> list[OutlineEntry]:
        """The headings of the body, nested."""
        return outline(self.body)

    def settle_body(self) -> None:
        """Give every heading its lasting anchor. Done at each save."""
        entries = [entry for top in self.get_outline() for entry in top.walk()]
        anchors = settle_anchors((entry.heading for entry in entries), self._published_anchors() if entries else {})
        for entry in entries:
            entry.value["anchor"] = anchors[entry.key] if entry.text else ""

    def _published_anchors(self) -> dict[str, str]:
        live = type(self)._default_manager.filter(pk=self.pk, live=True).only("body").first() if self.pk else None
        return {entry.key: entry.anchor for top in (live.get_outline() if live else []) for entry in top.walk()}

    def prepare_body(self, *, fresh: bool) -> None:
        """Fetch all that the body shows together; ``fresh`` in a preview."""
        self.resources_at_hand = resources_by_id(related_ids_in(self.body, self), beside=self)
        with fetched_together(self.body, {ResourceChooserBlock: self.resources_at_hand}, fresh=fresh):
            expand_rich_text(self.body)
