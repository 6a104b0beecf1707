"""Readers say whether a page helped them, and editors read it at the library desk."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

ARTICLE = "/resources/living-with-tiredness/"
SEARCHES, ANSWERS = "/admin/beatcancer_wagtail/failed_searches/", "/admin/beatcancer_wagtail/answers/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_answers_and_writes(windows, scripts):
    page = windows.open(ARTICLE, size=PHONE, java_script_enabled=scripts, user_agent=f"reader {scripts}")
    page.get_by_role("form", name="Was this page helpful?").get_by_role("button", name="No").click()
    expect(page.get_by_role("heading", name="Thank you", level=1)).to_be_visible()
    page.get_by_role("textbox", name="What did you look for").fill(f"More about sleep, {scripts}")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Your words have reached us.")).to_be_visible()
    page.get_by_role("link", name="Back to").click()
    expect(page).to_have_url(f"{windows.site}{ARTICLE}")
    assert page.context.cookies() == []

    desk = windows.open(ANSWERS, user="admin")
    expect(desk.get_by_role("row").filter(has_text=f"More about sleep, {scripts}")).to_contain_text("No")


def test_the_keyboard_is_enough(windows):
    page = windows.open(ARTICLE, user_agent="a keyboard")
    page.get_by_role("button", name="Yes").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thank you", level=1)).to_be_visible()
    page.get_by_role("textbox", name="What helped you?").focus()
    page.keyboard.type("The drawing.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your words have reached us.")).to_be_visible()


def test_what_was_wrong_is_said_beside_the_words(windows):
    windows.allow("422")
    page = windows.open(ARTICLE, user_agent="somebody with much to say")
    page.get_by_role("button", name="Yes").click()
    field = page.get_by_role("textbox", name="What helped you?")
    field.fill("long " * 300)
    page.get_by_role("button", name="Send").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("long " * 300)
    assert "Please shorten it" in page.locator(f"#{field.get_attribute('aria-describedby').split()[0]}").inner_text()
    assert violations(page) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_for_readers(windows, size):
    windows.allow("405")
    page = windows.open(ARTICLE, size=size, user_agent=f"axe {size}")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, within=".bc-feedback") == []
    page.get_by_role("button", name="No", exact=True).click()
    assert violations(page) == []
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.goto("/was-this-helpful/")
    assert violations(page) == []


def test_targets_are_large_enough_for_a_thumb(windows):
    page = windows.open(ARTICLE, size=PHONE)
    for button in page.get_by_role("form", name="Was this page helpful?").get_by_role("button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44


def test_nothing_of_it_is_printed(windows):
    page = windows.open(ARTICLE)
    page.emulate_media(media="print")
    expect(page.get_by_text("Was this page helpful?")).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", [SEARCHES, ANSWERS, f"{ANSWERS}?helpful=no", f"{SEARCHES}?q=zzz"])
def test_axe_finds_nothing_at_the_desk(windows, path, size):
    page = windows.open(path, user="admin", size=size)
    assert violations(page) == []


def test_an_editor_makes_an_article_from_a_search(windows):
    page = windows.open(f"{SEARCHES}?q=hair+loss", user="admin")
    page.get_by_role("link", name="Make an article").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Hair loss")
    assert violations(page) == []
    page.get_by_role("button", name="Make the draft").click()
    expect(page.get_by_text("Nothing is published.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Title").first).to_have_value("Hair loss")
    page.goto(f"{SEARCHES}?q=hair+loss")
    page.get_by_role("link", name="Make an article").click()
    expect(page.get_by_text("already")).to_be_visible()
    assert violations(page) == []
