"""The proof: who wrote a comment is told nowhere, and what was erased is gone.

One comment goes through everything that can happen to it. Its writer has an e-mail address, a network address and a
browser that nobody else has, so that each of them can be looked for wherever something comes out of the site.
"""

import io
import logging
import time
import zipfile

import django
import pytest
from django.apps import apps
from django.core import mail as outgoing
from django.core import signing
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import path, reverse
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import ModelLogEntry, PageLogEntry

from tests import urls as site_urls
from tests.builders import default_site, make_article, make_library, make_moderator, make_superuser

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments import actions
    from beatcancer_wagtail.comments.models import Comment, CommentSettings
    from beatcancer_wagtail.comments.tokens import form_token
    from beatcancer_wagtail.comments.words import words_for

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)
urlpatterns = [path("api/", api_router.urls), *site_urls.urlpatterns]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls(__name__),
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

ADDRESS = "Zephyrine.Quill@postbox-of-one.example"
NETWORK = "203.0.113.177"
BROWSER = "Quillbrowser/77.31"
WHO = ["zephyrine", "postbox-of-one", NETWORK, "quillbrowser"]  # looked for in small letters

NAME = "Heronsong"
WORDS = "The saffronlamp in the corridor helped me. Call me on 0113 496 0777 if you like."
WRITTEN = ["heronsong", "saffronlamp", "496 0777"]
ADMIN = "wagtailsnippets_beatcancer_comments_comment"


@pytest.fixture(autouse=True)
def site(settings):
    settings.ADMINS = ["ada@example.org"] if django.VERSION >= (6, 0) else [("Ada", "ada@example.org")]
    CommentSettings.objects.create(site=default_site(), moderators="nurse@example.org", team_name="The nurses")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(autouse=True)
def log(caplog):
    """Every word that anything logs, however unimportant."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def page():
    article = make_article(make_library(title="Resources"), title="Staging")
    article.save_revision().publish()
    return type(article).objects.get(pk=article.pk)


@pytest.fixture
def moderator():
    return make_moderator()


@pytest.fixture
def desk():
    client = Client()
    client.force_login(make_superuser())
    return client


def comments_url(page):
    return reverse("beatcancer_wagtail:comments", args=[page.pk])


def send(page, monkeypatch, *, text=WORDS, parent=None, **fields):
    """Post the form as a browser does; it was opened ten seconds ago."""
    version = words_for(page).consent_version
    with monkeypatch.context() as patched:
        now = time.time()
        patched.setattr(signing.time, "time", lambda: now - 10)
        token = form_token(page, parent, consent_version=version)
    data = {"name": NAME, "text": text, "email": ADDRESS, "consent": "on", "website": "", "token": token, **fields}
    return Client(REMOTE_ADDR=NETWORK, headers={"User-Agent": BROWSER}).post(comments_url(page), data)


def as_text(response):
    """What was answered, headers and all; of a spreadsheet what is inside."""
    body = response.getvalue()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"\n".join(book.read(name) for name in book.namelist())
    return f"{response.serialize_headers().decode()}\n{body.decode(errors='replace')}".casefold()


def shown_to_readers(page, *, thanks=""):
    """Everything that a stranger can ask for."""
    library = page.get_parent().specific
    reader = Client()
    addresses = [
        page.url,
        comments_url(page),
        f"{comments_url(page)}?order=newest",
        *(f"{comments_url(page)}?reply={pk}" for pk in Comment.objects.values_list("pk", flat=True)),
        library.url,
        f"{library.url}feed/atom/",
        f"{library.url}feed/rss/",
        "/sitemap.xml",
        "/search/?q=Staging",
        "/api/pages/?fields=*",
        f"/api/pages/?type={page._meta.label}&fields=*",
        f"/api/pages/{page.pk}/?fields=*",
        *([thanks] if thanks else []),
    ]
    found = {address: reader.get(address) for address in addresses}
    found["the form alone"] = reader.get(comments_url(page), headers={"X-Requested-With": "beatcancer-comment-form"})
    assert {address: answer.status_code for address, answer in found.items() if answer.status_code != 200} == {}
    return {address: as_text(answer) for address, answer in found.items()}


def shown_to_editors(page, desk):
    """Everything that somebody with all permissions can ask the admin for."""
    queue = reverse(f"{ADMIN}:list")
    addresses = [
        reverse("wagtailadmin_home"),
        *(f"{queue}?status={status}" for status in ("", "pending", "approved", "rejected", "spam")),
        f"{queue}?q=the",
        *(f"{queue}?status={status}&export={kind}" for status in ("pending", "approved") for kind in ("csv", "xlsx")),
        *(reverse(f"{ADMIN}:review", args=[pk]) for pk in Comment.objects.values_list("pk", flat=True)),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_pages:usage", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_reports:site_history"),
        *(f"{reverse('wagtailadmin_reports:site_history')}?export={kind}" for kind in ("csv", "xlsx")),
        f"{reverse('wagtailadmin_pages:search')}?q=Staging",
    ]
    found = {address: desk.get(address) for address in addresses}
    assert {address: answer.status_code for address, answer in found.items() if answer.status_code != 200} == {}
    return {address: as_text(answer) for address, answer in found.items()}


def stored():
    """Every cell of the database, by table and column."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the names are the database's
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    text = (
                        bytes(value).decode(errors="replace") if isinstance(value, bytes | memoryview) else str(value)
                    )
                    yield f"{table}.{column}", text.casefold()


def holding(words, places):
    """Which of the places hold which of the words."""
    return sorted({(place, word) for place, text in places for word in words if word in text})


def mailed():
    for number, message in enumerate(outgoing.outbox):
        yield f"mail {number}", f"{message.subject}\n{message.body}".casefold()


def keys_of(comment):
    """The hashes by which we know somebody are nobody else's business either."""
    comment.refresh_from_db()
    return [key for key in (comment.email_key, comment.sender, comment.text_key, comment.form_key) if key]


def test_who_wrote_a_comment_is_told_nowhere(page, desk, moderator, monkeypatch, committed, log):
    def nobody_is_told(comment, thanks=""):
        who = [*WHO, *keys_of(comment)]
        assert holding(who, shown_to_readers(page, thanks=thanks).items()) == []
        assert holding(who, shown_to_editors(page, desk).items()) == []
        assert holding(who, mailed()) == []
        entries = [*ModelLogEntry.objects.all(), *PageLogEntry.objects.all()]
        assert holding(who, [(str(entry.pk), f"{entry.label} {entry.data}".casefold()) for entry in entries]) == []
        assert holding(who, [("log", log.text.casefold())]) == []

    # Sent, with words that raise a flag, so that the moderators are told
    with committed():
        answer = send(page, monkeypatch, text=f"{WORDS} I see no way out.")
    assert answer.status_code == 303
    assert holding(WHO, [("thanks", as_text(answer))]) == []
    comment = Comment.objects.get()
    assert (comment.email.casefold(), comment.is_at_risk) == (ADDRESS.casefold(), True)
    nobody_is_told(comment, thanks=answer["Location"])
    assert [message.to for message in outgoing.outbox] == [["nurse@example.org"]]
    assert holding(WRITTEN, mailed()) == []

    # Approved: the writer is told, and the address is gone
    with committed():
        actions.approve(comment, user=moderator)
    nobody_is_told(comment)
    assert [message.to for message in outgoing.outbox[1:]] == [[ADDRESS]]
    assert holding([*WRITTEN, "no way out"], mailed()) == []
    assert holding(WHO, stored()) == []

    # Replied to by the team and by the same reader, shortened, rejected
    with committed():
        actions.reply(comment, "We are glad.", user=moderator)
        assert send(page, monkeypatch, text="And another saffronlamp, thank you.", parent=comment).status_code == 303
    reply = Comment.objects.get(parent=comment, is_staff=False)
    nobody_is_told(reply)
    with committed():
        actions.redact(comment, ["0113 496 0777"], user=moderator)
    nobody_is_told(comment)
    with committed():
        actions.reject(reply, user=moderator, reason="contact")
        actions.reject(comment, user=moderator, reason="contact")
    nobody_is_told(reply)
    with committed():
        call_command("send_comment_digest", stdout=io.StringIO())
        call_command("prune_comments", stdout=io.StringIO())

    # Erased
    with committed():
        for erased in (reply, comment):
            actions.erase(erased, user=moderator)
    assert holding(WHO, mailed()) == []
    assert holding(WHO, [("log", log.text.casefold())]) == []
    assert holding(WHO, stored()) == []


def test_what_the_database_knows_of_a_writer_is_the_address_for_one_mail(page, monkeypatch, committed):
    with committed():
        send(page, monkeypatch)
    places = {place for place, _word in holding(WHO, stored())}
    assert places == {"beatcancer_comments_comment.email"}


def test_what_was_cut_out_is_gone_from_everywhere(page, desk, moderator, monkeypatch, committed):
    with committed():
        send(page, monkeypatch)
    comment = Comment.objects.get()
    actions.approve(comment, user=moderator)
    actions.redact(comment, ["0113 496 0777", NAME], user=moderator)
    gone = ["496 0777", "heronsong"]
    assert holding(gone, stored()) == []
    assert holding(gone, shown_to_readers(page).items()) == []
    assert holding(gone, shown_to_editors(page, desk).items()) == []
    assert "saffronlamp" in shown_to_readers(page)[page.url]


@pytest.mark.parametrize("with_reply", [False, True])
def test_what_was_erased_is_gone_from_everywhere(page, desk, moderator, monkeypatch, committed, with_reply):
    with committed():
        send(page, monkeypatch)
    comment = Comment.objects.get()
    with committed():
        actions.approve(comment, user=moderator)
        if with_reply:
            actions.reply(comment, "We are glad.", user=moderator)
    assert holding(["saffronlamp"], shown_to_readers(page).items()) != []
    with committed():
        actions.erase(comment, user=moderator)
    gone = [*WHO, *WRITTEN]
    assert holding(gone, stored()) == []
    assert holding(gone, shown_to_readers(page).items()) == []
    assert holding(gone, shown_to_editors(page, desk).items()) == []
    assert ModelLogEntry.objects.filter(action="beatcancer_comments.erase", user=moderator).count() == 1
    assert Comment.objects.filter(is_staff=False).count() == with_reply


def test_by_command_too(page, monkeypatch, committed):
    with committed():
        send(page, monkeypatch)
    output = io.StringIO()
    with committed():
        call_command("erase_comments", email=ADDRESS, stdout=output, stderr=output)
    assert holding([*WHO, *WRITTEN], stored()) == []
    assert holding(WHO, [("output", output.getvalue().casefold())]) == []


def test_a_comment_that_waits_is_shown_to_no_reader(page, monkeypatch, committed):
    with committed():
        send(page, monkeypatch)
    assert holding(WRITTEN, shown_to_readers(page).items()) == []


@pytest.mark.parametrize("fields", [{"name": ""}, {"email": "Zephyrine.Quill@"}, {"consent": ""}, {"token": "forged"}])
def test_a_form_that_is_not_taken_leaves_nothing(page, monkeypatch, log, fields):
    assert send(page, monkeypatch, **fields).status_code in (403, 422)
    assert holding([*WHO, *WRITTEN], stored()) == []
    assert holding([*WHO, *WRITTEN], [("log", log.text.casefold())]) == []


@pytest.mark.parametrize("failure", ["crash", "paused"])
def test_a_failure_mails_the_form_to_nobody(page, monkeypatch, log, failure):
    """Django mails what was posted to ``ADMINS`` when a view fails, and when it answers that it cannot."""
    if failure == "paused":
        setting = CommentSettings.objects.get()
        setting.is_paused = True
        setting.save()
        assert send(page, monkeypatch).status_code == 503
    else:

        def store(*args, **kwargs):
            raise RuntimeError("no database")

        monkeypatch.setattr(Comment, "save", store)
        with pytest.raises(RuntimeError):
            send(page, monkeypatch)
    assert outgoing.outbox, "the administrators are told that something failed"
    assert holding([*WRITTEN, "zephyrine", "postbox-of-one"], mailed()) == []
    assert holding([*WHO, *WRITTEN], [("log", log.text.casefold())]) == []
