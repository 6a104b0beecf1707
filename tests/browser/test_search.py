"""The search: over any page by keyboard alone, as a page without scripts, and inside a library without a reload."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

ARTICLE = "/guides/every-block/"


@pytest.fixture
def opened(windows):
    """A page with the search open over it, and words typed if given."""

    def open_search(words="", path=ARTICLE, key="/", **options):
        page = windows.open(path, **options)
        page.keyboard.press(key)
        expect(field(page)).to_be_focused()
        if words:
            page.keyboard.type(words)
            expect(tab(page, "Resources")).to_be_visible()
        return page

    return open_search


def dialog(page):
    return page.get_by_role("dialog")


def field(page):
    return dialog(page).get_by_role("searchbox")


def tab(page, name):
    return page.get_by_role("navigation", name="Kinds of results").get_by_role("link", name=re.compile(f"^{name} "))


def results(page):
    return page.locator(".bc-results .bc-card__link")


# Over the page, by keyboard alone


def test_slash_opens_and_escape_brings_the_reader_back(opened):
    page = opened()
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    link = page.get_by_role("banner").get_by_role("link", name="Search")
    link.focus()
    link.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_results_and_counts_come_while_typing_and_are_announced(opened):
    page = opened("biops")
    expect(results(page).first).to_have_text("Understanding your biopsy report")
    expect(tab(page, "Books")).to_have_text(re.compile("Books 0"))
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile(r"^Resources: [1-9]\d*, .*Books: 0$"))
    page.keyboard.type("yzz")
    expect(dialog(page).get_by_role("heading", name="Nothing found for “biopsyzz”")).to_be_visible()
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile("^Resources: 0, "))


def test_arrow_keys_move_through_the_results_and_enter_follows(opened):
    page = opened("biopsy")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    for _ in range(9):
        page.keyboard.press("ArrowDown")
    expect(dialog(page).get_by_role("link", name="see all")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/resources/understanding-your-biopsy-report/$"))


def test_kinds_are_reached_by_tab_and_books_by_arrows(opened):
    page = opened("cancer")
    tab(page, "Books").press("Enter")
    expect(tab(page, "Books")).to_be_focused()
    expect(tab(page, "Books")).to_have_attribute("aria-current", "page")
    page.keyboard.press("ArrowDown")
    expect(dialog(page).get_by_role("listitem").filter(has=page.get_by_role("article")).first).to_be_focused()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))


def test_enter_in_the_field_leads_to_the_page_with_all_results(opened):
    page = opened("cancer")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=cancer$"))
    expect(page.get_by_role("heading", name="Search", level=1)).to_be_visible()
    assert results(page).count() == 10


def test_clear_button_empties_the_field(opened):
    page = opened("zebra")
    dialog(page).get_by_role("button", name="Clear", exact=True).press("Enter")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    expect(tab(page, "Resources")).to_have_count(0)
    page.keyboard.type("zebra")
    page.get_by_role("link", name="Clear the search").press("Enter")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()


def test_other_words_are_tried_in_place(opened):
    page = opened("metastassis")
    dialog(page).get_by_role("link", name="metastasis").press("Enter")
    expect(field(page)).to_have_value("metastasis")
    expect(results(page).first).to_have_text("What is metastasis?")
    expect(tab(page, "Resources")).to_be_focused()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))


def test_slash_types_a_slash_where_one_types(windows):
    page = windows.open("/resources/")
    words = page.get_by_role("searchbox", name="Search the library")
    words.press("/")
    expect(words).to_have_value("/")
    expect(dialog(page)).to_have_count(0)
    page.get_by_role("heading", level=1).click()
    for keys in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(keys)
    expect(dialog(page)).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("BRCA1/2")
    expect(field(page)).to_have_value("BRCA1/2")


def test_background_cannot_be_reached_while_the_search_is_open(opened):
    page = opened("biopsy")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_nothing_moves_while_typing(opened):
    page = opened()
    before = field(page).bounding_box(), dialog(page).bounding_box()
    for words in ("cancer", " zebra"):
        page.keyboard.type(words)
        expect(field(page)).to_have_value(re.compile(f"{words}$"))
        expect(dialog(page).get_by_role("status")).not_to_be_empty()
        assert (field(page).bounding_box(), dialog(page).bounding_box()) == before
        expect(dialog(page).locator("[aria-busy]")).to_have_count(0)


def test_late_answer_does_not_replace_a_newer_one(opened):
    page = opened()
    held = []
    page.route("**/search/?q=zebra", lambda route: held.append(route))
    with page.expect_request("**/search/?q=zebra"):
        page.keyboard.type("zebra")
    page.keyboard.press("Control+a")
    page.keyboard.type("biopsy")
    expect(results(page).first).to_contain_text("biopsy")
    held[0].fulfill(body='<div data-bc-total="0" data-bc-said="Late">Late</div>')
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile("^Resources: [1-9]"))


def test_search_that_does_not_answer_says_what_to_do(opened):
    page = opened()
    page.route("**/search/?q=*", lambda route: route.abort())
    page.keyboard.type("biopsy")
    expect(dialog(page).locator("div").get_by_text("Search is not answering. Press Enter")).to_be_visible()
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile("not answering"))
    page.unroute_all()
    page.keyboard.press("Enter")
    expect(results(page).first).to_have_text("Understanding your biopsy report")


def test_slow_answer_is_excused_and_then_shown(windows):
    page = windows.open()
    page.clock.install()
    page.goto(ARTICLE)
    held = []
    page.route("**/search/?q=biopsy", lambda route: held.append(route))
    page.keyboard.press("/")
    expect(dialog(page)).to_be_visible()
    page.keyboard.type("biopsy")
    with page.expect_request("**/search/?q=biopsy"):
        page.clock.run_for(300)
    page.clock.run_for(9000)
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile("not answering"))
    held[0].continue_()
    expect(results(page).first).to_have_text("Understanding your biopsy report")


def asked_for(windows, header):
    """The addresses asked for with that header, in any window from now on."""
    found = []
    context = windows._contexts[-1]
    context.on(
        "request",
        lambda request: found.append(request.url) if request.headers.get("x-requested-with") == header else None,
    )
    return found


def test_what_found_nothing_is_told_once_the_reader_leaves_it(windows, opened):
    page = opened("zebra")
    told = asked_for(windows, "beatcancer-search")
    page.keyboard.type("s")
    expect(dialog(page).get_by_role("heading", name="Nothing found for “zebras”")).to_be_visible()
    assert told == []
    with page.expect_request(lambda request: request.headers.get("x-requested-with") == "beatcancer-search"):
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert [address.rpartition("?")[2] for address in told] == ["q=zebras"]


def test_back_button_shows_the_page_and_never_a_part_of_it(opened):
    page = opened("cancer")
    dialog(page).get_by_role("link", name="see all").press("Enter")
    expect(page).to_have_url(re.compile("/search/"))
    address = page.url
    page.goto("/resources/")
    page.keyboard.press("/")
    page.keyboard.type("cancer")
    expect(tab(page, "Resources")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("heading", name="Search", level=1)).to_be_visible()


@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_open_search_fits_a_narrow_window(windows, locale):
    page = windows.open(ARTICLE, size=(320, 600), locale=locale)
    page.keyboard.press("/")
    page.keyboard.type("cancer")
    expect(results(page).first).to_be_visible()
    box = dialog(page).bounding_box()
    assert (box["x"], box["width"], box["height"]) == (0, 320, 600)
    assert dialog(page).evaluate("box => [...box.querySelectorAll('*')].every(part => part.scrollWidth <= 320)")


# axe


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("words", ["", "cancer", "zebra"], ids=["empty", "results", "nothing"])
def test_axe_finds_nothing_in_the_open_search(opened, words, size):
    page = opened(words, size=size)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("query", ["", "?q=cancer", "?q=cancer&kind=books", "?q=zebra", "?q=scan&kind=books"])
def test_axe_finds_nothing_on_the_page(windows, query, size):
    page = windows.open(f"/search/{query}", size=size)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_axe_finds_nothing_from_right_to_left(windows):
    page = windows.open("/search/?q=cancer", locale="ar")
    assert violations(page) == []
    page.keyboard.press("/")
    page.keyboard.type("cancer")
    expect(dialog(page).locator(".bc-result").first).to_be_visible()
    assert violations(page) == []


# Without scripts


def test_everything_works_as_plain_pages(windows):
    page = windows.open(ARTICLE, java_script_enabled=False)
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    expect(page).to_have_url(re.compile("/search/$"))
    page.get_by_role("searchbox").fill("cancer")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    assert results(page).count() == 10
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    tab(page, "Books").click()
    expect(page.locator(".bc-book").first).to_be_visible()
    page.get_by_role("searchbox").fill("zebra")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", name="Nothing found for “zebra”")).to_be_visible()
    page.get_by_role("link", name="Clear the search").click()
    expect(page.get_by_role("searchbox")).to_have_value("")


# Inside a library


@pytest.fixture
def library(windows):
    """A library in a window that remembers whether the page has been loaded anew."""

    def open_library(path="/guides/", **options):
        page = windows.open(path, **options)
        page.evaluate("window.isFirst = true")
        return page

    return open_library


def is_same_page(page):
    return page.evaluate("window.isFirst === true")


def filters(page):
    return page.get_by_role("navigation", name="Filter by subject")


def test_filters_change_the_list_without_a_reload(library):
    page = library()
    subject = filters(page).get_by_role("link", name=re.compile("scans"))
    subject.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    expect(page).to_have_url(re.compile(r"/guides/\?tag=tests-and-scans$"))
    expect(filters(page).get_by_role("link", name=re.compile("scans"))).to_be_focused()
    page.keyboard.press("Enter")  # and away again
    expect(page.get_by_role("status")).to_have_text("")
    expect(page).to_have_url(re.compile(r"/guides/\??$"))
    assert is_same_page(page)


def test_back_and_forward_show_what_was_shown(library):
    page = library()
    expect(page.locator(".bc-result__title")).to_have_count(2)
    filters(page).get_by_role("link", name=re.compile("scans")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    search = page.get_by_role("searchbox", name="Search the library")
    search.fill("block")
    search.press("Enter")
    expect(page).to_have_url(re.compile("q=block.*tag=|tag=.*q=block"))
    expect(page.get_by_role("link", name=re.compile("“block”"))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name=re.compile("“block”"))).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    expect(search).to_have_value("")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("")
    expect(page.locator(".bc-result__title")).to_have_count(2)
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    assert is_same_page(page)


def test_way_back_from_an_article_shows_the_whole_page(library):
    page = library()
    filters(page).get_by_role("link", name=re.compile("scans")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    page.get_by_role("link", name="Every kind of block").click()
    expect(page.get_by_role("heading", name="Every kind of block", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Guides", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("1 resource found")


def test_next_page_begins_at_its_beginning(library):
    page = library(size=PHONE)
    page.get_by_role("link", name="Next").press("Enter")
    expect(page.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    expect(page.locator(".bc-summary")).to_be_focused()
    expect(page.locator(".bc-summary")).to_be_in_viewport()
    assert is_same_page(page)


def test_focus_stays_where_the_reader_has_gone_meanwhile(windows):
    page = windows.open("/guides/?tag=guides")
    answers = []
    page.route(
        "**/guides/",
        lambda route: answers.append(route) if "x-requested-with" in route.request.headers else route.continue_(),
    )
    field = page.get_by_role("searchbox", name="Search the library")
    page.get_by_role("link", name="Clear all").press("Enter")
    field.focus()
    with page.expect_response("**/guides/"):
        answers.pop().continue_()
    expect(page.get_by_role("link", name="Clear all")).to_have_count(0)
    expect(page).to_have_url(re.compile("/guides/$"))
    expect(field).to_be_focused()


def test_words_keep_the_chosen_subject_and_the_field_keeps_the_focus(library):
    page = library()
    filters(page).get_by_role("link", name=re.compile("Guides")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("5 resources found")
    search = page.get_by_role("searchbox", name="Search the library")
    search.fill("short")
    search.press("Enter")
    expect(page.get_by_role("status")).to_have_text("4 resources found")
    expect(page).to_have_url(re.compile("tag=guides"))
    expect(search).to_be_focused()
    page.get_by_role("link", name="Clear all").press("Enter")
    expect(page.get_by_role("status")).to_have_text("")
    expect(search).to_have_value("")
    assert is_same_page(page)


def test_filters_stay_open_on_a_phone(library):
    page = library(size=PHONE)
    filters(page).locator("summary").press("Enter")
    filters(page).get_by_role("link", name=re.compile("scans")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    expect(filters(page).get_by_role("link", name=re.compile("scans"))).to_be_visible()
    assert is_same_page(page)


def test_library_that_does_not_answer_in_part_is_loaded_whole(library):
    page = library()
    page.route("**/guides/?tag=*", lambda route: route.abort() if part_of(route) else route.continue_())
    filters(page).get_by_role("link", name=re.compile("scans")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    assert not is_same_page(page)


def part_of(route):
    return "x-requested-with" in route.request.headers


def test_link_with_a_modifier_opens_another_window(library):
    page = library()
    with page.context.expect_page() as another:
        filters(page).get_by_role("link", name=re.compile("scans")).click(modifiers=["Control"])
    expect(another.value.get_by_role("status")).to_have_text("1 resource found")
    expect(page.get_by_role("status")).to_have_text("")


def test_axe_finds_nothing_in_a_changed_list(library):
    page = library()
    filters(page).get_by_role("link", name=re.compile("scans")).press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    assert violations(page) == []
