from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from beatcancer_wagtail.models.base_page import BASE_PAGE


class FeedbackAnswer(models.Model):
    """What one reader answered to "Was this page helpful?". No name, no address."""

    page = models.ForeignKey(
        BASE_PAGE, verbose_name=_("page"), on_delete=models.CASCADE, related_name="beatcancer_feedback"
    )
    revision = models.ForeignKey(
        Revision, verbose_name=_("revision"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    helpful = models.BooleanField(_("helpful"))
    text = models.TextField(_("what the reader wrote"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    # A keyed hash, so that one reader cannot answer a hundred times; erased after a day, and then None, of which a page
    # may have many.
    sender = models.CharField(max_length=64, null=True, blank=True, db_index=True, editable=False)  # noqa: DJ001

    class Meta:
        verbose_name = _("answer of a reader")
        verbose_name_plural = _("answers of readers")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["page", "sender"], name="beatcancer_feedback_once")]

    def __str__(self):
        return str(_("Helpful") if self.helpful else _("Not helpful"))
