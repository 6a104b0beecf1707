"""One comment, with all that a moderator needs to decide."""

import re

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import registry as log_registry

from beatcancer_wagtail.comments import actions
from beatcancer_wagtail.comments.article_beside import ArticleView
from beatcancer_wagtail.comments.decisions import APPROVE, decide, done, who_decided, why_not
from beatcancer_wagtail.comments.models import Comment
from beatcancer_wagtail.comments.permissions import ModeratorMixin
from beatcancer_wagtail.comments.queue import next_waiting, queue_url
from beatcancer_wagtail.comments.review_forms import DecisionForm, ReplyForm, ShortenForm
from beatcancer_wagtail.comments.states import APPROVED, PENDING
from beatcancer_wagtail.comments.words import words_for

NAMESPACE = "wagtailsnippets_beatcancer_comments_comment"
NEIGHBOURS = 20
ROW = re.compile(r"bc-row-\d{1,18}|bc-queue", re.ASCII)


def review_url(comment_id: int) -> str:
    return reverse(f"{NAMESPACE}:review", args=[comment_id])


class CommentView(ModeratorMixin, WagtailAdminTemplateMixin, TemplateView):
    """The base of all views of one comment."""

    http_method_names = ["get", "head", "options"]
    header_icon = "comment"

    @cached_property
    def comment(self) -> Comment:
        comments = Comment.objects.select_related("page", "parent", "decided_by")
        return get_object_or_404(comments, pk=self.kwargs["pk"])

    def get_page_title(self):
        return str(self.comment)

    def get_breadcrumbs_items(self):
        ours = [{"url": queue_url(), "label": _("Comments")}, {"url": "", "label": self.get_page_title()}]
        return [*self.breadcrumbs_items, *ours]

    def after(self, comment: Comment | None):
        """To the next one that waits; to the queue, which says so, once nothing does."""
        following = next_waiting(comment)
        return redirect(review_url(following.pk) if following else queue_url())


class ReviewView(CommentView):
    template_name = "beatcancer_comments/admin/review.html"
    reply_form = shorten_form = preview = None

    def get_context_data(self, **kwargs):
        comment = self.comment
        page = comment.page
        rights = page.permissions_for_user(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "comment": comment,
            "page": page,
            "page_edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]) if rights.can_edit() else "",
            "page_live_url": page.get_url(self.request) if page.live else "",
            "team_name": words_for(page).team_name,
            "thread": self.thread(),
            "history": self.history(),
            "who_decided": who_decided(comment),
            "decision_form": DecisionForm(),
            "reply_form": self.reply_form or ReplyForm(auto_id="reply_%s"),
            "shorten_form": self.shorten_form or ShortenForm(auto_id="shorten_%s"),
            "preview": self.preview,
            "following": next_waiting(comment) if comment.status == PENDING else next_waiting(),
            "urls": {name: reverse(f"{NAMESPACE}:{name}", args=[comment.pk]) for name in OF_ONE},
        }

    def thread(self) -> list[Comment]:
        """The comment that it replies to, and what stands beside or below it."""
        comment = self.comment
        root = comment.parent or comment
        replies = list(root.replies.order_by("created_at", "pk")[:NEIGHBOURS])
        if comment.parent and comment not in replies:
            replies.append(comment)
        return [root, *replies] if replies or comment.parent else []

    def history(self) -> list:
        """Who did what, the latest first; our replies to it among them."""
        comment = self.comment
        logs = log_registry.get_log_model_for_instance(comment).objects
        entries = list(log_registry.get_logs_for_instance(comment).select_related("user"))
        replies = (comment.parent or comment).replies.filter(is_staff=True).exclude(pk=comment.pk)
        of_replies = logs.filter(
            action="beatcancer_comments.reply", object_id__in=[str(pk) for pk in replies.values_list("pk", flat=True)]
        )
        entries += [entry for entry in of_replies.select_related("user") if entry.data.get("to") == comment.pk]
        return sorted(entries, key=lambda entry: (entry.timestamp, entry.pk), reverse=True)


class DecideView(CommentView):
    """One of the three buttons. The second moderator is told that it was decided already."""

    http_method_names = ["post"]

    def post(self, request, pk):
        form, back = DecisionForm(request.POST), self.back()
        if not form.is_valid():
            messages.error(request, _("Please choose one of the buttons."))
            return redirect(back or review_url(pk))
        verb, seen = form.cleaned_data["decision"]
        reviewed = self.comment
        decision = decide(pk, verb, user=request.user, seen=seen, reason=form.cleaned_data["reason"])
        if not decision.is_new:
            messages.warning(request, why_not(decision.comment), buttons=self.look(decision.comment))
            return redirect(back or (review_url(pk) if decision.comment else queue_url()))
        messages.success(request, done(verb), buttons=self.look(decision.comment))
        return redirect(back) if back else self.after(reviewed)

    def back(self) -> str:
        """The same list, at the row that follows the one decided on; a fragment moves the focus without a script."""
        url, row = get_valid_next_url_from_request(self.request), self.request.GET.get("row", "")
        return f"{url}#{row}" if url and ROW.fullmatch(row) else url

    def look(self, comment):
        return [messages.button(review_url(comment.pk), _("Look at it again"))] if comment else []


class ChangeView(ReviewView):
    """The base of what only a comment that has not been erased in the meantime can bear: ``change`` does it."""

    http_method_names = ["post"]

    def post(self, request, pk):
        if self.comment.erased_at:
            messages.warning(request, why_not(self.comment))
            return redirect(review_url(pk))
        return self.change(request, pk)


class ShortenView(ChangeView):
    """Cuts passages out. The first button only shows how it will read: the same verb, taken back at once."""

    def change(self, request, pk):
        form = self.shorten_form = ShortenForm(request.POST, auto_id="shorten_%s")
        if form.is_valid():
            try:
                with transaction.atomic():
                    shortened = actions.redact(self.comment, form.cleaned_data["passages"], user=request.user)
                    if "look" in request.POST:
                        self.preview = {"name": shortened.name, "text": shortened.text}
                        transaction.set_rollback(True)
            except actions.PassageNotFound as problem:
                said = _("“%(passage)s” does not stand in the comment. Copy it exactly, one passage on each line.")
                form.add_error("passages", said % {"passage": problem.passage})
            else:
                if self.preview is None:
                    messages.success(request, _("Shortened."))
                    return redirect(review_url(pk))
        del self.comment  # as it stands in the database
        return self.render_to_response(self.get_context_data())


class ReplyView(ChangeView):
    """A reply by staff, alone or with the approval."""

    def change(self, request, pk):
        form = self.reply_form = ReplyForm(request.POST, auto_id="reply_%s")
        if not form.is_valid():
            return self.render_to_response(self.get_context_data())
        reviewed = self.comment
        if "approve" in request.POST:
            with transaction.atomic():
                decision = decide(pk, APPROVE, user=request.user, seen=request.POST.get("approve", ""))
                if decision.is_new:
                    actions.reply(decision.comment, form.cleaned_data["text"], user=request.user)
            if decision.is_new:
                messages.success(request, _("Approved, with your reply."))
                return self.after(reviewed)
            messages.warning(request, why_not(decision.comment))
            del self.comment
            return self.render_to_response(self.get_context_data())
        actions.reply(reviewed, form.cleaned_data["text"], user=request.user)
        said = _("Your reply is stored.")
        if reviewed.status != APPROVED:
            said += " " + _("Readers see it once you approve the comment.")
        messages.success(request, said)
        return redirect(review_url(pk))


class EraseView(CommentView):
    """Asks first; says what goes and what stays."""

    http_method_names = ["get", "head", "post"]
    template_name = "beatcancer_comments/admin/erase.html"
    page_title = gettext_lazy("Erase")

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "comment": self.comment,
            "replies": self.comment.replies.filter(erased_at=None).count(),
            "back_url": review_url(self.comment.pk),
        }

    def post(self, request, pk):
        erased = self.comment
        was = next_waiting(erased)
        actions.erase(erased, user=request.user)
        messages.success(request, _("Erased."))
        return redirect(review_url(was.pk) if was else queue_url())


OF_ONE = {
    "review": ReviewView,
    "decide": DecideView,
    "shorten": ShortenView,
    "reply": ReplyView,
    "erase": EraseView,
    "article": ArticleView,
}
