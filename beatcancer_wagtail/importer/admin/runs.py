"""The screens of one import: progress, preview and result stand at one address."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from beatcancer_wagtail.importer.admin.choice import LOOK, Rows, planned_counts
from beatcancer_wagtail.importer.admin.forms import ParentForm
from beatcancer_wagtail.importer.admin.kinds import kind_of
from beatcancer_wagtail.importer.admin.parents import possible_parents, with_chosen
from beatcancer_wagtail.importer.admin.places import report_url, run_url, start_url, upload_url
from beatcancer_wagtail.importer.admin.signatures import signed
from beatcancer_wagtail.importer.admin.steps import progress_of
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.permissions import may_discard, may_go_on, may_import, may_see
from beatcancer_wagtail.importer.states import READING, REFUSED, RUNNING, STOPPED, WAITING
from beatcancer_wagtail.importer.tasks import is_queued
from beatcancer_wagtail.paging import page_number

FORMATS = ("html", "csv", "json")


class RunMixin(WagtailAdminTemplateMixin):
    """Put before a view of one import: only for those who may see it."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_active or not may_see(request.user, self.run):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def run(self) -> ImportRun:
        runs = ImportRun.objects.select_related("parent", "started_by")
        return get_object_or_404(runs, pk=self.kwargs["run_id"])

    @cached_property
    def kind(self):
        return kind_of(self.run)

    def get_header_icon(self):
        return self.kind.icon

    def get_page_title(self):
        return str(self.run)

    def get_breadcrumbs_items(self):
        start = {"url": start_url(), "label": _("Import")} if may_import(self.request.user) else None
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, *([start] if start else []), here]

    def get_context_data(self, **kwargs):
        run = self.run
        return {
            **super().get_context_data(**kwargs),
            "run": run,
            "kind": self.kind,
            "may_go_on": may_go_on(self.request.user, run),
            "may_discard": may_discard(self.request.user, run),
            "urls": {
                name: run_url(run.pk, name) for name in ("run", "confirm", "step", "progress", "resume", "discard")
            },
            "start_url": start_url(),
        }


class OwnRunMixin(RunMixin):
    """Only for whoever has begun the import; others are told who that is."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_active and may_see(request.user, self.run) and not may_go_on(request.user, self.run):
            who = {"user": self.run.started_by or _("somebody who is gone")}
            messages.error(request, _("This import was begun by %(user)s, and only they can go on with it.") % who)
            return redirect(run_url(self.run.pk))
        return super().dispatch(request, *args, **kwargs)


class RunView(RunMixin, TemplateView):
    http_method_names = ["get", "head", "options"]
    screens = {
        READING: "beatcancer_importer/admin/progress.html",
        RUNNING: "beatcancer_importer/admin/progress.html",
        WAITING: "beatcancer_importer/admin/preview.html",
    }
    result = "beatcancer_importer/admin/result.html"
    subtitles = {
        READING: gettext_lazy("Being read"),
        RUNNING: gettext_lazy("Drafts are made"),
        WAITING: gettext_lazy("Preview"),
    }

    def get_template_names(self):
        return [self.screens.get(self.run.state, self.result)]

    def get_page_subtitle(self):
        return self.subtitles.get(self.run.state, _("Result"))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.run.state in (READING, RUNNING):
            return {**context, **self.progress()}
        asked = self.request.GET
        rows = Rows(self.run, page=page_number(asked.get("p")), show=asked.get("show", ""))
        context |= {"listed": rows, "rows": rows.rows, "counts": rows.counts, "needs_look": rows.counts[LOOK]}
        if self.run.state == WAITING or self.can_resume(rows):
            context |= self.question(rows)
        return {
            **context,
            "can_resume": self.can_resume(rows),
            "reports": self.reports(),
            "downloads": self.kind.extra_downloads(self.run),
            "notes": self.run.options.get("notes", []),
            "again_url": upload_url(self.kind.name),
        }

    def can_resume(self, rows) -> bool:
        return self.run.state == STOPPED and rows.counts["read"] > 0

    def progress(self) -> dict:
        queued = is_queued(self.run)
        return {
            "progress": progress_of(self.run),
            "is_reading": self.run.state == READING,
            "is_queued": queued,
            "next_url": "" if queued else f"{run_url(self.run.pk, 'step')}?go={signed(self.run, self.request.user)}",
        }

    def question(self, rows: Rows) -> dict:
        """What is asked before anything is stored: where it goes, and what stands in the way."""
        own = may_go_on(self.request.user, self.run)
        asks = own and self.kind.asks_for_parent
        return {
            "planned": planned_counts(self.run),
            "choosable": rows.counts["total"] - rows.counts[REFUSED],
            "parent_form": ParentForm(initial={"parent": self.run.parent}) if asks else None,
            "parents": with_chosen(possible_parents(self.request.user), self.run.parent) if asks else [],
            "hindrance": self.kind.why_not(self.run, self.request.user) if own else "",
        }

    def reports(self) -> list[dict]:
        return [{"name": name.upper(), "url": report_url(self.run.pk, name)} for name in FORMATS]
