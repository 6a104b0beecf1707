"""What one reader wrote under one page."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.comments.states import APPROVED, PENDING, REJECTED, SPAM, reasons, statuses
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.models.base_page import BASE_PAGE

NAME_LENGTH = 60


class CommentQuerySet(models.QuerySet):
    """The comments that a moderator, a reader or a command asks for."""

    def waiting(self):
        """What nobody has decided on."""
        return self.filter(status=PENDING)

    def at_risk(self):
        """What waits and may come from somebody in danger."""
        return self.waiting().filter(is_at_risk=True)

    def approved(self):
        """What readers see, replies and traces of erased comments included."""
        return self.filter(status=APPROVED)

    def urgent_first(self):
        """The order of the queue: somebody at risk first, then what has waited longest."""
        return self.order_by("-is_at_risk", "created_at", "pk")

    def due(self, moment: datetime | None = None):
        """What the settings say is to be erased at ``moment``, which is now unless given."""
        moment, conf = moment or timezone.now(), library_settings()
        due = Q(pk__in=[])
        for states, since, days in (
            ((REJECTED, SPAM), "decided_at", conf.COMMENTS_REFUSED_DAYS),
            ((PENDING,), "created_at", conf.COMMENTS_WAITING_DAYS),
            ((APPROVED,), "created_at", conf.COMMENTS_KEEP_DAYS),
        ):
            if days > 0:
                due |= Q(**{"status__in": states, f"{since}__lt": moment - timedelta(days=days)})
        return self.filter(due, erased_at=None, is_staff=False)


class Comment(models.Model):
    """A comment, or the reply to one. Readers see it once it is approved, as plain text.

    ``email`` is for one message and is erased once that is sent; ``email_key`` is a keyed hash that still finds the
    comments of somebody who asks for theirs. ``sender`` is a keyed hash of network and browser, erased after some days.
    What is erased keeps its place if others have replied to it, and nothing else.
    """

    page = models.ForeignKey(
        BASE_PAGE, verbose_name=_("page"), on_delete=models.CASCADE, related_name="beatcancer_comments"
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("reply to"), null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    text = models.TextField(_("comment"), validators=[MaxLengthValidator(20_000)])
    email = models.EmailField(_("e-mail"), blank=True, editable=False)
    email_key = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    language = models.CharField(_("language"), max_length=20, blank=True, editable=False)
    is_staff = models.BooleanField(_("by our staff"), default=False, editable=False)

    status = models.CharField(_("status"), max_length=10, choices=statuses, default=PENDING, db_index=True)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, db_index=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    reason = models.CharField(_("reason"), max_length=20, choices=reasons, blank=True, editable=False)

    is_at_risk = models.BooleanField(_("somebody may be at risk"), default=False, db_index=True, editable=False)
    risk_reason = models.CharField(_("why"), max_length=255, blank=True, editable=False)

    consent_text = models.TextField(_("what the writer agreed to"), blank=True, editable=False)
    consent_version = models.PositiveIntegerField(_("version of that"), default=0, editable=False)
    redacted_at = models.DateTimeField(_("shortened"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    # None, of which there may be many, once nobody can send the same form again; see ``limits.forget_senders``.
    form_key = models.CharField(max_length=32, null=True, blank=True, unique=True, editable=False)
    sender = models.CharField(max_length=64, null=True, blank=True, db_index=True, editable=False)  # noqa: DJ001
    text_key = models.CharField(max_length=64, blank=True, db_index=True, editable=False)  # the same words again

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        # Nobody adds or changes what a reader wrote: whoever may moderate may decide, shorten, reply and erase.
        default_permissions = ()
        permissions = [("moderate_comment", _("Can moderate comments"))]
        indexes = [models.Index(fields=["page", "status", "created_at"], name="beatcancer_comment_thread")]

    def __str__(self):
        # It stands in logs, so it holds nothing that a reader wrote.
        return _now("Comment %(number)s") % {"number": self.pk or "–"}

    @property
    def erase_on(self) -> datetime | None:
        """When ``prune_comments`` will erase it as the settings stand now; None for never."""
        conf = library_settings()
        since, days = self.created_at, conf.COMMENTS_WAITING_DAYS
        if self.status == APPROVED:
            days = conf.COMMENTS_KEEP_DAYS
        elif self.status in (REJECTED, SPAM):
            since, days = self.decided_at or self.created_at, conf.COMMENTS_REFUSED_DAYS
        return since + timedelta(days=days) if days > 0 and not self.is_staff and not self.erased_at else None
