"""Everything can be reached and used by keyboard, and shows where one is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.window import DESKTOP, PHONE

ARTICLE = "/guides/every-block/"

WHERE = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  return {
    element: element.outerHTML.slice(0, 120),
    outlined: outlined(getComputedStyle(element)) || outlined(getComputedStyle(element, "::after")),
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def stops(page):
    """Every place where the Tab key stops, from the beginning to the end of the page."""
    found = []
    while len(found) < 400:
        page.keyboard.press("Tab")
        where = page.evaluate(WHERE)
        if where is None:
            return found
        found.append(where)
    raise AssertionError("The Tab key never comes to an end.")


def press(locator, key):
    locator.focus()
    locator.press(key)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", [ARTICLE, "/guides/?tag=guides", "/"])
def test_every_stop_of_the_tab_key_is_visible_and_outlined(windows, path, size):
    found = stops(windows.open(path, size=size))
    assert len(found) > 5
    assert [stop["element"] for stop in found if not (stop["outlined"] and stop["onScreen"])] == []


def test_skip_link_leads_past_the_header(windows):
    page = windows.open(ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#content :focus")).to_have_count(1)


def test_contents_are_a_disclosure_on_a_phone(windows):
    page = windows.open(ARTICLE, size=PHONE)
    contents = page.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="Second section")
    expect(link).to_be_hidden()
    press(contents.locator("summary"), "Enter")
    expect(link).to_be_visible()
    press(link, "Enter")
    expect(page.get_by_role("heading", name="Second section")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#second-section$"))
    expect(link).to_be_hidden()


def test_contents_stay_beside_the_text_and_mark_the_section_being_read(windows):
    page = windows.open(ARTICLE)
    contents = page.get_by_role("navigation", name="On this page")
    for name in ("First section", "Third section", "Second section"):
        press(contents.get_by_role("link", name=name), "Enter")
        expect(page.get_by_role("heading", name=name)).to_be_in_viewport()
        expect(contents).to_be_in_viewport(ratio=0.9)
        expect(contents.locator("[aria-current]")).to_have_text(name)


def long_jump(page, key):
    """Chromium lets a key that comes while the page still moves go unheard, so wait until it stands."""
    page.evaluate("""() => {
      window.arrived = false;
      addEventListener("scrollend", () => { window.arrived = true; }, { once: true });
    }""")
    page.keyboard.press(key)
    page.wait_for_function("() => window.arrived")


def test_the_mark_follows_long_jumps(windows):
    page = windows.open(ARTICLE)
    mark = page.get_by_role("navigation", name="On this page").locator("[aria-current]")
    expect(mark).to_have_count(0)
    long_jump(page, "End")
    expect(mark).to_have_count(1)
    long_jump(page, "Home")
    expect(mark).to_have_count(0)


def test_question_opens_and_closes_by_enter(windows):
    page = windows.open(ARTICLE)
    question, answer = page.locator("summary", has_text="Does a scan hurt?"), page.get_by_text("You lie still")
    expect(answer).to_be_hidden()
    press(question, "Enter")
    expect(answer).to_be_visible()
    press(question, "Enter")
    expect(answer).to_be_hidden()


def test_link_to_a_question_opens_it(windows):
    page = windows.open(f"{ARTICLE}#may-i-bring-somebody")
    expect(page.get_by_text("A second pair of ears helps.")).to_be_visible()
    expect(page.locator("summary", has_text="May I bring somebody?")).to_be_in_viewport()
    expect(page.get_by_text("You lie still")).to_be_hidden()


def test_question_gives_a_link_to_itself(windows):
    page = windows.open(ARTICLE)
    page.locator("summary", has_text="Does a scan hurt?").click()
    press(page.get_by_role("link", name=re.compile("Link to this question.*Does a scan hurt")), "Enter")
    expect(page).to_have_url(re.compile("#does-a-scan-hurt$"))
    page.reload()
    expect(page.get_by_text("You lie still")).to_be_visible()


def test_link_within_the_page_opens_a_question(windows):
    page = windows.open(ARTICLE)
    page.evaluate("location.hash = 'does-a-scan-hurt'")
    expect(page.get_by_text("You lie still")).to_be_visible()


SHELF_LANGUAGES = pytest.mark.parametrize(("locale", "onward"), [("en-GB", "ArrowRight"), ("ar", "ArrowLeft")])


INSIDE = """([book, inside]) => {
  const shelf = book.closest("[data-bc-shelf-list]").getBoundingClientRect(), box = book.getBoundingClientRect();
  return inside === (box.left > shelf.left - 2 && box.right < shelf.right + 2);
}"""


def wait_until_on_shelf(book, *, inside=True):
    """Wait until the whole width of a book can be seen; or, with ``inside=False``, until it cannot."""
    book.page.wait_for_function(INSIDE, arg=[book.element_handle(), inside])


@SHELF_LANGUAGES
def test_shelf_scrolls_by_arrow_keys(windows, locale, onward):
    page = windows.open(ARTICLE, locale=locale)
    books = page.locator(".bc-shelf__item")
    shelf = page.get_by_role("list", name="Books")
    wait_until_on_shelf(books.first)
    press(shelf, onward)
    wait_until_on_shelf(books.first, inside=False)


@SHELF_LANGUAGES
def test_shelf_moves_by_its_buttons_which_rest_at_the_ends(windows, locale, onward):
    page = windows.open(ARTICLE, locale=locale)
    books = page.locator(".bc-shelf__item")
    back, forth = page.locator(".bc-shelf__button--previous"), page.locator(".bc-shelf__button--next")
    expect(back).to_be_disabled()
    for _ in range(books.count()):
        press(forth, "Enter")
    wait_until_on_shelf(books.last)
    expect(forth).to_be_disabled()
    expect(forth).to_be_focused()
    for _ in range(books.count()):
        press(back, "Enter")
    wait_until_on_shelf(books.first)
    expect(back).to_be_disabled()
    expect(forth).to_be_enabled()


def test_shelf_of_few_books_has_no_buttons(windows):
    page = windows.open(ARTICLE, size=(1280, 900))
    page.evaluate("document.querySelectorAll('.bc-shelf__item:not(:first-child)').forEach(book => book.remove())")
    page.set_viewport_size({"width": 1200, "height": 900})
    expect(page.locator("[data-bc-shelf-buttons]")).to_be_hidden()


def test_wide_table_scrolls_by_arrow_keys(windows):
    page = windows.open(ARTICLE, size=(320, 700))
    table = page.get_by_role("region", name="Two common scans")
    table.focus()
    expect(table).to_be_focused()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expect(table.get_by_text("X-rays")).to_be_in_viewport()


def test_listing_is_searched_filtered_and_turned_by_keyboard(windows):
    page = windows.open("/guides/")
    status = page.get_by_role("status")
    press(page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next"), "Enter")
    expect(page).to_have_url(re.compile(r"\?page=2$"))
    expect(page.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    press(
        page.get_by_role("navigation", name="Filter by subject").get_by_role("link", name=re.compile("scans")), "Enter"
    )
    expect(status).to_have_text("1 resource found")
    expect(page.get_by_role("link", name="Every kind of block")).to_be_visible()
    press(page.get_by_role("link", name="Clear all"), "Enter")
    search = page.get_by_role("searchbox", name="Search the library")
    search.fill("short")
    search.press("Enter")
    expect(status).to_have_text("4 resources found")
    press(page.get_by_role("link", name="A to Z"), "Enter")
    expect(page.locator(".bc-result__title").first).to_have_text("Short guide 1")


def test_filters_are_a_disclosure_on_a_phone(windows):
    page = windows.open("/guides/", size=PHONE)
    filters = page.get_by_role("navigation", name="Filter by subject")
    link = filters.get_by_role("link", name=re.compile("scans"))
    expect(link).to_be_hidden()
    press(filters.locator("summary"), "Enter")
    press(link, "Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
