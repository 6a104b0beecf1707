"""Imports in the background, where the site has a queue for such work."""

import logging

from django_tasks import task

from beatcancer_wagtail.importer.models import ImportRun

logger = logging.getLogger(__name__)

AT_ONCE = ("ImmediateBackend", "DummyBackend")  # by name: Django has its own beside those of django_tasks
QUEUED = "queued"  # in ``ImportRun.options``: a worker is to do it


@task()
def go_on_with_import(run_id: int) -> None:
    """Bring an import to the end of its stage. A run that is gone, or done already, is no error."""
    from beatcancer_wagtail.importer.admin.steps import go_on

    run = ImportRun.objects.select_related("parent", "started_by").filter(pk=run_id).first()
    if run is not None:
        go_on(run, to_the_end=True)


def has_queue() -> bool:
    """Whether ``TASKS`` names a backend with workers; Wagtail's default does everything at once, within the request."""
    backend = go_on_with_import.get_backend()
    return type(backend).__name__ not in AT_ONCE


def hand_over(run: ImportRun) -> bool:
    """Give ``run`` to a worker; False when the queue does not take it, and then nothing waits for one."""
    keep(run, queued=True)
    try:
        go_on_with_import.enqueue(run.pk)
    except Exception:  # whatever a queue raises that cannot be reached, the import goes on in the window
        logger.exception("Import %s could not be given to a worker.", run.pk)
        keep(run, queued=False)
        return False
    return True


def keep(run: ImportRun, *, queued: bool) -> None:
    run.options = {**run.options, QUEUED: queued}
    run.save(update_fields=["options"])


def is_queued(run: ImportRun) -> bool:
    return bool(run.options.get(QUEUED))
