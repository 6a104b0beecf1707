"""What a moderator fills in beside a comment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.comments.decisions import APPROVE, REJECT, SPAM
from beatcancer_wagtail.comments.models import CannedReply
from beatcancer_wagtail.comments.states import reasons, statuses

REPLY_LENGTH = 2000


class DecisionForm(forms.Form):
    """``decision`` is the button; it carries the state that the moderator saw, as in ``approve:pending``."""

    decision = forms.CharField(max_length=40)
    reason = forms.ChoiceField(label=_("Reason, if you reject (for moderators only)"), choices=reasons, required=False)

    def clean_decision(self):
        verb, _colon, seen = self.cleaned_data["decision"].partition(":")
        if verb not in (APPROVE, REJECT, SPAM) or seen not in dict(statuses()):
            raise forms.ValidationError(_("This is no decision."))
        return verb, seen


class ShortenForm(forms.Form):
    passages = forms.CharField(
        label=_("Passages to cut out"),
        help_text=_("One on each line, exactly as it stands. Readers see […] in its place. It cannot be undone."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_passages(self):
        return list(dict.fromkeys(line.strip() for line in self.cleaned_data["passages"].splitlines() if line.strip()))


class ReplyForm(forms.Form):
    canned = forms.ModelChoiceField(
        label=_("Canned reply"),
        queryset=CannedReply.objects.all(),
        required=False,
        empty_label=_("None"),
        help_text=_("If you write nothing below, these words are sent."),
    )
    text = forms.CharField(
        label=_("Your reply"), widget=forms.Textarea(attrs={"rows": 4}), max_length=REPLY_LENGTH, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["canned"].widget.attrs["data-bc-canned"] = ""
        self.fields["text"].widget.attrs["data-bc-canned-text"] = ""

    @property
    def canned_texts(self) -> dict[str, str]:
        """The words of each, for the script that fills the field."""
        return {str(reply.pk): reply.text for reply in self.fields["canned"].queryset}

    def clean(self):
        cleaned = super().clean()
        words = (cleaned.get("text") or "").strip()
        if not words and cleaned.get("canned"):
            words = cleaned["canned"].text
        if not words and not self.errors:
            self.add_error("text", _("Write a reply, or choose a canned one."))
        cleaned["text"] = words
        return cleaned
