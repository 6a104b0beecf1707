"""What an organisation says once about comments, with our words where it has said nothing."""

from typing import NamedTuple

from wagtail.models import Page, Site

from beatcancer_wagtail.comments import default_words
from beatcancer_wagtail.comments.models import CommentSettings
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.places import root_above

ON_REQUEST = "beatcancer_comment_settings"


class Words(NamedTuple):
    """The words and switches of one site, in the active language."""

    team_name: str
    next_steps: str
    consent_text: str
    consent_version: int
    help_text: str
    newest_first: bool
    is_paused: bool
    addresses: list[str]


def words_for(page: Page | None, request=None) -> Words:
    """What the site of ``page`` says; a page outside every site gets the defaults. Never writes."""
    site = _site_of(page, request)
    return _with_defaults(_said_by(site, request) if site else CommentSettings())


def _said_by(site: int, request) -> CommentSettings:
    on_request = {} if request is None else request.__dict__.setdefault(ON_REQUEST, {})
    if site not in on_request:
        kept = remembered(f"comment settings of site {site}", lambda: _stored(site))
        on_request[site] = kept[0] if kept else CommentSettings()
    return on_request[site]


def _site_of(page: Page | None, request) -> int | None:
    if page is None:
        found = Site.find_for_request(request) if request is not None else None
        return found.pk if found else None
    root = root_above(page.url_path)
    return root.site_id if root else None


def _stored(site: int) -> list[CommentSettings]:
    """In a list, so that a site without settings is remembered too."""
    return list(CommentSettings.objects.filter(site_id=site)[:1])


def _with_defaults(said: CommentSettings) -> Words:
    return Words(
        team_name=said.team_name or default_words.team_name(),
        next_steps=said.next_steps or default_words.next_steps(),
        consent_text=said.consent_text or default_words.consent_text(),
        consent_version=said.consent_version if said.consent_text else 0,
        help_text=said.help_text or default_words.help_text(),
        newest_first=said.newest_first,
        is_paused=said.is_paused,
        addresses=said.addresses,
    )
