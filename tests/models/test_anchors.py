"""Links to a heading keep working, and no two headings share one."""

import pytest

from tests.builders import article_model, faq, key_points, make_article, section, subsection, text
from tests.reading import read

pytestmark = pytest.mark.django_db


def anchors(article):
    return [entry.anchor for top in article.get_outline() for entry in top.walk()]


def latest_draft(article):
    return article.get_latest_revision_as_object()


def save_draft(article, *body):
    """Save a draft with this body, as the editor's form does: from the latest draft, published or not."""
    draft = latest_draft(article)
    draft.body = list(body)
    return draft.save_revision()


def test_every_kind_of_heading_gets_an_anchor_at_the_first_save():
    article = make_article(
        live=False,
        body=[
            section("What is staging?", text(), subsection("In numbers", text())),
            key_points("One thing."),
            faq(("Does it hurt?", "<p>No.</p>")),
        ],
    )
    expected = ["what-is-staging", "in-numbers", "key-points", "frequently-asked-questions", "does-it-hurt"]
    assert anchors(article_model().objects.get(pk=article.pk)) == expected
    assert anchors(latest_draft(article)) == expected


def test_anchors_lead_to_their_headings_on_the_page(client):
    article = make_article(body=[section("One", text()), section("Two", text()), faq(("Why?", "<p>So.</p>"))])
    page = read(client, article.url)
    ids = [part["id"] for part in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.select("a[href^='#']"):
        assert link["href"][1:] in ids


def test_anchor_is_kept_when_a_published_heading_is_reworded():
    article = make_article(body=[section("Stages", text(), id="a")])
    revision = save_draft(article, section("How far it has come", text(), id="a", anchor="stages"))
    revision.publish()
    assert anchors(article_model().objects.get(pk=article.pk)) == ["stages"]


def test_anchor_is_kept_when_the_form_sends_none():
    article = make_article(body=[section("Stages", text(), id="a")])
    save_draft(article, section("How far it has come", text(), id="a")).publish()
    assert anchors(article_model().objects.get(pk=article.pk)) == ["stages"]


def test_anchor_moves_with_its_heading():
    article = make_article(body=[section("Stages", text(), id="a"), section("Grades", text(), id="b")])
    save_draft(article, section("Grades", text(), id="b"), section("Stages", text(), id="a")).publish()
    assert anchors(article_model().objects.get(pk=article.pk)) == ["grades", "stages"]


def test_equal_headings_get_different_anchors():
    article = make_article(
        body=[
            section("Treatment", text(), subsection("Surgery", text())),
            section("Recovery", text(), subsection("Surgery", text())),
            section("Surgery", text()),
        ]
    )
    assert anchors(article) == ["treatment", "surgery", "recovery", "surgery-2", "surgery-3"]


def test_duplicated_section_gets_new_anchors_at_every_depth():
    inner = subsection("Surgery", text(), anchor="surgery")
    article = make_article(body=[section("Treatment", inner, anchor="treatment", id="a")])
    copied = subsection("Surgery", text(), anchor="surgery")
    save_draft(
        article,
        section("Treatment", inner, anchor="treatment", id="a"),
        section("Treatment", copied, anchor="treatment", id="b"),
    ).publish()
    article = article_model().objects.get(pk=article.pk)
    assert anchors(article) == ["treatment", "surgery", "treatment-2", "surgery-2"]


def test_published_section_keeps_its_anchor_when_its_duplicate_stands_before_it():
    article = make_article(body=[section("Treatment", text(), id="a")])
    save_draft(
        article,
        section("Treatment", text(), anchor="treatment", id="copy"),
        section("Treatment", text(), anchor="treatment", id="a"),
    ).publish()
    found = {entry.key: entry.anchor for entry in article_model().objects.get(pk=article.pk).get_outline()}
    assert found == {"a": "treatment", "copy": "treatment-2"}


def test_new_heading_does_not_take_the_anchor_of_a_published_one():
    article = make_article(body=[section("Stages", text(), id="a")])
    save_draft(article, section("Stages", text(), id="new"), section("Stages", text(), id="a", anchor="stages"))
    found = {entry.key: entry.anchor for entry in latest_draft(article).get_outline()}
    assert found == {"a": "stages", "new": "stages-2"}


def test_own_anchor_wins_over_the_heading():
    article = make_article(body=[section("How far it has come", text(), anchor="Stages of cancer")])
    assert anchors(article) == ["stages-of-cancer"]


def test_heading_without_letters_and_landmark_names_get_usable_anchors():
    article = make_article(body=[section("???", text()), section("Main", text())])
    assert anchors(article) == ["section", "main-2"]


def test_an_unfinished_draft_freezes_no_anchor():
    """A heading that is still empty waits; it must not be "section" for ever."""
    article = make_article(body=[section("", text(), id="a")])
    assert anchors(article) == [""]
    article.body[0].value["heading"] = "Stages"
    article.save()
    assert anchors(article) == ["stages"]


def test_repeated_autosave_of_the_same_draft_changes_nothing():
    article = make_article(body=[section("Stages", text(), id="a"), section("Stages", text(), id="b")])
    first = save_draft(article, section("Stages", text(), id="a"), section("Stages", text(), id="b"))
    before = anchors(latest_draft(article))
    for _autosave in range(3):
        draft = latest_draft(article)
        draft.save_revision(overwrite_revision=first)
        assert anchors(latest_draft(article)) == before == ["stages", "stages-2"]
    assert article.revisions.count() == 1


def test_copied_page_keeps_its_anchors():
    article = make_article(body=[section("Stages", text())])
    copied = article.copy(update_attrs={"slug": "copied"})
    assert anchors(copied) == ["stages"]
