"""Documents become drafts: once, with a revision, never published, never over an editor's words."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from beatcancer_wagtail.importer import states
from beatcancer_wagtail.resources import base_page_model
from tests.builders import article_model, home_page, make_article, make_editor, make_library
from tests.importer.documents import document, rich, section

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
]


def write(parent, name="site/scans.html", *, user=None, gallery=None, **fields):
    from beatcancer_wagtail.importer.writer.articles import Article, write_article

    return write_article(Article(document(**fields), name), parent=parent, user=user, gallery=gallery)


def test_a_document_becomes_a_draft_with_a_revision():
    editor = make_editor("editor")
    parent = make_library()
    written = write(parent, user=editor)
    page = article_model().objects.get(pk=written.page.pk)
    assert written.state == states.CREATED
    assert (page.live, page.has_unpublished_changes, page.owner) == (False, True, editor)
    assert (page.title, page.slug, page.summary) == (
        "Scans and what they show",
        "scans",
        "Pictures of the inside of the body.",
    )
    assert page.get_parent().pk == parent.pk
    assert page.locale_id == parent.locale_id
    assert [tag.name for tag in page.tags.all()] == ["Tests"]
    assert page.first_published_at.date().isoformat() == "2021-05-04"
    revision = page.latest_revision
    assert revision.user == editor
    assert [entry.text for entry in revision.as_object().get_outline()] == ["Ultrasound", "CT"]
    assert sorted(PageLogEntry.objects.filter(page=page.pk).values_list("action", "user")) == [
        ("wagtail.create", editor.pk),
        ("wagtail.edit", editor.pk),
    ]


def test_published_later_it_keeps_the_day_of_the_old_site():
    page = write(make_library()).page
    page.latest_revision.publish()
    page.refresh_from_db()
    assert page.first_published_at.date().isoformat() == "2021-05-04"


def test_the_same_twice_is_one_page_and_one_revision():
    parent = make_library()
    first = write(parent)
    again = write(parent)
    assert again.state == states.UNCHANGED
    assert again.page.pk == first.page.pk
    assert article_model().objects.count() == 1
    assert Revision.objects.for_instance(first.page).count() == 1


def test_the_same_address_in_other_words_is_the_same_page():
    parent = make_library()
    write(parent, address="https://old.example.org/scans/")
    for address in ("http://OLD.example.org/scans", "https://old.example.org/scans/?utm_source=mail#top"):
        assert (
            write(parent, "other/name.html", address=address, title="Scans and what they show").state != states.CREATED
        )


def test_changed_input_makes_a_revision_and_says_what_changed():
    parent = make_library()
    page = write(parent).page
    again = write(
        parent,
        title="Scans",
        body=[
            rich("<p>A scan is a picture.</p>"),
            section("CT", rich("<p>Thick slices.</p>")),
            section("MRI", rich("<p>No X-rays.</p>")),
        ],
    )
    assert again.state == states.CHANGED
    assert again.page.pk == page.pk
    page = article_model().objects.get()
    assert Revision.objects.for_instance(page).count() == 2
    assert page.title == "Scans and what they show"  # what readers would see is untouched
    assert page.latest_revision.as_object().title == "Scans"
    told = "\n".join(again.changes)
    assert "Title: “Scans and what they show” is now “Scans”." in told
    assert "New section: “MRI”" in told
    assert "Section gone: “Ultrasound”" in told
    assert "Section changed: “CT”" in told


def test_what_readers_see_is_never_touched():
    parent = make_library()
    page = write(parent).page
    page.latest_revision.publish()
    write(parent, title="Scans")
    page = article_model().objects.get()
    assert (page.live, page.has_unpublished_changes) == (True, True)
    assert page.title == "Scans and what they show"
    assert page.latest_revision.as_object().title == "Scans"


def test_an_editors_words_stay_where_the_source_says_nothing_new():
    parent = make_library()
    page = write(parent).page
    draft = page.get_latest_revision_as_object()
    draft.summary = "An editor's own summary."
    edited = draft.save_revision(user=make_editor("editor"))
    again = write(parent, title="Scans")
    latest = article_model().objects.get().latest_revision.as_object()
    assert (latest.title, latest.summary) == ("Scans", "An editor's own summary.")
    assert again.is_edited
    assert "edited since the last import" in again.changes[0]
    assert Revision.objects.filter(pk=edited.pk).exists()


def test_blocks_that_stay_keep_their_ids_so_that_versions_can_be_compared():
    parent = make_library()
    before = [block.id for block in write(parent).page.body]
    write(
        parent,
        body=[
            rich("<p>A scan is a picture.</p>"),
            section("MRI", rich("<p>New.</p>")),
            section("CT", rich("<p>Thick.</p>")),
        ],
    )
    after = [block.id for block in article_model().objects.get().latest_revision.as_object().body]
    assert after[0] == before[0]
    assert after[2] == before[2]
    assert after[1] not in before


def test_a_locked_page_and_one_in_moderation_are_left_alone():
    from beatcancer_wagtail.importer.writer.articles import Refused

    parent = make_library()
    page = write(parent).page
    base_page_model().objects.filter(pk=page.pk).update(locked=True)
    with pytest.raises(Refused, match="locked"):
        write(parent, title="Scans")
    assert Revision.objects.for_instance(page).count() == 1


def test_duplicate_slugs_get_numbers_and_long_titles_lose_nothing():
    parent = make_library()
    make_article(parent, slug="scans")
    long = " ".join(f"word{number}" for number in range(60))
    slugs = [
        write(parent, f"site/{number}.html", address=f"https://e.org/{number}/", title=long).page.slug
        for number in range(3)
    ]
    assert slugs == ["scans-2", "scans-3", "scans-4"]
    page = article_model().objects.get(slug="scans-2")
    assert len(page.title) <= 255
    first = page.body[0].value.source
    assert [word in page.title or word in first for word in long.split()] == [True] * 60


def test_odd_facts_are_told_and_do_no_harm():
    written = write(
        make_library(),
        title="",
        summary="word " * 200,
        date="2999-01-01T00:00:00+99:99",
        modified="yesterday",
        lang="ar",
        tags=["x" * 300, "Tests", "tests"],
        slug="../../etc/passwd",
    )
    page = article_model().objects.get(pk=written.page.pk)
    assert page.title == "scans"
    assert "/" not in page.slug
    assert len(page.summary) <= 400
    assert page.date_modified is None
    assert [tag.name for tag in page.tags.all()] == ["Tests"]
    told = "\n".join(written.draft.notes)
    assert [part in told for part in ("2999", "yesterday", "“ar”", "Tags")] == [True] * 4


def test_right_to_left_text_and_emoji_arrive_whole():
    title = "ما هو التصوير؟ 🎗️"
    page = write(make_library(), title=title, slug="", address="", body=[rich("<p>صورة 👩🏽‍⚕️</p>")]).page
    page = article_model().objects.get(pk=page.pk)
    assert page.title == title
    assert "👩🏽‍⚕️" in page.body[0].value.source


def test_pages_without_an_address_are_known_by_their_place():
    parent = make_library()
    write(parent, "site/a.html", address="")
    assert write(parent, "site/a.html", address="").state == states.UNCHANGED
    assert write(parent, "other/a.html", address="").state == states.CREATED


def test_a_deleted_draft_comes_back_as_a_new_one():
    parent = make_library()
    write(parent).page.delete()
    assert write(parent).state == states.CREATED


def test_where_no_article_may_stand_nothing_is_stored(monkeypatch):
    from beatcancer_wagtail.importer.writer import article_class
    from beatcancer_wagtail.importer.writer.articles import Refused

    library = make_library()
    before = base_page_model().objects.count()
    monkeypatch.setattr(article_class, "article_models", lambda: ())
    with pytest.raises(Refused, match="No kind of article"):
        write(library)
    assert base_page_model().objects.count() == before


def test_links_within_the_page_lead_to_its_headings():
    page = write(
        make_library(),
        body=[
            rich('<p><a href="#The_Dose">Dose</a> <a href="https://old.example.org/scans/#ct">CT</a></p>'),
            section("Dose", rich("<p>2 mSv</p>"), anchor="The_Dose"),
            section("CT", rich("<p>X-rays</p>"), anchor="ct"),
        ],
    ).page
    page = article_model().objects.get(pk=page.pk)
    assert [entry.anchor for entry in page.get_outline()] == ["the_dose", "ct"] or [
        entry.anchor for entry in page.get_outline()
    ] == ["the-dose", "ct"]
    source = page.body[0].value.source
    assert f'href="#{page.get_outline()[0].anchor}"' in source
    assert 'href="#ct"' in source


def test_a_preview_stores_nothing(django_assert_num_queries):
    from beatcancer_wagtail.importer.writer.articles import draft_of

    parent = make_library()
    before = base_page_model().objects.count()
    page = draft_of(document(), parent=parent)
    assert page.pk is None
    assert page.title == "Scans and what they show"
    assert base_page_model().objects.count() == before
    assert not ModelLogEntry.objects.exists()
    assert not get_user_model().objects.exists()
    assert home_page().get_descendants().count() == 1


def test_a_page_of_an_earlier_import_is_changed_only_by_somebody_who_may_edit_it():
    from beatcancer_wagtail.importer.writer.articles import Article, Refused, plan_article, write_article

    ours, theirs = make_library(title="Ours", slug="ours"), make_library(title="Theirs", slug="theirs")
    page = write(theirs).page
    editor = make_editor("editor", pages=[ours])
    for fields in ({"title": "Not theirs"}, {}):
        article = Article(document(**fields), "site/other.html")
        with pytest.raises(Refused, match="you may not edit it"):
            plan_article(article, parent=ours, user=editor)
        with pytest.raises(Refused, match="you may not edit it"):
            write_article(article, parent=ours, user=editor)
    assert Revision.objects.for_instance(page).count() == 1
    article = Article(document(title="By a command"), "site/other.html")
    assert write_article(article, parent=ours, user=editor, is_trusted=True).state == states.CHANGED
    boss = make_editor("boss", pages=[theirs])
    assert write(theirs, user=boss, title="By its editor").state == states.CHANGED


def test_a_file_of_the_same_name_with_an_address_of_its_own_is_another_page():
    parent = make_library()
    first = write(parent, "index.html", address="", title="Chemotherapy")
    other = write(parent, "index.html", address="https://old.example.org/rays/", title="Radiotherapy")
    assert other.state == states.CREATED
    assert other.page.pk != first.page.pk


def test_a_file_whose_address_is_given_later_is_the_same_page():
    parent = make_library()
    first = write(parent, "site/scans.html", address="")
    assert write(parent, "site/scans.html", address="https://old.example.org/scans/").page.pk == first.page.pk


def test_a_file_that_is_known_by_its_name_alone_and_has_another_title_is_to_be_looked_at():
    parent = make_library()
    write(parent, "index.html", address="", title="Chemotherapy")
    written = write(parent, "index.html", address="", title="Radiotherapy")
    assert (written.state, bool(written.had_title)) == (states.CHANGED, True)
    assert not write(parent, "index.html", address="", title="Radiotherapy", summary="New.").had_title
