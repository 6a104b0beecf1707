from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.comments.states import page_states
from beatcancer_wagtail.models.base_page import BASE_PAGE


class PageRule(models.Model):
    """Whether one page, and all pages below it, take comments; what it leaves empty the page above says."""

    page = models.OneToOneField(
        BASE_PAGE, verbose_name=_("page"), on_delete=models.CASCADE, related_name="beatcancer_comment_rule"
    )
    state = models.CharField(_("comments"), max_length=10, choices=page_states, blank=True)
    closes_after_days = models.PositiveIntegerField(
        _("closed so many days after publication"), null=True, blank=True, validators=[MaxValueValidator(36500)]
    )

    class Meta:
        verbose_name = _("rule for comments")
        verbose_name_plural = _("rules for comments")
        default_permissions = ()

    def __str__(self):
        return str(self._meta.verbose_name)
