"""Articles, from saved pages."""

from urllib.parse import urlsplit

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from beatcancer_wagtail.importer.admin.forms import ArticlesForm
from beatcancer_wagtail.importer.admin.kinds import Kind
from beatcancer_wagtail.importer.admin.limits import PAGES
from beatcancer_wagtail.importer.admin.parents import possible_parents, with_chosen
from beatcancer_wagtail.importer.admin.received import keep, receive
from beatcancer_wagtail.importer.admin.upload import UploadView
from beatcancer_wagtail.importer.admin.uploaded import UploadPlace
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.states import ARTICLES, READING


def runs():
    from beatcancer_wagtail.importer.writer import runs

    return runs


class Articles(Kind):
    name = ARTICLES
    label = _("Articles")
    text = _("Saved pages of your old site become drafts, with their headings, lists, tables, questions and pictures.")
    icon = "doc-full"
    asks_for_parent = True
    confirm_label = _("Make the drafts")
    confirm_note = _("Drafts only: readers see nothing of them until somebody publishes them.")
    report_note = _("What was kept and what was left out, word for word, to keep or to send on.")
    rows_template = "beatcancer_importer/admin/articles_rows.html"
    row_template = "beatcancer_importer/admin/articles_row.html"
    result_template = "beatcancer_importer/admin/articles_result.html"

    def upload_view(self):
        return UploadArticlesView

    def why_not(self, run, user):
        return runs().why_not_below(run.parent, user)

    def read(self, row):
        runs().read_row(row, place=UploadPlace(row))

    def store(self, row, user):
        runs().store_row(row, user=user, place=UploadPlace(row))

    def finish(self, run):
        runs().finish_run(run)


class UploadArticlesView(UploadView):
    kind = ARTICLES
    form_class = ArticlesForm
    template_name = "beatcancer_importer/admin/articles_upload.html"
    introduction = _(
        "First you see a preview of every page, with all that was left out and why. Nothing is stored before you confirm,"
        " and nothing is ever published by itself."
    )

    def get_initial(self):
        """What was said the last time; the only page that comes into question."""
        last = ImportRun.objects.filter(started_by=self.request.user, kind=ARTICLES).select_related("parent").first()
        # The address of one page is not that of the next.
        kept = {"url": last.options.get("url_base", ""), "selector": last.options.get("selector", "")} if last else {}
        only = self.parents[0] if len(self.parents) == 1 else None
        return {"parent": (last and last.parent) or only, **kept}

    @cached_property
    def parents(self) -> list:
        return possible_parents(self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "parents": with_chosen(self.parents, context["form"]["parent"].value())}

    def make_run(self, form):
        parent = form.cleaned_data["parent"]
        if problem := runs().why_not_below(parent, self.request.user):
            form.add_error("parent", problem)
            return None
        files = form.cleaned_data["files"]
        if sum(file.name.lower().endswith(".zip") for file in files) > 1:
            form.add_error("files", _("Please upload one ZIP archive at a time: their paths would get mixed up."))
            return None
        received = receive(files)
        if len(received.pages) > PAGES:
            said = _("These are %(number)d pages; one upload may have %(most)d. Upload them in parts.")
            form.add_error("files", said % {"number": len(received.pages), "most": PAGES})
            return None
        if not received.pages and not received.refused:
            form.add_error("files", _("There is no page in it."))
            return None
        address = form.cleaned_data["url"]
        # Of a single page it may be the page's own address, but not where it is that of a whole site.
        is_of_page = len(received.pages) == 1 and urlsplit(address).path not in ("", "/")
        options = {"url" if is_of_page else "url_base": address, "selector": form.cleaned_data["selector"]}
        fields = {"kind": ARTICLES, "parent": parent, "options": options, "started_by": self.request.user}
        return keep(received, ImportRun(state=READING, source=name_of(files), **fields))


def name_of(files) -> str:
    if len(files) == 1:
        return files[0].name[:255]
    return ngettext("%(number)d file", "%(number)d files", len(files)) % {"number": len(files)}
