"""SQLite as most small sites have it, in a file: who writes waits for the other, and no word is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.own_database,
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"),
]

SCRIPT = """
import sys
from threading import Thread

import django
from django.conf import settings
from tests.settings import everything

names = [name for name in dir(everything) if name.isupper()]
settings.configure(**{name: getattr(everything, name) for name in names} | {"DATABASES": {"default": {
    "ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1], "OPTIONS": {"timeout": 20},
}}})
django.setup()

from django.db import connections, transaction

from tests.builders import make_article, make_comment
from beatcancer_wagtail.comments import actions, decisions
from beatcancer_wagtail.comments.models import Comment

article = make_article()
waiting = [make_comment(article, status="pending") for _number in range(30)]
failed = []

def write(number):
    try:
        for place in range(10):
            words = f"Reader {number} writes for the {place}th time, and it is no trouble."
            actions.submit(article, name="Wren", text=words, form_key=f"{number}.{place}")
    except Exception as error:
        failed.append(repr(error))
    connections.close_all()

def moderate():
    try:
        for comment in waiting[:15]:
            decisions.decide(comment.pk, "approve", user=None, seen="pending")
        with transaction.atomic():  # as Wagtail's bulk actions do
            for comment in waiting[15:]:
                decisions.decide(comment.pk, "reject", user=None, seen="pending")
    except Exception as error:
        failed.append(repr(error))
    connections.close_all()

threads = [*(Thread(target=write, args=[number]) for number in range(6)), Thread(target=moderate)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failed, Comment.objects.filter(text__startswith="Reader").count(), Comment.objects.exclude(status="pending").count())
"""


@pytest.fixture
def database(tmp_path):
    """A file with the tables of this run: to migrate once more would take longer than the test."""
    connection.ensure_connection()
    with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as file:
        connection.connection.backup(file)
    return tmp_path / "site.sqlite3"


def test_readers_and_a_moderator_write_at_once(database):
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(database)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["[] 60 30"], done.stdout + done.stderr
