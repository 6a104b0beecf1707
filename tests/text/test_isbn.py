from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatcancer_wagtail.text.isbn import InvalidISBN, normalise_isbn

DIGITS = st.text("0123456789", min_size=9, max_size=9)


def isbn10(nine: str) -> str:
    """ISO 2108 for ten digits: weights from 10 down, remainder 11, X for ten."""
    check = -sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return nine + ("X" if check == 10 else str(check))


def isbn13(twelve: str) -> str:
    return next(
        twelve + check
        for check in "0123456789"
        if sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(twelve + check)) % 10 == 0
    )


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        # The example of the international ISBN agency's users' manual, then books of the demo and old ones.
        ("978-92-95055-12-4", "9789295055124"),
        ("978 0 8129 8840 6", "9780812988406"),
        ("0-306-40615-2", "9780306406157"),
        ("0306406152", "9780306406157"),
        ("0-8044-2957-X", "9780804429573"),
        ("080442957x", "9780804429573"),
        ("979-10-90636-07-1", "9791090636071"),
        ("979-8-602-40545-3", "9798602405453"),
        ("978\u201192\u201195055\u201112\u20114", "9789295055124"),
        ("\u00a0978\u200992 95055\t12\n4 ", "9789295055124"),
    ],
)
def test_published_examples(printed, stored):
    assert normalise_isbn(printed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "length"),
        ("978", "length"),
        ("978-92-95055-12-41", "length"),
        ("not a number", "length"),
        ("X234567890", "length"),
        ("９７８９２９５０５５１２４", "length"),
        ("978929505512X", "length"),
        ("9770306406157", "prefix"),
        ("979-0-2600-0043-8", "prefix"),  # printed music, not a book
        ("978-92-95055-12-5", "check_digit"),
        ("978-92-95055-21-4", "check_digit"),
        ("0-306-40615-3", "check_digit"),
        ("0-306-40615-X", "check_digit"),
    ],
)
def test_says_what_is_wrong(typed, code):
    with pytest.raises(InvalidISBN) as caught:
        normalise_isbn(typed)

    assert caught.value.code == code


@given(DIGITS)
def test_ten_digits_become_the_same_book_in_thirteen(nine):
    assert normalise_isbn(isbn10(nine)) == isbn13("978" + nine)


@given(DIGITS, st.integers(0, 12), st.integers(1, 9))
def test_any_one_wrong_digit_is_noticed(nine, place, added):
    right = isbn13("978" + nine)
    wrong = right[:place] + str((int(right[place]) + added) % 10) + right[place + 1 :]

    with pytest.raises(InvalidISBN):
        normalise_isbn(wrong)


@given(st.text())
def test_any_other_text_is_refused_not_crashed_on(text):
    with suppress(InvalidISBN):
        stored = normalise_isbn(text)
        assert normalise_isbn(stored) == stored
