"""One Chromium and one server for all browser tests of a process; each test gets windows of its own."""

import os
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.window import HUNG, Windows
from tests.builders import PASSWORD

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORDS = {"admin": "admin", "editor": PASSWORD, "writer": PASSWORD, "moderator": "moderator"}

expect.set_options(timeout=HUNG)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium():
    """The path of the system's own Chromium; Playwright's download is never used.

    The one without windows comes first: the same pages take it a quarter of the processor's time.
    """
    names = ["chromium-headless-shell", "chromium", "chromium-browser", "/usr/bin/chromium"]
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        reason = "Chromium was not found: install the package chromium-headless-shell or chromium"
        if os.environ.get("BEATCANCER_REQUIRE_BROWSER") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="package")
def browser(chromium):
    # Playwright keeps an event loop in this thread, and Django refuses its database beside one.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(chromium, tmp_path_factory):
    """The address of the demo, filled and served for these tests alone."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {**os.environ, "DEMO_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "tests.settings.demo"}
    with (folder / "server.log").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.serve_demo"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        with process:
            address = next((line.split()[1] for line in process.stdout if line.startswith("serving ")), None)
            if address:
                yield address
            process.stdin.close()
        log.seek(0)
        errors = log.read()
    assert address, f"The demo did not start.\n{errors}"
    assert "Traceback" not in errors, errors


@pytest.fixture(scope="package")
def sessions():
    """The cookies of everybody who has logged in, by user name."""
    return {}


@pytest.fixture
def windows(browser, site, sessions):
    """Opens windows. When the test is over, nothing may have gone wrong in any of them unseen."""
    windows = Windows(browser, site, sessions, PASSWORDS)
    yield windows
    windows.close()
    assert windows.faults == []
