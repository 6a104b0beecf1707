"""A page is known again by any of its addresses; and where it is not, a page of the same title is told of."""

import json

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import make_article, make_library
from tests.importer.saved_pages import archive_file, page_file, saved_page
from tests.importer.test_import_articles import run as command
from tests.importer.through_the_admin import begin, below, confirm, text_of, url

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

BASE, CANONICAL = "http://backup.example.org/", "https://www.example.org/waiting/"


def import_with_base(tmp_path, library, **pages):
    folder = tmp_path / "backup"
    folder.mkdir(exist_ok=True)
    for name, data in pages.items():
        (folder / f"{name}.html").write_bytes(data)
    return command(folder, "--parent", library.pk, "--url-base", BASE)


@pytest.mark.parametrize("is_command_first", [True, False])
def test_the_command_with_a_base_and_the_admin_without_one_meet(tmp_path, editor, library, is_command_first):
    data = saved_page(address=CANONICAL)

    def upload():
        confirm(editor, begin(editor, library, SimpleUploadedFile("another-name.html", data)))

    if is_command_first:
        import_with_base(tmp_path, library, page=data)
        upload()
    else:
        upload()
        import_with_base(tmp_path, library, page=data)
    assert below(library).count() == 1


def test_an_address_that_is_given_later_is_remembered_too(tmp_path, editor, library):
    confirm(editor, begin(editor, library, SimpleUploadedFile("another-name.html", saved_page(address=CANONICAL))))
    import_with_base(tmp_path, library, page=saved_page(address=CANONICAL))
    import_with_base(tmp_path, library, page=saved_page())
    link = f'<p>Read <a href="{BASE}page.html">more about it</a>.</p>'
    confirm(editor, begin(editor, library, page_file("here.html", title="Here", extra=link)))
    pages = {page.title: page.specific for page in below(library)}
    assert len(pages) == 2
    body = str(pages["Here"].get_latest_revision_as_object().body.get_prep_value())
    assert f'linktype="page" id="{pages["Waiting for a result"].pk}"' in body


def test_of_pages_that_share_an_address_none_takes_the_place_of_one_that_was_deleted(editor, library):
    files = {name: saved_page(f"Page {name}", address=CANONICAL) for name in ("one", "two")}
    confirm(editor, begin(editor, library, archive_file({f"{name}.html": data for name, data in files.items()})))
    below(library).get(title="Page one").delete()
    confirm(editor, begin(editor, library, SimpleUploadedFile("elsewhere.html", files["one"])))
    assert sorted(page.title for page in below(library)) == ["Page one", "Page two"]


def test_a_canonical_address_that_many_pages_share_makes_none_of_them_another(tmp_path, editor, library):
    pages = {name: saved_page(f"Page {name}", address=CANONICAL) for name in ("one", "two")}
    import_with_base(tmp_path, library, **pages)
    assert "Nothing new: 2" in import_with_base(tmp_path, library, **pages)
    files = [SimpleUploadedFile(f"of-{name}.html", data) for name, data in pages.items()]
    again = begin(editor, library, *files)
    assert "2 have nothing new." in text_of(editor.get(url(again)))
    confirm(editor, again)
    assert sorted(page.title for page in below(library)) == ["Page one", "Page two"]


@pytest.mark.parametrize("names", [("index", "turmeric"), ("turmeric", "index")])
def test_a_page_that_says_it_is_the_home_page_takes_nothing_from_that(tmp_path, library, names):
    for name in names:
        import_with_base(tmp_path, library, **{name: saved_page(f"Page {name}", address=BASE)})
        (tmp_path / "backup" / f"{name}.html").unlink()
    titles = {page.get_latest_revision_as_object().title for page in below(library)}
    assert titles == {"Page index", "Page turmeric"}


def test_a_link_finds_a_page_by_the_address_that_it_says_itself(tmp_path, library):
    there = saved_page("There", address=CANONICAL)
    here = saved_page("Here", extra=f'<p>Read <a href="{CANONICAL}">more about it</a>.</p>')
    import_with_base(tmp_path, library, a_here=here, there=there)
    pages = {page.title: page.specific for page in below(library)}
    body = str(pages["Here"].get_latest_revision_as_object().body.get_prep_value())
    assert f'linktype="page" id="{pages["There"].pk}"' in body


def test_without_any_address_the_place_in_the_folder_and_the_title_say_that_it_is_the_same(tmp_path, library):
    import_with_base(tmp_path, library, page=saved_page())
    command(tmp_path / "backup", "--parent", library.pk)
    assert below(library).count() == 1


@pytest.mark.parametrize("alone", [False, True])
def test_what_the_admin_took_without_an_address_the_command_knows_by_its_path(tmp_path, editor, library, alone):
    upload = SimpleUploadedFile("page.html", saved_page())  # by itself it lies in no folder
    confirm(
        editor, begin(editor, library, upload if alone else archive_file({"page.html": saved_page()}, "backup.zip"))
    )
    said = import_with_base(tmp_path, library, page=saved_page())
    assert below(library).count() == (2 if alone else 1)
    assert ("There is already a page called" in said) is alone


# A second draft of the same page


def test_a_page_of_the_same_title_is_told_of_before_and_after(editor, library):
    make_article(parent=library, title="Waiting  for a Result")
    run = begin(editor, library, page_file("other-name.html", title="Waiting for a result"))
    said = "There is already a page called “Waiting for a Result” below “Guides”."
    preview = text_of(editor.get(url(run)))
    assert "1 needs a look." in preview
    assert said in " ".join(preview.split())
    confirm(editor, run)
    assert said in text_of(editor.get(url(run)))
    assert said in editor.get(url(run, "report.html")).content.decode()


def test_two_pages_of_one_title_in_one_import_are_told_of(editor, library):
    data = {"a.html": saved_page(text="One text of its own, long enough to be one."), "print/a.html": saved_page()}
    run = begin(editor, library, archive_file(data))
    first, second = run.rows.order_by("position")
    assert not first.needs_look
    assert second.report["look"] == [
        "“a.html” of this import has the same title. If it is the same page, leave one of them out."
    ]


def test_a_dry_run_tells_of_two_pages_of_one_title_too(tmp_path, library):
    (tmp_path / "a.html").write_bytes(saved_page())
    (tmp_path / "b.html").write_bytes(saved_page(text="One text of its own, long enough to be one."))
    told = {}
    for form in ("dry", "real"):
        report = tmp_path / f"{form}.json"
        command(tmp_path, "--parent", library.pk, "--report", report, *(["--dry-run"] if form == "dry" else []))
        told[form] = [page["needs_a_look"] for page in json.loads(report.read_text())["pages"]]
    assert told == {"dry": [False, True], "real": [False, True]}


def test_nothing_is_told_where_the_page_itself_or_a_page_elsewhere_has_the_title(editor, library):
    make_article(parent=make_library(title="Elsewhere", slug="elsewhere"), title="Waiting for a result")
    for _time in range(2):
        run = begin(editor, library)
        assert not run.rows.get().needs_look
        confirm(editor, run)


# Pages that are uploaded one by one


@pytest.mark.parametrize("is_zipped", [False, True])
def test_the_address_of_the_site_is_not_that_of_each_page(editor, library, is_zipped):
    for title in ("Morphine", "Senna"):
        name, data = f"{title.lower()}.html", saved_page(title)
        file = archive_file({name: data}, f"{title}.zip") if is_zipped else SimpleUploadedFile(name, data)
        confirm(editor, begin(editor, library, file, url="https://old.example.org/"))
    assert {page.title for page in below(library)} == {"Morphine", "Senna"}


def test_the_address_of_one_page_is_not_offered_for_the_next(editor, library):
    begin(editor, library, url="https://old.example.org/waiting/")
    assert "waiting" not in editor.get("/admin/import/articles/").content.decode()
    begin(editor, library, url="https://old.example.org/")
    assert "https://old.example.org/" in editor.get("/admin/import/articles/").content.decode()


def test_a_page_with_the_address_of_another_title_needs_a_look(editor, library):
    address = "https://old.example.org/waiting/"
    confirm(editor, begin(editor, library, page_file("a.html", title="Morphine"), url=address))
    run = begin(editor, library, page_file("b.html", title="Senna"), url=address)
    assert run.rows.get().needs_look
    assert "is that of “Morphine”, which was imported before" in text_of(editor.get(url(run)))
