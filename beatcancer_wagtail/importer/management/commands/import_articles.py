import contextlib
import time
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer import states
from beatcancer_wagtail.importer.management.progress import Bar
from beatcancer_wagtail.importer.management.users import user_called
from beatcancer_wagtail.importer.models import ImportRow, ImportRun
from beatcancer_wagtail.importer.writer.archives import CannotOpen
from beatcancer_wagtail.importer.writer.batches import run_articles
from beatcancer_wagtail.importer.writer.mapping import BadMapping, Mapping, read_mapping
from beatcancer_wagtail.importer.writer.network import Fetcher
from beatcancer_wagtail.importer.writer.parents import NoSuchPage, find_parent, why_not_below
from beatcancer_wagtail.importer.writer.report import TYPES, counts, render, state_of
from beatcancer_wagtail.importer.writer.sources import Sources, open_path


class Command(BaseCommand):
    help = "Makes drafts of saved web pages: of a file, a folder or a zip file. Nothing is ever published by itself."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="A .html file, a folder with such files, or a .zip file of them.")
        parser.add_argument("--parent", help="The page below which the drafts stand: its id, its path or its slug.")
        parser.add_argument("--user", help="The user name of whoever the drafts and their versions are attributed to.")
        parser.add_argument("--selector", default="", help="A CSS selector for the content, where it is not found.")
        parser.add_argument("--map", type=Path, help="A .toml or .yml file that says more about the pages.")
        parser.add_argument("--url", default="", help="The address of the page, where PATH is one file.")
        parser.add_argument("--url-base", default="", help="The address of the folder or zip file on the old site.")
        parser.add_argument("--fetch-images", action="store_true", help="Fetch pictures that are not among the files.")
        parser.add_argument("--dry-run", action="store_true", help="Store nothing; report what would happen.")
        parser.add_argument("--report", type=Path, help="Write the report to this .html, .csv or .json file.")

    def handle(self, *args, **options):
        report = options["report"]
        if report is not None and report.suffix.lower().lstrip(".") not in TYPES:
            raise CommandError(_("The report is a .html, .csv or .json file."))
        run, sources, mapping = self.prepare(options)
        user = run.started_by
        fetcher = Fetcher(library_settings().IMPORT_MAX_PICTURE_MB * 1_000_000) if options["fetch_images"] else None
        rows: list[ImportRow] = []
        bar = Bar(len(sources), self.stdout._out, _("page"))
        started = time.monotonic()
        try:
            with contextlib.closing(sources):
                for row in bar.along(run_articles(run, sources, mapping=mapping, user=user, fetcher=fetcher)):
                    rows.append(row)
                    if not bar.is_shown or row.state == states.REFUSED or row.needs_look:
                        bar.write(self.stdout, self.line(row))
                    row.document = row.packed_source = None
                    if not (run.dry_run and report):  # else it is in the database, or nobody wants it
                        row.report = {"planned": row.report.get("planned", "")}
        finally:
            if report is not None:
                run.finished_at = run.finished_at or timezone.now()
                report.write_text(
                    render(run, report.suffix.lower().lstrip("."), rows if run.dry_run else None),
                    encoding="utf-8",
                    newline="",
                )
        self.summary(run, rows, time.monotonic() - started)
        if run.dry_run and fetcher is not None:
            self.stdout.write(_("Pictures are fetched only in the real run: here --fetch-images asked for none."))

    def prepare(self, options) -> tuple[ImportRun, Sources, Mapping]:
        """Everything that can be wrong with the call is said before anything is read."""
        try:
            mapping = read_mapping(options["map"]) if options["map"] else Mapping()
            name = options["parent"] or mapping.defaults.get("parent")
            if not name:
                raise CommandError(_("Say with --parent which page the drafts shall stand below."))
            parent = find_parent(str(name))
            sources = open_path(options["path"])
        except (BadMapping, NoSuchPage, CannotOpen) as error:
            raise CommandError(str(error)) from error
        user = user_called(options["user"])
        if problem := why_not_below(parent, None):  # whoever may run commands may do this in anybody's name
            raise CommandError(problem)
        if not len(sources):
            raise CommandError(_("There is no page in %(path)s: no .html or .htm file.") % {"path": options["path"]})
        if options["url"] and len(sources) > 1:
            raise CommandError(_("--url is the address of one page. Give --url-base for several."))
        said = {"selector": options["selector"], "url": options["url"], "url_base": options["url_base"]}
        run = ImportRun(
            kind=states.ARTICLES,
            source=sources.label[:255],
            parent=parent,
            options={key: value for key, value in said.items() if value},
            started_by=user,
        )
        run.dry_run = options["dry_run"]
        return run, sources, mapping

    def line(self, row: ImportRow) -> str:
        labels = dict(states.row_states())
        parts = [f"{row.source}: {labels.get(state_of(row), state_of(row))}"]
        if row.state == states.REFUSED:
            parts.append(row.reason)
        elif row.coverage is not None:
            parts.append(
                _("%(coverage).2f %% of %(words)d words") % {"coverage": row.coverage, "words": row.words_found or 0}
            )
        if row.needs_look:
            why = " ".join(row.report.get("look", []))
            parts.append(_("needs a look: %(why)s") % {"why": why} if why else _("needs a look"))
        missing = sum(not picture.get("stored") for picture in row.report.get("pictures", []))
        if missing:
            parts.append(_("pictures missing: %(number)d") % {"number": missing})
        return "; ".join(parts)

    def summary(self, run: ImportRun, rows: list[ImportRow], seconds: float) -> None:
        labels = dict(states.row_states())
        found = counts(rows)
        needs_look = found.pop("needs_look")
        told = ", ".join(f"{labels[state]}: {number}" for state, number in found.items())
        self.stdout.write(
            ngettext(
                "%(pages)d page in %(seconds).1f s. %(told)s. Needs a look: %(look)d.",
                "%(pages)d pages in %(seconds).1f s. %(told)s. Needs a look: %(look)d.",
                len(rows),
            )
            % {"pages": len(rows), "seconds": seconds, "told": told, "look": needs_look}
        )
        if run.dry_run:
            self.stdout.write(_("This was a dry run: nothing was stored."))
