from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.fields import NoFutureDateValidator
from wagtail.models import Locale

from beatcancer_wagtail.importer.books.cells import BadCell, day
from beatcancer_wagtail.importer.books.correction import correction_file
from beatcancer_wagtail.importer.books.opening import check_books, read_books
from beatcancer_wagtail.importer.books.report import FORMS, Report
from beatcancer_wagtail.importer.books.row import CannotReadBooks
from beatcancer_wagtail.importer.books.writing import write_books
from beatcancer_wagtail.importer.management.progress import Bar
from beatcancer_wagtail.importer.management.users import user_called
from beatcancer_wagtail.importer.models import ImportRun
from beatcancer_wagtail.importer.states import BOOKS, FINISHED, REFUSED, RUNNING, STOPPED, UNCHANGED, row_states


class Command(BaseCommand):
    help = "Brings books in from CSV, XLSX or ONIX 3, as drafts. The same file twice makes no second book."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the table (CSV or XLSX), or the ONIX 3 message")
        parser.add_argument("--dry-run", action="store_true", help="store nothing, and say the same")
        parser.add_argument(
            "--rating-source", default="", help="where the ratings come from, if the file does not say it"
        )
        parser.add_argument("--rating-date", default="", help="the day they were looked up, like 2026-01-31")
        parser.add_argument(
            "--locale", default="", help="language code of the books; the site's own language otherwise"
        )
        parser.add_argument("--user", default="", help="who stands in the history; nobody otherwise")
        parser.add_argument(
            "--refused", type=Path, help="write the refused rows here, as CSV to correct and import again"
        )
        parser.add_argument("--report", type=Path, help="write a report here: .html, .json or .csv")

    def handle(self, *, file, dry_run, refused, report, verbosity, **options):
        if report and report.suffix.lower().lstrip(".") not in FORMS:
            raise CommandError(f"--report {report}: " + _("The report is a .html, .csv or .json file."))
        user, locale, defaults = user_called(options["user"]), self.locale(options["locale"]), self.defaults(options)
        if not file.exists():
            raise CommandError(_("There is no file %(path)s.") % {"path": file})
        if not file.is_file():
            raise CommandError(_("%(path)s is no file.") % {"path": file})
        try:
            with file.open("rb") as data:
                total = check_books(data)
                book = read_books(data, defaults=defaults)
                self.bring_in(data, book, total, user=user, locale=locale, dry_run=dry_run, to=(refused, report))
        except OSError as error:
            raise CommandError(f"{error.filename or file}: {error.strerror or error}.") from error
        except CannotReadBooks as error:
            raise CommandError(f"{file}: {error}") from error

    def bring_in(self, data, book, total, *, user, locale, dry_run, to):
        run = ImportRun(
            kind=BOOKS, state=RUNNING, source=Path(data.name).name[:255], started_by=user,
            options={"locale": locale.language_code, "delimiter": book.delimiter, "notes": book.notes},
        )  # fmt: skip
        run.dry_run = dry_run
        if not dry_run:
            run.save()
        for note in book.notes:
            self.stdout.write(note)
        counts, again = Counter(), []
        report, bar = Report(run), Bar(total, self.stderr._out, _("book"))
        try:
            for row in bar.along(write_books(run, book, user=user, dry_run=dry_run, locale=locale)):
                counts[row.state] += 1
                self.tell(row, bar)
                report.add(row)
                if row.state == REFUSED and to[0]:
                    again.append((row.report.get("raw", {}), row.reason))
        except BaseException:
            self.close(run, STOPPED)
            raise
        self.close(run, FINISHED)
        self.sum_up(counts, dry_run=dry_run, refused=to[0])
        if to[0] and again:
            with to[0].open("w", encoding="utf-8", newline="") as out:
                out.writelines(correction_file(again, book.delimiter))
        if to[1]:
            to[1].write_text(report.render(to[1].suffix.lower().lstrip(".")), encoding="utf-8")

    def tell(self, row, bar):
        if row.state == UNCHANGED and not row.report["warnings"]:
            return
        words = dict(row_states())
        style = self.style.ERROR if row.state == REFUSED else str
        lines = [f"{row.source}: {row.title or '–'}: {words[row.state]}"]
        lines += [f"    {told}" for told in (row.reason, *row.report["changes"], *row.report["warnings"]) if told]
        bar.write(self.stdout, style("\n".join(lines)))

    def close(self, run, state):
        run.state, run.finished_at = state, timezone.now()
        if run.pk:
            run.save(update_fields=["state", "finished_at"])

    def sum_up(self, counts, *, dry_run, refused):
        parts = [f"{label}: {counts[state]}" for state, label in row_states() if counts[state]]
        self.stdout.write("; ".join(parts) + ".")
        if dry_run:
            self.stdout.write(_("This was a dry run: nothing has been stored."))
        if counts[REFUSED] and not refused:
            self.stdout.write(
                _("Add --refused FILE.csv to get the refused rows as a file to correct and import again.")
            )

    def locale(self, code):
        if not code:
            return Locale.get_default()
        locale = Locale.objects.filter(language_code=code).first()
        if locale is None:
            known = ", ".join(Locale.objects.values_list("language_code", flat=True))
            said = _("This site has no such language as “%(code)s”. It has %(known)s.")
            raise CommandError("--locale: " + said % {"code": code, "known": known})
        return locale

    def defaults(self, options):
        source, date = options["rating_source"].strip(), options["rating_date"].strip()
        if len(source) > 80:
            raise CommandError("--rating-source: " + _("80 characters are the most."))
        try:
            date = day(date) if date else ""
        except BadCell as error:
            raise CommandError(f"--rating-date: {error}") from error
        if date > timezone.localdate().isoformat():
            raise CommandError(f"--rating-date {date}: {NoFutureDateValidator().message}")
        return {"rating_source": source, "rating_as_of": date}
