"""The steps of an import in the admin, as a browser takes them."""

import re

from beatcancer_wagtail.resources import base_page_model
from tests.importer.saved_pages import page_file

START, UPLOAD = "/admin/import/", "/admin/import/articles/"


def upload(client, library, *files, **fields):
    return client.post(UPLOAD, {"files": list(files), "parent": library.pk, **fields})


def begin(client, library, *files, **fields):
    """Upload, and the import that it made."""
    from beatcancer_wagtail.importer.models import ImportRun

    response = upload(client, library, *(files or [page_file()]), **fields)
    assert response.status_code == 302, response.context["form"].errors
    return ImportRun.objects.first()


def url(run, name=""):
    return f"{START}{run.pk}/{name}"


def confirm(client, run, *, leave=(), **fields):
    """Tick everything but the rows with these titles, and confirm."""
    rows = run.rows.exclude(state="refused")
    taken = [row.pk for row in rows if row.title not in leave]
    shown = ",".join(str(row.pk) for row in rows)
    return client.post(url(run, "confirm/"), {"shown": shown, "take": taken, "confirm": "1", **fields}, follow=True)


def below(page):
    return base_page_model().objects.child_of(page)


def text_of(response):
    html = re.sub(r"<script.*?</script>|<style.*?</style>", "", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
