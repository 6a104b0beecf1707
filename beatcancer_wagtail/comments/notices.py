"""What moderators have to know about their site before they read the first comment."""

from typing import NamedTuple

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site

from beatcancer_wagtail.comments.models import CommentSettings

CHANGE = "beatcancer_comments.change_commentsettings"


class Notice(NamedTuple):
    text: str
    site: str  # its name; "" where there is one site only
    url: str  # of the settings, for those who may change them


def notices_for(user) -> list[Notice]:
    """That a site is paused, or that it tells nobody of a comment at risk; in two statements."""
    sites = list(Site.objects.order_by("-is_default_site", "pk"))
    said = {row.site_id: row for row in CommentSettings.objects.all()}
    notices = []
    for site in sites:
        settings = said.get(site.pk) or CommentSettings()
        name = (site.site_name or site.hostname) if len(sites) > 1 else ""
        url = _settings_url(site) if user.has_perm(CHANGE) else ""
        if settings.is_paused:
            notices.append(Notice(_("Comments are paused: readers cannot write for now."), name, url))
        if not settings.addresses:
            unheard = _("Nobody is told by e-mail of a comment at risk. Add addresses under Settings, Comments.")
            notices.append(Notice(unheard, name, url))
    return notices


def _settings_url(site: Site) -> str:
    if not apps.is_installed("wagtail.contrib.settings"):
        return ""
    return reverse("wagtailsettings:edit", args=["beatcancer_comments", "commentsettings", site.pk])
