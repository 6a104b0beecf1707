"""Articles in the editor."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.admin.forms import create_url, edit_url, field_errors, page_form, send, stream_data
from tests.builders import (
    article_model,
    block,
    home_page,
    listing_model,
    make_article,
    make_editor,
    make_library,
    make_plain_page,
    make_superuser,
    section,
    text,
)
from tests.reading import read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_superuser())
    return client


def body_data(*blocks):
    field = article_model()._meta.get_field("body")
    return stream_data("body", field.stream_block, field.to_python(list(blocks)))


def new_article_form(client, parent, **values):
    data = page_form(client, create_url(article_model(), parent))
    data.update({"title": "What is staging?", "slug": "staging", "tags": "", **values})
    return data


def test_article_without_summary_is_refused_at_the_summary(editor):
    library = make_library()
    form = new_article_form(editor, library, summary="")
    answer = send(editor, create_url(article_model(), library), form, "publish")
    assert answer.status_code == 200
    assert field_errors(answer, "summary") == ["This field is required."]
    assert not article_model().objects.exists()


def test_draft_without_summary_is_saved_and_refused_when_published(editor):
    library = make_library()
    answer = send(editor, create_url(article_model(), library), new_article_form(editor, library, summary=""))
    assert answer.status_code == 302
    draft = article_model().objects.get()
    assert (draft.live, draft.title) == (False, "What is staging?")

    answer = send(editor, edit_url(draft), page_form(editor, edit_url(draft)), "publish")
    assert field_errors(answer, "summary") == ["This field is required."]
    draft.refresh_from_db()
    assert not draft.live


def test_article_is_written_published_and_read(editor, client):
    library = make_library()
    form = new_article_form(editor, library, summary="How far it has come.", tags='"Stages", "Tests and scans"')
    form.update(body_data(section("The four stages", text("<p>They are numbered.</p>"))))
    answer = send(editor, create_url(article_model(), library), form, "publish")
    assert answer.status_code == 302

    article = article_model().objects.get()
    client.logout()
    page = read(client, article.url)
    assert words(page.h1) == "What is staging?"
    assert words(page.select_one("#the-four-stages")) == "The four stages"
    assert "They are numbered." in words(page.article)
    assert [tag.name for tag in article.tag_labels] == ["Stages", "Tests and scans"]


def test_body_with_empty_blocks_is_kept_as_a_draft_and_refused_when_published(editor):
    library = make_library()
    form = new_article_form(editor, library, summary="How far it has come.")
    form.update(body_data(section("", block("text", ""))))
    assert send(editor, create_url(article_model(), library), form).status_code == 302
    draft = article_model().objects.get()

    form = page_form(editor, edit_url(draft))
    form.update(body_data(section("", block("text", ""))))
    answer = send(editor, edit_url(draft), form, "publish")
    assert answer.status_code == 200
    assert "body" in answer.context["form"].errors
    draft.refresh_from_db()
    assert not draft.live


def test_date_in_the_future_is_refused_as_last_change(editor):
    article = make_article()
    form = page_form(editor, edit_url(article))
    form["date_modified"] = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    answer = send(editor, edit_url(article), form, "publish")
    assert field_errors(answer, "date_modified") == ["Date cannot be in the future."]

    form["date_modified"] = timezone.localdate().isoformat()
    assert send(editor, edit_url(article), form, "publish").status_code == 302


@pytest.mark.parametrize("minutes", ["0", "-1", "601", "many"])
def test_reading_time_out_of_range_is_refused(editor, minutes):
    article = make_article()
    form = page_form(editor, edit_url(article))
    form["reading_minutes_override"] = minutes
    answer = send(editor, edit_url(article), form, "publish")
    assert len(field_errors(answer, "reading_minutes_override")) == 1


def test_own_reading_time_survives_publishing_again(editor):
    article = make_article()
    form = page_form(editor, edit_url(article))
    form["reading_minutes_override"] = "42"
    send(editor, edit_url(article), form, "publish")
    send(editor, edit_url(article), page_form(editor, edit_url(article)), "publish")
    article.refresh_from_db()
    assert (article.reading_minutes, article.computed_reading_minutes) == (42, 1)


def test_form_that_repeats_a_link_name_makes_two(editor):
    article = make_article(body=[section("Stages", text(), anchor="stages", id="one")])
    form = page_form(editor, edit_url(article))
    form.update(body_data(section("Stages", text(), anchor="stages"), section("Stages", text(), anchor="stages")))
    assert send(editor, edit_url(article), form, "publish").status_code == 302
    article = article_model().objects.get(pk=article.pk)
    assert [entry.anchor for entry in article.get_outline()] == ["stages", "stages-2"]


def test_preview_of_an_article_that_was_never_saved(editor):
    library = make_library()
    form = new_article_form(editor, library, title="Not saved", summary="", tags="Stages")
    form.update(body_data(section("", block("text", ""))))
    url = create_url(article_model(), library) + "preview/"
    answer = editor.post(url, form.dict())
    assert answer.json()["is_valid"], answer.json()
    page = read(editor, url, mode="")
    assert words(page.h1) == "Not saved"
    assert words(page.select_one(".bc-tags")) == "Stages"


def test_preview_shows_the_draft_and_not_what_is_published(editor):
    article = make_article(title="Published")
    form = page_form(editor, edit_url(article))
    form["title"] = "Being written"
    url = edit_url(article) + "preview/"
    assert editor.post(url, form.dict()).json()["is_valid"]
    assert words(read(editor, url, mode="").h1) == "Being written"


def test_editor_without_permission_neither_creates_nor_edits(client):
    library, article = make_library(), make_article()
    client.force_login(make_editor())
    assert client.get(create_url(article_model(), library)).status_code == 302
    assert client.get(edit_url(article)).status_code == 302
    answer = client.post(edit_url(article), {"title": "Changed", "action-publish": "1"})
    assert answer.status_code == 302
    article.refresh_from_db()
    assert article.title != "Changed"


def test_stranger_is_sent_to_the_login(client):
    article = make_article()
    answer = client.get(edit_url(article))
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


def test_library_form_offers_what_it_lists_and_refuses_what_makes_no_sense(editor):
    library = make_library()
    form = page_form(editor, edit_url(library))
    form["page_size"] = "0"
    form["scope"] = "everything"
    answer = send(editor, edit_url(library), form, "publish")
    assert len(field_errors(answer, "page_size")) == 1
    assert len(field_errors(answer, "scope")) == 1


def test_library_form_refuses_featured_pages_that_it_does_not_list(editor):
    library = make_library()
    listed, elsewhere, plain = make_article(library), make_article(title="Elsewhere"), make_plain_page(library)
    below = make_article(listed, title="Below")
    for page, scope, is_refused in (
        (listed, "children", False),
        (elsewhere, "children", True),
        (plain, "children", True),
        (below, "children", True),
        (below, "descendants", False),
    ):
        form = page_form(editor, edit_url(library))
        field = library._meta.get_field("featured")
        chosen = field.to_python([block("resource", page.pk)])
        form.update(stream_data("featured", field.stream_block, chosen))
        form["scope"] = scope
        answer = send(editor, edit_url(library), form, "publish")
        message = f"Not below this page, or no article: {page.title}. Choose pages that this library lists."
        assert (message in answer.content.decode()) == is_refused, (page, scope)
        assert answer.status_code == (200 if is_refused else 302)


@pytest.mark.parametrize("model", [article_model(), listing_model()])
def test_our_pages_are_offered_below_the_home_page(editor, model):
    page = read(editor, reverse("wagtailadmin_pages:add_subpage", args=[home_page().pk]))
    assert page.select_one(f'a[href^="{create_url(model, home_page())}"]')
