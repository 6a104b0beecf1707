"""What an import keeps of its sources, and for how long."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from beatcancer_wagtail.conf import library_settings
from beatcancer_wagtail.importer.models import ImportRow, ImportRun, ImportUpload
from beatcancer_wagtail.importer.states import LEFT, READ, RUNNING, STOPPED

A_MONTH = timedelta(days=30)  # nothing runs that long: whatever was doing it has been killed
AT_ONCE = 100  # rows in one statement: each may hold megabytes


def prune_imports(days: int | None = None) -> tuple[int, int]:
    """Forget the sources of imports that are older than ``days``; 0 keeps them for ever.

    Reports, titles and states stay, so that the desk can still say what became of each page. An import that nobody
    has confirmed in that time goes as a whole, since nothing of it was stored. Returns how many rows have lost their
    source and how many imports are gone.
    """
    days = library_settings().IMPORT_KEEP_DAYS if days is None else days
    if days <= 0:
        return 0, 0
    now = timezone.now()
    ImportRun.objects.filter(state=RUNNING, created_at__lt=now - A_MONTH).update(state=STOPPED, finished_at=now)
    old = ImportRun.objects.filter(created_at__lt=now - timedelta(days=days))
    forgotten = old.filter(finished_at=None).exclude(state__in=[RUNNING, STOPPED])
    gone = forgotten.count()
    forgotten.delete()
    ImportUpload.objects.filter(run__in=old.exclude(state=RUNNING)).delete()
    # Of what stopped in the middle the rest can no longer be stored, so it is not offered any more either.
    old = old.exclude(state=RUNNING)
    ImportRow.objects.filter(run__in=old, state=READ).update(state=LEFT)
    rows = ImportRow.objects.filter(Q(packed_source__isnull=False) | Q(document__isnull=False), run__in=old)
    emptied = 0
    while pks := list(rows.values_list("pk", flat=True)[:AT_ONCE]):
        chosen = ImportRow.objects.filter(pk__in=pks)
        emptied += chosen.update(packed_source=None, document=None)
    return emptied, gone
