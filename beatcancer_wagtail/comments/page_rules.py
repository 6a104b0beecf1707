"""Whether one page takes comments, and all below it: the form, and the buttons that lead there."""

from django.core.exceptions import PermissionDenied
from django.forms import ModelForm, RadioSelect
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from beatcancer_wagtail.comments.models import PageRule
from beatcancer_wagtail.comments.permissions import ModeratorMixin, may_moderate
from beatcancer_wagtail.comments.rules import rule_for, takes_comments
from beatcancer_wagtail.comments.states import INHERITED, page_states
from beatcancer_wagtail.resources import base_page_model

NAME = "beatcancer_comments_page_rule"


class PageRuleForm(ModelForm):
    class Meta:
        model = PageRule
        fields = ["state", "closes_after_days"]
        widgets = {"state": RadioSelect}
        help_texts = {
            "closes_after_days": gettext_lazy(
                "Counted from the first publication of each page. Empty: as the page above. 0: they never close."
            )
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = page_states()


def may_set(user, page) -> bool:
    """Moderators who may also edit the page."""
    return page.depth > 1 and may_moderate(user) and page.permissions_for_user(user).can_edit()


def rule_url(page, next_url: str = "") -> str:
    url = reverse(NAME, args=[page.pk])
    return f"{url}?{urlencode({'next': next_url})}" if next_url else url


class PageRuleView(ModeratorMixin, WagtailAdminTemplateMixin, FormView):
    http_method_names = ["get", "head", "post"]
    template_name = "beatcancer_comments/admin/page_rule.html"
    form_class = PageRuleForm
    header_icon = "comment"
    page_title = gettext_lazy("Comments")

    @cached_property
    def page(self):
        page = get_object_or_404(base_page_model(), pk=self.kwargs["page_id"]).specific
        if not may_set(self.request.user, page):
            raise PermissionDenied
        return page

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        page = {"url": edit, "label": self.page.get_admin_display_title()}
        return [
            *self.breadcrumbs_items,
            page,
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_form_kwargs(self):
        stored = PageRule.objects.filter(page_id=self.page.pk).first()
        return {**super().get_form_kwargs(), "instance": stored or PageRule(page_id=self.page.pk)}

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "holds": self.what_holds(),
            "takes_comments": takes_comments(self.page),
            "next": get_valid_next_url_from_request(self.request),
        }

    def what_holds(self) -> list[str]:
        """What holds now, one sentence each, and which page says so."""
        rule = rule_for(self.page)
        said = [self._with_origin(dict(page_states())[rule.state], rule.from_page)]
        if rule.days_from_page and rule.closes_at:
            day = date_format(localtime(rule.closes_at))
            closing = _("Closed since %(day)s") if rule.has_ended else _("They close on %(day)s")
            said.append(self._with_origin(closing % {"day": day}, rule.days_from_page))
        if rule.is_paused:
            said.append(_("The whole site is paused: nobody can write for now (Settings, Comments)."))
        return said

    def _with_origin(self, words: str, page_id: int | None) -> str:
        if page_id is None:
            return _("%(rule)s (nobody has said otherwise)") % {"rule": words}
        if page_id == self.page.pk:
            return _("%(rule)s (said on this page)") % {"rule": words}
        origin = base_page_model().objects.filter(pk=page_id).first()
        title = origin.get_admin_display_title() if origin else "–"
        return _("%(rule)s (said on “%(page)s”)") % {"rule": words, "page": title}

    def form_valid(self, form):
        rule = form.save(commit=False)
        if rule.state == INHERITED and rule.closes_after_days is None:
            if rule.pk:
                rule.delete()
        else:
            rule.save()
        log(
            self.page,
            "beatcancer_comments.rule",
            user=self.request.user,
            data={"state": rule.state, "closes_after_days": rule.closes_after_days},
        )
        messages.success(self.request, _("The rule for comments is saved."))
        return redirect(get_valid_next_url_from_request(self.request) or rule_url(self.page))


def urls():
    """For the hook ``register_admin_urls``."""
    return [path("beatcancer-comments/page/<int:page_id>/", PageRuleView.as_view(), name=NAME)]


def more_buttons(page, user, next_url=None):
    """For the hook ``register_page_listing_more_buttons``."""
    if may_set(user, page):
        yield Button(_("Readers' comments"), rule_url(page, next_url), icon_name="openquote", priority=55)


def header_buttons(page, user, view_name, next_url=None):
    """For the hook ``register_page_header_buttons``. Wagtail's own speech bubble there means the editors' comments."""
    if page.pk and may_set(user, page):
        yield Button(_("Readers' comments"), rule_url(page), icon_name="openquote", priority=67)
