import re

from django import forms
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.models import FeedbackAnswer

MAX_LENGTH = FeedbackAnswer._meta.get_field("text").max_length

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class TrapField(forms.CharField):
    """Empty, unless a robot sent the form: people do not see it."""

    def __init__(self):
        super().__init__(required=False, empty_value="")

    def clean(self, value):
        return bool(value)


class AnswerForm(forms.Form):
    """What the two buttons below an article send."""

    token = forms.CharField(max_length=300)
    helpful = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    website = TrapField()


class PlainTextField(forms.CharField):
    """Lines of text. A line break counts as one character, as it does in the browser."""

    def to_python(self, value):
        text = super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")
        return _NOT_TEXT.sub("", text).strip()


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
