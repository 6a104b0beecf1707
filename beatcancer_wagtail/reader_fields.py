"""Fields of the forms that readers fill in."""

import re

from django import forms

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class TrapField(forms.CharField):
    """Empty, unless a robot sent the form: people do not see it."""

    def __init__(self):
        super().__init__(required=False, empty_value="")

    def clean(self, value):
        return bool(value)


class PlainTextField(forms.CharField):
    """Lines of text. A line break counts as one character, as it does in the browser; what nobody can see is no text."""

    def to_python(self, value):
        text = super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")
        text = _NOT_TEXT.sub("", text).strip()
        return text if any(character.isprintable() for character in text if not character.isspace()) else ""


class PlainLineField(PlainTextField):
    """One line of text, with one blank between words."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())
