"""What we hold about one person is found by the e-mail address, though the address itself is gone."""

import json

import pytest
from django.apps import apps

from tests.builders import make_article, make_comment

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments.models import Comment
    from beatcancer_wagtail.comments.personal import comments_of, email_key, export_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

ADDRESS = "wren@example.org"


def by(address, **fields):
    """A comment whose address is gone, as after its mail."""
    return make_comment(**{"email_key": email_key(address), **fields})


def test_the_key_tells_nothing_of_the_address():
    assert "wren" not in email_key(ADDRESS)
    assert len(email_key(ADDRESS)) == 64


def test_capitals_and_blanks_make_no_difference():
    assert email_key("  Wren@Example.ORG ") == email_key(ADDRESS)


def test_another_address_and_another_site_have_another_key(settings):
    key = email_key(ADDRESS)
    assert email_key("wren@example.com") != key
    settings.SECRET_KEY = "another"
    assert email_key(ADDRESS) != key


def test_all_comments_of_one_person_and_of_nobody_else():
    page = make_article()
    own = [by(ADDRESS, page=page), by(ADDRESS, page=page, status="rejected"), by(ADDRESS, status="spam")]
    by("robin@example.org", page=page)
    make_comment(page)
    assert {comment.pk for comment in comments_of("Wren@example.org")} == {comment.pk for comment in own}


@pytest.mark.parametrize("address", ["", "  "])
def test_no_address_finds_nobody_though_many_wrote_without_one(address):
    make_comment()
    assert not comments_of(address).exists()


def test_comments_are_still_found_after_the_secret_was_changed(settings):
    comment = by(ADDRESS)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert list(comments_of(ADDRESS)) == [comment]


def test_the_export_holds_what_the_person_wrote_and_agreed_to():
    page = make_article(title="Staging")
    by(ADDRESS, page=page, name="Wren", text="It helped.", consent_text="You may keep it.", consent_version=3)
    by("robin@example.org", page=page, text="Not mine.")
    (comment,) = export_of(ADDRESS)["comments"]
    assert comment["text"] == "It helped."
    assert comment["name"] == "Wren"
    assert (comment["consent_text"], comment["consent_version"]) == ("You may keep it.", 3)
    assert comment["page"] == "Staging"
    assert comment["page_url"] == page.full_url
    assert comment["status"] == "approved"


def test_the_export_says_what_we_noted_about_the_person():
    comment = by(ADDRESS, status="rejected", at_risk=True, email=ADDRESS)
    Comment.objects.filter(pk=comment.pk).update(reason="contact", risk_reason="no way out")
    (exported,) = export_of(ADDRESS)["comments"]
    assert exported["reason"] == "Holds a telephone number, an address or an e-mail address"
    assert (exported["is_at_risk"], exported["risk_reason"]) == (True, "no way out")
    assert exported["email"] == ADDRESS


def test_nothing_that_is_stored_of_a_person_is_missing_from_the_export():
    """Whoever adds a column decides whether it belongs to the person."""
    of_ours = {"decided_by", "is_staff", "erased_at", "email_key", "form_key", "sender", "text_key"}
    named = {"page", "reply_to", "sent_at", "page_url", "erase_on"}
    by(ADDRESS)
    (exported,) = export_of(ADDRESS)["comments"]
    columns = {field.name for field in Comment._meta.concrete_fields} - of_ours - {"page", "parent", "created_at"}
    assert columns == set(exported) - named


def test_the_export_is_json():
    by(ADDRESS, text="“Ça va” – ähm, نعم")
    assert "نعم" in json.dumps(export_of(ADDRESS), ensure_ascii=False)
