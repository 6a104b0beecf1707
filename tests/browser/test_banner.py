"""The survey banner: closed once, gone on every page, with keys, without scripts, without storage."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.browser.window import DESKTOP, PHONE

ARTICLE = "/guides/every-block/"
STORED = "localStorage.getItem('beatcancer.banner')"
WHEN_PAINTED = """
window.bannerBoxes = () => [...document.querySelectorAll(".bc-banner, .bc-banner *")].map((part) =>
  JSON.stringify(part.getBoundingClientRect()));
document.addEventListener("DOMContentLoaded", () => { window.before = bannerBoxes(); });  // the banner's script listens too, later
new MutationObserver(() => {
  const banner = document.querySelector(".bc-banner");
  if (banner && getComputedStyle(banner).display !== "none") window.seen = true;
}).observe(document, { childList: true, subtree: true });
"""


def banner(page):
    return page.get_by_role("region", name="Survey")


def close(page):
    return banner(page).get_by_role("button", name="Close this notice")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_closing_it_holds_on_every_page(windows, size):
    page = windows.open("/", size=size)
    expect(banner(page).get_by_role("link")).to_have_attribute("href", re.compile("/three-questions/$"))
    assert page.evaluate(STORED) is None
    close(page).click()
    expect(banner(page)).to_be_hidden()
    page.goto(ARTICLE)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(banner(page)).to_be_hidden()
    assert page.evaluate(STORED) == '{"version":1}'
    assert page.context.cookies() == []


def test_closed_it_never_flashes_and_nothing_moves(windows):
    page = windows.open("/")
    close(page).click()
    page.context.add_init_script(WHEN_PAINTED)
    page.goto(ARTICLE, wait_until="load")
    assert page.evaluate("window.seen") is None
    assert page.evaluate("document.querySelector('.bc-banner').getClientRects().length") == 0


def test_open_it_moves_nothing_when_its_script_is_done(windows):
    page = windows.open()
    page.context.add_init_script(WHEN_PAINTED)
    page.goto("/", wait_until="load")
    expect(close(page)).to_be_visible()
    assert page.evaluate("window.seen") is True
    # Not the browser's list of all that moved: on a busy machine the heading's letters arrive late, and the header in parts.
    assert page.evaluate("bannerBoxes()") == page.evaluate("window.before") != []


def test_next_version_is_seen_by_who_closed_the_last(windows):
    page = windows.open("/")
    page.evaluate("localStorage.setItem('beatcancer.banner', '{\"version\":99}')")
    page.reload()
    expect(banner(page)).to_be_visible()


def test_keys_close_it_and_go_on_where_tab_would(windows):
    page = windows.open("/")
    way = [
        page.get_by_role("link", name="Skip to the text"),
        banner(page).get_by_role("link"),
        close(page),
    ]
    for stop in way:
        page.keyboard.press("Tab")
        expect(stop).to_be_focused()
    page.keyboard.press("Enter")
    expect(banner(page)).to_be_hidden()
    expect(page.get_by_role("banner").get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize("kept", ["nonsense", "null", "[]", '"1"', "{}"])
def test_what_others_have_stored_does_not_matter(windows, kept):
    page = windows.open("/")
    page.evaluate("kept => localStorage.setItem('beatcancer.banner', kept)", kept)
    page.reload()
    expect(close(page)).to_be_visible()


def test_without_storage_it_closes_on_this_page(windows):
    page = windows.open()
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto("/")
    close(page).click()
    expect(banner(page)).to_be_hidden()
    page.reload()
    expect(banner(page)).to_be_visible()


def test_without_scripts_it_shows_and_has_no_dead_button(windows):
    page = windows.open("/", java_script_enabled=False)
    expect(banner(page).get_by_role("link")).to_be_visible()
    expect(banner(page).get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("begins", "ends", "shows"), [(-1, 1, True), (1, 2, False), (-2, -1, False)], ids=["in time", "early", "late"]
)
def test_page_that_a_proxy_kept_shows_it_only_in_its_time(windows, begins, ends, shows):
    now = datetime.datetime.now(datetime.timezone.utc)
    begin, end = ((now + datetime.timedelta(hours=hours)).isoformat() for hours in (begins, ends))
    page = windows.open()

    def keep(route):
        answer = route.fetch()
        times = f'data-bc-version="1" data-bc-from="{begin}" data-bc-to="{end}"'
        route.fulfill(response=answer, body=answer.text().replace('data-bc-version="1"', times))

    page.route("**/", keep)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(banner(page)).to_be_visible(visible=shows)


def test_it_covers_nothing(windows):
    page = windows.open("/", size=(320, 640))
    box, header = banner(page).bounding_box(), page.get_by_role("banner").bounding_box()
    assert box["y"] == 0
    assert header["y"] >= box["height"]
    assert box["width"] == 320
    button = close(page).bounding_box()
    assert min(button["width"], button["height"]) >= 44


def test_it_is_not_printed(windows):
    page = windows.open("/")
    page.emulate_media(media="print")
    expect(banner(page)).to_be_hidden()


def test_it_stands_in_forced_colours_with_a_visible_cross(windows):
    page = windows.open("/", forced_colors="active")
    line = close(page).evaluate("button => getComputedStyle(button, '::before').borderBlockStartWidth")
    assert float(line.removesuffix("px")) >= 2
