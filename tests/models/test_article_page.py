"""What readers and search engines get of an article."""

import datetime

import pytest
from django.test import override_settings

from tests.builders import (
    article_model,
    block,
    call_to_action,
    callout,
    faq,
    items,
    key_points,
    make_article,
    make_book,
    make_image,
    make_library,
    picture,
    quote,
    related,
    section,
    shelf,
    subsection,
    table,
    text,
)
from tests.reading import all_words, canonical, meta, read, words

pytestmark = pytest.mark.django_db


def test_title_summary_and_text_are_shown_once(client):
    article = make_article(
        title="What is staging?",
        summary="How far cancer has come.",
        body=[section("Four stages", text("<p>They are numbered.</p>"))],
    )
    page = read(client, article.url)
    assert all_words(page, "h1") == ["What is staging?"]
    assert words(page.title) == "What is staging?"
    assert words(page).count("How far cancer has come.") == 1
    assert all_words(page, "h2")[:2] == ["Four stages", "Was this page helpful?"]


has_search_fields = pytest.mark.skipif(
    not hasattr(article_model(), "seo_title"), reason="the base page of these settings has no fields for search engines"
)


@has_search_fields
def test_search_title_replaces_the_title_only_in_the_head(client):
    page = read(client, make_article(title="Staging", seo_title="Cancer staging explained").url)
    assert (words(page.title), words(page.h1)) == ("Cancer staging explained", "Staging")


def test_there_is_one_canonical_address_whatever_the_query(client):
    article = make_article(make_library())
    address = "http://localhost" + article.get_url_parts()[2]
    assert canonical(read(client, article.url)) == [address]
    assert canonical(read(client, article.url, utm_source="letter")) == [address]


def test_summary_describes_the_page_to_search_engines(client):
    assert meta(read(client, make_article(summary="In short.").url), "description") == ["In short."]


@has_search_fields
def test_own_description_is_not_doubled_by_the_summary(client):
    article = make_article(summary="In short.", search_description="For search engines.")
    assert meta(read(client, article.url), "description") == ["For search engines."]


def test_picture_has_alternative_text_caption_and_credit(client):
    article = make_article(
        hero_image=make_image(),
        hero_alt="Cells seen through a microscope",
        hero_caption="Healthy tissue.",
        hero_credit="Drawing: our team",
    )
    figure = read(client, article.url).select_one(".bc-article__hero")
    assert figure.img["alt"] == "Cells seen through a microscope"
    assert words(figure.figcaption) == "Healthy tissue. Drawing: our team"


def test_picture_without_words_is_decoration_without_caption(client):
    figure = read(client, make_article(hero_image=make_image()).url).select_one(".bc-article__hero")
    assert figure.img["alt"] == ""
    assert figure.figcaption is None


def test_article_survives_the_deletion_of_its_pictures(client):
    top, inside = make_image(), make_image()
    article = make_article(hero_image=top, body=[picture(inside, alt="Cells"), text("<p>Still here.</p>")])
    top.delete()
    inside.delete()
    page = read(client, article.url)
    assert page.select_one(".bc-article img") is None
    assert "Still here." in words(page.article)


def test_dates_are_shown_for_people_and_machines(client):
    article = make_article(
        published=datetime.datetime(2024, 3, 1, 9, tzinfo=datetime.timezone.utc),
        date_modified=datetime.date(2025, 6, 30),
    )
    header = read(client, article.url).select_one(".bc-article__header")
    assert [time["datetime"] for time in header.select("time")] == ["2024-03-01", "2025-06-30"]
    assert "Published March 1, 2024" in words(header)
    assert "Updated June 30, 2025" in words(header)


def test_publishing_again_does_not_change_the_date_of_the_last_change(client):
    article = make_article(date_modified=datetime.date(2025, 6, 30))
    article.title = "A corrected comma"
    article.save_revision().publish()
    assert article_model().objects.get(pk=article.pk).date_modified == datetime.date(2025, 6, 30)


def test_contents_list_appears_with_three_headings_and_can_be_switched_off(client):
    three = [section(heading, text()) for heading in ("One", "Two", "Three")]
    assert all_words(read(client, make_article(body=three).url), ".bc-contents__link") == ["One", "Two", "Three"]
    assert not read(client, make_article(body=three[:2]).url).select(".bc-contents")
    assert not read(client, make_article(body=three, show_contents=False).url).select(".bc-contents")


def test_tags_lead_into_the_library(client):
    library = make_library()
    article = make_article(library, tags=["Tests and scans", "Ärzte"])
    links = read(client, article.url).select(".bc-tags a")
    assert [words(link) for link in links] == ["Tests and scans", "Ärzte"]
    for link in links:
        assert words(read(client, link["href"]).select_one(".bc-results .bc-result__title")) == article.title


def test_tags_without_a_library_are_plain_words(client):
    tags = read(client, make_article(tags=["Stages"]).url).select_one(".bc-tags")
    assert words(tags) == "Stages"
    assert tags.a is None


def test_breadcrumb_leads_home_and_to_the_library(client):
    library = make_library(title="Library")
    article = make_article(library, title="Staging")
    crumbs = read(client, article.url).select(".bc-breadcrumb li")
    assert [words(crumb) for crumb in crumbs] == ["Home", "Library", "Staging"]
    assert [crumb.a["href"] for crumb in crumbs[:2]] == ["/", library.url]


def test_unpublished_library_above_is_not_linked(client):
    library = make_library()
    article = make_article(library, tags=["Stages"])
    library.unpublish()
    page = read(client, article.url)
    assert [link["href"] for link in page.select("a") if link["href"].startswith(library.url)] == []


EMPTY = {
    "section": {"heading": "", "anchor": "", "content": []},
    "section of empty text": {"heading": "", "anchor": "", "content": [block("text", "")]},
    "section of empty sub-sections": {
        "heading": "",
        "anchor": "",
        "content": [subsection("", subsection("", block("text", "")))],
    },
    "text": "",
    "key_points": {"heading": "", "anchor": "", "points": items(""), "encouragement": ""},
    "callout": {"kind": "", "heading": "", "text": ""},
    "quote": {"text": "", "attribution": ""},
    "image": {"image": None, "caption": "", "credit": ""},
    "image without a picture": {"image": {"image": None, "alt_text": "", "decorative": False}, "caption": "x"},
    "table": {"table": None, "row_headers": True},
    "table without rows": {"table": {"columns": [], "rows": [], "caption": ""}, "row_headers": False},
    "embed": {"url": "", "title": "", "caption": ""},
    "faq": {"heading": "", "anchor": "", "questions": items({"question": "", "answer": "", "anchor": ""})},
    "call_to_action": {"heading": "", "text": "", "button_text": "", "page": None, "url": "", "size": ""},
    "books": {"heading": "", "anchor": "", "introduction": "", "books": items(None)},
    "related": {"heading": "", "anchor": "", "pages": items(None), "count": None},
}


@pytest.mark.every_case
@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("is_nothing", [False, True], ids=["empty", "no values at all"])
def test_half_filled_block_is_shown_in_preview_and_on_the_page(client, rf, name, is_nothing):
    kind = name.split(" ")[0]
    value = {} if is_nothing and isinstance(EMPTY[name], dict) else EMPTY[name]
    article = make_article(title="Being written", body=[block(kind, value), text("<p>And this.</p>")])
    page = read(client, article.url)
    assert "And this." in words(page.article)
    assert all(words(heading) for heading in page.select("h1, h2, h3, h4, h5, h6"))
    ids = [part["id"] for part in page.select("[id]")]
    assert all(ids)
    assert len(ids) == len(set(ids))

    preview = article.get_latest_revision_as_object().make_preview_request()
    assert preview.status_code == 200
    assert b"And this." in preview.content


def test_blocks_without_content_of_a_type_that_is_gone_are_left_out(client):
    article = make_article(body=[block("gone", "x"), text("<p>Still here.</p>")])
    assert "Still here." in words(read(client, article.url).article)


HOSTILE = "</script><img src=x onerror=alert(1)>\"'&\u202e\U0001f600"


def test_hostile_text_is_shown_as_text_everywhere(client):
    library = make_library(title=HOSTILE, introduction=HOSTILE)
    image = make_image(title=HOSTILE)
    article = make_article(
        library,
        title=HOSTILE,
        slug="hostile",
        summary=HOSTILE,
        tags=[HOSTILE],
        hero_image=image,
        hero_alt=HOSTILE,
        hero_caption=HOSTILE,
        hero_credit=HOSTILE,
        body=[
            section(HOSTILE, text(), subsection(HOSTILE, text())),
            section(HOSTILE, callout(HOSTILE), quote(HOSTILE, HOSTILE)),
            section(HOSTILE, picture(image, alt=HOSTILE, caption=HOSTILE, credit=HOSTILE)),
            faq((HOSTILE, "<p>x</p>"), heading=HOSTILE),
            key_points(HOSTILE, heading=HOSTILE, encouragement=HOSTILE),
            call_to_action(HOSTILE, words=HOSTILE, button_text=HOSTILE, url="/x/"),
            table([HOSTILE], [HOSTILE], caption=HOSTILE),
        ],
    )
    make_article(library, title=HOSTILE, slug="b", summary=HOSTILE, body=[related(article, heading=HOSTILE)])
    for url in (article.url, library.url, library.url + "b/"):
        page = read(client, url)
        assert words(page.h1) == " ".join(HOSTILE.split())
        assert not [tag for tag in page.select("*") if any(name.startswith("on") for name in tag.attrs)]
        assert not page.select('img[src="x"]')


def test_site_may_extend_another_template_and_element(client, settings):
    settings.BEATCANCER_WAGTAIL = {"CONTENT_ELEMENT": "div"}
    article = make_article()
    page = read(client, article.url)
    assert page.select_one("main") is None
    assert page.select_one("div.bc-page > article")


def test_copy_of_an_article_has_its_text_tags_and_picture():
    library = make_library()
    image = make_image()
    article = make_article(
        library, tags=["Stages"], hero_image=image, hero_alt="Cells", body=[section("Stages", text("<p>Four.</p>"))]
    )
    copied = article_model().objects.get(pk=article.copy(update_attrs={"slug": "copied"}).pk)
    assert copied.hero_image == image
    assert [tag.name for tag in copied.tag_labels] == ["Stages"]
    assert copied.body.render_as_block() == article.body.render_as_block()
    copied.tags.add("Only here")
    copied.save()
    assert [tag.name for tag in article_model().objects.get(pk=article.pk).tag_labels] == ["Stages"]


@override_settings(BEATCANCER_WAGTAIL={"STYLESHEET": ""})
def test_site_may_leave_out_the_stylesheet(client):
    assert "library.css" not in str(read(client, make_article().url))


def test_draft_and_unpublished_articles_are_not_served(client):
    library = make_library()
    draft = make_article(library, live=False, slug="draft")
    unpublished = make_article(library, slug="unpublished")
    unpublished.unpublish()
    assert [client.get(library.url + page.slug + "/").status_code for page in (draft, unpublished)] == [404, 404]


def test_article_below_an_article_is_served(client):
    library = make_library()
    above = make_article(library, title="Above")
    below = make_article(above, title="Below")
    assert words(read(client, below.url).h1) == "Below"


def test_shelf_leaves_out_books_that_are_not_published(client):
    shown, draft, deleted = make_book(title="Shown"), make_book(title="Draft", live=False), make_book(title="Deleted")
    article = make_article(body=[shelf(shown, draft, deleted)])
    deleted.delete()
    titles = all_words(read(client, article.url), ".bc-book__title")
    assert titles == ["Shown"]
