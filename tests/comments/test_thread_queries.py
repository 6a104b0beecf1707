"""Comments cost an article two statements, however many there are."""

import pytest
from django.apps import apps
from wagtail import hooks

from beatcancer_wagtail.extras import HOOK as EXTRA_HOOK
from beatcancer_wagtail.structured_data import HOOK as STRUCTURED_HOOK
from tests.builders import make_article, make_comment, make_library
from tests.reading import read
from tests.statements import statements_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, thread
    from beatcancer_wagtail.comments.models import Comment, PageRule
    from tests.comments.sending import address


def fill(article, number):
    start = Comment.objects.count()
    for place in range(start, start + number // 2):
        above = make_comment(article, text=f"Comment {place}.")
        Comment.objects.create(page=above.page, parent=above, name="Robin", text="A reply.", status="approved")


@pytest.mark.parametrize("seconds", [60, 0])
def test_article_costs_the_same_with_none_one_and_two_hundred(client, monkeypatch, settings, seconds):
    settings.BEATCANCER_WAGTAIL = {"CACHE_SECONDS": seconds}
    article = make_article(make_library())
    with monkeypatch.context() as patch:
        hooks.get_hooks(EXTRA_HOOK)
        patch.setitem(hooks._hooks, EXTRA_HOOK, [])
        patch.setitem(hooks._hooks, STRUCTURED_HOOK, [])
        without = statements_of(client, article.url)
    with_none = statements_of(client, article.url)
    make_comment(article)
    with_one = statements_of(client, article.url)
    fill(article, 200)
    assert len(read(client, article.url).select("#bc-comments .bc-comment")) == 39  # a page of them, with replies
    with_many = statements_of(client, article.url)
    assert len(with_none) == len(with_one) == len(with_many), f"{with_none}\n{with_many}"
    assert len(with_many) <= len(without) + 3, f"{without}\n{with_many}"
    if seconds:
        assert len(with_many) == len(without) + 2
        PageRule.objects.create(page_id=article.pk, state="closed")
        assert len(statements_of(client, article.url)) == len(with_many)


def test_their_own_page_costs_the_same_with_none_and_two_hundred(client):
    article = make_article()
    with_none = statements_of(client, address(article))
    fill(article, 200)
    with_many = statements_of(client, address(article))
    assert len(with_none) == len(with_many) == len(statements_of(client, address(article), page=3)), str(with_many)
    assert len(with_many) <= 10, str(with_many)


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_many_comments_are_sorted_as_few_are(monkeypatch, settings, order):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_PER_PAGE": 3}
    article = make_article()
    for number in range(8):
        status = "rejected" if number == 4 else "approved"
        above = make_comment(article, status=status, days_ago=20 - number % 5)
        for place in range(number % 3):
            make_comment(article, parent=above, days_ago=5 - place)
        make_comment(article, parent=above, status="pending")
        if number in (2, 3):
            Comment.objects.filter(pk=above.pk).update(erased_at=above.created_at, text="", name="")

    def read_all():
        threads = [thread.Thread(article, {"page": str(page), "order": order}) for page in (1, 2, 3, 9)]
        return [
            (
                [(shown.pk, [reply.pk for reply in shown.shown_replies]) for shown in each.comments],
                each.total,
                each.listed,
                each.number,
            )
            for each in threads
        ]

    few = read_all()
    monkeypatch.setattr(thread, "FEW", 2)
    assert read_all() == few
    assert few[0] == few[3]
    assert few[0][1:3] == (11, 7)


def test_remembered_comments_are_those_that_are_there(client, settings):
    settings.BEATCANCER_WAGTAIL = {"CACHE_BODIES": True}
    article = make_article()
    comment = make_comment(article, name="Wren", text="Call Anna on 0700 900.")

    def shown():
        return client.get(article.url).content.decode()

    assert shown() == shown()
    assert "0700 900" in shown()
    actions.redact(comment, ["0700 900"])
    assert "0700 900" not in shown()
    actions.reply(comment, "Thank you, Wren.")
    assert "Thank you, Wren." in shown()
    assert "Write a comment" in shown()
    PageRule.objects.create(page_id=article.pk, state="closed")
    assert "Write a comment" not in shown()
    actions.reject(comment)
    assert "Call Anna" not in shown()
