"""The three mails that comments send: to a writer once, to moderators at once for somebody at risk, and the digest.

None holds what a reader wrote, or who it was: mail servers keep what they carry. Nor does the log.
"""

import logging
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import Page, Site

from beatcancer_wagtail.comments.addresses import LIST_ANCHOR
from beatcancer_wagtail.comments.models import Comment, CommentSettings
from beatcancer_wagtail.comments.queue import queue_url
from beatcancer_wagtail.comments.rules import rule_for
from beatcancer_wagtail.comments.signals import comment_approved, comment_submitted
from beatcancer_wagtail.comments.states import APPROVED
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.places import root_above
from beatcancer_wagtail.resources import public_pages
from beatcancer_wagtail.translations import language_code_of

UID = "beatcancer_comments.mail"
KEPT_AFTER_DECISION = timedelta(days=7)  # so long a mail that failed is tried again

logger = logging.getLogger("beatcancer_wagtail.comments")


class Digests(NamedTuple):
    """Of how many sites the moderators were told, could not be told, and are not named."""

    sent: int
    failed: int
    unnamed: int


def connect() -> None:
    comment_approved.connect(_approved, dispatch_uid=UID)
    comment_submitted.connect(_submitted, dispatch_uid=UID)


def _approved(comment: Comment, **_signal) -> None:
    tell_writer(comment)


def _submitted(comment: Comment, **_signal) -> None:
    if comment.is_at_risk:
        alert_moderators(comment)


# To the writer


def untold() -> QuerySet[Comment]:
    """Comments that readers see, whose writers asked to be told and have not been."""
    shown = Q(parent=None) | Q(parent__status=APPROVED)
    return Comment.objects.approved().filter(shown, erased_at=None).exclude(email="").order_by("pk")


def tell_writer(comment: Comment) -> bool:
    """Tell the writer that the comment has appeared, and forget the address. Returns whether the mail went out."""
    comment = untold().select_related("page").filter(pk=comment.pk).first()
    page = comment.page.specific if comment else None
    if page is None or not public_pages().filter(pk=page.pk).exists() or not rule_for(page).can_read:
        return False
    # The address goes first, so that two processes never both send; it comes back if the mail did not go out.
    if not Comment.objects.filter(pk=comment.pk, email=comment.email).update(email=""):
        return False
    sent = False
    try:
        with translation.override(comment.language or language_code_of(page)):
            sent = _send(_("Your comment has appeared"), _to_the_writer(page), [comment.email], about=comment)
    finally:
        if not sent:
            Comment.objects.filter(pk=comment.pk, erased_at=None).update(email=comment.email)
    return sent


def tell_waiting_writers() -> int:
    """Try the mails again that could not be sent; return how many went out."""
    return sum(tell_writer(comment) for comment in untold())


def forget_addresses() -> int:
    """Erase e-mail addresses that have waited for their mail long enough; return how many."""
    before = timezone.now() - KEPT_AFTER_DECISION
    decided = Q(decided_at__lt=before) | Q(decided_at=None, status=APPROVED, created_at__lt=before)
    ids = list(Comment.objects.filter(decided).exclude(email="").order_by().values_list("pk", flat=True))
    return Comment.objects.filter(pk__in=ids).update(email="") if ids else 0


def _to_the_writer(page: Page) -> str:
    # Nothing but the address says what the page is about: others may see the mail.
    return "\n\n".join(
        [
            _("Hello,"),
            _("somebody of our team has read your comment. It is on the page now, for everybody to read:"),
            f"{page.get_full_url()}{LIST_ANCHOR}",
            _("You asked for this message. We have deleted your e-mail address and will not write again."),
            words_for(page).team_name,
        ]
    )


# To moderators


def alert_moderators(comment: Comment) -> bool:
    """Tell the moderators at once that somebody may be at risk. Returns whether the mail went out."""
    page = comment.page.specific
    to = words_for(page).addresses
    if not to:
        logger.warning("Comment %s may come from somebody at risk, and no moderator's address is set.", comment.pk)
        return False
    with translation.override(language_code_of(page)):
        body = [
            _("A comment has come whose words suggest that its writer is in danger. It waits for you:"),
            _admin_address(AdminURLFinder().get_edit_url(comment) or queue_url()),
            _("Page: %(title)s") % {"title": page.title},
            _("The writer has seen the help text of your site. For their sake this message holds none of their words."),
        ]
        return _send(_("Somebody may be at risk"), "\n\n".join(body), to, site=page.get_site(), about=comment)


def send_digest() -> Digests:
    """Tell the moderators of each site how many comments wait. Where none waits nobody is told."""
    told = {row.site_id: row.addresses for row in CommentSettings.objects.all()}
    counts = {"sent": 0, "failed": 0, "unnamed": 0}
    for site, waiting in _waiting_by_site().items():
        if to := told.get(site.pk):
            with translation.override(language_code_of(site.root_page)):
                sent = _send(_("Comments wait for you"), _digest(waiting), to, site=site)
            counts["sent" if sent else "failed"] += 1
        else:
            counts["unnamed"] += 1
    return Digests(**counts)


def _waiting_by_site() -> dict[Site, dict]:
    sites = {site.pk: site for site in Site.objects.select_related("root_page")}
    pages = Comment.objects.waiting().order_by().values("page__url_path")
    found: dict[Site, dict] = {}
    for row in pages.annotate(
        total=Count("pk"), at_risk=Count("pk", filter=Q(is_at_risk=True)), oldest=Min("created_at")
    ):
        if root := root_above(row["page__url_path"]):
            before = found.setdefault(sites[root.site_id], {"total": 0, "at_risk": 0, "oldest": row["oldest"]})
            before["total"] += row["total"]
            before["at_risk"] += row["at_risk"]
            before["oldest"] = min(before["oldest"], row["oldest"])
    return found


def _digest(waiting: dict) -> str:
    total, at_risk = waiting["total"], waiting["at_risk"]
    oldest = date_format(timezone.localtime(waiting["oldest"]) if settings.USE_TZ else waiting["oldest"], "DATE_FORMAT")
    lines = [ngettext("%(number)d comment waits.", "%(number)d comments wait.", total) % {"number": total}]
    if at_risk:
        lines.append(
            ngettext(
                "%(number)d of them may come from somebody at risk. Please read it first.",
                "%(number)d of them may come from somebody at risk. Please read those first.",
                at_risk,
            )
            % {"number": at_risk}
        )
    lines += [_("The oldest came on %(date)s.") % {"date": oldest}, _admin_address(queue_url())]
    return "\n\n".join(lines)


# Sending


def _send(subject: str, body: str, to: list[str], *, site: Site | None = None, about: Comment | None = None) -> bool:
    name = (site.site_name or getattr(settings, "WAGTAIL_SITE_NAME", "")) if site else ""
    try:
        send_mail(" ".join(f"{name}: {subject}".split()) if name else subject, f"{body}\n", None, to)
    except Exception as error:  # noqa: BLE001 - what it says may hold the address, so only its kind is told
        logger.error("A mail about %s was not sent: %s", about or "waiting comments", type(error).__name__)
        return False
    return True


def _admin_address(path: str) -> str:
    return f"{(get_admin_base_url() or '').rstrip('/')}{path}"
