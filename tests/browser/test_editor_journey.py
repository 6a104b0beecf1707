"""What editors do all day, in a real browser."""

import re

from playwright.sync_api import expect

from tests.browser.article_form import ArticleForm


def test_editor_writes_previews_and_publishes_an_article(windows):
    page = windows.open(user="editor")
    form = ArticleForm.new(page, "Newsroom")
    form.title.fill("Your first visit to the clinic")

    section = form.insert("Section")
    section.get_by_role("textbox", name="Heading").fill("Before you go")
    form.write(section, "Write your questions on a list.")

    faq = form.insert("Frequently asked questions")
    faq.get_by_role("textbox", name="Question").fill("How long does it take?")
    form.write(faq, "About an hour.")

    books = form.insert("Books")
    form.choose_book(books, "mortal", "Being Mortal")

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", name="Before you go")).to_be_visible()
    expect(preview.get_by_text("Write your questions on a list.")).to_be_visible()
    page.get_by_role("button", name="Toggle preview").click()

    form.publish()
    expect(page.get_by_role("region", name="Summary").get_by_text("This field is required.")).to_be_visible()
    form.summary.fill("What happens at the clinic, and what to bring.")
    form.publish()
    form.expect_message("published")

    reader = windows.open("/newsroom/")
    reader.get_by_role("link", name="Your first visit to the clinic").click()
    expect(reader.get_by_text("What happens at the clinic, and what to bring.")).to_be_visible()
    expect(reader.get_by_role("heading", name="Before you go", level=2)).to_be_visible()
    reader.locator("summary", has_text="How long does it take?").click()
    expect(reader.get_by_text("About an hour.")).to_be_visible()
    expect(reader.get_by_role("heading", name="Being Mortal", level=3)).to_be_visible()


def test_reworded_heading_keeps_the_links_that_readers_have(windows):
    page = windows.open(user="editor")
    form = ArticleForm.new(page, "Newsroom")
    form.title.fill("Scans in plain words")
    form.summary.fill("What each scan shows.")
    section = form.insert("Section")
    section.get_by_role("textbox", name="Heading").fill("Before the scan")
    form.write(section, "Wear something without metal.")
    form.publish()
    form.expect_message("published")

    page.get_by_role("link", name="Scans in plain words", exact=True).click()
    form.block("Section").get_by_role("textbox", name="Heading").fill("How to get ready")
    form.publish()
    form.expect_message("published")

    reader = windows.open("/newsroom/scans-in-plain-words/#before-the-scan", size=(390, 300))
    expect(reader.get_by_role("heading", name="How to get ready")).to_be_in_viewport()
    expect(reader.get_by_text("Before the scan")).to_have_count(0)


def test_call_to_action_with_two_targets_is_refused_at_both_fields(windows):
    page = windows.open(user="editor")
    form = ArticleForm.new(page, "Newsroom")
    form.title.fill("Two ways at once")
    form.summary.fill("A page that asks for two things.")
    action = form.insert("Call to action")
    action.get_by_role("textbox", name="Heading").fill("Join us")
    action.get_by_role("textbox", name="Words on the button").fill("Join")
    form.choose_page(action, "Newsroom")
    action.get_by_role("textbox", name="Address").fill("/guides/")
    form.publish()
    refusals = form.block("Call to action").get_by_text("Choose a page or give an address, not both.")
    expect(refusals).to_have_count(2)
    page_field, address_field = (
        form.block("Call to action").locator(f"[data-contentpath={name}]") for name in ("page", "url")
    )
    expect(page_field).to_contain_text("not both")
    expect(address_field).to_contain_text("not both")

    action.get_by_role("textbox", name="Address").fill("")
    form.publish()
    form.expect_message("published")
    reader = windows.open("/newsroom/two-ways-at-once/")
    reader.get_by_role("link", name="Join", exact=True).click()
    expect(reader).to_have_url(re.compile("/newsroom/$"))


def test_draft_of_somebody_who_may_not_publish_stays_unseen(windows):
    page = windows.open(user="writer")
    form = ArticleForm.new(page, "Newsroom")
    form.title.fill("Not for readers yet")
    form.write(form.insert("Text"), "A first attempt.")
    expect(page.locator("[name=action-publish]")).to_have_count(0)
    form.save_draft()
    form.expect_message(re.compile("created|updated"))
    expect(page.locator("[name=action-publish]")).to_have_count(0)

    windows.allow("404:")
    reader = windows.open()
    assert reader.goto("/newsroom/not-for-readers-yet/").status == 404
    reader.goto("/newsroom/?q=readers")
    expect(reader.get_by_text("Nothing found for “readers”")).to_be_visible()
    expect(reader.get_by_text("Not for readers yet")).to_have_count(0)
