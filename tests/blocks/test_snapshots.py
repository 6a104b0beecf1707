"""The HTML of every block, full and empty, as it was when somebody last looked at it and found it good.

After a change that is meant, write the snapshots afresh and read the difference::

    UPDATE_SNAPSHOTS=1 python -m pytest tests/blocks/test_snapshots.py
    git diff tests/snapshots
"""

import datetime
import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest
from wagtail.embeds.models import Embed

from beatcancer_wagtail.blocks import embed
from tests.blocks.rendering import BODY, full, render
from tests.builders import (
    block,
    call_to_action,
    callout,
    items,
    make_article,
    make_book,
    make_call,
    make_image,
    make_plain_page,
    picture,
    related,
    reusable_call,
    section,
    shelf,
    subsection,
    table,
    text,
)

FOLDER = Path(__file__).parent.parent / "snapshots"
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"
ADVICE = "If the change is meant: UPDATE_SNAPSHOTS=1 python -m pytest tests/blocks/test_snapshots.py"

pytestmark = [pytest.mark.django_db, pytest.mark.every_case]


def full_image():
    return picture(
        make_image(width=1600, height=900),
        alt="A lymph node",
        caption="Where fluid drains.",
        credit="Drawing: A. Artist",
    )


def full_books():
    book = make_book(
        title="A Book of Days",
        subtitle="One year",
        cover=make_image(width=600, height=900),
        cover_alt="A calendar",
        tags=["Cancer", "Memoir"],
        rating_value="4.5",
        rating_count=614948,
        rating_source="A reading site",
        rating_url="https://books.example.org/1",
        rating_as_of=datetime.date(2026, 3, 1),
        links=[
            {"type": "link", "value": {"label": "At the library", "url": "https://library.example.org/"}, "id": "1"}
        ],
    )
    plain = make_book(title="A plain book", authors="", blurb="")
    counted = make_book(title="A counted book", rating_count=1)
    return shelf(book, plain, counted, heading="Books to read", introduction="For a quiet hour.")


def full_related():
    published = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.timezone.utc)
    article = make_article(title="Scans", slug="scans", summary="How they work together.", published=published)
    return related(article, make_plain_page(title="Groups", slug="groups"))


def full_section():
    inside = [text(), callout("Call your team"), call_to_action("Join us", url="/groups/")]
    return section("Stages", *inside, subsection("Stage one", *inside, subsection("Size", *inside)))


def full_call_to_action():
    page = make_plain_page(title="Groups", slug="groups")
    return call_to_action("You are not alone", page=page, words="Every week.", size="closing")


def full_reusable_call():
    page = make_plain_page(title="Groups", slug="groups")
    return reusable_call(make_call(heading="You are not alone", page=page, text="Every week."), size="closing")


def full_table():
    return table(["", "Dose", ""], ["Morning", "1", "with food"], ["", "2", None], caption="How much")


FULL = {
    "books": full_books,
    "call_to_action": full_call_to_action,
    "image": full_image,
    "related": full_related,
    "reusable_call": full_reusable_call,
    "section": full_section,
    "table": full_table,
}


def as_lines(html: str) -> list[str]:
    """Blanks do not matter to a reader, nor the numbers in the names of the tests' own pictures."""
    html = re.sub(r"picture-\d+(_\w{7})?\.", "picture.", html)
    html = re.sub(r"\s+", " ", html).strip()
    return re.sub(r"(?<=>) (?=<)", "\n", html).splitlines()


def compare(name: str, html: str) -> None:
    path, now = FOLDER / f"{name}.html", as_lines(html)
    if UPDATE:
        path.write_text("\n".join([*now, ""]), encoding="utf-8")
    before = as_lines(path.read_text(encoding="utf-8")) if path.exists() else []
    if before != now:
        difference = "\n".join(unified_diff(before, now, f"snapshots/{path.name}", "now", lineterm=""))
        pytest.fail(f"The HTML is not what it was.\n{ADVICE}\n\n{difference}", pytrace=False)


@pytest.fixture(autouse=True)
def provider(monkeypatch):
    player = '<iframe src="https://player.example.org/1"></iframe>'
    answer = Embed(html=player, width=200, height=100, type="video")
    monkeypatch.setattr(embed, "stored_player", lambda url: answer)


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
def test_full(kind):
    compare(f"{kind}.full", render(FULL[kind]() if kind in FULL else full(kind)))


@pytest.mark.parametrize("kind", list(BODY.child_blocks))
def test_empty(kind):
    compare(f"{kind}.empty", render(block(kind, "" if kind == "text" else {})))


@pytest.mark.parametrize("kind", ["note", "warning", "urgent"])
def test_kinds_of_callout(kind):
    compare(f"callout.{kind}", render(callout("Call your team", kind=kind)))


def test_video_without_player(monkeypatch):
    monkeypatch.setattr(embed, "stored_player", lambda url: Embed(html=""))
    compare("embed.link", render(full("embed")))


def test_question_with_an_empty_answer():
    questions = items({"question": "Does it hurt?", "answer": ""}, {"question": "", "answer": "<p>Yes.</p>"})
    compare("faq.half", render(block("faq", {"heading": "", "questions": questions})))


def test_no_snapshot_is_left_over():
    known = {f"{kind}.{state}" for kind in [*BODY.child_blocks, "table"] for state in ("full", "empty")}
    known |= {"callout.note", "callout.warning", "callout.urgent", "embed.link", "faq.half"}

    assert {path.stem for path in FOLDER.glob("*.html")} == known
