"""What search engines are told of comments: what readers see, and nothing else."""

import json

import pytest
from django.apps import apps

from tests.builders import make_article, make_comment, make_library, restrict
from tests.reading import read
from tests.schema_org import nodes_of, violations

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions
    from beatcancer_wagtail.comments.models import PageRule

HOSTILE = "</script><script>alert(1)</script>\"'&\u2028\u202e"


@pytest.fixture
def article():
    return make_article(title="Staging")


def graph_at(client, url):
    (script,) = read(client, url).select('script[type="application/ld+json"]')
    return json.loads(script.string)


def article_in(graph):
    (node,) = nodes_of(graph, "Article")
    return node


def test_article_tells_its_comments(client, article):
    above = make_comment(article, name="Wren", text="It helped.", days_ago=2)
    make_comment(article, name="Robin", text="Me too.", parent=above, days_ago=1)
    actions.reply(above, "Thank you both.")
    graph = graph_at(client, article.url)
    assert violations(graph) == []
    node = article_in(graph)
    assert node["commentCount"] == 3
    (comment,) = node["comment"]
    assert (comment["text"], comment["author"]) == ("It helped.", {"@type": "Person", "name": "Wren"})
    assert comment["@id"] == f"http://localhost{article.url}#comment-{above.pk}"
    assert [reply["text"] for reply in comment["comment"]] == ["Me too.", "Thank you both."]
    assert comment["comment"][1]["author"] == {"@type": "Organization", "name": "Our team"}


def test_addresses_lead_to_the_comments_on_the_page(client, article):
    above = make_comment(article)
    make_comment(article, parent=above)
    page = read(client, article.url)
    for node in nodes_of(graph_at(client, article.url), "Comment"):
        assert page.select_one(f"#{node['@id'].partition('#')[2]}")


def test_new_comment_is_told_at_once(client, article):
    make_library()
    assert article_in(graph_at(client, article.url))["commentCount"] == 0
    waiting = make_comment(article, status="pending")
    assert "comment" not in article_in(graph_at(client, article.url))
    actions.approve(waiting)
    assert article_in(graph_at(client, article.url))["commentCount"] == 1


def test_nothing_is_told_that_readers_do_not_see(client, article):
    shown = make_comment(article, text="Shown.", email="wren@example.org")
    for status in ("pending", "rejected", "spam"):
        make_comment(article, status=status)
        make_comment(article, status=status, parent=shown)
    graph = graph_at(client, article.url)
    assert [node["text"] for node in nodes_of(graph, "Comment")] == ["Shown."]
    assert "wren@example.org" not in json.dumps(graph)
    PageRule.objects.create(page_id=article.pk, state="hidden")
    graph = graph_at(client, article.url)
    assert not nodes_of(graph, "Comment")
    assert "commentCount" not in article_in(graph)


def test_private_page_tells_none(client, article, admin_client):
    make_comment(article)
    restrict(article, "login")
    assert not nodes_of(graph_at(admin_client, article.url), "Comment")


def test_erased_comment_is_not_told(client, article):
    above = make_comment(article, text="Forget me.")
    make_comment(article, parent=above)
    actions.erase(above)
    graph = graph_at(client, article.url)
    assert "Forget me." not in json.dumps(graph)
    assert violations(graph) == []


def test_hostile_words_stay_within_the_graph(client, article):
    make_comment(article, text=HOSTILE, name=HOSTILE[:60])
    graph = graph_at(client, article.url)
    assert violations(graph) == []
    (node,) = nodes_of(graph, "Comment")
    assert (node["text"], node["author"]["name"]) == (HOSTILE, HOSTILE[:60])


def test_library_tells_none(client):
    library = make_library()
    make_comment(make_article(library))
    assert not nodes_of(graph_at(client, library.url), "Comment")
