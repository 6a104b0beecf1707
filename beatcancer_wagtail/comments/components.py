"""The comments of a page, for the place below an article and for any other page."""

from django.utils.safestring import SafeString
from laces.components import Component

from beatcancer_wagtail.comments.addresses import address_of_comments
from beatcancer_wagtail.comments.rules import Rule, rule_for, takes_comments
from beatcancer_wagtail.comments.thread import Thread
from beatcancer_wagtail.comments.words import words_for
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
        """Nothing, not even a blank, where there is nothing to show."""
        request = (parent_context or {}).get("request")
        return super().render_html(parent_context) if comments_of(self.page, request) else SafeString("")

    def get_context_data(self, parent_context=None):
        request = (parent_context or {}).get("request")
        rule, thread = comments_of(self.page, request)
        is_preview = _is_preview(request)
        return {
            "page": self.page,
            "rule": rule,
            "thread": thread,
            "words": words_for(self.page, request),
            "form_address": "" if is_preview else address_of_comments(self.page),
            "is_preview": is_preview,
            "request": request,
        }


def comments_below_article(page, request) -> CommentsBelow | None:
    """For the hook ``register_beatcancer_article_extra``; closed without a comment there is no place for them."""
    if (shown := comments_of(page, request)) is None:
        return None
    rule, thread = shown
    return CommentsBelow(page) if rule.can_write or rule.is_paused or thread.listed else None
