import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Site

from beatcancer_wagtail.feedback import answers
from beatcancer_wagtail.feedback.tokens import answer_token, page_token
from beatcancer_wagtail.models import FeedbackAnswer
from tests.builders import home_page, make_article, make_plain_page, make_site, restrict

pytestmark = pytest.mark.django_db

FIREFOX = {"User-Agent": "Firefox"}


@pytest.fixture
def article():
    page = make_article(title="Staging")
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def library(settings):
    """Change settings of the library: ``library(FEEDBACK=False)``."""

    def change(**values):
        settings.BEATCANCER_WAGTAIL = {**getattr(settings, "BEATCANCER_WAGTAIL", {}), **values}

    return change


def address():
    return reverse("beatcancer_wagtail:feedback")


def send(page, helpful="yes", *, client=None, token=None, headers=FIREFOX, **fields):
    data = {"token": page_token(page) if token is None else token, "helpful": helpful, "website": "", **fields}
    given = {key: fields.pop(key) for key in list(fields) if key.isupper()}
    data = {key: value for key, value in data.items() if not key.isupper()}
    return (client or Client()).post(address(), data, headers=headers, **given)


def only_answer():
    return FeedbackAnswer.objects.get()


# The form below an article


def test_an_article_asks_whether_it_was_helpful(client, article):
    html = client.get(article.url).content.decode()
    form = html[html.index('<form class="bc-feedback"') : html.index("</form>", html.index('class="bc-feedback"'))]
    assert "Was this page helpful?" in form
    assert f'action="{address()}"' in form
    assert 'method="post"' in form
    assert html.index("bc-article__source") < html.index('class="bc-feedback"')


def test_what_the_form_on_the_page_holds_is_taken(client, article):
    html = client.get(article.url).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', html)[1]
    assert send(article, token=token).status_code == 303
    assert only_answer().page_id == article.pk


def test_the_page_stays_fit_for_any_cache(client, article):
    first, second = client.get(article.url), Client().get(article.url)
    assert first.content == second.content
    assert not first.cookies
    assert "Cookie" not in first.headers.get("Vary", "")


def test_the_form_costs_no_statement(client, article, library, django_assert_num_queries):
    from django.test.utils import CaptureQueriesContext

    make_article()
    client.get(article.url)
    library(FEEDBACK=False)
    with CaptureQueriesContext(connection) as without:
        client.get(article.url)
    library(FEEDBACK=True)
    with django_assert_num_queries(len(without)):
        client.get(article.url)


def test_a_site_that_does_not_ask_shows_and_takes_nothing(client, article, library):
    library(FEEDBACK=False)
    assert "bc-feedback" not in client.get(article.url).content.decode()
    assert send(article).status_code == 404
    assert not FeedbackAnswer.objects.exists()


@pytest.mark.urls("tests.urls_without_ours")
def test_a_site_that_has_not_included_our_addresses_shows_nothing(client, article):
    assert "bc-feedback" not in client.get(article.url).content.decode()


def test_a_private_page_does_not_ask(client, article):
    restrict(article, "password", password="open")
    client.post(
        reverse("wagtailcore_authenticate_with_password", args=[article.view_restrictions.get().pk, article.pk]),
        {"password": "open", "return_url": article.url},
    )
    html = client.get(article.url).content.decode()
    assert "Staging" in html
    assert "bc-feedback" not in html


def test_a_preview_shows_the_form_but_cannot_send_it(article):
    html = article.make_preview_request().render().content.decode()
    form = html[html.index('<form class="bc-feedback"') :]
    assert form.count("disabled") >= 2
    assert "token" not in form[: form.index("</form>")]


# Yes and no


@pytest.mark.parametrize(("said", "helpful"), [("yes", True), ("no", False)])
def test_an_answer_is_kept_with_the_page_and_its_revision(article, said, helpful):
    response = send(article, said)
    assert response.status_code == 303
    answer = only_answer()
    assert (answer.page_id, answer.revision_id, answer.helpful) == (article.pk, article.live_revision_id, helpful)
    assert answer.text == ""


def test_no_address_and_no_cookie_is_kept(article):
    response = send(article, REMOTE_ADDR="203.0.113.7")
    assert not response.cookies
    assert "203.0.113.7" not in str(FeedbackAnswer.objects.values().get())


def test_a_second_answer_within_a_day_replaces_the_first(article):
    send(article, "yes")
    send(article, "no")
    assert only_answer().helpful is False


def test_an_answer_with_words_is_not_replaced_by_another_computer_of_the_same_hospital(article):
    client = Client()
    client.post(send(article, "yes").url, {"text": "The drawing of the stages."})
    client.post(send(article, "no").url, {"text": "I did not find the telephone number."})
    assert set(FeedbackAnswer.objects.values_list("helpful", "text")) == {
        (True, "The drawing of the stages."),
        (False, "I did not find the telephone number."),
    }


def test_another_browser_in_the_same_house_is_another_reader(article):
    send(article, headers=FIREFOX)
    send(article, headers={"User-Agent": "Safari"})
    assert FeedbackAnswer.objects.count() == 2


def test_one_reader_answers_for_each_page(article):
    send(article)
    send(make_article())
    assert FeedbackAnswer.objects.count() == 2


def test_after_a_day_the_same_reader_may_answer_again_and_is_forgotten(article):
    send(article)
    FeedbackAnswer.objects.update(created_at=timezone.now() - timedelta(hours=25))
    send(article, "no")
    assert FeedbackAnswer.objects.count() == 2
    assert FeedbackAnswer.objects.filter(sender=None).count() == 1


def test_readers_whose_address_is_not_known_do_not_replace_each_other(article):
    send(article, REMOTE_ADDR="")
    send(article, REMOTE_ADDR="unix:")
    assert FeedbackAnswer.objects.count() == 2


def test_a_header_with_the_address_counts_only_where_the_site_trusts_it(article, library):
    for reader in ("198.51.100.1", "198.51.100.2"):
        send(article, headers={**FIREFOX, "X-Forwarded-For": reader})
    assert FeedbackAnswer.objects.count() == 1
    library(TRUSTED_ADDRESS_HEADER="X-Forwarded-For")
    for reader in ("198.51.100.1", "6.6.6.6, 198.51.100.2", "7.7.7.7, 198.51.100.2"):
        send(article, headers={**FIREFOX, "X-Forwarded-For": reader})
    assert FeedbackAnswer.objects.count() == 3  # what a reader puts in front is not believed


@pytest.mark.parametrize("with_port", ["198.51.100.2:4711", "[2001:db8::1]:4711", "::ffff:198.51.100.2"])
def test_an_address_may_come_with_its_port(article, library, with_port):
    library(TRUSTED_ADDRESS_HEADER="X-Real-IP")
    alone = with_port.replace("::ffff:", "").replace(":4711", "").strip("[]")
    for address in (alone, with_port):
        send(article, headers={**FIREFOX, "X-Real-IP": address})
    assert FeedbackAnswer.objects.count() == 1


def test_a_household_with_ipv6_is_one_network(article, monkeypatch):
    monkeypatch.setattr(answers, "MOST_FROM_ONE_NETWORK", 3)
    for number in range(1, 6):
        send(article, headers={"User-Agent": str(number)}, REMOTE_ADDR=f"2001:db8:1:2::{number}")
    assert FeedbackAnswer.objects.count() == 3


# Words


def test_after_the_answer_come_thanks_and_a_field_for_words(article):
    client = Client()
    response = client.get(send(article, "no").url)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Thank you" in html
    assert "<textarea" in html
    assert f'href="{article.url}"' in html
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_words_are_kept_and_not_shown_again(article):
    client = Client()
    thanks = send(article, "no").url
    response = client.post(thanks, {"text": "What is\r\na node?", "website": ""})
    assert response.status_code == 303
    assert only_answer().text == "What is\na node?"
    html = client.get(response.url).content.decode()
    assert "a node?" not in html
    assert "Thank you" in html
    assert "a node?" not in client.get(thanks).content.decode()


def test_too_many_words_come_back_with_an_error(article):
    text = "é" * 1001
    response = Client().post(send(article).url, {"text": text})
    html = response.content.decode()
    assert response.status_code == 422
    assert "1001 characters are too many" in html
    assert text in html
    assert only_answer().text == ""


def test_a_thousand_characters_with_line_breaks_fit(article):
    text = "ab\r\n" * 333
    Client().post(send(article).url, {"text": text})
    assert len(only_answer().text) == 998


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\x07"])
def test_no_words_are_an_error_in_words(article, text):
    response = Client().post(send(article).url, {"text": text})
    assert response.status_code == 422
    assert "Write something first" in response.content.decode()


def test_words_that_are_markup_stay_words(article):
    text = '</textarea><script>alert("x")</script>\u202e😀' + "x" * 1000
    html = Client().post(send(article).url, {"text": text}).content.decode()
    assert escape(text) in html
    assert "<script>alert" not in html


def test_control_characters_never_reach_the_database(article):
    Client().post(send(article).url, {"text": "a\x00b\x1bc"})
    assert only_answer().text == "abc"


def test_a_day_later_no_words_can_be_added(article, monkeypatch):
    send(article)
    thanks = reverse("beatcancer_wagtail:feedback_words", args=[answer_token(only_answer())])
    monkeypatch.setattr("beatcancer_wagtail.feedback.tokens.TIME_FOR_WORDS", timedelta(seconds=-1))
    response = Client().post(thanks, {"text": "Late."})
    assert response.status_code == 410
    assert only_answer().text == ""


# What is refused


def refused(response, status):
    assert response.status_code == status
    assert "Your answer was not taken" in response.content.decode()
    assert not FeedbackAnswer.objects.exists()
    return True


def test_a_get_changes_nothing_and_says_how(client, article):
    response = client.get(address(), {"token": page_token(article), "helpful": "yes"})
    assert refused(response, 405)
    assert response["Allow"] == "POST"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_change_nothing(client, article, method):
    assert refused(getattr(client, method)(address()), 405)


@pytest.mark.parametrize("token", ["", "x", "1.1", "1.1:x", "1:2:3", "\x00", "9" * 5000, "é"])
def test_a_forged_token_is_refused(article, token):
    assert refused(send(article, token=token), 400)


def test_a_token_cannot_be_turned_to_another_page(article):
    other = make_article()
    signature = page_token(article).rpartition(":")[2]
    assert refused(send(article, token=f"{other.pk}.0:{signature}"), 400)


def test_a_token_for_an_answer_is_none_for_a_page_nor_the_other_way_round(article):
    send(article)
    token = answer_token(only_answer())
    assert send(article, token=token).status_code == 400
    assert Client().get(reverse("beatcancer_wagtail:feedback_words", args=[page_token(article)])).status_code == 400
    assert FeedbackAnswer.objects.count() == 1


@pytest.mark.parametrize("helpful", ["", "maybe", "true", "\x00"])
def test_an_answer_is_yes_or_no(article, helpful):
    assert refused(send(article, helpful), 400)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_a_form_from_another_site_is_refused(article, headers):
    assert refused(send(article, headers=headers), 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "http://testserver"},
        {"Origin": "https://testserver"},  # where a proxy ends the encryption
        {},
    ],
)
def test_our_own_form_is_taken_from_any_browser(article, headers):
    assert send(article, headers=headers).status_code == 303


def test_a_huge_form_is_refused_unread(article):
    assert refused(send(article, padding="x" * 20_000), 413)


@pytest.mark.parametrize("length", ["\xb2", "9" * 5000, "-1", "x"])
def test_a_form_whose_size_cannot_be_told_is_refused(article, length):
    assert refused(send(article, CONTENT_LENGTH=length), 413)


def test_a_robot_that_fills_in_everything_is_sent_back_without_a_word(article):
    response = send(article, website="https://spam.example")
    assert response.status_code == 302
    assert response.url == article.url
    assert not FeedbackAnswer.objects.exists()


def test_a_robot_that_writes_is_not_heard(article):
    response = Client().post(send(article).url, {"text": "Buy!", "website": "x"})
    assert response.status_code == 303
    assert only_answer().text == ""


def test_unpublished_private_and_deleted_pages_take_no_answer(article):
    draft, private, gone = make_article(), make_article(), make_article()
    tokens = [page_token(page) for page in (draft, private, gone)]
    draft.unpublish()
    restrict(private)
    gone.delete()
    for token in tokens:
        assert send(article, token=token).status_code == 404
    assert not FeedbackAnswer.objects.exists()


def test_words_stop_when_the_page_is_no_longer_public(article):
    thanks = send(article).url
    article.unpublish()
    assert Client().get(thanks).status_code == 404
    assert Client().post(thanks, {"text": "x"}).status_code == 404
    assert only_answer().text == ""


def test_a_page_of_another_site_takes_no_answer_here():
    elsewhere = make_site().root_page
    page = make_plain_page(elsewhere)
    assert Site.objects.count() == 2
    assert send(page).status_code == 404


def test_a_page_outside_all_sites_takes_no_answer():
    page = make_plain_page(home_page().get_parent())
    assert send(page).status_code == 404


def test_any_page_can_ask(settings):
    page = make_plain_page()
    assert send(page).status_code == 303
    assert only_answer().revision is None


def test_too_many_from_one_network_are_asked_to_wait(article, monkeypatch):
    monkeypatch.setattr(answers, "MOST_FROM_ONE_NETWORK", 2)
    for browser in "ab":
        assert send(article, headers={"User-Agent": browser}).status_code == 303
    response = send(article, headers={"User-Agent": "c"})
    assert response.status_code == 429
    assert response["Retry-After"]
    assert article.url in response.content.decode()
    assert send(article, "no", headers={"User-Agent": "a"}).status_code == 303  # a change of mind is no new answer
    assert send(article, REMOTE_ADDR="198.51.100.9").status_code == 303


def test_too_many_for_one_page_leave_the_others_open(article, monkeypatch):
    monkeypatch.setattr(answers, "MOST_FOR_ONE_PAGE", 2)
    codes = [send(article, REMOTE_ADDR=f"198.51.100.{number}").status_code for number in range(3)]
    assert codes == [303, 303, 429]
    assert send(make_article()).status_code == 303


# What becomes of answers


def test_answers_go_with_their_page(article):
    send(article)
    article.delete()
    assert not FeedbackAnswer.objects.exists()


def test_answers_stay_when_their_revision_goes(article):
    send(article)
    article.save_revision().publish()
    article.revisions.order_by("pk").first().delete()
    assert only_answer().revision is None


def test_a_revision_that_is_gone_does_not_cost_the_answer(article):
    token = page_token(article)
    article.live_revision.delete()
    assert send(article, token=token).status_code == 303
    assert only_answer().revision is None


def test_the_command_forgets_and_deletes(article, library, capsys):
    library(DESK_DAYS=30)
    ages = {"young": 0, "a day": 25, "old": 24 * 31}
    for name, hours in ages.items():
        FeedbackAnswer.objects.create(page_id=article.pk, helpful=True, text=name, sender=name)
        FeedbackAnswer.objects.filter(text=name).update(created_at=timezone.now() - timedelta(hours=hours))
    call_command("prune_library_desk")
    assert dict(FeedbackAnswer.objects.values_list("text", "sender")) == {"young": "young", "a day": None}
    assert "1 answer of a reader was dropped" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection")
def test_two_hundred_readers_at_the_same_moment_are_all_counted_once(article):
    together, codes = Barrier(20), []

    def read(number):
        together.wait()
        for reader in range(10):
            for said in ("yes", "no"):  # each changes their mind
                given = send(article, said, REMOTE_ADDR=f"198.51.{number}.{reader}")
                codes.append(given.status_code)
        connections.close_all()

    readers = [Thread(target=read, args=[number]) for number in range(20)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert set(codes) == {303}
    assert FeedbackAnswer.objects.count() == FeedbackAnswer.objects.filter(helpful=False).count() == 200


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="a database in memory knows one connection")
def test_one_reader_who_clicks_a_hundred_times_counts_once(article):
    together = Barrier(10)

    def click():
        together.wait()
        for _ in range(10):
            send(article)
        connections.close_all()

    clicks = [Thread(target=click) for _ in range(10)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert FeedbackAnswer.objects.count() == 1
