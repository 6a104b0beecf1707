import random

import pytest

from beatcancer_wagtail.importer.coverage import coverage_of, kept_words
from beatcancer_wagtail.importer.outline import Dropped
from beatcancer_wagtail.importer.words import words_of, words_of_html

FOUND = words_of("take two tablets of ten milligrams in the morning and one at night")


def test_all_is_kept():
    coverage = coverage_of(FOUND, FOUND)
    assert (coverage.percent, coverage.order, coverage.missing, coverage.added) == (100, 100, [], [])
    assert not coverage.needs_a_look()


def test_what_is_missing_is_shown_word_for_word():
    coverage = coverage_of(FOUND, words_of("take two tablets in the morning and one at night"))
    assert coverage.missing == ["of ten milligrams"]
    assert (coverage.words_found, coverage.words_kept) == (13, 10)
    assert coverage.needs_a_look()


def test_what_changed_its_place_is_not_missing_but_told():
    coverage = coverage_of(FOUND, words_of("one at night take two tablets of ten milligrams in the morning and"))
    assert (coverage.percent, coverage.missing) == (100, [])
    assert coverage.moved == ["one at night"]
    assert coverage.needs_a_look()


def test_what_came_in_is_shown():
    assert coverage_of(FOUND, [*FOUND, "with", "water"]).added == ["with water"]


def test_what_was_left_out_on_purpose_is_not_missing():
    found = words_of("Q: May I eat? A: Yes.")
    coverage = coverage_of(
        found,
        words_of("May I eat? Yes."),
        [Dropped("label", "Q:", was_counted=True), Dropped("label", "A:", was_counted=True)],
    )
    assert (coverage.percent, coverage.words_found, coverage.missing) == (100, 4, [])


def test_a_hundred_per_cent_means_all():
    found = [f"w{number}" for number in range(30_000)]
    coverage = coverage_of(found, found[:-1])
    assert coverage.percent < 100


@pytest.mark.parametrize(
    ("reason", "text", "is_doubtful"),
    [
        ("navigation", "Take two tablets every day with water. " * 6, True),
        ("navigation", "Home Drugs Wards Contact", False),
        ("comments", "I liked this page very much. " * 6, False),
        ("advert", "Take two tablets every day with water. " * 2, True),
        ("byline", "By Ada Wren, who writes on trees", False),
        ("navigation", "At most 7 mg", True),
        ("popup", "Nie mehr als 3 Tropfen", True),
        ("footer", "2 comprimés au plus", True),
        ("search", "Máximo 1000 UI", True),
        ("noscript", "Niet meer dan 5 druppels", True),
        ("form", "Non più di 4 gocce", True),
        ("sidebar", "لا تتجاوز 7 ملغ", True),
        ("control", "每晚7毫克", True),
        ("outside", "Не больше 5 мг", True),
        ("date", "12 mg on 3 May 2024", True),
        ("comments", "Never 7 mg", True),
        ("comments", "I liked it and took 7 mg of it. " * 6, False),
        ("advert", "Lose 3 million pounds with 5G, 24 hours a day, 2 minutes away", False),
        ("title", "Ibuprofen 7 mg", False),
        ("repeat", "At most 7 mg", False),
        ("mapping", "At most 7 mg", False),
        ("contents", "7 mg a day", False),
    ],
)
def test_prose_that_was_dropped_makes_a_page_need_a_look(reason, text, is_doubtful):
    coverage = coverage_of(FOUND * 40, FOUND * 40, [Dropped(reason, text)])
    assert bool(coverage.doubtful) is is_doubtful
    assert coverage.needs_a_look() is is_doubtful


def test_a_hundred_thousand_words_are_compared():
    words = [f"w{number}" for number in random.Random(1).choices(range(5000), k=100_000)]  # noqa: S311 - a test needs no secret
    coverage = coverage_of(words, words[:40_000] + words[40_020:])
    assert coverage.words_kept == 99_980
    assert len(coverage.missing) == 1


def test_words_are_counted_as_the_reader_sees_them():
    assert words_of("Ｆｕｌｌ ﬁne don't 10⁹ 薬を飲む") == ["full", "fine", "don", "t", "109", "薬", "を", "飲", "む"]
    assert words_of_html("<p>up<b>on</b></p><p>it&amp;</p>") == ["upon", "it"]


def test_the_words_of_a_body_are_those_that_people_read():
    body = [
        {"type": "section", "value": {"heading": "One", "level": 2, "anchor": "no", "url": "https://no.example", "content": [
            {"type": "table", "value": {"data": [["two", "<p>three</p>"]], "caption": "four", "header_rows": 1}},
            {"type": "image", "value": {"src": "/no.jpg", "alt": "no", "caption": "five", "credit": "six"}},
            {"type": "embed", "value": "https://no.example"},
            {"type": "code", "value": {"code": "a < b"}},
        ]}},
        {"type": "faq", "value": {"heading": "seven", "items": [{"question": "eight", "answer": "<p>nine</p>", "level": 3}]}},
    ]  # fmt: skip
    assert " ".join(kept_words(body)) == "one two three four five six a b seven eight nine"
