"""A program for test_kill.py: imports a folder again and again, and is killed at another statement each time.

Told by the environment: IMPORT_SETTINGS (a module), IMPORT_DATABASE (Django's settings of the database, JSON) and
IMPORT_MEDIA (a folder).
"""

import json
import os
import signal
import sys

import django
from django.conf import settings


def prepare():
    from importlib import import_module

    base = import_module(os.environ["IMPORT_SETTINGS"])
    values = {name: getattr(base, name) for name in dir(base) if name.isupper()}
    values["DATABASES"] = {"default": json.loads(os.environ["IMPORT_DATABASE"])}
    values["MEDIA_ROOT"] = os.environ["IMPORT_MEDIA"]
    settings.configure(**values)
    django.setup()


def warm_up(folder, parent):
    """Load what an import loads, once for all processes."""
    from django.core.management import call_command
    from django.db import connections

    with open(os.devnull, "w") as nowhere:
        call_command("import_articles", folder, "--parent", parent, "--dry-run", stdout=nowhere)
    connections.close_all()


def in_a_process(work) -> int:
    """How a process ended that does ``work``: 0, or minus the signal that killed it."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - told, and the process ends
            import traceback

            traceback.print_exc()
            os._exit(1)
        sys.stdout.flush()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def run(folder, parent, kill_at):
    from django.core.management import call_command
    from django.db import connection

    left = [kill_at]

    def count(execute, sql, params, many, context):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count), open(os.devnull, "w") as nowhere:
        call_command("import_articles", folder, "--parent", parent, stdout=nowhere)


def look(parent):
    """What stands in the database, and whether all of it is whole."""
    from wagtail.images import get_image_model
    from wagtail.models import Revision

    from beatcancer_wagtail.importer.models import ImportedPage, ImportedPicture, ImportRow, ImportRun
    from beatcancer_wagtail.resources import base_page_model

    parent = base_page_model().objects.get(pk=parent)
    drafts = list(parent.get_children())
    images = list(get_image_model().objects.all())
    folder = os.path.join(os.environ["IMPORT_MEDIA"], "original_images")
    files = os.listdir(folder) if os.path.isdir(folder) else []
    bodies = [draft.specific.get_latest_revision_as_object().body for draft in drafts]
    sys.stdout.write(
        json.dumps(
            {
                "titles": sorted(draft.title for draft in drafts),
                "halves": [
                    draft.title
                    for draft in drafts
                    if draft.latest_revision_id is None
                    or draft.live
                    or not ImportedPage.objects.filter(page=draft, revision=draft.latest_revision_id).exists()
                    or not ImportRow.objects.filter(page=draft).exists()
                ],
                "revisions": Revision.objects.filter(object_id__in=[str(draft.pk) for draft in drafts]).count(),
                "tree": [len(problems or []) for problems in base_page_model().find_problems()],
                "children": parent.numchild - len(drafts),
                "images": len(images),
                "files": len(files),
                "lost_files": [image.file.name for image in images if not image.file.storage.exists(image.file.name)],
                "remembered": ImportedPicture.objects.count(),
                "links": sum(body.get_prep_value().__repr__().count('linktype="page"') for body in bodies),
                "states": list(ImportRun.objects.order_by("pk").values_list("state", flat=True)),
            }
        )
        + "\n"
    )


if __name__ == "__main__":
    prepare()
    folder, parent, *moments = sys.argv[1:]
    warm_up(folder, parent)
    for moment in moments:
        ended = in_a_process(lambda moment=moment: run(folder, parent, int(moment)))
        sys.stdout.write(json.dumps({"ended": ended}) + "\n")
        sys.stdout.flush()
        in_a_process(lambda: look(parent))
