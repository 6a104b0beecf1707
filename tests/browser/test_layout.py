"""Pages fit small screens, large letters, thumbs, paper and readers who want no movement."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

ARTICLE, LISTING = "/guides/every-block/", "/guides/?page=2&tag=guides"
PAGES = pytest.mark.parametrize("path", [ARTICLE, LISTING, "/", "/resources/"])

SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"

LAYOUT_SHIFT = """
window.shift = 0;
window.shiftObserver = new PerformanceObserver(window.addShift = (list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
});
window.shiftObserver.observe({ type: "layout-shift", buffered: true });
"""
SCROLL_THROUGH = """async () => {
  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let top = 0; top < document.scrollingElement.scrollHeight; top += innerHeight / 2) {
    scrollTo({ top, behavior: "instant" });
    await nextFrame();
  }
  await Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode(); }));
  await nextFrame();
  const rest = window.shiftObserver.takeRecords();
  window.addShift({ getEntries: () => rest });
  return window.shift;
}"""


@PAGES
def test_page_never_scrolls_sideways(windows, path):
    page = windows.open(path, size=(320, 640))
    assert page.evaluate(SIDEWAYS) == 0
    for summary in page.locator("main summary").all():
        summary.click()
    assert page.evaluate(SIDEWAYS) == 0
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 px at 200 %
    assert page.evaluate(SIDEWAYS) == 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")  # letters alone
    for width in (390, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) == 0


def test_page_never_scrolls_sideways_from_right_to_left(windows):
    page = windows.open(ARTICLE, locale="ar")
    for width in (320, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SIDEWAYS) == 0


TARGETS = "button, summary, .bc-button, .bc-pages a, .bc-filters a, .bc-contents a, .bc-tags a"


@PAGES
def test_targets_are_large_enough_for_a_thumb(windows, path):
    page = windows.open(path, size=PHONE)
    for summary in page.locator("main summary:visible").all():
        summary.click()
    for width, height in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": height})
        targets = page.locator(f"main :is({TARGETS}):visible").all()
        assert targets
        heights = {target.inner_text(): target.bounding_box()["height"] for target in targets}
        assert {name: height for name, height in heights.items() if height < 44} == {}


def without_fonts(route):
    """Until a font is there Chromium lays headings out in letters of its own, so on a busy machine they move once."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"@font-face \{.*?\n\}", "", answer.text(), flags=re.DOTALL))


@pytest.mark.parametrize("size", [PHONE, (1000, 800), DESKTOP], ids=["phone", "tablet", "desktop"])
@pytest.mark.parametrize("path", [ARTICLE, "/resources/", "/"])
def test_nothing_jumps_while_the_page_loads(windows, path, size):
    page = windows.open(size=size)
    page.route("**/example_project/site.css", without_fonts)
    page.add_init_script(LAYOUT_SHIFT)
    page.goto(path)
    assert page.evaluate(SCROLL_THROUGH) < 0.02


def test_paper_shows_the_answers_and_no_furniture(windows):
    page = windows.open(ARTICLE)
    answer = page.get_by_text("You lie still")
    expect(answer).to_be_hidden()
    page.emulate_media(media="print")
    expect(answer).to_be_visible()
    expect(page.get_by_role("heading", name="Every kind of block", level=1)).to_be_visible()
    expect(page.locator(".bc-article__source")).to_contain_text("/guides/every-block/")
    for furniture in (
        ".bc-contents",
        ".bc-shelf__buttons",
        ".bc-breadcrumb",
        ".bc-action",
        ".bc-latest",
        ".bc-embed .bc-button",
    ):
        expect(page.locator(furniture).filter(visible=True)).to_have_count(0)


def test_paper_is_light_where_the_site_is_dark(windows):
    page = windows.open(ARTICLE, color_scheme="dark")
    page.emulate_media(media="print")
    assert violations(page, within=".bc-article") == []


def test_printing_opens_every_question_and_closes_it_again(windows):
    page = windows.open(ARTICLE)
    page.locator("summary", has_text="Does a scan hurt?").click()
    questions = page.locator("details.bc-question[open]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(questions).to_have_count(2)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(questions).to_have_count(1)


@pytest.mark.parametrize(("wish", "moved"), [("reduce", True), ("no-preference", False)])
def test_shelf_jumps_for_readers_who_want_no_movement(windows, wish, moved):
    """Right after the press it has arrived; for everybody else it is only about to move."""
    page = windows.open(ARTICLE, reduced_motion=wish)
    expect(page.locator(".bc-shelf__button--next")).to_be_visible()
    press_and_look = """() => {
      document.querySelector(".bc-shelf__button--next").click();
      return document.querySelector("[data-bc-shelf-list]").scrollLeft > 0;
    }"""
    assert page.evaluate(press_and_look) is moved


def test_page_does_not_glide_for_readers_who_want_no_movement(windows):
    page = windows.open(ARTICLE)
    behaviours = page.evaluate("[...document.querySelectorAll('*')].map((e) => getComputedStyle(e).scrollBehavior)")
    assert set(behaviours) == {"auto"}
