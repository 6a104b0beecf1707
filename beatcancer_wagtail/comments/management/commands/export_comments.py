import json
import os
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from beatcancer_wagtail.comments.management.personal_options import EMAIL_HELP, asked_email
from beatcancer_wagtail.comments.personal import export_of


class Command(BaseCommand):
    help = "Writes as JSON what is stored of one person's comments, with what they agreed to, for that person."

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True, help=EMAIL_HELP)
        parser.add_argument("--output", metavar="FILE", help="a new file, which only you can read; else the terminal")

    def handle(self, *, email, output=None, **options):
        email = asked_email(email)
        if "@" not in email:
            raise CommandError("That is no e-mail address.")
        found = json.dumps(export_of(email), ensure_ascii=False, indent=2)
        if output:
            write_privately(output, found)
        else:
            self.stdout.write(found)


def write_privately(path: str, text: str) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CommandError(f"There is a file {Path(path).name} already.") from None
    except OSError as error:
        raise CommandError(f"The file cannot be written: {error.strerror}.") from None
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
