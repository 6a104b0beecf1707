"""Two hundred people at the same moment: none lost, none doubled."""

from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.db import connection, connections

from tests.builders import make_article, make_comment

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions
    from beatcancer_wagtail.comments.models import Comment

THREADS = 20


def all_together(do):
    """Run ``do(number)`` in every thread from the same moment on; what went wrong is raised."""
    together, failed = Barrier(THREADS), []

    def run(number):
        together.wait()
        try:
            do(number)
        except Exception as error:  # noqa: BLE001 - raised below
            failed.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[number]) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def test_two_hundred_who_each_click_twice_are_two_hundred_comments():
    article = make_article()

    def write(number):
        for writer in range(10):
            for _click in range(2):
                words = f"I am number {number} of {writer}, and this is what helped me."
                key, sender = f"{number}-{writer}", f"{number:032d}{writer:032d}"
                actions.submit(article, name="Wren", text=words, form_key=key, sender=sender)

    all_together(write)
    assert Comment.objects.count() == 200
    assert Comment.objects.values("text").distinct().count() == 200


def test_the_same_form_from_everywhere_at_once_is_one_comment():
    article = make_article()

    def write(number):
        actions.submit(article, name="Wren", text="Asking again was fine, nobody minded.", form_key="one", sender=None)

    all_together(write)
    assert Comment.objects.count() == 1


def test_twenty_moderators_decide_once():
    comment, new = make_comment(status="pending"), []

    def decide(number):
        if actions.approve(Comment.objects.get(pk=comment.pk)):
            new.append(number)

    all_together(decide)
    assert len(new) == 1
