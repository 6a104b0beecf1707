from django import forms
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.models import FeedbackAnswer
from beatcancer_wagtail.reader_fields import PlainTextField, TrapField

MAX_LENGTH = FeedbackAnswer._meta.get_field("text").max_length


class AnswerForm(forms.Form):
    """What the two buttons below an article send."""

    token = forms.CharField(max_length=300)
    helpful = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    website = TrapField()


class WordsForm(forms.Form):
    """What a reader may add to an answer."""

    text = PlainTextField(
        max_length=MAX_LENGTH,
        required=True,
        error_messages={
            "required": _("Write something first, or go back to the page."),
            "max_length": _("Please shorten it: %(show_value)d characters are too many, %(limit_value)d fit."),
        },
    )
    website = TrapField()
