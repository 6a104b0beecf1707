"""SQLite as most small sites have it, in a file: who writes waits for the other, and no word is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"
)

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

from django.core.management import call_command
from django.db import connections, transaction

call_command("migrate", verbosity=0)

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


def test_readers_and_a_moderator_write_at_once(tmp_path):
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(tmp_path / "site.sqlite3")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["[] 60 30"], done.stdout + done.stderr
