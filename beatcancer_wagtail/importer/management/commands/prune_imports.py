from django.core.management import BaseCommand
from django.utils.translation import ngettext

from beatcancer_wagtail.importer.pruning import prune_imports


class Command(BaseCommand):
    help = (
        "Forgets the uploaded sources of imports that are older than IMPORT_KEEP_DAYS, and imports that were never"
        " confirmed. Reports and drafts stay. To be run every day."
    )

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, help="Instead of the setting IMPORT_KEEP_DAYS; 0 keeps everything.")

    def handle(self, *args, **options):
        emptied, gone = prune_imports(options["days"])
        self.stdout.write(ngettext("%d source was forgotten.", "%d sources were forgotten.", emptied) % emptied)
        self.stdout.write(
            ngettext("%d import that nobody confirmed is gone.", "%d imports that nobody confirmed are gone.", gone)
            % gone
        )
