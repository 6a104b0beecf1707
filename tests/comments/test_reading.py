"""What readers see of comments: below an article, and at their own address."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth import get_user_model
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import timezone

from tests.builders import (
    PASSWORD,
    default_site,
    home_page,
    make_article,
    make_comment,
    make_library,
    make_plain_page,
    make_superuser,
    restrict,
)
from tests.reading import all_words, read, words

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions, rules
    from beatcancer_wagtail.comments.models import Comment, CommentSettings, PageRule
    from beatcancer_wagtail.comments.states import statuses
    from tests.comments.sending import PART, address

HOSTILE = (
    "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{ 7|add:7 }}{% now 'Y' %}\u202e"
)


@pytest.fixture
def article():
    return make_article(title="Staging")


@pytest.fixture
def library(settings):
    def change(**values):
        settings.BEATCANCER_WAGTAIL = {**getattr(settings, "BEATCANCER_WAGTAIL", {}), **values}

    return change


def texts(page):
    """The comments that a page shows, from the top, replies included."""
    return all_words(page, "#bc-comments .bc-comment__text")


def rule(page, **fields):
    return PageRule.objects.create(page_id=page.pk, **fields)


def say(**fields):
    return CommentSettings.objects.create(site=default_site(), **fields)


# Below the article


def test_article_shows_its_comments_and_where_to_write(client, article):
    make_comment(article, text="It helped to write it down.", name="Wren")
    page = read(client, article.url)
    assert texts(page) == ["It helped to write it down."]
    assert "Wren" in words(page.select_one(".bc-comment"))
    assert page.select_one('#bc-comments a[data-bc-comments="open"]')["href"].startswith(address(article))
    assert not page.select("#bc-comments form")


def test_count_is_of_comments_and_replies_that_can_be_read(client, article):
    above = make_comment(article)
    make_comment(article, parent=above)
    make_comment(article, status="pending")
    make_comment(article, status="pending", parent=above)
    make_comment(article, name="", text="x", erased_at=timezone.now())
    make_comment(make_article())
    assert words(read(client, article.url).select_one("#bc-comments h2")) == "Comments 2"


@pytest.mark.parametrize("status", ["pending", "rejected", "spam"])
def test_only_approved_comments_are_shown(client, article, status):
    hidden = make_comment(article, status=status, text="Not for readers.", name="Nobody")
    make_comment(article, parent=hidden, text="A reply to it.")
    above = make_comment(article, text="Shown.")
    make_comment(article, parent=above, status=status, text="Not this reply.")
    for url in (article.url, address(article)):
        assert texts(read(client, url)) == ["Shown."]
        assert "Nobody" not in str(read(client, url))
    assert status in dict(statuses())


def test_replies_stand_below_what_they_reply_to_and_those_of_the_team_are_marked(client, article):
    say(team_name="The nurses of our line")
    first = make_comment(article, text="First.", days_ago=3)
    make_comment(article, text="Second.", days_ago=2)
    make_comment(article, text="A reply.", parent=first, days_ago=1)
    actions.reply(first, "From us.")
    page = read(client, article.url)
    assert texts(page) == ["First.", "A reply.", "From us.", "Second."]
    (ours,) = [comment for comment in page.select(".bc-comment") if "Reply from our team" in words(comment)]
    assert "The nurses of our line" in words(ours)
    assert "From us." in words(ours)


def test_erased_comment_keeps_its_place_for_its_replies_only(client, article):
    above = make_comment(article, text="Forget me.", name="Robin")
    reply = make_comment(article, text="Thank you.", parent=above)
    actions.erase(above)
    page = read(client, article.url)
    assert texts(page) == ["Thank you."]
    assert "Robin" not in str(page)
    assert "Forget me" not in str(page)
    actions.reject(reply)
    assert not read(client, article.url).select(".bc-comment")


def test_newest_or_oldest_first(client, article):
    make_comment(article, text="Old.", days_ago=2)
    above = make_comment(article, text="New.", days_ago=1)
    make_comment(article, text="Reply one.", parent=above, days_ago=0.5)
    make_comment(article, text="Reply two.", parent=above)
    oldest, newest = ["Old.", "New.", "Reply one.", "Reply two."], ["New.", "Reply one.", "Reply two.", "Old."]
    assert texts(read(client, article.url)) == oldest
    assert texts(read(client, address(article), order="newest")) == newest
    assert texts(read(client, address(article), order="x")) == oldest
    say(newest_first=True)
    assert texts(read(client, article.url)) == newest
    assert texts(read(client, address(article), order="oldest")) == oldest


def test_pages(client, article, library):
    library(COMMENTS_PER_PAGE=2)
    for number in range(1, 6):
        above = make_comment(article, text=f"Comment {number}.", days_ago=10 - number)
        make_comment(article, parent=above, text=f"Reply {number}.")
    assert texts(read(client, article.url)) == ["Comment 1.", "Reply 1.", "Comment 2.", "Reply 2."]
    links = [link["href"] for link in read(client, article.url).select("#bc-comments .bc-pages a")]
    assert f"{address(article, '?page=2')}#bc-comments" in links
    assert all(link.startswith(address(article)) for link in links)
    assert texts(read(client, address(article), page=3)) == ["Comment 5.", "Reply 5."]
    last = read(client, address(article), page=3, order="newest")
    assert texts(last) == ["Comment 1.", "Reply 1."]
    assert "order=newest" in last.select_one(".bc-pages a")["href"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "99", "9" * 40, "1.5", "\x00", "²", "%00"])
def test_page_that_is_none_is_the_first(client, article, library, number):
    library(COMMENTS_PER_PAGE=1)
    make_comment(article, text="First.", days_ago=1)
    make_comment(article, text="Second.")
    assert texts(read(client, address(article), page=number)) == ["First."]


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "9" * 40, "\x00", "²", "other", "reply", "waiting", "erased"])
def test_reply_to_what_is_no_comment_here_is_a_new_one(client, article, number):
    above = make_comment(article)
    others = {
        "other": make_comment(make_article()),
        "reply": make_comment(article, parent=above),
        "waiting": make_comment(article, status="pending"),
        "erased": make_comment(article, erased_at=timezone.now()),
    }
    asked = others[number].pk if number in others else number
    page = read(client, address(article), reply=asked)
    assert words(page.select_one("form.bc-comment-form").select_one("h2, h3")) == "Write a comment"


def test_form_that_replies_says_to_whom(client, article):
    above = make_comment(article, name="Wren")
    page = read(client, address(article), reply=above.pk)
    assert words(page.select_one("form.bc-comment-form").select_one("h2, h3")) == "Reply to Wren"


def test_form_says_what_happens_next_and_what_is_agreed_to(client, article):
    say(next_steps="A nurse reads it by Friday.", consent_text="We keep it. See our notice.")
    form = words(read(client, address(article)).select_one("form.bc-comment-form"))
    assert "A nurse reads it by Friday." in form
    assert "We keep it. See our notice." in form


def test_our_script_gets_the_form_alone(client, article):
    response = client.get(address(article), headers=PART)
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert page.select_one("form.bc-comment-form textarea")
    assert not page.select_one("html")


def test_our_script_is_told_that_there_is_no_form(client, article):
    rule(article, state="closed")
    response = client.get(address(article), headers=PART)
    assert response.status_code == 403
    assert "<html" not in response.content.decode()


# Safety of what is shown


def test_hostile_words_are_words(client, article):
    above = make_comment(article, text=HOSTILE, name=HOSTILE[:60])
    make_comment(article, text=HOSTILE, name=HOSTILE[:60], parent=above)
    reply = actions.reply(above, HOSTILE)
    say(team_name=HOSTILE[:60], next_steps=HOSTILE, consent_text=HOSTILE, help_text=HOSTILE)
    assert reply.is_staff
    for url, asked in ((article.url, {}), (address(article), {}), (address(article), {"reply": above.pk})):
        page = read(client, url, **asked)
        assert not [script for script in page.select("script") if "alert" in script.text and not script.get("type")]
        assert not page.select("img[onerror]")
        shown = texts(page)
        assert len(shown) == 3
        assert all("<script>alert(1)</script>" in text and "{{ 7|add:7 }}" in text for text in shown)


def test_hostile_words_in_the_form_are_words(client, article):
    response = client.post(address(article), {"token": HOSTILE, "name": HOSTILE, "text": HOSTILE, "email": HOSTILE})
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert page.select_one("textarea").get_text().strip() == HOSTILE.strip()
    assert page.select_one("input[name=name]")["value"] == HOSTILE
    assert page.select_one("input[name=email]")["value"] == HOSTILE
    assert "<script>alert" not in response.content.decode()


def test_lines_are_kept_and_links_are_not_made(client, article):
    make_comment(article, text="One\ntwo\n\nhttps://example.org/ and mail@example.org")
    (shown,) = read(client, article.url).select(".bc-comment__text")
    assert shown.select("br")
    assert len(shown.select("p")) == 2
    assert not shown.select("a")


def test_nobody_s_address_is_shown(client, article):
    make_comment(article, email="wren@example.org", sender="secretsender", consent_text="What I agreed to")
    make_superuser()
    reader = Client()
    reader.login(username="admin", password=PASSWORD)
    assert get_user_model().objects.exists()
    for visitor in (client, reader):
        for response in (
            visitor.get(article.url),
            visitor.get(address(article)),
            visitor.get(address(article, f"?reply={Comment.objects.get().pk}")),
        ):
            html = response.content.decode()
            for secret in ("wren@example.org", Comment.objects.get().email_key, "secretsender", "What I agreed to"):
                assert secret not in html


# Open, closed, paused, hidden


def test_closed_page_is_read_and_not_written(client, article):
    make_comment(article, text="Shown.")
    rule(article, state="closed")
    for url in (article.url, address(article)):
        page = read(client, url)
        assert texts(page) == ["Shown."]
        assert "closed" in words(page.select_one("#bc-comments"))
        assert not page.select("#bc-comments form, #bc-comments [data-bc-comments=open]")


def test_closed_page_without_comments_has_no_place_for_them(client, article):
    rule(article, state="closed")
    assert not read(client, article.url).select(".bc-extra, #bc-comments")


def test_paused_site_says_so(client, article):
    say(is_paused=True)
    assert "paused" in words(read(client, article.url).select_one("#bc-comments"))
    assert not read(client, address(article)).select("#bc-comments form")


def test_hidden_page_shows_nothing(client, article):
    make_comment(article)
    rule(home_page(), state="hidden")
    assert "bc-comment" not in client.get(article.url).content.decode()
    assert client.get(address(article)).status_code == 404


def test_private_page_shows_nothing_even_to_those_who_may_read_it(article):
    make_comment(article, text="Private words.")
    restrict(article, "login")
    make_superuser()
    client = Client()
    client.login(username="admin", password=PASSWORD)
    html = client.get(article.url).content.decode()
    assert "Staging" in html
    assert "Private words." not in html


def test_preview_shows_comments_but_leads_nowhere(article):
    make_comment(article, text="Shown.")
    html = article.make_preview_request().render().content.decode()
    assert "Shown." in html
    assert address(article) not in html


@pytest.mark.urls("tests.urls_without_ours")
def test_site_without_our_addresses_shows_nothing(client, article):
    assert "bc-comment" not in client.get(article.url).content.decode()


def test_libraries_and_other_pages_have_none(client):
    library = make_library()
    assert "bc-comments" not in client.get(library.url).content.decode()
    assert client.get(address(library)).status_code == 404


def test_any_page_that_wants_may_take_comments(monkeypatch):
    page = make_plain_page()
    template = Template("{% load beatcancer_comments %}[{% bc_comments page %}]")
    context = {"page": page, "request": RequestFactory().get(page.url)}
    assert template.render(Context(context)) == "[]"
    monkeypatch.setattr(rules, "Commentable", type(page))  # as if the class of the page wore it
    make_comment(page, text="On any page.")
    assert "On any page." in template.render(Context({**context, "page": page}))
