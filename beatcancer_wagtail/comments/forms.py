import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from beatcancer_wagtail.comments.models.comment import NAME_LENGTH
from beatcancer_wagtail.comments.words import Words
from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.reader_fields import PlainLineField, PlainTextField, TrapField

_LINK = re.compile(r"(?:https?://|\bwww\.)\S", re.IGNORECASE)


class RoomFor(MaxLengthValidator):
    """Says by how many characters a text is too long; whoever has to shorten it need not reckon."""

    def __call__(self, value):
        over = len(value) - self.limit_value
        if over > 0:
            message = ngettext(
                "Please shorten it: %(over)s character too many.",
                "Please shorten it: %(over)s characters too many.",
                over,
            )
            raise ValidationError(message % {"over": number_format(over, force_grouping=True)}, code=self.code)


class CommentForm(forms.Form):
    """What a reader writes. The name is whatever they want to be called."""

    name = PlainLineField(
        validators=[RoomFor(NAME_LENGTH)],
        error_messages={"required": _("Write a name; any name that you like.")},
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
        self.fields["text"].validators.append(RoomFor(max_length()))

    def clean_name(self):
        name = self.cleaned_data["name"]
        if _letters(name) == _letters(self.words.team_name):
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


def _letters(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", name).casefold() if letter.isalnum())


def max_length() -> int:
    """How many characters a comment may have; the column holds no more than 20,000."""
    return max(1, min(library_settings().COMMENTS_MAX_LENGTH, 20_000))
