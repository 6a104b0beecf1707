"""Names that differ in case or accents only are different files, also on a database that takes these for the same."""

import re
import unicodedata

import pytest
from django.apps import apps
from wagtail.images import get_image_model

from beatcancer_wagtail.models import BookSnippet
from tests.importer.book_files import csv_of
from tests.importer.book_library import bring_in, states
from tests.importer.saved_pages import archive_file, page_file, picture, saved_page
from tests.importer.through_the_admin import begin, below, confirm, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

NAMES = {"Bild.png": "red", "bild.png": "blue", "bïld.png": "teal"}


@pytest.fixture
def archive():
    images = "".join(f'<p>Before it.</p><img src="{name}" alt="Of {colour}">' for name, colour in NAMES.items())
    files = {name: picture(colour) for name, colour in NAMES.items()}
    return archive_file({"guide.html": saved_page(extra=images), **files})


def test_pictures_of_an_archive_are_all_kept_and_each_is_shown_in_its_place(editor, library, archive):
    run = begin(editor, library, archive)
    uploads = {unicodedata.normalize("NFC", upload.name): upload for upload in run.uploads.all()}
    assert sorted(uploads) == sorted(NAMES)
    row = run.rows.get()
    draft = editor.get(f"{url(run)}{row.pk}/draft/").content.decode()
    places = [draft.find(f"/picture/{uploads[name].pk}/") for name in NAMES]
    assert -1 not in places
    assert places == sorted(places)


def test_pictures_of_an_archive_all_become_images_of_the_draft(editor, library, archive):
    confirm(editor, begin(editor, library, archive))
    assert len({image.file_hash for image in get_image_model().objects.all()}) == 3
    body = below(library).get().specific.get_latest_revision_as_object().body.get_prep_value()
    assert len(set(re.findall(r"'image': (\d+)", str(body)))) == 3


def test_pages_of_an_archive_all_become_drafts(editor, library):
    names = ("Guide.html", "guide.html", "guïde.html")
    pages = {name: saved_page(title=f"Of {number}") for number, name in enumerate(names)}
    run = begin(editor, library, archive_file(pages))
    assert run.rows.count() == 3
    confirm(editor, run)
    assert sorted(page.title for page in below(library)) == ["Of 0", "Of 1", "Of 2"]
    confirm(editor, begin(editor, library, archive_file(pages)))
    assert below(library).count() == 3


def test_tags_of_a_page_that_differ_in_accents_or_case_stop_nothing(editor, library):
    for tags in ("Käse, Kase, käse", "KASE, kàse", "Straße, Strasse"):
        head = f'<meta name="keywords" content="{tags}">'
        name = tags[:4] + ".html"
        run = begin(editor, library, page_file(name=name, title=f"Of {tags}", head=head))
        confirm(editor, run)
        row = run.rows.get()
        assert row.state == "created", row.reason
        draft = row.page.specific.get_latest_revision_as_object()
        assert draft.tags.count() >= 1


def test_tags_of_books_that_differ_in_accents_or_case_stop_nothing():
    tags = ("Käse|Kase|käse", "KASE|kàse", "Straße|Strasse")
    data = csv_of(*({"title": f"Book {number}", "tags": names} for number, names in enumerate(tags)))
    assert states(bring_in(data)) == ["created"] * 3
    assert all(book.tags.exists() for book in BookSnippet.objects.all())
    assert "refused" not in states(bring_in(data))
