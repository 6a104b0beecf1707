"""The library in the admin menu: books and calls to action."""

from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ModelMultipleChoiceFilter
from taggit.models import Tag
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from beatcancer_wagtail.models import BookSnippet, CallToAction
from beatcancer_wagtail.search.query import clean_query
from beatcancer_wagtail.spreadsheets import SafeSpreadsheets


class CoverColumn(Column):
    """The book's cover, small; decoration, since the title stands beside it."""

    cell_template_name = "beatcancer_wagtail/admin/cover_cell.html"

    def get_value(self, instance):
        return get_rendition_or_not_found(instance.cover, "max-48x64") if instance.cover else None


class AuthorsColumn(Column):
    """The authors in one line."""

    def get_value(self, instance):
        return ", ".join(instance.author_names)


class BookFilterSet(WagtailFilterSet):
    """What an editor narrows the list of books by."""

    tags = ModelMultipleChoiceFilter(
        label=_("Tags"),
        field_name="tagged_items__tag",
        queryset=lambda request: Tag.objects.filter(beatcancer_books__isnull=False).distinct().order_by("name"),
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = BookSnippet
        fields = ["live", "year"]


class SafeIndexView(SafeSpreadsheets, IndexView):
    """A list whose search takes whatever is typed, and whose exports run nothing."""

    @cached_property
    def search_query(self):
        return clean_query(super().search_query)

    def search_queryset(self, queryset):
        """Search first, then filter and sort: the search backends know only some of our filters and columns."""
        if not self.is_searching:
            return queryset
        found = super().search_queryset(self.model._default_manager.order_by())
        return queryset.filter(pk__in=[record.pk for record in found])


class SafeChoosing:
    """Put before a chooser's views: the same for their search."""

    def get_filter_form(self):
        typed = self.request.GET.copy()
        typed["q"] = clean_query(typed.get("q"))
        return self.get_filter_form_class()(typed)


class BookChoosing(SafeChoosing):
    @property
    def columns(self):
        title, *others = super().columns
        cover = CoverColumn("cover", label=_("Cover"), width="64px")
        return [cover, title, AuthorsColumn("authors", label=_("Authors")), *others]

    def get_object_list(self):
        return BookSnippet.objects.for_editors()


class ChooseBookView(BookChoosing, ChooseView):
    """The modal in which an editor chooses a book."""


class ChooseBookResultsView(BookChoosing, ChooseResultsView):
    """Its results while the editor types."""


class BookChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseBookView
    choose_results_view_class = ChooseBookResultsView


class BookViewSet(SnippetViewSet):
    """Books: list with filters and export, drafts, preview, usage."""

    model = BookSnippet
    icon = "bc-book"
    menu_label = _("Books")
    list_display = [
        "title",
        CoverColumn("cover", label=_("Cover"), width="64px"),
        AuthorsColumn("authors", label=_("Authors"), sort_key="authors"),
        Column("rating_count_text", label=_("Ratings"), sort_key="rating_count"),
        LiveStatusTagColumn(),
    ]
    filterset_class = BookFilterSet
    list_export = [
        "title", "subtitle", "authors", "blurb", "isbn", "publisher", "year", "tag_list",
        "rating_value", "rating_count", "rating_source", "rating_url", "rating_as_of", "live",
    ]  # fmt: skip
    list_per_page = 50
    ordering = "title"
    copy_view_enabled = True
    inspect_view_enabled = True
    index_view_class = SafeIndexView
    chooser_viewset_class = BookChooserViewSet

    def get_queryset(self, request):
        return BookSnippet.objects.for_editors()


class TargetColumn(Column):
    """Where a call leads; a dash where readers do not see it because it leads nowhere."""

    def get_value(self, instance):
        return instance.get_target() or "–"


class CallFilterSet(WagtailFilterSet):
    class Meta:
        model = CallToAction
        fields = ["live"]


class CallChoosing(SafeChoosing):
    def get_object_list(self):
        return CallToAction.objects.for_editors()


class ChooseCallView(CallChoosing, ChooseView):
    """The modal in which an editor chooses a call to action."""


class ChooseCallResultsView(CallChoosing, ChooseResultsView):
    """Its results while the editor types."""


class CallChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseCallView
    choose_results_view_class = ChooseCallResultsView


class CallViewSet(SnippetViewSet):
    """Calls to action: list with filter and export, drafts, preview, usage."""

    model = CallToAction
    icon = "pick"
    menu_label = _("Calls to action")
    list_display = ["heading", "button_text", TargetColumn("target", label=_("Leads to")), LiveStatusTagColumn()]
    filterset_class = CallFilterSet
    list_export = ["heading", "text", "button_text", "get_target", "live"]
    export_headings = {"get_target": _("Leads to")}
    list_per_page = 50
    ordering = "heading"
    copy_view_enabled = True
    inspect_view_enabled = True
    index_view_class = SafeIndexView
    chooser_viewset_class = CallChooserViewSet

    def get_queryset(self, request):
        return CallToAction.objects.for_editors()


class LibraryViewSetGroup(SnippetViewSetGroup):
    """The menu entry under which all that belongs to the library stands."""

    menu_label = _("Library")
    menu_icon = "bc-book"
    menu_order = 250
    items = [BookViewSet, CallViewSet]

    @cached_property
    def menu_name(self):
        return "beatcancer-library"
