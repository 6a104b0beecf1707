"""The comments of a page, for the place below an article and for any other page."""

from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from laces.components import Component

from beatcancer_wagtail.comments.addresses import address_of_comments
from beatcancer_wagtail.comments.rules import Rule, rule_for, takes_comments
from beatcancer_wagtail.comments.thread import SHOWN, Thread
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.memory import remembered
from beatcancer_wagtail.resources import public_ones

KEPT = "_beatcancer_comments"  # on the page, for the one request that it is shown in


def comments_of(page, request=None) -> tuple[Rule, Thread] | None:
    """What readers of ``page`` see of its comments, asked for once for each request; None where there is nothing.

    A page that is private, or that is no page for readers yet, has none; but its preview shows where they will be.
    """
    if page is None or page.pk is None or not takes_comments(page) or not address_of_comments(page):
        return None
    kept_for, kept = page.__dict__.get(KEPT, (None, None))
    if kept is None or kept_for is not request:
        kept = _ask(page, request)
        setattr(page, KEPT, (request, kept))
    return kept or None


def _ask(page, request) -> tuple:
    if not _is_preview(request) and not (page.live and public_ones([page])):
        return ()
    rule = rule_for(page, request)
    return (rule, Thread(page, newest_first=words_for(page, request).newest_first)) if rule.can_read else ()


def _is_preview(request) -> bool:
    return bool(getattr(request, "is_preview", False))


class CommentsBelow(Component):
    """The first page of the comments and a link to the form, the same for every reader."""

    template_name = "beatcancer_comments/components/comments.html"

    def __init__(self, page):
        self.page = page

    def render_html(self, parent_context=None):
        """Nothing, not even a blank, where there is nothing to show. With ``CACHE_BODIES`` the HTML is remembered."""
        request = (parent_context or {}).get("request")
        if not comments_of(self.page, request):
            return SafeString("")
        if not library_settings().CACHE_BODIES or _is_preview(request):
            return super().render_html(parent_context)
        shown = self._shown(request)
        return remembered(self._name(shown), lambda: get_template(self.template_name).render(shown))

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        return {**self._shown(request), "request": request}

    def _shown(self, request) -> dict[str, Any]:
        """Without the request: what is kept for all readers must not know of one."""
        rule, thread = comments_of(self.page, request)
        is_preview = _is_preview(request)
        return {
            "page": self.page,
            "rule": rule,
            "thread": thread,
            "words": words_for(self.page, request),
            "form_address": "" if is_preview else address_of_comments(self.page),
            "is_preview": is_preview,
        }

    def _name(self, shown: dict[str, Any]) -> str:
        """All that the HTML depends on, so that what is taken back is gone at once."""
        rule, thread = shown["rule"], shown["thread"]
        rows = [
            [[getattr(row, name) for name in SHOWN] for row in (top, *top.shown_replies)] for top in thread.comments
        ]
        said = (rule.can_write, rule.is_paused, str(rule.why_not), shown["words"], shown["form_address"])
        counted = (thread.order, thread.listed, thread.total, thread.page_size)
        return f"comments {self.page.pk} {get_language()} {said} {counted} {rows}"


def comments_below_article(page, request) -> CommentsBelow | None:
    """For the hook ``register_beatcancer_article_extra``; closed without a comment there is no place for them."""
    if (shown := comments_of(page, request)) is None:
        return None
    rule, thread = shown
    return CommentsBelow(page) if rule.can_write or rule.is_paused or thread.listed else None
