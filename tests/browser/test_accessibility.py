"""axe finds nothing on any public page."""

import pytest

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

PAGES = {
    "home": "/",
    "article": "/resources/what-is-metastasis/",
    "every block": "/guides/every-block/",
    "listing": "/resources/",
    "filtered listing": "/resources/?tag=treatment&q=scan",
    "empty listing": "/resources/?q=zzz",
    "listing with pages": "/guides/?page=2",
    "events": "/events/",
    "past events": "/events/?when=past&q=zzz",
    "event": "/events/walk-and-talk-on-the-common/",
    "cancelled event": "/events/cooking-when-food-has-no-taste/",
}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(windows, path, size):
    page = windows.open(path, size=size)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/guides/every-block/", "/guides/"])
def test_axe_finds_nothing_in_the_librarys_own_colours(windows, path):
    """As in a site that has not set one token yet. The demo's own header is bare then, and not looked at."""
    page = windows.open()
    page.route("**/site.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(path)
    assert violations(page, within="#content") == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, within="#content") == []


def test_axe_finds_nothing_when_all_is_open(windows):
    """Contents, answers and filters; what is closed, axe does not see."""
    page = windows.open("/guides/every-block/", size=PHONE)
    for summary in page.locator("main summary").all():
        summary.click()
    assert violations(page) == []
    page.goto("/guides/")
    page.get_by_role("navigation", name="Filter by subject").locator("summary").click()
    assert violations(page) == []


def test_axe_finds_nothing_from_right_to_left(windows):
    page = windows.open("/guides/every-block/", locale="ar")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert violations(page) == []
