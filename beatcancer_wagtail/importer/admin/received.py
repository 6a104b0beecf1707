"""What came with an upload: pages, pictures, and what was refused at the door."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from beatcancer_wagtail.importer.models import ImportRow, ImportRun, ImportUpload
from beatcancer_wagtail.importer.states import READ, REFUSED
from beatcancer_wagtail.importer.writer.keys import file_key
from beatcancer_wagtail.importer.writer.sources import of_upload

NAME = 255  # signs of a picture's path


@dataclass
class Received:
    """``pages`` have a name and ``read()``; ``refused`` are names with a reason; ``pictures`` names and how to read them."""

    pages: list = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[tuple[str, Callable[[], bytes]]] = field(default_factory=list)


def receive(files) -> Received:
    """Look into every file. One that is nothing we can read stops none of the others."""
    received, names = Received(), set()
    for file in files:
        upload = of_upload(file.name, file)
        for page in upload.pages:
            if page.name in names:
                said = _(
                    "Another file of this upload has the same name. Put them into one ZIP archive, or upload it alone."
                )
                received.refused.append((page.name, said))
            else:
                names.add(page.name)
                received.pages.append(page)
        received.refused += upload.refused
        received.pictures += upload.pictures
    return received


@transaction.atomic
def keep(received: Received, run: ImportRun) -> ImportRun:
    """Store the import with all that was received; what was refused becomes a row with its reason."""
    run.save()
    refused = list(received.refused)
    position = 0
    for page in received.pages:
        try:
            data = page.read()
        except ValueError as problem:
            refused.append((page.name, str(problem)))
            continue
        position += 1
        known_as = {"known_as": page.known_as or page.name}  # by which a later import knows the page again
        row = ImportRow(run=run, position=position, source=page.name[:500], state=READ, report=known_as)
        row.source_data = data or b" "  # an empty file is refused by the reader, in its words
        row.save()
    ImportRow.objects.bulk_create(
        ImportRow(run=run, position=number, source=name[:500], state=REFUSED, reason=reason)
        for number, (name, reason) in enumerate(refused, position + 1)
    )
    for name, read in received.pictures:
        try:
            data = read()
        except ValueError:
            continue  # the page that shows it will say that it is missing
        if len(name) <= NAME and data:
            ImportUpload.objects.get_or_create(run=run, key=file_key(name), defaults={"name": name, "data": data})
    return run
