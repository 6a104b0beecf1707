"""What an organisation says once for its whole site."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.images import get_image_model_string
from wagtail.models import PreviewableMixin, Site

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.links import validate_link
from beatcancer_wagtail.models.base_page import BASE_PAGE
from beatcancer_wagtail.models.half_filled import HalfFilled
from beatcancer_wagtail.targets import require_one_target, target_of

PREVIEWED_BANNER = "beatcancer_previewed_banner"  # on the request of a preview


def of_site(related_name: str) -> models.OneToOneField:
    """The site that a setting belongs to; under a name that no setting of the site's own takes."""
    return models.OneToOneField(Site, editable=False, on_delete=models.CASCADE, related_name=related_name)


def organisation_kinds():
    """The schema.org types that fit who publishes health information."""
    return [
        ("NGO", _("Charity or other non-profit")),
        ("MedicalOrganization", _("Medical organisation")),
        ("Hospital", _("Hospital")),
        ("GovernmentOrganization", _("Public authority")),
        ("Organization", _("Another organisation")),
    ]


class SurveyBanner(HalfFilled, PreviewableMixin, BaseSiteSetting):
    """One slim line above every page that thanks the visitor and offers a survey.

    ``version`` grows when what the visitor reads, or where it leads, changes; not with the dates or the switch.
    Who has closed one version sees the next.
    """

    site = of_site("beatcancer_survey_banner")
    is_on = models.BooleanField(_("show the banner"), default=False)
    text = models.CharField(_("text"), max_length=200, blank=True)
    link_text = models.CharField(_("words of the link"), max_length=60, blank=True)
    page = models.ForeignKey(
        BASE_PAGE, verbose_name=_("page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    url = models.CharField(_("address"), max_length=500, blank=True, validators=[validate_link])
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("to"), null=True, blank=True)
    dismissible = models.BooleanField(_("visitors can close it"), default=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    WORDING = ("text", "link_text", "page_id", "url")

    panels = [
        FieldPanel("is_on"),
        FieldPanel("text", help_text=_("One short sentence. Thank the visitor, then say what you ask for.")),
        MultiFieldPanel(
            [
                FieldPanel("link_text", help_text=_("For example: Answer three questions.")),
                FieldPanel("page", help_text=_("Choose a page, or fill in the address below.")),
                FieldPanel("url", help_text=_("For example https://example.org/survey or /survey/.")),
            ],
            heading=_("Link"),
        ),
        FieldRowPanel(
            [FieldPanel("starts_at"), FieldPanel("ends_at")],
            heading=_("When it shows"),
            help_text=_("Leave both empty to show it as long as it is switched on."),
        ),
        FieldPanel(
            "dismissible",
            help_text=_("Who closes it does not see it again until you change its text or its link."),
        ),
    ]

    class Meta:
        verbose_name = _("survey banner")

    def __str__(self):
        return str(self._meta.verbose_name)

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The banner must end after it starts.")})
        if self.is_on and self.ends_at and self.ends_at <= timezone.now() and not self.may_be_half_filled:
            raise ValidationError({"ends_at": _("This is over. Choose a later time, or switch the banner off.")})
        if self.is_on and not self.may_be_half_filled:
            self._require_words()
            require_one_target(self.page_id, self.url)

    def _require_words(self) -> None:
        missing = [name for name in ("text", "link_text") if not getattr(self, name).strip()]
        if missing:
            raise ValidationError(dict.fromkeys(missing, _("Fill this in, or switch the banner off.")))

    def save(self, *args, **kwargs):
        changed = self.pk and self._says_something_new()
        if changed:
            self.version = models.F("version") + 1
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
        super().save(*args, **kwargs)
        if changed:
            self.refresh_from_db(fields=["version"])

    def _says_something_new(self) -> bool:
        stored = type(self)._base_manager.filter(pk=self.pk).values_list(*self.WORDING).first()
        return stored is not None and stored != tuple(getattr(self, name) for name in self.WORDING)

    def is_due(self, moment: datetime) -> bool:
        """Whether it is on, and ``moment`` within its time."""
        has_begun = self.starts_at is None or self.starts_at <= moment
        return self.is_on and has_begun and (self.ends_at is None or moment < self.ends_at)

    def get_target(self, request=None) -> str:
        """Where the link leads: the page's address if a stranger may read it, else the address given, else ""."""
        return target_of(self.page, self.url, request)

    def get_full_url(self):
        return f"{self.site.root_url}/"

    def serve_preview(self, request, mode_name):
        setattr(request, PREVIEWED_BANNER, self)
        return super().serve_preview(request, mode_name)

    def get_preview_template(self, request, mode_name):
        return "beatcancer_wagtail/banner_preview.html"

    def get_preview_context(self, request, mode_name):
        home = self.site.root_page.specific
        context = {"page": home, "self": home, "base_template": library_settings().BASE_TEMPLATE}
        return super().get_preview_context(request, mode_name) | context


class Organisation(BaseSiteSetting):
    """Who publishes the site, as search engines and calendars are told."""

    site = of_site("beatcancer_organisation")
    name = models.CharField(_("name"), max_length=160, blank=True)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=40, choices=organisation_kinds, default="NGO")
    description = models.TextField(_("description"), max_length=400, blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sharing_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_url = models.CharField(
        _("address of the contact page"), max_length=500, blank=True, validators=[validate_link]
    )
    same_as = models.TextField(_("the same organisation elsewhere"), blank=True)

    panels = [
        FieldPanel("name", help_text=_("As your readers know you. Left empty, the name of the site is taken.")),
        FieldPanel("legal_name", help_text=_("Only if it is another one.")),
        FieldPanel("kind"),
        FieldPanel("description", help_text=_("Whom you help and how, in one or two sentences.")),
        FieldPanel("logo"),
        FieldPanel(
            "sharing_image",
            help_text=_("Shown when somebody shares a page that has no picture. 1200 by 630 pixels are best."),
        ),
        FieldRowPanel([FieldPanel("telephone"), FieldPanel("contact_url")]),
        FieldPanel(
            "same_as",
            help_text=_(
                "One address on each line: your entry in the register of charities, Wikidata, social networks."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("organisation")

    def __str__(self):
        return self.name or str(self._meta.verbose_name)


class ClosingCall(BaseSiteSetting):
    """The call to action that closes every article, unless the article has its own or wants none."""

    site = of_site("beatcancer_closing_call")
    call = models.ForeignKey(
        "beatcancer_wagtail.CallToAction",
        verbose_name=_("call to action"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel(
            "call", help_text=_("Shown large at the end of every article. An article can have another, or none.")
        )
    ]

    class Meta:
        verbose_name = _("closing call")

    def __str__(self):
        return str(self._meta.verbose_name)
