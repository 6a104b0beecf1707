"""Readers write comments: with and without scripts, with the keyboard, and when something goes wrong."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.window import DESKTOP, PHONE

ARTICLE, THREAD = "/resources/living-with-tiredness/", "/resources/what-is-metastasis/"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


COMMENTS = re.compile(r"/comments/\d+/")


def come_near(page):
    """Go to the comments and wait for their script."""
    page.locator("#bc-comments").scroll_into_view_if_needed()
    expect(page.locator("#bc-comments")).to_have_attribute("data-bc-ready", "")


def open_form(page, link="Write a comment"):
    """Go to the comments and open the form in its place."""
    come_near(page)
    section = page.locator("#bc-comments")
    section.get_by_role("link", name=link).first.click()
    form = section.get_by_role("form")
    expect(form).to_be_visible()
    return form


def fill(form, text, name="Wren"):
    form.get_by_role("textbox", name="Your name here").fill(name)
    words_of(form).fill(text)
    form.get_by_role("checkbox").check()


def words_of(form):
    return form.get_by_role("textbox", name=re.compile("^Your (comment|reply)$"))


def problem_of(form):
    return form.locator("[data-bc-comments=problem]")


def send(form):
    form.get_by_role("button", name="Send", exact=True).click()


def posts(page):
    """The forms that the page sends from now on."""
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return sent


def test_a_reader_writes_without_leaving_the_article(windows):
    page = windows.open(ARTICLE, size=PHONE, user_agent="a writer")
    form = open_form(page)
    expect(form.get_by_role("heading", name="Write a comment")).to_be_focused()
    expect(form.get_by_text("What happens next")).to_be_visible()
    fill(form, "A nap before noon helped me most.")
    send(form)
    thanks = page.get_by_role("group", name="Thank you for writing")
    expect(thanks).to_be_focused()
    expect(thanks).to_contain_text("waits for approval")
    expect(page).to_have_url(f"{windows.site}{ARTICLE}")
    expect(page.get_by_role("link", name="Write a comment")).to_be_visible()
    assert page.context.cookies() == []


def test_a_reader_writes_without_scripts(windows):
    page = windows.open(ARTICLE, size=PHONE, java_script_enabled=False, user_agent="a plain writer")
    page.get_by_role("link", name="Write a comment").click()
    form = page.get_by_role("form", name="Write a comment")
    expect(form).to_be_in_viewport()
    fill(form, "I keep a chair in the kitchen.")
    send(form)
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_visible()
    page.get_by_role("link", name="Back to").click()
    expect(page).to_have_url(f"{windows.site}{ARTICLE}")
    assert page.context.cookies() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_replies(windows, scripts):
    page = windows.open(THREAD, java_script_enabled=scripts, user_agent=f"who replies {scripts}")
    if scripts:
        form = open_form(page, "Reply to Heron")
        expect(form.get_by_role("heading", name="Reply to Heron")).to_be_focused()
    else:
        page.get_by_role("link", name="Reply to Heron").click()
        form = page.get_by_role("form", name="Reply to Heron")
    fill(form, f"It helped me to draw it, too, {scripts}.")
    send(form)
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_was_wrong_is_said_and_no_word_is_lost(windows, scripts):
    windows.allow("422")
    page = windows.open(ARTICLE, java_script_enabled=scripts, user_agent=f"in a hurry {scripts}")
    if scripts:
        form = open_form(page)
    else:
        page.get_by_role("link", name="Write a comment").click()
        form = page.get_by_role("form")
    words_of(form).fill("long " * 500)
    form.get_by_role("textbox", name="E-mail").fill("me at home")
    send(form)
    problem = problem_of(form)
    expect(problem).to_be_focused()
    expect(words_of(form)).to_have_value("long " * 500)
    for label, words in (
        ("Your name here", "Write a name"),
        ("Your comment", "shorten"),
        ("E-mail", "no e-mail address"),
    ):
        field = form.get_by_role("textbox", name=label)
        expect(field).to_have_attribute("aria-invalid", "true")
        assert words in page.locator(f"#{field.get_attribute('aria-describedby').split()[0]}").inner_text()
        expect(problem).to_contain_text(words)
    problem.get_by_role("link", name="shorten").click()
    expect(words_of(form)).to_be_focused()


def send_words_at_risk(windows, scripts, *, agrees):
    page = windows.open(ARTICLE, size=PHONE, java_script_enabled=scripts, user_agent=f"at risk {scripts} {agrees}")
    if scripts:
        form = open_form(page)
    else:
        page.get_by_role("link", name="Write a comment").click()
        form = page.get_by_role("form")
    fill(form, f"I want to end my life, {scripts} {agrees}.")
    form.get_by_role("checkbox").set_checked(agrees)
    send(form)
    return page


def expect_help_is_seen_and_heard(page, place):
    """Where the focus is, the help stands at the top of the window, and a screen reader says it."""
    expect(place).to_be_focused()
    expect(place).to_have_accessible_name(re.compile("^If you need somebody now"))
    expect(place).to_have_accessible_description(re.compile("01632 960 500"))
    heading = place.get_by_role("heading", name="If you need somebody now")
    expect(heading).to_be_in_viewport(ratio=1)
    expect(place.get_by_role("link", name="01632 960 500")).to_be_in_viewport(ratio=1)
    expect(place.get_by_role("link", name="01632 960 500")).to_have_attribute("href", "tel:01632960500")
    assert heading.evaluate("(heading) => heading.getBoundingClientRect().top < innerHeight / 2")


SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@SCRIPTS
def test_words_that_suggest_danger_are_answered_with_help_that_stays(windows, scripts):
    page = send_words_at_risk(windows, scripts, agrees=True)
    expect(page).to_have_url(re.compile("[?]sent="))
    thanks = page.get_by_role("group", name="Thank you for writing")
    expect_help_is_seen_and_heard(page, thanks)
    expect(page).to_have_title(re.compile("^Thank you"))
    page.reload()
    expect_help_is_seen_and_heard(page, thanks)
    assert not scripts or violations(page) == []


@SCRIPTS
def test_help_is_there_although_the_form_is_refused(windows, scripts):
    windows.allow("422")
    page = send_words_at_risk(windows, scripts, agrees=False)
    form = page.get_by_role("form")
    expect_help_is_seen_and_heard(page, problem_of(form))
    expect(problem_of(form)).to_have_accessible_name(re.compile("has not been sent yet"))
    expect(problem_of(form).get_by_role("link", name="01632 960 500")).to_have_css("font-weight", "600")
    expect(problem_of(form).get_by_text("in danger now")).to_have_css("font-weight", "400")
    expect(words_of(form)).to_have_value(re.compile("I want to end my life"))
    if scripts:
        assert violations(page) == []
        page.route(COMMENTS, lambda route: route.abort())
        send(form)
        expect(problem_of(form)).to_contain_text("there is no answer")
        expect(problem_of(form)).to_be_focused()
        expect(form.get_by_role("heading", name="If you need somebody now")).to_be_in_viewport()


def test_half_written_words_are_not_lost_by_leaving(windows):
    page = windows.open(THREAD, user_agent="a wanderer")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    form = open_form(page)
    words_of(form).press_sequentially("Not")
    page.get_by_role("link", name="Newest first").click()
    expect(words_of(form)).to_have_value("Not")
    assert asked == ["beforeunload"]

    words_of(form).fill("")
    page.get_by_role("link", name="Newest first").click()
    expect(page).to_have_url(re.compile("order=newest"))
    assert asked == ["beforeunload"]


def test_nobody_is_asked_once_the_words_are_sent(windows):
    page = windows.open(THREAD, user_agent="a wanderer who sends")
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    form = open_form(page)
    fill(form, "I sent this and went on.")
    send(form)
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_focused()
    page.get_by_role("link", name="Newest first").click()
    expect(page).to_have_url(re.compile("order=newest"))


def test_a_broken_connection_loses_no_word(windows):
    page = windows.open(ARTICLE, user_agent="on a train")
    form = open_form(page)
    fill(form, "Written in a tunnel.")
    page.route(COMMENTS, lambda route: route.abort())
    send(form)
    expect(problem_of(form)).to_be_focused()
    expect(problem_of(form)).to_contain_text("Your words are still here")
    expect(words_of(form)).to_have_value("Written in a tunnel.")
    page.unroute(COMMENTS)

    with page.expect_popup() as opened:
        form.get_by_role("button", name="Send in a new window").click()
    expect(opened.value.get_by_role("group", name="Thank you for writing")).to_be_visible()
    send(form)  # the same comment once more
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_focused()


def test_where_the_form_does_not_come_the_link_leads_on(windows):
    page = windows.open(ARTICLE)
    only_script = lambda route: route.abort() if "x-requested-with" in route.request.headers else route.continue_()  # noqa: E731
    page.route(COMMENTS, only_script)
    come_near(page)
    page.get_by_role("link", name="Write a comment").click()
    expect(page).to_have_url(re.compile(r"/comments/\d+/#bc-comment-form$"))
    expect(page.get_by_role("form", name="Write a comment")).to_be_in_viewport()


def test_a_double_click_sends_once(windows):
    page = windows.open(ARTICLE, user_agent="a quick finger")
    form = open_form(page)
    fill(form, "I pressed twice.")
    sent = posts(page)
    form.get_by_role("button", name="Send", exact=True).dblclick()
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_visible()
    assert len(sent) == 1


def test_the_keyboard_is_enough(windows):
    page = windows.open(ARTICLE, user_agent="a keyboard")
    page.get_by_role("link", name="Write a comment").focus()
    come_near(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Write a comment")).to_be_focused()
    for words in ("Wren", "By keyboard alone.", ""):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_focused()


def test_closing_the_form_keeps_its_words(windows):
    page = windows.open(ARTICLE)
    form = open_form(page)
    words_of(form).fill("Not yet.")
    form.get_by_role("button", name="Close").click()
    link = page.get_by_role("link", name="Write a comment")
    expect(link).to_be_focused()
    expect(form).to_be_hidden()
    link.click()
    expect(words_of(form)).to_have_value("Not yet.")


def test_the_counter_says_what_is_left_when_it_becomes_little(windows):
    page = windows.open(ARTICLE)
    form = open_form(page)
    expect(form.get_by_text("Characters left: 2,000")).to_be_visible()
    words_of(form).fill("x" * 1900)
    expect(form.get_by_text("Characters left: 100").first).to_be_visible()
    expect(form.get_by_role("status").filter(has_text="Characters left: 100")).to_be_attached()
    words_of(form).fill("x" * 2010)
    expect(form.get_by_role("status").filter(has_text="Characters too many: 10")).to_be_attached()


def test_the_article_asks_for_nothing_more_until_somebody_comes_near(windows):
    page = windows.open(THREAD)
    page.wait_for_load_state("networkidle")
    assert not [url for url in windows.requests if "beatcancer_comments" in url or "/comments/" in url]
    page.locator("#bc-comments").scroll_into_view_if_needed()
    expect(page.locator("#bc-comments .bc-comment__name").first).to_have_css("font-weight", "600")
    page.emulate_media(media="print")
    expect(page.locator("#bc-comments")).to_be_hidden()


@SIZES
def test_axe_finds_nothing(windows, size):
    windows.allow("422")
    page = windows.open(THREAD, size=size, user_agent=f"axe of comments {size}")
    form = open_form(page)
    clean_in_both(page)
    send(form)
    expect(problem_of(form)).to_be_focused()
    clean_in_both(page)
    fill(form, f"Thank you for this page, {size}.")
    send(form)
    expect(page.get_by_role("group", name="Thank you for writing")).to_be_focused()
    clean_in_both(page)
    page.goto(page.get_by_role("link", name="Reply to Heron").get_attribute("href"))
    clean_in_both(page)


def clean_in_both(page):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def test_axe_finds_nothing_from_right_to_left(windows):
    page = windows.open(THREAD, locale="ar")
    come_near(page)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_scrolls_sideways_with_letters_twice_as_large(windows, width):
    page = windows.open(THREAD, size=(width, 800))
    open_form(page, "Reply to Heron")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_targets_are_large_enough_for_a_thumb(windows):
    page = windows.open(THREAD, size=PHONE)
    open_form(page)
    for target in page.locator(
        "#bc-comments :is(a, button, label:has(input), input[type=text], input[type=email])"
    ).all():
        if target.is_visible():
            assert target.bounding_box()["height"] >= 44, target.inner_text()
