"""What may be done with an import: confirm it, go on with it, throw it away, take its report home."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from beatcancer_wagtail.importer.admin import steps
from beatcancer_wagtail.importer.admin.choice import keep_choice
from beatcancer_wagtail.importer.admin.forms import ParentForm
from beatcancer_wagtail.importer.admin.places import run_url, start_url
from beatcancer_wagtail.importer.admin.runs import FORMATS, OwnRunMixin, RunMixin
from beatcancer_wagtail.importer.admin.signatures import is_ours
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.permissions import may_discard, may_see
from beatcancer_wagtail.importer.states import CHANGED, CREATED, READ, READING, RUNNING, STOPPED, WAITING
from beatcancer_wagtail.importer.tasks import hand_over, has_queue, keep
from beatcancer_wagtail.paging import page_number


class ActionView(OwnRunMixin, View):
    http_method_names = ["post"]

    def run_page(self, query: str = ""):
        return redirect(run_url(self.run.pk) + query)

    def choose_parent(self) -> None:
        """Another page to go below, when one was chosen that is there."""
        form = ParentForm(self.request.POST)
        if not self.kind.asks_for_parent or not form.is_valid():
            return
        parent = form.cleaned_data["parent"]
        if parent is not None and parent.pk != self.run.parent_id:
            ImportRun.objects.filter(pk=self.run.pk, state__in=[WAITING, STOPPED]).update(parent=parent)
            del self.run

    def set_going(self, was: str) -> bool:
        """Whether it was this request that set the import going; it goes once, however often somebody clicks."""
        fields = {"state": RUNNING, "problem": "", "finished_at": None}
        if not ImportRun.objects.filter(pk=self.run.pk, state=was).update(**fields):
            return False
        del self.run
        if not (has_queue() and hand_over(self.run)):
            steps.go_on(self.run)
        return True


class ConfirmView(ActionView):
    """The ticks of one page of the preview, and the confirmation. Any other button only keeps the ticks."""

    def post(self, request, run_id):
        if self.run.state != WAITING:
            messages.warning(request, _("This import has been confirmed already. Nothing is made twice."))
            return self.run_page()
        keep_choice(self.run, request.POST.get("shown", ""), request.POST.getlist("take"))
        self.choose_parent()
        if "confirm" not in request.POST:
            page, show = page_number(request.POST.get("page")), request.POST.get("show", "")
            return self.run_page(f"?p={page}" + (f"&show={show}" if show.isalpha() else ""))
        if not self.run.rows.filter(state=READ).exists():
            messages.error(request, _("Nothing is ticked. Tick what shall come, or throw the import away."))
        elif problem := self.kind.why_not(self.run, request.user):
            messages.error(request, problem)
        elif not self.set_going(WAITING):
            messages.warning(request, _("This import has been confirmed already. Nothing is made twice."))
        return self.run_page()


class ResumeView(ActionView):
    """An import that had to stop goes on."""

    def post(self, request, run_id):
        self.choose_parent()
        if self.run.state == STOPPED and self.run.rows.filter(state=READ).exists():
            if problem := self.kind.why_not(self.run, request.user):
                messages.error(request, problem)
            else:
                self.set_going(STOPPED)
        return self.run_page()


class StepView(ActionView):
    """A few rows more. A script asks for it again and again; without one the page follows a signed link."""

    http_method_names = ["get", "post"]

    def get(self, request, run_id):
        return self.step() if is_ours(request.GET.get("go", ""), self.run, request.user) else self.run_page()

    def post(self, request, run_id):
        return self.step()

    def step(self):
        if self.run.options.get("queued"):
            keep(self.run, queued=False)  # nobody waits any longer for a worker that does not come
        if self.run.state in (READING, RUNNING):
            steps.go_on(self.run)
        if "application/json" in self.request.headers.get("Accept", ""):
            return JsonResponse(steps.progress_of(self.run))
        return self.run_page()


class ProgressView(RunMixin, View):
    """How far the worker is."""

    http_method_names = ["get"]

    def get(self, request, run_id):
        return JsonResponse(steps.progress_of(self.run), headers={"Cache-Control": "no-store"})


class DiscardView(RunMixin, TemplateView):
    """Asks first, and says what goes and what stays."""

    http_method_names = ["get", "head", "post"]
    template_name = "beatcancer_importer/admin/discard.html"
    page_subtitle = gettext_lazy("Throw away")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_active and not may_discard(request.user, self.run):
            who = {"user": self.run.started_by or _("somebody who is gone")}
            messages.error(request, _("This import was begun by %(user)s, and only they can throw it away.") % who)
            return redirect(run_url(self.run.pk) if may_see(request.user, self.run) else reverse("wagtailadmin_home"))
        if not steps.is_open(self.run):
            messages.warning(request, _("This import is over, so there is nothing to throw away."))
            return redirect(run_url(self.run.pk))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        rows = self.run.rows
        return {
            **super().get_context_data(**kwargs),
            "total": rows.count(),
            "stored": rows.filter(state__in=[CREATED, CHANGED]).count(),
        }

    def post(self, request, run_id):
        stored = steps.discard(self.run, request.user)
        if stored:
            said = ngettext(
                "The rest is thrown away. %d draft was made before; it stays.",
                "The rest is thrown away. %d drafts were made before; they stay.",
                stored,
            )
            messages.success(request, said % stored)
            return redirect(run_url(run_id))
        messages.success(request, _("The import is thrown away. Nothing of it was stored."))
        return redirect(start_url())


class ReportView(RunMixin, View):
    """The report of a run as a file."""

    http_method_names = ["get", "head"]

    def get(self, request, run_id, form):
        from beatcancer_wagtail.importer.writer.report import TYPES

        if form not in FORMATS:
            raise Http404
        name = f"import-{timezone.localtime(self.run.created_at):%Y-%m-%d}-{self.run.pk}.{form}"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "Cache-Control": "private, no-store",
        }
        return HttpResponse(self.kind.render_report(self.run, form), content_type=TYPES[form], headers=headers)
