"""An editor's hands on the form of an article in Wagtail."""

from contextlib import suppress

from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect

PATIENCE = 5_000  # milliseconds until a press or a search that Wagtail's scripts were not ready for is done again


class ArticleForm:
    """The form in ``page``. Blocks are found by the words that an editor sees on them."""

    def __init__(self, page):
        self.page = page
        self.title = page.get_by_role("textbox", name="Title").first  # a video has a title too
        self.summary = page.get_by_role("textbox", name="Summary")
        self.body = page.get_by_role("region", name="Body", exact=True)

    @classmethod
    def new(cls, page, library):
        """From the explorer to an empty form, as an editor clicks."""
        page.goto("/admin/pages/")
        if not page.get_by_role("heading", name=f"Exploring: {library}").is_visible():
            page.get_by_role("link", name=library, exact=True).first.click()
        page.get_by_role("link", name="Add child page").first.click()
        page.locator("main").get_by_role("link", name="Article").first.click()
        return cls(page)

    def insert(self, kind):
        """Choose a block in the picker at the end of the body."""
        self.body.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        return self.block(kind)

    def block(self, kind):
        return self.body.get_by_role("region", name=kind).last

    def open_everything(self):
        """Open every closed panel and every block's settings."""
        for name in ("Toggle section", "Settings"):
            closed = self.page.get_by_role("tabpanel").get_by_role("button", name=name, expanded=False)
            while closed.count():
                closed.first.press("Enter")

    def write(self, block, words):
        """Type into the rich text of a block, and wait until the editor has handed it to the form."""
        field = block.locator("[contenteditable=true]").last
        field.click()
        field.press_sequentially(words)
        expect(field).to_have_text(words)
        handed_over = "words => [...document.querySelectorAll('input')].some((input) => input.value.includes(words))"
        self.page.wait_for_function(handed_over, arg=words)

    def choose_book(self, block, words, title):
        """Search the chooser for ``words`` and take the book with this title."""
        block.get_by_role("button", name="Choose book").press("Enter")
        chooser = self.page.get_by_role("dialog")
        self._again_until_heard(lambda: self._search_chooser(chooser, words, "1 book"))
        chooser.get_by_role("link", name=title).click()
        expect(chooser).to_be_hidden()
        expect(block.get_by_text(title)).to_be_visible()

    def choose_page(self, block, title):
        """Find a page by its title in the chooser."""
        block.get_by_role("button", name="Choose a page").press("Enter")
        chooser = self.page.get_by_role("dialog")
        chooser.get_by_label("Search term").fill(title)
        chooser.get_by_role("link", name=title, exact=True).click()
        expect(chooser).to_be_hidden()
        expect(block.get_by_text(title, exact=True)).to_be_visible()

    def publish(self):
        self._again_until_heard(self._press_publish)

    def _press_publish(self):
        with self.page.expect_request(lambda request: request.is_navigation_request(), timeout=PATIENCE):
            publish = self.page.get_by_role("button", name="Publish", exact=True)
            if not publish.is_visible():
                self.page.get_by_role("button", name="More actions").click()
            publish.click()

    def _search_chooser(self, chooser, words, found):
        field = chooser.get_by_label("Search term")
        field.fill("")
        field.press_sequentially(words)
        chooser.get_by_text(found, exact=True).wait_for(timeout=PATIENCE)

    def _again_until_heard(self, act):
        """On a slow machine the first press may come before the scripts of the form."""
        for _attempt in range(3):
            with suppress(TooLate):
                return act()
        return act()

    def save_draft(self):
        self.page.get_by_role("button", name="Save draft").click()

    def expect_message(self, words):
        """What Wagtail says at the top after it has saved."""
        expect(self.page.get_by_role("status").filter(has_text=words)).to_be_visible()
