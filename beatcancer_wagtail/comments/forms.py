import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from beatcancer_wagtail.comments.models.comment import NAME_LENGTH
from beatcancer_wagtail.comments.risk import plain
from beatcancer_wagtail.comments.words import Words
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.reader_fields import PlainLineField, PlainTextField, TrapField

TOO_LONG = _("Please shorten it: %(show_value)d characters are too many, %(limit_value)d fit.")
_LINK = re.compile(r"(?:https?://|\bwww\.)\S", re.IGNORECASE)


class CommentForm(forms.Form):
    """What a reader writes. The name is whatever they want to be called."""

    name = PlainLineField(
        max_length=NAME_LENGTH,
        error_messages={"required": _("Write a name; any name that you like."), "max_length": TOO_LONG},
    )
    text = PlainTextField(error_messages={"required": _("Write your comment first.")})
    email = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={"invalid": _("This is no e-mail address. Mend it, or leave it out.")},
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Please tick this box, or we may not keep your comment.")}
    )
    website = TrapField()

    def __init__(self, *args, words: Words, **kwargs):
        super().__init__(*args, **kwargs)
        self.words = words
        longest = forms.CharField(max_length=max_length(), error_messages={"max_length": TOO_LONG})
        self.fields["text"].validators += longest.validators[:1]
        self.fields["text"].error_messages["max_length"] = TOO_LONG

    def clean_name(self):
        name = self.cleaned_data["name"]
        if plain(name) == plain(self.words.team_name):
            raise ValidationError(_("This is the name of our team. Please choose another."))
        if _LINK.search(name):
            raise ValidationError(_("Please write a name without a web address."))
        return name

    def clean_text(self):
        text, most = self.cleaned_data["text"], library_settings().COMMENTS_MAX_LINKS
        if most >= 0 and len(_LINK.findall(text)) > most:
            message = ngettext(
                "Please leave out web addresses: up to %(most)d fits into a comment.",
                "Please leave out web addresses: up to %(most)d fit into a comment.",
                most,
            )
            raise ValidationError(message % {"most": most} if most else _("Please leave out web addresses."))
        return text


def max_length() -> int:
    """How many characters a comment may have; the column holds no more than 20,000."""
    return max(1, min(library_settings().COMMENTS_MAX_LENGTH, 20_000))
