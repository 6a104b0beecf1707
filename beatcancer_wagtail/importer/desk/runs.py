"""Every import: who began it, when, and what became of it."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from beatcancer_wagtail.importer.admin.places import run_url
from beatcancer_wagtail.importer.desk.filters import KindFilter, RunStateFilter, StartedFilter
from beatcancer_wagtail.importer.desk.lists import ImportsAdmin, moment
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.states import CHANGED, CREATED, REFUSED

ROWS = "beatcancer_wagtail_imported_modeladmin_index"


class ImportRunAdmin(ImportsAdmin):
    model = ImportRun
    menu_label = _("Imports")
    menu_item_name = "beatcancer-imports"
    menu_icon = "upload"
    menu_order = 30
    add_to_admin_menu = False  # it stands on the library desk
    base_url_path = "beatcancer_wagtail/imports"
    list_display = ("name", "state_name", "total", "stored", "refused", "looks")
    list_export = ("source", "kind", "state", "total_number", "stored_number", "refused_number", "looks_number", "started_by", "created_at", "finished_at", "problem")  # fmt: skip
    list_filter = (KindFilter, RunStateFilter, StartedFilter)
    search_fields = ("source",)
    export_filename = "imports"
    introduction = _("What was brought in, by the admin or by the command, and what became of it.")
    empty = _("Nothing has been imported yet.")

    def get_queryset(self, request):
        counted = {
            "total_number": Count("rows"),
            "stored_number": Count("rows", filter=Q(rows__state__in=[CREATED, CHANGED])),
            "refused_number": Count("rows", filter=Q(rows__state=REFUSED)),
            "looks_number": Count("rows", filter=Q(rows__needs_look=True)),
        }
        return super().get_queryset(request).select_related("started_by").annotate(**counted)

    def name(self, run):
        """What was given; below it its kind, when and by whom it was given."""
        said = [run.get_kind_display(), moment(run.created_at), run.started_by]
        note = " · ".join(str(word) for word in said if word)
        link = '<a href="{}"><bdi>{}</bdi></a><span class="bc-desk__note">{}</span>'
        return format_html(link, run_url(run.pk), run.source, note)

    name.short_description = _("import")
    name.admin_order_field = "source"

    def state_name(self, run):
        return run.get_state_display()

    state_name.short_description = _("state")
    state_name.admin_order_field = "state"

    def total(self, run):
        return number(run, run.total_number)

    total.short_description = _("rows")
    total.admin_order_field = "total_number"

    def stored(self, run):
        return run.stored_number

    stored.short_description = _("stored")
    stored.admin_order_field = "stored_number"

    def refused(self, run):
        return number(run, run.refused_number, state=REFUSED)

    refused.short_description = _("refused")
    refused.admin_order_field = "refused_number"

    def looks(self, run):
        return number(run, run.looks_number, look="yes")

    looks.short_description = _("needs a look")
    looks.admin_order_field = "looks_number"

    def total_number(self, run):
        return run.total_number

    total_number.short_description = _("pages or books")

    def stored_number(self, run):
        return run.stored_number

    stored_number.short_description = _("stored")

    def refused_number(self, run):
        return run.refused_number

    refused_number.short_description = _("refused")

    def looks_number(self, run):
        return run.looks_number

    looks_number.short_description = _("needs a look")


def number(run, count: int, **narrowed):
    """A number that leads to the rows it counts; 0 leads nowhere."""
    if not count:
        return count
    query = "&".join(f"{name}={value}" for name, value in {"run": run.pk, **narrowed}.items())
    return format_html('<a href="{}?{}">{}</a>', reverse(ROWS), query, count)
