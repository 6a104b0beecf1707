"""A moderator at work: fifty comments by keyboard, one comment with its page beside, and the rule of a page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

QUEUE = "/admin/snippets/beatcancer_comments/comment/"
FIFTY = f"{QUEUE}?q=remark+short+guide"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])

# The page beside runs no script, which Chromium notes as an error.
NO_SCRIPT = "Blocked script execution"


def fits(page):
    """Nothing sticks out at the side."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def open_review(windows, query, **options):
    windows.allow(NO_SCRIPT)
    page = windows.open(f"{QUEUE}?{query}", user="moderator", **options)
    page.locator(".bc-moderation__comment").get_by_role("link", name="Review").first.click()
    expect(page.get_by_role("heading", name="Facts")).to_be_visible()
    return page


@SIZES
def test_queue(windows, size):
    page = windows.open(QUEUE, user="moderator", size=size)
    expect(page.locator(".bc-moderation__flag").first).to_contain_text("Somebody may be at risk")
    assert fits(page)
    assert violations(page) == []


def test_the_first_page_of_the_admin_says_what_waits(windows):
    page = windows.open("/admin/", user="moderator")
    expect(page.locator("#bc-comments-waiting-section")).to_contain_text(re.compile(r"\d+ waiting,\s*\d+ at risk"))
    assert violations(page, within="#bc-comments-waiting-section", without=[".w-panel__header"]) == []
    page.get_by_role("link", name="Open the queue").click()
    expect(page.get_by_role("button", name="Approve").first).to_be_visible()


@SIZES
def test_review(windows, size):
    page = open_review(windows, "risk=yes", size=size)
    expect(page.get_by_text("What suggests it:")).to_be_visible()
    expect(page.frame_locator("iframe").get_by_role("main")).to_be_visible()
    assert fits(page)
    assert violations(page, without=["iframe"]) == []


def test_a_canned_reply_fills_the_field_and_leaves_what_somebody_wrote(windows):
    page = open_review(windows, "risk=no")
    field = page.get_by_label("Your reply")
    choice = page.get_by_label("Canned reply")
    choice.select_option(index=1)
    filled = field.input_value()
    assert len(filled) > 20
    choice.select_option(index=2)
    assert field.input_value() not in ("", filled)
    field.fill("My own words.")
    choice.select_option(index=1)
    expect(field).to_have_value("My own words.")


def test_shortening_is_shown_first(windows):
    page = open_review(windows, "q=remark+50+short+guide")
    page.get_by_label("Passages to cut out").fill("Remark 50")
    page.get_by_role("button", name="Show how it will read").click()
    expect(page.get_by_role("status").filter(has_text="So it will read")).to_contain_text("[…] on the short guide.")
    expect(page.get_by_label("Passages to cut out")).to_have_value("Remark 50")
    assert violations(page, without=["iframe"]) == []


def test_without_javascript_a_comment_is_decided_on(windows):
    windows.allow(NO_SCRIPT)
    page = windows.open(f"{QUEUE}?q=remark+49+short+guide", user="moderator", java_script_enabled=False)
    page.get_by_role("button", name="Spam").click()
    expect(page.get_by_text("Marked as spam.")).to_be_visible()


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["script", "no-script"])
def test_row_after_row_the_focus_goes_on(windows, java_script_enabled):
    windows.allow(NO_SCRIPT)
    page = windows.open(f"{QUEUE}?q=remark+3+short+guide", user="moderator", java_script_enabled=java_script_enabled)
    rows = page.locator(".bc-moderation__comment")
    following = rows.nth(3).get_attribute("id")
    rows.nth(2).get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Rejected. Readers do not see the comment.")).to_be_visible()
    row = page.locator(f"#{following}")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(row.get_by_role("button", name="Approve")).to_be_focused()


@SIZES
@pytest.mark.parametrize("action", ["Approve", "Reject", "Spam", "Erase"])
def test_the_page_that_asks(windows, action, size):
    page = windows.open(FIFTY, user="moderator", size=size)
    page.get_by_role("checkbox", name="Select", exact=True).first.check(force=True)
    page.locator(".bulk-actions-buttons").get_by_role("link", name=action).click()
    expect(page.get_by_role("button", name=re.compile("^Yes"))).to_be_visible()
    assert fits(page)
    assert violations(page) == []


def test_fifty_comments_by_keyboard(windows):
    """From the queue to all of them approved with a handful of keys."""
    page = windows.open(FIFTY, user="moderator")
    number = page.locator(".bc-moderation__words").count()
    assert number > 45
    page.get_by_role("checkbox", name="Select all").last.focus()
    page.keyboard.press("Space")
    approve = page.locator(".bulk-actions-buttons").get_by_role("link", name="Approve")
    for _press in range(12):
        page.keyboard.press("Shift+Tab")
        if approve.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Yes, approve")
    expect(button).to_be_visible()
    for _press in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{number} comments approved.")).to_be_visible()
    expect(page.get_by_text("No comment fits.")).to_be_visible()


@SIZES
def test_rule_of_a_page(windows, size):
    page = windows.open("/admin/pages/search/?q=Short guide 1", user="admin", size=size)
    page.get_by_role("link", name="Short guide 1", exact=True).first.click()
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name="Readers' comments", exact=True).last.click()
    expect(page.get_by_text("What holds now for “Short guide 1”")).to_be_visible()
    assert fits(page)
    assert violations(page) == []
