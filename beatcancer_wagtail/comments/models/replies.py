from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class CannedReply(index.Indexed, models.Model):
    """Words that moderators send often, to choose from when they reply."""

    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("reply"), max_length=2000)

    panels = [
        FieldPanel("title", help_text=_("Only moderators see it. For example: Asks for advice about treatment.")),
        FieldPanel("text", help_text=_("Readers see these words under the comment, marked as a reply of your team.")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.SearchField("text")]

    class Meta:
        verbose_name = _("canned reply")
        verbose_name_plural = _("canned replies")
        ordering = ["title"]

    def __str__(self):
        return self.title
