"""Books, from a table or from a publisher's message."""

from django import forms
from django.db import transaction
from django.http import Http404, StreamingHttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.widgets import AdminDateInput
from wagtail.fields import NoFutureDateValidator
from wagtail.models import Locale

from beatcancer_wagtail.importer.admin.kinds import PLANNED, Kind
from beatcancer_wagtail.importer.admin.places import NAMESPACE
from beatcancer_wagtail.importer.admin.runs import RunMixin
from beatcancer_wagtail.importer.admin.upload import UploadView
from beatcancer_wagtail.importer.books import limits
from beatcancer_wagtail.importer.books.correction import correction_file
from beatcancer_wagtail.importer.books.opening import check_books, read_books
from beatcancer_wagtail.importer.books.refused import RefusedRows
from beatcancer_wagtail.importer.books.report import Report
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from beatcancer_wagtail.importer.books.writing import BookWriter, store_record, write_books
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.states import BOOKS, FINISHED, READ, REFUSED, RUNNING, WAITING
from beatcancer_wagtail.models import BookSnippet

KEPT_AT_ONCE = 200


def may(user, action: str) -> bool:
    """As Wagtail decides it for the list of books: ``action`` is ``"add"`` or ``"change"``."""
    return BookSnippet.snippet_viewset.permission_policy.user_has_permission(user, action)


class Books(Kind):
    name = BOOKS
    label = gettext_lazy("Books")
    text = gettext_lazy(
        "A table (CSV or XLSX) or a publisher's ONIX file becomes drafts of books. No book comes twice."
    )
    icon = "bc-book"
    confirm_label = gettext_lazy("Make the drafts")
    confirm_note = gettext_lazy("Drafts only: readers see nothing of them until somebody publishes them.")
    rows_template = "beatcancer_importer/books_rows.html"
    row_template = "beatcancer_importer/books_row.html"
    result_template = "beatcancer_importer/books_result.html"

    def __init__(self) -> None:
        self._writers: dict[tuple, BookWriter] = {}

    def upload_view(self):
        return UploadBooksView

    def may_import(self, user):
        return may(user, "add")

    def why_not(self, run, user):
        if user is not None and user.is_active and may(user, "add"):
            return ""
        return _("You may not add books. Ask somebody who manages the site's users for that permission.")

    def read(self, row):
        """Books are read at the upload."""

    def store(self, row, user):
        if row.state == READ:
            store_record(row, self._writer(user, row.run.options.get("locale", "")))

    def _writer(self, user, language: str) -> BookWriter:
        """One for all rows of a step: it asks for the library's books once."""
        key = (user and user.pk, language)
        if key not in self._writers:
            locale = Locale.objects.filter(language_code=language).first()
            may_change = user is not None and may(user, "change")
            self._writers[key] = BookWriter(user=user, locale=locale, may_change=may_change)
        return self._writers[key]

    def finish(self, run):
        if ImportRun.objects.filter(pk=run.pk, state=RUNNING).update(state=FINISHED, finished_at=timezone.now()):
            run.rows.update(document=None)

    def urls(self):
        return [path("<int:run_id>/correction.csv", CorrectionView.as_view(), name="books_correction")]

    def extra_downloads(self, run):
        if not run.rows.filter(state=REFUSED).exists():
            return []
        address = reverse(f"{NAMESPACE}:books_correction", args=[run.pk])
        return [{"name": _("The refused rows, to correct (CSV)"), "url": address}]

    def render_report(self, run, form):
        report = Report(run)
        for row in run.rows.defer("packed_source", "document").order_by("position").iterator(chunk_size=500):
            report.add(row)
        return report.render(form)


class BooksForm(forms.Form):
    """A file, and what holds for all of its rows."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,  # the reader says more about it
        help_text=gettext_lazy(
            "CSV or XLSX with a header row (title, subtitle, authors, description, ISBN, publisher, year, tags and"
            " ratings; German and French headers will do), or ONIX 3. Several authors or tags in one cell are parted"
            " by | or ;"
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xml,.onix"}),
        error_messages={"required": gettext_lazy("Please choose a file.")},
    )
    rating_source = forms.CharField(
        label=gettext_lazy("Source of the ratings"),
        required=False,
        max_length=80,
        help_text=gettext_lazy(
            "Only if the file has ratings and does not say it itself. A rating without one is left out."
        ),
    )
    rating_as_of = forms.DateField(
        label=gettext_lazy("Ratings as of"),
        required=False,
        validators=[NoFutureDateValidator()],
        widget=AdminDateInput(),
        help_text=gettext_lazy("The day on which the ratings were looked up."),
    )
    locale = forms.ModelChoiceField(label=gettext_lazy("Language"), queryset=None, empty_label=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        locales = Locale.objects.all()
        self.fields["locale"].queryset = locales
        if len(locales) < 2:
            del self.fields["locale"]

    def clean_file(self):
        file, most = self.cleaned_data["file"], limits.ADMIN_BYTES
        if file.size > most:
            said = {"size": filesizeformat(file.size), "most": filesizeformat(most)}
            raise forms.ValidationError(
                _("The file has %(size)s; %(most)s are the most here. Split it, or ask for the command import_books.")
                % said
            )
        return file


class UploadBooksView(UploadView):
    kind = BOOKS
    form_class = BooksForm
    template_name = "beatcancer_importer/books_upload.html"
    upload_label = gettext_lazy("Read the file")
    introduction = gettext_lazy(
        "First you see what every row will do, and why not. Nothing is stored before you confirm, and nothing is ever"
        " published by itself. Empty cells change nothing."
    )

    def get_initial(self):
        return {"locale": Locale.get_default()}

    def make_run(self, form):
        if problem := Books().why_not(None, self.request.user):
            form.add_error(None, problem)
            return None
        file, asked = form.cleaned_data["file"], form.cleaned_data
        locale = asked.get("locale") or Locale.get_default()
        run = ImportRun(
            kind=BOOKS,
            state=WAITING,
            source=file.name[:255],
            started_by=self.request.user,
            options={"locale": locale.language_code, "delimiter": ","},
        )
        try:
            check_books(file, most=limits.ROWS_IN_THE_ADMIN)
            return self.keep(run, file, locale, _defaults(asked))
        except CannotReadBooks as problem:
            form.add_error("file", str(problem))
            return None

    @transaction.atomic
    def keep(self, run, file, locale, defaults) -> ImportRun:
        book = read_books(file, most=limits.ROWS_IN_THE_ADMIN, defaults=defaults)
        run.options |= {"delimiter": book.delimiter, **defaults}
        run.save()
        may_change = may(self.request.user, "change")
        planned: list[ImportRow] = []
        for row in write_books(run, book, user=self.request.user, dry_run=True, locale=locale, may_change=may_change):
            planned.append(as_preview(row))
            if len(planned) == KEPT_AT_ONCE:
                ImportRow.objects.bulk_create(planned)
                planned.clear()
        ImportRow.objects.bulk_create(planned)
        run.options["notes"] = book.notes
        if not run.rows.filter(state=READ).exists():  # all was refused: there is nothing to confirm
            run.state, run.finished_at = FINISHED, timezone.now()
        run.save(update_fields=["options", "state", "finished_at"])
        return run


def _defaults(asked: dict) -> dict[str, str]:
    as_of = asked["rating_as_of"]
    return {"rating_source": asked["rating_source"], "rating_as_of": as_of.isoformat() if as_of else ""}


def as_preview(row: ImportRow) -> ImportRow:
    """A row of a dry run as a row that waits to be confirmed."""
    if row.state != REFUSED:
        row.report[PLANNED] = row.state
        row.state = READ
    return row


class CorrectionView(RunMixin, View):
    """The refused rows as a file to correct and upload again."""

    http_method_names = ["get", "head"]

    def get(self, request, run_id):
        if self.run.kind != BOOKS:
            raise Http404
        name = f"books-to-correct-{self.run.pk}.csv"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        }
        lines = correction_file(RefusedRows(self.run), self.run.options.get("delimiter", ","))
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
