from django.db import models
from django.utils.translation import gettext_lazy as _


class FailedSearch(models.Model):
    """Words that readers searched for and that nothing matched. Who searched is not kept."""

    words = models.CharField(_("words"), max_length=100)
    kind = models.CharField(_("searched in"), max_length=40, blank=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    first_at = models.DateTimeField(_("first"), auto_now_add=True)
    last_at = models.DateTimeField(_("last"), db_index=True)

    class Meta:
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")
        ordering = ["-times", "-last_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["words", "kind"], name="beatcancer_failed_search_once")]

    def __str__(self):
        return self.words
