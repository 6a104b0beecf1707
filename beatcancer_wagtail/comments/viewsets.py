"""Comments in the admin menu: the queue, and the replies that moderators send often."""

from django.db.models import Q
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from beatcancer_wagtail.comments.bulk import bulk_choices, bulk_url
from beatcancer_wagtail.comments.filters import CommentFilterSet
from beatcancer_wagtail.comments.models import CannedReply, Comment
from beatcancer_wagtail.comments.notices import notices_for
from beatcancer_wagtail.comments.permissions import ModeratorPolicy, may_moderate
from beatcancer_wagtail.comments.queue import waiting
from beatcancer_wagtail.comments.review import NAMESPACE, OF_ONE
from beatcancer_wagtail.comments.states import PENDING
from beatcancer_wagtail.comments.words import words_for
from beatcancer_wagtail.search.query import clean_query
from beatcancer_wagtail.viewsets import SafeIndexView


class CommentColumn(Column):
    """The words, the flag over them, and the three buttons."""

    cell_template_name = "beatcancer_comments/admin/comment_cell.html"

    def get_value(self, instance):
        return instance.text

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        urls = {name: reverse(f"{NAMESPACE}:{name}", args=[instance.pk]) for name in ("review", "decide")}
        urls["decide"] += f"?row={instance.following_row}"
        return {**context, "comment": instance, "urls": urls}


def name_following_rows(comments) -> None:
    """Where a decision on each leads: to the row after it, from the last one to the row before it."""
    rows = [f"bc-row-{comment.pk}" for comment in comments]
    after = [*rows[1:], rows[-2] if len(rows) > 1 else "bc-queue"]
    for comment, row in zip(comments, after, strict=False):
        comment.following_row = row


class WriterColumn(Column):
    cell_template_name = "beatcancer_comments/admin/writer_cell.html"

    def get_value(self, instance):
        return words_for(instance.page).team_name if instance.is_staff else instance.name

    def get_cell_context_data(self, instance, parent_context):
        return {**super().get_cell_context_data(instance, parent_context), "comment": instance}


class PageColumn(Column):
    """The page, as readers see it where they can."""

    cell_template_name = "beatcancer_comments/admin/page_cell.html"

    def get_value(self, instance):
        return instance.page.get_admin_display_title()

    def get_cell_context_data(self, instance, parent_context):
        page = instance.page
        url = page.get_url(parent_context.get("request")) if page.live else ""
        return {**super().get_cell_context_data(instance, parent_context), "page_url": url, "is_live": page.live}


class WhenColumn(Column):
    cell_template_name = "beatcancer_comments/admin/when_cell.html"


class StateColumn(Column):
    cell_template_name = "beatcancer_comments/admin/state_cell.html"

    def get_value(self, instance):
        return instance.get_status_display()

    def get_cell_context_data(self, instance, parent_context):
        return {**super().get_cell_context_data(instance, parent_context), "comment": instance}


class QueueView(IndexView):
    """What waits, somebody at risk first. No export: what patients write stays here."""

    default_ordering = ("-is_at_risk", "created_at", "pk")
    show_export_buttons = False

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.is_export = False

    @cached_property
    def search_query(self):
        return clean_query(super().search_query)

    def search_queryset(self, queryset):
        """Each word, in the text or in the name."""
        for word in self.search_query.split():
            queryset = queryset.filter(Q(text__icontains=word) | Q(name__icontains=word))
        return queryset

    @property
    def state(self) -> str:
        return self.filters.form.cleaned_data.get("status", PENDING) if self.filters.is_valid() else PENDING

    def order_queryset(self, queryset):
        """The queue in its order; what has been decided, the latest first."""
        if not self.is_explicitly_ordered and self.state != PENDING:
            return queryset.order_by("-created_at", "-pk")
        return super().order_queryset(queryset)

    def get_queryset(self):
        return super().get_queryset().select_related("page", "parent", "decided_by")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = self.request.GET.copy()
        asked.pop("_w_filter_fragment", None)
        here = reverse(f"{NAMESPACE}:list")
        here = f"{here}?{asked.urlencode()}" if asked else here
        name_following_rows(context["object_list"])
        unflagged = [comment.pk for comment in context["object_list"] if not comment.is_at_risk]
        return {
            **context,
            "here": here,
            "unflagged": len(unflagged),
            "unflagged_url": bulk_url("approve", unflagged, here) if unflagged and self.state == PENDING else "",
            "state": self.state,
            "waiting": waiting(),
            "notices": notices_for(self.request.user),
            "bulk_choices": bulk_choices(self.state),
        }

    @cached_property
    def no_results_message(self):
        if self.is_searching or self.is_filtering:
            return _("No comment fits.")
        return _("Nothing waits. Every comment has been decided on.")


class CommentURLFinder:
    """Leads from Wagtail's reports to the review; there is no form to edit a comment."""

    def __init__(self, user=None):
        self.user = user

    def get_edit_url(self, comment):
        if self.user is None or may_moderate(self.user):
            return reverse(f"{NAMESPACE}:review", args=[comment.pk])
        return None


class CommentViewSet(SnippetViewSet):
    """Only the views that moderators need: no form to add, to change or to delete, and no chooser."""

    model = Comment
    icon = "comment"
    menu_label = gettext_lazy("Queue")
    menu_name = "beatcancer-comments-queue"
    add_to_reference_index = False
    permission_policy = ModeratorPolicy(Comment)
    index_view_class = QueueView
    filterset_class = CommentFilterSet
    search_fields = ["text", "name"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        CommentColumn("text", label=gettext_lazy("Comment")),
        WriterColumn("name", label=gettext_lazy("Name"), sort_key="name", width="14%"),
        PageColumn("page", label=gettext_lazy("Page"), sort_key="page__draft_title", width="16%"),
        WhenColumn("created_at", label=gettext_lazy("Sent"), sort_key="created_at", width="11%"),
        StateColumn("status", label=gettext_lazy("State"), width="10%"),
    ]
    index_template_name = "beatcancer_comments/admin/queue.html"
    index_results_template_name = "beatcancer_comments/admin/queue_results.html"
    url_finder_class = CommentURLFinder

    def get_urlpatterns(self):
        ours = [path(f"<int:pk>/{name}/", view.as_view(), name=name) for name, view in OF_ONE.items()]
        theirs = [
            path("", self.index_view, name="list"),
            path("results/", self.index_results_view, name="list_results"),
        ]
        return theirs + ours

    def register_chooser_viewset(self):
        """Nothing refers to a comment, so nobody chooses one."""


class CannedReplyViewSet(SnippetViewSet):
    """Canned replies, each with the permissions of every snippet."""

    model = CannedReply
    icon = "openquote"
    menu_label = gettext_lazy("Canned replies")
    menu_name = "beatcancer-canned-replies"
    list_display = ["title", Column("text", label=gettext_lazy("Reply"))]
    index_view_class = SafeIndexView
    list_per_page = 50
    ordering = "title"


class CommentsMenuItem(SubmenuMenuItem):
    """The entry of the menu, with the number of comments that wait."""

    def render_component(self, request):
        entry = super().render_component(request)
        number = waiting()["total"] if may_moderate(request.user) else 0
        if number:
            entry.label = _("Comments (%(number)d)") % {"number": number}
        return entry


class CommentsViewSetGroup(SnippetViewSetGroup):
    """The menu entry of comments; hidden from those who may see nothing in it."""

    menu_label = gettext_lazy("Comments")
    menu_icon = "comment"
    menu_order = 255
    items = [CommentViewSet, CannedReplyViewSet]

    @cached_property
    def menu_name(self):
        return "beatcancer-comments"

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.__class__ = CommentsMenuItem
        return item
