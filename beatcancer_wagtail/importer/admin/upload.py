"""The first step: what is imported, and from which files."""

from django.db.models import Count, Q
from django.http import Http404
from django.http.multipartparser import exhaust
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from beatcancer_wagtail.importer.admin.kinds import all_kinds
from beatcancer_wagtail.importer.admin.limits import REFUSED_UPLOADS, why_refused
from beatcancer_wagtail.importer.admin.places import run_url, start_url, upload_url
from beatcancer_wagtail.importer.admin.steps import go_on
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.permissions import ImporterMixin
from beatcancer_wagtail.importer.states import FINISHED, READING
from beatcancer_wagtail.importer.tasks import hand_over, has_queue

SHOWN = 10


class StartView(ImporterMixin, WagtailAdminTemplateMixin, TemplateView):
    """Articles or books, and what was begun before."""

    http_method_names = ["get", "head", "options"]
    template_name = "beatcancer_importer/admin/start.html"
    header_icon = "upload"
    page_title = gettext_lazy("Import")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        own = ImportRun.objects.filter(started_by=self.request.user).annotate(
            total=Count("rows"), refused=Count("rows", filter=Q(rows__state="refused"))
        )
        own = own.order_by("-created_at", "-pk")  # the order of the model is not that of counts
        kinds = all_kinds()
        open_runs, done = list(own.exclude(state=FINISHED)[:SHOWN]), list(own.filter(state=FINISHED)[:SHOWN])
        for run in [*open_runs, *done]:
            run.url, run.icon = run_url(run.pk), kinds[run.kind].icon
        return {
            **super().get_context_data(**kwargs),
            "kinds": [
                {"kind": kind, "url": upload_url(kind.name)}
                for kind in kinds.values()
                if kind.may_import(self.request.user)
            ],
            "open_runs": open_runs,
            "done_runs": done,
        }


def upload(request, kind):
    """The upload view of a kind of import."""
    if kind not in all_kinds():
        raise Http404
    return all_kinds()[kind].upload_view().as_view()(request)


upload.csrf_exempt = True  # UploadView looks at the token itself, after it has looked at the size


class UploadView(ImporterMixin, WagtailAdminTemplateMixin, FormView):
    """Takes files and makes an import of them. Give ``form_class``, ``template_name``, ``kind`` and ``make_run()``."""

    http_method_names = ["get", "head", "post"]
    kind: str
    upload_label = gettext_lazy("Read the files")
    introduction = ""

    def dispatch(self, request, *args, **kwargs):
        """What is too much for Django is said in our words; it would answer with a bare error page."""
        try:
            request.POST  # noqa: B018 - the upload is read here
        except REFUSED_UPLOADS as problem:
            exhaust(request._stream)
            request._mark_post_parse_error()
            messages.error(request, why_refused(problem))
            return redirect(request.path)
        return self.checked(request, *args, **kwargs)

    @method_decorator(csrf_protect)
    def checked(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return all_kinds()[self.kind].label

    def get_header_icon(self):
        return all_kinds()[self.kind].icon

    def get_breadcrumbs_items(self):
        start = {"url": start_url(), "label": _("Import")}
        return [*self.breadcrumbs_items, start, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "introduction": self.introduction,
            "upload_label": self.upload_label,
            "start_url": start_url(),
        }

    def make_run(self, form) -> ImportRun | None:
        """Store an ``ImportRun`` with its rows; None with an error in ``form`` when there is nothing to store."""
        raise NotImplementedError

    def form_valid(self, form):
        run = self.make_run(form)
        if run is None:
            return self.form_invalid(form)
        if run.state == READING and not (has_queue() and hand_over(run)):
            go_on(run)
        return redirect(run_url(run.pk))
