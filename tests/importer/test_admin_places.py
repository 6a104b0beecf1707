"""Who has one place to import to, what happens where all is refused, and which links lead to drafts."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import make_editor, make_library
from tests.importer.saved_pages import archive_file, page_file, saved_page
from tests.importer.through_the_admin import START, UPLOAD, begin, below, confirm, text_of, upload, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


def form_of(client):
    return BeautifulSoup(client.get(UPLOAD).content, "lxml").select_one("form[data-bc-upload]")


def chosen(client):
    return form_of(client).select_one('input[name="parent"]').get("value")


# Below which page


def test_the_only_library_that_one_may_add_to_is_filled_in(editor, library):
    make_library(title="Not for this editor", slug="other")
    assert chosen(editor) == str(library.pk)
    assert form_of(editor).select_one("noscript select") is None


def test_of_several_libraries_none_is_filled_in_and_without_javascript_there_is_a_list(client, library):
    other = make_library(title="Other guides", slug="other")
    client.force_login(make_editor(permissions=["add_importrun"], pages=[library, other]))
    assert not chosen(client)
    options = form_of(client).select("noscript select[name=parent] option")
    assert [option["value"] for option in options] == ["", str(library.pk), str(other.pk)]
    response = client.post(UPLOAD, {"files": [page_file()], "parent": ["", str(other.pk)]})  # as a browser sends it
    assert response.status_code == 302
    assert "Other guides" in client.get(response["Location"]).content.decode()
    assert [option["value"] for option in form_of(client).select("noscript option[selected]")] == [str(other.pk)]


def test_an_editor_without_the_right_to_add_anywhere_is_offered_no_place(client, library):
    client.force_login(make_editor(permissions=["add_importrun"]))
    assert not chosen(client)
    assert not form_of(client).select("noscript select")


def add_only(library):
    """Somebody who may import and add pages in the library, and not publish them."""
    user = make_editor("beginner", permissions=["add_importrun"], pages=[library])
    user.groups.get().page_permissions.exclude(permission__codename__startswith="add_").delete()
    return user


def test_who_may_only_add_pages_goes_all_the_way(client, library):
    client.force_login(add_only(library))
    run = begin(client, library, page_file(), page_file("other.html", title="Eating well"))
    rows = run.rows.order_by("position")
    for row in rows:
        assert client.get(f"{url(run)}{row.pk}/").status_code == 200
        assert row.title in client.get(f"{url(run)}{row.pk}/draft/").content.decode()
        assert client.get(f"{url(run)}{row.pk}/source/").status_code == 200
    said = text_of(confirm(client, run, leave=["Eating well"]))
    assert "Done. 1 is new. 1 was left out." in said
    page = below(library).get()
    assert not page.live
    assert page.permissions_for_user(run.started_by).can_edit()
    assert not page.permissions_for_user(run.started_by).can_publish()
    for form in ("html", "csv", "json"):
        assert client.get(url(run, f"report.{form}")).status_code == 200
    again = begin(client, library)
    assert "1 has nothing new." in text_of(client.get(url(again)))
    confirm(client, again)
    assert below(library).count() == 1


def test_who_may_only_add_pages_here_may_not_import_there(client, library):
    elsewhere = make_library(title="Elsewhere", slug="elsewhere")
    client.force_login(add_only(library))
    assert upload(client, elsewhere, page_file()).context["form"].errors["parent"]
    run = begin(client, library)
    said = text_of(confirm(client, run, parent=elsewhere.pk))
    assert "You may not add pages below “Elsewhere”." in said
    assert not below(elsewhere).exists()


# Where all was refused


def test_where_all_was_refused_nothing_waits(editor, library):
    run = begin(editor, library, SimpleUploadedFile("empty.html", b""), SimpleUploadedFile("a.html", b"%PDF-1.7 x"))
    assert (run.state, bool(run.finished_at)) == ("finished", True)
    said = text_of(editor.get(url(run)))
    assert "Nothing of this can come" in said
    assert "Upload again" in said
    assert "Done." not in said
    start = text_of(editor.get(START))
    assert "Begun, not finished" not in start
    assert "2 rows, 2 refused" in start


# What leads to drafts


def test_links_to_pages_that_are_drafts_are_told(editor, library):
    link = '<p>Read about <a href="{}">what comes next</a>.</p>'
    pages = {
        "one.html": saved_page("One", extra=link.format("two.html")),
        "two.html": saved_page("Two", extra=link.format("one.html")),
        "three.html": saved_page("Three", extra=link.format("https://elsewhere.example.org/")),
    }
    run = begin(editor, library, archive_file(pages))
    confirm(editor, run)
    linked = {row.title: row.report.get("linked", []) for row in run.rows.all()}
    assert linked == {"One": ["Two"], "Two": ["One"], "Three": []}
    row = run.rows.get(title="One")
    said = "It links to pages that are drafts: “Two”. Publish them together, or readers find nothing there."
    assert said in text_of(editor.get(f"{url(run)}{row.pk}/"))
    assert said in editor.get(url(run, "report.html")).content.decode()
    assert editor.get(url(run, "report.json")).json()["pages"][0]["linked"] == ["Two"]


def test_a_link_to_a_page_that_readers_see_needs_no_word(editor, library):
    confirm(editor, begin(editor, library, archive_file({"two.html": saved_page("Two")})))
    page = below(library).get()
    page.specific.get_latest_revision().publish()
    pages = {"one.html": saved_page("One", extra='<p>Read about <a href="two.html">it</a>.</p>')}
    run = begin(editor, library, archive_file({**pages, "two.html": saved_page("Two")}))
    confirm(editor, run)
    assert f'id=\\"{page.pk}\\"' in str(run.rows.get(title="One").page.latest_revision.content["body"])
    assert not run.rows.get(title="One").report.get("linked")
