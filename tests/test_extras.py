"""What other apps and sites show below an article."""

import pytest
from django.utils.html import format_html
from laces.components import Component
from wagtail import hooks

from beatcancer_wagtail.extras import HOOK, article_extras
from tests.builders import make_article, make_library
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db


class Note(Component):
    def __init__(self, text):
        self.text = text

    def render_html(self, parent_context=None):
        return format_html("<p>{} on {}</p>", self.text, parent_context["page"].title)


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch):
    """What the apps of these settings offer would stand among it."""
    article_extras(None, None)  # so that Wagtail has looked for hooks
    monkeypatch.setitem(hooks._hooks, HOOK, [])


def extras(client, page):
    return all_words(read(client, page.url), ".bc-extra")


def test_article_without_extras_has_no_place_for_them(client):
    assert extras(client, make_article()) == []


def test_extras_stand_in_the_order_of_their_hooks(client):
    with (
        hooks.register_temporarily(HOOK, lambda page, request: Note("Second"), order=2),
        hooks.register_temporarily(HOOK, lambda page, request: Note("First"), order=1),
    ):
        assert extras(client, make_article(title="Scans")) == ["First on Scans", "Second on Scans"]


def test_hook_may_stay_out(client):
    def only_for_scans(page, request):
        return Note("More") if page.title == "Scans" else None

    with hooks.register_temporarily(HOOK, only_for_scans):
        assert extras(client, make_article(title="Scans")) == ["More on Scans"]
        assert extras(client, make_article(title="Other")) == []


def test_hook_gets_page_and_request(client):
    seen = []
    with hooks.register_temporarily(HOOK, lambda page, request: seen.append((page, request)) or Note("x")):
        article = make_article()
        client.get(article.url, {"from": "here"})
    ((page, request),) = seen
    assert page == article
    assert request.GET["from"] == "here"


def test_what_an_extra_says_is_shown_as_text(client):
    with hooks.register_temporarily(HOOK, lambda page, request: Note("<script>")):
        assert extras(client, make_article(title="Scans")) == ["<script> on Scans"]


def test_extras_are_for_articles_only(client):
    with hooks.register_temporarily(HOOK, lambda page, request: Note("Here")):
        assert "Here" not in words(read(client, make_library().url))


def test_extras_may_be_asked_for_without_a_request():
    with hooks.register_temporarily(HOOK, lambda page, request: Note("Here")):
        assert len(article_extras(make_article(), None)) == 1
