"""Brings two pages of the charity's old site into the demo: drafts below the library, and an import on the desk."""

import io
from pathlib import Path

from django.core.management import call_command

from beatcancer_wagtail.importer.models import ImportRun

OLD_SITE = Path(__file__).parent / "old_site"


def load_imports(demo) -> None:
    """By the command that any site would use. ``demo`` knows the pages by their slugs."""
    if ImportRun.objects.exists():
        return
    call_command(
        "import_articles", OLD_SITE, parent=str(demo.pages["resources"].pk), user="admin", stdout=io.StringIO()
    )
    demo.say(f"{ImportRun.objects.get().rows.count()} drafts from an old site")
