"""An article on several pages: each part says that it is one, for the others would be missed."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import read_page
from beatcancer_wagtail.importer.reader.parts import GOES_ON

TEXT = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult.</p>" * 6
NUMBERS = "<div class=pagination><span>1</span> <a href='{}'>2</a> <a href='/other'>3</a></div>"


def goes_on(address: str, link: str, *, head: str = "", around: str = "{}") -> list[str]:
    page = f"<html lang=en><head><title>Larch tea</title>{head}</head><body><main><h1>Larch tea</h1>{TEXT}{around.format(link)}</main></body></html>"
    look = read_page(page.encode(), address=address).look
    return [sentence.values["address"] for sentence in look if sentence.template == GOES_ON]


@pytest.mark.parametrize(
    ("address", "following"),
    [
        ("https://a.example/tea", "/tea/2"),
        ("https://a.example/tea/", "/tea/2/"),
        ("https://a.example/tea/", "/tea/page/2/"),
        ("https://a.example/tea.html", "/tea-2.html"),
        ("https://a.example/tea.html", "tea,p2.html"),
        ("https://a.example/tea_seite-1.html", "tea_seite-2.html"),
        ("https://a.example/tea?page=1", "?page=2"),
        ("https://a.example/tea?id=7", "?id=7&page=2"),
        ("https://a.example/tea?id=7", "?id=7&page=1"),
        ("https://a.example/tea/2", "/tea/3"),
    ],
)
def test_the_next_part_of_an_article_is_told(address, following):
    next_one = [goes_on(address, f"<a href='{following}'>Next ›</a>")]
    next_one.append(goes_on(address, "", head=f"<link rel=next href='{following}'>"))
    if not address.endswith("2"):
        next_one.append(goes_on(address, NUMBERS.format(following)))

    assert all(len(found) == 1 and found[0].startswith("https://a.example/tea") for found in next_one)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/tea", "<a rel=next href='/coffee'>Next: coffee</a>"),
        ("https://a.example/stage-1", "<a href='/stage-2'>Stage 2</a>"),
        ("https://a.example/tea", "<a href='/tea/200'>2</a>"),
        ("https://a.example/tea", "<a href='/tea#2'>2</a>"),
        ("https://a.example/tea", "<a href='https://b.example/tea/2'>2</a>"),
        ("https://a.example/tea/2", "<a href='/tea'>1</a> <b>2</b>"),
        ("https://a.example/tea", "<a href='?id=7&page=2'>2</a>"),
        ("", "<a href='/tea/2'>2</a>"),
        ("https://a.example/tea", "<a href='http://['>2</a><a href='?page=²'>2</a>"),
    ],
)
def test_other_pages_are_not(address, link):
    assert goes_on(address, link) == []


def test_a_page_without_an_address_is_known_by_the_one_that_it_declares():
    head = "<link rel=canonical href='https://a.example/tea'><base href='https://a.example/'>"
    assert goes_on("", "<a href='tea/2'>2</a>", head=head) == ["https://a.example/tea/2"]


def test_the_pages_of_the_comments_are_not():
    around = "<section id=comments><h2>31 comments</h2><p>Good tea.</p>{}</section>"
    assert goes_on("https://a.example/tea", "<a href='?page=2'>2</a>", around=around) == []
