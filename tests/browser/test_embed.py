"""A video asks its provider for nothing before the reader presses play."""

from playwright.sync_api import expect

PROVIDER = "www.youtube.com"


def test_provider_is_asked_only_after_the_reader_presses_play(windows):
    windows.allow(f"asked a stranger: https://{PROVIDER}")
    # A site that offers videos names their providers in its policy; the tests' policy names nobody.
    page = windows.open(bypass_csp=True)
    page.route(f"https://{PROVIDER}/**", lambda route: route.fulfill(body="<p>The film</p>", content_type="text/html"))
    page.goto("/guides/every-block/")
    video = page.get_by_role("figure").filter(has_text="A film of two minutes.")
    expect(video).to_contain_text("connects you to youtube.com")
    video.scroll_into_view_if_needed()
    play = video.get_by_role("button", name="Play here")
    expect(play).to_be_visible()
    assert windows.requests_to(PROVIDER) == []

    play.focus()
    play.press("Enter")
    expect(video.locator("iframe")).to_be_focused()
    expect(video.frame_locator("iframe").get_by_text("The film")).to_be_visible()
    expect(video.locator("iframe")).to_have_attribute("title", "At a scan")
    assert len(windows.requests_to(PROVIDER)) == 1
