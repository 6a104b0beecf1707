"""Rich text, and the links in it."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.models import Locale

from beatcancer_wagtail.blocks.walk import expand_rich_text
from tests.blocks.rendering import BODY, render
from tests.builders import make_article, make_plain_page, section, text
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def link_to(page, label="More"):
    return f'<p><a linktype="page" id="{page.pk}">{label}</a></p>'


def words_of(child):
    return words(BeautifulSoup(str(child.render()), "html.parser"))


def test_links_lead_to_where_a_page_is_now(client, django_capture_on_commit_callbacks):
    target = make_article(title="Scans")
    article = make_article(body=[text(link_to(target)), section("A", text(link_to(target)))])
    assert {link["href"] for link in read(client, article.url).select(".bc-text a")} == {target.url}

    target.slug = "scans-and-tests"
    with django_capture_on_commit_callbacks(execute=True):
        target.save_revision().publish()
    moved = {link["href"] for link in read(client, article.url).select(".bc-text a")}
    assert moved == {"/scans-and-tests/"}


def test_a_link_to_a_page_that_is_gone_keeps_its_words(client):
    target = make_plain_page()
    article = make_article(body=[text(link_to(target, "Read about scans"))])
    target.delete()
    link = read(client, article.url).select_one(".bc-text a")

    assert words(link) == "Read about scans"
    assert not link.has_attr("href")


def test_links_follow_the_language_of_the_reader(settings):
    """Wagtail leads to the translation; what is remembered for one language must not serve another."""
    settings.WAGTAIL_I18N_ENABLED = True
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "French")]
    target = make_article(title="Scans")
    french = target.copy_for_translation(Locale.objects.create(language_code="fr"), copy_parents=True)
    french.slug = "examens"
    french.save_revision().publish()
    stored = [{"type": "text", "value": link_to(target), "id": "1"}]

    def href(language):
        with translation.override(language):
            body = BODY.to_python(stored)
            expand_rich_text(body)
            return str(body[0].render()).split('href="')[1].split('"')[0]

    assert href("en").endswith("/scans/") or href("en").endswith(f"/{target.slug}/")
    assert href("fr").endswith("/examens/")
    assert href("en") != href("fr")


@pytest.mark.parametrize("count", [1, 20])
def test_any_number_of_links_takes_two_statements(count, django_assert_max_num_queries):
    targets = [make_article() for _ in range(count)]
    body = BODY.to_python([text(link_to(target)) for target in targets])

    with django_assert_max_num_queries(3):
        expand_rich_text(body)
        html = [str(child.render()) for child in body]
    assert all(target.url in shown for target, shown in zip(targets, html, strict=True))


def test_texts_do_not_run_into_each_other():
    body = BODY.to_python([text("<p>One</p>\n"), text(""), text("\n<p>Two</p>"), text("<p>Three</p>")])
    expand_rich_text(body)

    assert [words_of(child) for child in body] == ["One", "", "Two", "Three"]


def test_a_text_that_holds_our_own_mark_is_still_shown_whole():
    stored = [text("<p>One</p>"), text("<p>a</p>\n<!--bc:break-->\n<p>b</p>")]
    body = BODY.to_python(stored)
    expand_rich_text(body)

    assert [words_of(child) for child in body] == ["One", "a b"]


def test_nothing_of_a_sentence_is_lost_or_moved():
    html = "<p>Take 2.5 mg, <b>not</b> 25 mg &amp; call 112 if you can&#x27;t breathe &lt;5 minutes.</p>"

    assert html in render(text(html))
