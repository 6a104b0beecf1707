"""The demo: made in one command, whole, and worth looking at."""

import datetime
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from beatcancer_wagtail.text.plain import count_words
from example_project.demo import comments
from example_project.demo.books import BOOKS
from tests.reading import all_words, words

pytestmark = pytest.mark.own_database

ROOT = Path(__file__).parent.parent
PORT = "8123"
LIBRARY = "/resources/"
FLAGSHIP = f"{LIBRARY}what-is-metastasis/"


class Demo(NamedTuple):
    folder: Path
    said: str
    facts: dict

    @property
    def pages(self):
        return self.facts["pages"]

    @property
    def articles(self):
        """Those in the library."""
        return {path: page for path, page in self.pages.items() if page["is_article"] and path.startswith(LIBRARY)}

    def read(self, path):
        return BeautifulSoup(self.pages[path]["html"], "html.parser")


def run(folder, *command):
    environment = {**os.environ, "DEMO_DATA": str(folder)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Made afresh where a broken one stood; the browser tests' is made in an empty folder."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "demo.sqlite3").write_bytes(b"no database at all")
    (folder / "mail").mkdir()
    (folder / "mail" / "old").touch()
    said = run(folder, "example_project", "prepare", "--fresh", "--port", PORT)
    return Demo(folder, said, json.loads(run(folder, "tests.demo_facts")))


def dump(folder):
    """The SQL that would make the demo's database again."""
    with closing(sqlite3.connect(folder / "demo.sqlite3")) as database:
        return list(database.iterdump())


def test_second_time_changes_nothing(demo):
    before = dump(demo.folder), sorted(demo.folder.rglob("*"))
    said = run(demo.folder, "example_project", "prepare")
    assert "ready" in said
    assert (dump(demo.folder), sorted(demo.folder.rglob("*"))) == before


def test_every_page_answers(demo):
    assert demo.facts["drafts"] == 2  # the two pages of the old site, which nobody has published yet
    assert {path: page["status"] for path, page in demo.pages.items() if page["status"] != 200} == {}
    assert {"/", LIBRARY, FLAGSHIP} <= set(demo.pages)
    assert [page["title"] for page in demo.pages.values() if page["is_library"]] == ["Resources"]


def length(demo, path):
    """Words of the article as a reader counts them: its text without books, related pages and dates."""
    article = demo.read(path).select_one(".bc-article__body")
    for part in article.select(".bc-books, .bc-related, script"):
        part.decompose()
    return count_words(words(article))


def test_twelve_articles_of_some_length_with_two_kinds_of_block(demo):
    plain = {"item", "text", "section", "subsection"}
    assert len(demo.articles) >= 12
    for path, page in demo.articles.items():
        assert length(demo, path) >= 400, path
        assert len(set(page["blocks"]) - plain) >= 2, (path, page["blocks"])


def test_flagship_has_every_part_of_the_model_page(demo):
    page = demo.read(FLAGSHIP)
    assert 1400 <= length(demo, FLAGSHIP) <= 2100  # about 1,500 and the answers to five questions
    assert all_words(page, "h1") == [words(page.h1)]
    assert words(page.select_one(".bc-article__summary"))
    assert page.select_one(".bc-article__hero img")["alt"]
    assert 6 <= len(page.select(".bc-contents__link")) <= 14
    assert len(page.select(".bc-question")) == 5
    assert len(page.select(".bc-book")) == 10
    assert len(page.select(".bc-action")) >= 1
    assert len(page.select(".bc-key-points li")) >= 3
    assert "min read" in words(page.select_one(".bc-meta"))
    assert f"View {len(demo.articles)} resources" in words(page.select_one(".bc-latest"))


def test_charity_says_the_same_on_every_page(demo):
    for path in ("/", FLAGSHIP):
        page = demo.read(path)
        assert words(page.select_one("body > .bc-banner a")) == "Answer three questions"
        assert all_words(page, ".bc-action--closing h2") == ["You do not have to read alone"]


def test_books_are_those_of_the_list(demo):
    books = {book["title"]: book for book in demo.facts["books"]}
    assert len(books) == len(BOOKS) == 10
    for facts in BOOKS:
        book = books[facts["title"]]
        assert book["live"]
        assert book["cover"]
        assert (book["count"], book["authors"]) == (facts["rating_count"], facts["authors"])
        assert sorted(book["tags"]) == sorted(facts["tags"])
        assert (book["value"] or None, book["isbn"]) == (None, facts["isbn"] or "")
    shown = all_words(demo.read(FLAGSHIP), ".bc-rating__count")
    assert sorted(shown) == sorted(f"({facts['rating_count']:,} ratings)" for facts in BOOKS)


def test_tags_bring_articles_together(demo):
    library = demo.read(LIBRARY)
    counts = {
        words(link.select_one(".bc-filters__name")): int(words(link.select_one(".bc-filters__count")))
        for link in library.select(".bc-filters__link")
    }
    assert words(library.select_one(".bc-listing__total")) == f"{len(demo.articles)} resources"
    assert sum(counts.values()) >= 2 * len(demo.articles)
    assert max(counts.values()) >= 3


def test_every_link_leads_somewhere(demo):
    broken = {address: status for address, status in demo.facts["links"].items() if status != 200}
    assert broken == {}
    assert len(demo.facts["links"]) > 50


def test_every_link_to_a_place_in_a_page_finds_it(demo):
    assert demo.facts["lost"] == []
    assert len([address for address in demo.facts["links"] if "#" in address]) > 50


def test_nothing_comes_from_a_third_party(demo):
    for path, page in demo.pages.items():
        soup = demo.read(path)
        loaded = [tag.get("src") or tag.get("href") for tag in soup.select("[src], link[href]")]
        loaded += [candidate.split()[0] for tag in soup.select("[srcset]") for candidate in tag["srcset"].split(",")]
        local = ("/", "http://localhost/", "data:image/svg+xml")
        assert [address for address in loaded if not address.startswith(local) or address.startswith("//")] == [], path
        assert "style=" not in page["html"], path
    made_up = ("https://book.example.org/", "https://meet.example.org/")  # where the demo's events are
    assert [address for address in demo.facts["elsewhere"] if not address.startswith(made_up)] == []


def test_six_events_of_every_sort(demo):
    listing = demo.read("/events/")
    assert len([path for path in demo.pages if path.startswith("/events/")]) == 1 + 6
    assert all_words(listing, ".bc-summary__choice") == ["Coming 5", "Past 1"]
    assert all_words(listing, ".bc-event-word") == ["Cancelled"]
    where = " ".join(all_words(listing, ".bc-event-row__where"))
    assert all(part in where for part in ("In person,", "Online", "In person and online", "dates to come"))
    assert "All day" in words(listing)
    walk = demo.read("/events/walk-and-talk-on-the-common/")
    day = datetime.date.fromisoformat(walk.select_one(".bc-event-when--off time")["datetime"][:10])
    assert f"The walk on {day:%A} {day.day} {day:%B} does not" in words(walk.select_one(".bc-event-status__note"))
    assert listing.select_one('.bc-subscribe a[href^="webcal://"]')
    assert len(demo.read("/").select(".bc-coming .bc-event-row")) == 3


def test_flagship_has_a_small_thread_and_the_moderator_a_queue_of_fifty(demo):
    assert demo.facts["comments"] == {
        "waiting": 50,
        "at_risk": 2,
        "replies": 2,
        "canned": 4,
        "moderates": True,
        "edits": False,
    }
    thread = words(demo.read(FLAGSHIP).select_one("#bc-comments"))
    on_flagship = [text for _key, _parent, slug, _name, text, _hours in comments.APPROVED if slug in FLAGSHIP]
    assert len(on_flagship) == 8
    for text in [*on_flagship, *(text for _key, text, _hours in comments.REPLIES)]:
        assert " ".join(text.split()) in thread


def test_nothing_of_the_queue_is_on_any_page(demo):
    for path, page in demo.pages.items():
        text = words(demo.read(path))
        assert [row[1] for row in comments.WAITING if row[2] in text] == [], path
        assert [row[3] for row in comments.WAITING if row[3] and row[3] in page["html"]] == [], path


def test_a_page_of_the_demo_is_closed_and_others_have_no_comments(demo):
    for slug, state in comments.RULES:
        path = next(path for path in demo.pages if path.endswith(f"/{slug}/"))
        thread = demo.read(path).select_one("#bc-comments")
        assert (thread is not None) == (state == "closed"), path
        assert state == "hidden" or not thread.select("a[href*='bc-comment-form']")


def test_mail_of_the_demo_stays_in_its_folder(demo):
    assert len(list((demo.folder / "mail").iterdir())) == 2  # one for each comment at risk


def test_mail_of_the_demo_leads_to_the_port_that_is_served(demo):
    for mail in (demo.folder / "mail").iterdir():
        assert f"http://127.0.0.1:{PORT}/admin/" in mail.read_text()
