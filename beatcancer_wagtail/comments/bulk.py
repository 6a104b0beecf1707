"""Deciding on many comments at once. Each has a page that lists what will happen."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from beatcancer_wagtail.comments import actions
from beatcancer_wagtail.comments.decisions import APPROVE, REJECT, SPAM, decide
from beatcancer_wagtail.comments.models import CannedReply, Comment
from beatcancer_wagtail.comments.permissions import may_moderate
from beatcancer_wagtail.comments.review import review_url
from beatcancer_wagtail.comments.states import APPROVED, PENDING, REJECTED, reasons
from beatcancer_wagtail.comments.states import SPAM as IS_SPAM

MOST = 200


class SeenForm(forms.Form):
    """Remembers in which state the moderator saw each comment."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_seen(self):
        """``{id: state}``; an empty one if somebody has touched it, and then nothing is done."""
        try:
            words = Signer(salt="beatcancer_comments.bulk").unsign(self.cleaned_data["seen"])
        except BadSignature:
            return {}
        return {int(pk): state for pk, _colon, state in (word.partition(":") for word in words.split())}


class ApproveForm(SeenForm):
    canned = forms.ModelChoiceField(
        label=gettext_lazy("Reply to each of them"),
        queryset=CannedReply.objects.all(),
        required=False,
        empty_label=gettext_lazy("No reply"),
        help_text=gettext_lazy("The same words below every comment, marked as a reply of your team."),
    )


class RejectForm(SeenForm):
    reason = forms.ChoiceField(label=gettext_lazy("Reason, for moderators only"), choices=reasons, required=False)


class CommentBulkAction(SnippetBulkAction):
    """What the four have in common. Only moderators; only comments that were named one by one."""

    models = [Comment]
    template_name = "beatcancer_comments/admin/bulk.html"
    form_class = SeenForm
    http_method_names = ["get", "head", "post", "options"]
    becomes = ""
    classes = frozenset()

    def dispatch(self, request, *args, **kwargs):
        if not may_moderate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def get_queryset(cls, model, object_ids):
        ids = {int(pk) for pk in object_ids if pk.isascii() and pk.isdecimal() and len(pk) < 19}
        found = Comment.objects.filter(pk__in=sorted(ids)[:MOST], erased_at=None).select_related("page").urgent_first()
        return list(found)

    def get_all_objects_in_listing_query(self, parent_id):
        """Nobody decides on what they have not seen."""
        raise Http404

    @cached_property
    def chosen(self) -> list[Comment]:
        return super().get_actionable_objects()[0]

    def get_actionable_objects(self):
        return self.chosen, {"items_with_no_access": []}

    def object_context(self, obj):
        return {
            "item": obj,
            "edit_url": review_url(obj.pk),
            "is_so_already": bool(self.becomes) and obj.status == self.becomes,
        }

    def get_initial(self):
        words = " ".join(f"{comment.pk}:{comment.status}" for comment in self.chosen)
        return {**super().get_initial(), "seen": Signer(salt="beatcancer_comments.bulk").sign(words)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        concerned = [comment for comment in self.chosen if not self.becomes or comment.status != self.becomes]
        told = sum(bool(comment.email) for comment in concerned)
        return {
            **context,
            "action": self,
            "concerned": len(concerned),
            "what_happens": self.what_happens(len(concerned)) if concerned else "",
            "told": told if self.becomes == APPROVED else 0,
            "at_risk": sum(comment.is_at_risk and comment.status == PENDING for comment in concerned),
            "so_already": len(self.chosen) - len(concerned),
        }

    def what_happens(self, number: int) -> str:
        raise NotImplementedError

    def get_execution_context(self):
        return {**super().get_execution_context(), "user": self.request.user, "form": self.cleaned_form}

    @classmethod
    def execute_action(cls, objects, *, user=None, form=None, **kwargs):
        action, seen, done = kwargs["self"], form.cleaned_data["seen"], 0
        concerned = [comment for comment in objects if not cls.becomes or seen.get(comment.pk) != cls.becomes]
        for comment in concerned:
            done += comment.pk in seen and action.act(comment, seen[comment.pk], user, form.cleaned_data)
        action.too_late = len(concerned) - done
        return done, 0

    def act(self, comment: Comment, seen: str, user, given: dict) -> bool:
        raise NotImplementedError

    def get_success_message(self, num_parent_objects, num_child_objects):
        if self.too_late:
            said = ngettext(
                "%(number)d comment was decided by somebody else in the meantime and stays as it is.",
                "%(number)d comments were decided by somebody else in the meantime and stay as they are.",
                self.too_late,
            )
            messages.warning(self.request, said % {"number": self.too_late})
        return self.done(num_parent_objects) % {"number": num_parent_objects} if num_parent_objects else None

    def done(self, number: int) -> str:
        raise NotImplementedError


class ApproveComments(CommentBulkAction):
    display_name, aria_label = gettext_lazy("Approve"), gettext_lazy("Approve the selected comments")
    action_type, action_priority, becomes = "approve", 10, APPROVED
    form_class = ApproveForm
    button, question = gettext_lazy("Yes, approve"), gettext_lazy("Approve comments")

    def what_happens(self, number):
        return ngettext(
            "%(number)d comment appears below its page, for all readers.",
            "%(number)d comments appear below their pages, for all readers.",
            number,
        ) % {"number": number}

    def act(self, comment, seen, user, given):
        decision = decide(comment.pk, APPROVE, user=user, seen=seen)
        if decision.is_new and given["canned"]:
            actions.reply(decision.comment, given["canned"].text, user=user)
        return decision.is_new

    def done(self, number):
        return ngettext("%(number)d comment approved.", "%(number)d comments approved.", number)


class RejectComments(CommentBulkAction):
    display_name, aria_label = gettext_lazy("Reject"), gettext_lazy("Reject the selected comments")
    action_type, action_priority, becomes = "reject", 20, REJECTED
    form_class = RejectForm
    button, question = gettext_lazy("Yes, reject"), gettext_lazy("Reject comments")

    def what_happens(self, number):
        return ngettext(
            "Readers will not see %(number)d comment. Its writer is not told.",
            "Readers will not see %(number)d comments. Their writers are not told.",
            number,
        ) % {"number": number}

    def act(self, comment, seen, user, given):
        return decide(comment.pk, REJECT, user=user, seen=seen, reason=given["reason"]).is_new

    def done(self, number):
        return ngettext("%(number)d comment rejected.", "%(number)d comments rejected.", number)


class MarkAsSpam(CommentBulkAction):
    display_name, aria_label = gettext_lazy("Spam"), gettext_lazy("Mark the selected comments as spam")
    action_type, action_priority, becomes = "spam", 30, IS_SPAM
    button, question = gettext_lazy("Yes, it is spam"), gettext_lazy("Mark as spam")

    def what_happens(self, number):
        return ngettext(
            "%(number)d comment is put aside as spam. Readers will not see it.",
            "%(number)d comments are put aside as spam. Readers will not see them.",
            number,
        ) % {"number": number}

    def act(self, comment, seen, user, given):
        return decide(comment.pk, SPAM, user=user, seen=seen).is_new

    def done(self, number):
        return ngettext("%(number)d comment marked as spam.", "%(number)d comments marked as spam.", number)


class EraseComments(CommentBulkAction):
    display_name, aria_label = gettext_lazy("Erase"), gettext_lazy("Erase the selected comments")
    action_type, action_priority = "erase", 40
    classes = frozenset({"serious"})
    button, question = gettext_lazy("Yes, erase for good"), gettext_lazy("Erase comments")

    def what_happens(self, number):
        return ngettext(
            "%(number)d comment is erased for good: its words, its name and all that we know of its writer. Where others"
            " have replied, an empty place stays.",
            "%(number)d comments are erased for good: their words, their names and all that we know of their writers."
            " Where others have replied, an empty place stays.",
            number,
        ) % {"number": number}

    def act(self, comment, seen, user, given):
        actions.erase(comment, user=user)
        return True

    def done(self, number):
        return ngettext("%(number)d comment erased.", "%(number)d comments erased.", number)


BULK_ACTIONS = [ApproveComments, RejectComments, MarkAsSpam, EraseComments]


def bulk_url(action_type: str, ids=(), next_url: str = "") -> str:
    """Where a bulk action asks whether to go on; ``ids`` are the comments that it concerns."""
    names = {"app_label": "beatcancer_comments", "model_name": "comment"}
    url = reverse("wagtail_bulk_action", kwargs={**names, "action": action_type})
    return f"{url}?{urlencode({'id': ids, 'next': next_url}, doseq=True)}" if ids else url


def bulk_choices(state: str) -> list[dict]:
    """The buttons below the queue; not the one that makes a comment what it is."""
    return [
        {
            "label": action.display_name,
            "aria_label": action.aria_label,
            "url": bulk_url(action.action_type),
            "is_serious": "serious" in action.classes,
        }
        for action in BULK_ACTIONS
        if action.becomes != state
    ]
