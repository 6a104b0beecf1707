from datetime import datetime, timezone

import pytest
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from beatcancer_wagtail.blocks import embed as module
from tests.blocks.rendering import shown
from tests.builders import block, make_article
from tests.reading import read, words

VIDEO = "https://www.youtube.com/watch?v=1"
PLAYER = '<iframe src="https://www.youtube.com/embed/1" title="Player"></iframe>'


def video(url=VIDEO, title="At a scan", caption=""):
    return block("embed", {"url": url, "title": title, "caption": caption})


@pytest.fixture
def provider(monkeypatch):
    """Stands for what was stored when the video was saved; says how often it was looked up."""

    class Provider:
        answer = Embed(url=VIDEO, html=PLAYER, width=200, height=100, type="video")
        asked = 0

        def __call__(self, url):
            self.asked += 1
            return self.answer

    provider = Provider()
    monkeypatch.setattr(module, "stored_player", provider)
    return provider


def test_nothing_is_fetched_from_a_third_party_until_the_reader_asks(provider):
    soup = shown(video())
    for player in soup.select("template"):
        player.extract()

    assert not soup.select("iframe, object, embed, video, img, link")
    assert all(script["src"].startswith("/static/") for script in soup.select("script"))
    assert not soup.select("[src*='youtube'], [srcset], [style], [data-src]")


def test_the_player_waits_in_a_template(provider):
    (player,) = shown(video()).select("template[data-bc-embed-player]")

    assert player.iframe["src"] == "https://www.youtube.com/embed/1"


def test_the_reader_is_told_who_will_know(provider):
    notice = words(shown(video()).select_one(".bc-embed__notice"))

    assert notice == "Playing it connects you to youtube.com, which may then store data about you."


def test_without_javascript_there_is_a_link_and_no_dead_button(provider):
    soup = shown(video())

    assert soup.a["href"] == VIDEO
    assert words(soup.a).replace(" :", ":") == "Watch on youtube.com: At a scan"
    assert soup.button.has_attr("hidden")


def test_title_and_caption_are_there(provider):
    soup = shown(video(caption="Three minutes, with subtitles."))

    assert "At a scan" in words(soup)
    assert words(soup.figcaption) == "Three minutes, with subtitles."


@pytest.mark.parametrize("answer", [None, Embed(url=VIDEO, html="", type="link")], ids=repr)
def test_a_provider_that_gives_no_player_leaves_a_link(provider, answer):
    provider.answer = answer
    soup = shown(video("https://clips.example.org/1"))

    assert soup.a["href"] == "https://clips.example.org/1"
    assert "Watch on clips.example.org" in words(soup.a)
    assert not soup.select("template, button, script")


@pytest.mark.parametrize(
    "url",
    [
        "",
        None,
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[broken",
        "/local/",
        "ftp://example.org/",
        "not an address",
    ],
)
def test_what_is_no_web_address_is_not_shown(provider, url):
    """An editor cannot enter it; an import could."""
    assert not shown(video(url)).find(True)
    assert not provider.asked


@pytest.mark.django_db
def test_the_same_video_twice_costs_one_question(client, provider):
    page = read(client, make_article(body=[video(), video(title="Again")]).url)

    assert len(page.select("template")) == 2
    assert provider.asked == 1


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("A reader's request asked a provider.")

    monkeypatch.setattr("requests.sessions.Session.request", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)


@pytest.mark.django_db
@pytest.mark.usefixtures("no_network")
def test_a_video_that_was_never_stored_is_a_link_without_any_request(client):
    page = read(client, make_article(body=[video("https://clips.example.org/1")]).url)

    assert page.select_one(".bc-embed a")["href"] == "https://clips.example.org/1"


@pytest.mark.django_db
@pytest.mark.usefixtures("no_network")
def test_a_player_whose_time_has_run_out_is_still_shown(client):
    """The provider asked to be asked again; that is not for a reader to pay for."""
    Embed.objects.create(
        hash=get_embed_hash(VIDEO),
        url=VIDEO,
        type="video",
        html=PLAYER,
        cache_until=datetime(2020, 1, 1, tzinfo=timezone.utc),
    )
    html = client.get(make_article(body=[video()]).url).content.decode()

    assert PLAYER in html
