"""The admin's import when something is in the way: permissions, limits, two clicks, a page that is gone."""

import io
import re
import threading
import time

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from wagtail.images import get_image_model

from tests.builders import make_editor, make_library, make_superuser
from tests.importer.saved_pages import archive_file, page_file, picture, saved_page
from tests.importer.through_the_admin import START, UPLOAD, begin, below, confirm, text_of, upload, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

OF_A_RUN = ("", "confirm/", "step/", "progress/", "resume/", "discard/", "report.json")
POSTED = ("confirm/", "step/", "resume/", "discard/")


def forget(user):
    """The user as the next request loads it, without the permissions that were remembered."""
    return type(user).objects.get(pk=user.pk)


def take_away(user, codename):
    permission = Permission.objects.get(codename=codename)
    user.groups.get().permissions.remove(permission)


def nothing_changed(run):
    run.refresh_from_db()
    return run.state == "waiting" and set(run.rows.values_list("state", flat=True)) == {"read"}


# Who may


def test_a_stranger_is_sent_to_the_login(client, editor, library):
    run = begin(editor, library)
    row = run.rows.get()
    stranger = Client()
    addresses = [START, UPLOAD, *(url(run, name) for name in OF_A_RUN)]
    addresses += [f"{url(run)}{row.pk}/{name}" for name in ("", "draft/", "source/", "leave/", "picture/1/")]
    for address in addresses:
        for response in (stranger.get(address), stranger.post(address)):
            assert response.status_code == 302, address
            assert response["Location"].startswith("/admin/login/"), address
    assert nothing_changed(run)


def test_an_editor_without_the_permission_gets_nowhere(client, editor, library):
    run = begin(editor, library)
    row = run.rows.get()
    other = Client()
    other.force_login(make_editor("other", pages=[library]))
    assert 'href="/admin/import/"' not in other.get("/admin/").content.decode()
    addresses = [START, UPLOAD, *(url(run, name) for name in OF_A_RUN)]
    addresses += [f"{url(run)}{row.pk}/{name}" for name in ("", "draft/", "source/", "leave/", "picture/1/")]
    for address in addresses:
        for response in (other.get(address), other.post(address, {"confirm": "1"})):
            assert response.status_code in (302, 403, 405), address
            assert b"A walk before noon" not in response.content
    assert nothing_changed(run)


def test_the_menu_leads_to_it(editor):
    assert "/admin/import/" in editor.get("/admin/").content.decode()
    assert "Articles" in text_of(editor.get(START))


def test_another_user_s_import_may_be_looked_at_with_the_permission_but_not_confirmed(editor, library):
    run = begin(editor, library)
    row = run.rows.get()
    other = Client()
    other.force_login(make_editor("other", permissions=["add_importrun", "view_importrun"], pages=[library]))
    assert "This import was begun by editor." in text_of(other.get(url(run)))
    assert 'name="confirm"' not in other.get(url(run)).content.decode()
    assert other.get(f"{url(run)}{row.pk}/").status_code == 200
    said = text_of(confirm(other, run))
    assert "This import was begun by editor, and only they can go on with it." in said
    for name in ("step/", "resume/", "discard/"):
        other.post(url(run, name))
    other.post(f"{url(run)}{row.pk}/leave/", {"leave": "1"})
    assert nothing_changed(run)
    assert not below(library).exists()


def test_another_user_s_import_is_not_even_seen_without_it(editor, library):
    run = begin(editor, library)
    other = Client()
    other.force_login(make_editor("other", permissions=["add_importrun"], pages=[library]))
    assert other.get(url(run)).status_code == 302
    assert run.source not in text_of(other.get(START))
    confirm(other, run)
    assert nothing_changed(run)


def test_who_may_delete_imports_throws_away_one_of_somebody_else(editor, library):
    run = begin(editor, library)
    other = Client()
    other.force_login(make_editor("other", permissions=["view_importrun", "delete_importrun"]))
    other.post(url(run, "discard/"))
    assert not type(run).objects.exists()


@pytest.mark.parametrize("name", ["confirm/", "resume/"])
def test_nothing_happens_by_a_link(editor, library, name):
    run = begin(editor, library)
    assert editor.get(url(run, name)).status_code == 405
    assert nothing_changed(run)


def test_a_step_by_a_link_needs_our_signature(editor, library):
    from beatcancer_wagtail.importer.models import ImportRun

    run = begin(editor, library)
    ImportRun.objects.filter(pk=run.pk).update(state="running")
    for go in ("", "nonsense", "WzEsIjEiXQ:1vNxyz:abc"):
        editor.get(url(run, "step/"), {"go": go})
    assert not below(library).exists()


def test_forms_need_a_token(editor, library):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert upload(strict, library, page_file()).status_code == 403
    run = begin(editor, library)
    assert strict.post(url(run, "confirm/"), {"confirm": "1"}).status_code == 403
    assert nothing_changed(run)


def test_one_must_be_allowed_to_add_pages_there(client, library):
    client.force_login(make_editor(permissions=["add_importrun"]))
    response = upload(client, library, page_file())
    assert response.status_code == 200
    assert response.context["form"].errors["parent"]


# The upload


@pytest.mark.parametrize("parent", ["", "abc", "999999", "1" * 30, "-1"])
def test_a_page_that_is_not_there_is_no_place(editor, library, parent):
    response = editor.post(UPLOAD, {"files": [page_file()], "parent": parent})
    assert response.status_code == 200
    assert "parent" in response.context["form"].errors


def test_without_a_file_it_says_so(editor, library):
    assert "Please choose at least one file." in text_of(upload(editor, library))


def test_an_address_that_is_none_is_refused(editor, library):
    response = upload(editor, library, page_file(), url="javascript:alert(1)")
    assert "url" in response.context["form"].errors


def test_too_many_files_are_refused_in_our_words(editor, library, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [page_file(f"page-{number}.html") for number in range(3)]
    response = editor.post(UPLOAD, {"files": files, "parent": library.pk}, follow=True)
    assert response.status_code == 200
    assert "more than 2 files. Put them into one ZIP archive" in text_of(response)


def test_too_many_pages_are_refused(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin import articles

    monkeypatch.setattr(articles, "PAGES", 2)
    pages = {f"page-{number}.html": saved_page() for number in range(3)}
    response = upload(editor, library, archive_file(pages))
    assert "These are 3 pages; one upload may have 2." in text_of(response)


def test_too_many_bytes_are_refused(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin import limits

    monkeypatch.setattr(limits, "MEGABYTES", 0)
    response = upload(editor, library, page_file())
    assert "Upload them in parts." in text_of(response)


def test_two_archives_at_once_are_refused(editor, library):
    pages = {"a.html": saved_page()}
    response = upload(editor, library, archive_file(pages), archive_file(pages, name="other.zip"))
    assert "one ZIP archive at a time" in text_of(response)


def test_two_files_of_one_name_do_not_overwrite_each_other(editor, library):
    run = begin(editor, library, page_file(title="One"), page_file(title="Two"))
    assert sorted(run.rows.values_list("state", flat=True)) == ["read", "refused"]


def test_a_broken_archive_is_said_to_be_one(editor, library):
    run = begin(editor, library, page_file(), SimpleUploadedFile("broken.zip", b"PK\x03\x04 nothing"))
    assert run.rows.get(state="refused").source == "broken.zip"


def test_paths_that_lead_out_of_an_archive_are_refused(editor, library):
    run = begin(editor, library, archive_file({"../../etc/page.html": saved_page(), "ok.html": saved_page()}))
    assert dict(run.rows.values_list("state", "source"))["read"] == "ok.html"
    assert run.rows.filter(state="refused").exists()


@pytest.mark.parametrize(
    "names", [("x.png", "x.png/y.png"), ("圖" * 100 + ".png",), ("a/" * 120 + "b.png",), ("a map \U0001f5fa.png",)]
)
def test_no_name_of_a_picture_is_in_the_way(editor, library, settings, tmp_path, names):
    settings.MEDIA_ROOT = str(tmp_path)
    shown = "".join(f'<figure><img src="{name}" alt="A map"></figure>' for name in names)
    files = {name: picture() for name in names}
    run = begin(editor, library, archive_file({"one.html": saved_page(extra=shown), **files}))
    row = run.rows.get()
    assert (run.state, row.state) == ("waiting", "read")
    assert [told.get("reason", "") for told in row.report["pictures"]] == [""] * len(names)
    confirm(editor, run)
    assert below(library).count() == get_image_model().objects.count() == 1


def test_a_picture_is_read_when_a_page_asks_for_it(editor, library, django_assert_num_queries):
    from beatcancer_wagtail.importer.admin.uploaded import UploadPlace
    from beatcancer_wagtail.importer.writer.picture_checks import BadPicture

    files = {"pages/one.html": saved_page(), "pages/map.png": picture(), "other.png": picture("red")}
    row = begin(editor, library, archive_file(files)).rows.get()
    place, into = UploadPlace(row), io.BytesIO()
    with django_assert_num_queries(2):  # which are there, and that one
        assert place.read("map.png", "", into, 1_000_000)
    assert into.getvalue() == picture()
    assert place.read("/other.png", "", io.BytesIO(), 1_000_000)
    for src in ("../../other.png", "gone.png", "", "data:image/png;base64,AA", "a\0.png"):
        assert not place.read(src, "", io.BytesIO(), 1_000_000)
    with pytest.raises(BadPicture, match="larger than"):
        place.read("map.png", "", io.BytesIO(), 10)


def test_uploads_are_nowhere_in_the_public_files(editor, library, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    begin(editor, library, archive_file({"a.html": saved_page(), "a.png": b"\x89PNG"}))
    assert list(tmp_path.rglob("*")) == []


# Between upload and confirmation


def test_two_clicks_make_one_draft(editor, library):
    run = begin(editor, library)
    confirm(editor, run)
    said = text_of(confirm(editor, run))
    assert "This import has been confirmed already. Nothing is made twice." in said
    assert below(library).count() == 1


def test_a_page_that_is_gone_is_asked_for_again(editor, library):
    other = make_library(title="Other guides", slug="other-guides")
    run = begin(editor, library)
    library.delete()
    preview = text_of(editor.get(url(run)))
    assert "gone" in preview
    row = run.rows.get()
    assert "Choose another one" in text_of(editor.get(f"{url(run)}{row.pk}/draft/"))
    response = confirm(editor, run)
    assert response.status_code == 200
    run.refresh_from_db()
    assert run.state == "waiting"
    editor.force_login(make_superuser())
    type(run).objects.filter(pk=run.pk).update(started_by=make_superuser("second"))
    editor.force_login(type(run).objects.get(pk=run.pk).started_by)
    confirm(editor, run, parent=other.pk)
    assert below(other).count() == 1


def test_who_may_no_longer_add_pages_there_is_told(editor, library):
    run = begin(editor, library)
    editor.user.groups.get().page_permissions.all().delete()
    said = text_of(confirm(editor, run))
    run.refresh_from_db()
    assert run.state == "waiting"
    assert "may not" in said or "permission" in said
    assert not below(library).exists()


def test_who_may_no_longer_import_is_turned_away_and_nothing_is_lost(editor, library):
    run = begin(editor, library)
    take_away(editor.user, "add_importrun")
    confirm(editor, run)
    assert nothing_changed(run)


def test_a_permission_that_is_lost_on_the_way_stops_the_rest(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin.articles import Articles

    answers = iter(["", "", "You may no longer add pages there."])
    run = begin(editor, library, page_file("a.html", title="A"), page_file("b.html", title="B"))
    monkeypatch.setattr(Articles, "why_not", lambda self, run, user: next(answers, ""))
    said = text_of(confirm(editor, run))
    assert "You may no longer add pages there." in said
    assert below(library).count() == 1
    run.refresh_from_db()
    assert run.state == "stopped"
    resumed = text_of(editor.post(url(run, "resume/"), follow=True))
    assert "Done. 2 are new." in resumed
    assert below(library).count() == 2


# Left in the middle


def test_an_import_that_was_left_is_offered_again(editor, library):
    run = begin(editor, library)
    said = text_of(editor.get(START))
    assert "Begun, not finished" in said
    assert run.source in said


def test_it_goes_on_where_it_stopped(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin import steps

    monkeypatch.setattr(steps, "SECONDS", -1)
    files = [page_file(f"{name}.html", title=name) for name in ("One", "Two", "Three")]
    run = begin(editor, library, *files)
    assert run.state == "reading"
    page = editor.get(url(run)).content.decode()
    assert "1 of 3" in page
    go = re.search(r'content="1;url=([^"]+)"', page).group(1).replace("&amp;", "&")
    assert "2 of 3" in text_of(editor.get(go, follow=True))
    progress = editor.post(url(run, "step/"), headers={"accept": "application/json"}).json()
    assert progress == {"done": 3, "total": 3, "text": "3 of 3", "is_over": True}
    run.refresh_from_db()
    assert run.state == "waiting"
    confirm(editor, run)
    run.refresh_from_db()
    assert run.state == "running"
    assert below(library).count() == 1
    for _time in range(3):
        editor.post(url(run, "step/"))
    run.refresh_from_db()
    assert run.state == "finished"
    assert below(library).count() == 3


def test_one_page_that_nobody_thought_of_does_not_hold_up_the_others(editor, library, monkeypatch, caplog):
    from beatcancer_wagtail.importer.admin.articles import Articles

    read = Articles.read

    def fail(self, row):
        if row.source == "bad.html":
            raise RuntimeError("Nobody thought of this.")
        read(self, row)

    monkeypatch.setattr(Articles, "read", fail)
    run = begin(editor, library, page_file("bad.html"), page_file("good.html"))
    assert run.state == "waiting"
    assert run.rows.get(source="bad.html").state == "refused"
    assert run.rows.get(source="good.html").document
    assert "Nobody thought of this." in caplog.text


def test_what_is_thrown_away_is_gone(editor, library):
    run = begin(editor, library)
    assert "Nothing of it has been stored" in text_of(editor.get(url(run, "discard/")))
    editor.post(url(run, "discard/"))
    assert not type(run).objects.exists()
    assert not below(library).exists()


def test_of_an_import_in_the_middle_only_the_rest_is_thrown_away(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin import steps

    run = begin(editor, library, page_file("a.html", title="A"), page_file("b.html", title="B"))
    monkeypatch.setattr(steps, "SECONDS", -1)
    confirm(editor, run)
    assert "1 has been stored already; it stays" in text_of(editor.get(url(run, "discard/")))
    said = text_of(editor.post(url(run, "discard/"), follow=True))
    assert "1 draft was made before; it stays." in said
    assert below(library).count() == 1
    assert not run.rows.exclude(packed_source=None).exists()
    editor.post(url(run, "step/"))
    editor.post(url(run, "resume/"))
    assert below(library).count() == 1


@pytest.mark.parametrize("stored", [0, 1])
def test_one_that_is_thrown_away_during_a_step_stays_so(editor, library, monkeypatch, stored):
    from beatcancer_wagtail.importer.admin import steps
    from beatcancer_wagtail.importer.admin.articles import Articles

    run = begin(editor, library, page_file("a.html", title="A"), page_file("b.html", title="B"))
    store = Articles.store

    def store_and_discard(self, row, user):
        if row.position == stored + 1:
            steps.discard(type(run).objects.get(pk=run.pk), user)
        store(self, row, user)

    monkeypatch.setattr(Articles, "store", store_and_discard)
    confirm(editor, run)
    assert below(library).count() == stored
    assert list(type(run).objects.values_list("state", flat=True)) == ["stopped"] * stored
    if stored:
        assert list(run.rows.values_list("state", flat=True)) == ["created", "left"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="its test database is of one process")
def test_throwing_away_waits_for_the_draft_that_is_being_made(editor, library, monkeypatch):
    from beatcancer_wagtail.importer.admin import steps
    from beatcancer_wagtail.importer.writer import runs

    run, inside, settle = begin(editor, library), threading.Event(), runs._settle

    def slowly(*arguments):
        settle(*arguments)
        inside.set()
        time.sleep(0.7)

    def work():
        try:
            steps.go_on(type(run).objects.get(pk=run.pk))
        finally:
            connections.close_all()

    monkeypatch.setattr(runs, "_settle", slowly)
    type(run).objects.filter(pk=run.pk).update(state="running")
    step = threading.Thread(target=work)
    step.start()
    assert inside.wait(30)
    assert steps.discard(type(run).objects.get(pk=run.pk), run.started_by) == 1
    step.join(30)
    assert run.rows.get().state == "created"
    assert below(library).count() == 1


def test_what_is_over_cannot_be_thrown_away(editor, library):
    run = begin(editor, library)
    confirm(editor, run)
    said = text_of(editor.post(url(run, "discard/"), follow=True))
    assert "there is nothing to throw away" in said
    assert type(run).objects.filter(pk=run.pk).exists()


@pytest.mark.parametrize("query", ["p=x", "p=999", "p=-1", "show=nonsense", "show=look&p=2", "p=9" * 9])
def test_no_address_ends_in_an_error(editor, library, query):
    run = begin(editor, library)
    assert editor.get(f"{url(run)}?{query}").status_code == 200
    confirm(editor, run)
    assert editor.get(f"{url(run)}?{query}").status_code == 200


@pytest.mark.parametrize("shown", ["", "x", "1,,2", "9" * 40, "-1,1"])
def test_no_form_ends_in_an_error(editor, library, shown):
    run = begin(editor, library)
    fields = {"shown": shown, "take": ["x", "9" * 40], "page": "x", "show": "?", "parent": "x"}
    assert editor.post(url(run, "confirm/"), fields).status_code == 302
    run.refresh_from_db()
    assert run.state == "waiting"


def test_a_row_of_another_import_is_not_found(editor, library):
    run, other = begin(editor, library), begin(editor, library)
    row = other.rows.get()
    for name in ("", "draft/", "source/"):
        assert editor.get(f"{url(run)}{row.pk}/{name}").status_code == 404


# Long lists


def long_run(user, library, number=200, state="waiting"):
    from beatcancer_wagtail.importer.models import ImportRow, ImportRun

    run = ImportRun.objects.create(
        kind="articles", state=state, source="old-site.zip", parent_id=library.pk, started_by=user
    )
    report = {"planned": "created", "missing": ["lost"], "dropped": [{"reason": "share", "text": "x", "where": ""}]}
    ImportRow.objects.bulk_create(
        ImportRow(
            run=run,
            position=n,
            source=f"{n}.html",
            title=f"Page {n}",
            coverage=99.9,
            document={"body": []},
            report=report,
        )
        for n in range(1, number + 1)
    )
    return run


@pytest.mark.parametrize("state", ["waiting", "stopped", "finished"])
def test_a_list_of_200_takes_no_more_statements_than_one_of_one(editor, library, state, django_assert_max_num_queries):
    short, long = long_run(editor.user, library, 1, state), long_run(editor.user, library, 200, state)
    editor.get(url(short))  # what is remembered from one request to the next
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as of_one:
        editor.get(url(short))
    with CaptureQueriesContext(connection) as of_many:
        response = editor.get(url(long))
    assert len(of_many) == len(of_one) <= 30
    assert response.content.decode().count('class="bc-import__row') == 100


def test_the_second_page_of_a_long_list_comes_without_javascript(editor, library):
    run = long_run(editor.user, library)
    html = editor.get(url(run)).content.decode()
    shown = re.search(r'name="shown" value="([\d,]+)"', html).group(1)
    taken = shown.strip(",").split(",")[1:]
    response = editor.post(url(run, "confirm/"), {"shown": shown, "take": taken, "page": ["1", "2"]})
    assert response["Location"].endswith("?p=2")
    assert run.rows.filter(state="left").count() == 1
    assert "Page 101" in text_of(editor.get(response["Location"]))
