"""One visit to the comments of a page: what is shown, and what becomes of the form that was sent."""

import logging
from urllib.parse import urlencode

from django.core.signing import BadSignature
from django.db import DatabaseError, IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.comments import limits
from beatcancer_wagtail.comments.actions import FormUsedUp, NoSuchComment, submit
from beatcancer_wagtail.comments.addresses import THANKS_ANCHOR, address_of_comments
from beatcancer_wagtail.comments.forms import CommentForm, max_length
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.risk import risk_reasons
from beatcancer_wagtail.comments.rules import Rule
from beatcancer_wagtail.comments.states import APPROVED
from beatcancer_wagtail.comments.thread import Thread, readable
from beatcancer_wagtail.comments.tokens import (
    AT_RISK,
    PUBLISHED,
    WAITING,
    FormToken,
    form_token,
    outcome_token,
    read_form_token,
    read_outcome,
)
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.partial import wants_part
from beatcancer_wagtail.reader_posts import Refused, refuse_strange_forms, render_for_readers, see_other
from beatcancer_wagtail.senders import sender_of

logger = logging.getLogger(__name__)

PART = "beatcancer-comment-form"
WHOLE = "beatcancer_comments/comments_page.html"
FORM, THANKS = "beatcancer_comments/components/form.html", "beatcancer_comments/components/thanks.html"
AN_HOUR = "3600"

ONCE_MORE = _("This form has been open for long. Your words are still here: please press Send once more.")
QUICK = _("That was quick, and we want to be sure that you are a person. Please press Send once more.")
NOT_OURS = _("Something went wrong with the form. Your words are still here: please press Send once more.")
CONSENT_CHANGED = _("What you agree to has changed meanwhile. Please read it again and tick the box.")
MEND = _("Your comment has not been sent yet. Please mend what is marked below.")
FAILED = _("Something went wrong. Your words are still here: please try again.")


class Visit:
    """Somebody at the comments of ``page``, which they may read."""

    def __init__(self, request: HttpRequest, page, rule: Rule):
        self.request, self.page, self.rule = request, page, rule
        self.words = words_for(page, request)
        self.is_part = wants_part(request, PART)
        self.replies_to: Comment | None = None
        self.token = ""  # one of theirs that is to be sent again, or "" for a fresh one
        self.form = CommentForm(words=self.words)

    @cached_property
    def thread(self) -> Thread:
        return Thread(self.page, self.request.GET, newest_first=self.words.newest_first)

    # Reading

    def show(self) -> HttpResponse:
        """The whole page; for our script the form alone."""
        if self.is_part and not self.rule.can_write:
            return self.show_form_again(self._not_open())
        outcome = read_outcome(self.page, self.request.GET.get("sent"))
        if self.rule.can_write and not outcome:
            self.replies_to = self._to_reply_to(self.request.GET.get("reply", ""))
        else:
            self.form = None
        return self._render(FORM if self.is_part else WHOLE, outcome=outcome)

    def show_form_again(self, refused: Refused) -> HttpResponse:
        """The form with what was written, and above it why it was not taken."""
        status, why, needs_help = refused.status, refused.why, self._suggests_risk()
        response = self._render(FORM if self.is_part else WHOLE, status=status, problem=why, needs_help=needs_help)
        for name, value in refused.headers.items():
            response[name.replace("_", "-")] = value
        return response

    def thank(self, outcome: str) -> HttpResponse:
        """What has become of the comment; help has an address of its own, so that loading the page again keeps it."""
        query = urlencode({"sent": outcome_token(self.page, outcome)})
        address = f"{address_of_comments(self.page)}?{query}{THANKS_ANCHOR}"
        if not self.is_part:
            return see_other(address)
        return self._render(THANKS, outcome=outcome, lasting_address=address if outcome == AT_RISK else "")

    # Writing

    def take(self) -> str:
        """Store what was sent and return what has become of it; raises ``Refused``."""
        refuse_strange_forms(self.request, 16 * 1024 + 36 * max_length())  # thrice too long, in the widest letters
        self.form = CommentForm(self.request.POST, words=self.words)
        token = self._token()
        is_valid = self.form.is_valid()
        if self.form.cleaned_data.get("website"):
            return AT_RISK if self._suggests_risk() else WAITING
        if not is_valid:
            raise Refused(422, MEND)
        if token.is_quick:
            raise Refused(422, QUICK)
        comment = self._store(token.form_key)
        if comment.is_at_risk or self._suggests_risk():
            return AT_RISK
        return PUBLISHED if comment.status == APPROVED else WAITING

    def _token(self) -> FormToken:
        if not self.rule.can_write:
            raise self._not_open()
        given = self.request.POST.get("token", "")
        try:
            token = read_form_token(given)
        except BadSignature:
            raise Refused(403, NOT_OURS) from None
        if token.page_id != self.page.pk:
            raise Refused(403, NOT_OURS)
        if token.parent_id:
            self.replies_to = self._to_reply_to(str(token.parent_id))
            if self.replies_to is None:
                raise Refused(410, str(NoSuchComment()))
        if token.is_old:
            raise Refused(410, ONCE_MORE)
        if token.consent_version != self.words.consent_version:
            self.form.data = {**self.form.data.dict(), "consent": ""}
            raise Refused(422, CONSENT_CHANGED)
        self.token = given
        return token

    def _store(self, form_key: str) -> Comment:
        said = self.form.cleaned_data
        try:
            return submit(
                self.page,
                name=said["name"],
                text=said["text"],
                email=said["email"],
                parent=self.replies_to,
                form_key=form_key,
                sender=sender_of(self.request, "comments"),
                consent_text=self.words.consent_text,
                consent_version=self.words.consent_version,
                language=get_language() or "",
            )
        except limits.TooManyComments as many:
            raise Refused(429, str(many), Retry_After=AN_HOUR) from None
        except FormUsedUp as used:
            self.token = ""
            raise Refused(422, str(used)) from None
        except limits.SameWordsAgain as again:
            raise Refused(422, str(again)) from None
        except limits.NotTaken as closed:  # since the form was shown
            raise Refused(403, str(closed)) from None
        except IntegrityError:
            raise
        except DatabaseError as error:  # from None: a report of the error would hold what somebody wrote
            logger.error("A comment could not be stored: %s", type(error).__name__)
            raise Refused(503, FAILED, Retry_After="5") from None

    def _to_reply_to(self, number: str) -> Comment | None:
        """A comment that readers see on this page, and that is no reply itself."""
        if not (number.isascii() and number.isdigit() and len(number) < 19):
            return None
        return readable(self.page).filter(pk=int(number), parent=None, erased_at=None).first()

    def _suggests_risk(self) -> bool:
        """Whether what was sent may come from somebody in danger: they are shown help, whatever else is wrong."""
        data = self.form.data
        return bool(data and risk_reasons(f"{data.get('name', '')}\n{data.get('text', '')}"))

    def _not_open(self) -> Refused:
        if self.rule.is_paused:
            return Refused(503, self.rule.why_not, Retry_After=AN_HOUR)
        return Refused(403, self.rule.why_not)

    def _render(
        self, template: str, *, status: int = 200, outcome="", lasting_address="", problem="", needs_help=False
    ) -> HttpResponse:
        context = {
            "page": self.page,
            "page_url": self.page.get_url(self.request),
            "rule": self.rule,
            "words": self.words,
            "form_address": address_of_comments(self.page),
            "is_preview": False,
            "form": self.form,
            "token": self.token or form_token(self.page, self.replies_to, consent_version=self.words.consent_version),
            "replies_to": self.replies_to,
            "problem": problem,
            "needs_help": needs_help,
            "max_length": max_length(),
            "outcome": outcome,
            "lasting_address": lasting_address,
        }
        if template == WHOLE:
            return render_for_readers(
                self.request, template, self.page, {**context, "thread": self.thread}, status=status
            )
        return render(self.request, template, context, status=status)
