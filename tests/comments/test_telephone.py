"""Numbers in the help for somebody at risk are dialled by one touch, and nothing else is."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"
)

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments.telephone import with_telephone_links


def dialled(text):
    """What the links dial; the words must not change."""
    html = BeautifulSoup(with_telephone_links(text), "html.parser")
    assert html.get_text() == text
    return [link["href"] for link in html.select("a")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 112 in Europe, 999 in the United Kingdom, or 911.", ["112", "999", "911"]),
        ("Samaritans: 116 123 (24 hours a day).", ["116123"]),
        ("(112)", ["112"]),
        ("Lifeline 13 11 14", ["131114"]),
        ("0800 111 0 111 or 0800 111 0 222", ["08001110111", "08001110222"]),
        ("Call +44 (0)20 7946 0000, 9-17", ["+442079460000"]),
        ("+44\u00a020\u20117946\u20110000", ["+442079460000"]),
        ("(020) 7946 0000", ["02079460000"]),
        ("(555) 123-4567", ["5551234567"]),
        ("1-800-273-8255, day and night", ["18002738255"]),
        ("01-23-45-67-89 tous les jours", ["0123456789"]),
        ("0316 21 33 54 anrufen", ["0316213354"]),
        ("0800 123456\n0800 654321", ["0800123456", "0800654321"]),
    ],
)
def test_a_number_is_dialled(text, numbers):
    assert dialled(text) == [f"tel:{number}" for number in numbers]


@pytest.mark.parametrize(
    "text",
    [
        "9-17",
        "9–17 and 13–15",
        "8-12 13-17",
        "0900-1700",
        "0900–1700",
        "9:00 to 17:30, 10.00-18.00",
        "the 24-hour line, 24/7, 24 7",
        "23.11.2026, 23/11/2026, 23-11-2026, 2026-11-23, 23 11 2026, 23-11-26",
        "since 1953, 2025-2026, 2025 2026, in November 2026",
        "1,000 people, 1 000 people, 1.500 people, 100 %, £200, € 300, 250€",
        "A-112, COVID-190, 112-bed, room112, no112, 112th",
        "https://example.org/112?x=999 and me112@example.org and 112@example.org",
        "12",
        "1234567890123456",
        "116 123 24 hours a day",
        "116 123 10 Uhr",
        "116 123 24/7",
        "",
    ],
)
def test_what_may_be_something_else_stays_words(text):
    assert dialled(text) == []


def test_hostile_words_are_words():
    text = '<script>alert("112")</script> 116 123 \'"><img src=x onerror=alert(999)> &#112; &amp;'
    html = with_telephone_links(text)
    shown = BeautifulSoup(html, "html.parser")
    assert shown.get_text() == text
    assert {tag.name for tag in shown.find_all()} == {"a"}
    assert set(shown.a.attrs) == {"href", "dir"}


def test_a_long_text_is_no_burden():
    dialled("1 " * 1000)
    dialled("(12345) " * 300)
