"""Runs tests once more, in a process of its own, with the settings of another site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run_tests(settings: str, *paths: str) -> None:
    """Fail, with what pytest said, unless the tests in ``paths`` pass with ``tests.settings.<settings>``.

    Of each parametrised test one case: every case runs under the default settings.
    """
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--first-case",
        f"--ds=tests.settings.{settings}",
        *paths,
    ]
    environment = {**os.environ, "PYTEST_ADDOPTS": "", "DJANGO_SETTINGS_MODULE": f"tests.settings.{settings}"}
    environment.pop("DATABASE_URL", None)  # the database of this run is in use
    environment.pop("BEATCANCER_REQUIRE_DATABASE", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        pytest.fail(f"{' '.join(command[1:])}\n{done.stdout}{done.stderr}", pytrace=False)


def run_python(code: str) -> subprocess.CompletedProcess:
    """Run a piece of Python with nothing configured."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
