"""Pages do all their work for readers whose browser runs no scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.window import DESKTOP, PHONE

ARTICLE = "/guides/every-block/"


@pytest.fixture
def plain(windows):
    """Opens a window in which no script runs."""
    return lambda path, **options: windows.open(path, java_script_enabled=False, **options)


def test_questions_open(plain):
    page = plain(ARTICLE)
    answer = page.get_by_text("You lie still")
    expect(answer).to_be_hidden()
    page.locator("summary", has_text="Does a scan hurt?").click()
    expect(answer).to_be_visible()


def test_contents_stand_open_beside_the_text(plain):
    page = plain(ARTICLE, size=DESKTOP)
    page.get_by_role("navigation", name="On this page").get_by_text("Third section").click()
    expect(page).to_have_url(re.compile("#third-section$"))
    expect(page.get_by_role("heading", name="Third section")).to_be_in_viewport()


def test_contents_open_on_a_phone(plain):
    page = plain(ARTICLE, size=PHONE)
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents.get_by_text("Third section")).to_be_hidden()
    contents.locator("summary").click()
    contents.get_by_role("link", name="Third section").click()
    expect(page.get_by_role("heading", name="Third section")).to_be_in_viewport()


def test_shelf_scrolls_and_shows_no_dead_buttons(plain):
    page = plain(ARTICLE)
    expect(page.get_by_role("button", name="More books")).to_be_hidden()
    shelf, last = page.get_by_role("list", name="Books"), page.locator(".bc-shelf__item").last
    expect(last.get_by_role("heading")).not_to_be_in_viewport()
    shelf.hover()
    page.mouse.wheel(5000, 0)
    expect(last.get_by_role("heading")).to_be_in_viewport()


def test_video_is_a_link_to_its_provider(plain):
    video = plain(ARTICLE).get_by_role("figure").filter(has_text="At a scan")
    expect(video.get_by_role("link", name="Watch on youtube.com")).to_have_attribute(
        "href", re.compile("^https://www.youtube.com/")
    )
    expect(video.get_by_role("button")).to_be_hidden()


def test_listing_is_searched_filtered_and_turned(plain):
    page = plain("/guides/")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    page.get_by_role("navigation", name="Filter by subject").get_by_text("Tests and scans").click()
    expect(page.get_by_role("status")).to_have_text("1 resource found")
    page.get_by_role("link", name="Clear all").click()
    page.get_by_role("searchbox", name="Search the library").fill("short")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text("4 resources found")


def test_filters_open_on_a_phone(plain):
    page = plain("/guides/", size=PHONE)
    filters = page.get_by_role("navigation", name="Filter by subject")
    filters.locator("summary").click()
    filters.get_by_text("Tests and scans").click()
    expect(page.get_by_role("status")).to_have_text("1 resource found")
