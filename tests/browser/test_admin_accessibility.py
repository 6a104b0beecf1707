"""axe finds nothing on the admin screens of the library. What Wagtail itself brings along is left out, each with its reason."""

import pytest
from playwright.sync_api import expect

from tests.browser.article_form import ArticleForm
from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

BOOKS = "/admin/snippets/beatcancer_wagtail/booksnippet/"

# Wagtail's own, in every form that uses them: the tag field, the rich text editor and the cells of a typed table are not
# tied to their labels, and the buttons at the head of a nested block stand closer together than 24 px.
WIDGETS = [".tagit", ".Draftail-Editor", ".typed-table-block", ".w-panel__header"]

# What stands around a form (its header, the minimap, the side panels) is Wagtail's.
FORM = "[data-edit-form]"


def open_page_form(page, title):
    """Find a page in the admin's search and open its form."""
    page.goto(f"/admin/pages/search/?q={title}")
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(ArticleForm(page).title).to_have_value(title)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_list_of_books(windows, size):
    page = windows.open(BOOKS, user="admin", size=size)
    expect(page.get_by_role("link", name="Being Mortal").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Show filters").click()
    expect(page.get_by_role("button", name="Year")).to_be_visible()
    assert violations(page, within="[data-controller~=w-drilldown]") == []


def test_form_of_a_book(windows):
    page = windows.open(BOOKS, user="admin")
    page.get_by_role("link", name="Being Mortal").first.click()
    expect(page.get_by_role("textbox", name="Authors")).to_have_value("Atul Gawande")
    assert violations(page, within=FORM, without=WIDGETS) == []


def test_form_of_a_library(windows):
    page = windows.open(user="admin")
    open_page_form(page, "Guides")
    assert violations(page, within=FORM, without=WIDGETS) == []


def test_form_of_an_article_with_every_block_and_chooser_of_books(windows):
    page = windows.open(user="admin")
    open_page_form(page, "Every kind of block")
    form = ArticleForm(page)
    form.open_everything()
    assert violations(page, within=FORM, without=WIDGETS) == []

    books = form.block("Books Books")
    books.get_by_role("button", name="Add", exact=True).first.press("Enter")
    books.get_by_role("button", name="Choose book").press("Enter")
    expect(page.get_by_role("dialog").get_by_role("link", name="Being Mortal")).to_be_visible()
    assert violations(page, within=".modal-content") == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_calls_to_action(windows, size):
    page = windows.open("/admin/snippets/beatcancer_wagtail/calltoaction/", user="admin", size=size)
    expect(page.get_by_role("link", name="You do not have to read alone").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="You do not have to read alone").first.click()
    expect(page.get_by_role("textbox", name="Words on the button")).to_have_value("Join our reading group")
    assert violations(page, within=FORM, without=WIDGETS) == []


@pytest.mark.parametrize("setting", ["surveybanner", "closingcall", "organisation"])
def test_forms_of_what_the_site_says(windows, setting):
    page = windows.open(f"/admin/settings/beatcancer_wagtail/{setting}/", user="admin")
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    assert violations(page, within="main form", without=WIDGETS) == []
