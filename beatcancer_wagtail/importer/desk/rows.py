"""Every page and book of every import, the refused ones with their reasons."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.desk.records import ReadOnly
from beatcancer_wagtail.importer.admin.places import row_url
from beatcancer_wagtail.importer.desk.filters import LookFilter, RowKindFilter, RowStateFilter, RunFilter
from beatcancer_wagtail.importer.desk.lists import ImportsAdmin, moment
from beatcancer_wagtail.importer.models import ImportRow
from beatcancer_wagtail.importer.templatetags.beatcancer_importer import covered
from beatcancer_wagtail.importer.writer.report import needs_look
from beatcancer_wagtail.models import BookSnippet


class OnlyRead(ReadOnly):
    """A row goes with its import, never alone: the report would no longer be whole."""

    def user_can_delete_obj(self, user, obj):
        return False


class ImportRowAdmin(ImportsAdmin):
    model = ImportRow
    menu_label = _("Imported pages and books")
    menu_item_name = "beatcancer-imported"
    menu_icon = "list-ul"
    menu_order = 31
    add_to_admin_menu = False
    base_url_path = "beatcancer_wagtail/imported"
    list_display = ("name", "state_name", "percent", "of_run", "result")
    permission_helper_class = OnlyRead
    list_export = ("title", "source", "address", "run_kind", "state", "needs_look", "coverage", "words_found", "words_stored", "reason", "result_address", "run_source", "run_date")  # fmt: skip
    list_filter = (RunFilter, RowKindFilter, RowStateFilter, LookFilter)
    search_fields = ("title", "source", "address", "reason")
    export_filename = "imported"
    introduction = _("Each page and each book of all imports. For what was refused, the reason says what to do.")
    empty = _("Nothing has been imported yet.")

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("run", "page", "book")
        return rows.defer("packed_source", "document", "report").order_by("-run__created_at", "-run", "position")

    def get_ordering(self, request):
        return ("-run__created_at", "-run", "position")

    def name(self, row):
        """The title, the file, and why it was refused."""
        link = format_html('<a href="{}"><bdi>{}</bdi></a>', row_url(row.run_id, row.pk), row)
        below = [row.source] if row.title and row.source != row.title else []
        notes = format_html_join("", '<span class="bc-desk__note"><bdi>{}</bdi></span>', [(text,) for text in below])
        words = '<span class="bc-desk__words"><bdi>{}</bdi></span>'
        reason = format_html(words, row.reason) if row.reason else ""
        return format_html("{}{}{}", link, notes, reason)

    name.short_description = _("title and source")
    name.admin_order_field = "title"

    def state_name(self, row):
        look = format_html('<span class="bc-desk__note">{}</span>', _("needs a look")) if needs_look(row) else ""
        return format_html("{}{}", row.get_state_display(), look)

    state_name.short_description = _("state")
    state_name.admin_order_field = "state"

    def percent(self, row):
        return "" if row.coverage is None else covered(row)

    percent.short_description = _("coverage")
    percent.admin_order_field = "coverage"

    def result(self, row):
        """The draft or the book, for whoever wants to go on there."""
        address = address_of(row)
        said = row.page.get_admin_display_title() if row.page_id else row.book
        link = '<a href="{}">{}<span class="w-sr-only">: {}</span></a>'
        return format_html(link, address, _("Open"), said) if address else ""

    result.short_description = _("draft")

    def of_run(self, row):
        """With its moment: many imports are called alike."""
        link = '<a href="?run={}"><bdi>{}</bdi></a><span class="bc-desk__note">{}</span>'
        return format_html(link, row.run_id, row.run, moment(row.run.created_at))

    of_run.short_description = _("import")
    of_run.admin_order_field = "run"

    def run_kind(self, row):
        return row.run.get_kind_display()

    run_kind.short_description = _("kind")

    def result_address(self, row):
        return address_of(row)

    result_address.short_description = _("draft")

    def run_source(self, row):
        return row.run.source

    run_source.short_description = _("import")

    def run_date(self, row):
        return row.run.created_at

    run_date.short_description = _("when")


def address_of(row) -> str:
    """Where the page or the book is edited; "" when there is none."""
    if row.page_id:
        return reverse("wagtailadmin_pages:edit", args=[row.page_id])
    if row.book_id:
        return reverse(BookSnippet.snippet_viewset.get_url_name("edit"), args=[row.book_id])
    return ""
