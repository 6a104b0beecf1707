"""A site with its own base page, image, user and article, on which the package stands."""

import pytest
from django.contrib.auth import get_user_model
from django.core.checks import run_checks
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Revision

from beatcancer_wagtail.models import ArticlePage, BookSnippet
from beatcancer_wagtail.resources import base_page_model, resource_models
from tests.admin.forms import create_url, page_form, send, stream_data
from tests.builders import (
    article_model,
    faq,
    home_page,
    listing_model,
    make_article,
    make_book,
    make_image,
    make_library,
    make_superuser,
    picture,
    related,
    section,
    shelf,
    text,
)
from tests.custom_base.models import BasePage, CreditedImage
from tests.custom_site.models import SiteArticlePage
from tests.custom_user.models import Editor
from tests.reading import all_words, featured, latest, listed, read, tag_counts, words

pytestmark = pytest.mark.django_db


def test_every_model_is_the_sites_own():
    assert base_page_model() is BasePage
    assert article_model() is SiteArticlePage
    assert resource_models() == (SiteArticlePage,)
    assert get_image_model() is CreditedImage
    assert get_user_model() is Editor
    assert issubclass(listing_model(), BasePage)
    assert run_checks() == []


def test_article_that_was_put_in_place_of_ours_is_the_only_one_offered(client):
    assert not ArticlePage.is_creatable
    assert ArticlePage not in home_page().specific_class.creatable_subpage_models()
    client.force_login(make_superuser())
    page = read(client, reverse("wagtailadmin_pages:add_subpage", args=[home_page().pk]))
    links = [link["href"] for link in page.select("a")]
    assert any(create_url(SiteArticlePage, home_page()) in link for link in links)
    assert not any("beatcancer_wagtail/articlepage" in link for link in links)
    assert client.get(create_url(ArticlePage, home_page())).status_code in (302, 403, 404)


def test_article_is_written_in_the_editor_and_read_in_the_library(client):
    client.force_login(make_superuser())
    library = make_library()
    url = create_url(SiteArticlePage, library)
    form = page_form(client, url)
    form.update({"title": "Scans", "slug": "scans", "summary": "What they see.", "tags": "Pictures"})
    body = SiteArticlePage._meta.get_field("body")
    form.update(stream_data("body", body.stream_block, body.to_python([section("Kinds", text("<p>Many.</p>"))])))
    assert send(client, url, form, "publish").status_code == 302
    article = SiteArticlePage.objects.get()
    assert Revision.objects.get().user.team == ""

    client.logout()
    page = read(client, library.url)
    assert listed(page) == ["Scans"]
    assert tag_counts(page) == {"Pictures": 1}
    page = read(client, article.url)
    assert words(page.h1) == "Scans"
    assert words(page.select_one("#kinds")) == "Kinds"
    assert words(page.select_one(".bc-tags")) == "Pictures"


def test_everything_on_a_page_works_with_the_sites_images(client):
    library = make_library()
    other = make_article(library, title="Other", tags=["A"], hero_image=make_image(credit="Somebody"))
    article = make_article(
        library,
        title="Everything",
        tags=["A"],
        hero_image=make_image(),
        body=[
            section("One", picture(make_image(), alt="Cells")),
            faq(("Why?", "<p>So.</p>")),
            shelf(make_book(cover=make_image())),
            related(),
        ],
    )
    library.featured = [{"type": "resource", "value": other.pk}]
    library.save()
    page = read(client, article.url)
    assert len(page.select(".bc-article img")) == 3
    assert all_words(page, ".bc-related__link") == ["Other"]
    assert latest(page) == ["Other"]
    page = read(client, library.url)
    assert (featured(page), listed(page)) == (["Other"], ["Everything"])
    assert page.select_one(".bc-featured img")


def test_books_are_edited_by_the_sites_users(client):
    client.force_login(make_superuser())
    book = make_book(cover=make_image())
    for name in ("list", "edit", "history", "usage"):
        arguments = [] if name == "list" else [book.pk]
        url = reverse(BookSnippet.snippet_viewset.get_url_name(name), args=arguments)
        assert client.get(url).status_code == 200
