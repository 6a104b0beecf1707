"""What a frontend cache is told to drop when the comments that readers see change."""

import pytest
from django.apps import apps
from django.db.models.signals import post_delete, post_save
from django.utils.crypto import get_random_string

from tests.builders import make_article, make_comment, make_library
from tests.front_cache import dropped

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, purging
    from beatcancer_wagtail.comments.models import PageRule
    from tests.comments.sending import address


@pytest.fixture(autouse=True)
def connected(cache_in_front):
    purging.connect()
    yield
    for signal in purging.SHOWN_OR_GONE:
        signal.disconnect(dispatch_uid=purging.UID)
    for signal in (post_save, post_delete):
        signal.disconnect(sender=PageRule, dispatch_uid=purging.UID)


def both(article):
    return {f"http://localhost{article.url}", f"http://localhost{address(article)}"}


CHANGES = {
    "approve": lambda comment: actions.approve(comment),
    "reject": lambda comment: actions.reject(comment),
    "spam": lambda comment: actions.mark_spam(comment),
    "redact": lambda comment: actions.redact(comment, ["my name"]),
    "reply": lambda comment: actions.reply(comment, "Thank you."),
    "erase": lambda comment: actions.erase(comment),
}


@pytest.mark.parametrize("change", CHANGES)
def test_change_drops_the_article_and_the_comments(commit, change):
    article, other = make_article(), make_article()
    comment = make_comment(article, text="This is my name.", status="pending" if change == "approve" else "approved")
    with commit():
        CHANGES[change](comment)
    assert dropped == both(article)
    assert not dropped & both(other)


def send(article):
    return actions.submit(article, name="Wren", text="It helped me to ask.", form_key=get_random_string(22))


def test_comment_that_waits_drops_nothing(commit):
    with commit():
        send(make_article())
    assert not dropped


def test_comment_that_is_published_at_once_drops_its_page(commit, settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_MODERATED": False}
    article = make_article()
    with commit():
        send(article)
    assert dropped == both(article)


def test_page_that_nobody_sees_needs_no_dropping(commit):
    comment = make_comment(make_article(live=False), status="pending")
    with commit():
        actions.approve(comment)
    assert not dropped


def test_rolled_back_change_drops_nothing(django_capture_on_commit_callbacks):
    comment = make_comment(status="pending")
    with django_capture_on_commit_callbacks(execute=False):
        actions.approve(comment)
    assert not dropped


def test_a_rule_drops_the_page_and_all_below_it(commit):
    library = make_library()
    article, elsewhere = make_article(library), make_article()
    with commit():
        rule = PageRule.objects.create(page_id=library.pk, state="hidden")
    assert both(article) < dropped
    assert not both(elsewhere) & dropped
    dropped.clear()
    with commit():
        rule.delete()
    assert both(article) < dropped
