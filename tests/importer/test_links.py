"""Links between imported pages become links to pages, whichever of them came first."""

import json

import pytest
from django.apps import apps
from wagtail.models import Revision

from beatcancer_wagtail.importer import states
from tests.builders import article_model, make_editor, make_library
from tests.importer.documents import document, rich, table
from tests.importer.saved_pages import saved_page
from tests.importer.test_import_articles import run as command

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]

HOST = "https://old.example.org"


def write(parent, path, html="<p>Text.</p>", *, body=None, **fields):
    from beatcancer_wagtail.importer.writer.articles import Article, write_article

    address = fields.pop("address", f"{HOST}/{path}/")
    page = document(address=address, title=path or "A page", slug=path, body=body or [rich(html)], **fields)
    return write_article(Article(page, f"site/{path}.html"), parent=parent)


def link_all(user=None):
    from beatcancer_wagtail.importer.writer.link_pass import link_imported_pages

    return len(link_imported_pages(user))


def first_text(page):
    latest = article_model().objects.get(pk=page.pk).get_latest_revision_as_object()
    return latest.body[0].value.source


def test_a_link_to_a_page_that_was_there_before_is_a_page_link_at_once():
    parent = make_library()
    target = write(parent, "target").page
    page = write(
        parent,
        "source",
        f'<p><a href="{HOST}/target?utm_medium=x">See</a> and <a href="https://other.org/">other</a></p>',
    ).page
    assert 'linktype="page"' in first_text(page)
    assert f'id="{target.pk}"' in first_text(page)
    assert 'href="https://other.org/"' in first_text(page)
    assert link_all() == 0


def test_a_link_to_a_page_that_comes_later_is_led_to_it_in_the_second_pass():
    parent = make_library()
    page = write(parent, "source", f'<p><a href="{HOST}/target/">See</a></p>').page
    assert "linktype" not in first_text(page)
    target = write(parent, "target").page
    assert link_all() == 1
    assert f'id="{target.pk}"' in first_text(page)
    assert Revision.objects.for_instance(page).count() == 1  # the import's own version is completed
    assert link_all() == 0
    again = write(parent, "source", f'<p><a href="{HOST}/target/">See</a></p>')
    assert again.state == states.UNCHANGED


def test_an_editors_version_stays_in_the_history_and_gets_the_link_in_a_version_above_it():
    parent = make_library()
    page = write(parent, "source", f'<p><a href="{HOST}/target/">See</a></p>').page
    draft = page.get_latest_revision_as_object()
    draft.title = "An editor's title"
    edited = draft.save_revision(user=make_editor())
    write(parent, "target")
    assert link_all() == 1
    assert Revision.objects.filter(pk=edited.pk).exists()
    assert Revision.objects.for_instance(page).count() == 3
    latest = article_model().objects.get(pk=page.pk).get_latest_revision_as_object()
    assert latest.title == "An editor's title"
    assert "linktype" in latest.body[0].value.source


def test_what_is_published_is_not_changed_by_the_second_pass():
    parent = make_library()
    page = write(parent, "source", f'<p><a href="{HOST}/target/">See</a></p>').page
    page.latest_revision.publish()
    write(parent, "target")
    link_all()
    live = article_model().objects.get(pk=page.pk)
    assert "linktype" not in live.body[0].value.source
    assert (live.live, live.has_unpublished_changes) == (True, True)


def test_files_that_link_to_each_other_need_no_address():
    parent = make_library()
    page = write(parent, "source", '<p><a href="target.html">See</a></p>', address="").page
    target = write(parent, "target", address="").page
    assert link_all() == 1
    assert f'id="{target.pk}"' in first_text(page)


def test_a_link_to_a_place_within_another_page_is_told():
    parent = make_library()
    write(parent, "target")
    written = write(parent, "source", f'<p><a href="{HOST}/target/#dose">See</a></p>')
    assert 'linktype="page"' in first_text(written.page)
    assert f"{HOST}/target/#dose" in "\n".join(written.draft.notes)


def test_a_link_to_a_place_within_a_page_that_comes_later_is_told_too(tmp_path):
    (tmp_path / "a.html").write_bytes(saved_page("First", extra='<p>See <a href="b.html#dose">the dose</a>.</p>'))
    (tmp_path / "b.html").write_bytes(saved_page("Second"))
    report = tmp_path / "report.json"
    command(tmp_path, "--parent", make_library().pk, "--report", report)
    first, second = json.loads(report.read_text())["pages"]
    assert "b.html#dose" in "\n".join(first["notes"])
    assert second["notes"] == []


def test_a_link_from_the_root_of_the_old_site_stays_a_link_to_the_old_site():
    page = write(make_library(), "source", '<p><a href="/wiki/Dose">See</a> <a href="//other.org/">it</a></p>').page
    assert f'href="{HOST}/wiki/Dose"' in first_text(page)
    assert 'href="//other.org/"' in first_text(page)


def test_links_in_tables_and_buttons_are_led_as_well():
    parent = make_library()
    target = write(parent, "target").page
    button = {"heading": "More", "text": "", "button_text": "Read on", "url": f"{HOST}/target/"}
    body = [table([["Name", f'<a href="{HOST}/target/">See</a>']]), {"type": "call_to_action", "value": button}]
    page = write(parent, "source", body=body).page
    stored = article_model().objects.get(pk=page.pk).body
    assert f'id="{target.pk}"' in stored[0].value["table"].row_data[0]["values"][1].source
    assert stored[1].value["page"].pk == target.pk
    assert not stored[1].value["url"]


def test_a_page_link_of_ours_is_what_the_editor_stores():
    from beatcancer_wagtail.importer.writer.rich_text import settle

    parent = make_library()
    write(parent, "target")
    page = write(parent, "source", f'<p>See <a href="{HOST}/target/">this</a>.</p>').page
    stored = first_text(page)
    assert settle(stored, ("link",)) == (stored, True)


def test_the_second_pass_reads_only_pages_that_wait(django_assert_max_num_queries):
    parent = make_library()
    for number in range(12):
        write(parent, f"page-{number}", f'<p><a href="https://elsewhere.org/{number}/">Away</a></p>')
    with django_assert_max_num_queries(3):
        assert link_all() == 0


def test_links_in_drafts_that_somebody_may_not_edit_wait_for_somebody_who_may():
    from beatcancer_wagtail.importer.writer.link_pass import link_imported_pages

    ours, theirs = make_library(title="Ours", slug="ours"), make_library(title="Theirs", slug="theirs")
    page = write(theirs, "source", f'<p><a href="{HOST}/target/">See</a></p>').page
    target = write(ours, "target").page
    assert link_all(make_editor("editor", pages=[ours])) == 0
    assert Revision.objects.for_instance(page).count() == 1
    assert "linktype" not in first_text(page)
    boss = make_editor("boss", pages=[theirs])
    assert len(link_imported_pages(boss)) == 1
    assert f'id="{target.pk}"' in first_text(page)
    assert article_model().objects.get(pk=page.pk).latest_revision.user == boss
