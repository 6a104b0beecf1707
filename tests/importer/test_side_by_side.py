"""Two imports at once take nothing away from each other, nor from an editor."""

import io
import os
import platform

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from wagtail.images import get_image_model

from beatcancer_wagtail.importer import states
from tests.builders import make_library, make_superuser
from tests.importer.test_import_articles import drawing, page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


@pytest.fixture
def row():
    """A page of an import in the admin that nobody has read yet."""
    from beatcancer_wagtail.importer.models import ImportRow, ImportRun

    run = ImportRun.objects.create(
        kind=states.ARTICLES, source="a.html", parent=make_library(), started_by=make_superuser()
    )
    row = ImportRow(run=run, position=1, source="a.html")
    row.source_data = page("The scan", "A text that is long enough to be one.").encode()
    row.save()
    return row


def another(row):
    """The same row, as a second process holds it."""
    return type(row).objects.select_related("run").get(pk=row.pk)


def test_a_reader_that_ends_late_does_not_bring_back_what_the_editor_left_out(row):
    from beatcancer_wagtail.importer.writer.runs import read_row

    late = another(row)
    read_row(row)
    assert another(row).title == "The scan"
    type(row).objects.filter(pk=row.pk).update(state=states.LEFT)
    read_row(late)
    assert another(row).state == late.state == states.LEFT


def test_a_reader_that_ends_late_takes_nothing_from_a_row_that_is_stored(row):
    from beatcancer_wagtail.importer.writer.runs import read_row, store_row

    late = another(row)
    read_row(row)
    store_row(row, user=row.run.started_by)
    read_row(late)
    assert (another(row).state, another(row).page_id) == (states.CREATED, row.page_id)
    assert row.page_id


def test_a_reader_that_ends_after_the_import_was_thrown_away_leaves_nothing(row):
    from beatcancer_wagtail.importer.models import ImportRow
    from beatcancer_wagtail.importer.writer.runs import read_row

    late = another(row)
    row.run.delete()
    read_row(late)
    assert not ImportRow.objects.exists()


@pytest.fixture
def found(tmp_path, settings):
    """A picture, looked at by an import."""
    from beatcancer_wagtail.importer.writer.picture_places import FolderPlace
    from beatcancer_wagtail.importer.writer.pictures import Gallery

    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "logo.png").write_bytes(drawing())
    galleries = []

    def look():
        galleries.append(Gallery(FolderPlace(tmp_path, "a.html")))
        return galleries[-1].find([("logo.png", "Logo")])

    yield look
    for gallery in galleries:
        gallery.close()


def store(found, then=lambda images: None):
    from beatcancer_wagtail.importer.writer.pictures import stored_together

    with transaction.atomic(), stored_together(found, None) as images:
        then(images)


def test_the_file_of_a_picture_stays_when_a_second_import_of_it_fails(found, monkeypatch):
    from beatcancer_wagtail.importer.models import ImportedPicture
    from beatcancer_wagtail.importer.writer.pictures import stored_together

    second = found()
    with stored_together(found(), None) as images:
        image = images["logo.png"]
    monkeypatch.setattr(ImportedPicture.objects, "filter", lambda **_: ImportedPicture.objects.none())
    second[0].image = None
    with pytest.raises(IntegrityError):
        store(second)
    assert image.file.storage.exists(image.file.name)


def test_the_file_is_written_again_when_the_import_that_wrote_it_took_it_away(found, monkeypatch):
    from beatcancer_wagtail.importer.models import ImportedPicture
    from beatcancer_wagtail.importer.writer.pictures import stored_together

    first, second = found(), found()
    written = []

    def fail(images):
        file = images["logo.png"].file
        with file.storage.open(file.name) as stored:
            written.append((file.storage, file.name, stored.read()))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store(first, fail)
    ((kept, name, data),) = written
    assert not kept.exists(name)
    with kept.open(name, "wb") as file:
        file.write(data)
    create = ImportedPicture.objects.create

    def late(**fields):
        kept.delete(name)
        return create(**fields)

    monkeypatch.setattr(ImportedPicture.objects, "create", late)
    with stored_together(second, None) as images:
        image = images["logo.png"]
    with get_image_model().objects.get(pk=image.pk).file.open() as file:
        assert file.read() == data


def test_pictures_are_fetched_outside_of_any_transaction(row, monkeypatch):
    from beatcancer_wagtail.importer.writer import pictures, runs

    depth = len(connection.savepoint_ids)
    seen = []
    find = pictures.Gallery.find

    def watched(gallery, *args):
        seen.append(len(connection.savepoint_ids))
        return find(gallery, *args)

    runs.read_row(row)
    monkeypatch.setattr(pictures.Gallery, "find", watched)
    runs.store_row(row, user=row.run.started_by)
    assert row.state == states.CREATED
    assert seen == [depth]


def test_an_import_that_was_thrown_away_meanwhile_ends_without_a_word(row):
    from beatcancer_wagtail.importer.models import ImportRun
    from beatcancer_wagtail.importer.writer.runs import finish_run

    run = ImportRun.objects.get(pk=row.run_id)
    row.run.delete()
    finish_run(run)
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    ("process", "state"),
    [("", states.RUNNING), ("{host} {own}", states.RUNNING), ("{host} 999999999", states.STOPPED)],
)
def test_only_a_command_that_no_longer_runs_is_told_to_have_stopped(process, state, tmp_path):
    from django.core.management import call_command

    from beatcancer_wagtail.importer.models import ImportRun

    (tmp_path / "a.html").write_text(page("The scan", "A text that is long enough to be one."))
    process = process.format(host=platform.node(), own=os.getpid())
    running = ImportRun.objects.create(
        kind=states.ARTICLES, source="a.html", state=states.RUNNING, options={"process": process} if process else {}
    )
    library = make_library()
    call_command("import_articles", str(tmp_path / "a.html"), "--parent", str(library.pk), stdout=io.StringIO())
    running.refresh_from_db()
    assert running.state == state
