"""Imports in the background, where the site has a queue."""

from types import SimpleNamespace

import pytest
from django.apps import apps

from tests.importer.saved_pages import page_file
from tests.importer.through_the_admin import begin, below, confirm, text_of, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


@pytest.fixture
def queue(monkeypatch):
    """A queue with a worker that works when it is told to."""
    from beatcancer_wagtail.importer import tasks

    waiting, task = [], tasks.go_on_with_import
    queued = SimpleNamespace(func=task.func, get_backend=object, enqueue=waiting.append)
    monkeypatch.setattr(tasks, "go_on_with_import", queued)
    return waiting


def work(queue):
    from beatcancer_wagtail.importer.tasks import go_on_with_import

    while queue:
        go_on_with_import.func(queue.pop(0))


def test_a_worker_reads_and_stores(editor, library, queue):
    run = begin(editor, library)
    assert run.state == "reading"
    assert queue == [run.pk]
    page = text_of(editor.get(url(run)))
    assert "This goes on in the background." in page
    assert "0 of 1" in page
    work(queue)
    assert "1 will be new." in text_of(editor.get(url(run)))
    confirm(editor, run)
    assert not below(library).exists()
    assert editor.get(url(run, "progress/")).json()["done"] == 0
    work(queue)
    assert below(library).count() == 1
    assert editor.get(url(run, "progress/")).json()["is_over"] is True
    assert "Done. 1 is new." in text_of(editor.get(url(run)))


def test_a_queue_that_cannot_be_reached_is_no_error_for_the_editor(editor, library, queue, monkeypatch, caplog):
    from beatcancer_wagtail.importer import tasks

    def fail(pk):
        raise ConnectionError("no broker")

    monkeypatch.setattr(tasks.go_on_with_import, "enqueue", fail)
    run = begin(editor, library)
    assert run.state == "waiting"
    confirm(editor, run)
    assert below(library).count() == 1
    assert "could not be given to a worker" in caplog.text


def test_when_no_worker_comes_the_window_goes_on(editor, library, queue):
    run = begin(editor, library)
    editor.post(url(run, "step/"))
    run.refresh_from_db()
    assert run.state == "waiting"
    work(queue)  # the worker comes after all
    confirm(editor, run)
    editor.post(url(run, "step/"))
    work(queue)
    assert below(library).count() == 1


def test_a_worker_is_not_put_out_by_an_import_that_is_gone(editor, library, queue):
    run = begin(editor, library)
    editor.post(url(run, "discard/"))
    work(queue)
    assert not below(library).exists()


def test_somebody_who_may_no_longer_import_stops_the_worker(editor, library, queue):
    run = begin(editor, library, page_file())
    work(queue)
    confirm(editor, run)
    editor.user.groups.get().page_permissions.all().delete()
    work(queue)
    run.refresh_from_db()
    assert run.state == "stopped"
    assert not below(library).exists()


def test_without_a_queue_nothing_is_handed_over(editor, library):
    from beatcancer_wagtail.importer.tasks import has_queue

    assert not has_queue()
    assert begin(editor, library).state == "waiting"
