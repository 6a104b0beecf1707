"""A kill at any moment leaves no half page, and the next run goes on."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.builders import make_library
from tests.importer.test_import_articles import drawing, page

ROOT = Path(__file__).parents[2]
PAGES = 8
MOMENTS = (1, 4, 9, 15, 22, 31, 41, 52, 64, 77, 91, 106, 122, 139, 157, 176, 210, 250)

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not apps.is_installed("beatcancer_wagtail.importer"), reason="the importer is not installed"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork"),
]


@pytest.fixture
def database(tmp_path):
    """The settings of a database that other processes can use, with what the test has put into it."""

    def values():
        if connection.vendor != "sqlite":
            names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
            return {name: connection.settings_dict[name] for name in names}
        path = tmp_path / "database.sqlite3"
        connection.ensure_connection()
        with sqlite3.connect(path) as file:
            connection.connection.backup(file)
        file.close()
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}

    return values


def test_a_kill_at_any_moment_leaves_no_half_page_and_the_next_run_goes_on(tmp_path, database):
    site = tmp_path / "old-site"
    site.mkdir()
    for number in range(PAGES):
        text = f"Page {number} has a text of its own that is long enough to be one."
        link = f"Go on with <a href='{(number + 1) % PAGES}.html'>the next one</a>."
        (site / f"{number}.html").write_text(page(f"Page {number}", text, link, f'<img src="{number}.png" alt="Map">'))
        (site / f"{number}.png").write_bytes(drawing(colour=(number, 100, 100)))
    media = tmp_path / "media"
    media.mkdir()
    library = make_library()
    environment = {
        **os.environ,
        "IMPORT_SETTINGS": settings.SETTINGS_MODULE,
        "IMPORT_DATABASE": json.dumps(database()),
        "IMPORT_MEDIA": str(media),
        "PYTHONPATH": str(ROOT),
    }
    moments = [*map(str, MOMENTS), "0", "0"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.importer.killed", str(site), str(library.pk), *moments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    shutil.rmtree(media)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    ended, seen = lines[0::2], lines[1::2]
    assert len(seen) == len(moments), done.stderr
    assert [end["ended"] for end in ended[-2:]] == [0, 0], done.stderr
    assert sum(end["ended"] == -signal.SIGKILL for end in ended) >= 10
    for state in seen:
        assert state["halves"] == []
        assert state["lost_files"] == []
        assert state["tree"] == [0] * len(state["tree"])
        assert state["children"] == 0
        assert state["images"] == state["remembered"]
        assert state["revisions"] == len(state["titles"])
    assert any(0 < len(state["titles"]) < PAGES for state in seen)
    for state in seen[-2:]:
        assert state["titles"] == [f"Page {number}" for number in range(PAGES)]
        assert state["links"] == PAGES
        assert state["images"] == state["files"] == PAGES  # nothing is left of pictures whose page was killed
        assert "running" not in state["states"]
