"""What readers answered to "Was this page helpful?"."""

from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.desk.filters import DeskFilter, PeriodFilter
from beatcancer_wagtail.desk.records import DeskAdmin, day
from beatcancer_wagtail.models import FeedbackAnswer
from beatcancer_wagtail.resources import base_page_model

PAGES_OFFERED = 10


class HelpfulFilter(DeskFilter):
    title, parameter_name = _("answer"), "helpful"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def narrow(self, queryset, value):
        return queryset.filter(helpful=value == "yes")


class WordsFilter(DeskFilter):
    title, parameter_name = _("words"), "words"

    def lookups(self, request, model_admin):
        return [("yes", _("with words")), ("no", _("without words"))]

    def narrow(self, queryset, value):
        return queryset.filter(text="") if value == "no" else queryset.exclude(text="")


class PageFilter(DeskFilter):
    """The pages that most was said about, and the one that a link asked for."""

    title, parameter_name = _("page"), "page"

    def lookups(self, request, model_admin):
        most = FeedbackAnswer.objects.order_by().values("page_id", "page__draft_title").annotate(total=Count("pk"))
        offered = {
            str(row["page_id"]): row["page__draft_title"] for row in most.order_by("-total", "page_id")[:PAGES_OFFERED]
        }
        asked = request.GET.get(self.parameter_name, "")
        if asked.isdecimal() and len(asked) < 10 and asked not in offered:
            page = base_page_model().objects.filter(pk=asked).first()
            offered |= {asked: page.get_admin_display_title()} if page else {}
        return list(offered.items())

    def narrow(self, queryset, value):
        return queryset.filter(page_id=int(value))


class FeedbackAnswerAdmin(DeskAdmin):
    """What readers think of our pages."""

    model = FeedbackAnswer
    menu_label = _("Answers of readers")
    menu_item_name = "beatcancer-feedback"
    menu_icon = "help"
    base_url_path = "beatcancer_wagtail/answers"
    list_display = ("page_link", "was_helpful", "words", "version", "when")
    list_display_add_buttons = "words"
    list_export = ("page_title", "page_address", "helpful", "text", "revision_date", "created_at")
    list_filter = (HelpfulFilter, WordsFilter, PeriodFilter, PageFilter)
    search_fields = ("text", "page__title")
    export_filename = "was-it-helpful"
    introduction = _("What readers answered below our pages. Nobody knows who they are, so nobody can answer them.")
    empty = _("No reader has answered yet.")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("page", "revision").defer("revision__content")

    def page_link(self, answer):
        edit = reverse("wagtailadmin_pages:edit", args=[answer.page_id])
        return format_html('<a href="{}">{}</a>', edit, answer.page.get_admin_display_title())

    page_link.short_description = _("page")
    page_link.admin_order_field = "page__draft_title"

    def was_helpful(self, answer):
        """A word: the pictures that modeladmin shows for yes and no come with Django's own admin."""
        return _("Yes") if answer.helpful else _("No")

    was_helpful.short_description = _("helpful")
    was_helpful.admin_order_field = "helpful"

    def words(self, answer):
        return format_html('<span class="bc-desk__words" dir="auto">{}</span>', answer.text) if answer.text else ""

    words.short_description = _("what the reader wrote")

    def version(self, answer):
        """The version that the reader saw; a link shows what has changed since."""
        if answer.revision is None:
            return ""
        if answer.revision_id == answer.page.live_revision_id:
            return _("as it is now")
        since = reverse("wagtailadmin_pages:revisions_compare", args=[answer.page_id, answer.revision_id, "live"])
        seen = {"date": day(answer.revision.created_at)}
        return format_html('<a href="{}">{}</a>', since, _("of %(date)s: what has changed") % seen)

    version.short_description = _("version")
    version.admin_order_field = "revision__created_at"

    def when(self, answer):
        return day(answer.created_at)

    when.short_description = _("when")
    when.admin_order_field = "created_at"

    def page_title(self, answer):
        return answer.page.get_admin_display_title()

    page_title.short_description = _("page")

    def page_address(self, answer):
        return answer.page.get_url() or ""

    page_address.short_description = _("address")

    def revision_date(self, answer):
        return answer.revision and answer.revision.created_at

    revision_date.short_description = _("version")
