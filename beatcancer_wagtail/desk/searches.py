"""Searches that found nothing, and the article that would have been found."""

from django.contrib.admin.utils import quote
from django.urls import re_path
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper

from beatcancer_wagtail.desk.drafts import libraries_for
from beatcancer_wagtail.desk.filters import DeskFilter, PeriodFilter
from beatcancer_wagtail.desk.make_article import MakeArticleView
from beatcancer_wagtail.desk.records import DeskAdmin, day
from beatcancer_wagtail.models import FailedSearch
from beatcancer_wagtail.search.kinds import all_kinds

ACTION = "make_article"


class LastSearchedFilter(PeriodFilter):
    field = "last_at"


EVERYTHING = "-"  # no kind may be called so


class KindFilter(DeskFilter):
    title, parameter_name = _("kind"), "kind"

    def lookups(self, request, model_admin):
        kinds = FailedSearch.objects.order_by("kind").values_list("kind", flat=True).distinct()
        return [(kind or EVERYTHING, model_admin.kind_label(kind)) for kind in kinds]

    def narrow(self, queryset, value):
        return queryset.filter(kind="" if value == EVERYTHING else value)


class TimesFilter(DeskFilter):
    title, parameter_name = _("how often"), "times"

    def lookups(self, request, model_admin):
        return [("2", _("more than once")), ("10", _("10 or more"))]

    def narrow(self, queryset, value):
        return queryset.filter(times__gte=int(value))


class SearchButtons(ButtonHelper):
    """Adds "Make an article" for those who may add one somewhere."""

    def __init__(self, view, request):
        super().__init__(view, request)
        self.can_write = bool(libraries_for(request.user)[:1])

    def get_buttons_for_obj(self, obj, exclude=None, classnames_add=None, classnames_exclude=None):
        others = super().get_buttons_for_obj(obj, exclude, classnames_add, classnames_exclude)
        if not self.can_write:
            return others
        make = {
            "url": self.url_helper.get_action_url(ACTION, quote(obj.pk)),
            "label": _("Make an article"),
            "classname": self.finalise_classname(["button-secondary", *(classnames_add or [])], classnames_exclude),
            "title": _("Make an article about “%(words)s”") % {"words": obj.words},
        }
        return [make, *others]


class FailedSearchAdmin(DeskAdmin):
    """What readers looked for in vain."""

    model = FailedSearch
    menu_label = _("Searches that found nothing")
    menu_item_name = "beatcancer-failed-searches"
    menu_icon = "search"
    base_url_path = "beatcancer_wagtail/failed_searches"
    button_helper_class = SearchButtons
    list_display = ("words", "times", "kind_name", "first", "last")
    list_export = ("words", "times", "kind_name", "first_at", "last_at")
    list_filter = (LastSearchedFilter, TimesFilter, KindFilter)
    search_fields = ("words",)
    export_filename = "searches-that-found-nothing"
    introduction = _(
        "What readers searched for and did not find. Who searched is not kept, and neither are words that may be about a person."
    )
    empty = _("No search has failed yet.")

    def clean_search(self, words):
        return super().clean_search(words).casefold()

    def kind_label(self, kind: str) -> str:
        """The heading under which readers see this kind of result."""
        if not kind:
            return _("Everything")
        return next((known.label for known in all_kinds() if known.name == kind), kind)

    def kind_name(self, search):
        return self.kind_label(search.kind)

    kind_name.short_description = _("searched in")
    kind_name.admin_order_field = "kind"

    def first(self, search):
        return day(search.first_at)

    first.short_description = _("first")
    first.admin_order_field = "first_at"

    def last(self, search):
        return day(search.last_at)

    last.short_description = _("last")
    last.admin_order_field = "last_at"

    def make_article_view(self, request, instance_pk):
        return MakeArticleView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def get_admin_urls_for_registration(self):
        pattern, name = (
            self.url_helper.get_action_url_pattern(ACTION),
            self.url_helper.get_action_url_name(ACTION),
        )
        return (*super().get_admin_urls_for_registration(), re_path(pattern, self.make_article_view, name=name))
