"""The page explorer below a library: what readers said about each page."""

from django.apps import apps
from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.models import FeedbackAnswer, ResourceListingMixin
from beatcancer_wagtail.resources import base_page_model
from beatcancer_wagtail.search.query import clean_query

COUNTS = "beatcancer_answers"
DESK_LIST = "beatcancer_wagtail_answers_modeladmin_index"


class HelpfulColumn(Column):
    """For how many of those who answered the page was helpful, as a link to their answers on the desk."""

    cell_template_name = "beatcancer_wagtail/admin/helpful_cell.html"

    def get_value(self, instance):
        helpful, total = getattr(instance, COUNTS, (0, 0))
        return _("%(helpful)d of %(total)d") % {"helpful": helpful, "total": total} if total else ""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        if context["value"] and parent_context["request"].user.has_perm("beatcancer_wagtail.view_feedbackanswer"):
            context["answers_url"] = self._desk(instance)
        return context

    def _desk(self, page) -> str:
        try:
            return f"{reverse(DESK_LIST)}?page={page.pk}"
        except NoReverseMatch:  # a site without the desk
            return ""


class LibraryIndexView(ExplorableIndexView):
    @cached_property
    def search_query(self):
        return clean_query(super().search_query)

    @cached_property
    def columns(self):
        columns = list(self.base_columns)
        if library_settings().FEEDBACK:
            columns.append(HelpfulColumn("helpful", label=gettext_lazy("Helpful"), width="10%"))
        return columns

    def get_table(self, object_list):
        """One statement for the rows that are shown, however many answers there are."""
        if library_settings().FEEDBACK:
            pages = {page.pk: page for page in object_list}
            answers = FeedbackAnswer.objects.filter(page_id__in=list(pages)).order_by().values("page_id")
            for said in answers.annotate(good=Count("pk", filter=Q(helpful=True)), total=Count("pk")):
                setattr(pages[said["page_id"]], COUNTS, (said["good"], said["total"]))
        return super().get_table(object_list)


class LibraryPageViewSet(PageViewSet):
    """Lists what stands below a library page; everything else is as Wagtail has it."""

    index_view_class = LibraryIndexView

    def __init__(self, model, **kwargs):
        self.model = model
        super().__init__(name=f"beatcancer_{model._meta.label_lower}", **kwargs)

    @cached_property
    def parent_models(self):
        return [self.model]

    @property
    def _below_a_library(self) -> dict[str, object]:
        """All kinds of page may stand there, so none is left out."""
        kwargs = {**self.get_index_view_kwargs(), "model": base_page_model(), "filterset_class": GenericPageFilterSet}
        kwargs.pop("columns")
        return kwargs

    @cached_property
    def index_view(self):
        return self.construct_view(self.index_view_class, **self._below_a_library)

    @cached_property
    def index_results_view(self):
        return self.construct_view(self.index_view_class, **self._below_a_library, results_only=True)


def library_viewsets() -> list[LibraryPageViewSet]:
    """One for each page model that is a library."""
    return [LibraryPageViewSet(model) for model in apps.get_models() if issubclass(model, ResourceListingMixin)]
