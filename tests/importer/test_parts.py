"""An article on several pages: each part says that it is one, for the others would be missed."""

from __future__ import annotations

import pytest

from beatcancer_wagtail.importer.reader import read_page
from beatcancer_wagtail.importer.reader.parts import GOES_ON

TEXT = "<p>Larch tea is a mild drink, and this page says how much of it is too much for an adult.</p>" * 6


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
        ("https://a.example/tea/index.html", "page2.html"),
        ("https://a.example/tea.html", "tea,p2.html"),
        ("https://a.example/tea_seite-1.html", "tea_seite-2.html"),
        ("https://a.example/tea?page=1", "?page=2"),
        ("https://a.example/tea?id=7", "?id=7&page=2"),
        ("https://a.example/tea?id=7&utm_source=x", "?page=1&id=7"),
        ("https://www.a.example/tea", "https://a.example/tea?page=2"),
        ("https://a.example/t%C3%A9", "/té/2"),
        ("https://a.example/tea/page/2", "/tea/page/3"),
    ],
)
@pytest.mark.parametrize(
    "link",
    [
        "<a href='{}'>Next ›</a>",
        "<a href='{}'>Zur nächsten Seite</a>",
        "<a href='{}'>Página siguiente</a>",
        "<a href='{}'>›</a>",
        "<a href='{}' aria-label='Next page'><svg></svg></a>",
        "<a href='{}'><img src=a.png alt='Next page'></a>",
        "<a rel=Next href='{}'>Doses</a>",
    ],
)
def test_a_link_to_the_next_part_of_an_article_is_told(address, following, link):
    assert len(goes_on(address, link.format(following))) == 1
    assert len(goes_on(address, "", head=f"<link rel=next href='{following}'>")) == 1


@pytest.mark.parametrize("text", ["2", "Page 2", "Part 2: doses", "Seite 2", "2 of 3"])
@pytest.mark.parametrize("following", ["/tea/2", "?page=2", "/tea-page-2", "/tea_p2"])
def test_its_number_tells_it_too(text, following):
    assert len(goes_on("https://a.example/tea", f"<b>1</b> <a href='{following}'>{text}</a>")) == 1


def test_a_bare_number_at_the_end_of_a_name_is_one_where_the_link_says_nothing_else():
    assert goes_on("https://a.example/tea.html", "<a href='tea-2.html'>2</a>") == ["https://a.example/tea-2.html"]
    assert goes_on("https://a.example/tea/2", "<a href='/tea/3'>3</a>") == ["https://a.example/tea/3"]


def test_the_first_part_that_is_missing_is_told():
    numbers = "<a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='?page=3'>3</a>"
    assert goes_on("https://a.example/tea", numbers) == ["https://a.example/tea?page=2"]
    assert goes_on("https://a.example/tea?page=2", numbers) == ["https://a.example/tea?page=3"]
    assert goes_on("https://a.example/tea?page=3", numbers) == []


def test_a_password_in_the_address_is_not():
    found = goes_on("https://ann:secret@a.example/tea", "<a href='/tea/2'>2</a>")
    assert found == ["https://a.example/tea/2"]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/tea", "<a rel=next href='/coffee'>Next: coffee</a>"),
        ("https://a.example/tea", "<link rel=next href='/tea-2/'>"),
        ("https://a.example/stage-1", "<a rel=next href='/stage-2'>Stage 2</a>"),
        ("https://a.example/type-1", "<a href='/type-2'>Next: type 2</a>"),
        ("https://a.example/article/41", "<a href='/article/42'>Next</a>"),
        ("https://a.example/2024/05/12", "<a href='/2024/05/13'>Next day</a>"),
        ("https://a.example/?p=41", "<a rel=next href='/?p=42'>Next</a>"),
        ("https://a.example/?page=2", "<a href='#'>Next</a><a href='?page=2'>2</a>"),
        ("https://a.example/tea?page=3", "<a href='#fn3'>3</a>"),
        ("https://a.example/tea", "<a href='/tea/200'>2</a>"),
        ("https://a.example/tea", "<a href='/tea#2'>2</a>"),
        ("https://a.example/tea", "<a href='https://b.example/tea/2'>2</a>"),
        ("https://a.example/tea/2", "<a href='/tea'>1</a> <b>2</b>"),
        ("https://a.example/tea", "<a href='?id=7&page=2'>2</a>"),
        ("https://a.example/tea", "<a href='/tea/2'>Nextstrain</a>"),
        ("", "<a href='/tea/2'>2</a>"),
        ("https://a.example/tea", "<a href='http://['>2</a><a href='?page=²'>2</a><a href='//a:b/2'>2</a>"),
    ],
)
def test_other_pages_are_not(address, link):
    assert goes_on(address, link) == []


def test_the_last_part_says_nothing_though_it_declares_the_first():
    head = "<link rel=canonical href='/tea'>"
    assert goes_on("https://a.example/tea/3", "<a href='/tea/2'>2</a> <b>3</b>", head=head) == []


def test_a_page_without_an_address_is_known_by_the_one_that_it_declares():
    head = "<link rel=canonical href='https://a.example/tea'><base href='https://a.example/'>"
    assert goes_on("", "<a href='tea/2'>2</a>", head=head) == ["https://a.example/tea/2"]


@pytest.mark.parametrize(
    "box", ["<section id=comments><h2>31 comments</h2><p>Good.</p>{}</section>", "<aside>{}</aside>"]
)
def test_the_pages_of_comments_and_of_what_stands_aside_are_not(box):
    assert goes_on("https://a.example/tea", "<a href='?page=2'>2</a>", around=box) == []
