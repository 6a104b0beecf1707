"""One page of an import beside its source."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from beatcancer_wagtail.importer.admin.choice import URGENT_FIRST
from beatcancer_wagtail.importer.admin.draft import draft_response
from beatcancer_wagtail.importer.admin.places import row_url, run_url, start_url
from beatcancer_wagtail.importer.admin.preview_pictures import picture_response
from beatcancer_wagtail.importer.admin.reasons import provenance
from beatcancer_wagtail.importer.admin.runs import OwnRunMixin, RunMixin
from beatcancer_wagtail.importer.admin.source import source_response
from beatcancer_wagtail.importer.models import ImportRow, ImportUpload
from beatcancer_wagtail.importer.permissions import may_import
from beatcancer_wagtail.importer.states import LEFT, READ, WAITING
from beatcancer_wagtail.importer.writer.left_out import dropped_by_reason


class RowMixin(RunMixin):
    """Put before a view of one row."""

    @cached_property
    def row(self) -> ImportRow:
        rows = ImportRow.objects.select_related("page", "book").defer("packed_source")
        row = get_object_or_404(rows, pk=self.kwargs["row_id"], run_id=self.kwargs["run_id"])
        row.run = self.run
        return row


class RowView(RowMixin, TemplateView):
    http_method_names = ["get", "head", "options"]

    def get_template_names(self):
        return [self.kind.row_template]

    def get_page_title(self):
        return str(self.row)

    def get_breadcrumbs_items(self):
        start = {"url": start_url(), "label": _("Import")} if may_import(self.request.user) else None
        run = {"url": run_url(self.run.pk), "label": str(self.run)}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, *([start] if start else []), run, here]

    def get_context_data(self, **kwargs):
        row = self.row
        before, after = self.neighbours()
        return {
            **super().get_context_data(**kwargs),
            "row": row,
            "report": row.report,
            "planned": row.report.get("planned", ""),
            "dropped": dropped_by_reason(row.report),
            "provenance": provenance(row),
            "has_source": ImportRow.objects.filter(pk=row.pk, packed_source__isnull=False).exists(),
            "before_url": row_url(self.run.pk, before) if before else "",
            "after_url": row_url(self.run.pk, after) if after else "",
            "row_urls": {name: row_url(self.run.pk, row.pk, name) for name in ("draft", "source", "leave")},
            "can_choose": self.run.state == WAITING and row.state in (READ, LEFT),
            "is_left": row.state == LEFT,
        }

    def neighbours(self) -> tuple[int | None, int | None]:
        """The rows before and after this one, in the order of the list."""
        pks = list(self.run.rows.order_by(URGENT_FIRST, "position").values_list("pk", flat=True))
        place = pks.index(self.row.pk)
        return (pks[place - 1] if place else None), (pks[place + 1] if place + 1 < len(pks) else None)


class LeaveView(OwnRunMixin, RowMixin, View):
    """Leaves one row out, or takes it in again."""

    http_method_names = ["post"]

    def post(self, request, run_id, row_id):
        wanted = LEFT if "leave" in request.POST else READ
        was = READ if wanted == LEFT else LEFT
        changed = ImportRow.objects.filter(pk=self.row.pk, run__state=WAITING, state=was).update(state=wanted)
        if changed and wanted == LEFT:
            messages.success(request, _("It will be left out."))
        elif changed:
            messages.success(request, _("It will come."))
        else:
            messages.warning(
                request, _("Nothing has changed: this import has been confirmed already, or you clicked twice.")
            )
        return redirect(row_url(run_id, row_id))


class DraftView(RowMixin, View):
    """How the draft will look, for a frame of ours."""

    http_method_names = ["get", "head"]

    def get(self, request, run_id, row_id):
        return draft_response(self.row, request)


class SourceView(RowMixin, View):
    """The source as it was given, for a frame in which nothing runs and which fetches nothing."""

    http_method_names = ["get", "head"]

    def get(self, request, run_id, row_id):
        data = self.row.source_data
        return source_response(data) if data else HttpResponse(status=404)


class PictureView(RowMixin, View):
    """A picture that was uploaded with the page, as its preview shows it."""

    http_method_names = ["get", "head"]

    def get(self, request, run_id, row_id, upload_id):
        return picture_response(get_object_or_404(ImportUpload, pk=upload_id, run_id=run_id))
