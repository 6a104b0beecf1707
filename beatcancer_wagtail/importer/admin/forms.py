from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser

from beatcancer_wagtail.importer.admin.limits import why_too_much
from beatcancer_wagtail.resources import base_page_model


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or many; cleaned to a list of them. Empty files pass: each is refused by itself, with its name."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if problem := why_too_much(files):
            raise forms.ValidationError(problem, code="too_much")
        return list(files)


class ParentChooser(AdminPageChooser):
    """Wagtail's chooser; what is no number chooses nothing instead of ending in an error."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value if value and str(value).isdecimal() and len(str(value)) < 19 else None


class ParentField(forms.ModelChoiceField):
    """A page that others may go below, by Wagtail's own chooser."""

    def __init__(self, **kwargs):
        super().__init__(queryset=None, widget=ParentChooser(), **kwargs)

    def __deepcopy__(self, memo):
        copy = super().__deepcopy__(memo)
        copy.queryset = base_page_model().objects.filter(depth__gt=1)
        return copy


class ArticlesForm(forms.Form):
    """Saved pages, and where they go."""

    files = FilesField(
        label=_("Saved pages"),
        help_text=_(
            "HTML files as your browser or your old site saves them, or a ZIP archive of them with their pictures."
        ),
        widget=FilesInput(attrs={"accept": ".html,.htm,.xhtml,.shtml,.zip", "data-bc-files": ""}),
        error_messages={"required": _("Please choose at least one file.")},
    )
    parent = ParentField(
        label=_("Below which page"),
        help_text=_("The drafts go below this page. You can still change it before anything is stored."),
        error_messages={
            "required": _("Please choose the page that the drafts go below."),
            "invalid_choice": _("That page is gone. Please choose another one."),
        },
    )
    url = forms.URLField(
        label=_("Address of the old site"),
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text=_(
            "For pages that do not say it themselves: links and pictures are found by it, and a page that is imported"
            " again is recognised. For example https://www.example.org/"
        ),
    )
    selector = forms.CharField(
        label=_("Where the text is"),
        required=False,
        max_length=200,
        help_text=_(
            "Only if the preview shows too much or too little: a CSS selector of the element that holds the article,"
            " for example main .content"
        ),
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocapitalize": "off", "dir": "ltr"}),
    )


class ParentForm(forms.Form):
    """Another page to go below."""

    parent = ParentField(label=_("Below which page"), required=False)
