"""What an organisation says once about the comments of its site."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting

from beatcancer_wagtail.comments import default_words
from beatcancer_wagtail.comments.default_words import explained
from beatcancer_wagtail.models.site_settings import of_site


class CommentSettings(BaseSiteSetting):
    """Words and switches of one site. What is left empty has a default, in the reader's language.

    ``consent_version`` grows whenever what the writers agree to changes.
    """

    site = of_site("beatcancer_comment_settings")
    is_paused = models.BooleanField(_("pause: nobody can write for now"), default=False)
    newest_first = models.BooleanField(_("newest comments first"), default=False)
    team_name = models.CharField(_("name of your team"), max_length=60, blank=True)
    next_steps = models.TextField(_("what happens next"), max_length=400, blank=True)
    consent_text = models.TextField(_("what the writer agrees to"), max_length=1000, blank=True)
    consent_version = models.PositiveIntegerField(default=1, editable=False)
    help_text = models.TextField(_("help for somebody at risk"), max_length=2000, blank=True)
    moderators = models.TextField(_("who is told by e-mail"), blank=True)

    panels = [
        FieldPanel(
            "is_paused",
            help_text=_("At once and on every page. What is there stays; readers are told that it is a pause."),
        ),
        FieldPanel("newest_first"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "team_name",
                    help_text=explained(
                        _("It stands over your replies. For example: The nurses of our line."), default_words.team_name
                    ),
                ),
                FieldPanel(
                    "next_steps",
                    help_text=explained(
                        _("Said before somebody sends: who reads the comment, when, and what you do not publish."),
                        default_words.next_steps,
                    ),
                ),
                FieldPanel(
                    "consent_text",
                    help_text=explained(
                        _("Stored with each comment. Name your privacy notice. A change begins a new version."),
                        default_words.consent_text,
                    ),
                ),
            ],
            heading=_("Words for writers"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "help_text",
                    help_text=explained(
                        _(
                            "Shown at once to somebody whose words suggest that they are in danger. Give telephone"
                            " numbers and say when somebody answers. One line for each."
                        ),
                        default_words.help_text,
                    ),
                ),
                FieldPanel(
                    "moderators",
                    help_text=_(
                        "One e-mail address on each line. They get the digest, and a message at once for a comment at risk."
                    ),
                ),
            ],
            heading=_("Safety"),
        ),
    ]

    class Meta:
        verbose_name = _("comments")

    def __str__(self):
        return str(self._meta.verbose_name)

    @property
    def addresses(self) -> list[str]:
        """Whom to tell, each once."""
        return list(dict.fromkeys(line.strip() for line in self.moderators.splitlines() if line.strip()))

    def clean(self):
        super().clean()
        wrong = [address for address in self.addresses if not _is_email(address)]
        if wrong:
            message = _now("“%(address)s” is no e-mail address. Write one on each line, and nothing else.")
            raise ValidationError({"moderators": message % {"address": wrong[0]}})

    def save(self, *args, **kwargs):
        if self.pk:
            stored = type(self)._base_manager.filter(pk=self.pk).values_list("consent_text", flat=True).first()
            if stored is not None and stored != self.consent_text:
                self.consent_version += 1
        super().save(*args, **kwargs)


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
