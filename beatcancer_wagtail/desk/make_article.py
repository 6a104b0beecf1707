from django import forms
from django.db import transaction
from django.db.models import F
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormMixin
from wagtail.admin import messages

from beatcancer_wagtail.desk.drafts import articles_called, libraries_for, make_draft, title_from
from beatcancer_wagtail.desk.records import DeskAction
from beatcancer_wagtail.models import FailedSearch
from beatcancer_wagtail.resources import site_path


class DraftForm(forms.Form):
    """The title of the draft, and the library that it belongs to."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=255)
    library = forms.ChoiceField(label=gettext_lazy("Library"))

    def __init__(self, *args, libraries, **kwargs):
        super().__init__(*args, **kwargs)
        self.libraries = {str(library.pk): library for library in libraries}
        names = [(pk, library.get_admin_display_title()) for pk, library in self.libraries.items()]
        self.fields["library"].choices = names
        if len(names) == 1:
            self.fields["library"].initial = names[0][0]
            self.fields["library"].widget = forms.HiddenInput()

    def clean_library(self):
        return self.libraries[self.cleaned_data["library"]]


class MakeArticleView(FormMixin, DeskAction):
    """Asks for the title, then opens a draft with it. Nothing is published, and no draft is made twice."""

    form_class = DraftForm
    template_name = "beatcancer_wagtail/admin/make_article.html"
    page_title = gettext_lazy("Make an article")
    http_method_names = ["get", "head", "post"]

    @cached_property
    def libraries(self):
        return libraries_for(self.request.user)

    def is_permitted(self, user):
        return bool(libraries_for(user))

    def get_initial(self):
        return {"title": title_from(self.instance.words)}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "libraries": self.libraries}

    def get_context_data(self, **kwargs):
        title = title_from(self.instance.words)
        places = {site_path(library) for library in self.libraries}  # of several, one is only known once it is chosen
        same = articles_called(title, places.pop()).first() if len(places) == 1 else None
        return super().get_context_data(same=same, **kwargs)

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form):
        title, library = form.cleaned_data["title"], form.cleaned_data["library"]
        with transaction.atomic():
            # Two clicks, one draft: the second waits here until the first is through. SQLite waits only to write.
            FailedSearch.objects.filter(pk=self.instance.pk).update(times=F("times"))
            page = articles_called(title, site_path(library)).first()
            made = page is None
            page = page or make_draft(title, library, self.request.user)
        said = {"title": page.get_admin_display_title()}
        if made:
            messages.success(self.request, _("The draft “%(title)s” is yours to write. Nothing is published.") % said)
        else:
            messages.warning(
                self.request, _("There is an article called “%(title)s” already, so no second one was made.") % said
            )
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
