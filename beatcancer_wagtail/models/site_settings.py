"""What an organisation says once for its whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.images import get_image_model_string
from wagtail.models import PreviewableMixin, Site

from beatcancer_wagtail.links import validate_link
from beatcancer_wagtail.models.base_page import BASE_PAGE


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


class SurveyBanner(PreviewableMixin, BaseSiteSetting):
    """One slim line above every page that thanks the visitor and offers a survey."""

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

    panels = [
        FieldPanel("is_on"),
        FieldPanel("text", help_text=_("One short sentence. Thank the visitor, then say what you ask for.")),
        MultiFieldPanel(
            [
                FieldPanel("link_text", help_text=_("For example: Answer three questions.")),
                FieldPanel("page", help_text=_("Choose a page, or fill in the address below.")),
                FieldPanel("url"),
            ],
            heading=_("Link"),
        ),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When it shows")),
        FieldPanel(
            "dismissible",
            help_text=_("Who closes it does not see it again until you change its text or its link."),
        ),
    ]

    class Meta:
        verbose_name = _("survey banner")

    def __str__(self):
        return str(self._meta.verbose_name)


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
