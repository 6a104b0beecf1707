"""Somebody brings an old site in: from the files to the drafts, with a keyboard, on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE
from tests.importer.saved_pages import archive_file, picture, saved_page

START, UPLOAD = "/admin/import/", "/admin/import/articles/"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

# What the frame of the source may not do, and what the frame of the draft does not run, Chromium notes as errors.
REFUSED = ("Content Security Policy", "policy: ", "Blocked script execution", "Blocked opening")
FIGURE = '<figure><img src="img/house.png" alt="The house"><figcaption>Our house.</figcaption></figure>'
TITLES = ("Waiting for a result", "Eating well", "Going home")


def fits(page):
    """Nothing sticks out at the side."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def old_site(name, *, extra=FIGURE):
    """Three pages, a picture, and a file that is no page."""
    paths = {f"{number}.html": saved_page(f"{title}, {name}", extra=extra) for number, title in enumerate(TITLES, 1)}
    return {**paths, "img/house.png": picture(width=320, height=200), "paper.html": b"%PDF-1.7 no page"}


def choose_library(page, name="Guides"):
    page.get_by_role("button", name="Choose a page").click()
    dialogue = page.get_by_role("dialog")
    dialogue.get_by_role("textbox", name="Search term").fill(name)
    dialogue.get_by_role("link", name=name, exact=True).first.click()
    expect(dialogue).to_be_hidden()


def upload(page, name, **options):
    """Three pages of a site that nobody has imported before."""
    file = archive_file(old_site(name, **options))
    page.get_by_label("Saved pages").set_input_files(
        {"name": f"{name}.zip", "mimeType": "application/zip", "buffer": file.read()}
    )
    if page.get_by_role("button", name="Choose a page").is_visible():
        choose_library(page)
    page.get_by_role("button", name="Read the files").click()


@pytest.fixture
def window(windows):
    for words in REFUSED:
        windows.allow(words)
    return windows


def read(windows, name, **options):
    """A preview of three pages."""
    extra = options.pop("extra", FIGURE)
    page = windows.open(UPLOAD, user="admin", **options)
    upload(page, name, extra=extra)
    expect(page.get_by_text("Shall it come like this?")).to_be_visible(timeout=60_000)
    return page


@SIZES
def test_from_the_files_to_the_drafts(window, size):
    page = window.open("/admin/", user="admin", size=size)
    page.goto(START)
    assert fits(page)
    assert violations(page) == []
    page.get_by_role("link", name="Articles", exact=True).click()
    expect(page.get_by_role("button", name="Read the files")).to_be_visible()
    assert fits(page)
    assert violations(page) == []
    mark = f"on {size[0]}"
    upload(page, mark)
    expect(page.get_by_text("3 will be new.")).to_be_visible(timeout=60_000)
    assert fits(page)
    assert violations(page) == []

    page.get_by_role("link", name=f"Going home, {mark}").click()
    draft = page.frame_locator('iframe[title="The draft as it will look"]')
    source = page.frame_locator('iframe[title="The source"]')
    expect(draft.get_by_role("heading", name=f"Going home, {mark}", level=1)).to_be_visible()
    expect(draft.get_by_role("img", name="The house")).to_be_visible()
    expect(source.get_by_text("A walk before noon")).to_be_visible()
    assert fits(page)
    assert violations(page, without=["iframe"]) == []
    page.get_by_role("button", name="Leave this one out").click()
    expect(page.get_by_text("It will be left out.")).to_be_visible()

    page.get_by_role("link", name="All", exact=True).click()
    expect(page.get_by_text("1 is left out.")).to_be_visible()
    page.get_by_role("button", name="Make the drafts").click()
    expect(page.get_by_text("Done.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("2 are new.")).to_be_visible()
    assert fits(page)
    assert violations(page) == []
    page.get_by_role("link", name="Open the draft").first.click()
    expect(page.get_by_role("textbox", name=re.compile("Title"))).to_have_value(re.compile(mark))


@SCHEMES
@SIZES
def test_the_screens_in_both_schemes(window, size, scheme):
    page = read(window, f"{scheme} {size[0]}", size=size, color_scheme=scheme)
    assert violations(page) == []
    page.get_by_role("link", name=re.compile("^Waiting for a result, ")).click()
    expect(page.get_by_role("heading", name="Left out on purpose")).to_be_visible()
    assert violations(page, without=["iframe"]) == []
    page.get_by_role("link", name="All", exact=True).click()
    page.get_by_role("link", name="Refused").click()
    expect(page.get_by_text("This is a PDF file")).to_be_visible()
    page.get_by_role("link", name="paper.html").click()
    expect(page.get_by_role("heading", name="The source")).to_be_visible()
    assert violations(page, without=["iframe"]) == []
    page.get_by_role("link", name="All", exact=True).click()
    page.get_by_role("link", name="Throw away").click()
    expect(page.get_by_role("button", name="Yes, throw it away")).to_be_visible()
    assert fits(page)
    assert violations(page) == []
    page.get_by_role("button", name="Yes, throw it away").click()
    expect(page.get_by_text("Nothing of it was stored.")).to_be_visible()


def test_in_the_source_nothing_runs_and_nothing_is_fetched(window):
    hostile = (
        "<script>top.document.title = 'taken'; document.title = 'taken'</script>"
        '<img src="https://tracker.example.org/a.png" onerror="top.document.title = \'taken\'">'
        '<meta http-equiv="refresh" content="0;url=https://tracker.example.org/b">'
        '<iframe src="https://tracker.example.org/c"></iframe><link rel="stylesheet" href="https://tracker.example.org/d">'
        '<a href="https://tracker.example.org/e">Away</a> <a href="https://tracker.example.org/f" target="_self">Away here</a>'
        '<form action="https://tracker.example.org/g"><button>Send</button></form>'
        "<style>@import 'https://tracker.example.org/h'; body { background: url(https://tracker.example.org/i) }</style>"
    )
    window.allow("tracker.example.org")  # Chromium notes as well what it has refused
    window.allow("'<meta http-equiv='refresh'")
    page = read(window, "hostile", extra=hostile)
    asked = []
    page.context.route("https://tracker.example.org/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.get_by_role("link", name=re.compile("^Waiting for a result, ")).click()
    source = page.frame_locator('iframe[title="The source"]')
    expect(source.get_by_text("A walk before noon")).to_be_visible()
    for name in ("Away", "Away here"):
        source.get_by_role("link", name=name, exact=True).click()
    expect(source.get_by_text("A walk before noon")).to_be_visible()
    expect(page).to_have_title(re.compile("hostile"))
    assert asked == []
    page.evaluate("fetch('https://tracker.example.org/control').catch(() => null)")
    assert asked == ["https://tracker.example.org/control"]


def test_the_choice_is_kept_as_soon_as_it_is_made(window):
    page = read(window, "kept")
    with page.expect_response("**/confirm/"):
        page.get_by_role("checkbox", name=re.compile("Eating well, kept")).uncheck()
    row = page.get_by_role("row").filter(has_text="Eating well, kept")
    expect(row.get_by_text("Left out", exact=True)).to_be_visible()
    expect(row.get_by_text("New draft")).to_be_hidden()
    expect(page.get_by_text("Ticked: 2 of 3")).to_be_visible()
    expect(page.get_by_text("2 will be new.")).to_be_visible()
    expect(page.get_by_text("1 is left out.")).to_be_visible()
    expect(page.get_by_role("link", name="Left out · 1")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Ticked: 2 of 3")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("Eating well, kept"))).not_to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("Going home, kept"))).to_be_checked()
    with page.expect_response("**/confirm/"):
        page.get_by_role("checkbox", name="All on this page").check()
    page.reload()
    expect(page.get_by_role("checkbox", name=re.compile("Eating well, kept"))).to_be_checked()


def test_when_the_connection_is_lost_the_screen_says_so_and_goes_on_later(window):
    page = window.open(UPLOAD, user="admin")
    page.route("**/step/", lambda route: route.abort())
    upload(page, "lost")
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert violations(page) == []
    expect(page.get_by_text("The connection was lost.")).to_be_visible(timeout=60_000)
    page.unroute("**/step/")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Shall it come like this?")).to_be_visible(timeout=60_000)


def test_without_javascript_it_goes_on_by_itself(window):
    plain = window.open(UPLOAD, user="admin", java_script_enabled=False)
    upload(plain, "plain")
    expect(plain.get_by_text("Shall it come like this?")).to_be_visible(timeout=60_000)
    plain.get_by_role("checkbox", name=re.compile("Going home, plain")).uncheck()
    row = plain.get_by_role("row").filter(has_text="Going home, plain")
    expect(row.get_by_text("Left out", exact=True)).to_be_visible()
    expect(row.get_by_text("New draft")).to_be_hidden()
    expect(plain.get_by_text("Only what is ticked is imported.")).to_be_visible()
    plain.get_by_role("button", name="Make the drafts").click()
    expect(plain.get_by_text("Done.")).to_be_visible(timeout=60_000)
    expect(plain.get_by_text("2 are new.")).to_be_visible()
    expect(plain.get_by_text("1 was left out.")).to_be_visible()


@SCHEMES
@SIZES
def test_the_report_as_a_file_of_its_own(window, size, scheme):
    page = read(window, f"report {scheme} {size[0]}", size=size, color_scheme=scheme)
    html = page.request.get(f"{page.url.partition('?')[0]}report.html").text()
    page.set_content(html)
    expect(page.get_by_role("heading", level=1)).to_contain_text("report")
    assert fits(page)
    assert violations(page) == []


@SIZES
@pytest.mark.parametrize("address", ["imports", "imported"])
def test_the_desk(window, size, address):
    page = window.open(f"/admin/beatcancer_wagtail/{address}/", user="admin", size=size)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert fits(page)
    assert violations(page) == []
