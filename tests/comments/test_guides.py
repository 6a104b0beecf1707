"""The code of the guides to comments, run as a site would run it."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]


@pytest.fixture
def pager(monkeypatch):
    """The clinic's receiver, connected for one test."""
    from beatcancer_wagtail.comments.signals import comment_submitted
    from tests.clinic import pager

    monkeypatch.setattr(comment_submitted, "receivers", list(comment_submitted.receivers))
    comment_submitted.sender_receivers_cache.clear()
    from tests.clinic import on_duty

    importlib.reload(on_duty)  # a first import has connected it for some other test only
    pager.SENT.clear()
    yield pager.SENT
    comment_submitted.sender_receivers_cache.clear()


def submit(text, form_key):
    from beatcancer_wagtail.comments import actions
    from tests.builders import make_article

    return actions.submit(make_article(), name="Wren", text=text, form_key=form_key)


def test_a_telephone_rings_for_somebody_at_risk_and_for_nobody_else(pager, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        submit("Thank you for the drawing of the scan.", "a")
        comment = submit("I want to end my life.", "b")
    assert set(pager) == {f"Comment {comment.pk} may come from somebody at risk."}


def test_words_of_the_site_raise_a_flag(settings):
    from beatcancer_wagtail.comments.risk import risk_reasons

    assert risk_reasons("I see no way on from here.") == []
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["see no way on", "nobody would notice"]}}
    assert risk_reasons("I see no way on from here.") == ["see no way on"]


def test_a_page_class_of_the_guide_takes_comments():
    from beatcancer_wagtail.comments.rules import takes_comments
    from tests.clinic.ward_page import CommentedPage

    assert takes_comments(CommentedPage())


def test_the_permission_of_the_guide_is_in_the_group_form():
    assert Permission.objects.get(codename="moderate_comment").name == "Can moderate comments"
