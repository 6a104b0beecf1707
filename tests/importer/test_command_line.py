import json
import subprocess
import sys

import pytest

from beatcancer_wagtail.importer.__main__ import main
from tests.importer.test_convert import PAGE


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


def run(*arguments, **options):
    """As a user does: another process, without settings and without a database."""
    command = [sys.executable, "-m", "beatcancer_wagtail.importer", *map(str, arguments)]
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path)), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, check=False, env=environment, timeout=60, **options)


def test_a_file_to_json_on_standard_output(page):
    done = run(page, "--url", "https://clinic.example/mouth")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["title"] == "Dry mouth"


def test_standard_input(page):
    assert json.loads(run("-", input=page.read_bytes()).stdout)["title"] == "Dry mouth"


def test_it_needs_neither_django_nor_wagtail(page):
    code = (
        "import sys; sys.modules['django'] = sys.modules['wagtail'] = None\n"
        f"from beatcancer_wagtail.importer.__main__ import main\nraise SystemExit(main([{str(page)!r}]))"
    )
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_and_features(page, tmp_path):
    output = tmp_path / "out.json"
    assert main([str(page), "--output", str(output), "--features", "superscript,link"]) == 0
    assert "10<sup>2</sup>" in output.read_text()


def test_a_refusal_is_one_line(tmp_path):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    done = run(empty)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"{empty}: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["missing.html", "."])
def test_a_file_that_cannot_be_opened_is_one_line_too(tmp_path, name, capsys):
    assert main([str(tmp_path / name)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error


def test_an_output_that_cannot_be_written(page, tmp_path, capsys):
    assert main([str(page), "--output", str(tmp_path / "no" / "out.json")]) == 1
    assert "out.json: " in capsys.readouterr().err


def test_a_wrong_selector_is_refused(page, capsys):
    assert main([str(page), "--selector", "p[["]) == 1
    assert capsys.readouterr().err.count("\n") == 1
